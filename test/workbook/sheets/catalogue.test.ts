import { describe, expect, test } from 'vitest';
import { NAMES } from '../../../src/workbook/layout/names';
import { TAB_COLORS } from '../../../src/workbook/layout/look';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { CATALOGUE } from '../../../src/workbook/sheets/catalogue';

describe('the catalogue of sheets', () => {
  const plan = planWorkbook(SAMPLE_PRACTICE);

  test('is the workbook, in the order of its tabs and in the colors of their kinds', () =>
    expect(plan.sheets.map(({ name, tabColor }) => [name, tabColor])).toEqual(
      CATALOGUE.map(({ name, kind }) => [name, TAB_COLORS[kind]]),
    ));

  test('names the Excel tables that each sheet really has', () => {
    for (const { name, tables = [] } of CATALOGUE)
      expect(
        plan.sheets.find((sheet) => sheet.name === name)!.tables.map((table) => table.name),
        name,
      ).toEqual(tables);
  });

  test('gives every name of the workbook to one sheet', () =>
    expect(CATALOGUE.flatMap(({ names = [] }) => names.map(({ name }) => name)).sort()).toEqual(
      Object.values(NAMES).sort(),
    ));
});
