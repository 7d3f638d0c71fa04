import type { CellRange, TableInfo } from '../../grid/grid';
import { sameRange } from '../address';
import { tableLook, type TableLook } from '../document-state';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../excel-error';
import { EVENT } from '../event-numbers';
import { eventTarget, eventTypes, HostObject, identity, type EventSource } from '../host-object';
import type { HostState } from '../host-state';
import { attributes, properties } from '../properties';
import { isValidName } from '../valid-name';
import { Range } from './range';
import { TableColumnCollection } from './table-columns';
import { TableRowCollection } from './table-rows';
import { TableSort } from './table-sort';
import { Worksheet } from './worksheet';

export class Table extends HostObject implements EventSource {
  readonly typeName = 'Table';
  readonly [eventTypes] = { DataChanged: EVENT.tableChanged };

  constructor(
    readonly state: HostState,
    readonly tableId: string,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.info().id };
  }
  [eventTarget]() {
    return this.tableId;
  }

  static {
    const info = attributes<Table, Pick<TableInfo, 'style'>>(
      (table, key) => table.info()[key],
      ({ state, tableId }, change) => state.grid.updateTable(tableId, change),
    );
    const look = attributes<Table, TableLook>(
      (table, key) => table.look()[key],
      (table, change) => Object.assign(table.look(), change),
    );
    properties(this, {
      style: info('style'),
      showBandedRows: look('showBandedRows'),
      showFilterButton: look('showFilterButton'),
    });
  }

  get name() {
    return this.info().name;
  }
  set name(name: string) {
    if (!isValidName(name)) throw invalidArgument();
    const { grid } = this.state;
    const same = (other: string) => other.toLowerCase() === name.toLowerCase();
    if (
      grid.tables().some((table) => table.id !== this.tableId && same(table.name)) ||
      grid.names().some((item) => same(item.name))
    ) {
      throw itemAlreadyExists();
    }
    grid.updateTable(this.tableId, { name });
  }
  get columns() {
    return new TableColumnCollection(this);
  }
  get rows() {
    return new TableRowCollection(this);
  }
  get sort() {
    return new TableSort(this);
  }
  get worksheet() {
    return new Worksheet(this.state, this.info().sheetId);
  }

  getRange() {
    return this.part(this.info().range);
  }
  getHeaderRowRange() {
    return this.part({ ...this.info().range, rows: 1 });
  }
  getDataBodyRange() {
    return this.part(this.body());
  }
  resize(to: Range | string) {
    const range = typeof to === 'string' ? this.worksheet.getRange(to) : to;
    const { range: now, sheetId } = this.info();
    // Excel keeps the header row where it is, and a part of the table in the new one.
    if (range.sheetId !== sheetId || range.area.row !== now.row || range.area.rows < 2) throw invalidArgument();
    if (!sameRange(range.area, now)) this.state.grid.updateTable(this.tableId, { range: range.area });
  }
  delete() {
    const { range, sheetId } = this.info();
    this.state.grid.deleteTable(this.tableId);
    delete this.state.document.tables[this.tableId];
    this.state.grid.clear(sheetId, range, 'all');
  }

  readonly info = (): TableInfo => {
    const table = this.state.grid.tables().find(({ id }) => id === this.tableId);
    if (!table) throw itemNotFound();
    return table;
  };

  /** The rows between headers and totals. */
  readonly body = (): CellRange => {
    const { range, showTotals } = this.info();
    return { ...range, row: range.row + 1, rows: range.rows - (showTotals ? 2 : 1) };
  };

  readonly part = (area: CellRange) => new Range(this.state, this.info().sheetId, area);

  private readonly look = (): TableLook => tableLook(this.state.document, this.info().id);
}
