/**
 * Shares of patients who reach a number of minutes, or of device days, in a month: tails of a distribution
 * around the mean. Tails are computed as tails, so that small ones keep their digits.
 */
import { upperGamma } from './upper-gamma';

/** How minutes of a month spread over patients of the same mean. */
export type MinutesDistribution = 'gamma' | 'lognormal';

/**
 * Share of patients with at least `threshold` minutes.
 * @param mean mean minutes per patient and month, at least 0
 * @param cv coefficient of variation (standard deviation ÷ mean), at least 0; 0 = everybody gets the mean
 */
export function shareReaching(
  mean: number,
  cv: number,
  threshold: number,
  distribution: MinutesDistribution = 'gamma',
): number {
  if (threshold <= 0) return 1;
  if (mean <= 0) return 0;
  // Spreads whose square is nothing are none; means that are nothing beside the threshold reach it never.
  if (cv * cv === 0) return mean >= threshold ? 1 : 0;
  if (threshold / mean === Infinity) return 0;
  return distribution === 'gamma' ? gammaTail(mean, cv, threshold) : lognormalTail(mean, cv, threshold);
}

/** Shape 1 ÷ cv², scale mean × cv². */
function gammaTail(mean: number, cv: number, threshold: number): number {
  const shape = 1 / (cv * cv);
  const ratio = threshold / mean;
  return shape > NARROW_SHAPE ? narrowGammaTail(ratio, shape) : upperGamma(shape, ratio * shape);
}

/** Shapes beyond this take the expansion for narrow distributions, which is exact there and needs no long sums. */
const NARROW_SHAPE = 400;

/** Taylor coefficients of the first three correction terms of Temme's uniform expansion (DLMF 8.12). */
const TEMME = [
  [-1 / 3, 1 / 12, -2 / 135, 1 / 864, 1 / 2835, -139 / 777600, 1 / 25515, -571 / 261273600],
  [-1 / 540, -1 / 288, 1 / 378, -77 / 77760, 1 / 4860, -0.4018775720164609e-6],
  [25 / 6048, -139 / 51840, 1 / 1296],
];

/** Tail beyond ratio × mean of a gamma distribution so narrow that it is a normal one with a small correction. */
function narrowGammaTail(ratio: number, shape: number): number {
  // eta² ÷ 2 = ratio − 1 − ln(ratio), with the sign of ratio − 1.
  const distance = ratio - 1;
  const eta = Math.sign(distance) * Math.sqrt(2 * Math.max(0, distance - Math.log1p(distance)));
  const tail = normalTail(eta * Math.sqrt(shape));
  if (Math.abs(eta) * Math.sqrt(shape) > 9) return tail;
  const [first, second, third] = TEMME.map((terms) => terms.reduceRight((sum, term) => sum * eta + term, 0));
  return (
    tail +
    (Math.exp((-shape * eta * eta) / 2) / Math.sqrt(2 * Math.PI * shape)) * (first + (second + third / shape) / shape)
  );
}

/** Share of a standard normal distribution beyond z: half the incomplete gamma function of 1/2. */
function normalTail(z: number): number {
  const beyond = 0.5 * upperGamma(0.5, (z * z) / 2);
  return z >= 0 ? beyond : 1 - beyond;
}

/** Sigma² = ln(1 + cv²), mu = ln(mean) − sigma² ÷ 2. */
function lognormalTail(mean: number, cv: number, threshold: number): number {
  const variance = Math.log1p(cv * cv);
  const z = (Math.log(threshold / mean) + variance / 2) / Math.sqrt(variance);
  return normalTail(z);
}

export const DEVICE_PERIOD_DAYS = 30;

/** Standard deviation of the days when every patient transmits on any day with the same chance. */
export const binomialSpread = (meanDays: number): number => Math.sqrt(meanDays * (1 - meanDays / DEVICE_PERIOD_DAYS));

/**
 * Share of patients with device data on at least `threshold` of 30 days.
 * @param meanDays 0..30
 * @param spread standard deviation of days between patients; the binomial's own when every patient is alike,
 * larger when some transmit nearly always and others hardly ever (beta-binomial)
 */
export function shareWithDays(meanDays: number, spread: number, threshold: number): number {
  const n = DEVICE_PERIOD_DAYS;
  const least = Math.ceil(threshold);
  if (least <= 0) return 1;
  if (least > n || meanDays <= 0) return 0;
  if (meanDays >= n) return 1;
  const chances = dayChances(meanDays / n, overdispersion(meanDays, spread));
  let share = 0;
  for (let days = n; days >= least; days--) share += chances[days];
  return Math.min(1, share);
}

/** Correlation of two days of one patient: 0 = binomial; below 1. */
function overdispersion(meanDays: number, spread: number): number {
  const plain = binomialSpread(meanDays);
  return Math.max(0, (spread * spread) / (plain * plain) - 1) / (DEVICE_PERIOD_DAYS - 1);
}

/** Chance of each number of days 0..30, as products of the chances of one day after another. */
function dayChances(chance: number, correlation: number): number[] {
  const n = DEVICE_PERIOD_DAYS;
  const step = correlation / (1 - correlation);
  const chances: number[] = [];
  for (let days = 0; days <= n; days++) {
    let product = 1;
    for (let i = 0; i < n; i++) {
      const factor = i < days ? ((chance + i * step) * (n - i)) / (i + 1) : 1 - chance + (i - days) * step;
      product *= factor / (1 + i * step);
    }
    // Combinations are taken along with the first factors, so only those of the days remain.
    chances.push(product);
  }
  return chances;
}
