/** What is asked of the worksheet functions: everything a model can be asked, and the functions of one step. */
import fc from 'fast-check';
import { ALL_LINES } from '../../src/engine/model/lines';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { SCENARIO_NAMES, typedTables, type Cell, type Cells, type Tables } from './typed-tables';

/** A call's argument: a range, a table of the group by its name, or nothing. */
export type Argument = Cells | keyof Tables | 'actuals' | null;

export interface Question {
  id: string;
  args: Argument[];
}

/** Questions of one model; those of one step share no tables. */
export interface Group {
  name: string;
  tables: Partial<Tables>;
  questions: Question[];
}

const SEED = 20_270_101;
const MODELS = 500;
const CALLS_OF_A_STEP = 25;

const TABLES = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes', 'actuals'] as const;
const LINE_NAMES = ALL_LINES.map(({ name }) => name);

const oneOf = fc.constantFrom;
const some = (arbitrary: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> => fc.option(arbitrary, { nil: null });
const whole = (least: number, most: number) => fc.integer({ min: least, max: most });
const amount = (most: number) => whole(0, 10_000).map((n) => (n / 10_000) * most);
const share = amount(1);

const BUNDLES = ['99490', '99490 + 0.35*99439', '99457 + 0.4*99458', '99426 + 0.3*99427', '99484', '99487 + 0.2*99489'];
const LOCALITIES = ['AL', 'NY-01', 'national'];
const CARE_SETTINGS = ['nonfacility', 'facility', 'rhc/fqhc'];

const typist = fc.record({
  blank: oneOf<Cell>(0, '', null),
  // January 2024, July 2025, March 2026, January 2027.
  start: oneOf(null, 45_292, 45_839, 46_082, 46_388),
  codes: fc.array(fc.option(fc.tuple(oneOf(...BUNDLES), oneOf(null, null, 1.1, 0.8)), { nil: null, freq: 2 }), {
    minLength: 36,
    maxLength: 36,
  }),
  settings: fc.tuple(
    ...(
      [
        ['Locality', oneOf(...LOCALITIES)],
        ['Care setting', oneOf(...CARE_SETTINGS)],
        ['QP', oneOf('yes', 'no')],
        ['Assumed yearly update', oneOf('zero', 0.02, -0.013)],
        ['Billed by non-physicians', oneOf(0.25, 1)],
        ['Sequestration', oneOf(0.02)],
        ['Coinsurance collected', oneOf(0.7, 'zero')],
        ['Lowest realization', oneOf(0.4, 0.8)],
        ['Lowest claim success', oneOf(0.5, 0.9)],
        ['Highest utilization', oneOf(0.85, 1.2)],
        ['Highest expense PMPM', oneOf(20, 80)],
        ['Most waiting patients', oneOf(5, 100)],
      ] as [string, fc.Arbitrary<Cell>][]
    ).map(([name, value]) => fc.tuple(fc.constant(name), some(value))),
  ),
});

/** A model as tables, and all that is asked of it. */
export const askedModel = fc
  .record({
    model: fc.oneof(randomModel, randomTeamModel),
    typist,
    scenario: oneOf<string | null>(null, ...SCENARIO_NAMES),
    explained: fc.array(fc.tuple(whole(0, LINE_NAMES.length - 1), share), { minLength: 6, maxLength: 6 }),
    later: whole(0, 18),
    months: fc.tuple(share, share),
  })
  .map(({ model, typist, scenario, explained, later, months }): Omit<Group, 'name'> => {
    const programs = model.programs.map(({ name }) => name);
    const monthAt = (place: number) => 1 + Math.floor(place * (model.months - 1));
    const [from, to] = months.map(monthAt).sort((a, b) => a - b);
    const cell = (value: Cell): Argument => (value === null ? null : [[value]]);
    const questions: Question[] = [{ id: 'CHECKMODEL', args: [...TABLES] }];
    const ask = (id: string, ...rest: Argument[]) => questions.push({ id, args: [...TABLES, ...rest] });
    for (const program of [null, ...programs]) {
      ask(
        'FORECAST',
        cell(scenario),
        cell(program),
        LINE_NAMES.map((name) => [name]),
        [[true]],
      );
      ask('LEAKAGE', cell(scenario), cell(program));
      ask('BREAKEVEN', cell(scenario), cell(program));
      ask('HIREPLAN', cell(scenario), cell(program));
    }
    for (const other of [null, ...SCENARIO_NAMES].filter((name) => name !== scenario)) {
      ask(
        'FORECAST',
        cell(other),
        null,
        LINE_NAMES.map((name) => [name]),
        [[true]],
      );
      ask('HIREPLAN', cell(other));
    }
    ask('FORECAST', cell(scenario));
    ask('LEAKAGE', cell(scenario), null, [[from]], [[to]]);
    ask('DELAY', [[later]], cell(scenario));
    ask('DELAY', [[later]], cell(scenario), cell(programs[0]));
    explained.forEach(([line, place], i) =>
      questions.push({
        id: 'EXPLAIN',
        args: [
          [[LINE_NAMES[line]]],
          [[monthAt(place)]],
          ...TABLES,
          cell(scenario),
          cell(i % 2 ? programs[i % programs.length] : null),
        ],
      }),
    );
    return { tables: typedTables(model, typist), questions };
  });

const one = (arbitrary: fc.Arbitrary<Cell>): fc.Arbitrary<Argument> => arbitrary.map((value) => [[value]]);
const optional = (arbitrary: fc.Arbitrary<Cell>): fc.Arbitrary<Argument> => fc.option(one(arbitrary), { nil: null });
const row = (arbitrary: fc.Arbitrary<Cell>, least = 1, most = 12): fc.Arbitrary<Argument> =>
  fc.array(arbitrary, { minLength: least, maxLength: most }).map((cells) => [cells]);
const column = (arbitrary: fc.Arbitrary<Cell>, most = 8): fc.Arbitrary<Cells> =>
  fc.array(arbitrary, { minLength: 1, maxLength: most }).map((cells) => cells.map((cell) => [cell]));

const patients = amount(2_000);
const code = oneOf<Cell>('99490', '99439', '99454', '99457', 'G0556', 'G0557', '99484', '99426', 'G0511', '98978');
const date = oneOf<Cell>('2024-06', '2025-12', '2026-02', 46_082);
const place = [
  optional(oneOf(...LOCALITIES)),
  optional(date),
  optional(oneOf(...CARE_SETTINGS)),
  optional(fc.boolean()),
];

/** The functions of one step, with what their arguments may be. */
const STEPS: Record<string, fc.Arbitrary<Argument>[]> = {
  PANEL: [
    one(patients),
    row(amount(200), 6, 6),
    row(amount(0.2), 1, 1),
    optional(fc.constant(6)),
    optional(oneOf('average', 'closing', 'retained')),
    optional(fc.boolean()),
  ],
  ATTRITION: [row(patients, 1, 1), row(amount(0.1))],
  ENROLLMENT: [row(amount(200)), one(share), optional(amount(60)), optional(amount(50))],
  SURVIVAL: [row(amount(0.3)), one(whole(1, 60))],
  MONTHLYRATE: [row(amount(0.99))],
  REVENUE: [row(patients), one(share), one(share), one(amount(200))],
  BILLABLE: [row(patients), one(share)],
  CLAIMSUCCESS: [row(share), optional(share), optional(share)],
  RATE: [column(code), ...place],
  ALLOWED: [one(oneOf(...BUNDLES)), optional(amount(2)), ...place, optional(oneOf(0.85, 1.1))],
  RATEINFO: [one(code), ...place],
  CASH: [row(amount(10_000)), fc.oneof(one(whole(0, 120)), row(amount(0.25), 2, 4))],
  REALIZATION: [row(amount(60)), one(amount(3)), one(amount(60)), optional(oneOf('gamma', 'lognormal'))],
  DEVICEDAYS: [one(whole(8, 22)), optional(whole(3, 8)), row(whole(0, 30))],
  STAFFING: [row(patients), one(whole(20, 300)), optional(whole(0, 3)), optional(oneOf(0.25, 0.5, 1))],
  STEPCOST: [
    row(amount(900)),
    fc.array(amount(9_000), { minLength: 1, maxLength: 5 }).map((costs) => costs.map((cost, i) => [i * 150, cost])),
  ],
  PMPM: [row(amount(20_000), 6, 6), row(patients, 6, 6)],
};

const payerMix: fc.Arbitrary<Argument[]> = fc
  .array(fc.tuple(whole(1, 10), amount(200)), { minLength: 1, maxLength: 6 })
  .map((rows) => {
    const together = rows.reduce((sum, [weight]) => sum + weight, 0);
    return [rows.map(([weight]) => [weight / together]), rows.map(([, allowed]) => [allowed])];
  });

/** A function of one step, with what it may be asked. */
export const askedStep: fc.Arbitrary<Question> = fc.oneof(
  ...[
    ...Object.entries(STEPS).map(([id, args]) => [id, fc.tuple(...args)] as const),
    ['PAYERMIX', payerMix] as const,
  ].map(([id, args]) => (args as fc.Arbitrary<Argument[]>).map((given): Question => ({ id, args: given }))),
);

export function questions(): Group[] {
  const drawn = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number) => fc.sample(arbitrary, { seed: SEED, numRuns });
  const steps = Object.entries(STEPS).map(([id, args]) => [id, fc.tuple(...args)] as const);
  return [
    ...drawn(askedModel, MODELS).map((group, i) => ({ name: `model ${i + 1}`, ...group })),
    ...[...steps, ['PAYERMIX', payerMix] as const].map(([id, args]) => ({
      name: `${id} alone`,
      tables: {},
      questions: drawn<Argument[]>(args, CALLS_OF_A_STEP).map((given) => ({ id, args: given })),
    })),
  ];
}
