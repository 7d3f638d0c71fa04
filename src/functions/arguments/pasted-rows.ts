/** Rows of an export, pasted into a sheet. */
import * as messages from '../../tables/messages/exports';
import { InputError } from '../../tables/messages/input-error';
import type { Cell } from '../../tables/reading/cell';
import { isOmitted } from './number-grid';

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
