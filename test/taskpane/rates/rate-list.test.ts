import { describe, expect, it } from 'vitest';
import { changeText } from '../../../src/taskpane/figures';
import { startingChoices } from '../../../src/taskpane/rates/rate-choices';
import { readPercent } from '../../../src/taskpane/rates/percent';
import { findRates, rateGroups, yearlyChange, type RateChoices } from '../../../src/taskpane/rates/rate-list';
import { rateBook } from '../../../src/rates/book';

const NOW: RateChoices = { locality: '', month: null, setting: 'nonfacility', qp: false };
const at = (year: number, month: number) => year * 12 + month - 1;
const rowOf = (code: string, choices: Partial<RateChoices> = {}) =>
  rateGroups({ ...NOW, ...choices })
    .flatMap(({ rows }) => rows)
    .find((row) => row.code === code)!;
const codesOf = (typed: string) =>
  findRates(rateGroups(NOW), typed).flatMap(({ rows }) => rows.map(({ code }) => code));

describe('the list of rates', () => {
  it('has every code of the book, once', () => {
    expect(
      rateGroups(NOW)
        .flatMap(({ rows }) => rows.map(({ code }) => code))
        .sort(),
    ).toEqual([...rateBook().codes.keys()].sort());
  });

  it('starts each program with what is billed first', () => {
    expect(rateGroups(NOW)[0]).toMatchObject({
      program: { name: 'CCM' },
      rows: [
        { code: '99490' },
        { code: '99439' },
        { code: '99491' },
        { code: '99437' },
        { code: '99487' },
        { code: '99489' },
        { code: 'G0506' },
      ],
    });
  });

  it('compares with the amount a year before, in the same place and setting', () => {
    const row = rowOf('99490');
    expect([row.rate?.amount, row.before]).toEqual([66.13, 60.49]);
    expect(changeText(yearlyChange(row)!)).toBe('+9.3%');
    const manhattan = rowOf('99490', { locality: 'NY-01' });
    expect([manhattan.rate?.amount, manhattan.before]).toEqual([74.57, 68.21]);
    expect(rowOf('99490', { month: at(2025, 2) })).toMatchObject({ before: 61.56, rate: { amount: 60.49 } });
    expect(rowOf('99490', { qp: true })).toMatchObject({ before: 60.49, rate: { amount: 66.46 } });
  });

  it('calls a code new in its first twelve months, and knows no change before the book', () => {
    expect([rowOf('99445').isNew, yearlyChange(rowOf('99445'))]).toEqual([true, null]);
    expect([
      rowOf('99490', { month: at(2024, 6) }).isNew,
      yearlyChange(rowOf('99490', { month: at(2024, 6) })),
    ]).toEqual([false, null]);
  });

  it('says of a code without an amount why there is none', () => {
    expect(rowOf('98978')).toMatchObject({
      rate: null,
      reason: 'Has no national amount: each Medicare contractor sets its own price. Ask yours and type it.',
    });
    expect(rowOf('99445', { month: at(2025, 12) })).toMatchObject({
      rate: null,
      reason: 'Is not available on 2025-12-31: it starts 2026-01-01.',
    });
    expect(rowOf('99454', { setting: 'facility' }).reason).toMatch(/^Has no facility amount/);
    for (const { rows } of rateGroups(NOW))
      for (const { rate, reason } of rows) expect(rate ? rate.amount > 0 : reason.length > 20).toBe(true);
  });

  it('is searched by code and by program, in any case', () => {
    expect(codesOf('9949')).toEqual(
      expect.arrayContaining(['99490', '99491', '99492', '99493', '99494', '99495', '99496']),
    );
    expect(codesOf(' g0557 ')).toEqual(['G0557']);
    expect(codesOf('Remote patient')).toContain('99454');
    expect(codesOf('ccm 99490')).toEqual(['99490']);
    expect(codesOf('dentistry')).toEqual([]);
  });
});

describe('the choices to start from', () => {
  const settings = { locality: 'NY-01', setting: 'facility' as const, qp: true, startMonth: at(2026, 5), payers: [] };

  it('are the nation and the latest schedule where there is no workbook', () =>
    expect(startingChoices(null)).toEqual(NOW));

  it('are the workbook’s own where there is one', () =>
    expect(startingChoices(settings)).toEqual({
      locality: 'NY-01',
      setting: 'facility',
      qp: true,
      month: at(2026, 5),
    }));

  it('are of the latest schedule where the forecast starts after it or counts months, of the first where it starts before', () => {
    expect(startingChoices({ ...settings, startMonth: at(2027, 1) }).month).toBeNull();
    expect(startingChoices({ ...settings, startMonth: null }).month).toBeNull();
    expect(startingChoices({ ...settings, startMonth: at(2020, 1) }).month).toBe(at(2024, 1));
  });
});

it('a percentage of Medicare is a share, however it is typed, and nothing else is', () => {
  expect(['100', '110%', ' 87.5 ', '', '0', '-5', '=1', '2000', 'abc'].map(readPercent)).toEqual([
    1,
    1.1,
    0.875,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
