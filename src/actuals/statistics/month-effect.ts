/** Whether months differ by more than chance, and by how much more. */
import { upperGamma } from '../../engine/math/upper-gamma';
import type { Tally } from './tally';

/** Chance alone goes beyond it in one case of a hundred. */
const RARELY = 0.01;
const FEWEST_MONTHS = 3;
/** Events, and misses, a month on average, from which on the comparison means something. */
const FEWEST_A_MONTH = 5;

/**
 * How many times more months vary than chance lets them: Pearson's χ² over the months ÷ its degrees of freedom where it
 * is beyond its 99% point, else 1. Events and exposures divided by it count for what they tell.
 */
export function monthEffect(byMonth: Tally): number {
  const months = [...byMonth.values()].filter(({ exposure }) => exposure > 0);
  const events = months.reduce((sum, month) => sum + month.events, 0);
  const exposure = months.reduce((sum, month) => sum + month.exposure, 0);
  if (months.length < FEWEST_MONTHS) return 1;
  if (Math.min(events, exposure - events) < FEWEST_A_MONTH * months.length) return 1;
  const share = events / exposure;
  const squares = months.reduce(
    (sum, { events: x, exposure: n }) => sum + (x - n * share) ** 2 / (n * share * (1 - share)),
    0,
  );
  const freedom = months.length - 1;
  return upperGamma(freedom / 2, squares / 2) < RARELY ? squares / freedom : 1;
}
