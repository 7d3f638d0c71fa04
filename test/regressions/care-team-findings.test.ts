/** What changes made of a care team or a cost without a word, or with a number too large to show. */
import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform } from '../functions/excel';
import { complete } from '../tables/complete';
import { inOrder, type Tables } from '../tables/sample-model';

const _ = BLANK;
const excel = onPlatform('');

const COSTS = ['Item', 'Category', 'Program', 'Basis', 'Amount', 'Patients per unit', 'Starts', 'Ends', 'Staffing'];
const nurse = (starts: unknown, ends: unknown, staffing: unknown = 'planned') => [
  ['Nurse', 'care team', 'CCM', 'per unit', 6_000, 100, starts, ends, staffing, staffing === _ ? _ : 3],
];
const setUp = [['Set-up', 'technology', 'CCM', 'one-off', 5_000, _, 2, _, _, _]];

interface Parts {
  costs: unknown[][];
  changes?: unknown[][];
  scenarios?: unknown[][];
}

const tablesOf = ({ costs, changes = [], scenarios = [] }: Parts) =>
  inOrder(
    complete({
      panel: [
        ['Program', 'Opening patients'],
        ['CCM', 150],
      ],
      payerMix: [
        ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate'],
        ['CCM', 'Medicare', 1, 100, 1, 1],
      ],
      costs: [[...COSTS, 'Units on duty'], ...costs],
      settings: [
        ['Setting', 'Value'],
        ['Months', 6],
      ],
      scenarios: scenarios.length ? scenarios : _,
      changes: changes.length ? [['From month', 'To month', 'Driver', 'Item', 'Change', 'Value'], ...changes] : _,
    } as unknown as Tables),
  );
const rows = (parts: Parts) => excel.call('CHECKMODEL', ...tablesOf(parts));
const cost = (parts: Parts, scenario: unknown = _) =>
  excel.call('FORECAST', ...tablesOf(parts), scenario, _, 'Total cost')[0];

describe('A planned team that is not there', () => {
  const found = (column: string, when: string) => [
    [
      'Costs',
      1,
      column,
      `Note: Costs, row 1: in ${when} no planned or as-needed item of CCM is charged, so nothing limits its panel and nobody is paid for it; see Starts and Ends.`,
    ],
  ];

  it('is noted since when, with what it means and what to do', () => {
    expect(rows({ costs: nurse(_, 2) })).toEqual(found('Ends', 'month 3 (4 months in all)'));
    expect(rows({ costs: nurse(2, _) })).toEqual(found('Starts', 'month 1'));
    expect(rows({ costs: nurse(9, _) }).filter(([, , column]) => column === 'Starts')).toHaveLength(2);
  });

  it('is noted where only a scenario takes it away, and not where another item stays', () => {
    const scenarios = [
      ['Driver', 'Item', 'Change', 'Lean'],
      ['Ends', 'Nurse', 'set', 4],
    ];
    expect(rows({ costs: nurse(_, _), scenarios })).toEqual(found('Ends', 'month 5 (2 months in all), scenario Lean'));
    const coach = ['Coach', ...nurse(_, _)[0].slice(1)];
    expect(rows({ costs: [...nurse(_, 2), coach] })).toEqual([['No findings']]);
  });

  it('is not missed where staffing is unlimited, or before patients come', () => {
    expect(rows({ costs: nurse(_, 2, _) })).toEqual([['No findings']]);
  });
});

