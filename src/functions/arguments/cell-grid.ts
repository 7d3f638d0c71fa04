/** Cells of any kind as a worksheet function receives them: one, a row, a column or a block. */
import type { Cell } from '../../tables/reading/cell';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/exports';
import { isOmitted, type Grid } from './number-grid';

export const isBlankCell = (cell: unknown): boolean =>
  cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '');

/** What is read in a second, e.g. 40,000 claims of ten columns; Excel on the web takes about as much at a time: 5 MB. */
export const MOST_PASTED_CELLS = 400_000;

/** Rows that somebody pasted; an argument left out is none. @throws InputError where there are too many */
export function pastedRows(name: string, argument: unknown): Cell[][] {
  if (isOmitted(argument)) return [];
  const given = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  const rows = given.map((row) => (Array.isArray(row) ? row : [row]) as Cell[]);
  const columns = rows[0].length;
  if (rows.length * columns > MOST_PASTED_CELLS)
    throw new InputError(messages.tooManyPasted(name, rows.length, columns, MOST_PASTED_CELLS));
  return rows;
}

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
