/** How formulas read what is typed: blank and 0 are not given, the word zero is a true zero, a month is a date or a number. */
import { NOISE, WHOLE_UNIT_NOISE } from '../engine/math/tolerances';
import type { Column } from '../tables/schemas/column';
import { fixed, onSheet, type Area } from '../workbook/plan/cells';

/** The first day that a cell with a date can hold: smaller numbers are months counted from the start. */
export const FIRST_DATE = 32_874;

/** What stands where there is no limit. A text: MIN passes it by. */
export const NO_LIMIT = 'no limit';

/** The month of the forecast, counted from 1, that a cell means which holds something. */
export const monthOf = (cell: string, start: string): string =>
  `IF(${cell}>=${FIRST_DATE},(YEAR(${cell})-YEAR(${start}))*12+MONTH(${cell})-MONTH(${start})+1,${cell})`;

/** A number, or what its column takes where nothing is given. */
export function typedNumber(cell: string, { type, fallback }: Column, start: string): string {
  const otherwise = fallback === Infinity ? `"${NO_LIMIT}"` : String(fallback ?? 0);
  if (type === 'month') return `IF(N(${cell})=0,${otherwise},${monthOf(cell, start)})`;
  return otherwise === '0' ? `N(${cell})` : `IF(${cell}="zero",0,IF(N(${cell})=0,${otherwise},${cell}))`;
}

/** Whole units for a fraction: what rounding leaves above a whole number buys no further one. */
export const wholeAbove = (units: string, need: string): string =>
  `ROUNDUP(MAX(0,${units}-${inFormula(WHOLE_UNIT_NOISE)}*MAX(1,${need})),0)`;

/** A subtraction of patients; what is but rounding noise is nobody. */
export const leftOf = (whole: string, gone: string): string =>
  `IF(${whole}-${gone}<${inFormula(NOISE)}*${whole},0,${whole}-${gone})`;

/** A small power of ten: 10^-9. The workbench compares a number with 1E-9, or with 0.000000001, as if that were a text. */
export const inFormula = (value: number): string => `10^${Math.round(Math.log10(value))}`;

/** Terms added one by one: a sum over a range of a sheet would wait for rows that wait for it. */
export const added = (terms: readonly string[]): string => (terms.length > 0 ? terms.join('+') : '0');

/** Cells of a sheet as a range, be it of one cell: some functions take nothing else. */
export const range = (sheet: string, place: Area): string =>
  place.rows * place.columns > 1 ? onSheet(sheet, place) : `${onSheet(sheet, place)}:${fixed(place)}`;