describe('A one-off moved after it was charged', () => {
  const costs = [...nurse(_, _, _), ...setUp];
  const found = (row: number, column: string, when: string, charged: string) => [
    [
      'Changes',
      row,
      column,
      `Note: Changes, row ${row}: Set-up is charged once, in ${charged}; another Starts in ${when} does nothing. To move it, let the change hold from ${charged} on, or earlier.`,
    ],
  ];

  it('is noted on the change, and charged once', () => {
    const changes = [[3, _, 'Starts', 'Set-up', 'set', 5]];
    expect(cost({ costs, changes })).toEqual([12_000, 17_000, 12_000, 12_000, 12_000, 12_000]);
    expect(rows({ costs, changes })).toEqual(found(1, 'From month', 'month 3 (4 months in all)', 'month 2'));
  });

  it('is noted where the change ends that brought it', () => {
    const changes = [[1, 1, 'Starts', 'Set-up', 'set', 1]];
    expect(cost({ costs, changes })).toEqual([17_000, 12_000, 12_000, 12_000, 12_000, 12_000]);
    expect(rows({ costs, changes })).toEqual(found(1, 'To month', 'month 2 (5 months in all)', 'month 1'));
  });

  it('is not noted where it moves in time', () => {
    expect(rows({ costs, changes: [[1, _, 'Starts', 'Set-up', 'set', 4]] })).toEqual([['No findings']]);
  });
});

describe('Patients per unit moved to nobody', () => {
  const costs = nurse(_, _, _);
  const text = (place: string, value: string) =>
    `${place} makes Patients per unit of Nurse ${value} in month 1, so that no unit serves anybody; keep them above 0, or end the item before.`;
  const scenarios = [
    ['Driver', 'Item', 'Change', 'Lean', 'Rich', 'Odd'],
    ['Patients per unit', 'Nurse', 'add', -120, _, _],
    ['Clean claim rate', _, 'add', _, _, 0.5],
  ];

  it('are refused on the row of the scenario, which hides nothing in the others', () => {
    const place = 'Scenarios, row 1 (Patients per unit), Lean';
    expect(rows({ costs, scenarios })).toEqual([
      ['Scenarios', 1, 'Lean', text(place, '-20')],
      [
        'Payer mix',
        1,
        'Clean claim rate',
        'Note: Clean claim rate (CCM, Medicare, scenario Odd) becomes 1.5 from month 1 to month 6 and is held at 1.',
      ],
    ]);
    expect(cost({ costs, scenarios }, 'Rich')[0]).toBe(12_000);
    for (const name of ['FORECAST', 'LEAKAGE', 'BREAKEVEN', 'HIREPLAN'])
      expect(excel.textOf(name, ...tablesOf({ costs, scenarios }), 'Lean'), name).toBe(text(place, '-20'));
    expect(excel.textOf('DELAY', ...tablesOf({ costs, scenarios }), 1, 'Lean')).toBe(text(place, '-20'));
    expect(excel.textOf('EXPLAIN', 'Total cost', 1, ...tablesOf({ costs, scenarios }), 'Lean')).toBe(
      text(place, '-20'),
    );
  });

  it('are refused on the planned change that brought them there', () => {
    const changes = [
      [1, _, 'Patients per unit', 'Nurse', 'add', -90],
      [1, _, 'Patients per unit', _, 'add', -10],
      [2, _, 'Patients per unit', _, 'multiply', 1.1],
    ];
    expect(rows({ costs, changes })).toEqual([
      ['Changes', 1, 'Value', text('Changes, row 1 (Patients per unit), Value', '0')],
    ]);
  });

  it('are no matter once nothing is charged, and refused where the months after the forecast ask for them', () => {
    const changes = [[3, _, 'Patients per unit', 'Nurse', 'add', -100]];
    expect(cost({ costs: nurse(_, 2, _), changes })).toEqual([12_000, 12_000, 0, 0, 0, 0]);
    const later = ['Coach', ...nurse(9, _, _)[0].slice(1)];
    const both = { costs: [...nurse(_, 2, _), later], changes: [[3, _, 'Patients per unit', _, 'add', -100]] };
    expect(cost(both)[0]).toBe(12_000);
    expect(excel.textOf('DELAY', ...tablesOf(both), 1)).toMatch(/^Changes, row 1 .* of Coach 0 in month 9, so that/);
  });
});
