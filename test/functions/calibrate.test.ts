import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import expected from '../actuals/fixtures/clinic-expected.json';
import { inOrder, sampleTables } from '../tables/sample-model';
import { call, onPlatform, textOf } from './excel';

const cellsOf = (file: string): string[][] =>
  readFileSync(join(__dirname, '..', 'actuals', 'fixtures', `clinic-${file}.csv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

/** As VSTACK makes of several ranges: blank to the right of the narrower ones. */
function stacked(...tables: unknown[][][]): unknown[][] {
  const width = Math.max(...tables.map(([header]) => header.length));
  return tables.flat().map((row) => [...row, ...Array(width - row.length).fill('')]);
}

const numbers = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
const rows = stacked(
  numbers(cellsOf('roster')),
  numbers(cellsOf('claims')),
  numbers(cellsOf('minutes')),
  numbers(cellsOf('referrals')),
);

const { priors } = expected;
const prior = stacked(
  [
    [
      'Program',
      'Discharge rate',
      'Disengagement rate',
      'Benefit change rate',
      'Adverse event rate',
      'Conversion rate',
      'Service minutes',
    ],
    ['CCM', ...priors.causes, priors.conversion, priors.minutes],
  ],
  [
    [
      'Program',
      'Payer',
      'Realization rate',
      'Appeal rate',
      'Overturn rate',
      'Allowed PPPM',
      'Spread of minutes',
      'Days to pay',
    ],
    ['CCM', '', priors.realization, priors.appeal, priors.overturn, priors.allowed, priors.cv, 30],
  ],
);

const find = (answer: unknown[][], driver: string, payer = '') =>
  answer.find(([name, , of]) => name === driver && of === payer)!;

/** The fixture's names of drivers that the tables call otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  'Eligibility realization': 'Realization rate',
  'Minutes mean': 'Service minutes',
  'Minutes cv': 'Spread of minutes',
};

describe('PPPM.CALIBRATE', () => {
  it('gives the figures of the fixture from cells: four kinds of rows, Panel and Payer mix as priors, the rest as published', () => {
    const answer = call('CALIBRATE', rows, prior, '2026-06-30');
    for (const { driver, payer, ...figures } of expected.rows) {
      const row = find(answer, RENAMED[driver] ?? driver, payer);
      const [measured, low, high, exposure, effective, ofPrior] = row.slice(3, 9) as number[];
      const [weight, blended] = row.slice(10, 12) as number[];
      for (const [key, value] of Object.entries({
        measured,
        low,
        high,
        exposure,
        effective,
        prior: ofPrior,
        weight,
        blended,
      }))
        expect(value, `${driver} ${payer}: ${key}`).toBeCloseTo(figures[key as keyof typeof figures], 8);
    }
    expect(find(answer, 'Clean claim rate', 'Medicaid')[9]).toMatch(/revenuesynergy/);
    expect(find(answer, 'Conversion rate')[9]).toBe('present input');
  });

  it('lets what is measured stand alone where nothing is known before', () => {
    const row = find(call('CALIBRATE', rows, null, '2026-06-30'), 'Allowed PPPM', 'Medicaid');
    expect(row.slice(8, 12)).toEqual(['', '', 1, row[3]]);
  });

  it('keeps the prior to the last bit where nothing is measured, and asks whether the export is whole', () => {
    const active = [
      ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'],
      ['P1', 'CCM', 'Medicare', '2025-04-10', ''],
      ['P2', 'CCM', 'Medicare', '2026-02-10', ''],
    ];
    const answer = call('CALIBRATE', active, [
      ['Driver', 'Program', 'Low', 'Likely', 'High'],
      ['Discharge rate', '', '', 0.0123, ''],
    ]);
    expect(find(answer, 'Discharge rate').slice(3, 12)).toEqual(['', '', '', 0, 0, 0.0123, 'present input', 0, 0.0123]);
    expect(answer.at(-1)!.at(-1)).toMatch(/Nobody left.*active patients only/);
  });

  it('takes a first month, and what a monthly summary alone can tell', () => {
    const months = Array.from({ length: 12 }, (_, t) => [
      `2025-${String(t + 1).padStart(2, '0')}`,
      'CCM',
      'Medicare',
      100,
      4,
      4,
      100,
      100,
      80,
      80,
      76,
      5000,
      4600,
    ]);
    const summary = [
      [
        'Month',
        'Program',
        'Payer',
        'Opening',
        'New',
        'Lost',
        'Closing',
        'Active',
        'Billable',
        'Claims submitted',
        'Claims paid',
        'Allowed',
        'Cash',
      ],
      ...months,
    ];
    const answer = call('CALIBRATE', summary, onPlatform('').range(inOrder(sampleTables())[0]));
    expect(find(answer, 'Realization rate', 'Medicare')[3]).toBeCloseTo(0.8, 12);
    expect(find(answer, 'Collected share', 'Medicare')[3]).toBeCloseTo(0.92, 12);
    expect(find(answer, 'Allowed PPPM', 'Medicare')[3]).toBeCloseTo(5000 / 76, 12);
    // 4 leave of 100, of whom a tenth of last month's 4 would have anyway.
    const causes = ['Discharge rate', 'Disengagement rate', 'Benefit change rate', 'Adverse event rate'];
    const measured = causes.map((cause) => find(answer, cause)[3] as number);
    expect(measured.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(0.036, 12);
    expect(measured[1] / measured[0]).toBeCloseTo(1.5, 12);
    expect(call('CALIBRATE', summary, null, null, '2025-07')[1][6]).toBe(500);
  });

  it('refuses what it cannot read, with the place', () => {
    expect(textOf('CALIBRATE', null)).toMatch(/rows has no rows/);
    expect(
      textOf('CALIBRATE', rows, [
        ['Driver', 'Likely'],
        ['Conversion rate', 45],
      ]),
    ).toMatch(/prior, row 2, Likely is 45/);
    expect(
      textOf('CALIBRATE', rows, [
        ['Driver', 'Likely'],
        ['Luck', 1],
      ]),
    ).toMatch(/prior, row 2: “Luck” is no driver/);
    expect(
      textOf('CALIBRATE', rows, [
        ['Driver', 'Low', 'High'],
        ['Conversion rate', 0.5, 0.4],
      ]),
    ).toMatch(/Low and High/);
    expect(textOf('CALIBRATE', rows, [['CCM', 0.5]])).toMatch(/prior has no header row/);
    expect(textOf('CALIBRATE', rows, null, '2026-06-30', 'soon')).toMatch(/from/);
  });
});
