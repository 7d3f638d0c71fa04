import { describe, expect, it } from 'vitest';
import { binomialSpread, shareReaching, shareWithDays } from '../../../src/engine/math/minutes';
import { cases } from '../../random-cases';
import { tail } from './tails';

/** Lower sum of the incomplete gamma function for whole shapes: 1 − Q = e^−x Σ x^n ÷ n! beyond the shape, exact by hand. */
const erlangTail = (shape: number, x: number): number => {
  let term = Math.exp(-x);
  let tail = term;
  for (let n = 1; n < shape; n++) tail += term *= x / n;
  return tail;
};

describe('the share of patients reaching a number of minutes', () => {
  it('is the exponential tail at a coefficient of variation of 1', () => {
    expect(shareReaching(20, 1, 20)).toBeCloseTo(Math.exp(-1), 14);
    expect(shareReaching(30, 1, 60)).toBeCloseTo(Math.exp(-2), 14);
  });

  it.each(['gamma', 'lognormal'] as const)('is a number at the ends of what numbers there are: %s', (distribution) => {
    expect([shareReaching(20, 1e-170, 20, distribution), shareReaching(19, 1e-170, 20, distribution)]).toEqual([1, 0]);
    expect([shareReaching(1e-300, 0.01, 1e10, distribution), shareReaching(1e300, 0.01, 1e-10, distribution)]).toEqual([
      0, 1,
    ]);
  });

  it.each([4, 25, 100])('agrees with the sum of an Erlang distribution of shape %i', (shape) => {
    for (const threshold of [5, 10, 20, 30, 40, 60]) {
      const exact = erlangTail(shape, (threshold / 30) * shape);
      expect(Math.abs(shareReaching(30, 1 / Math.sqrt(shape), threshold) - exact)).toBeLessThan(
        1e-9 * Math.max(exact, 1e-6),
      );
    }
  });

  it.each([
    // Shape, share of the mean, tail: sums of 50 to 60 digits.
    [100, 1, 0.4867012017208513],
    [1000, 1, 0.49579475581978],
    [10_000, 0.99, 0.8413488078064354],
    [10_000, 0.999, 0.538517574290636],
    [10_000, 1.00001, 0.49827125476531897],
    [10_000, 1.01, 0.15865124955282037],
  ])('stays exact for a narrow distribution of shape %d at %d of the mean', (shape, ratio, tail) => {
    expect(Math.abs(shareReaching(1, 1 / Math.sqrt(shape), ratio) - tail)).toBeLessThan(1e-9);
  });

  it.each([401, 450, 600, 1_000, 3_000, 10_000])(
    'is what the density adds up to in the narrow form, term by term of it: shape %i',
    (shape) => {
      const cv = 1 / Math.sqrt(shape);
      for (const sigmas of [-9.5, -6, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 6, 9.5]) {
        const threshold = 20 * (1 + sigmas * cv);
        const exact = tail(20, cv, threshold, 'gamma');
        expect(Math.abs(shareReaching(20, cv, threshold) - exact), `${sigmas}`).toBeLessThan(4e-13);
      }
    },
  );

  it('is approached from both sides of the mean where the spread is next to none', () => {
    for (const cv of [1e-3, 1e-5]) {
      expect(shareReaching(20, cv, 20 * (1 - 12 * cv))).toBeCloseTo(1, 14);
      expect(shareReaching(20, cv, 20 * (1 + 12 * cv))).toBeLessThan(1e-30);
      expect(shareReaching(20, cv, 20 * (1 + 12 * cv))).toBeGreaterThan(0);
    }
  });

  it('has no step where the narrow form takes over', () => {
    for (const ratio of [0.8, 0.9, 1, 1.1, 1.2]) {
      const below = shareReaching(1, 1 / Math.sqrt(399.999999), ratio);
      const above = shareReaching(1, 1 / Math.sqrt(400.000001), ratio);
      expect(Math.abs(below - above)).toBeLessThan(1e-9);
    }
  });

  it('is all or nothing when everybody gets the mean, and is approached as the spread shrinks', () => {
    expect([shareReaching(30, 0, 20), shareReaching(20, 0, 20), shareReaching(19, 0, 20)]).toEqual([1, 1, 0]);
    expect(shareReaching(30, 1e-6, 20)).toBe(1);
    expect(shareReaching(19, 1e-6, 20)).toBe(0);
    expect(shareReaching(20, 1e-8, 20)).toBeCloseTo(0.5, 7);
  });

  it('is nobody without minutes and everybody without a threshold', () => {
    expect(shareReaching(0, 0.6, 20)).toBe(0);
    expect(shareReaching(0, 0.6, 0)).toBe(1);
    expect(shareReaching(30, 0.6, 0)).toBe(1);
  });

  it('is the normal tail of the logarithm for a lognormal spread', () => {
    // Half the patients exceed the median, mean ÷ √(1 + cv²); one and two sigma above it 15.87% and 2.28%.
    const cv = 0.6,
      median = 30 / Math.sqrt(1 + cv * cv),
      sigma = Math.sqrt(Math.log1p(cv * cv));
    expect(shareReaching(30, cv, median, 'lognormal')).toBeCloseTo(0.5, 12);
    expect(shareReaching(30, cv, median * Math.exp(sigma), 'lognormal')).toBeCloseTo(0.158655253931457, 12);
    expect(shareReaching(30, cv, median * Math.exp(2 * sigma), 'lognormal')).toBeCloseTo(0.0227501319481792, 12);
    expect(shareReaching(30, cv, median * Math.exp(-sigma), 'lognormal')).toBeCloseTo(0.841344746068543, 12);
  });

  it.each([0.2, 0.6, 1.2])('agrees with simulated patients at a coefficient of variation of %d', (cv) => {
    const patients = cases(1_000_000),
      mean = 30,
      shape = 1 / (cv * cv);
    const random = generator(20270101);
    const reached = new Map([
      [20, 0],
      [40, 0],
      [60, 0],
    ]);
    for (let i = 0; i < patients; i++) {
      const minutes = (gammaDraw(shape, random) * mean) / shape;
      for (const threshold of reached.keys())
        if (minutes >= threshold) reached.set(threshold, reached.get(threshold)! + 1);
    }
    for (const [threshold, count] of reached) {
      const share = shareReaching(mean, cv, threshold);
      const standardError = Math.sqrt((share * (1 - share)) / patients);
      expect(Math.abs(count / patients - share)).toBeLessThanOrEqual(4 * standardError + 1e-12);
    }
  });
});

