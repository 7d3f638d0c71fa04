import { fold } from './nearest';

/** A cell as Excel hands it over. */
export type Cell = string | number | boolean | null | undefined;

/** Blank, 0 and empty text: not given. */
export const isBlank = (cell: Cell): boolean =>
  cell === null ||
  cell === undefined ||
  cell === 0 ||
  (typeof cell === 'string' && !/^[!-~]/.test(cell) && fold(cell) === '');

export const isZeroWord = (cell: Cell): boolean => typeof cell === 'string' && fold(cell) === 'zero';
