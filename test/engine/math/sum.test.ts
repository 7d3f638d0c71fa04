import { describe, expect, it } from 'vitest';
import { sum } from '../../../src/engine/math/sum';

describe('a sum', () => {
  it('keeps what is small beside large figures, whichever comes first', () => {
    expect(sum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(sum(Float64Array.of(1, 1e16, -1e16))).toBe(1);
  });

  it('is of those asked for', () => {
    const values = Float64Array.of(1, 20, 300, 4_000);
    expect([sum(values, 1), sum(values, 1, 2), sum(values, 3, 1), sum(values, 4)]).toEqual([4_320, 320, 4_000, 0]);
  });

  it('ties a long column of cents', () => {
    expect(sum(new Float64Array(120).fill(0.1))).toBe(12);
    expect(sum(new Float64Array(0))).toBe(0);
  });
});
