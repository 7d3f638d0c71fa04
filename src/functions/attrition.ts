import { InputError } from '../tables/input-error';
import * as messages from '../tables/messages';
import { AT_LEAST_ZERO, broadcast, numbers, SHARE } from './number-grid';

/**
 * Patients lost in a month: patients × monthly attrition rate. A column of cause rates gives one row a cause.
 *
 * @customfunction ATTRITION
 * @category Panel
 * @helpurl help/ATTRITION.html
 * @param patients Patients at the opening of the month: one number, or one a month.
 * @param rates Monthly share lost, 0 to 1: one number, one a month, or a column with one a cause.
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
  // Rates below each other are causes of one month, unless the patients run down as well: then rows are months.
  if (causes.rows > 1 && panel.rows === 1) {
    for (let c = 0; c < causes.columns; c++) {
      let total = 0;
      for (let r = 0; r < causes.rows; r++) total += causes.values[r * causes.columns + c];
      if (total > 1 + 1e-12) throw new InputError(messages.causesExceedOne('rates', total));
    }
  }
  return broadcast([panel, causes], (opening, rate) => opening * rate);
}
