/**
 * The ratio of two totals over patients. What a patient brings in one month tells of the next one, so patients, not
 * months, are what is independent: the ratio's variance is measured between them.
 */
import type { Tally } from './tally';

export interface Clustered {
  /** Σ events ÷ Σ exposure. */
  readonly ratio: number;
  readonly exposure: number;
  readonly clusters: number;
  /** Of the ratio; NaN for one cluster alone. */
  readonly variance: number;
  /** Degrees of freedom: how many clusters of equal weight would weigh as these do, less one; at least 1. */
  readonly freedom: number;
}

/** null without exposure. */
export function clustered(counts: Tally): Clustered | null {
  const { events, exposure } = counts.total;
  if (!(exposure > 0)) return null;
  const ratio = events / exposure;
  let squares = 0;
  let variance = 0;
  for (const { events: x, exposure: n } of counts.values()) {
    // A cluster pulls the ratio towards itself: its residual is too small by its own weight.
    variance += residual(x - ratio * n, n / exposure);
    squares += n * n;
  }
  return {
    ratio,
    exposure,
    clusters: counts.size,
    variance: counts.size > 1 ? variance / exposure ** 2 : NaN,
    freedom: Math.max(1, exposure ** 2 / squares - 1),
  };
}

/** A cluster that is all but everything has no residual to tell of. */
const SMALLEST_REST = 1e-9;
const residual = (difference: number, weight: number): number => difference ** 2 / Math.max(SMALLEST_REST, 1 - weight);
