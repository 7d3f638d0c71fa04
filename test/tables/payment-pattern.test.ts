import { describe, expect, it } from 'vitest';
import { patternText, readPaymentPattern } from '../../src/tables/reading/payment-pattern';
import { readModel } from '../../src/tables/reading/read-model';
import { Forecast } from '../../src/forecast/forecast';
import type { Cell } from '../../src/tables/reading/cell';
import { call } from '../functions/excel';

describe('A payment pattern', () => {
  it.each([
    ['20% 50% 30%', [0.2, 0.5, 0.3]],
    ['20/50/30', [0.2, 0.5, 0.3]],
    ['20 / 50 / 30', [0.2, 0.5, 0.3]],
    ['20, 50, 30', [0.2, 0.5, 0.3]],
    ['20%;50%;30%', [0.2, 0.5, 0.3]],
    ['0.2/0.5/0.25', [0.2, 0.5, 0.25]],
    ['.2 .5 .25', [0.2, 0.5, 0.25]],
    ['0/100', [0, 1]],
    ['0 1', [0, 1]],
    ['100%', [1]],
    ['0 0 100 0', [0, 0, 1]],
    ['33.3% 33.3% 33.4%', [0.333, 0.333, 0.334]],
  ])('%s is read', (text, shares) => {
    const read = readPaymentPattern(text) as number[];
    expect(read).toHaveLength(shares.length);
    read.forEach((share, i) => expect(share).toBeCloseTo(shares[i], 12));
  });

  it.each([
    ['45', 'one number'],
    ['0.5', 'one number'],
    // As Excel hands over 10/20/30 that was typed into a cell without the text format.
    ['47776', 'a date'],
    ['20/50/40', 'exceeds one'],
    ['0 0 0', 'nothing'],
    ['20% -50% 30%', 'not a share'],
    ['net 30', 'not a share'],
    ['1e1 20', 'not a share'],
    ['/', 'no shares'],
  ])('%s is refused: %s', (text, problem) => expect(readPaymentPattern(text)).toBe(problem));

  it('is written as it is read', () =>
    expect(readPaymentPattern(patternText([0.1, 0.55, 0.35]))).toEqual([0.1, 0.55, 0.35]));
});

const panel = [
  ['Program', 'Opening patients', 'Disengagement rate'],
  ['CCM', 100, 'zero'],
];
const costs = [
  ['Item', 'Category', 'Basis', 'Amount'],
  ['Nurse', 'care team', 'per month', 100],
];
const mixWith = (pattern: Cell, owed: Cell, days: Cell) => [
  [
    ...[
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Collected share',
    ],
    ...['Days to pay', 'Payment pattern', 'Opening receivable'],
  ],
  ['CCM', 'Medicare', 1, 100, 1, 1, 1, days, pattern, owed],
];
const notesOf = (pattern: Cell, owed: Cell, days: Cell, changes: Cell[][] | null = null) => {
  const tables = { panel, payerMix: mixWith(pattern, owed, days), costs, changes };
  return new Forecast(readModel(tables), tables).findings.map(({ text }) => text);
};

describe('On Payer mix', () => {
  it('pattern and opening receivable are forecast', () => {
    const [cash] = call(
      'FORECAST',
      panel,
      mixWith('20% 50% 30%', 40_000, null),
      costs,
      [
        ['Setting', 'Value'],
        ['Months', 2],
      ],
      null,
      null,
      null,
      null,
      null,
      'Cash collected',
    );
    expect((cash as number[]).map((dollars) => Math.round(100 * dollars) / 100)).toEqual([31_090.91, 17_909.09]);
  });

  it('a pattern that cannot be read names its cell and what to type', () => {
    expect(notesOf('net 30', null, null)[0]).toBe(
      'Payer mix, row 1 (CCM, Medicare): Payment pattern “net 30” is not made of shares. Type shares with spaces between, e.g. 20% 50% 30%.',
    );
    expect(notesOf(47_776, null, null)[0]).toContain('is a date: Excel takes 10/20/30 for one');
    expect(notesOf(45, null, null)[0]).toContain('days go to Days to pay');
  });

  it('what is not used, or leaves something over, is a note', () => {
    const about = (texts: string[], what: string) => texts.filter((text) => text.includes(what));
    expect(about(notesOf('20% 50% 30%', null, 30), 'Days to pay is not used')).toHaveLength(1);
    expect(about(notesOf('20% 50% 20%', null, null), 'adds to 90%')).toHaveLength(1);
    expect(about(notesOf('20% 50% 30%', null, null), 'Days to pay')).toHaveLength(0);
    const change = (driver: string): Cell[][] => [
      ['From month', 'Driver', 'Change', 'Value'],
      [2, driver, 'set', 10],
    ];
    expect(about(notesOf('20% 50% 30%', null, null, change('Days to pay')), 'which decides')).toHaveLength(1);
    expect(about(notesOf(null, 500, 30, change('Opening receivable')), 'counts in month 1 only')).toHaveLength(1);
  });

  it('PPPM.CASH reads the same texts', () => {
    expect(call('CASH', [[1000, 2000, 0]], '20% 50% 25%')).toEqual([[200, 900, 1250]]);
    expect(call('CASH', [[1000, 2000, 0]], '20/50/25')).toEqual([[200, 900, 1250]]);
  });
});
