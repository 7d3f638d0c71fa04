import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { ANY_NUMBER, AT_LEAST_ZERO, broadcast, numbers } from './arguments/number-grid';

/**
 * Expense per member per month: cost ÷ patients.
 *
 * @customfunction PMPM
 * @category Cost and capacity
 * @helpurl help/PMPM.html
 * @param cost Cost of the month in $: one number or a range.
 * @param patients Patients of the month: one number or a range.
 * @returns $/patient/month, in the shape of the inputs; #N/A in a month without patients.
 * @throws #N/A for 0 patients; negative patients, text, or ranges of different shapes.
 * @example
 * =PPPM.PMPM({6500,13000}, {150,260})
 * → {43.3333,50} (rounded)
 */
export function pmpm(cost: unknown[][], patients: unknown[][]): unknown[][] {
  return broadcast(
    [numbers('cost', cost, ANY_NUMBER), numbers('patients', patients, AT_LEAST_ZERO)],
    (spent, members) =>
      members === 0 ? new InputError(messages.noPatients('patients'), 'notAvailable') : spent / members,
  );
}
