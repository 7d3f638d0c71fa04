import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/model/model';
import { periodsOf, standStill } from '../../../src/engine/inputs/periods';

const change = (fromMonth: number, toMonth = Infinity): Change => ({
  driver: 'referrals',
  program: null,
  payer: null,
  item: null,
  change: 'set',
  value: 1,
  fromMonth,
  toMonth,
});
const firstMonths = (...changes: Change[]) => [...periodsOf([changes], 12).firstMonth];

describe('Periods', () => {
  it('are one without changes', () => {
    expect(periodsOf([], 12)).toEqual({
      months: 12,
      count: 1,
      firstMonth: Int32Array.of(0, 12),
      ofMonth: new Int32Array(12),
    });
  });

  it('begin where a change takes effect, and after the month in which it ends', () => {
    expect(firstMonths(change(4))).toEqual([0, 3, 12]);
    expect(firstMonths(change(4, 6))).toEqual([0, 3, 6, 12]);
    expect([...periodsOf([[change(4, 6)]], 8).ofMonth]).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
  });

  it('are cut once where several changes meet', () => {
    expect(firstMonths(change(4, 6), change(7), change(4))).toEqual([0, 3, 6, 12]);
  });

  it('ignore what holds throughout, or comes after the last month', () => {
    expect(firstMonths(change(1), change(-5), change(13), change(1, 12))).toEqual([0, 12]);
    expect(firstMonths(change(12))).toEqual([0, 11, 12]);
  });

  it('are cut where the changes of rows that are late take effect, too', () => {
    expect([...periodsOf([[change(4, 6)]], 12, [0, 2]).firstMonth]).toEqual([0, 3, 5, 6, 8, 12]);
    expect([...periodsOf([[change(1)]], 12, [0, 5]).firstMonth]).toEqual([0, 5, 12]);
  });

  it('hold still under other changes that begin and end where they do, or hold throughout', () => {
    const periods = periodsOf([[change(4, 6)]], 12);
    expect(standStill(periods, [change(4), change(7), change(1, 3), change(1), change(-5, 40)])).toBe(true);
    expect(standStill(periods, [change(5)])).toBe(false);
    expect(standStill(periods, [change(1, 5)])).toBe(false);
    expect(standStill(periods, [change(1)], [0, 5])).toBe(false);
  });
});
