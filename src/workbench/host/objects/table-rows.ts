import type { CellRange } from '../../grid/grid';
import { intersect } from '../address';
import { invalidArgument, itemNotFound, notImplemented, wrongArraySize } from '../excel-error';
import { HostObject } from '../host-object';
import type { CellContent } from '../write-cells';
import type { Table } from './table';

export class TableRowCollection extends HostObject {
  readonly typeName = 'TableRowCollection';

  constructor(private readonly table: Table) {
    super();
  }

  get count() {
    return this.table.body().rows;
  }

  add(index?: number | null, values?: CellContent) {
    const body = this.table.body();
    const at = index === undefined || index === null || index < 0 ? body.rows : index;
    if (at > body.rows) throw invalidArgument();
    const block = Array.isArray(values) ? values : null;
    if (block?.some((row) => row.length !== body.columns)) throw wrongArraySize();
    const rows = block?.length ?? 1;
    openRows(this.table, at, rows);
    if (block) this.table.part({ ...body, row: body.row + at, rows }).values = block;
    return new TableRow(this.table, at);
  }
  getItemAt(index: number) {
    if (index < 0 || index >= this.count) throw itemNotFound();
    return new TableRow(this.table, index);
  }
}

class TableRow extends HostObject {
  readonly typeName = 'TableRow';

  constructor(
    private readonly table: Table,
    private readonly at: number,
  ) {
    super();
  }

  delete() {
    closeRow(this.table, this.at);
  }
}

/** Makes room in the table; what stands below it on the sheet is not moved, so it must be free. */
function openRows(table: Table, at: number, count: number): void {
  const { range, sheetId } = table.info();
  const { grid } = table.state;
  const below = { ...range, row: range.row + range.rows, rows: count };
  const used = grid.usedRange(sheetId);
  const taken = used && intersect(used, below);
  if (
    taken &&
    grid
      .readFormulas(sheetId, taken)
      .flat()
      .some((content) => content !== '')
  ) {
    throw notImplemented('moving down the cells below a table');
  }
  const body = table.body();
  const moving = { ...range, row: body.row + at, rows: range.row + range.rows - body.row - at };
  grid.updateTable(table.tableId, { range: { ...range, rows: range.rows + count } });
  carryFormats(table, below);
  if (moving.rows > 0) {
    move(table, moving, count);
    grid.clear(sheetId, { ...moving, rows: count }, 'contents');
  }
}

/** Excel gives new rows the looks of the row above them. */
function carryFormats(table: Table, rows: CellRange): void {
  const { grid } = table.state;
  const { sheetId } = table.info();
  for (let column = rows.column; column < rows.column + rows.columns; column++) {
    grid.format(sheetId, { ...rows, column, columns: 1 }, grid.readFormat(sheetId, rows.row - 1, column));
  }
}

function closeRow(table: Table, at: number): void {
  const { range, sheetId } = table.info();
  const { grid } = table.state;
  const body = table.body();
  const last = range.row + range.rows - 1;
  const moving = { ...range, row: body.row + at + 1, rows: last - body.row - at };
  if (moving.rows > 0) move(table, moving, -1);
  // Excel keeps one blank row in a table whose last row is deleted.
  const kept = body.rows === 1;
  grid.clear(sheetId, { ...range, row: last, rows: 1 }, kept ? 'contents' : 'all');
  if (!kept) grid.updateTable(table.tableId, { range: { ...range, rows: range.rows - 1 } });
}

/** Rows with formulas would need their references rewritten, which the workbench does not do. */
function move(table: Table, rows: { row: number; column: number; rows: number; columns: number }, by: number): void {
  const { grid } = table.state;
  const { sheetId } = table.info();
  const content = grid.readFormulas(sheetId, rows);
  if (content.flat().some((cell) => typeof cell === 'string' && cell.startsWith('=')))
    throw notImplemented('moving table rows that hold formulas');
  grid.write(sheetId, { ...rows, row: rows.row + by }, content, 'addin');
}
