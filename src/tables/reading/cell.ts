import { fold } from './nearest';

/** An error that a cell shows, such as #N/A. */
export interface CellError {
  readonly error: string;
}

/** A cell as Excel hands it over. */
export type Cell = string | number | boolean | null | undefined | CellError;

/** One object an error, so that equal cells are the same. */
const errors = new Map<string, CellError>();
export function cellError(code: string): CellError {
  let known = errors.get(code);
  if (!known) errors.set(code, (known = Object.freeze({ error: code })));
  return known;
}

export const isCellError = (cell: unknown): cell is CellError =>
  typeof cell === 'object' && cell !== null && 'error' in cell;

/** Blank, 0 and empty text: not given. */
export const isBlank = (cell: Cell): boolean =>
  cell === null ||
  cell === undefined ||
  cell === 0 ||
  (typeof cell === 'string' && !/^[!-~]/.test(cell) && fold(cell) === '');

/** A number that stands for a name or a code, in the 15 digits that Excel shows of it: 0.3, not 0.30000000000000004. */
export const numberAsText = (value: number): string => String(Number(value.toPrecision(15)));

export const isZeroWord = (cell: Cell): boolean => typeof cell === 'string' && fold(cell) === 'zero';
