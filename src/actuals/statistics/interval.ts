/**
 * The 90% interval of a share: the mid-P interval of x events in n exposures, either of which may be fractional. It
 * covers 90% on average where events are few; the exact interval covers more, Jeffreys's less.
 */
import { betaBelow, betaDensity } from '../../engine/math/beta';
import { increasingRoot } from '../../engine/math/increasing-root';

export type Interval = readonly [low: number, high: number];

/** What an interval leaves out on either side. */
export const TAIL = 0.05;
/** The 95% point of the normal distribution. */
export const NORMAL_POINT = 1.6448536269514722;

/**
 * The 5% and the 95% point of the equal mixture of Beta(x, n − x + 1) and Beta(x + 1, n − x).
 * @param events held to 0..n
 * @param exposures above 0
 */
export function shareInterval(events: number, exposures: number): Interval {
  const x = Math.min(Math.max(events, 0), exposures);
  const n = exposures;
  const below = (share: number) => (betaBelow(share, x, n - x + 1) + betaBelow(share, x + 1, n - x)) / 2;
  const density = (share: number) => (betaDensity(share, x, n - x + 1) + betaDensity(share, x + 1, n - x)) / 2;
  const point = (p: number) => increasingRoot((share) => below(share) - p, density, 0, 1);
  // Without an event half of the mixture is the point 0, without a miss the point 1.
  return [x <= 0 ? 0 : point(TAIL), x >= n ? 1 : point(1 - TAIL)];
}
