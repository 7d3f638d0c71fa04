import { shareReaching } from '../engine/math/minutes';
import type { Spread } from './enums';
import { MOST_CV } from '../tables/schemas/payer-mix';
import { MINUTES_DISTRIBUTIONS } from '../tables/schemas/settings';
import { AT_LEAST_ZERO, between, broadcast, numbers } from './arguments/number-grid';
import { oneOf } from './arguments/text-argument';

const CV = between(0, MOST_CV);

/**
 * Share of patients who reach a number of minutes in a month, from mean minutes and their spread.
 *
 * The units of a timed code to expect are the shares at its thresholds, added: 99490 the share at 20 minutes, 99439 the shares at 40 and 60.
 *
 * @customfunction REALIZATION
 * @category Reimbursement
 * @helpurl help/REALIZATION.html
 * @param meanMinutes Mean minutes of service per patient and month: one number or a range.
 * @param cv Coefficient of variation of those minutes: standard deviation ÷ mean, at most 10, e.g. 0.6; 0 = everybody gets the mean.
 * @param thresholdMinutes Minutes to reach, e.g. 20; several thresholds give several shares.
 * @param [distribution] Spread of the minutes over patients: gamma (blank) or lognormal.
 * @returns Share of patients, 0 to 1, in the shape of the inputs.
 * @throws A negative number, a cv over 10, text, an unknown distribution, or ranges of different shapes.
 * @example
 * Half an hour on average: how many reach 20, 40 and 60 minutes?
 * =PPPM.REALIZATION(30, 0.6, {20,40,60})
 * → {0.6648,0.2419,0.0675} (rounded)
 */
export function realization(
  meanMinutes: unknown[][],
  cv: unknown[][],
  thresholdMinutes: unknown[][],
  distribution?: Spread,
): number[][] {
  const spread = oneOf('distribution', distribution, MINUTES_DISTRIBUTIONS, 'gamma');
  return broadcast(
    [
      numbers('meanMinutes', meanMinutes, AT_LEAST_ZERO),
      numbers('cv', cv, CV),
      numbers('thresholdMinutes', thresholdMinutes, AT_LEAST_ZERO),
    ],
    (mean, variation, threshold) => shareReaching(mean, variation, threshold, spread),
  );
}
