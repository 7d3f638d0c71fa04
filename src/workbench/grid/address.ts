/** Cells and ranges by their A1 names. */
import type { IRange } from '@univerjs/core';
import type { CellRange } from './grid';

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Panel!A1, with quotes round the sheet's name where Excel needs them. */
export function addressOf(sheetName: string, row: number, column: number): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheetName) && !/^[A-Za-z]{1,3}[0-9]+$/.test(sheetName);
  return `${plain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`}!${columnName(column)}${row + 1}`;
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns
  );
}

export function sameRange(a: CellRange, b: CellRange): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function univerRange({ row, column, rows, columns }: CellRange): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

/** The ranges with those that end in the row, and within its columns, made longer; null where there is none. */
export function extendedDown(
  ranges: readonly IRange[],
  { row, column, columns }: Pick<CellRange, 'row' | 'column' | 'columns'>,
  rows: number,
): IRange[] | null {
  const endsThere = ({ endRow, startColumn, endColumn }: IRange) =>
    endRow === row && startColumn >= column && endColumn < column + columns;
  return ranges.some(endsThere)
    ? ranges.map((range) => (endsThere(range) ? { ...range, endRow: row + rows } : range))
    : null;
}

export function gridRange({ startRow, startColumn, endRow, endColumn }: IRange): CellRange {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
