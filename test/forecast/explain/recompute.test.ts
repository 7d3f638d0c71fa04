/** An explanation holds all it takes to work its figure out again: seen on random models, from the rows alone. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cases } from '../../random-cases';
import { ALL_LINES } from '../../../src/engine/model/lines';
import type { Model } from '../../../src/engine/model/model';
import { readModel, type ModelTables } from '../../../src/tables/reading/read-model';
import type { Column } from '../../../src/tables/schemas/column';
import { COSTS } from '../../../src/tables/schemas/costs';
import { PANEL } from '../../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../../src/tables/schemas/payer-mix';
import { SETTING_COLUMNS } from '../../../src/tables/schemas/settings';
import { randomModel, randomTeamModel } from '../../engine/reference/random-model';
import { call, CellError } from '../../functions/excel';
import { SCENARIO, tablesOf } from '../tables-of';
import { Interpreter, isInput, type ExplainedRow } from './interpreter';

vi.setConfig({ testTimeout: 300_000 });

/** As long as a second year, so that hires, training, slow payers and annual increases come in. */
const MONTHS = 14;
const RELATIVE = 1e-9;
/** The small difference of large figures has the rounding of the large ones in it. */
const RESIDUE = 1e-12;

const isPatients = (unit: string) => unit === 'patients' || unit === 'claims';

/** By line, the inputs that its explanations have shown. */
const inputsSeen = new Map<string, Set<string>>(ALL_LINES.map(({ name }) => [name, new Set()]));

const COLUMNS: Record<string, readonly Column[]> = {
  Panel: PANEL.columns,
  'Payer mix': PAYER_MIX.columns,
  Costs: COSTS.columns,
  Settings: SETTING_COLUMNS,
};

/** The key of the input that a row shows, by the table and the column it comes from. */
function inputOf([, , , where]: ExplainedRow): string {
  const [, table, header] = /^(Panel|Payer mix|Costs|Settings)(?:, row \d+)?, ([^;]+)/.exec(where)!;
  return COLUMNS[table].find((column) => column.header === header)!.key;
}

/** Whether the figure goes on from its own of the month before. */
const isRunningTotal = (rows: readonly ExplainedRow[], month: number): boolean =>
  rows.some(([name]) => name === `${rows[0][0]}, month ${month - 1}`);

/**
 * All that is wrong with an explanation, in words.
 *
 * @param before the rows of the same line's earlier months: a running total has the rounding of all that went through it,
 * and keeps it when what is left is small
 */
function complaints(rows: readonly ExplainedRow[], month: number, before: readonly ExplainedRow[]): string[] {
  const found: string[] = [];
  const { claims, unclaimed } = new Interpreter(rows, month);
  const values = new Map(rows.map((row) => [row[0], row]));
  const entered = isRunningTotal(rows, month) ? [...before, ...rows] : rows;
  const largest = (unit: string) =>
    Math.max(
      1,
      ...entered.flatMap(([, value, of]) =>
        typeof value === 'number' && (of === unit || (isPatients(of) && isPatients(unit))) ? [Math.abs(value)] : [],
      ),
    );
  for (const { name, comesTo } of claims) {
    const [, shown, unit] = values.get(name)!;
    const value = typeof shown === 'number' ? shown : Infinity;
    const allowed = Math.max(RELATIVE * Math.max(Math.abs(value), Math.abs(comesTo)), RESIDUE * largest(unit));
    if (!Object.is(value, comesTo) && !(Math.abs(value - comesTo) <= allowed))
      found.push(`${name} is ${value}, comes to ${comesTo}`);
  }
  for (const name of unclaimed) found.push(`${name} is made of nothing`);
  for (const [name, , unit, where] of rows) if (!unit || !where) found.push(`${name} lacks unit or source`);
  if (values.size < rows.length) found.push('a name stands twice');
  return found.map((text) => `${rows[0][0]}, month ${month}: ${text}`);
}

const arranged = ({ panel, payerMix, costs, settings, scenarios, changes, actuals }: ModelTables) => [
  panel,
  payerMix,
  costs,
  settings,
  scenarios,
  changes,
  actuals,
];

function everyExplanation(model: Model): string[] {
  const months = Math.min(MONTHS, model.months);
  const tables = tablesOf({ ...model, months });
  expect(readModel(tables).errors.map(({ text }) => text)).toEqual([]);
  const found: string[] = [];
  for (const program of [null, ...model.programs.map(({ name }) => name)])
    for (const { name } of ALL_LINES) {
      const [figures] = call('FORECAST', ...arranged(tables), SCENARIO, program, name);
      const before: ExplainedRow[] = [];
      for (let month = 1; month <= months; month++) {
        const rows = call('EXPLAIN', name, month, ...arranged(tables), SCENARIO, program) as unknown as ExplainedRow[];
        for (const row of rows) if (isInput(row)) inputsSeen.get(name)!.add(inputOf(row));
        // A rate of next to nothing is more than a cell can hold.
        if (figures[month - 1] instanceof CellError && (rows[0][1] as unknown) instanceof CellError) continue;
        if (!Object.is(rows[0][1], figures[month - 1])) found.push(`${name} is not the forecast's`);
        found.push(...complaints(rows, month, before).map((text) => `${program ?? 'All programs'}, ${text}`));
        before.push(...rows);
      }
    }
  return found;
}

// A complaint names line, month and row; a smaller model would take minutes to find and say no more.
describe('Every line of every month is worked out again from its explanation alone', () => {
  it('where units are unlimited', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        expect(everyExplanation(model).slice(0, 5)).toEqual([]);
      }),
      { numRuns: cases(10), endOnFailure: true },
    );
  });

  it('with a care team that limits enrollment, hires, trains and brings minutes', () => {
    fc.assert(
      fc.property(randomTeamModel, (model) => {
        expect(everyExplanation(model).slice(0, 5)).toEqual([]);
      }),
      { numRuns: cases(20), endOnFailure: true },
    );
  });

  it('and shows no input that the line’s recipe does not name', () => {
    for (const { name, inputs } of ALL_LINES)
      expect(inputs, name).toEqual(expect.arrayContaining([...inputsSeen.get(name)!]));
  });
});

describe('The recipe of a line', () => {
  it('names the inputs that its explanations show, and no others', () => {
    const seen = new Map<string, Set<string>>(ALL_LINES.map(({ name }) => [name, new Set()]));
    // Enough models of the one seed to show every input somewhere.
    for (const model of fc.sample(randomTeamModel, { numRuns: 40, seed: 20_270_101 })) {
      const months = Math.min(MONTHS, model.months);
      const tables = arranged(tablesOf({ ...model, months }));
      for (const { name } of ALL_LINES)
        for (const month of new Set([1, Math.ceil(months / 2), months]))
          for (const row of call('EXPLAIN', name, month, ...tables, SCENARIO) as unknown as ExplainedRow[])
            if (isInput(row)) seen.get(name)!.add(inputOf(row));
    }
    for (const { name, inputs } of ALL_LINES) expect([...seen.get(name)!].sort(), name).toEqual([...inputs].sort());
  });
});
