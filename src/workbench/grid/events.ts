/** Univer's commands, told as the grid's events. */
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetStyleCommand,
  SetWorksheetActiveOperation,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import type { IMoveRangeMutationParams } from '@univerjs/sheets';
import { CommandType, type IRange } from '@univerjs/core';
import { gridRange } from './address';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { CellRange, GridEvent } from './grid';

const ROW_AND_COLUMN_EDITS = new Set([
  InsertRowMutation.id,
  RemoveRowMutation.id,
  InsertColMutation.id,
  RemoveColMutation.id,
]);

export class Events {
  private readonly listeners = new Set<(event: GridEvent) => void>();
  private lastSelection = '';

  constructor(
    app: UniverApp,
    private readonly source: () => 'user' | 'addin',
  ) {
    app.commands.onCommandExecuted((command, options) => {
      const params = command.params as { unitId?: string; subUnitId: string } | undefined;
      if (command.type === CommandType.MUTATION) this.emit({ type: 'stored' });
      if (!params || params.unitId !== WORKBOOK_ID) return;
      if (command.id === SetRangeValuesMutation.id) {
        if (!options?.onlyLocal) this.cellsChanged(params as ISetRangeValuesMutationParams);
      } else if (ROW_AND_COLUMN_EDITS.has(command.id)) {
        const { subUnitId: sheetId } = params;
        const range = gridRange((command.params as { range: IRange }).range);
        const source = this.source();
        if (command.id === InsertRowMutation.id) this.emit({ type: 'rowsInserted', sheetId, range, source });
        this.emit({ type: 'changed', sheetId, range, source });
      } else if (command.id === ReorderRangeMutation.id) {
        this.changed(params.subUnitId, gridRange((command.params as { range: IRange }).range));
      } else if (command.id === MoveRangeMutation.id) {
        const { from, to } = command.params as IMoveRangeMutationParams;
        for (const { subUnitId, value } of [from, to]) this.changed(subUnitId, boundsOf(value));
      } else if (command.id === SetSelectionsOperation.id) {
        this.selected(params as ISetSelectionsOperationParams);
      } else if (command.id === SetWorksheetActiveOperation.id) {
        this.emit({ type: 'sheetActivated', sheetId: params.subUnitId });
      } else if (command.id === InsertSheetMutation.id) {
        this.emit({ type: 'sheetAdded', sheetId: (command.params as unknown as { sheet: { id: string } }).sheet.id });
      } else if (command.id === RemoveSheetMutation.id) {
        this.emit({ type: 'sheetDeleted', sheetId: params.subUnitId });
      }
    });
  }

  on(listener: (event: GridEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: GridEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private cellsChanged(params: ISetRangeValuesMutationParams): void {
    if (params.trigger !== SetStyleCommand.id) this.changed(params.subUnitId, boundsOf(params.cellValue));
  }

  private changed(sheetId: string, range: CellRange | null): void {
    if (range) this.emit({ type: 'changed', sheetId, range, source: this.source() });
  }

  private selected({ subUnitId, selections }: ISetSelectionsOperationParams): void {
    const last = selections[selections.length - 1];
    if (!last) return;
    const range = gridRange(last.range);
    const key = JSON.stringify([subUnitId, range]);
    if (key === this.lastSelection) return;
    this.lastSelection = key;
    this.emit({ type: 'selectionChanged', sheetId: subUnitId, range });
  }
}

function boundsOf(cells: object | undefined): CellRange | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, columns] of Object.entries(cells ?? {})) {
    for (const column of Object.keys((columns as object | null) ?? {})) {
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
