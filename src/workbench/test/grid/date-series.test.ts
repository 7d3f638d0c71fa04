/** What follows dates whose handle is dragged. */
import { expect, test } from 'vitest';
import { goneOn } from '../../grid/date-series';

const serial = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000 + 25_569;
const text = (date: number) => new Date((date - 25_569) * 86_400_000).toISOString().slice(0, 10);
const on = (dates: string[], count: number, how: Partial<Parameters<typeof goneOn>[2]> = {}) =>
  goneOn(dates.map(serial), count, { backwards: false, showsDays: true, ...how })?.map(text) ?? null;

test('one date goes on by days, or by months where it is shown as a month', () => {
  expect(on(['2027-01-31'], 2)).toEqual(['2027-02-01', '2027-02-02']);
  expect(on(['2027-11-01'], 3, { showsDays: false })).toEqual(['2027-12-01', '2028-01-01', '2028-02-01']);
  expect(on(['2027-01-31'], 2, { showsDays: false })).toEqual(['2027-02-28', '2027-03-31']);
});

test('dates months apart go on by as many months', () => {
  expect(on(['2027-01-01', '2027-02-01'], 2)).toEqual(['2027-03-01', '2027-04-01']);
  expect(on(['2027-01-15', '2027-04-15', '2027-07-15'], 2)).toEqual(['2027-10-15', '2028-01-15']);
  expect(on(['2027-01-01', '2028-01-01'], 1)).toEqual(['2029-01-01']);
});

test('others go on by days, and what is not evenly apart is left to numbers', () => {
  expect(on(['2027-01-01', '2027-01-08'], 2)).toEqual(['2027-01-15', '2027-01-22']);
  expect(on(['2027-01-01', '2027-01-02', '2027-01-09'], 1)).toBeNull();
});

test('backwards they come before the first', () => {
  expect(on(['2027-02-01', '2027-03-01'], 2, { backwards: true })).toEqual(['2027-01-01', '2026-12-01']);
});
