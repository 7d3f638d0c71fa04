import { BILLING_BASES, DEFAULT_MONTHS, MAX_MONTHS } from '../tables/schemas/settings';
import type { BillingBasis } from './enums';
import { directionOf, inMonth, layOut, monthsOf, requireMonths } from './arguments/month-series';
import { AT_LEAST_ZERO, isNotGiven, numbers, oneNumber, SHARE, wholeNumber } from './arguments/number-grid';
import { isTrue, oneOf } from './arguments/text-argument';

const ROWS = ['Opening', 'New', 'Lost', 'Closing', 'Active'];

/**
 * Rolls a panel forward: patients at the opening of each month, new, lost, at its close, and active.
 *
 * Lost = opening × attrition rate: nobody leaves in the month they join. Closing = opening − lost + new.
 *
 * @customfunction PANEL
 * @category Panel
 * @helpurl help/PANEL.html
 * @param opening Patients at the opening of the first month.
 * @param newPatients New patients a month: one number for every month, or a row or column with one a month.
 * @param attritionRate Monthly share of the opening panel lost, 0 to 1: one number, or one a month.
 * @param [months] Months to roll forward, 1 to 120; blank = as many as the inputs have, else 36.
 * @param [basis] Active patients: average of opening and closing (blank), closing, or retained (opening − lost).
 * @param [labels] TRUE puts the names of the rows in front.
 * @returns Rows Opening, New, Lost, Closing, Active (patients) by month; columns, when the month inputs are a column.
 * @throws A rate outside 0 to 1, negative patients, or month inputs of different lengths.
 * @example
 * =PPPM.PANEL(100, 10, 5%, 2)
 * → {100,105;10,10;5,5.25;105,109.75;102.5,107.375}
 * @example
 * Months run down when the inputs do, with the names on top.
 * =PPPM.PANEL(0, {10;10}, 0, , "closing", TRUE)
 * → {"Opening","New","Lost","Closing","Active";0,10,0,10,10;10,10,0,20,20}
 */
export function panel(
  opening: unknown[][],
  newPatients: unknown[][],
  attritionRate: unknown[][],
  months?: number,
  basis?: BillingBasis,
  labels?: boolean,
): unknown[][] {
  const start = oneNumber('opening', opening, AT_LEAST_ZERO);
  const joining = numbers('newPatients', newPatients, AT_LEAST_ZERO);
  const leaving = numbers('attritionRate', attritionRate, SHARE);
  const series = [joining, leaving];
  const direction = directionOf(series);
  const horizon = isNotGiven(months) ? monthsOf(series, DEFAULT_MONTHS) : wholeNumber('months', months, 1, MAX_MONTHS);
  requireMonths(series, horizon);
  const by = oneOf('basis', basis, BILLING_BASES, 'average');

  const rows: unknown[][] = isTrue('labels', labels) ? ROWS.map((name) => [name]) : ROWS.map(() => []);
  for (let t = 0, patients = start; t < horizon; t++) {
    const lost = patients * inMonth(leaving, t);
    const added = inMonth(joining, t);
    const closing = patients - lost + added;
    const active = by === 'closing' ? closing : by === 'retained' ? patients - lost : (patients + closing) / 2;
    [patients, added, lost, closing, active].forEach((value, row) => rows[row].push(value));
    patients = closing;
  }
  return layOut(rows, direction);
}
