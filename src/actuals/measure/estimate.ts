/** A driver measured: the figure with its 90% interval from the data alone, and how it goes together with the prior. */
import { clustered } from '../statistics/clusters';
import { NORMAL_POINT, shareInterval, type Interval } from '../statistics/interval';
import { studentPoint } from '../statistics/student';
import type { Tally } from '../statistics/tally';
import type { Prior } from './prior';

export interface Estimate {
  /** null where there is nothing to measure. */
  readonly measured: number | null;
  /** null where one patient is all there is of an amount. */
  readonly low: number | null;
  readonly high: number | null;
  /** What was looked at: patient-months, referrals, claims, dollars. */
  readonly exposure: number;
  /** So much independent exposure would tell as much. */
  readonly effective: number;
  /** NaN where there is none. */
  readonly prior: number;
  readonly source: string;
  /** Effective exposure ÷ (effective exposure + strength of the prior). */
  readonly weight: number;
  /** weight × measured + (1 − weight) × prior; NaN where there is neither. */
  readonly blended: number;
}

export const notMeasured = ({ mean, source }: Prior): Estimate => ({
  measured: null,
  low: null,
  high: null,
  exposure: 0,
  effective: 0,
  prior: mean,
  source,
  weight: 0,
  blended: mean,
});

export function blend(
  measured: number,
  [low, high]: readonly [number | null, number | null],
  exposure: number,
  effective: number,
  prior: Prior,
): Estimate {
  const weight = effective > 0 ? effective / (effective + prior.strength) : 0;
  return {
    measured,
    low,
    high,
    exposure,
    effective,
    prior: prior.mean,
    source: prior.source,
    weight,
    blended: weight === 1 ? measured : weight > 0 ? weight * measured + (1 - weight) * prior.mean : prior.mean,
  };
}

/**
 * A share of independent events.
 * @param effect by how much months differ more than chance lets them: so much less do events and exposures tell
 * @param exposure as it is shown, where it is not what the share is of
 */
export function share(events: number, exposures: number, prior: Prior, effect = 1, exposure = exposures): Estimate {
  if (!(exposures > 0)) return notMeasured(prior);
  const interval = shareInterval(events / effect, exposures / effect);
  return blend(Math.min(1, events / exposures), interval, exposure, exposures / effect, prior);
}

/**
 * A share whose events go together by patient, or by month. Its effective exposure is what independent events would need
 * for the same variance, less what few clusters leave uncertain of that variance.
 * @param yesOrNo each unit of exposure is an event or none, so that it cannot tell more than one
 */
export function clusteredShare(counts: Tally, prior: Prior, yesOrNo = true): Estimate {
  const all = clustered(counts);
  if (!all) return notMeasured(prior);
  const ratio = Math.min(1, all.ratio);
  const effective = effectiveExposure(ratio, all.variance, all.exposure, yesOrNo);
  const n =
    all.clusters === 1 ? Math.min(1, all.exposure) : effective * (NORMAL_POINT / studentPoint(all.freedom)) ** 2;
  return blend(ratio, shareInterval(ratio * n, n), all.exposure, n, prior);
}

function effectiveExposure(ratio: number, variance: number, exposure: number, yesOrNo: boolean): number {
  if (!(ratio > 0 && ratio < 1 && variance > 0)) return exposure;
  const alike = (ratio * (1 - ratio)) / variance;
  return yesOrNo ? Math.min(alike, exposure) : alike;
}

/** An amount per unit of exposure, patients as clusters; amounts are skewed, so the interval is one of their logarithm. */
export function clusteredAmount(counts: Tally, prior: Prior): Estimate {
  const all = clustered(counts);
  if (!all || !(all.ratio > 0)) return notMeasured(prior);
  const interval =
    all.clusters > 1
      ? aroundLogarithm(all.ratio, (studentPoint(all.freedom) * Math.sqrt(all.variance)) / all.ratio)
      : ([null, null] as const);
  return blend(all.ratio, interval, all.exposure, all.exposure, prior);
}

export const aroundLogarithm = (value: number, width: number): Interval => [
  value * Math.exp(-width),
  value * Math.exp(width),
];
