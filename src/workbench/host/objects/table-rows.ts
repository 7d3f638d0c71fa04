import type { CellRange } from '../../grid/grid';
import { sheetState } from '../document-state';
import { intersect } from '../address';
import { invalidArgument, itemNotFound, notImplemented, wrongArraySize } from '../excel-error';
import { HostObject } from '../host-object';
import type { CellContent } from '../write-cells';
import { move } from './move-cells';
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
  carryRules(table, below);
  carryFormats(table, below, range.row + range.rows - 1);
  if (moving.rows > 0) {
    move(table, moving, { rows: count });
    grid.clear(sheetId, { ...moving, rows: count }, 'contents');
    if (at > 0) carryFormats(table, { ...moving, rows: count }, moving.row - 1);
  }
}

/** Validation and conditional formats of a table hold in its new rows, too. */
function carryRules({ state, info }: Table, below: CellRange): void {
  const { sheetId } = info();
  const last = { ...below, row: below.row - 1 };
  for (const format of sheetState(state.document, sheetId).conditionalFormats) {
    const { row, rows, column, columns } = format.range;
    if (row + rows === below.row && column >= last.column && column + columns <= last.column + last.columns)
      format.range = { ...format.range, rows: rows + below.rows };
  }
  state.grid.extendRulesDown(sheetId, last, below.rows);
}

/** Excel gives new rows the looks of the row above them. */
function carryFormats(table: Table, rows: CellRange, from: number): void {
  const { grid } = table.state;
  const { sheetId } = table.info();
  for (let column = rows.column; column < rows.column + rows.columns; column++) {
    grid.format(sheetId, { ...rows, column, columns: 1 }, grid.readFormat(sheetId, from, column));
  }
}

function closeRow(table: Table, at: number): void {
  const { range, sheetId } = table.info();
  const { grid } = table.state;
  const body = table.body();
  const last = range.row + range.rows - 1;
  const moving = { ...range, row: body.row + at + 1, rows: last - body.row - at };
  if (moving.rows > 0) move(table, moving, { rows: -1 });
  // Excel keeps one blank row in a table whose last row is deleted.
  const kept = body.rows === 1;
  grid.clear(sheetId, { ...range, row: last, rows: 1 }, kept ? 'contents' : 'all');
  if (!kept) grid.updateTable(table.tableId, { range: { ...range, rows: range.rows - 1 } });
}
