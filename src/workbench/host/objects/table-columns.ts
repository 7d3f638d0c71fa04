import type { CellRange } from '../../grid/grid';
import { formatRange, parseRange, quoteSheet, splitAddress } from '../address';
import { invalidArgument, itemNotFound, notImplemented } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';
import { move } from './move-cells';
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

  /** A blank column; what stands to the right of the table is not moved, so it must be free. */
  add(index?: number | null, values?: unknown, name?: string) {
    if (values !== undefined && values !== null) throw notImplemented('TableColumnCollection.add with values');
    const { columns } = this.table.info().range;
    const at = index === undefined || index === null || index < 0 ? columns : index;
    if (at > columns) throw invalidArgument();
    openColumn(this.table, at);
    if (name) this.table.getHeaderRowRange().getColumn(at).values = [[`'${name}`]];
    return new TableColumn(this.table, at);
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
  getItemAt(index: number) {
    const column = this[items]()[index];
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
  delete() {
    closeColumn(this.table, this.at);
  }
}

/** The new column has the looks of the one to its left, as in Excel. */
function openColumn(table: Table, at: number): void {
  const { range, sheetId } = table.info();
  const { grid } = table.state;
  const beyond = { ...range, column: range.column + range.columns, columns: 1 };
  if (
    grid
      .readFormulas(sheetId, beyond)
      .flat()
      .some((content) => content !== '')
  )
    throw notImplemented('moving the cells to the right of a table');
  const moving = { ...range, column: range.column + at, columns: range.columns - at };
  if (moving.columns > 0) {
    moveRules(table, moving, 1);
    move(table, moving, { columns: 1 });
  }
  // The name that Excel gives it, in place of the one that moved on.
  const cells = Array.from({ length: range.rows }, (_, row) => [row === 0 ? newName(table) : '']);
  grid.write(sheetId, { ...moving, columns: 1 }, cells, 'addin');
  grid.updateTable(table.tableId, { range: { ...range, columns: range.columns + 1 } });
  if (at > 0)
    for (let row = range.row; row < range.row + range.rows; row++)
      grid.format(
        sheetId,
        { row, column: moving.column, rows: 1, columns: 1 },
        grid.readFormat(sheetId, row, moving.column - 1),
      );
  moveNames(table, moving.column, 1);
}

function newName(table: Table): string {
  const names = table.getHeaderRowRange().text![0].map((name) => name.toLowerCase());
  let number = 1;
  while (names.includes(`column${number}`)) number++;
  return `Column${number}`;
}

function closeColumn(table: Table, at: number): void {
  const { range, sheetId } = table.info();
  const { grid } = table.state;
  if (range.columns === 1) throw notImplemented('deleting the only column of a table');
  const moving = { ...range, column: range.column + at + 1, columns: range.columns - at - 1 };
  if (moving.columns > 0) {
    moveRules(table, moving, -1);
    move(table, moving, { columns: -1 });
  }
  const last = { ...range, column: range.column + range.columns - 1, columns: 1 };
  grid.updateTable(table.tableId, { range: { ...range, columns: range.columns - 1 } });
  grid.clear(sheetId, last, 'all');
  moveNames(table, range.column + at, -1);
}

/** Validation goes with its column; a rule is the same in all its rows. */
function moveRules({ state: { grid }, info }: Table, { row, rows, column, columns }: CellRange, by: number): void {
  const { sheetId } = info();
  const cells = Array.from({ length: columns }, (_, i) => column + i);
  const rules = cells.map((at) => (rows > 1 ? grid.readValidation(sheetId, row + 1, at) : null));
  if (by > 0 && rows > 1) grid.setValidation(sheetId, { row: row + 1, column, rows: rows - 1, columns: 1 }, null);
  cells.forEach((at, i) => {
    const rule = rules[i];
    const from = formatRange({ row: row + 1, column: at, rows: 1, columns: 1 });
    const to = formatRange({ row: row + 1, column: at + by, rows: 1, columns: 1 });
    const moved =
      rule?.kind === 'custom' ? { ...rule, source: rule.source!.replace(new RegExp(`\\b${from}\\b`, 'g'), to) } : rule;
    if (rows > 1) grid.setValidation(sheetId, { row: row + 1, column: at + by, rows: rows - 1, columns: 1 }, moved);
  });
}

/** Names of cells in the table's rows move along, and those around the place become wider or narrower. */
function moveNames({ state: { grid }, info, worksheet }: Table, at: number, by: number): void {
  const { range: table } = info();
  for (const { name, formula, comment } of grid.names()) {
    const { sheet, range } = splitAddress(formula);
    const area = sheet === worksheet.name ? parseRange(range) : null;
    if (!area || area.row < table.row || area.row + area.rows > table.row + table.rows) continue;
    const end = area.column + area.columns;
    if (end <= at) continue;
    const moved =
      area.column >= at + (by < 0 ? 1 : 0)
        ? { ...area, column: area.column + by }
        : { ...area, columns: area.columns + by };
    if (moved.columns > 0) grid.setName(name, `=${quoteSheet(sheet!)}!${formatRange(moved, true)}`, comment);
  }
}
