import type { CellRange } from '../grid/grid';

/** Addresses in Excel's A1 notation. Rows and columns count from 0 inside, from 1 and A in the text. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export function isEntireColumn(range: CellRange): boolean {
  return range.row === 0 && range.rows >= MAX_ROWS;
}

export function isEntireRow(range: CellRange): boolean {
  return range.column === 0 && range.columns >= MAX_COLUMNS;
}

/** A1:C5, A:C, 2:4; with $ before letters and numbers if absolute. */
export function formatRange(range: CellRange, absolute = false): string {
  const mark = absolute ? '$' : '';
  const lastRow = range.row + range.rows;
  const lastColumn = columnName(range.column + range.columns - 1);
  if (isEntireRow(range)) return `${mark}${range.row + 1}:${mark}${lastRow}`;
  if (isEntireColumn(range)) return `${mark}${columnName(range.column)}:${mark}${lastColumn}`;
  const first = `${mark}${columnName(range.column)}${mark}${range.row + 1}`;
  return range.rows === 1 && range.columns === 1 ? first : `${first}:${mark}${lastColumn}${mark}${lastRow}`;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** Splits 'Payer Mix'!A1:B2 into sheet and range; the sheet is null where the text names none. */
export function splitAddress(text: string): { sheet: string | null; range: string } {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  if (!match) return { sheet: null, range: text.trim().replace(/^=/, '') };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2], range: match[3] };
}

/** The cells of A1, A1:C5, A:C or 2:4, in any order of corners; null if the text is no such address. */
export function parseRange(text: string): CellRange | null {
  const corners = text.trim().split(':');
  if (corners.length > 2) return null;
  const parts = corners.map((corner) => /^\$?([a-z]{1,3})?\$?([1-9]\d{0,6})?$/i.exec(corner));
  if (parts.some((part) => !part || part[0] === '')) return null;
  const [first, last] = [parts[0]!, parts[parts.length - 1]!];
  if (!first[1] !== !last[1] || !first[2] !== !last[2]) return null;
  if (corners.length === 1 && (!first[1] || !first[2])) return null;
  const columns = first[1] ? [columnNumber(first[1]), columnNumber(last[1])] : [0, MAX_COLUMNS - 1];
  const rows = first[2] ? [Number(first[2]) - 1, Number(last[2]) - 1] : [0, MAX_ROWS - 1];
  const range = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.abs(rows[1] - rows[0]) + 1,
    columns: Math.abs(columns[1] - columns[0]) + 1,
  };
  return fits(range) ? range : null;
}

/** Whether the range lies within the sheet. */
export function fits(range: CellRange): boolean {
  return (
    range.row >= 0 &&
    range.column >= 0 &&
    range.rows > 0 &&
    range.columns > 0 &&
    range.row + range.rows <= MAX_ROWS &&
    range.column + range.columns <= MAX_COLUMNS
  );
}

export function intersect(a: CellRange, b: CellRange): CellRange | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest range that holds both. */
export function bounding(a: CellRange, b: CellRange): CellRange {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function sameRange(a: CellRange, b: CellRange): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
