import { directionOf, layOut } from './arguments/month-series';
import { numbers, SHARE, wholeNumber } from './arguments/number-grid';

const MAX_TENURE = 600;

/**
 * Share of a cohort still enrolled after each month, from monthly loss rates by tenure.
 *
 * The first rate is lost in the first month of enrollment, the second in the second …; the last one carries on.
 *
 * @customfunction SURVIVAL
 * @category Panel
 * @helpurl help/SURVIVAL.html
 * @param rates Monthly loss rates by month of tenure, 0 to 1: one number, or a row or column.
 * @param months Months to follow the cohort, 1 to 600.
 * @returns Share still enrolled after months 1, 2, 3 …; down the sheet when the rates are a column.
 * @throws A rate outside 0 to 1, or months that are no whole number from 1 to 600.
 * @example
 * One in five never has a second month, then 2.5% leave each month.
 * =PPPM.SURVIVAL({20%,2.5%}, 4)
 * → {0.8,0.78,0.7605,0.7414875}
 */
export function survival(rates: unknown[][], months: number): number[][] {
  const byTenure = numbers('rates', rates, SHARE);
  const direction = directionOf([byTenure]);
  const horizon = wholeNumber('months', months, 1, MAX_TENURE);
  const remaining: number[] = [];
  for (let t = 0, share = 1; t < horizon; t++) {
    share *= 1 - byTenure.values[Math.min(t, byTenure.values.length - 1)];
    remaining.push(share);
  }
  return layOut([remaining], direction);
}
