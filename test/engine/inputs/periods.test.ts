import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/engine/model/model';
import { everyMonth, periodsOf } from '../../../src/engine/inputs/periods';

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

  it('may be single months', () => {
    expect(everyMonth(3)).toEqual({
      months: 3,
      count: 3,
      firstMonth: Int32Array.of(0, 1, 2, 3),
      ofMonth: Int32Array.of(0, 1, 2),
    });
  });
});
