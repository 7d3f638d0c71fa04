/** The sheets Risk and Uncertainty in a file, calculated without Excel. */
import { describe, expect, it } from 'vitest';
import { template } from '../../src/template/template';
import { readXlsx, type Sheet, type Value } from '../../src/xlsx';

const bytes = await template({
  programs: ['CCM', 'RPM'],
  months: 6,
  payers: ['Medicare', 'Commercial'],
  add: ['risk'],
});
const { workbook, leftOut } = readXlsx(bytes);
const sheet = (name: string): Sheet => workbook.sheets.find((each) => each.name === name)!;
const rowOf = (name: string, first: string): Value[] => {
  for (const [, columns] of sheet(name).cells)
    if (columns.get(0)?.value === first) return Array.from({ length: 16 }, (_, c) => columns.get(c)?.value ?? null);
  throw new Error(`${name} has no row ${first}`);
};
const isError = (value: Value): boolean => typeof value === 'object' && value !== null;

describe('The sheets Risk and Uncertainty in a file', () => {
  it('stand calculated, without an error, charts and lists with them', () => {
    expect(leftOut).toEqual([]);
    for (const name of ['Risk', 'Uncertainty'])
      for (const [row, columns] of sheet(name).cells)
        for (const [column, { value }] of columns) expect(isError(value), `${name} ${row} ${column}`).toBe(false);
    expect(sheet('Risk').charts.map(({ kind }) => kind)).toEqual([
      'line',
      'line',
      'line',
      'barStacked',
      'columnStacked',
    ]);
    expect(sheet('Uncertainty').tables.map(({ name }) => name)).toEqual(['tblUncertainty']);
    expect(workbook.names.map(({ name }) => name)).toEqual(expect.arrayContaining(['RiskFigures', 'DriverBounds']));
  });

  it('say what may come, the low below the middle below the high, with the forecast as Forecast has it', () => {
    const [, , low, middle, high, forecast] = rowOf('Risk', 'Allowed revenue, in total') as number[];
    expect(low).toBeLessThan(middle);
    expect(middle).toBeLessThan(high);
    expect(forecast).toBeCloseTo(rowOf('Forecast', 'Allowed revenue')[2] as number, 6);
  });

  it('are assumptions over drivers that the practice has, each with its group', () => {
    const rows = [...sheet('Uncertainty').cells].filter(([row]) => row > 5 && row < 14);
    const named = rows.map(([, columns]) => [0, 1, 3, 8].map((column) => columns.get(column)?.value ?? ''));
    expect(named).toEqual([
      ['Referrals per month', 'CCM', '', 'referrals'],
      ['Referrals per month', 'RPM', '', 'referrals'],
      ['Disengagement rate', 'CCM', '', 'retention'],
      ['Disengagement rate', 'RPM', '', 'retention'],
      ['Realization rate', 'CCM', '', 'realization'],
      ['Realization rate', 'RPM', '', 'realization'],
      ['Amount', '', 'CCM care coordinators', 'pay'],
      ['Amount', '', 'RPM monitoring staff', 'pay'],
    ]);
    for (const [, columns] of rows) expect(columns.get(12)!.value).toMatch(/^assumption: \d+% below and above$/);
  });
});
