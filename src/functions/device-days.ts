import { binomialSpread, DEVICE_PERIOD_DAYS, shareWithDays } from '../engine/math/minutes';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { AT_LEAST_ZERO, between, broadcast, numbers, numbersOr } from './arguments/number-grid';

const DAYS = between(0, DEVICE_PERIOD_DAYS);

/**
 * Share of patients with device data on at least so many of 30 days.
 *
 * Without a spread every patient transmits on any day with the same chance (binomial); with one, some nearly always and some hardly ever (beta-binomial). The share with 2 to 15 days is the share at 2 less the share at 16.
 *
 * @customfunction DEVICEDAYS
 * @category Reimbursement
 * @helpurl help/DEVICEDAYS.html
 * @param meanDays Mean days with data per patient and 30 days, 0 to 30: one number or a range.
 * @param spread Standard deviation of those days between patients; blank = that of the binomial.
 * @param thresholdDays Days to reach, 0 to 30, e.g. 16; several thresholds give several shares.
 * @returns Share of patients, 0 to 1, in the shape of the inputs.
 * @throws Days outside 0 to 30, a spread no 30 days can have, text, or ranges of different shapes.
 * @example
 * =PPPM.DEVICEDAYS(20, , {2,16})
 * → {1,0.9565} (rounded)
 * @example
 * The same mean, but patients differ by 8 days.
 * =PPPM.DEVICEDAYS(20, 8, 16)
 * → 0.7128 (rounded)
 */
export function deviceDays(meanDays: unknown[][], spread: unknown[][], thresholdDays: unknown[][]): number[][] {
  return broadcast(
    [
      numbers('meanDays', meanDays, DAYS),
      numbersOr('spread', spread, AT_LEAST_ZERO, 0),
      numbers('thresholdDays', thresholdDays, DAYS),
    ],
    (mean, sd, threshold) => {
      const least = binomialSpread(mean);
      // All or nothing: a patient transmits every day or never.
      const most = Math.sqrt(mean * (DEVICE_PERIOD_DAYS - mean));
      if (sd !== 0 && mean > 0 && mean < DEVICE_PERIOD_DAYS && (sd < least * (1 - 1e-9) || sd >= most))
        throw new InputError(messages.spreadOutOfReach('spread', sd, mean, least, most));
      return shareWithDays(mean, sd === 0 ? least : sd, threshold);
    },
  );
}
