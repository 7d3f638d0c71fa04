import { describe, expect, it } from 'vitest';
import { fundingOf } from '../../../src/engine/analysis/funding';

const funding = (...cumulativeCash: number[]) => {
  const { peakFunding, peakMonth, paybackMonth } = fundingOf(Float64Array.from(cumulativeCash));
  return [peakFunding, peakMonth, paybackMonth];
};

describe('the cash a forecast needs', () => {
  it('is the lowest cumulative cash, and is back in the first month after it at zero', () => {
    expect(funding(-5, -8, -3, 0, 4)).toEqual([8, 2, 4]);
  });

  it('stays paid back where cash returns to zero twice: the second time less was needed', () => {
    expect(funding(-8, 2, -3, 1)).toEqual([8, 1, 2]);
  });

  it('is paid back only after the deepest point, whatever came back before', () => {
    expect(funding(-3, 1, -8, -2, 6)).toEqual([8, 3, 5]);
  });

  it('is needed by the first of months that are equally low', () => {
    expect(funding(-8, -8, 0)).toEqual([8, 1, 3]);
  });

  it('may not come back within the forecast', () => {
    expect(funding(-3, 1, -8, -2)).toEqual([8, 3, null]);
  });

  it('is none where cash never falls below zero', () => {
    expect(funding(0, 0, 5)).toEqual([null, null, null]);
  });
});
