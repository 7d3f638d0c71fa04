import type { CellRange, Grid, GridEvent } from '../grid/grid';
import { formatRange, intersect } from './address';
import { EVENT, WORKBOOK_TARGET } from './event-numbers';
import type { HostState } from './host-state';
import { Range } from './objects/range';

/** Passes on what happens in the grid to the add-in, as Excel's events. */
export function forwardEvents(grid: Grid, state: HostState): () => void {
  let active = grid.activeSheet();
  return grid.on((event) => {
    if (event.type === 'stored') return;
    const { sheetId } = event;
    switch (event.type) {
      case 'changed':
        raise(EVENT.sheetChanged, sheetId, () => changeDetails(state, event));
        for (const table of grid.tables()) {
          const range = table.sheetId === sheetId && intersect(table.range, event.range);
          if (!range) continue;
          const details = () => ({ ...changeDetails(state, { ...event, range }), tableId: table.id });
          state.events.raise(EVENT.tableChanged, table.id, details);
          state.events.raise(EVENT.tableChanged, WORKBOOK_TARGET, details);
        }
        break;
      case 'calculated':
        raise(EVENT.sheetCalculated, sheetId, () => ({
          worksheetId: sheetId,
          address: address(grid.usedRange(sheetId)),
        }));
        break;
      case 'selectionChanged':
        raise(EVENT.selectionChanged, sheetId, () => ({ worksheetId: sheetId, address: address(event.range) }));
        break;
      case 'sheetActivated': {
        const before = active;
        active = sheetId;
        if (before !== sheetId) raise(EVENT.sheetDeactivated, before, () => ({ worksheetId: before }));
        raise(EVENT.sheetActivated, sheetId, () => ({ worksheetId: sheetId }));
        break;
      }
      case 'sheetAdded':
        state.events.raise(EVENT.sheetAdded, WORKBOOK_TARGET, () => ({ worksheetId: sheetId, source: 'Local' }));
        break;
      case 'sheetDeleted':
        state.events.raise(EVENT.sheetDeleted, WORKBOOK_TARGET, () => ({ worksheetId: sheetId, source: 'Local' }));
        break;
    }
  });

  /** A sheet's event reaches those who listen to the sheet and those who listen to all sheets. */
  function raise(type: number, sheetId: string, details: () => unknown): void {
    state.events.raise(type, sheetId, details);
    state.events.raise(type, WORKBOOK_TARGET, details);
  }
}

function changeDetails(state: HostState, { sheetId, range, source }: Extract<GridEvent, { type: 'changed' }>): object {
  return {
    worksheetId: sheetId,
    address: formatRange(range),
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: source === 'addin' ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection: 'None',
    referenceId: state.references.keep(new Range(state, sheetId, range)),
  };
}

function address(range: CellRange | null): string {
  return range ? formatRange(range) : '';
}
