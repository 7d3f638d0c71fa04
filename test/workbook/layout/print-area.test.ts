import { describe, expect, it, test } from 'vitest';
import { isFormula, plain } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import {
  MARGIN,
  pagesWide,
  points,
  printedColumns,
  yearBreaks,
  yearScale,
} from '../../../src/workbook/layout/print-area';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { contentAt } from '../plan/planned-cells';

const planOf = (months: number) => planWorkbook({ ...SAMPLE_PRACTICE, months });
const sheetOf = (name: string, months = 36) => planOf(months).sheets.find((sheet) => sheet.name === name)!;

describe('Pages of a year', () => {
  it('break before each thirteenth month, and not behind the last', () => {
    expect(yearBreaks(printedColumns(36))).toEqual([15, 27]);
    expect(yearBreaks(printedColumns(12))).toEqual([]);
    expect(yearBreaks(printedColumns(13))).toEqual([15]);
    expect(yearBreaks(printedColumns(120))).toHaveLength(9);
  });

  it('fit the paper, and can be read', () => {
    expect(yearScale([34, 16, 16], 14)).toBe(58);
    for (const name of ['Forecast', 'Compare']) {
      const { print, widths } = sheetOf(name);
      const onPaper =
        widths.slice(0, 15).reduce((sum, width) => sum + (width * 7 + 5) * 0.75, 0) * print.yearScale! * 0.01;
      expect(onPaper, name).toBeLessThanOrEqual(792 - 36);
      // 11 points and more than half of it.
      expect(print.yearScale, name).toBeGreaterThanOrEqual(54);
    }
  });
});

describe('Print areas', () => {
  test.each([
    [1, 'A1:O'],
    [12, 'A1:O'],
    [24, 'A1:AA'],
    [36, 'A1:AM'],
    [120, 'A1:DS'],
  ])('of %i months reach the last of them: %s', (months, cells) => {
    for (const name of ['Forecast', 'Compare']) {
      const sheet = sheetOf(name, months);
      expect(plain(sheet.print.area!).replace(/\d+$/, ''), name).toBe(cells);
      // What the heading says, and what is set, are the same.
      expect(contentAt(sheet, 3, 3), name).toBe(plain(sheet.print.area!));
    }
  });

  it('of Forecast end with the last program, of Checks with what is read, of Rates with the source', () => {
    const forecast = sheetOf('Forecast');
    const end = forecast.print.area!.rows;
    expect(contentAt(forecast, end, 1)).toBe('program no.');
    expect(contentAt(forecast, end, 2)).toBe(SAMPLE_PRACTICE.programs.length + 1);
    expect(sheetOf('Checks').print.area!.columns).toBe(6);
    const rates = sheetOf('Rates');
    expect(contentAt(rates, 5, rates.print.columns!)).toBe('Source of threshold and units');
  });

  it('are asked for anew by a formula that moves with rows and columns', () => {
    for (const name of ['Forecast', 'Compare', 'Checks']) {
      const needed = contentAt(sheetOf(name), 3, 4);
      expect(isFormula(needed) && needed.formula, name).toMatch(
        /^=IF\(ISNUMBER\(ForecastMonths\),"A1:"&SUBSTITUTE\(ADDRESS\(ROW\(/,
      );
    }
  });
});

describe('Sheets of inputs', () => {
  it('fit a page in width that can be read', () => {
    for (const { name, widths, hidden, print } of planOf(36).sheets) {
      if (print.yearScale) continue;
      const last = print.columns ?? print.area?.columns ?? widths.length;
      const width = widths.reduce((sum, w, i) => (i < last && !hidden.includes(i) ? sum + (w * 7 + 5) * 0.75 : sum), 0);
      expect(Math.floor((100 * (792 - 36)) / width), `${name}: ${width}`).toBeGreaterThanOrEqual(47);
    }
  });
});

describe('Titles', () => {
  it('of frozen sheets are as narrow as what stays in sight, so that scrolling cuts none', () => {
    for (const { name, freeze, widths, formats, blocks } of planOf(36).sheets) {
      if (freeze.columns === 0) continue;
      const room = widths.slice(0, freeze.columns).reduce((sum, width) => sum + width, 0);
      for (const { area: at, format } of formats) {
        if (at.column > 0 || !format.bold || !format.size || format.size < 12) continue;
        const texts = blocks.flatMap(({ row, column, contents }) =>
          column === 0 && contents[at.row - row] ? [contents[at.row - row][0]] : [],
        );
        for (const text of texts)
          if (typeof text === 'string')
            expect((text.length * format.size) / 11, `${name}: ${text}`).toBeLessThanOrEqual(room);
      }
    }
  });
});

describe('A table of inputs', () => {
  it('is fitted to one page, and to more where one could not be read', () => {
    expect(pagesWide([26, ...new Array<number>(13).fill(16)], 1)).toBe(1);
    const contracts = [26, ...new Array<number>(50).fill(18)];
    const wide = pagesWide(contracts, 1);
    expect(wide).toBeGreaterThan(1);
    // Each page has the first column and its part of the others, at 45% at least.
    const [first, ...others] = contracts.map(points);
    const page = first + others.reduce((sum, width) => sum + width, 0) / wide;
    expect((792 - 2 * MARGIN) / page).toBeGreaterThanOrEqual(0.45);
  });
});
