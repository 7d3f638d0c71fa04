import { beforeAll, describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { plainCopy } from '../../src/plain-copy/plain-copy';
import type { ModelTables } from '../../src/tables/reading/read-model';
import type { Content } from '../../src/workbook/plan/cells';
import type { SheetsPlan } from '../../src/workbook/plan/plan';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { apart } from './figures';
import { plannedCells, type Value } from './planned-cells';
import { recalculatedByIronCalc, type Calculated } from './recalculated';

const SCENARIO = 'Conservative';
const tables = planTables(planWorkbook({ ...SAMPLE_PRACTICE, months: 14 }));
const copy = (of: ModelTables = tables) => plainCopy(of, { scenario: SCENARIO, version: '1.2.3' });

const rowsOf = (calculated: Calculated, sheet: string): readonly (readonly Value[])[] => calculated.get(sheet)!;
const failing = (calculated: Calculated): Value[][] =>
  rowsOf(calculated, 'Checks')
    .slice(6)
    .filter((row) => row?.[2] === 'ERROR' || row?.[2] === 'REVIEW')
    .map(([test, off, verdict]) => [verdict, test, off]);

describe('The copy of the sample workbook', () => {
  let calculated: Calculated;
  beforeAll(() => {
    calculated = recalculatedByIronCalc(copy());
  });

  it('gives the engine’s figures, amounts by Codes included', () => {
    const forecast = forecastOf(tables);
    const programs = forecast.inputs.programs.map(({ name }) => name);
    expect(apart(calculated, forecast.projection(SCENARIO), programs, forecast.inputs.settings.months)).toEqual([]);
  });

  it('shows no error in any cell', () => {
    const errors = [...calculated].flatMap(([sheet, rows]) =>
      rows.flatMap((row, r) =>
        (row ?? []).flatMap((value, c) =>
          typeof value === 'string' && value.startsWith('#') ? [`${sheet} ${r + 1},${c + 1}: ${value}`] : [],
        ),
      ),
    );
    expect(errors.slice(0, 10)).toEqual([]);
  });

  it('has nothing to say against itself', () => {
    expect(failing(calculated)).toEqual([]);
  });
});

/** A cell below a header of a sheet, typed over: the nth row of the table. */
function typed(plan: SheetsPlan, sheet: string, header: string, nth: number, content: Content): SheetsPlan {
  const { row, column } = placeOf(plan, sheet, header);
  return withCell(plan, sheet, row + nth, column, content);
}

/** The cell beside a label. */
function beside(plan: SheetsPlan, sheet: string, label: string, content: Content): SheetsPlan {
  const { row, column } = placeOf(plan, sheet, label);
  return withCell(plan, sheet, row, column + 1, content);
}

function placeOf(plan: SheetsPlan, sheet: string, text: string): { row: number; column: number } {
  const { cells } = plannedCells(plan).find(({ name }) => name === sheet)!;
  const row = cells.findIndex((line) => line?.includes(text));
  return { row, column: cells[row].indexOf(text) };
}

const withCell = (plan: SheetsPlan, sheet: string, row: number, column: number, content: Content): SheetsPlan => ({
  ...plan,
  sheets: plan.sheets.map((each) =>
    each.name === sheet ? { ...each, blocks: [...each.blocks, { row, column, contents: [[content]] }] } : each,
  ),
});

const small = planTables(
  planWorkbook({ ...SAMPLE_PRACTICE, months: 4, programs: SAMPLE_PRACTICE.programs.slice(0, 2) }),
);
const NAMES_CHECK = 'Names, bases and settings that the formulas were made for';

describe('A copy in which something is typed that it cannot carry', () => {
  const plan = copy(small);

  it.each<[string, SheetsPlan, string]>([
    ['another name of a program', typed(plan, 'Panel', 'Program', 1, 'Another'), NAMES_CHECK],
    ['another basis of a cost', typed(plan, 'Costs', 'Basis', 1, 'one-off'), NAMES_CHECK],
    ['another number of months', beside(plan, 'Scenarios', 'Months', 5), NAMES_CHECK],
    [
      'a text in the place of a number',
      typed(plan, 'Panel', 'Referrals per month', 1, 'many'),
      'Panel, Referrals per month',
    ],
    ['a share above 100%', typed(plan, 'Panel', 'Conversion rate', 2, 1.2), 'Panel, Conversion rate'],
    ['no share of panel', typed(plan, 'Payer Mix', 'Share of panel', 1, null), 'Payer mix, Share of panel'],
    ['a scenario that nobody knows', beside(plan, 'Start', 'Scenario', 'x'), 'Scenario, as chosen on Start'],
    ['a row below a table', typed(plan, 'Panel', 'Program', 3, 'One more'), 'Rows typed below the tables'],
    [
      'a driver without a place',
      typed(plan, 'Scenarios', 'Driver', 1, 'Service minutes'),
      'Scenarios: every row finds its driver',
    ],
    [
      'a program that nobody knows',
      typed(plan, 'Scenarios', 'Program', 1, 'Nobody'),
      'Scenarios: every row in use moves something',
    ],
    [
      'another word than set, multiply, add',
      typed(plan, 'Scenarios', 'Change', 1, 'double'),
      'Scenarios: every row says set, multiply or add',
    ],
  ])('says so: %s', (_what, edited, check) => {
    const found = failing(recalculatedByIronCalc(edited));
    expect(found.map(([verdict, test]) => [verdict, test])).toContainEqual(['ERROR', check]);
  });
});
