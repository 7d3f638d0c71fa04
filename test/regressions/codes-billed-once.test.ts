/** Codes that are billed once were billed every month, and nothing said so. */
import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { billedOnce } from '../../src/rates/billed-once';
import { parseBundle } from '../../src/rates/bundle';
import { call } from '../functions/excel';

const SETTINGS = [
  ['Setting', 'Value'],
  ['Start month', 46204],
  ['Months', 3],
];
const tables = (codes: string, percent: unknown = '') => [
  [
    ['Program', 'Opening patients', 'Discharge rate'],
    ['RPM', 100, 'zero'],
  ],
  [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Codes',
      'Percent of Medicare',
    ],
    ['RPM', 'Medicare', 1, '', 1, 1, codes, percent],
  ],
  [
    ['Item', 'Category', 'Basis', 'Amount'],
    ['Nurse', 'care team', 'per month', 100],
  ],
  SETTINGS,
];
const notes = (codes: string, percent?: unknown): string[] =>
  call('CHECKMODEL', ...tables(codes, percent))
    .filter(([, , column]) => column === 'Codes')
    .map((row) => String(row[3]));
const revenue = (...args: unknown[]): number[] =>
  call('FORECAST', ...args, '', '', [['Allowed revenue']])[0].map((cell) => Math.round(cell as number));

describe('99453 + 99454, the set-up with the supply of each month', () => {
  it('is noted, with the code, what it adds and what to do', () => {
    expect(notes('99453 + 99454')).toEqual([
      'Note: Payer mix, row 1 (RPM, Medicare): 99453 is billed once an episode of care, but Codes are billed monthly: it adds $21.71 a month. Leave it out, or add it in its month under Changes.',
    ]);
    expect(notes('0.5*99453 + 99454', 2)[0]).toContain('it adds $21.71 a month');
  });

  it('is right once the set-up is left out, or planned in its month', () => {
    expect(revenue(...tables('99453 + 99454'), '', '')).toEqual([7382, 7382, 7382]);
    expect(notes('99454')).toEqual([]);
    expect(revenue(...tables('99454'), '', '')).toEqual([5211, 5211, 5211]);
    const changes = [
      ['From month', 'To month', 'Driver', 'Program', 'Payer', 'Item', 'Change', 'Value'],
      [1, 1, 'Allowed PPPM', 'RPM', '', '', 'add', 21.71],
    ];
    expect(revenue(...tables('99454'), '', changes)).toEqual([7382, 5211, 5211]);
  });
});

describe('A code of which the book has an amount and no rule, such as a yearly visit', () => {
  it.each([
    ['99490 + G0506', 'G0506', '$66.47'],
    ['99490 + G0439', 'G0439', '$137.61'],
    ['99490 + 0.5*99473', '99473', '$7.68'],
  ])('is noted with what it adds: %s', (codes, code, added) => {
    expect(notes(codes)).toEqual([
      `Note: Payer mix, row 1 (RPM, Medicare): the rate book does not say how often ${code} is billed, and Codes are billed monthly: it adds ${added} a month. Unless that is meant, leave it out, or add it in its month under Changes.`,
    ]);
  });
});

describe('A code that is not billed every month', () => {
  const once = (codes: string) => billedOnce(parseBundle(codes), null).map(({ code, period }) => `${code} ${period}`);

  it('is told by its rule', () => {
    expect(once('98975 + 98980')).toEqual(['98975 once an episode of care']);
    expect(once('99495')).toEqual(['99495 once in 30 days from discharge']);
    expect(once('99492')).toEqual(['99492 in the first month only']);
    expect(once('0.1*99492 + 0.9*99493')).toEqual([]);
    expect(once('0*99453 + 99454')).toEqual([]);
    expect(once('0*G0439 + 99490')).toEqual([]);
  });

  it('has a rule of the book, by any period but a month or 30 days', () => {
    for (const [code, rules] of rateBook().rules) {
      const isMonthly = rules.every(
        ({ period, role }) => ['calendar month', '30 days'].includes(period) && !role.includes('first month'),
      );
      if (rules.some(({ to }) => to >= rateBook().lastDay)) expect(once(code).length, code).toBe(isMonthly ? 0 : 1);
    }
  });
});
