import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coder } from '../../../src/actuals/reading/coded';
import { firstDayOf, lastDayOf, monthOfDay, readDates } from '../../../src/actuals/reading/dates';
import type { Cell } from '../../../src/tables/reading/cell';
import { cases } from '../../random-cases';

const column = (cells: readonly Cell[]) => {
  const coder = new Coder();
  for (const cell of cells) coder.add(cell);
  return coder.end();
};
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const days = (cells: readonly Cell[], ofMonths = false) => {
  const { days } = readDates(column(cells), ofMonths, null);
  return Array.from(days, (day) => (Number.isFinite(day) ? iso(day) : day));
};

describe('Days of a column', () => {
  it.each([
    ['2026-07-04', '2026-07-04'],
    ['2026/7/4', '2026-07-04'],
    ['20260704', '2026-07-04'],
    [20260704, '2026-07-04'],
    ['7/14/2026', '2026-07-14'],
    ['07-14-26', '2026-07-14'],
    ['14.07.2026', '2026-07-14'],
    ['4 July 2026', '2026-07-04'],
    ['04-JUL-26', '2026-07-04'],
    ['Jul 4, 2026', '2026-07-04'],
    ['July 4th, 2026', '2026-07-04'],
    [46207, '2026-07-04'],
    [46207.99, '2026-07-04'],
    ['46207', '2026-07-04'],
    ['2026-07-04T23:59:59.999-11:00', '2026-07-04'],
    ['7/14/2026 11:59 PM', '2026-07-14'],
    ['2/29/2028', '2028-02-29'],
  ])('%s is %s', (cell, day) => {
    expect(days([cell])).toEqual([day]);
  });

  it.each(['soon', 2026, '4/7', '2026-07', 'Jul 2026', 31, 99999, '1e5', '7/14/226', true])('%s is none', (cell) => {
    expect(days([cell])).toEqual([NaN]);
  });

  it.each(['2/29/2027', '2026-13-01', '14/14/2026', '1989-12-31', '2101-01-01', '0/1/2026'])(
    '%s is a day that no calendar has',
    (cell) => {
      expect(days([cell])).toEqual([Infinity]);
    },
  );

  it('are not guessed where all of them can be two', () => {
    expect(readDates(column(['3/4/2026', '5/6/2026']), false, null).isAmbiguous).toBe(true);
    expect(readDates(column(['3/3/2026', '5/5/2026']), false, null).isAmbiguous).toBe(false);
    expect(readDates(column(['3/4/2026']), false, 'day first').format).toBe('dmy');
  });

  it('say which cells are written in another way than most', () => {
    const { mixed } = readDates(column(['4/25/2026', '4/26/2026', '13/4/2026']), false, null);
    expect(mixed).toEqual({ most: 'mdy', other: 'dmy', codes: [2] });
  });

  it('are the same in every format, for every day', () => {
    const formats: readonly ((y: string, m: string, d: string) => string)[] = [
      (y, m, d) => `${y}-${m}-${d}`,
      (y, m, d) => `${y}${m}${d}`,
      (y, m, d) => `${m}/${d}/${y}`,
      (y, m, d) => `${d}.${m}.${y}`,
    ];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 7305, max: 47846 }), { minLength: 1 }), (given) => {
        // The last of July shows the order.
        const wanted = [...given, 20_665].map(iso);
        for (const format of formats) {
          const cells = wanted.map((day) => format(...(day.split('-') as [string, string, string])));
          const coded = column(cells);
          const { days } = readDates(coded, false, null);
          expect(Array.from(coded.rows, (code) => iso(days[code]))).toEqual(wanted);
        }
      }),
      { numRuns: cases(100) },
    );
  });
});

describe('Months of a column', () => {
  it.each([
    ['2026-07', '2026-07-01'],
    ['202607', '2026-07-01'],
    [202607, '2026-07-01'],
    ['Jul 2026', '2026-07-01'],
    ['July-2026', '2026-07-01'],
    ['Jul-26', '2026-07-01'],
    ['2026 Jul', '2026-07-01'],
    ['07/2026', '2026-07-01'],
    ['7/31/2026', '2026-07-31'],
  ])('%s is %s', (cell, day) => {
    expect(days([cell], true)).toEqual([day]);
  });

  it('are told by first days', () => {
    expect(days(['1/1/2026', '2/1/2026', '3/1/2026'], true)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(days(['01.01.2026', '01.02.2026'], true)).toEqual(['2026-01-01', '2026-02-01']);
  });

  it('begin and end as the calendar says', () => {
    const february = 2028 * 12 + 1;
    expect([iso(firstDayOf(february)), iso(lastDayOf(february))]).toEqual(['2028-02-01', '2028-02-29']);
    expect(monthOfDay(firstDayOf(february))).toBe(february);
    expect(monthOfDay(lastDayOf(february))).toBe(february);
  });
});
