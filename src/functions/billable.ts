import { AT_LEAST_ZERO, broadcast, numbers, SHARE } from './arguments/number-grid';

/**
 * Billable patients: active patients × realization rate.
 *
 * @customfunction BILLABLE
 * @category Reimbursement
 * @helpurl help/BILLABLE.html
 * @param activePatients Active patients of the month: one number or a range.
 * @param realizationRate Share of them who meet consent, threshold and documentation, 0 to 1.
 * @returns Billable patients, in the shape of the inputs.
 * @throws A share outside 0 to 1, negative patients, text, or ranges of different shapes.
 * @example
 * =PPPM.BILLABLE({100;200}, 67%)
 * → {67;134}
 */
export function billable(activePatients: unknown[][], realizationRate: unknown[][]): number[][] {
  return broadcast(
    [numbers('activePatients', activePatients, AT_LEAST_ZERO), numbers('realizationRate', realizationRate, SHARE)],
    (active, realized) => active * realized,
  );
}
