import { describe, expect, it } from 'vitest';
import { comeAndGo, lacking, missingForTraining } from '../../../src/engine/month/training';

/** Who joined in each month, and is still on duty, after units on duty changed month by month. */
function after(changes: readonly number[], trainingMonths: number): number[] {
  // An item before stands in the same memory, with newcomers of its own.
  const joined = Float64Array.of(7, 7, 7, ...changes.map(() => 0));
  changes.forEach((change, t) => comeAndGo(joined, 3, t, change, trainingMonths));
  expect([...joined.slice(0, 3)]).toEqual([7, 7, 7]);
  return [...joined.slice(3)];
}

describe('who is in training', () => {
  it('joined in the month in which there are more', () => {
    expect(after([0, 2, 0, 1.5], 3)).toEqual([0, 2, 0, 1.5]);
  });

  it('leaves first, those who joined last before all others', () => {
    expect(after([0, 2, 3, -1], 3)).toEqual([0, 2, 2, 0]);
    expect(after([0, 2, 3, -3], 3)).toEqual([0, 2, 0, 0]);
    expect(after([0, 2, 3, -4.5], 3)).toEqual([0, 0.5, 0, 0]);
    expect(after([0, 2, 3, -9], 3)).toEqual([0, 0, 0, 0]);
  });

  it('is not who joined a training time ago: of those it does not matter', () => {
    // Who joined in month 1 is trained in month 4 and no newcomer any more.
    expect(after([2, 0, 0, -1], 3)).toEqual([2, 0, 0, 0]);
    expect(after([2, 0, -1], 3)).toEqual([1, 0, 0]);
    expect(after([2, -1], 1)).toEqual([2, 0]);
    expect(after([2, -1], 0)).toEqual([2, 0]);
  });

  it('reaches back no further than the first month', () => {
    expect(after([-1, 2, -3], 12)).toEqual([0, 0, 0]);
  });

  it('lacks less month by month, until nothing', () => {
    expect([0, 1, 2, 3].map((age) => lacking(age, 3))).toEqual([0.75, 0.5, 0.25, 0]);
    expect(lacking(0, 0)).toBe(0);
  });

  it('lacks together what each lacks', () => {
    const joined = Float64Array.of(9, 4, 2, 1, 8);
    // From the second figure on: 4 who joined in month 1, 2 in month 2, 1 in month 3.
    expect(missingForTraining(joined, 1, 2, 3)).toBeCloseTo(1 * 0.75 + 2 * 0.5 + 4 * 0.25, 12);
    expect(missingForTraining(joined, 1, 2, 2)).toBeCloseTo((1 * 2) / 3 + (2 * 1) / 3, 12);
    expect(missingForTraining(joined, 1, 0, 3)).toBeCloseTo(4 * 0.75, 12);
    expect(missingForTraining(joined, 1, 2, 0)).toBe(0);
  });
});
