/** Figures the field knows by heart, through the bundle as Excel loads it. */
import { describe, expect, it } from 'vitest';
import { call, loadFunctions, type CellError } from './built-functions';

const functions = loadFunctions();
const one = (value: unknown) => [[value]];
/** A practice in which nothing goes wrong. */
const perfect = (opening: number, months: number): unknown[][][] => [
  [
    ['Program', 'Opening patients'],
    ['RPM', opening],
  ],
  [
    ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate'],
    ['RPM', 'Medicare', 1, 66, 1, 1],
  ],
  [
    ['Item', 'Category', 'Basis', 'Amount'],
    ['Platform', 'technology', 'per month', 100],
  ],
  [
    ['Setting', 'Value'],
    ['Months', months],
  ],
];

describe('The built functions', () => {
  it.each<[number, number, number]>([
    [50, 3_300, 39_600],
    [100, 6_600, 79_200],
    [200, 13_200, 158_400],
  ])('give %i patients %i dollars a month and %i a year at 66 dollars each', (patients, month, year) => {
    expect(call(functions, 'REVENUE', [one(patients), one(1), one(1), one(66)])).toEqual([[month]]);
    const [, revenue] = call(functions, 'FORECAST', [
      ...perfect(patients, 12),
      null,
      null,
      null,
      null,
      null,
      one('Allowed revenue'),
      one(true),
    ]);
    expect(revenue.slice(2)).toEqual([year, ...Array<number>(12).fill(month)]);
  });

  it('roll ten new patients a month from none forward to 200 at month 20, and to 152.07 at 3% a month', () => {
    const closing = (attrition: number) =>
      call(functions, 'PANEL', [one(0), one(10), one(attrition), one(20)])[3][19] as number;
    expect(closing(0)).toBe(200);
    expect(closing(0.03).toFixed(2)).toBe('152.07');
  });

  it('give Medicare’s amounts by code, year and conversion factor', () => {
    const rate = (code: string, date: string, qp: boolean | null = null) =>
      call(functions, 'RATE', [one(code), null, one(date), null, qp === null ? null : one(qp)])[0][0];
    expect([rate('99490', '2025-06'), rate('99490', '2026-06'), rate('99490', '2026-06', true)]).toEqual([
      60.49, 66.13, 66.46,
    ]);
    expect(['G0556', 'G0557', 'G0558', '99454'].map((code) => rate(code, '2026-06'))).toEqual([
      16.37, 53.78, 117.24, 52.11,
    ]);
    const refused = (...args: unknown[]) =>
      (
        call(
          functions,
          'RATE',
          args.map((value) => (value === null ? null : one(value))),
        )[0][0] as CellError
      ).message;
    expect(refused('98978', null, '2026-06')).toMatch(/98978 .*contractor/);
    expect(refused('99445', null, '2025-06')).toMatch(/2026-01-01/);
    expect(refused('99490', 'NY')).toMatch(/NY-01.*NY-02.*NY-03.*NY-04.*NY-99/);
  });

  it('lose nothing at steps of 100%, and nothing by a delay of no months', () => {
    const tables = perfect(100, 12);
    const steps = call(functions, 'LEAKAGE', tables).slice(2, 7);
    expect(steps.map(([, , , patientsLost, dollarsLost]) => [patientsLost, dollarsLost])).toEqual(
      Array(5).fill([0, 0]),
    );
    const delays = call(functions, 'DELAY', [...tables, [['']], [['']], one(0)]).slice(1);
    expect(delays.flatMap(([, , , , ...lost]) => lost).every((lost) => lost === 0)).toBe(true);
  });
});
