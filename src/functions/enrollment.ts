import { directionOf, inMonth, layOut, monthsOf } from './arguments/month-series';
import { AT_LEAST_ZERO, isNotGiven, numbers, numbersOr, oneNumber, SHARE } from './arguments/number-grid';

/**
 * Patients who enroll each month, and those who wait because a limit turned them away.
 *
 * Demand = referrals × conversion rate + those waiting. Enrolled is the lesser of demand and the limit; the others wait for the next month.
 *
 * @customfunction ENROLLMENT
 * @category Panel
 * @helpurl help/ENROLLMENT.html
 * @param referrals Patients referred a month: one number, or a row or column with one a month.
 * @param conversionRate Share of referrals that enroll, 0 to 1: one number, or one a month.
 * @param [limit] Most patients that can be enrolled in a month: one number, or one a month; blank or 0 = no limit.
 * @param [waiting] Patients waiting before the first month; blank = none.
 * @returns Rows Enrolled and Waiting (patients) by month; columns, when the month inputs are a column.
 * @throws A rate outside 0 to 1, negative patients, or month inputs of different lengths.
 * @example
 * =PPPM.ENROLLMENT({40,40,10}, 50%, 15)
 * → {15,15,15;5,10,0}
 */
export function enrollment(
  referrals: unknown[][],
  conversionRate: unknown[][],
  limit?: unknown[][],
  waiting?: unknown[][],
): number[][] {
  const referred = numbers('referrals', referrals, AT_LEAST_ZERO);
  const converting = numbers('conversionRate', conversionRate, SHARE);
  const limits = numbersOr('limit', limit, AT_LEAST_ZERO, Infinity);
  const series = [referred, converting, limits];
  const direction = directionOf(series);
  const months = monthsOf(series, 1);

  const enrolled: number[] = [];
  const queue: number[] = [];
  let left = isNotGiven(waiting) ? 0 : oneNumber('waiting', waiting, AT_LEAST_ZERO);
  for (let t = 0; t < months; t++) {
    const demand = inMonth(referred, t) * inMonth(converting, t) + left;
    const joined = Math.min(demand, inMonth(limits, t));
    left = demand - joined;
    enrolled.push(joined);
    queue.push(left);
  }
  return layOut([enrolled, queue], direction);
}
