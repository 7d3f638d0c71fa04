/** Where a function changes its sign, by Chandrupatla's method: inverse quadratic steps where they are safe, halves where not. */

export interface Bracket {
  /** The end with the smaller value, and the other one. */
  readonly x: number;
  readonly y: number;
  readonly otherX: number;
  readonly otherY: number;
}

const EPSILON = 2 ** -52;

/** @param y1, y2 of different signs. What is left of the interval is the last digit of its ends, be it a root or a jump. */
export function root(f: (x: number) => number, x1: number, y1: number, x2: number, y2: number): Bracket {
  for (let t = 0.5; ;) {
    const x = x1 + t * (x2 - x1),
      y = f(x);
    const isSameSide = Math.sign(y) === Math.sign(y1);
    const [x3, y3] = isSameSide ? [x1, y1] : [x2, y2];
    if (!isSameSide) [x2, y2] = [x1, y1];
    [x1, y1] = [x, y];
    const best = Math.abs(y1) < Math.abs(y2) ? x1 : x2;
    const least = (2 * EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(x2 - x1);
    if (y === 0 || !(least < 0.5))
      return best === x1 ? { x: x1, y: y1, otherX: x2, otherY: y2 } : { x: x2, y: y2, otherX: x1, otherY: y1 };
    const xi = (x1 - x2) / (x3 - x2),
      phi = (y1 - y2) / (y3 - y2);
    const isSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    t = isSafe
      ? (y1 / (y2 - y1)) * (y3 / (y2 - y3)) + ((x3 - x1) / (x2 - x1)) * (y1 / (y3 - y1)) * (y2 / (y3 - y2))
      : 0.5;
    t = Math.min(1 - least, Math.max(least, t));
  }
}
