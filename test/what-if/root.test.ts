import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/what-if/root';
import { cases } from '../random-cases';

/** Halves the interval until nothing is left of it. */
function bisection(f: (x: number) => number, a: number, b: number): number {
  const isBelow = f(a) < 0;
  for (;;) {
    const middle = a + (b - a) / 2;
    if (!(middle > Math.min(a, b) && middle < Math.max(a, b))) return Math.abs(f(a)) < Math.abs(f(b)) ? a : b;
    if (f(middle) < 0 === isBelow) a = middle;
    else b = middle;
  }
}

const between = (lower: number, upper: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => lower + (upper - lower) * (step / 1_000_000));

/** Functions with one change of sign: smooth, flat, kinked, and with a jump. */
const crossing = fc
  .record({
    at: between(0.01, 0.99),
    kind: fc.constantFrom('line', 'cube', 'tanh', 'ninth power', 'kink', 'jump'),
    slope: fc.constantFrom(-1e6, -1, 1, 3, 1e-6),
  })
  .map(({ at, kind, slope }) => {
    const shapes: Record<string, (x: number) => number> = {
      line: (x) => x - at,
      cube: (x) => (x - at) ** 3 + (x - at) / 50,
      tanh: (x) => Math.tanh(40 * (x - at)),
      'ninth power': (x) => x ** 9 - at ** 9,
      kink: (x) => (x < at ? (x - at) / 1000 : x - at),
      jump: (x) => (x < at ? -1 - x : 1 + x),
    };
    return { f: (x: number) => slope * shapes[kind](x), kind };
  });

describe('A change of sign', () => {
  it('is found where bisection finds it, in fewer steps', () => {
    let ours = 0,
      halves = 0;
    fc.assert(
      fc.property(crossing, ({ f, kind }) => {
        let calls = 0;
        const counted = (x: number) => (calls++, f(x));
        const { x, y, otherX, otherY } = root(counted, 0, f(0), 1, f(1));
        if (kind !== 'jump' && kind !== 'ninth power') ours += calls;
        calls = 0;
        const expected = bisection(counted, 0, 1);
        if (kind !== 'jump' && kind !== 'ninth power') halves += calls;
        // As many zeros lie beside each other as rounding makes.
        if (f(x) !== 0) expect(Math.abs(x - expected)).toBeLessThanOrEqual(1e-14 + 1e-12 * Math.abs(expected));
        if (y !== 0) {
          expect(y * otherY).toBeLessThanOrEqual(0);
          expect(Math.abs(x - otherX)).toBeLessThanOrEqual(1e-15);
        }
      }),
      { numRuns: cases(1_000) },
    );
    expect(ours).toBeLessThan(halves / 2);
  });
});
