import { AT_LEAST_ZERO, broadcast, numbers, SHARE } from './arguments/number-grid';

/**
 * Allowed revenue: active patients × realization × claim success × allowed PPPM.
 *
 * @customfunction REVENUE
 * @category Reimbursement
 * @helpurl help/REVENUE.html
 * @param activePatients Active patients of the month: one number or a range.
 * @param realizationRate Share of them who meet consent, threshold and documentation, 0 to 1.
 * @param claimSuccessRate Share of claims paid in the end, 0 to 1.
 * @param allowedPppm Allowed amount of a paid claim, $/patient/month.
 * @returns Allowed revenue in $, in the shape of the inputs.
 * @throws A share outside 0 to 1, a negative number, text, or ranges of different shapes.
 * @example
 * =PPPM.REVENUE(100, 80%, 95%, 66)
 * → 5016
 * @example
 * Perfect execution, for three panels.
 * =PPPM.REVENUE({50,100,200}, 1, 1, 66)
 * → {3300,6600,13200}
 */
export function revenue(
  activePatients: unknown[][],
  realizationRate: unknown[][],
  claimSuccessRate: unknown[][],
  allowedPppm: unknown[][],
): number[][] {
  return broadcast(
    [
      numbers('activePatients', activePatients, AT_LEAST_ZERO),
      numbers('realizationRate', realizationRate, SHARE),
      numbers('claimSuccessRate', claimSuccessRate, SHARE),
      numbers('allowedPppm', allowedPppm, AT_LEAST_ZERO),
    ],
    (active, realized, paid, allowed) => active * realized * paid * allowed,
  );
}
