/** Where an increasing function is 0: Newton's steps, and a halving wherever one would leave the bracket. */

/** As many halvings lead from 1 to the smallest number there is; Newton's steps are a handful. */
const MOST_STEPS = 1_100;

export function increasingRoot(
  value: (x: number) => number,
  slope: (x: number) => number,
  low: number,
  high: number,
): number {
  let x = (low + high) / 2;
  for (let step = 0; step < MOST_STEPS; step++) {
    const at = value(x);
    if (at === 0) return x;
    if (at < 0) low = x;
    else high = x;
    const newton = x - at / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.abs(next) || next === low || next === high) return next;
    x = next;
  }
  return x;
}
