/** What each function is asked at its largest. */
import { MOST_PASTED_CELLS } from '../../src/functions/arguments/pasted-rows';
import { MOST_CELLS } from '../../src/functions/arguments/number-grid';
import { MOST as MOST_MONTHS } from '../../src/functions/arguments/triangle-argument';
import { MILESTONES } from '../../src/tables/schemas/milestones';
import { claims, contracts, monthlyRows, outcomes, roster, uncertainty } from './largest-exports';
import { fullest, largest } from './largest-tables';

type Cells = unknown[][];

export interface Row {
  id: string;
  /** What is asked, where a function has several rows, or cannot be asked of the largest tables. */
  of?: string;
  /** Arguments; no two variants have the same. */
  args(variant: number): unknown[];
}

const ROWS_OF_BLOCK = 400;
const COLUMNS_OF_BLOCK = MOST_CELLS / ROWS_OF_BLOCK;
const MONTHS = 120;
const MONTHS_OF_TENURE = 600;
/** Claims of ten columns. */
const PASTED = MOST_PASTED_CELLS / 10 - 1;

/** As many cells as are given at a time. */
const block = (cell: (i: number) => unknown): Cells =>
  Array.from({ length: ROWS_OF_BLOCK }, (_, r) =>
    Array.from({ length: COLUMNS_OF_BLOCK }, (_, c) => cell(r * COLUMNS_OF_BLOCK + c)),
  );
const across = (length: number, cell: (i: number) => unknown): Cells => [Array.from({ length }, (_, i) => cell(i))];
/** Numbers between two, none twice in a row, a little higher with each variant. */
const numbers = (from: number, to: number, variant: number) => (i: number) =>
  from + (to - from) * (((i * 7_919) % 10_007) / 10_008) + variant / 1e9;
const oneOf =
  (...values: unknown[]) =>
  (i: number) =>
    values[i % values.length];

const CODES = oneOf('99490', '99439', '99487', '99489', '99454', '99457');
const BUNDLES = oneOf('99490 + 0.35*99439', '99491', '99454 + 99457 + 0.4*99458', '0.9*99487 + 0.2*99489');
const LOCALITIES = oneOf('NY-01', 'national', 'AL', '1320201', 'Manhattan');
const DATES = oneOf('2025-12', 46_054, '2024-07-15', '');

const SCENARIO = 'Case 1';
const PROGRAM = 'Program 7';

const tablesOf = (size: Parameters<typeof largest>[0]): Cells[] => {
  const { panel, payerMix, costs, settings, scenarios, changes } = largest(size);
  return [panel, payerMix, costs, settings, scenarios, changes, []];
};
const ofModel = (id: string, of: string | undefined, before: unknown[], ...after: unknown[]): Row => ({
  id,
  of,
  args: (variant) => [...before, ...tablesOf({ variant }), ...after],
});
/** Of tables for which a question is not too much: see src/what-if/few-forecasts.ts. */
const ofFewer = (
  id: string,
  of: string,
  { programs, payers, items, months }: { programs: number; payers: number; items: number; months: number },
  ...after: unknown[]
): Row => ({
  id,
  of: `${of} (${programs} programs, ${programs * payers} payers, ${items} items, ${months} months)`,
  args: (variant) => [...tablesOf({ programs, payers, items, months, variant }), ...after],
});
/** Drivers of one program, a row each. */
const FEW_DRIVERS = [
  'Conversion rate',
  'Discharge rate',
  'Referrals per month',
  'Enrollment limit',
  'Early drop-off rate',
]
  .flatMap((driver) => [PROGRAM, 'Program 8'].map((program) => [driver, program]))
  .slice(0, 8);
const tenths = (count: number): Cells => [Array.from({ length: count }, (_, i) => (i + 1) / 100)];
/** Scenarios that differ in so many drivers. */
const scenariosOf = (drivers: number): Cells => [
  ['Driver', 'Program', 'Payer', 'Item', 'Change', 'Case 1', 'Case 2'],
  ...Array.from({ length: drivers }, (_, i) => ['Conversion rate', `Program ${i + 1}`, '', '', 'multiply', 0.9, 1.1]),
];
const bridgeOf = (
  drivers: number,
  of: string,
  { programs, payers, items, months }: { programs: number; payers: number; items: number; months: number },
): Row => ({
  id: 'BRIDGE',
  of: `${of} (${programs} programs, ${programs * payers} payers, ${items} items, ${months} months)`,
  args: (variant) => {
    const { panel, payerMix, costs, settings, changes } = largest({ programs, payers, items, months, variant });
    return [panel, payerMix, costs, settings, scenariosOf(drivers), changes, [], 'Margin', 'Case 1', 'Case 2'];
  },
});
const LARGEST = { programs: 200, payers: 5, items: 1_000, months: MONTHS };

