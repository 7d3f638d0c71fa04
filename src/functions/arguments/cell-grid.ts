/** Cells of any kind as a worksheet function receives them: one, a row, a column or a block. */
import { isOmitted, type Grid } from './number-grid';

export const isBlankCell = (cell: unknown): boolean =>
  cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '');

/** An argument left out is one blank cell. */
export function cells(name: string, argument: unknown): Grid<unknown> {
  if (!Array.isArray(argument) || isOmitted(argument))
    return { name, rows: 1, columns: 1, values: [Array.isArray(argument) ? null : argument] };
  const rows = (argument as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  return {
    name,
    rows: rows.length,
    columns: rows.length ? rows[0].length : 0,
    values: rows.length === 1 ? rows[0] : rows.flat(),
  };
}
