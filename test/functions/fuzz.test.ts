/**
 * Twenty thousand calls of all functions, plausible and hostile ones taking turns on the same tables: no answer that is
 * not one, no argument changed, nothing remembered that is no longer so. RUNS=50 makes a million of them, SEED=random others.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cases } from '../random-cases';
import { askedModel, askedStep, type Argument, type Question } from '../figures/questions';
import { SCENARIO_NAMES, type Cells, type Tables } from '../figures/typed-tables';
import { expectDecent } from './decent-answers';
import { call, CellError, FUNCTION_IDS, outcome } from './excel';
import { argument, cell } from './hostile-arguments';
import { askedByMonth, askedLaterAlone, askedNames, askedOfTables } from './later-questions';
import type { Column } from '../../src/tables/schemas/column';
import { CHANGES } from '../../src/tables/schemas/changes';
import { COSTS } from '../../src/tables/schemas/costs';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { SETTINGS } from '../../src/tables/schemas/settings';

const CALLS = 20_000;
/** Calls on the tables of one model, and others in between. */
const ON_TABLES = 45,
  BESIDE = 15;

interface Call {
  id: string;
  args: readonly unknown[];
}

const place = fc.record({ table: fc.nat(5), row: fc.nat(12), column: fc.nat(14), value: cell });

/** The tables with some cells spoilt, in two of three; written to by nobody. */
const spoilt = fc
  .tuple(askedModel, fc.oneof(fc.constant([]), fc.array(place, { maxLength: 3 }), fc.array(place, { maxLength: 1 })))
  .map(([{ tables, questions }, spots]): { tables: Record<string, unknown[][]>; questions: Question[] } => {
    const ranges = Object.entries(tables).map(
      ([name, range]) => [name, range.map((row) => [...row] as unknown[])] as const,
    );
    for (const { table, row, column, value } of spots) {
      const range = ranges[table][1];
      if (range[row]?.length > column) range[row][column] = value;
    }
    return { tables: Object.fromEntries(ranges), questions };
  });

const withTables = ({ id, args }: Question, tables: Record<string, unknown[][]>): Call => ({
  id,
  args: args.map((each: Argument) => (typeof each === 'string' ? tables[each] : each)),
});

const hostileCall: fc.Arbitrary<Call> = fc.record({
  id: fc.constantFrom(...FUNCTION_IDS),
  args: fc.array(argument, { maxLength: 11 }),
});

/** One argument of a good call in another's place, or a hostile one. */
const bent = (of: fc.Arbitrary<Call>): fc.Arbitrary<Call> =>
  fc
    .tuple(of, fc.nat(11), argument)
    .map(([{ id, args }, at, value]) => ({ id, args: args.map((each, i) => (i === at % args.length ? value : each)) }));

/** Calls of one sitting, in the order in which they are made. */
const sitting: fc.Arbitrary<Call[]> = spoilt.chain(({ tables, questions }) => {
  const asked = fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...questions).map((question) => withTables(question, tables)) },
    ...[askedOfTables, askedByMonth, askedNames].map((arbitrary) => ({
      weight: 1,
      arbitrary: arbitrary.map((question) => withTables(question, tables)),
    })),
  );
  const beside = fc.oneof(askedStep, askedLaterAlone).map((question): Call => question);
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 5, arbitrary: asked }, { weight: 1, arbitrary: bent(asked) }), {
        minLength: ON_TABLES,
        maxLength: ON_TABLES,
      }),
      fc.array(fc.oneof(beside, bent(beside), hostileCall), { minLength: BESIDE, maxLength: BESIDE }),
    )
    .map(([on, others]) => on.flatMap((each, i) => (i % 3 === 0 && others[i / 3] ? [each, others[i / 3]] : [each])));
});

/** Writing to what is frozen is an error, which a function would pass on as its own. */
function freeze(value: unknown): void {
  if (!Array.isArray(value) || Object.isFrozen(value)) return;
  Object.freeze(value).forEach(freeze);
}

/** The functions as Excel starts them, with nothing remembered. */
async function startedAnew(): Promise<(id: string, ...args: readonly unknown[]) => Promise<unknown>> {
  type Calculate = (...args: readonly unknown[]) => unknown[][] | Promise<unknown[][]>;
  const functions = new Map<string, Calculate>();
  const host = (globalThis as unknown as { CustomFunctions: { associate: unknown } }).CustomFunctions;
  const { associate } = host;
  host.associate = (id: string, calculate: Calculate) => functions.set(id, calculate);
  vi.resetModules();
  await import('../../src/functions/index');
  const { answeringLater } = await import('../../src/functions/answering');
  const { LATER } = await import('../../src/functions/later');
  for (const [id, load] of Object.entries(LATER)) {
    const calculate = await load();
    functions.set(id, answeringLater(id, () => Promise.resolve(calculate)) as Calculate);
  }
  // The next file finds no functions that were associated here.
  vi.resetModules();
  host.associate = associate;
  const plain = (answer: unknown) => (answer instanceof CellError ? `${answer.code} ${answer.message}` : answer);
  return async (id, ...args) => {
    try {
      return (await functions.get(id)!(...args)).map((row) => row.map(plain));
    } catch (error) {
      return plain(error);
    }
  };
}

