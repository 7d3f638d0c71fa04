import { describe, expect, it } from 'vitest';
import { columnName, isFormula } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { BREAK_EVEN_FIGURES, BREAK_EVEN_ROW } from '../../../src/workbook/sheets/compare/layout';
import { contentAt } from '../plan/planned-cells';

const sheet = planWorkbook(SAMPLE_PRACTICE).sheets.find(({ name }) => name === 'Compare')!;

describe('Compare', () => {
  it('says in a line what each figure of the break-even means, why a panel above it may lose money included', () => {
    const row = BREAK_EVEN_ROW + 1;
    const meanings = BREAK_EVEN_FIGURES.map((_, i) =>
      Array.from({ length: 12 }, (__, column) => contentAt(sheet, row + i, column)).find(
        (content) => typeof content === 'string',
      ),
    );
    expect(meanings.every((meaning) => typeof meaning === 'string' && meaning.length > 20)).toBe(true);
    expect(meanings[0]).toContain('one more unit of staff may turn it into a loss again');
    expect(meanings[1]).toContain('no further unit of staff turns the month into a loss again');
  });

  it('draws the leak from enrolled on, with the eligible patients in words above it', () => {
    const chart = sheet.charts.find(({ name }) => name === 'Leakage')!;
    const { row, column } = chart.categories.area;
    expect(`${columnName(column)}${row + 1}`).toBe('A88');
    const above = Array.from({ length: 12 }, (_, c) => contentAt(sheet, chart.at.row - 1, c)).find(isFormula);
    expect(above?.formula).toContain('Not in the chart: all who are eligible would be ');
  });
});
