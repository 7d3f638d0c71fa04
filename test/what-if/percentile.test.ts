import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, percentilesOf } from '../../src/what-if/percentile';
import { cases } from '../random-cases';

const figures = fc.oneof(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }),
  // Many that are the same, some beyond all measure, and so many that most places have several near them.
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 }),
  fc.array(fc.constantFrom(-1.7e308, -1, 0, 5e-324, 1e-300, 1, 1e300, 1.7e308), { minLength: 1, maxLength: 40 }),
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
        const unsorted = Float64Array.from(given);
        // 0 and −0 are one figure.
        expect(percentilesOf(unsorted, asked).map((figure) => figure + 0)).toEqual(
          asked.map((share) => percentile(sorted, share) + 0),
        );
        expect(unsorted).toEqual(Float64Array.from(given));
      }),
      { numRuns: cases(1_000) },
    );
  });

  it('lie in proportion between two figures, as PERCENTILE.INC has them', () => {
    expect(percentilesOf(Float64Array.of(4, 1, 3, 2), [0.25, 0.5])).toEqual([1.75, 2.5]);
    expect(percentile(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75);
  });
});
