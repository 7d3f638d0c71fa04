/**
 * The points below which shares of a distribution lie. Ours: one kept package is wrong for gamma shapes of 1,000, another
 * errs in the third digit of the normal one, and both are larger than this. Held beside R in a test.
 */
import { betaPoint as lowerBetaPoint } from '../engine/math/beta';
import { increasingRoot } from '../engine/math/increasing-root';
import { logGamma } from '../engine/math/log-gamma';
import { lowerGamma, upperGamma } from '../engine/math/upper-gamma';
import type { DISTRIBUTION_NAMES } from '../tables/schemas/uncertainty';

/** Coefficients of Wichura's AS 241, the highest power first: of the middle, of the tails, and far out. */
const MIDDLE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065514,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
];
const TAIL = [
  [
    7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
];
const FAR = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
const ratio = ([above, below]: readonly (readonly number[])[], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/** Of the standard normal distribution. */
export function normalPoint(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const x = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -x : x;
}

/** Of the beta distribution; beyond the middle from above, where that tail is exact. */
export const betaPoint = (p: number, a: number, b: number): number =>
  p <= 0.5 ? lowerBetaPoint(p, a, b) : 1 - lowerBetaPoint(1 - p, b, a);

/** Of the gamma distribution with this shape and a scale of 1. */
export function gammaPoint(p: number, shape: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const lnScale = logGamma(shape);
  const density = (x: number) => Math.exp((shape - 1) * Math.log(x) - x - lnScale);
  let high = shape + 1;
  while (upperGamma(shape, high) > 1 - p) high *= 2;
  // Of both tails the smaller one is exact.
  const miss = p < 0.5 ? (x: number) => lowerGamma(shape, x) - p : (x: number) => 1 - p - upperGamma(shape, x);
  return increasingRoot(miss, density, 0, high);
}

export type DistributionName = (typeof DISTRIBUTION_NAMES)[number];

export interface Distribution {
  readonly name: DistributionName;
  readonly low: number;
  /** The mode of PERT and triangular, the mean of normal, lognormal, beta and gamma. */
  readonly likely: number;
  readonly high: number;
}

/** From low to high a normal distribution has eight of ten cases: so many standard deviations. */
export const SPAN = 2 * normalPoint(0.9);

/** Why a distribution with this mean and spread cannot be; null where it can. */
export function impossible({ name, low, likely, high }: Distribution): 'positive' | 'share' | null {
  const deviation = (high - low) / SPAN;
  if (low === high) return null;
  if ((name === 'lognormal' || name === 'gamma') && !(likely > 0)) return 'positive';
  return name === 'beta' && !(likely > 0 && likely < 1 && deviation ** 2 < likely * (1 - likely)) ? 'share' : null;
}

/** The value below which a share p of the cases lies. */
export function pointsOf({ name, low, likely, high }: Distribution): (p: number) => number {
  const width = high - low;
  if (width === 0) return () => likely;
  const mean = likely,
    deviation = width / SPAN;
  const within = (value: number) => Math.min(high, Math.max(low, value));
  switch (name) {
    case 'PERT': {
      const mode = (likely - low) / width;
      return (p) => within(low + width * betaPoint(p, 1 + 4 * mode, 1 + 4 * (1 - mode)));
    }
    case 'triangular': {
      const mode = (likely - low) / width;
      return (p) =>
        within(p < mode ? low + width * Math.sqrt(p * mode) : high - width * Math.sqrt((1 - p) * (1 - mode)));
    }
    case 'uniform':
      return (p) => within(low + width * p);
    case 'normal':
      return (p) => mean + deviation * normalPoint(p);
    case 'lognormal': {
      const variance = Math.log1p((deviation / mean) ** 2);
      return (p) => Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normalPoint(p));
    }
    case 'beta': {
      const size = (mean * (1 - mean)) / deviation ** 2 - 1;
      return (p) => betaPoint(p, mean * size, (1 - mean) * size);
    }
    case 'gamma': {
      const shape = (mean / deviation) ** 2;
      return (p) => (gammaPoint(p, shape) * mean) / shape;
    }
  }
}
