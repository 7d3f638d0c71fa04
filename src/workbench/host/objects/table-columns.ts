import { invalidArgument, itemNotFound, notImplemented } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';
import type { CellContent } from '../write-cells';
import type { Table } from './table';

export class TableColumnCollection extends HostCollection<TableColumn> {
  readonly typeName = 'TableColumnCollection';

  constructor(private readonly table: Table) {
    super();
  }

  [items]() {
    return Array.from({ length: this.table.info().range.columns }, (_, index) => new TableColumn(this.table, index));
  }

  get count() {
    return this.table.info().range.columns;
  }

  add(index?: number | null, values?: CellContent, name?: string) {
    const { range, sheetId } = this.table.info();
    if (index !== undefined && index !== null && index !== -1 && index !== range.columns)
      throw notImplemented('TableColumnCollection.add in the middle');
    const { grid } = this.table.state;
    grid.updateTable(this.table.tableId, { range: { ...range, columns: range.columns + 1 } });
    const column = new TableColumn(this.table, range.columns);
    if (values !== undefined && values !== null) column.values = values;
    if (name !== undefined) column.name = name;
    const header = { row: range.row, column: range.column + range.columns, rows: 1, columns: 1 };
    if (grid.readValues(sheetId, header)[0][0] === null) column.name = `Column${range.columns + 1}`;
    return column;
  }
  getCount() {
    return this.count;
  }
  getItem(key: string | number) {
    const column = this.getItemOrNullObject(key);
    if (!column) throw itemNotFound();
    return column;
  }
  getItemAt(index: number) {
    const column = this[items]()[index];
    if (!column) throw itemNotFound();
    return column;
  }
  getItemOrNullObject(key: string | number) {
    const columns = this[items]();
    return (
      (typeof key === 'number'
        ? columns.find(({ id }) => id === key)
        : columns.find(({ name }) => name.toLowerCase() === key.toLowerCase())) ?? null
    );
  }
}

class TableColumn extends HostObject {
  readonly typeName = 'TableColumn';

  constructor(
    private readonly table: Table,
    private readonly at: number,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.id };
  }

  get id() {
    return this.at + 1;
  }
  get index() {
    return this.at;
  }
  get name() {
    return this.getHeaderRowRange().text![0][0];
  }
  set name(name: string) {
    if (typeof name !== 'string' || name === '') throw invalidArgument();
    this.getHeaderRowRange().values = [[name]];
  }
  get values() {
    return this.getRange().values;
  }
  set values(values: CellContent) {
    this.getRange().values = values;
  }

  getRange() {
    return this.table.getRange().getColumn(this.at);
  }
  getHeaderRowRange() {
    return this.table.getHeaderRowRange().getColumn(this.at);
  }
  getDataBodyRange() {
    return this.table.getDataBodyRange().getColumn(this.at);
  }
  getTotalRowRange() {
    return this.table.getTotalRowRange().getColumn(this.at);
  }
}
