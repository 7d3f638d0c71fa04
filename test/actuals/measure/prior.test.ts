import { describe, expect, it } from 'vitest';
import { blend, clusteredAmount, clusteredShare, share } from '../../../src/actuals/measure/estimate';
import { NO_PRIOR, publishedAmount, publishedShare, typedAmount, typedShare } from '../../../src/actuals/measure/prior';
import { PUBLISHED } from '../../../src/actuals/measure/published';
import { shareInterval } from '../../../src/actuals/statistics/interval';
import { monthEffect } from '../../../src/actuals/statistics/month-effect';
import { Tally } from '../../../src/actuals/statistics/tally';

const tally = (...counts: (readonly [events: number, exposure: number])[]) => {
  const all = new Tally();
  counts.forEach(([events, exposure], key) => all.add(key, events, exposure));
  return all;
};

describe('A prior', () => {
  it('of a narrow published range counts as one source, not as thousands of patients', () => {
    expect(Math.round(publishedShare({ low: 0.19, high: 0.2 }, '').strength)).toBe(65);
  });

  it('of a typed share is half as spread as it is far from its nearer bound', () => {
    const { mean, strength } = typedShare(0.2, '');
    expect(mean).toBe(0.2);
    expect(strength).toBeCloseTo((0.2 * 0.8) / 0.1 ** 2 - 1, 12);
  });

  it('of an amount is as strong as patient-months that would tell it as well', () => {
    expect(typedAmount(66, '').strength).toBeCloseTo(25, 12);
    expect(publishedAmount({ low: 65, high: 66 }, '').strength).toBeCloseTo(100, 12);
  });

  it('that is published has its source', () => {
    for (const { low, high, source } of Object.values(PUBLISHED)) {
      expect(low).toBeLessThan(high);
      expect(source.length).toBeGreaterThan(10);
    }
  });
});

describe('A blended value', () => {
  it('is the prior to the last bit where nothing is measured, and what is measured where there is no prior', () => {
    expect(share(0, 0, typedShare(0.3, '')).blended).toBe(0.3);
    expect(share(2, 10, NO_PRIOR).blended).toBe(0.2);
  });

  it('weighs exposure against the strength of the prior', () => {
    expect(blend(0.5, [0.4, 0.6], 100, 30, { mean: 0.2, strength: 10, source: '' })).toMatchObject({
      weight: 0.75,
      blended: 0.75 * 0.5 + 0.25 * 0.2,
    });
  });
});

describe('A share over patients', () => {
  it('of one patient tells as much as one observation', () => {
    expect(clusteredShare(tally([9, 12]), NO_PRIOR)).toMatchObject({ measured: 0.75, effective: 1, exposure: 12 });
  });

  it('tells less than its months where patients differ, and no more where they are all alike', () => {
    const different = clusteredShare(
      tally(...Array.from({ length: 40 }, (_, i) => [i % 2 ? 10 : 0, 10] as const)),
      NO_PRIOR,
    );
    const alike = clusteredShare(tally(...Array.from({ length: 40 }, () => [5, 10] as const)), NO_PRIOR);
    expect(different.effective).toBeLessThan(45);
    expect(alike.effective).toBeLessThanOrEqual(400);
    expect(alike.effective).toBeGreaterThan(370);
  });

  it('of more events than exposure is 1', () => {
    expect(clusteredShare(tally([11, 10], [12, 10]), NO_PRIOR)).toMatchObject({ measured: 1, high: 1 });
  });
});

describe('An amount over patients', () => {
  it('of one patient has no interval', () => {
    expect(clusteredAmount(tally([600, 10]), NO_PRIOR)).toMatchObject({ measured: 60, low: null, high: null });
  });
});

describe('Months', () => {
  it('that differ by chance change nothing', () => {
    expect(monthEffect(tally([10, 100], [12, 100], [9, 100], [11, 100]))).toBe(1);
  });

  it('that differ by more widen the interval', () => {
    const counts = tally([5, 100], [40, 100], [8, 100], [35, 100]);
    const effect = monthEffect(counts);
    // χ² of 4 months, by hand: mean 22, variance 100 × 0.22 × 0.78.
    expect(effect).toBeCloseTo((17 ** 2 + 18 ** 2 + 14 ** 2 + 13 ** 2) / (100 * 0.22 * 0.78) / 3, 12);
    const [low, high] = shareInterval(88, 400);
    const widened = share(88, 400, NO_PRIOR, effect);
    expect(widened.low!).toBeLessThan(low);
    expect(widened.high!).toBeGreaterThan(high);
    expect(widened.effective).toBeCloseTo(400 / effect, 12);
  });

  it('with too few events tell nothing of it', () => {
    expect(monthEffect(tally([0, 100], [9, 100], [0, 100]))).toBe(1);
  });
});
