/** What is asked of the functions that are loaded later, as people ask it: what-if of a model's tables, rows of exports, contracts. */
import fc from 'fast-check';
import type { Question } from '../figures/questions';
import { SCENARIO_NAMES, type Cell, type Cells } from '../figures/typed-tables';

const TABLES = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes'] as const;

const oneOf = fc.constantFrom;
const amount = (most: number) => fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 10_000) * most);
const share = amount(1);
const one = (value: Cell): Cells => [[value]];
const row = (cell: fc.Arbitrary<Cell>, least = 1, most = 3): fc.Arbitrary<Cells> =>
  fc.array(cell, { minLength: least, maxLength: most }).map((cells) => [cells]);

const line = oneOf('Margin', 'Allowed revenue', 'Closing patients', 'Cumulative cash', 'Utilization rate').map(one);
const scenario = oneOf<Cell>(null, ...SCENARIO_NAMES).map(one);
const RATES = ['Conversion rate', 'Early drop-off rate', 'Clean claim rate', 'Collected share'];
const AMOUNTS = ['Referrals per month', 'Allowed PPPM', 'Days to pay', 'Amount'];

/** Of a model; few forecasts each, for there are twenty thousand calls. */
export const askedOfTables: fc.Arbitrary<Question> = fc
  .oneof(
    fc.record({ id: oneOf('SENSITIVITY'), rest: fc.tuple(line, oneOf<Cell>(0.1, '3 points').map(one), scenario) }),
    fc.record({
      id: oneOf('GRID'),
      rest: fc.tuple(line, oneOf(...RATES).map(one), row(share), oneOf(...AMOUNTS).map(one), row(amount(30)), scenario),
    }),
    // Months are looked at one by one: a search for a figure takes hundreds of forecasts.
    fc.record({
      id: oneOf('SOLVE'),
      rest: fc.tuple(line, amount(50_000).map(one), oneOf('Launch month', 'Starts').map(one), scenario),
    }),
    fc.record({ id: oneOf('SCENARIOS'), rest: fc.tuple(line) }),
    fc.record({
      id: oneOf('MILESTONES'),
      rest: fc.tuple(
        fc
          .tuple(oneOf('Active patients', 'Allowed revenue'), amount(900), oneOf(1, 2, 6))
          .map(([trigger, threshold, lead]): Cells => [
            ['What', 'Trigger line', 'Threshold', 'Lead time', 'Cost'],
            ['Registry', trigger, threshold || 'zero', lead, 20_000],
          ]),
      ),
    }),
    fc.record({ id: oneOf('BRIDGE'), rest: fc.tuple(line, oneOf(one(null)), oneOf(...SCENARIO_NAMES).map(one)) }),
    fc.record({
      id: oneOf('SIMULATE'),
      rest: fc.tuple(
        fc.tuple(oneOf(...RATES), amount(0.5), share).map(([driver, low, more]): Cells => [
          ['Driver', 'Low', 'High'],
          [driver, low || 'zero', low + more / 2],
        ]),
        line,
        oneOf(one(10)),
      ),
    }),
  )
  .map(({ id, rest }): Question => ({ id, args: [...TABLES, one(null), ...rest] }));

export const askedByMonth: fc.Arbitrary<Question> = scenario.map((of) => ({ id: 'MONTHLY', args: [...TABLES, of] }));

/** December 31, 2025. */
const LAST_DAY = 46_022;
const PROGRAMS = ['CCM', 'RPM', 'APCM'],
  PAYERS = ['Medicare', 'Commercial'];
const rows = (header: string[], cells: fc.Arbitrary<Cell>[], least = 1, most = 12): fc.Arbitrary<Cells> =>
  fc.array(fc.tuple(...cells), { minLength: least, maxLength: most }).map((body) => [header, ...body]);

