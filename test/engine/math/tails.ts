/** The tails of src/engine/minutes.ts once more: densities added up by Gauss-Legendre quadrature, panel by panel. */
import type { MinutesDistribution } from '../../../src/engine/math/minutes';

/** Nodes and weights of eight points on −1..1, one half. */
const POINTS = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const;

/** The integral of a density from a place on, in panels, until they add nothing. */
function integral(density: (x: number) => number, from: number, panel: number): number {
  let sum = 0;
  for (let middle = from + panel / 2, added = Infinity; added > 1e-18 * sum || middle < panel; middle += panel) {
    added = 0;
    for (const [node, weight] of POINTS)
      added += weight * (density(middle - (node * panel) / 2) + density(middle + (node * panel) / 2));
    sum += (added * panel) / 2;
  }
  return sum;
}

/** Share of patients with at least so many minutes. */
export function tail(mean: number, cv: number, threshold: number, distribution: MinutesDistribution): number {
  if (mean === 0) return 0;
  if (cv === 0) return mean >= threshold ? 1 : 0;
  return distribution === 'gamma' ? gamma(cv, Math.log(threshold / mean)) : lognormal(cv, Math.log(threshold / mean));
}

/** Of the logarithm v of minutes ÷ mean, the density of a gamma distribution of shape k is e^(k (v − e^v + 1)) times a constant. */
function gamma(cv: number, from: number): number {
  const k = 1 / cv ** 2;
  const density = (v: number) => Math.exp(k * (v - Math.exp(v) + 1));
  const panel = Math.min(1, cv) / 2;
  const above = integral(density, 0, panel);
  const below = integral((v) => density(-v), 0, panel);
  return (
    (from >= 0 ? integral(density, from, panel) : above + below - integral((v) => density(-v), -from, panel)) /
    (above + below)
  );
}

/** The logarithm of minutes is normal: its variance is ln(1 + cv²), its mean ln(mean) less half of that. */
function lognormal(cv: number, from: number): number {
  const variance = Math.log1p(cv ** 2);
  const z = (from + variance / 2) / Math.sqrt(variance);
  const beyond = integral((x) => Math.exp(-(x ** 2) / 2), Math.abs(z), 0.5) / Math.sqrt(2 * Math.PI);
  return z >= 0 ? beyond : 1 - beyond;
}
