/** Student's t: how much wider an interval has to be for what it is measured from being few. */
import { betaBelow, betaDensity } from '../../engine/math/beta';
import { NORMAL_POINT as z, TAIL } from './interval';
import { increasingRoot } from '../../engine/math/increasing-root';

/** From here on the expansion in 1 ÷ v is exact to 1e-11. */
const MANY = 2_000;

/** The 95% point with v degrees of freedom, of which there may be a fraction. */
export function studentPoint(v: number): number {
  if (v > MANY) return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2);
  // P(T > t) = I_x(v/2, 1/2) ÷ 2 with x = v ÷ (v + t²), so that t falls as x rises.
  const x = increasingRoot(
    (at) => betaBelow(at, v / 2, 0.5) - 2 * TAIL,
    (at) => betaDensity(at, v / 2, 0.5),
    0,
    1,
  );
  return Math.sqrt((v * (1 - x)) / x);
}
