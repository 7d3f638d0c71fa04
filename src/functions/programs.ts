import { programNumbersAsRead, programsAsRead } from '../tables/reading/names-as-read';
import { tableOf } from './arguments/model-arguments';
import { isNotGiven } from './arguments/number-grid';

/**
 * The programs of Panel as the model reads them, one below the other: without blank rows, and without rows that add up others.
 *
 * With Payer mix, of each of its rows the number of its program in that list. It is blank where the model leaves the row out (a blank row, a total) or the row names no program of Panel: SUMIF over these numbers adds up what the model adds up, whatever the names hold.
 *
 * @customfunction PROGRAMS
 * @category The model
 * @helpurl help/PROGRAMS.html
 * @param panel The Panel table with its header row.
 * @param [payerMix] The Payer mix table with its header row; blank = the names of the programs.
 * @returns The names, one a row; with Payer mix a number or a blank for each of its rows.
 * @throws A table that is missing, or lacks a column that it needs.
 * @example
 * =PPPM.PROGRAMS(tblPanel[#All])
 * → "CCM"
 * @example
 * =PPPM.PROGRAMS(tblPanel[#All], tblPayerMix[#All])
 * → 1
 */
export function programs(panel: unknown[][], payerMix?: unknown[][]): unknown[][] {
  const found = isNotGiven(payerMix)
    ? programsAsRead(tableOf(panel))
    : programNumbersAsRead(tableOf(panel), tableOf(payerMix));
  return found.length ? found.map((cell) => [cell ?? '']) : [['']];
}
