/** Copies of random models, and of those whose inputs are typed over afterwards. */
import fc from 'fast-check';
import type { Model } from '../../src/engine/model/model';
import { forecastOf } from '../../src/forecast/forecast';
import { plainCopy } from '../../src/plain-copy/plain-copy';
import { InputError } from '../../src/tables/messages/input-error';
import type { ModelTables } from '../../src/tables/reading/read-model';
import type { SheetsPlan } from '../../src/workbook/plan/plan';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { withRandomActuals } from '../engine/reference/random-actuals';
import { SCENARIO, tablesOf } from '../forecast/tables-of';
import { typedOver } from './typed-over';

export interface CopyCase {
  plan: SheetsPlan;
  /** What the engine is asked: the tables as they stand in the copy. */
  tables: ModelTables;
  scenario: string | null;
}

const LONGEST = 24;
const MOST_PROGRAMS = 3;
const MOST_PAYERS = 3;

/** Models of every kind, cut down to what a spreadsheet works out in a second. */
const models: fc.Arbitrary<Model> = fc
  .oneof({ weight: 1, arbitrary: randomModel }, { weight: 2, arbitrary: randomTeamModel })
  .map((model) => ({ ...model, programs: model.programs.slice(0, MOST_PROGRAMS) }))
  .map((model) => ({
    ...model,
    months: Math.min(model.months, LONGEST),
    costs: model.costs.filter(({ program }) => program === null || model.programs.some(({ name }) => name === program)),
    payers: model.programs.flatMap(({ name }) => fewer(model.payers.filter(({ program }) => program === name))),
  }));

function fewer(payers: Model['payers']): Model['payers'][number][] {
  const kept = payers.slice(0, MOST_PAYERS);
  const together = kept.reduce((sum, { shareOfPanel }) => sum + shareOfPanel, 0);
  return kept.map((payer, i) => ({
    ...payer,
    shareOfPanel: together > 0 ? payer.shareOfPanel / together : i === 0 ? 1 : 0,
  }));
}

const VERSION = '1.2.3';

/** Whether the engine takes the tables: no unit serves nobody. */
function isForecast(tables: ModelTables, scenario: string | null): boolean {
  try {
    forecastOf(tables).projection(scenario);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

const copiesOf = (models: fc.Arbitrary<Model>): fc.Arbitrary<CopyCase> =>
  models
    .map((model) => tablesOf(model))
    .filter((tables) => isForecast(tables, SCENARIO))
    .map((tables) => ({
      plan: plainCopy(tables, { scenario: SCENARIO, version: VERSION }),
      tables,
      scenario: SCENARIO,
    }));

export const randomCopies = copiesOf(models);
export const copiesBehindActuals = copiesOf(withRandomActuals(models));

/** Sheets with what is typed. */
const TYPED = ['Start', 'Panel', 'Payer Mix', 'Costs', 'Scenarios'];

/** The same copy with other inputs, as if typed over. */
export function withInputsOf(plan: SheetsPlan, other: SheetsPlan): SheetsPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      TYPED.includes(sheet.name) ? other.sheets.find(({ name }) => name === sheet.name)! : sheet,
    ),
  };
}

const rowsOf = (tables: ModelTables): string =>
  JSON.stringify(
    [tables.scenarios, tables.changes].map((range) =>
      range!
        .slice(1)
        .map((row) => row[range![0].indexOf('Driver')])
        .sort(),
    ),
  );

export const typedOverCopies: fc.Arbitrary<CopyCase> = fc
  .tuple(typedOver(models), fc.boolean())
  .map(([{ before, after }, hasScenario]) => ({
    before: tablesOf(before),
    tables: tablesOf(after),
    scenario: hasScenario ? SCENARIO : null,
  }))
  // Rows that the tables refuse are left out by tablesOf: then there are others than the copy was made for.
  .filter(({ before, tables }) => rowsOf(before) === rowsOf(tables))
  .filter(({ before, tables, scenario }) => isForecast(before, SCENARIO) && isForecast(tables, scenario))
  .map(({ before, tables, scenario }) => ({
    plan: withInputsOf(
      plainCopy(before, { scenario: SCENARIO, version: VERSION }),
      plainCopy(tables, { scenario, version: VERSION }),
    ),
    tables,
    scenario,
  }));
