/** One #N/A in a table silenced every function, PPPM.CHECKMODEL included. Now it is said which cell holds it. */
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { plainValues } from '../../src/functions/arguments/plain-values';
import { cellError } from '../../src/tables/reading/cell';
import type { ModelTables, Range } from '../../src/tables/reading/read-model';
import { ACTUALS } from '../../src/tables/schemas/actuals';
import { CHANGES } from '../../src/tables/schemas/changes';
import { COSTS } from '../../src/tables/schemas/costs';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { remarksOf } from '../../src/tables/schemas/remarks';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { SETTINGS } from '../../src/tables/schemas/settings';
import { fold } from '../../src/tables/reading/nearest';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';

const TABLES = planTables(planWorkbook(SAMPLE_PRACTICE));
const SCHEMAS = {
  panel: PANEL,
  payerMix: PAYER_MIX,
  costs: COSTS,
  settings: SETTINGS,
  scenarios: SCENARIOS,
  changes: CHANGES,
  actuals: ACTUALS,
};
const NAMES = Object.keys(TABLES) as (keyof ModelTables)[];

const withError = (name: keyof ModelTables, row: number, column: number): ModelTables => ({
  ...TABLES,
  [name]: TABLES[name]!.map((cells, r) =>
    cells.map((cell, c) => (r === row && c === column ? cellError('#N/A') : cell)),
  ),
});

describe('an error in a cell', () => {
  it.each(NAMES)('of %s is a finding with its row, whatever the column', (name) => {
    const [headers, first] = TABLES[name] as Range;
    if (!first) return;
    const remarks = remarksOf(SCHEMAS[name]).map(fold);
    for (let column = 0; column < headers.length; column++) {
      if (remarks.includes(fold(String(headers[column])))) continue;
      const { findings } = forecastOf(withError(name, 1, column));
      const told = findings.filter(({ text }) => text.includes('#N/A'));
      expect(told, String(headers[column])).not.toEqual([]);
      expect(told[0].row, String(headers[column])).toBe(1);
      for (const { text } of findings) expect(text).not.toMatch(/\[object|undefined/);
    }
  });

  it.each(NAMES)('of the header of %s never stops the check', (name) => {
    for (let column = 0; column < TABLES[name]![0].length; column++) {
      const { findings } = forecastOf(withError(name, 0, column));
      for (const { text } of findings) expect(text).not.toMatch(/\[object|undefined/);
    }
  });
});

describe('a cell as Excel wraps it', () => {
  it.each([
    ['an error', { type: 'Error', code: '#DIV/0!' }, cellError('#DIV/0!')],
    ['a number with its format', { type: 'FormattedNumber', basicType: 'Double', basicValue: 120 }, 120],
    ['an entity', { type: 'Entity', basicType: 'String', basicValue: 'CCM' }, 'CCM'],
    ['an entity without a value', { type: 'Entity', basicType: 'Error', basicValue: '#VALUE!' }, cellError('#VALUE!')],
    ['a plain value', 'CCM', 'CCM'],
  ])('%s is what it shows, in ranges too', (_, wrapped, plain) => {
    expect(plainValues(wrapped)).toBe(plain);
    expect(plainValues([[1, wrapped]])).toEqual([[1, plain]]);
  });
});
