import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { exceeds } from '../tables/reading/bounds';
import { AT_LEAST_ZERO, broadcast, numbers, SHARE, type NumberGrid } from './arguments/number-grid';

/**
 * Patients lost in a month: patients × monthly attrition rate. A column of cause rates gives one row a cause.
 *
 * @customfunction ATTRITION
 * @category Panel
 * @helpurl help/ATTRITION.html
 * @param patients Patients at the opening of the month: one number, or one a month.
 * @param rates Monthly share lost, 0 to 1: one number, one a month, or a column with one a cause (a row, when the patients run down).
 * @returns Patients lost, in the shape of the inputs.
 * @throws A rate outside 0 to 1, or cause rates that add to more than 1.
 * @example
 * =PPPM.ATTRITION(200, 3%)
 * → 6
 * @example
 * Lost to discharge, disengagement and benefit change, in two months.
 * =PPPM.ATTRITION({200,300}, {1%;2%;0.5%})
 * → {2,3;4,6;1,1.5}
 */
export function attrition(patients: unknown[][], rates: unknown[][]): number[][] {
  const panel = numbers('patients', patients, AT_LEAST_ZERO);
  const causes = numbers('rates', rates, SHARE);
  // Rates below each other are causes of one month, unless the patients run down: then rows are months, and causes stand beside each other.
  if (panel.rows === 1) refuseExcess(causes, causes.columns, causes.rows, 1, causes.columns);
  else if (panel.columns === 1) refuseExcess(causes, causes.rows, causes.columns, causes.columns, 1);
  return broadcast([panel, causes], (opening, rate) => opening * rate);
}

/** @throws InputError when the causes of a month add to more than 1. */
function refuseExcess(
  { values }: NumberGrid,
  months: number,
  causes: number,
  monthStep: number,
  causeStep: number,
): void {
  if (causes === 1) return;
  for (let month = 0; month < months; month++) {
    let total = 0;
    for (let cause = 0; cause < causes; cause++) total += values[month * monthStep + cause * causeStep];
    if (exceeds(total, 1)) throw new InputError(messages.causesExceedOne('rates', total));
  }
}
