import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, putInOrderFor } from '../../src/what-if/percentile';
import { cases } from '../random-cases';

const figures = fc.oneof(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }),
  // Many that are the same, and so many that samples of them are looked at first.
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 }),
  fc
    .tuple(fc.integer({ min: 601, max: 2_000 }), fc.integer({ min: 1, max: 1_000 }))
    .map(([count, many]) => Array.from({ length: count }, (_, i) => (i * 7_919) % many)),
);
const shares = fc.array(fc.oneof(fc.constantFrom(0, 0.1, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
  maxLength: 6,
});

describe('Percentiles', () => {
  it('are those of sorted figures, whatever order the figures and the shares came in', () => {
    fc.assert(
      fc.property(figures, shares, (given, asked) => {
        const sorted = Float64Array.from(given).sort();
        const ordered = Float64Array.from(given);
        putInOrderFor(asked, ordered);
        // 0 and −0 are one figure.
        for (const share of asked) expect(percentile(ordered, share) + 0).toBe(percentile(sorted, share) + 0);
        expect(ordered.sort()).toEqual(sorted);
      }),
      { numRuns: cases(1_000) },
    );
  });

  it('lie in proportion between two figures, as PERCENTILE.INC has them', () => {
    const ordered = Float64Array.of(4, 1, 3, 2);
    putInOrderFor([0.25, 0.5], ordered);
    expect(percentile(ordered, 0.25)).toBe(1.75);
    expect(percentile(ordered, 0.5)).toBe(2.5);
  });
});
