import { describe, expect, it } from 'vitest';
import { sum } from '../../../src/engine/math/sum';

describe('a sum', () => {
  it('keeps what is small beside large figures, whichever comes first', () => {
    expect(sum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(sum(Float64Array.of(1, 1e16, -1e16))).toBe(1);
  });

  it('ties a long column of cents', () => {
    expect(sum(new Float64Array(120).fill(0.1))).toBe(12);
    expect(sum(new Float64Array(0))).toBe(0);
  });
});
