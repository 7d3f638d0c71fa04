/** The logarithm of the gamma function, and how far Stirling's formula misses it. */

/** Bernoulli numbers over n (n − 1), the terms of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
/** From here on the series is exact. */
const LARGE = 12;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x) by Stirling's series, moved up to where it is exact. */
export function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift += Math.log(z);
  return stirling(z) + series(z) - shift;
}

/** ln Γ(x) less Stirling's formula: what is left once the large terms of a ratio of gammas have canceled by hand. */
export const stirlingError = (x: number): number => (x >= LARGE ? series(x) : logGamma(x) - stirling(x));

const stirling = (z: number): number => (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI;

function series(z: number): number {
  const inverse = 1 / (z * z);
  return STIRLING.reduceRight((sum, term) => sum * inverse + term, 0) / z;
}
