/** A workbook as a second calculator is given it, and what it answers. */
import type { TableArea } from './plain-references';

export type Value = number | string | boolean;

export interface CalculatedCell {
  /** The formula, or null for a value that stands as it is. */
  formula: string | null;
  value: Value;
  /** Rows and columns that the formula spills into; 1 × 1 where it does not. */
  rows: number;
  columns: number;
}

export interface CalculatedSheet {
  name: string;
  /** By row and column, counted from 0; what is missing is blank. */
  cells: readonly (readonly (CalculatedCell | null)[])[];
}

export interface CalculatedWorkbook {
  sheets: readonly CalculatedSheet[];
  /** Forecast!$A$6 */
  names: Readonly<Record<string, string>>;
  tables: readonly TableArea[];
}

export interface Answer {
  /** Checks!C10 */
  at: string;
  formula: string;
  value: Value;
  expected: Value;
}

/** Whether Excel itself can calculate it. */
export const isNative = (formula: string | null): formula is string => formula !== null && !formula.includes('PPPM.');

/** Excel and its like keep fifteen digits of a number; what is left over between sums of millions differs more. */
const PRECISION = 1e-9;
const LEFT_OVER = 1e-8;

export const differs = ({ value, expected }: Answer): boolean =>
  typeof value === 'number' && typeof expected === 'number'
    ? Math.abs(value - expected) > Math.max(LEFT_OVER, PRECISION * Math.abs(expected))
    : // LibreOffice keeps truth values as numbers.
      value !== expected && !(typeof expected === 'boolean' && value === Number(expected));

export const inWords = ({ at, formula, value, expected }: Answer): string =>
  `${at} is ${JSON.stringify(value)}, in the workbook ${JSON.stringify(expected)}: ${formula.slice(0, 300)}`;

/** An error that is typed is a text, so each is made by a formula. */
export const ERROR_FORMULAS: Readonly<Record<string, string>> = {
  '#VALUE!': '=1+"x"',
  '#N/A': '=NA()',
  '#DIV/0!': '=1/0',
  '#NUM!': '=SQRT(-1)',
  '#REF!': '=INDEX($A$1:$A$1,2)',
  '#NAME?': '=NobodyIsCalledThis()',
};
