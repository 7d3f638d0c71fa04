/** A small practice as its six tables: two programs, three payers, costs of every basis, scenarios, planned changes. */
import type { ModelTables } from '../../src/tables/reading/read-model';
import { BLANK, handedOver } from './blanks';

export const START = 46388; // 2027-01-01

export interface Tables {
  panel: unknown[][];
  payerMix: unknown[][];
  costs: unknown[][];
  settings: unknown[][];
  scenarios: unknown[][];
  changes: unknown[][];
}

const _ = BLANK;

export const sampleTables = (): Tables => ({
  panel: [
    [
      'Program',
      'Eligible patients',
      'Opening patients',
      'Referrals per month',
      'Conversion rate',
      'Enrollment limit',
      'Discharge rate',
      'Disengagement rate',
      'Benefit change rate',
      'Adverse event rate',
      'Early drop-off rate',
      'Launch month',
    ],
    ['CCM', 2000, 250, 60, 0.45, 20, 0.01, 0.015, 0.003, 0.002, 0.1, _],
    ['RPM', _, _, 30, 0.6, _, 0.02, 0.03, _, _, _, 46508],
  ],
  payerMix: [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Appeal rate',
      'Overturn rate',
      'Days to pay',
      'Collected share',
      'Attrition multiplier',
    ],
    ['CCM', 'Medicare', 0.7, 66.13, 0.8, 0.95, 0.5, 0.5, 25, 0.98, _],
    ['CCM', 'Medicaid', 0.3, 43.5, 0.7, 0.9, _, _, 45, _, 1.2],
    ['RPM', 'Medicare', 1, 95.2, 0.65, 0.92, _, _, 35, 0.97, _],
  ],
  costs: [
    [
      'Item',
      'Category',
      'Program',
      'Basis',
      'Amount',
      'Patients per unit',
      'Minimum units',
      'Starts',
      'Ends',
      'Annual increase',
    ],
    ['Nurses', 'care team', 'CCM', 'per unit', 6500, 150, 1, _, _, 0.03],
    ['Platform', 'technology', _, 'per active patient', 6, _, _, _, _, _],
    ['Devices', 'technology', 'RPM', 'per new patient', 48, _, _, _, _, _],
    ['Interface', 'technology', _, 'one-off', 18000, _, _, 46388, _, _],
    ['Billing', 'overhead and compliance', _, 'percent of cash', 0.05, _, _, _, _, _],
    ['Review', 'overhead and compliance', _, 'per month', 2000, _, _, 46478, 47088, _],
    ['Volunteers', 'care team', _, 'per month', 'zero', _, _, _, _, _],
  ],
  settings: [
    ['Setting', 'Value', 'Unit', 'Note'],
    ['Start month', START, 'month', ''],
    ['Months', 24, 'months', ''],
    ['Billing basis', 'average', '', ''],
    ['Waiting loss rate', 0.1, '%', ''],
  ],
  scenarios: [
    ['Driver', 'Program', 'Payer', 'Item', 'Change', 'Conservative', 'Expected', 'Stretch', 'Why'],
    ['Conversion rate', 'CCM', _, _, 'set', 0.35, _, 0.6, 'warm calls'],
    ['Patients per unit', _, _, 'Nurses', 'multiply', 0.8, _, 1.2, 'assistants'],
    ['Days to pay', _, 'Medicare', _, 'add', 10, _, -5, 'payer speed'],
  ],
  changes: [
    ['From month', 'To month', 'Driver', 'Program', 'Payer', 'Item', 'Change', 'Value', 'Reason'],
    [46569, 46631, 'Referrals per month', 'RPM', _, _, 'multiply', 1.5, 'outreach'],
    [13, _, 'Allowed PPPM', _, _, _, 'multiply', 1.02, 'fee schedule'],
  ],
});

/** The tables in the order of the worksheet functions; no months are over. */
export const inOrder = ({ panel, payerMix, costs, settings, scenarios, changes }: Tables): unknown[][][] => [
  panel,
  payerMix,
  costs,
  settings,
  scenarios,
  changes,
  [[null]],
];

/** The tables with one cell changed: row 0 is the header. */
export function withCell(tables: Tables, table: keyof Tables, row: number, header: string, value: unknown): Tables {
  const column = tables[table][0].indexOf(header);
  if (column < 0) throw new Error(`${table} has no column ${header}`);
  return {
    ...tables,
    [table]: tables[table].map((cells, r) =>
      r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells,
    ),
  };
}

/** The tables as the platform hands them over, for the reader. */
export const handed = (tables: Tables, blank: unknown = ''): ModelTables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, range]) => [name, handedOver(range, blank)]),
  ) as unknown as ModelTables;
