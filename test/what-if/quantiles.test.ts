/** Points of distributions beside R: fixtures/r-quantiles.json, made by fixtures/r-quantiles.R. */
import { describe, expect, it } from 'vitest';
import { betaPoint, gammaPoint, normalPoint, pointsOf } from '../../src/what-if/quantiles';
import r from './fixtures/r-quantiles.json';

/** The largest distance from R, as a part of the point, where the point is not so small that nobody meets it. */
const worst = (points: readonly number[], of: (p: number) => number): number =>
  Math.max(...r.p.map((p, i) => (points[i] < 1e-12 ? 0 : Math.abs(of(p) / points[i] - 1))));

describe('Points beside R, from 1e-10 to 1 − 1e-9', () => {
  it('of the normal distribution', () => {
    r.p.forEach((p, i) =>
      expect(Math.abs(normalPoint(p) - r.norm[i])).toBeLessThan(1e-14 * Math.max(1, Math.abs(r.norm[i]))),
    );
  });

  it.each(r.beta)('of beta with shapes $a and $b', ({ a, b, q }) => {
    expect(worst(q, (p) => betaPoint(p, a, b))).toBeLessThan(1e-12);
  });

  it.each(r.gamma)('of gamma with shape $k', ({ k, q }) => {
    expect(worst(q, (p) => gammaPoint(p, k))).toBeLessThan(1e-12);
  });

  it('stay within Low and High where these are the ends', () => {
    for (const name of ['PERT', 'triangular', 'uniform'] as const)
      for (const p of [0, 1e-300, 1e-10, 0.3, 1 - 1e-16, 1]) {
        const point = pointsOf({ name, low: 0.1, likely: 0.3, high: 0.7 })(p);
        expect(point).toBeGreaterThanOrEqual(0.1);
        expect(point).toBeLessThanOrEqual(0.7);
      }
  });
});