describe('Twenty thousand calls', () => {
  it('are answered with cells or a text that helps, from arguments left as they are, and never by what was asked before', async () => {
    const kept: (Call & { answer: unknown })[] = [];
    const answered = new Set<string>();
    let made = 0;
    fc.assert(
      fc.property(sitting, fc.nat(ON_TABLES + BESIDE - 1), (calls, at) => {
        for (const { id, args } of calls) {
          freeze(args);
          if (expectDecent(id, args)) answered.add(id);
          made++;
        }
        const { id, args } = calls[at % calls.length];
        kept.push({ id, args, answer: outcome(id, ...args) });
      }),
      { numRuns: cases(CALLS / (ON_TABLES + BESIDE)) },
    );
    if (cases(CALLS) >= CALLS) {
      expect(made).toBeGreaterThanOrEqual(CALLS - ON_TABLES - BESIDE);
      // Not refused each time, for whatever reason: then nothing but refusals would have been looked at.
      expect(FUNCTION_IDS.filter((id) => !answered.has(id))).toEqual([]);
    }
    const anew = await startedAnew();
    for (const { id, args, answer } of kept.reverse()) {
      expect(outcome(id, ...args), id).toEqual(answer);
      expect(await anew(id, ...args), id).toEqual(answer);
    }
  }, 600_000);
});

interface Spot {
  table: keyof Tables;
  title: string;
  row: number;
  column: string;
  value: unknown;
}

const ofNumbers =
  (columns: readonly Column[]) =>
  (range: Cells): [row: number, column: string][] =>
    columns
      .filter(({ type }) => type === 'number' || type === 'share')
      .flatMap(({ header }) => range.slice(1).map((_, r): [number, string] => [r + 1, header]));

/** Where a table takes numbers. */
const SPOTS: readonly [keyof Tables, string, (range: Cells) => [row: number, column: string][]][] = [
  ['panel', PANEL.title, ofNumbers(PANEL.columns)],
  ['payerMix', PAYER_MIX.title, ofNumbers(PAYER_MIX.columns)],
  ['costs', COSTS.title, ofNumbers(COSTS.columns)],
  ['changes', CHANGES.title, ofNumbers(CHANGES.columns)],
  [
    'settings',
    SETTINGS.title,
    (range) => range.flatMap(([, value], r): [number, string][] => (typeof value === 'number' ? [[r, 'Value']] : [])),
  ],
  [
    'scenarios',
    SCENARIOS.title,
    ([headers, ...rows]) =>
      headers.flatMap((header, c) =>
        SCENARIO_NAMES.some((name) => name === header)
          ? rows.flatMap((cells, r): [number, string][] =>
              typeof cells[c] === 'number' ? [[r + 1, String(header)]] : [],
            )
          : [],
      ),
  ],
];

/** Cells that take a number, with something in them that is none. */
const spotIn = (tables: Tables): fc.Arbitrary<Spot> =>
  fc
    .tuple(
      fc.constantFrom(
        ...SPOTS.map(([table, title, spots]) => ({ table, title, spots: spots(tables[table]) })).filter(
          ({ spots }) => spots.length > 0,
        ),
      ),
      fc.nat(),
      fc.constantFrom<unknown>('many', true, { code: '#N/A' }, '12 each', '1.234,5'),
    )
    .map(([{ table, title, spots }, at, value]) => {
      const [row, column] = spots[at % spots.length];
      return { table, title, row, column, value };
    });

const withBlankRow = (range: Cells, at: number): Cells => [
  ...range.slice(0, at),
  range[0].map(() => ''),
  ...range.slice(at),
];

describe('A bad cell', () => {
  it('is found in its own row and column, wherever blank rows stand, before anything that follows from it', () => {
    const planted = askedModel.chain(({ tables }) =>
      fc.tuple(fc.constant(tables as Tables), spotIn(tables as Tables), fc.boolean()),
    );
    fc.assert(
      fc.property(planted, ([tables, { table, title, row, column, value }, isMoved]) => {
        const range = isMoved ? withBlankRow(tables[table], row) : tables[table].map((cells) => [...cells]);
        const at = isMoved ? row + 1 : row;
        (range[at] as unknown[])[range[0].indexOf(column)] = value;
        const { panel, payerMix, costs, settings, scenarios, changes }: Tables = { ...tables, [table]: range };
        const found = call('CHECKMODEL', panel, payerMix, costs, settings, scenarios, changes);
        const errors = found.filter(([, , , text]) => !String(text).startsWith('Note: '));
        expect(errors[0]?.slice(0, 3)).toEqual([title, at, column]);
        expect(String(errors[0][3])).toContain(`row ${at}`);
      }),
      { numRuns: cases(300) },
    );
  });
});
