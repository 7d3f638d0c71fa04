import { itemNotFound } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';
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

  /** By name, or by the id that Office.js keeps: the first is 1. */
  getItem(key: string | number) {
    const column =
      typeof key === 'number'
        ? this[items]()[key - 1]
        : this[items]().find(({ name }) => name.toLowerCase() === key.toLowerCase());
    if (!column) throw itemNotFound();
    return column;
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
    return { Id: this.at + 1 };
  }

  get index() {
    return this.at;
  }
  get name() {
    return this.table.getHeaderRowRange().getColumn(this.at).text![0][0];
  }

  getDataBodyRange() {
    return this.table.getDataBodyRange().getColumn(this.at);
  }
}
