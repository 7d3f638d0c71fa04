/** No column of any table may be lost without a word: where a figure changes, a finding is new. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Forecast } from '../../src/forecast/forecast';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { cases } from '../random-cases';
import { handed, sampleTables } from '../tables/sample-model';
import { tablesOf } from './tables-of';

type TableName = keyof ModelTables;
type Range = NonNullable<ModelTables[TableName]>;

/** What was lost, or done to it. */
const LOSSES: Readonly<Record<string, (range: Range, column: number) => Range>> = {
  'renamed to an unknown word': (range, column) =>
    range.map((row, r) => (r === 0 ? row.map((header, c) => (c === column ? 'Xyzzy' : header)) : row)),
  'without its header': (range, column) =>
    range.map((row, r) => (r === 0 ? row.map((header, c) => (c === column ? '' : header)) : row)),
  deleted: (range, column) => range.map((row) => row.filter((_, c) => c !== column)),
};

/** The figures of every scenario, or why there are none; and what there is to say. */
function seenIn(tables: ModelTables, scenarios: readonly (string | null)[]) {
  const forecast = new Forecast(readModel(tables), tables);
  const figures = scenarios.map((scenario) => {
    try {
      const { series } = forecast.projection(scenario).total;
      return [...series.cumulativeCash, ...series.margin, ...series.closingPatients, ...series.minutesAvailable];
    } catch (error) {
      return String(error);
    }
  });
  return { figures, findings: forecast.findings.map(({ text }) => text) };
}

/** Columns that can be lost in silence, table by table. */
function silentLosses(tables: ModelTables, columnsOf: (width: number) => number[]): string[] {
  const scenarios = [null, ...readModel(tables).scenarios.map(({ name }) => name)];
  const before = seenIn(tables, scenarios);
  const known = new Set(before.findings);
  return (Object.entries(tables) as [TableName, Range | null][]).flatMap(([name, range]) =>
    range
      ? columnsOf(range[0].length).flatMap((column) =>
          Object.entries(LOSSES).flatMap(([what, lose]) => {
            const after = seenIn({ ...tables, [name]: lose(range, column) }, scenarios);
            const isSaid = after.findings.some((text) => !known.has(text));
            // A scenario that is gone is refused where it is asked for.
            const isChanged = after.figures.some(
              (figures, i) =>
                typeof figures !== 'string' && JSON.stringify(figures) !== JSON.stringify(before.figures[i]),
            );
            return isChanged && !isSaid ? [`${name}, ${String(range[0][column])}, ${what}`] : [];
          }),
        )
      : [],
  );
}

const all = (width: number): number[] => Array.from({ length: width }, (_, column) => column);

describe('A column that is lost', () => {
  it.each<[string, ModelTables]>([
    ['the sample tables', handed(sampleTables())],
    ['the built workbook', planTables(planWorkbook(SAMPLE_PRACTICE))],
  ])('never changes a figure in silence: %s', (_what, tables) => expect(silentLosses(tables, all)).toEqual([]));

  it.each([
    ['plain', randomModel],
    ['with a care team', randomTeamModel],
  ])('never changes a figure in silence: random models, %s', (_what, models) => {
    fc.assert(
      fc.property(models, fc.nat(), (model, at) => {
        const tables = tablesOf({ ...model, months: Math.min(model.months, 14) });
        // One column of each table: all of them come up over the cases.
        expect(silentLosses(tables, (width) => [at % width])).toEqual([]);
      }),
      { numRuns: cases(60) },
    );
  });
});
