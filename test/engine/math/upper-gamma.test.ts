import { describe, expect, it } from 'vitest';
import { upperGamma } from '../../../src/engine/math/upper-gamma';

describe('the regularized upper incomplete gamma function', () => {
  it.each([
    // Shape, x, tail: sums of 50 digits.
    [25, 25 * 0.667, 0.9662337147205688],
    [100, 66.7, 0.9999148524347717],
    [100, 100, 0.4867012017208513],
    [100, 150, 5.92454033548391582e-6],
    [199, 199, 0.49057298363539546],
    [201, 201, 0.49062000401382341],
    [1000, 1000, 0.49579475581978],
  ])('is exact at shape %d and %d', (shape, x, tail) => {
    expect(Math.abs(upperGamma(shape, x) / tail - 1)).toBeLessThan(1e-11);
  });

  it.each([
    // Shape, x, tail: sums of 40 digits. Shapes around 12 take the fewest terms of Stirling's series.
    [12, 12, 0.4615973330636182],
    [12.25, 20, 0.0250363468880962],
    [0.25, 0.5, 0.1535135958083225],
    [0.694, 3, 0.0251607728210042],
    [2.7778, 1, 0.892862250062465],
    [2.7778, 6, 0.0485603750759358],
    [13, 4, 0.9997262831771445],
    [25.5, 40, 0.0058513246937661],
    [0.5, 5e-7, 0.9992021155721779],
  ])('has all its digits at shape %d and %d', (shape, x, tail) => {
    expect(Math.abs(upperGamma(shape, x) / tail - 1)).toBeLessThan(3e-14);
  });

  it('is the exponential tail at shape 1', () => {
    for (const x of [1e-9, 0.1, 1, 2, 10, 100, 600])
      expect(Math.abs(upperGamma(1, x) / Math.exp(-x) - 1)).toBeLessThan(1e-12);
  });

  it('steps from a shape to the next by x^shape e^−x ÷ Γ(shape + 1)', () => {
    for (const shape of [0.3, 0.694, 1.5, 2.7778, 6.25, 30.5]) {
      let gamma = 1;
      // Γ(shape + 1) by its integral, Simpson's rule on a fine grid of u = t^(1/2), where the integrand is smooth enough.
      const steps = 20_000,
        end = Math.sqrt(shape + 60),
        h = end / steps;
      const integrand = (u: number) => 2 * u * (u * u) ** shape * Math.exp(-u * u);
      let sum = integrand(0) + integrand(end);
      for (let i = 1; i < steps; i++) sum += integrand(i * h) * (i % 2 ? 4 : 2);
      gamma = (sum * h) / 3;
      for (const x of [0.2, 1, 3, 20]) {
        const step = (x ** shape * Math.exp(-x)) / gamma;
        expect(Math.abs(upperGamma(shape + 1, x) - upperGamma(shape, x) - step)).toBeLessThan(1e-9);
      }
    }
  });

  it('is twice the normal tail at shape 1/2', () => {
    expect(upperGamma(0.5, 0.5) / 2).toBeCloseTo(0.15865525393145707, 14);
    expect(upperGamma(0.5, 2) / 2).toBeCloseTo(0.0227501319481792, 14);
    expect(Math.abs(upperGamma(0.5, 18) / 2 / 9.865876450376946e-10 - 1)).toBeLessThan(1e-11);
  });

  it('has no seam where sum and fraction meet, and ends at 1 and 0', () => {
    for (const shape of [0.5, 2, 40, 300])
      expect(Math.abs(upperGamma(shape, shape + 1 - 1e-12) - upperGamma(shape, shape + 1 + 1e-12))).toBeLessThan(1e-11);
    expect([upperGamma(3, 0), upperGamma(3, Infinity), upperGamma(3, 1e6)]).toEqual([1, 0, 0]);
  });
});
