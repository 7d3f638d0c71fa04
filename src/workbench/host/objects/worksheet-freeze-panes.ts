import { MAX_COLUMNS, MAX_ROWS } from '../address';
import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { Range } from './range';
import { Worksheet } from './worksheet';

export class WorksheetFreezePanes extends HostObject {
  readonly typeName = 'WorksheetFreezePanes';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  freezeAt(frozen: Range | string) {
    const range = typeof frozen === 'string' ? new Worksheet(this.state, this.sheetId).getRange(frozen) : frozen;
    const { row, column, rows, columns } = range.area;
    this.state.grid.freeze(
      this.sheetId,
      rows >= MAX_ROWS ? 0 : row + rows,
      columns >= MAX_COLUMNS ? 0 : column + columns,
    );
  }
  freezeRows(count = 1) {
    if (count < 0) throw invalidArgument();
    this.state.grid.freeze(this.sheetId, count, 0);
  }
  freezeColumns(count = 1) {
    if (count < 0) throw invalidArgument();
    this.state.grid.freeze(this.sheetId, 0, count);
  }
  unfreeze() {
    this.state.grid.freeze(this.sheetId, 0, 0);
  }
  getLocationOrNullObject() {
    const { rows, columns } = this.state.grid.frozen(this.sheetId);
    if (!rows && !columns) return null;
    return new Range(this.state, this.sheetId, {
      row: 0,
      column: 0,
      rows: rows || MAX_ROWS,
      columns: columns || MAX_COLUMNS,
    });
  }
}
