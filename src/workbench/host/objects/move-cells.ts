import type { CellFormat, CellRange } from '../../grid/grid';
import { notImplemented } from '../excel-error';
import type { Table } from './table';

/** Cells of a table on their way to another place: contents with their looks. */
export interface MovedCells {
  contents: (string | number | boolean)[][];
  formats: CellFormat[][];
}

/** Moves a table's cells. */
export function move(table: Table, cells: CellRange, { rows = 0, columns = 0 }): void {
  putDown(table, { ...cells, row: cells.row + rows, column: cells.column + columns }, takeUp(table, cells));
}

/** References to cells beside them would have to be rewritten, which the workbench does not do. */
export function takeUp({ state, info }: Table, cells: CellRange): MovedCells {
  const { grid } = state;
  const { sheetId } = info();
  const contents = grid.readFormulas(sheetId, cells);
  if (contents.flat().some((content) => typeof content === 'string' && REFERENCE_BESIDE.test(withoutTexts(content))))
    throw notImplemented('moving cells of a table with references to cells beside them');
  const values = grid.readValues(sheetId, cells);
  return {
    contents: contents.map((row, r) => row.map((content, c) => asTyped(content, values[r][c]))),
    formats: contents.map((row, r) => row.map((_, c) => grid.readFormat(sheetId, cells.row + r, cells.column + c))),
  };
}

export function putDown({ state: { grid }, info }: Table, to: CellRange, { contents, formats }: MovedCells): void {
  const { sheetId } = info();
  grid.write(sheetId, to, contents, 'addin');
  grid.clear(sheetId, to, 'formats');
  formats.forEach((row, r) =>
    row.forEach((format, c) =>
      grid.format(sheetId, { row: to.row + r, column: to.column + c, rows: 1, columns: 1 }, format),
    ),
  );
}

/** A reference that has not both its row and its column fixed, on no other sheet. */
const REFERENCE_BESIDE = /^=(?:.*[^\w.$'!])?(?:\$?[A-Za-z]{1,3}\d+|[A-Za-z]{1,3}\$\d+)(?![\w(])/;
const withoutTexts = (formula: string): string => formula.replace(/"(?:[^"]|"")*"|\[[^\]]*\]/g, '""');

/** A text that looks like a formula stays one. */
const asTyped = (content: string | number | boolean | null, value: unknown): string | number | boolean =>
  typeof content === 'string' && content === value && /^[=']/.test(content) ? `'${content}` : (content ?? '');
