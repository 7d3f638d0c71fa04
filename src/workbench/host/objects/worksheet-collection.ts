import { itemNotFound } from '../excel-error';
import { EVENT, WORKBOOK_TARGET } from '../event-numbers';
import { eventTarget, eventTypes, HostCollection, items, type EventSource } from '../host-object';
import type { HostState } from '../host-state';
import { checkSheetName, Worksheet } from './worksheet';

export class WorksheetCollection extends HostCollection<Worksheet> implements EventSource {
  readonly typeName = 'WorksheetCollection';
  readonly [eventTypes] = {
    DataChanged: EVENT.sheetChanged,
    Calculated: EVENT.sheetCalculated,
    Activated: EVENT.sheetActivated,
    Deactivated: EVENT.sheetDeactivated,
    Added: EVENT.sheetAdded,
    Deleted: EVENT.sheetDeleted,
    SelectionChanged: EVENT.selectionChanged,
  };

  constructor(private readonly state: HostState) {
    super();
  }

  [items]() {
    return [...this.state.grid.sheets()]
      .sort((a, b) => a.position - b.position)
      .map(({ id }) => new Worksheet(this.state, id));
  }
  [eventTarget]() {
    return WORKBOOK_TARGET;
  }

  add(name?: string | null) {
    const free = name ?? this.freeName();
    checkSheetName(this.state, free);
    return new Worksheet(this.state, this.state.grid.addSheet(free));
  }
  getActiveWorksheet() {
    return new Worksheet(this.state, this.state.grid.activeSheet());
  }
  getItem(key: string) {
    const sheet = this.getItemOrNullObject(key);
    if (!sheet) throw itemNotFound();
    return sheet;
  }
  getItemOrNullObject(key: string) {
    const sheet = this.state.grid
      .sheets()
      .find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    return sheet ? new Worksheet(this.state, sheet.id) : null;
  }

  private readonly freeName = () => {
    for (let number = this.state.grid.sheets().length + 1; ; number++)
      if (!this.getItemOrNullObject(`Sheet${number}`)) return `Sheet${number}`;
  };
}
