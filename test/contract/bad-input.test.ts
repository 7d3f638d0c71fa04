import { describe, expect, it } from 'vitest';
import { call, CellError, loadFunctions } from './built-functions';
import { EXAMPLE_TABLES } from '../../src/build/example-tables';

const functions = loadFunctions();
const { tblPanel, tblPayerMix, tblCosts, tblSettings } = EXAMPLE_TABLES;
const model = { panel: tblPanel, payerMix: tblPayerMix, costs: tblCosts, settings: tblSettings };
type Model = typeof model;

const args = ({ panel, payerMix, costs, settings }: Model) => [panel, payerMix, costs, settings];
const check = (tables: Model) => call(functions, 'CHECKMODEL', args(tables));
function errorOf(tables: Model): string {
  try {
    call(functions, 'FORECAST', args(tables));
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
}
const row = (table: unknown[][], changes: Record<string, unknown>) => [
  table[0],
  table[1].map((cell, c) => changes[table[0][c] as string] ?? cell),
  ...table.slice(2),
];

describe('The built functions, given bad input', () => {
  it.each<[string, Model, [table: string, row: number | string, column: string], string]>([
    [
      'wrong headers',
      { ...model, payerMix: [['Plan', ...tblPayerMix[0].slice(1)], tblPayerMix[1]] },
      ['Payer mix', '', 'Program'],
      'Payer mix has no column “Program”; found Plan, Payer, Share of panel, Allowed PPPM, Realization rate, Clean claim rate, Days to pay, Collected share and 1 more.',
    ],
    [
      'a duplicate program',
      { ...model, panel: [...tblPanel, ['ccm', 5]] },
      ['Panel', 2, 'Program'],
      'Panel, row 2 (ccm) repeats row 1; keep one row, or give it another name.',
    ],
    [
      'shares that sum to 0.9',
      { ...model, payerMix: row(tblPayerMix, { 'Share of panel': 0.9 }) },
      ['Payer mix', 1, 'Share of panel'],
      'Payer mix: Share of panel of CCM adds to 0.9; the shares of a program add to 1 (100%): add 0.1.',
    ],
    [
      'text in a number column',
      { ...model, panel: row(tblPanel, { 'Opening patients': '1,200' }) },
      ['Panel', 1, 'Opening patients'],
      'Panel, row 1 (CCM), Opening patients is the text “1,200”, not a number; give a number, e.g. 1200; blank = none.',
    ],
    [
      'negative patients',
      { ...model, panel: row(tblPanel, { 'Opening patients': -1 }) },
      ['Panel', 1, 'Opening patients'],
      'Panel, row 1 (CCM), Opening patients is -1; give 0 or more.',
    ],
    [
      'a conversion of 62',
      { ...model, panel: row(tblPanel, { 'Conversion rate': 62 }) },
      ['Panel', 1, 'Conversion rate'],
      'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
    ],
    [
      'a date before the start',
      { ...model, panel: row(tblPanel, { 'Launch month': 46387 }) },
      ['Panel', 1, 'Launch month'],
      'Panel, row 1 (CCM), Launch month is 2026-12, before the start month 2027-01; give 2027-01 or later, or leave it blank where that means from the start.',
    ],
    [
      '121 months',
      { ...model, settings: [...tblSettings.slice(0, 2), ['Months', 121]] },
      ['Settings', 2, 'Value'],
      'Settings, row 2 (Months), Value is 121; give a number from 1 to 120.',
    ],
    [
      'an empty table',
      { ...model, panel: tblPanel.slice(0, 1) },
      ['Panel', '', ''],
      'Panel has a header but no rows; type at least one row below it.',
    ],
    [
      '50,000 rows',
      { ...model, costs: [tblCosts[0], ...Array.from({ length: 50_000 }, () => tblCosts[1])] },
      ['Costs', '', ''],
      'Costs has 50,000 rows with content; at most 1,000 are read. Select the table itself, or add up rows that are alike.',
    ],
  ])('%s: a finding with its place, and the same text in the cell', (_what, tables, place, text) => {
    expect(check(tables)[0]).toEqual([...place, text]);
    expect(errorOf(tables)).toMatch(`#VALUE! ${text}`);
  });

  it('say nothing of good input', () => {
    expect(check(model)).toEqual([['No findings']]);
    expect(errorOf(model)).toBe('no error');
  });
});
