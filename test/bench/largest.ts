/** What each function takes at its largest: the first time, with inputs changed, and again. */
import type { WorksheetFunction } from '../../src/functions/answering';
import { MOST_CELLS } from '../../src/functions/arguments/number-grid';
import { cpuTime } from '../tables/cpu-time';
import { largest } from './largest-tables';
import { print } from './print';

/** Milliseconds. Excel restarts a runtime that is silent for 5 s; a person waits for one. */
const LIMIT = 1_000;
const RUNS = 5;

type Cells = unknown[][];
type Calculate = (...args: unknown[]) => Cells;

interface Row {
  id: string;
  /** What is asked, where a function has several rows. */
  of?: string;
  /** Arguments; no two variants have the same. */
  args(variant: number): unknown[];
}

const ROWS_OF_BLOCK = 400;
const COLUMNS_OF_BLOCK = MOST_CELLS / ROWS_OF_BLOCK;
const MONTHS = 120;
const MONTHS_OF_TENURE = 600;

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

const tablesOf = (variant: number): Cells[] => {
  const { panel, payerMix, costs, settings, scenarios, changes } = largest({ variant });
  return [panel, payerMix, costs, settings, scenarios, changes, []];
};
const ofModel = (id: string, of: string | undefined, before: unknown[], ...after: unknown[]): Row => ({
  id,
  of,
  args: (variant) => [...before, ...tablesOf(variant), ...after],
});

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
  ofModel('LEAKAGE', undefined, [], SCENARIO, undefined, 13, 24),
  ofModel('LEAKAGE', 'a program', [], SCENARIO, PROGRAM, 13, 24),
  ofModel('BREAKEVEN', undefined, [], SCENARIO),
  ofModel('DELAY', undefined, [], 6, SCENARIO),
  ofModel('HIREPLAN', undefined, [], SCENARIO),
  { id: 'PROGRAMS', args: (v) => [tablesOf(v)[0]] },
  { id: 'PROGRAMS', of: 'Payer Mix', args: (v) => tablesOf(v).slice(0, 2) },
  { id: 'SCENARIONAMES', args: (v) => [tablesOf(v)[4]] },
];

const LARGEST_HEADER = {
  what: 'Function',
  first: 'Inputs changed',
  again: 'Again',
  target: 'Limit',
  verdict: 'Verdict',
};

/** Times all functions and prints their table. @throws when one cannot be timed. */
export async function bench(): Promise<void> {
  console.log(
    '\nEach function at its largest (200,000 cells; 200 programs, 1,000 payers and items, 120 months, 12 scenarios); processor time, the best of 5:',
  );
  print(await atLargestTables(), LARGEST_HEADER);
}

/**
 * Not timed yet: questions that project a model many times, and readers of rows, which answer later, some in slices.
 * Their limits have still to be measured.
 */
export const UNTIMED: ReadonlySet<string> = new Set([
  ...['SENSITIVITY', 'GRID', 'SOLVE', 'SCENARIOS', 'BRIDGE', 'SIMULATE'],
  ...['ACTUALS', 'CALIBRATE', 'COMPLETE', 'MONTHLY', 'TRIANGLE', 'VARIANCE'],
  ...[
    'CAPITATION',
    'SHAREDSAVINGS',
    'RISKBAND',
    'ACCESSPAY',
    'CAREFEE',
    'CONTRACTS',
    'MARGINPOOL',
    'MILESTONES',
    'ROI',
  ],
]);

/** @throws when a function has no row, or answers one with an error: then the row times nothing. */
async function atLargestTables(): Promise<(typeof LARGEST_HEADER)[]> {
  const functions = await worksheetFunctions();
  for (const id of functions.keys())
    if (!UNTIMED.has(id) && !ROWS.some((row) => row.id === id))
      throw new Error(`PPPM.${id} has no row in test/bench/largest.ts`);
  let variant = 0;
  return ROWS.map(({ id, of, args }) => {
    const what = of ? `${id}, ${of}` : id;
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const given = args(++variant);
      const call = () => {
        const wrong = functions.get(id)!(...given)
          .flat()
          .find((cell) => cell instanceof Error);
        if (wrong) throw new Error(`${what}: ${String(wrong)}`);
      };
      first.push(cpuTime(call));
      again.push(cpuTime(call));
    }
    const [took, repeated] = [Math.min(...first), Math.min(...again)];
    return {
      what,
      first: milliseconds(took),
      again: milliseconds(repeated),
      target: `≤ ${LIMIT} ms`,
      verdict: took <= LIMIT ? 'met' : 'NOT MET',
    };
  });
}

const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** By their ids, as Excel comes to know them. */
async function worksheetFunctions(): Promise<Map<string, Calculate>> {
  const functions = new Map<string, Calculate>();
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, calculate: Calculate) => functions.set(id, calculate),
      Error: class extends Error {
        constructor(_: string, message: string) {
          super(message);
        }
      },
      ErrorCode: {},
    },
  });
  await import('../../src/functions/index');
  // Loaded here, so that they answer at once as the others do.
  const { answering } = await import('../../src/functions/answering');
  const { LATER } = await import('../../src/functions/later');
  for (const [id, load] of Object.entries(LATER))
    functions.set(id, answering(id, (await load()) as WorksheetFunction) as Calculate);
  return functions;
}
