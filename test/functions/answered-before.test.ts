import { describe, expect, it } from 'vitest';
import { answeredBefore, LastAnswers } from '../../src/functions/answered-before';

/** Adds the numbers of a range to another, and counts how often. */
function counting() {
  let calls = 0;
  const sum = answeredBefore((range: unknown[][], more: unknown): unknown[][] => {
    calls++;
    if (more === 'refuse') throw new Error('refused');
    return [[range.flat().reduce((a: number, b) => a + Number(b), Number(more))]];
  });
  return { sum, calls: () => calls };
}

describe('A function that remembers its answers', () => {
  it('does not calculate again what it is asked again, in new arrays', () => {
    const { sum, calls } = counting();
    expect(
      sum(
        [
          [1, 2],
          [3, 4],
        ],
        10,
      ),
    ).toEqual([[20]]);
    expect(
      sum(
        [
          [1, 2],
          [3, 4],
        ],
        10,
      ),
    ).toEqual([[20]]);
    expect(calls()).toBe(1);
  });

  it('calculates where a cell, a row, the shape or another argument has changed', () => {
    const { sum, calls } = counting();
    sum(
      [
        [1, 2],
        [3, 4],
      ],
      10,
    );
    expect(
      sum(
        [
          [1, 2],
          [3, 5],
        ],
        10,
      ),
    ).toEqual([[21]]);
    expect(sum([[1, 2]], 10)).toEqual([[13]]);
    expect(sum([[1], [2]], 10)).toEqual([[13]]);
    expect(sum([[1], [2]], 11)).toEqual([[14]]);
    expect(sum([['1'], [2]], 11)).toEqual([[14]]);
    expect(calls()).toBe(6);
  });

  it('keeps the answers of two ranges that take turns', () => {
    const { sum, calls } = counting();
    for (let turn = 0; turn < 5; turn++) {
      expect(sum([[1]], 0)).toEqual([[1]]);
      expect(sum([[2]], 0)).toEqual([[2]]);
    }
    expect(calls()).toBe(2);
  });

  it('gives an answer of its own each time, which the caller may write into', () => {
    const { sum } = counting();
    const first = sum([[1]], 0);
    first[0][0] = 'written over';
    const second = sum([[1]], 0);
    expect(second).toEqual([[1]]);
    second[0][0] = 'written over';
    expect(sum([[1]], 0)).toEqual([[1]]);
  });

  it('refuses again what it refused', () => {
    const { sum, calls } = counting();
    expect(() => sum([[1]], 'refuse')).toThrow('refused');
    expect(() => sum([[1]], 'refuse')).toThrow('refused');
    expect(calls()).toBe(2);
  });
});

describe('Answers that are kept', () => {
  it('are as many as were asked for, the latest', () => {
    const last = new LastAnswers(3);
    for (const seed of [1, 2, 3, 4]) last.keep([[['Driver']], seed], [[seed]]);
    expect([1, 2, 3, 4].map((seed) => last.to([[['Driver']], seed])?.[0][0])).toEqual([undefined, 2, 3, 4]);
  });
});
