import type { CellRange, TableInfo } from '../../grid/grid';
import { sameRange } from '../address';
import { tableLook, type TableLook } from '../document-state';
import { invalidArgument, itemAlreadyExists, itemNotFound, notImplemented } from '../excel-error';
import { EVENT } from '../event-numbers';
import { eventTarget, eventTypes, HostObject, identity, type EventSource } from '../host-object';
import type { HostState } from '../host-state';
import { isValidName } from '../valid-name';
import { Range } from './range';
import { TableColumnCollection } from './table-columns';
import { TableRowCollection } from './table-rows';
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

  get id() {
    return this.info().id;
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
  get style() {
    return this.info().style;
  }
  set style(style: string) {
    this.state.grid.updateTable(this.tableId, { style });
  }
  get showTotals() {
    return this.info().showTotals;
  }
  set showTotals(showTotals: boolean) {
    const { range, showTotals: shown } = this.info();
    if (showTotals === shown) return;
    this.state.grid.updateTable(this.tableId, {
      showTotals,
      range: { ...range, rows: range.rows + (showTotals ? 1 : -1) },
    });
  }
  get showHeaders() {
    return this.look().showHeaders;
  }
  set showHeaders(show: boolean) {
    if (!show) throw notImplemented('Table.showHeaders = false');
  }
  get showBandedRows() {
    return this.look().showBandedRows;
  }
  set showBandedRows(show: boolean) {
    this.look().showBandedRows = show;
  }
  get showBandedColumns() {
    return this.look().showBandedColumns;
  }
  set showBandedColumns(show: boolean) {
    this.look().showBandedColumns = show;
  }
  get showFilterButton() {
    return this.look().showFilterButton;
  }
  set showFilterButton(show: boolean) {
    this.look().showFilterButton = show;
  }
  get highlightFirstColumn() {
    return this.look().highlightFirstColumn;
  }
  set highlightFirstColumn(highlight: boolean) {
    this.look().highlightFirstColumn = highlight;
  }
  get highlightLastColumn() {
    return this.look().highlightLastColumn;
  }
  set highlightLastColumn(highlight: boolean) {
    this.look().highlightLastColumn = highlight;
  }

  get columns() {
    return new TableColumnCollection(this);
  }
  get rows() {
    return new TableRowCollection(this);
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
  getTotalRowRange() {
    const { range, showTotals } = this.info();
    if (!showTotals) throw itemNotFound();
    return this.part({ ...range, row: range.row + range.rows - 1, rows: 1 });
  }
  resize(to: Range | string) {
    const range = typeof to === 'string' ? this.worksheet.getRange(to) : to;
    const { range: now, sheetId } = this.info();
    // Excel keeps the header row where it is, and a part of the table in the new one.
    if (range.sheetId !== sheetId || range.area.row !== now.row || range.area.rows < 2) throw invalidArgument();
    if (!sameRange(range.area, now)) this.state.grid.updateTable(this.tableId, { range: range.area });
  }
  convertToRange() {
    const range = this.getRange();
    this.state.grid.deleteTable(this.tableId);
    delete this.state.document.tables[this.tableId];
    return range;
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
