import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaDensity, betaPoint } from '../../../src/engine/math/beta';
import { shareInterval } from '../../../src/actuals/statistics/interval';
import { studentPoint } from '../../../src/actuals/statistics/student';
import { cases } from '../../random-cases';
import { INTERVALS, STUDENT_POINTS } from '../fixtures/intervals';
import byR from '../fixtures/r-quantiles.json';

const near = (value: number, expected: number, tolerance = 1e-11) =>
  expect(Math.abs(value - expected), `${value} is not ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected));

describe('A point of the beta distribution', () => {
  it.each(byR.beta)('is R’s, with shapes $a and $b', ({ a, b, q }) => {
    byR.p.forEach((p, i) => near(betaPoint(p, a, b), q[i], 1e-9));
  });

  it('is where the distribution reaches its share, whatever the shapes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 1e6, noNaN: true }),
        (p, a, b) => {
          const share = Math.min(p, 0.99);
          expect(Math.abs(betaBelow(betaPoint(share, a, b), a, b) - share)).toBeLessThan(1e-7);
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('is 0 or 1 where a shape is 0', () => {
    expect([betaPoint(0.3, 0, 5), betaPoint(0.3, 5, 0), betaBelow(0.5, 0, 5), betaBelow(0.5, 5, 0)]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe('The density of the beta distribution', () => {
  it('is that of a polynomial, worked out by hand', () => {
    near(betaDensity(0.25, 3, 2), 12 * 0.25 ** 2 * 0.75, 1e-14);
    near(betaDensity(0.5, 0.5, 0.5), 2 / Math.PI, 1e-14);
  });
});

describe('The 90% interval of a share', () => {
  it.each(INTERVALS)('of %d events in %d exposures', (events, exposures, low, high) => {
    const interval = shareInterval(events, exposures);
    near(interval[0], low);
    near(interval[1], high);
  });

  it('turns round when misses are counted instead of events', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e5, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, p) => {
          const [low, high] = shareInterval(p * n, n);
          const [lowOfMisses, highOfMisses] = shareInterval(n - p * n, n);
          expect(Math.abs(low + highOfMisses - 1)).toBeLessThan(1e-10);
          expect(Math.abs(high + lowOfMisses - 1)).toBeLessThan(1e-10);
          expect(low).toBeLessThanOrEqual(p);
          expect(high).toBeGreaterThanOrEqual(p);
        },
      ),
      { numRuns: cases(200) },
    );
  });
});

describe('The 95% point of Student’s t', () => {
  it.each(STUDENT_POINTS)('with %d degrees of freedom is %d', (v, point) => {
    near(studentPoint(v), point, 1e-10);
  });

  it('is the tangent with one, and a root with two', () => {
    near(studentPoint(1), Math.tan(0.45 * Math.PI), 1e-12);
    near(studentPoint(2), 0.9 * Math.sqrt(2 / (1 - 0.81)), 1e-12);
  });
});
