/** Cells, areas and their addresses. Rows and columns count from 0; addresses are as Excel writes them. */

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** An area of a sheet, for whoever refers to it from another one. */
export interface Place {
  sheet: string;
  area: Area;
}

/** A text that Excel is to calculate; every other string is text, whatever it starts with. */
export interface Formula {
  formula: string;
}

/** null leaves the cell blank. */
export type Content = string | number | boolean | null | Formula;

/** @param text without its leading = */
export const formula = (text: string): Formula => ({ formula: `=${text}` });

export const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

/** 0 → A, 26 → AA */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** A → 0, AA → 26 */
export const columnNumber = (name: string): number =>
  [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** B7, as a formula in the same place on another row would move it. */
export const relative = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** B$7, as formulas of other rows all name the same row; $B7, as those of other columns name the same column. */
export const rowFixed = (row: number, column: number): string => `${columnName(column)}$${row + 1}`;
export const columnFixed = (row: number, column: number): string => `$${columnName(column)}${row + 1}`;

const fixedCell = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

/** $B$7 or $B$7:$D$9 */
export const fixed = ({ row, column, rows, columns }: Area): string =>
  rows === 1 && columns === 1
    ? fixedCell(row, column)
    : `${fixedCell(row, column)}:${fixedCell(row + rows - 1, column + columns - 1)}`;

/** B7 or B7:D9 */
export const plain = (place: Area): string => fixed(place).replaceAll('$', '');

const quoted = (sheet: string): string => (/^[A-Za-z]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`);

/** 'Payer Mix'!$B$7:$D$9 */
export const onSheet = (sheet: string, place: Area): string => `${quoted(sheet)}!${fixed(place)}`;

export const reference = ({ sheet, area: place }: Place): string => onSheet(sheet, place);

/** A text inside a formula: "Eve ""E"" Smith" */
export const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