const day = fc.integer({ min: LAST_DAY - 400, max: LAST_DAY });
const patient = fc.integer({ min: 1, max: 9 });
const roster = rows(
  ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'],
  [patient, oneOf(...PROGRAMS), oneOf(...PAYERS), day, fc.option(day, { nil: null })],
);
const claims = rows(
  ['Claim ID', 'Patient ID', 'Service month', 'Program', 'Payer', 'Allowed', 'Paid', 'Status', 'Decision date'],
  [
    fc.integer({ min: 1, max: 99 }).map((n) => `C${n}`),
    patient,
    fc.integer({ min: 1, max: 12 }).map((month) => `2025-${String(month).padStart(2, '0')}`),
    oneOf(...PROGRAMS),
    oneOf(...PAYERS),
    amount(120),
    amount(90),
    oneOf('Paid', 'Denied', 'Pending'),
    day,
  ],
);
const monthly = rows(
  ['Month', 'Program', 'Payer', 'Active', 'Billable', 'Claims paid', 'Allowed', 'Cost'],
  [
    oneOf(1, 2, 3),
    oneOf(...PROGRAMS),
    oneOf(...PAYERS),
    amount(300),
    amount(200),
    amount(150),
    amount(20_000),
    amount(9_000),
  ],
);
const contracts = rows(
  ['Contract', 'Kind', 'Model', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality', 'Withhold'],
  [
    fc.integer({ min: 1, max: 99 }).map((n) => `Contract ${n}`),
    oneOf('shared savings', 'risk bands', 'capitation', 'care fee'),
    oneOf('MSSP ENHANCED', 'LEAD Global', 'Medicare Advantage', ''),
    amount(9_000),
    amount(1_200),
    amount(1_200),
    share,
    oneOf('', 0.02),
  ],
);
const outcomes = rows(
  ['Domain', 'Measure', 'Patients', 'Baseline', 'Expected', 'Unit value', 'Attributable share', 'Design', 'Source'],
  [
    oneOf('clinical outcomes', 'engagement', 'avoidable utilization', 'revenue performance'),
    oneOf('Hospital stays', 'Visits'),
    amount(2_000),
    share,
    share,
    oneOf<Cell>(null, 9_000, 50),
    oneOf<Cell>('zero', 0.5, 1),
    oneOf('randomized', 'before and after'),
    oneOf('own data'),
  ],
);
const triangle = fc
  .array(amount(200), { minLength: 10, maxLength: 10 })
  .map((steps): Cells =>
    [0, 1, 2, 3].map((r) => [0, 1, 2, 3].map((d) => (r + d < 4 ? 100 + steps[r] + d * steps[d] : 0))),
  );

const of = (id: string, ...args: fc.Arbitrary<Cells>[]): fc.Arbitrary<Question> =>
  fc.tuple(...args).map((given) => ({ id, args: given }));

export const askedLaterAlone: fc.Arbitrary<Question> = fc.oneof(
  of('ACTUALS', fc.oneof(roster, claims)),
  of('CALIBRATE', fc.oneof(roster, claims)),
  of('TRIANGLE', claims, oneOf('Paid', 'Allowed', 'Claims').map(one)),
  of('COMPLETE', triangle),
  of('VARIANCE', monthly, monthly),
  of('CAPITATION', row(amount(9_000)), amount(1_200).map(one), amount(2).map(one), share.map(one)),
  of(
    'SHAREDSAVINGS',
    amount(1e8).map(one),
    row(amount(1e8)),
    oneOf('MSSP ENHANCED', 'MSSP BASIC E').map(one),
    share.map(one),
  ),
  of(
    'RISKBAND',
    amount(1e8).map(one),
    row(amount(1e8)),
    oneOf('LEAD Global', 'ACO REACH Global').map(one),
    share.map(one),
  ),
  of(
    'ACCESSPAY',
    row(amount(900)),
    oneOf('eCKM', 'CKM', 'MSK', 'BH').map(one),
    oneOf('initial', 'follow-on').map(one),
    share.map(one),
    share.map(one),
  ),
  of('CAREFEE', row(amount(9_000)), amount(40).map(one), share.map(one)),
  of(
    'CONTRACTS',
    contracts,
    oneOf<Cells>([
      ['Setting', 'Value'],
      ['Months', 24],
    ]),
  ),
  of('ROI', outcomes, amount(90_000).map(one)),
  of(
    'MARGINPOOL',
    contracts,
    oneOf<Cells>([
      ['Setting', 'Value'],
      ['Months', 12],
    ]),
    row(amount(50_000), 12, 12),
  ),
);

/** Functions of names alone. */
export const askedNames: fc.Arbitrary<Question> = oneOf<Question>(
  { id: 'PROGRAMS', args: ['panel', 'payerMix'] },
  { id: 'SCENARIONAMES', args: ['scenarios'] },
);
