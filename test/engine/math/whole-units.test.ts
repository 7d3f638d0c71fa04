import { describe, expect, it } from 'vitest';
import { wholeAbove, wholeUnits } from '../../../src/engine/math/whole-units';

describe('whole units', () => {
  it('are those that the patients need, and never fewer than the minimum', () => {
    expect([wholeUnits(0, 100, 0), wholeUnits(1, 100, 0), wholeUnits(100, 100, 0), wholeUnits(101, 100, 0)]).toEqual([
      0, 1, 1, 2,
    ]);
    expect([wholeUnits(101, 100, 1.5), wholeUnits(101, 100, 2.5)]).toEqual([2, 2.5]);
  });

  it('are not one more for one part in 10⁹ of the units, or of one unit where there are fewer', () => {
    expect([wholeUnits(1e6 * (1 + 0.9e-9), 1, 0), wholeUnits(1e6 * (1 + 1.1e-9), 1, 0)]).toEqual([1e6, 1e6 + 1]);
    expect([wholeUnits(0.9e-9, 1, 0), wholeUnits(1.1e-9, 1, 0)]).toEqual([0, 1]);
    expect([wholeAbove(2 + 4e-9, 5), wholeAbove(2 + 6e-9, 5), wholeAbove(2 + 0.9e-9, 0.5)]).toEqual([2, 3, 2]);
  });
});