describe('the share of patients with enough device days', () => {
  it('is the binomial tail when every patient transmits alike', () => {
    expect(shareWithDays(20, binomialSpread(20), 16)).toBeCloseTo(0.9565177242720792, 12);
    expect(shareWithDays(15, binomialSpread(15), 15)).toBeCloseTo(0.572232224047184, 12);
  });

  it('keeps the mean, whatever the spread', () => {
    for (const spread of [0, 4, 9, 12]) {
      let mean = 0;
      for (let days = 1; days <= 30; days++) mean += shareWithDays(20, Math.max(spread, binomialSpread(20)), days);
      expect(mean).toBeCloseTo(20, 10);
    }
  });

  it('falls when patients differ more', () => {
    expect(shareWithDays(20, 8, 16)).toBeLessThan(shareWithDays(20, binomialSpread(20), 16));
  });

  it('is the beta-binomial tail when they differ: all the days or none where each is always the same', () => {
    // Two thirds of the days, and a spread so large that a patient transmits on all 30 days or on none.
    const spread = Math.sqrt(20 * 10) - 1e-7;
    expect(shareWithDays(20, spread, 30)).toBeCloseTo(2 / 3, 5);
    expect(shareWithDays(20, spread, 1)).toBeCloseTo(2 / 3, 5);
    // Beta(1, 1): every number of days as likely as any other. Its correlation is 1 ÷ 3.
    const even = Math.sqrt(15 * 0.5 * (1 + 29 / 3));
    for (const days of [1, 2, 8, 15, 16, 29, 30])
      expect(shareWithDays(15, even, days)).toBeCloseTo((31 - days) / 31, 12);
    expect(shareWithDays(15, even, 15.2)).toBeCloseTo(15 / 31, 12);
  });

  it('is that of patients who are all alike where less spread is given than they have', () => {
    expect(shareWithDays(20, 0, 16)).toBe(shareWithDays(20, binomialSpread(20), 16));
    expect(shareWithDays(20, binomialSpread(20) * 1.01, 16)).toBeLessThan(shareWithDays(20, binomialSpread(20), 16));
    expect(binomialSpread(20)).toBeCloseTo(Math.sqrt(20 / 3), 14);
  });

  it('is nobody without days, everybody with all of them', () => {
    expect([
      shareWithDays(0, 0, 16),
      shareWithDays(30, 0, 16),
      shareWithDays(20, 3, 0),
      shareWithDays(20, 3, 31),
    ]).toEqual([0, 1, 1, 0]);
  });
});

/** A small seeded generator (mulberry32): the test's own, so that it never changes under us. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Marsaglia and Tsang's gamma draw. */
function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * Math.pow(random() || 1e-300, 1 / shape);
  const d = shape - 1 / 3,
    c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(random() || 1e-300)) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random() || 1e-300) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

describe('the second implementation of the tails', () => {
  it.each(['gamma', 'lognormal'] as const)(
    'agrees for a %s spread, from nearly nobody to nearly everybody',
    (distribution) => {
      for (const cv of [0.1, 0.25, 0.6, 1, 1.5, 2.5]) {
        for (const mean of [0.5, 4, 12, 19.9, 20, 26, 45, 90, 400]) {
          const ours = shareReaching(mean, cv, 20, distribution);
          expect(Math.abs(ours - tail(mean, cv, 20, distribution)), `mean ${mean}, cv ${cv}`).toBeLessThanOrEqual(
            1e-12 * Math.max(ours, 1e-6),
          );
        }
      }
    },
  );
});
