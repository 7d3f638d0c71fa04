/** Cells and areas, and how a file names them: B7, $B$7:$D$9, 'Payer Mix'!$B$7, $A:$C, $1:$3. */

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** 0 → A, 26 → AA */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** B7 */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** B7 or B7:D9 */
export const areaName = ({ row, column, rows, columns }: Area): string =>
  rows === 1 && columns === 1
    ? cellName(row, column)
    : `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

/** $B$7:$D$9, and $A:$C or $1:$3 where whole columns or rows are meant. */
export function fixedName({ row, column, rows, columns }: Area): string {
  if (rows >= MOST_ROWS) return `$${columnName(column)}:$${columnName(column + columns - 1)}`;
  if (columns >= MOST_COLUMNS) return `$${row + 1}:$${row + rows}`;
  const corner = (r: number, c: number) => `$${columnName(c)}$${r + 1}`;
  const [first, last] = [corner(row, column), corner(row + rows - 1, column + columns - 1)];
  return first === last ? first : `${first}:${last}`;
}

export const quotedSheet = (sheet: string): string =>
  /^[A-Za-z_]\w*$/.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C\d*|[RC])$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;

const ADDRESS = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$/i;

/** The area of an address in any of these forms, and the sheet where it is named; null for what is none. */
export function parseAddress(address: string): { sheet: string | null; area: Area } | null {
  const found = ADDRESS.exec(address.trim());
  if (!found) return null;
  const [, quoted, bare, letters, digits, lastLetters = letters, lastDigits = digits] = found;
  if ((letters === '') !== (lastLetters === '') || (digits === '') !== (lastDigits === '')) return null;
  if (letters === '' && digits === '') return null;
  const [left, right] = letters === '' ? [0, MOST_COLUMNS - 1] : [letters, lastLetters].map(upper).map(columnNumber);
  const [top, bottom] = digits === '' ? [0, MOST_ROWS - 1] : [Number(digits) - 1, Number(lastDigits) - 1];
  const area = {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
  const isThere = area.row >= 0 && area.row + area.rows <= MOST_ROWS && area.column + area.columns <= MOST_COLUMNS;
  return isThere ? { sheet: quoted?.replaceAll("''", "'") ?? bare ?? null, area } : null;
}

const upper = (text: string): string => text.toUpperCase();

export const isInside = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;
