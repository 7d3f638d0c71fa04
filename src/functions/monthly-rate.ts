import { MONTHS_PER_YEAR } from '../engine/math/calendar';
import { broadcast, numbers, SHARE } from './arguments/number-grid';

/**
 * The monthly rate that adds up to an annual one: 1 − (1 − annual)^(1/12).
 *
 * @customfunction MONTHLYRATE
 * @category Panel
 * @helpurl help/MONTHLYRATE.html
 * @param annualRate Share lost in a year, 0 to 1: one number or a range.
 * @returns Share lost a month, in the shape of the input.
 * @throws A rate outside 0 to 1.
 * @example
 * =PPPM.MONTHLYRATE(28%)
 * → 0.027004 (rounded)
 */
export function monthlyRate(annualRate: unknown[][]): number[][] {
  // log1p and expm1 keep small rates exact.
  return broadcast(
    [numbers('annualRate', annualRate, SHARE)],
    (annual) => -Math.expm1(Math.log1p(-annual) / MONTHS_PER_YEAR),
  );
}
