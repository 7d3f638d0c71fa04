/**
 * The beta distribution: density, distribution and its points. Ours because the packages looked at are large or lose
 * digits where shapes are large, as they are here: exposures of ten thousand patient-months.
 */
import { stirlingError } from './log-gamma';
import { increasingRoot } from './increasing-root';

/** Terms of the continued fraction before it is given up; shapes of a million need some thousands. */
const MOST_TERMS = 20_000;

/**
 * x^a (1−x)^b ÷ B(a, b), the density times x (1−x). With n = a + b the large terms cancel in the deviances of a from n x
 * and of b from n (1−x), as Loader does for the binomial distribution.
 */
function density(x: number, a: number, b: number, errors = errorsOf(a, b)): number {
  const n = a + b;
  const deviance = partOf(a, n * x) + partOf(b, n * (1 - x));
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(errors - deviance);
}

/** What Stirling's formula misses of 1 ÷ B(a, b): the same for every x. */
const errorsOf = (a: number, b: number): number => stirlingError(a + b) - stirlingError(a) - stirlingError(b);

/** a ln(a ÷ m) + m − a, without loss of digits where a is near m. */
function partOf(a: number, m: number): number {
  const d = (a - m) / (a + m);
  if (Math.abs(d) > 0.1) return a * Math.log(a / m) + m - a;
  // ln(a/m) = 2 (d + d³/3 + d⁵/5 …), of which 2 a d + m − a = d (a − m) is left.
  let sum = d * (a - m);
  let power = 2 * a * d;
  for (let k = 3; ; k += 2) {
    power *= d * d;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/** The share of the distribution up to x. A first shape of 0 is the point 0, a second one of 0 the point 1. */
export function betaBelow(x: number, a: number, b: number, errors?: number): number {
  if (x <= 0) return a <= 0 && x === 0 ? 1 : 0;
  if (x >= 1) return 1;
  if (a <= 0) return 1;
  if (b <= 0) return 0;
  return x <= (a + 1) / (a + b + 2)
    ? (density(x, a, b, errors) * fraction(x, a, b)) / a
    : 1 - (density(x, a, b, errors) * fraction(1 - x, b, a)) / b;
}

/** The density at x. */
export const betaDensity = (x: number, a: number, b: number, errors?: number): number =>
  a <= 0 || b <= 0 || x <= 0 || x >= 1 ? 0 : density(x, a, b, errors) / (x * (1 - x));

/** The point below which a share p of the distribution lies. */
export function betaPoint(p: number, a: number, b: number): number {
  if (a <= 0) return 0;
  if (b <= 0) return 1;
  const errors = errorsOf(a, b);
  return increasingRoot(
    (x) => betaBelow(x, a, b, errors) - p,
    (x) => betaDensity(x, a, b, errors),
    0,
    1,
  );
}

/** Gauss's continued fraction by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}
