/** Rows that are pasted, contracts and evidence, as many as are read at a time. */
import { CONTRACTS } from '../../src/tables/schemas/contracts';
import { MONTHLY } from '../../src/tables/schemas/monthly';
import { OUTCOMES } from '../../src/tables/schemas/outcomes';
import { UNCERTAINTY } from '../../src/tables/schemas/uncertainty';

type Cells = (string | number)[][];

const rowsOf = (count: number, row: (i: number) => Cells[number]): Cells =>
  Array.from({ length: count }, (_, i) => row(i));
/** December 31, 2025, as Excel's date. */
const LAST_DAY = 46_022;

/** @param variant moves an amount, so that no two variants are equal */
export function claims(rows: number, variant: number): Cells {
  return [
    [
      'Claim ID',
      'Patient ID',
      'Service month',
      'Program',
      'Payer',
      'Code',
      'Allowed',
      'Paid',
      'Status',
      'Decision date',
    ],
    ...rowsOf(rows, (i) => {
      const month = LAST_DAY - 30 * (i % 36);
      const isPaid = i % 11 > 0;
      return [
        `C${i}`,
        1 + ((i * 7_919) % 5_003),
        month,
        ['CCM', 'RPM', 'BHI', 'APCM', 'PCM'][i % 5],
        `Payer ${1 + ((i >> 3) % 5)}`,
        '99490',
        60 + (i % 90) + (i === 0 ? variant / 100 : 0),
        isPaid ? 48 + (i % 70) : '',
        isPaid ? 'Paid' : 'Denied',
        Math.min(LAST_DAY, month + (i % 97)),
      ];
    }),
  ];
}

export function roster(rows: number, variant: number): Cells {
  return [
    ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'],
    ...rowsOf(rows, (i) => {
      const enrolled = LAST_DAY - ((i * 7_919) % 1_000) - (i === 0 ? variant : 0);
      return [
        i + 1,
        ['CCM', 'RPM', 'BHI', 'APCM', 'PCM'][i % 5],
        `Payer ${1 + ((i >> 3) % 5)}`,
        enrolled,
        i % 3 === 0 ? Math.min(LAST_DAY, enrolled + 60 + (i % 400)) : '',
      ];
    }),
  ];
}

/** The months of 200 programs and as many payers as make the rows. */
export function monthlyRows(months: number, variant: number): Cells {
  const perMonth = Math.floor(MONTHLY.maxRows / months);
  return [
    ['Month', 'Program', 'Payer', 'Active', 'Billable', 'Claims paid', 'Allowed', 'Cost'],
    ...rowsOf(perMonth * months, (i) => {
      const [month, row] = [1 + Math.floor(i / perMonth), i % perMonth];
      const active = 100 + ((i * 7_919) % 107) + (i === 0 ? variant / 1_024 : 0);
      return [
        month,
        `Program ${1 + (row % 33)}`,
        `Payer ${1 + Math.floor(row / 33)}`,
        active,
        0.8 * active,
        0.75 * active,
        (40 + (i % 30)) * active,
        30 * active,
      ];
    }),
  ];
}

const MODELS = ['MSSP ENHANCED', 'MSSP BASIC E', '', 'LEAD Global', ''];
const KINDS = ['shared savings', 'shared savings', 'capitation', 'risk bands', 'care fee'];

export function contracts(variant: number): Cells {
  return [
    [
      'Contract',
      'Kind',
      'Model',
      'Starts',
      'Members',
      'Benchmark or premium PMPM',
      'Expected cost PMPM',
      'Quality',
      'Percent of premium',
    ],
    ...rowsOf(CONTRACTS.maxRows, (i) => [
      `Contract ${i + 1}`,
      KINDS[i % KINDS.length],
      MODELS[i % MODELS.length],
      46_388,
      5_000 + i + (i === 0 ? variant / 1_024 : 0),
      1_000,
      950,
      0.8,
      KINDS[i % KINDS.length] === 'capitation' ? 0.85 : '',
    ]),
  ];
}

export function outcomes(variant: number): Cells {
  return [
    [
      'Domain',
      'Measure',
      'Program',
      'Patients',
      'Baseline',
      'Expected',
      'Evidence low',
      'Unit value',
      'Attributable share',
      'Design',
      'Source',
    ],
    ...rowsOf(OUTCOMES.maxRows, (i) => [
      'avoidable utilization',
      `Measure ${i >> 1}`,
      `Program ${1 + (i % 5)}`,
      1_000 + i + (i === 0 ? variant / 1_024 : 0),
      0.4,
      0.3,
      0.38,
      9_000,
      0.5,
      'before and after',
      'own data',
    ]),
  ];
}

/** A row a program. */
export function uncertainty(variant: number): Cells {
  return [
    ['Driver', 'Program', 'Distribution', 'Low', 'Likely', 'High', 'Group'],
    ...rowsOf(UNCERTAINTY.maxRows, (i) => [
      'Conversion rate',
      `Program ${i + 1}`,
      'PERT',
      0.3,
      0.45 + variant / 1e9,
      0.6,
      i % 2 ? 'Outreach' : '',
    ]),
  ];
}
