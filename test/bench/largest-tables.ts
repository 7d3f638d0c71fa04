/** Tables as large as they may be: 200 programs with 5 payers each, 1,000 cost items, 120 months, a care team that limits and counts minutes. */

import { CHANGES } from '../../src/tables/schemas/changes';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';

type Cells = (string | number)[][];

const BASES = ['per active patient', 'per new patient', 'per month', 'one-off', 'percent of cash'];

/** The same with as many planned changes and rows of scenarios as there may be, in every month, and amounts by codes. */
export function fullest(variant: number) {
  const tables = largest({ variant });
  const { payerMix, scenarios, changes } = tables;
  payerMix.forEach((row, r) => {
    row.push(r === 0 ? 'Codes' : ['99490 + 0.35*99439', '99457 + 0.4*99458'][r % 2]);
    if (r > 0) row[3] = '';
  });
  for (let i = 0; scenarios.length <= SCENARIOS.maxRows; i++)
    scenarios.push([
      ['Conversion rate', 'Referrals per month', 'Opening patients', 'Service minutes'][i % 4],
      `Program ${1 + (Math.floor(i / 4) % 200)}`,
      '',
      '',
      'multiply',
      ...Array.from({ length: 12 }, (_, k) => 1 + k / 1_000 + i / 1e6),
    ]);
  for (let i = 0; changes.length <= CHANGES.maxRows; i++) {
    const [driver, change, value] =
      i % 2 ? ['Referrals per month', 'add', 1] : ['Eligible patients', 'multiply', 1.001];
    changes.push([1 + (i % 120), '', driver, `Program ${1 + ((7 * i) % 200)}`, '', '', change, value, '']);
  }
  return tables;
}

/** `variant` moves one opening panel, so that no two variants have equal tables. */
export function largest({ programs = 200, payers = 5, items = 1_000, months = 120, scenarios = 12, variant = 0 } = {}) {
  const names = Array.from({ length: programs }, (_, p) => `Program ${p + 1}`);
  const cases = Array.from({ length: scenarios }, (_, k) => `Case ${k + 1}`);
  const panel: Cells = [
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
      'Service minutes',
    ],
    ...names.map((name, p) => [
      name,
      4_000,
      150 + p + (p === 0 ? variant / 1_024 : 0),
      60 + (p % 7),
      0.45,
      28,
      0.01,
      0.012,
      0.004,
      0.003,
      0.08,
      1 + (p % 9),
      30,
    ]),
  ];
  const payerMix: Cells = [
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
      'Threshold minutes',
      'Minutes cv',
      'Consent rate',
      'Documentation rate',
    ],
    ...names.flatMap((name, p) =>
      Array.from({ length: payers }, (_, s) => {
        const isTimed = s % 2 === 1;
        return [
          name,
          `Payer ${s + 1}`,
          1 / payers,
          45 + (p % 12) + 3 * s,
          isTimed ? 0 : 0.8,
          0.93,
          0.5,
          0.4,
          20 + 9 * s,
          0.98,
          1 + 0.1 * s,
          ...(isTimed ? [20, 0.5 + s / 100, 0.9, 0.9] : [0, 0, 0, 0]),
        ];
      }),
    ),
  ];
  // Every other item is a nurse, hired as needed or planned; every tenth serves all programs.
  const costs: Cells = [
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
      'Staffing',
      'Units on duty',
      'Minutes per unit',
      'Productive share',
    ],
    ...Array.from({ length: items }, (_, i) => {
      const program = i % 10 === 0 ? '' : names[i % programs];
      if (i % 2 === 0) {
        const size = program === '' ? 200 * programs : 100 + (i % 50);
        const staffing = i % 4 === 0 ? 'as needed' : 'planned';
        return [
          `Nurse ${i + 1}`,
          'care team',
          program,
          'per unit',
          6_000 + i,
          size,
          1,
          1,
          '',
          0.03,
          staffing,
          2 + (i % 3),
          9_600,
          0.7,
        ];
      }
      const basis = BASES[(i >> 1) % BASES.length];
      const isShare = basis === 'percent of cash';
      const amount = isShare ? 0.001 : 10 + (i % 50);
      return [
        `Item ${i + 1}`,
        'technology',
        program,
        basis,
        amount,
        '',
        '',
        1,
        '',
        isShare ? '' : 0.03,
        '',
        '',
        '',
        '',
      ];
    }),
  ];
  const settings: Cells = [
    ['Setting', 'Value', 'Unit', 'Note'],
    ['Start month', 46_388, 'month', ''],
    ['Months', months, 'months', ''],
    ['Hire lead time', 2, 'months', ''],
    ['Training time', 2, 'months', ''],
    ['Waiting loss rate', 0.1, '%', ''],
    ['Highest utilization', 1.5, '%', ''],
  ];
  const adjusted = (driver: string, change: string, value: (k: number) => number) => [
    driver,
    '',
    '',
    '',
    change,
    ...cases.map((_, k) => value(k)),
  ];
  const scenariosTable: Cells = [
    ['Driver', 'Program', 'Payer', 'Item', 'Change', ...cases],
    adjusted('Conversion rate', 'multiply', (k) => 0.9 + k / 50),
    adjusted('Attrition multiplier', 'multiply', (k) => 1.1 - k / 100),
    adjusted('Days to pay', 'add', (k) => k + 1),
  ];
  const changes: Cells = [
    ['From month', 'To month', 'Driver', 'Program', 'Payer', 'Item', 'Change', 'Value', 'Reason'],
    ...Array.from({ length: 24 }, (_, i) => [
      1 + ((5 * i) % months),
      '',
      'Referrals per month',
      names[(7 * i) % programs],
      '',
      '',
      'add',
      1,
      'outreach',
    ]),
  ];
  return { panel, payerMix, costs, settings, scenarios: scenariosTable, changes };
}
