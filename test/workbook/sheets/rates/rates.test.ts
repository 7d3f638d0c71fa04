import { describe, expect, test } from 'vitest';
import { rateBook } from '../../../../src/rates/book';
import { codesOfProgram } from '../../../../src/rates/codes-of-program';
import { PAYER_MIX } from '../../../../src/tables/schemas/payer-mix';
import { columnName, isFormula } from '../../../../src/workbook/plan/cells';
import { NAMES } from '../../../../src/workbook/layout/names';
import type { SheetPlan } from '../../../../src/workbook/plan/plan';
import { planWorkbook } from '../../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE, type Practice } from '../../../../src/workbook/practice/practice';
import { contentAt, tableRange } from '../../plan/planned-cells';

const planOf = (change: Partial<Practice> = {}) => planWorkbook({ ...SAMPLE_PRACTICE, ...change });
const program = (name: string) => ({ name, eligiblePatients: 500, openingPatients: 40 });
const ratesOf = (plan = planOf()) => plan.sheets.find(({ name }) => name === 'Rates')!;

const FIRST_ROW = 6;
const CODE = 1;
const listedCodes = (sheet = ratesOf()): string[] => {
  const codes: string[] = [];
  for (let row = FIRST_ROW; contentAt(sheet, row, 0) !== 'your choice'; row++)
    codes.push(String(contentAt(sheet, row, CODE)));
  return codes;
};
const calls = (sheet = ratesOf()) =>
  sheet.blocks.flatMap(({ row, column, contents }) =>
    contents.flatMap((cells, r) =>
      cells.flatMap((content, c) =>
        isFormula(content) && content.formula.includes('PPPM.')
          ? [{ row: row + r, column: column + c, text: content.formula }]
          : [],
      ),
    ),
  );

const lastRowOf = ({ blocks }: SheetPlan): number =>
  Math.max(...blocks.map(({ row, contents }) => row + contents.length - 1));

describe('Rates', () => {
  test('lists the codes of the programs chosen as the rate book has them, program by program', () => {
    expect(listedCodes()).toEqual(
      SAMPLE_PRACTICE.programs.flatMap(({ name }) => codesOfProgram(name).map(({ code }) => code)),
    );
    expect(listedCodes(ratesOf(planOf({ programs: [program('PCM'), program('RTM')] })))).toEqual(
      ['PCM', 'RTM'].flatMap((name) => codesOfProgram(name).map(({ code }) => code)),
    );
  });

  test('has room for codes of the reader’s choice, also where no program is in the book', () => {
    const sheet = ratesOf(planOf({ programs: [program('Stroke follow-up')] }));
    expect(listedCodes(sheet)).toEqual([]);
    const [prices] = calls(sheet);
    expect(prices.text).toContain('PPPM.RATE($B$7:$B$11,');
    const choice = sheet.validations.find(({ area }) => area.column === CODE)!;
    expect(choice.area).toMatchObject({ row: FIRST_ROW, rows: 5 });
    expect(
      sheet.formats.some(
        ({ area, format }) => area.row === FIRST_ROW && area.column === CODE && format.fill === '#FFF9DB',
      ),
    ).toBe(true);
  });

  test('prices all codes on both days with one call, and all rows of Payer Mix with another', () => {
    expect(calls().map(({ text }) => text.match(/PPPM\.\w+\([^,]*/)![0])).toEqual([
      `PPPM.RATE($B$7:$B$${FIRST_ROW + listedCodes().length + 5}`,
      'PPPM.ALLOWED(tblPayerMix[Codes]',
    ]);
    expect(calls()[0].text).toContain(',$F$4:$G$4,');
    for (const { text } of calls())
      for (const key of ['Locality', 'Care setting', 'QP']) expect(text, key).toContain(settingReference(key));
  });

  test('never shows a code without an amount as a figure or an error', () => {
    expect(calls()[0].text).toMatch(/^=IFNA\(.*,"no amount"\)$/);
    expect(calls()[1].text).toMatch(/^=IFERROR\(.*,""\)$/);
  });

  test('leaves the cells of its spills free: the amounts beside each other, the bundles to the end of the sheet', () => {
    const sheet = ratesOf();
    const [prices, bundles] = calls();
    const rows = listedCodes().length + 5;
    for (let row = 0; row < rows; row++)
      for (const column of [prices.column, prices.column + 1])
        if (row + column > prices.column)
          expect(contentAt(sheet, prices.row + row, column), `${columnName(column)}${prices.row + row + 1}`).toBeNull();
    expect(lastRowOf(sheet)).toBe(bundles.row);
    const name = planOf().names.find((candidate) => candidate.name === NAMES.allowedByCodes)!;
    expect(name).toMatchObject({
      sheet: 'Rates',
      area: { row: bundles.row, column: bundles.column, rows: PAYER_MIX.maxRows, columns: 1 },
    });
  });

  test('shows every schedule and proposed factor of the book with its days and source', () => {
    const sheet = ratesOf();
    const texts = Array.from({ length: lastRowOf(sheet) + 1 }, (_, row) =>
      sheet.widths.map((_, column) => String(contentAt(sheet, row, column))).join(' | '),
    );
    for (const { tenThousandths, source } of [...rateBook().factors, ...rateBook().proposedFactors])
      expect(
        texts.some((text) => text.includes(String(tenThousandths / 1e4)) && text.includes(source.text)),
        String(tenThousandths),
      ).toBe(true);
    for (const { release, relativeValuesSource, gpciSource } of rateBook().schedules)
      expect(
        texts.some((text) =>
          [release, relativeValuesSource.text, gpciSource.text].every((part) => text.includes(part)),
        ),
        release,
      ).toBe(true);
  });

  test('keeps an older threshold of a code with its last day', () => {
    const row = FIRST_ROW + listedCodes().indexOf('99453');
    expect(contentAt(ratesOf(), row, 3)).toBe('at least 2 days of data; to 2025-12-31: at least 16 days of data');
  });
});

/** Scenarios!$B$37 */
function settingReference(header: string): string {
  const plan = planOf();
  const at = tableRange(plan, 'tblSettings').findIndex(([name]) => name === header);
  const { area } = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === 'tblSettings')!;
  return `Scenarios!$B$${area.row + at + 1}`;
}
