import { broadcast, numbers, numbersOr, SHARE } from './arguments/number-grid';

/**
 * Share of claims paid in the end: clean claims, and those won on appeal.
 *
 * clean + (1 − clean) × appealed × overturned.
 *
 * @customfunction CLAIMSUCCESS
 * @category Reimbursement
 * @helpurl help/CLAIMSUCCESS.html
 * @param cleanClaimRate Share of claims paid at first submission, 0 to 1: one number or a range.
 * @param [appealRate] Share of the other claims that are appealed, 0 to 1; blank = none.
 * @param [overturnRate] Share of appeals won, 0 to 1; blank = none.
 * @returns Share of claims paid, in the shape of the inputs.
 * @throws A share outside 0 to 1, text, or ranges of different shapes.
 * @example
 * =PPPM.CLAIMSUCCESS(92%, 50%, 50%)
 * → 0.94
 */
export function claimSuccess(
  cleanClaimRate: unknown[][],
  appealRate?: unknown[][],
  overturnRate?: unknown[][],
): number[][] {
  return broadcast(
    [
      numbers('cleanClaimRate', cleanClaimRate, SHARE),
      numbersOr('appealRate', appealRate, SHARE, 0),
      numbersOr('overturnRate', overturnRate, SHARE, 0),
    ],
    (clean, appealed, won) => clean + (1 - clean) * appealed * won,
  );
}