export const ROWS: readonly Row[] = [
  {
    id: 'PANEL',
    args: (v) => [200 + v, across(MONTHS, numbers(0, 40, v)), across(MONTHS, numbers(0, 0.1, v)), MONTHS],
  },
  { id: 'ATTRITION', args: (v) => [block(numbers(0, 900, v)), block(numbers(0, 0.1, v))] },
  {
    id: 'ENROLLMENT',
    args: (v) => [across(MONTHS, numbers(0, 90, v)), across(MONTHS, numbers(0, 0.9, v)), across(MONTHS, () => 28)],
  },
  { id: 'SURVIVAL', args: (v) => [across(MONTHS_OF_TENURE, numbers(0, 0.1, v)), MONTHS_OF_TENURE] },
  { id: 'MONTHLYRATE', args: (v) => [block(numbers(0, 0.9, v))] },
  {
    id: 'REVENUE',
    args: (v) => [block(numbers(0, 900, v)), block(numbers(0, 0.9, v)), block(() => 0.9), block(numbers(40, 90, v))],
  },
  { id: 'BILLABLE', args: (v) => [block(numbers(0, 900, v)), block(numbers(0, 0.9, v))] },
  {
    id: 'CLAIMSUCCESS',
    args: (v) => [block(numbers(0, 0.9, v)), block(numbers(0, 0.9, v)), block(numbers(0, 0.9, v))],
  },
  { id: 'PAYERMIX', args: (v) => [block(() => 1 / ROWS_OF_BLOCK), block(numbers(40, 90, v))] },
  ...['gamma', 'lognormal'].map((of) => ({
    id: 'REALIZATION',
    of,
    args: (v: number) => [block(numbers(1, 60, v)), block(numbers(0.01, 2, v)), block(numbers(1, 60, v)), of],
  })),
  { id: 'DEVICEDAYS', args: (v) => [block(numbers(5, 25, v)), block(() => 8), block((i) => i % 31)] },
  { id: 'RATE', args: (v) => [block((i) => CODES(i + v)), block(LOCALITIES), block(DATES)] },
  {
    id: 'ALLOWED',
    args: (v) => [
      block((i) => BUNDLES(i + v)),
      undefined,
      block(LOCALITIES),
      block(DATES),
      undefined,
      undefined,
      block(numbers(0.8, 1.2, v)),
    ],
  },
  { id: 'RATEINFO', args: (v) => [CODES(v), 'NY-01', '2025-12'] },
  { id: 'CASH', of: 'days', args: (v) => [block(numbers(0, 9_000, v)), 45] },
  { id: 'CASH', of: 'a pattern', args: (v) => [block(numbers(0, 9_000, v)), across(MONTHS, () => 0.99 / MONTHS)] },
  {
    id: 'STAFFING',
    args: (v) => [block(numbers(0, 900, v)), block(numbers(50, 200, v)), block((i) => i % 3), block(() => 0.5)],
  },
  {
    id: 'STEPCOST',
    args: (v) => [block(numbers(0, 9_000, v)), Array.from({ length: 10_000 }, (_, i) => [i, 500 * i + v])],
  },
  { id: 'PMPM', args: (v) => [block(numbers(0, 9_000, v)), block(numbers(50, 200, v))] },
  ofModel('FORECAST', undefined, [], SCENARIO, undefined, undefined, true),
  ofModel('FORECAST', 'a program', [], SCENARIO, PROGRAM),
  ...['New patients', 'Cash collected', 'Care team cost'].map((line) =>
    ofModel('EXPLAIN', line, [line, MONTHS], SCENARIO),
  ),
  ofModel('CHECKMODEL', undefined, []),
  {
    id: 'CHECKMODEL',
    of: '1,000 changes, 1,000 rows of scenarios, amounts by codes',
    args: (variant) => {
      const { panel, payerMix, costs, settings, scenarios, changes } = fullest(variant);
      return [panel, payerMix, costs, settings, scenarios, changes, []];
    },
  },
  ofModel('LEAKAGE', undefined, [], SCENARIO, undefined, 13, 24),
  ofModel('LEAKAGE', 'a program', [], SCENARIO, PROGRAM, 13, 24),
  ofModel('BREAKEVEN', undefined, [], SCENARIO),
  ofModel('DELAY', undefined, [], 6, SCENARIO),
  ofModel('HIREPLAN', undefined, [], SCENARIO),
  { id: 'PROGRAMS', args: (v) => [tablesOf({ variant: v })[0]] },
  { id: 'PROGRAMS', of: 'Payer Mix', args: (v) => tablesOf({ variant: v }).slice(0, 2) },
  { id: 'SCENARIONAMES', args: (v) => [tablesOf({ variant: v })[4]] },
  ofModel('SCENARIOS', undefined, []),
  ofFewer('SENSITIVITY', '8 drivers', LARGEST, 'Margin', 0.1, SCENARIO, '', '', FEW_DRIVERS),
  ofFewer(
    'SENSITIVITY',
    'every driver',
    { programs: 50, payers: 5, items: 280, months: MONTHS },
    'Margin',
    0.1,
    SCENARIO,
  ),
  ofFewer('GRID', '3 × 6', LARGEST, 'Margin', 'Conversion rate', tenths(3), 'Early drop-off rate', tenths(6), SCENARIO),
  ofFewer(
    'GRID',
    '60 × 60',
    { programs: 4, payers: 4, items: 12, months: 36 },
    ...['Margin', 'Conversion rate', tenths(60), 'Early drop-off rate', tenths(60), SCENARIO],
  ),
  ofFewer(
    'SOLVE',
    'Referrals',
    { programs: 12, payers: 3, items: 100, months: 36 },
    'Margin',
    1,
    'Referrals per month',
    SCENARIO,
  ),
  bridgeOf(4, '4 drivers', LARGEST),
  bridgeOf(10, '10 drivers', { programs: 12, payers: 3, items: 80, months: 36 }),
  bridgeOf(30, '30 drivers', { programs: 30, payers: 2, items: 40, months: 36 }),
  {
    id: 'MILESTONES',
    args: (variant) => [
      ...tablesOf({ variant }),
      [
        ['What', 'Trigger line', 'Program', 'Threshold', 'Lead time', 'Cost'],
        ...Array.from({ length: MILESTONES.maxRows }, (_, i) => [
          `Milestone ${i + 1}`,
          'Active patients',
          `Program ${i + 1}`,
          10 + i,
          i % 12,
          1_000 * i,
        ]),
      ],
    ],
  },
  {
    id: 'SIMULATE',
    of: 'the least trials, 10 of the 1,080 that a minute has',
    args: (variant) => [...tablesOf({ variant }), uncertainty(variant), 'Margin', 10, 1, '', SCENARIO],
  },
  {
    id: 'MONTHLY',
    of: '20,000 rows (33 programs, 165 payers)',
    args: (variant) => [...tablesOf({ programs: 33, variant }).slice(0, 6), SCENARIO],
  },
  { id: 'VARIANCE', args: (v) => [monthlyRows(MONTHS, v), monthlyRows(MONTHS, v + 0.5)] },
  { id: 'ACTUALS', of: `${PASTED} claims`, args: (v) => [claims(PASTED, v)] },
  { id: 'ACTUALS', of: `${2 * PASTED} patients`, args: (v) => [roster(2 * PASTED, v)] },
  { id: 'TRIANGLE', of: `${PASTED} claims`, args: (v) => [claims(PASTED, v)] },
  { id: 'CALIBRATE', of: `${PASTED} claims`, args: (v) => [claims(PASTED, v)] },
  { id: 'CALIBRATE', of: `${2 * PASTED} patients`, args: (v) => [roster(2 * PASTED, v)] },
  {
    id: 'COMPLETE',
    of: `${MOST_MONTHS} × ${MOST_MONTHS}`,
    args: (v) => [
      Array.from({ length: MOST_MONTHS }, (_, r) =>
        Array.from({ length: MOST_MONTHS }, (_, d) =>
          r + d < MOST_MONTHS ? 1_000 + r + 10 * Math.sqrt(d) + v / 1_024 : 0,
        ),
      ),
    ],
  },
  {
    id: 'CAPITATION',
    args: (v) => [
      block(numbers(0, 900, v)),
      block(numbers(800, 1_200, v)),
      block(numbers(0.8, 1.5, v)),
      block(() => 0.5),
      [['Withhold', 0.02]],
    ],
  },
  {
    id: 'SHAREDSAVINGS',
    args: (v) => [block(numbers(900, 1_000, v)), block(numbers(800, 1_100, v)), 'MSSP ENHANCED', block(() => 0.8)],
  },
  {
    id: 'RISKBAND',
    args: (v) => [block(numbers(900, 1_000, v)), block(numbers(700, 1_300, v)), 'LEAD Global', block(() => 0.8)],
  },
  {
    id: 'ACCESSPAY',
    args: (v) => [block(numbers(0, 900, v)), 'eCKM', 'initial', block(numbers(0, 0.9, v)), block(numbers(0.5, 1, v))],
  },
  {
    id: 'CAREFEE',
    args: (v) => [
      block(numbers(0, 900, v)),
      block(numbers(5, 25, v)),
      block(() => 0.8),
      block(numbers(900, 1_000, v)),
      block(numbers(800, 1_100, v)),
      [['Sharing rate', 0.5]],
    ],
  },
  {
    id: 'CONTRACTS',
    args: (v) => [
      contracts(v),
      [
        ['Setting', 'Value'],
        ['Start month', 46_388],
        ['Months', MONTHS],
      ],
      '',
      '',
      true,
    ],
  },
  {
    id: 'MARGINPOOL',
    args: (v) => [
      contracts(v),
      [
        ['Setting', 'Value'],
        ['Start month', 46_388],
        ['Months', MONTHS],
      ],
      across(MONTHS, () => 250_000),
      across(MONTHS, (i) => 250_000 * (i + 1)),
      [
        ['Driver', 'Distribution', 'Low', 'Likely', 'High'],
        ['Expected cost PMPM', 'PERT', 900, 950, 1_050],
      ],
    ],
  },
  { id: 'ROI', args: (v) => [outcomes(v), 100_000, 50_000] },
];
