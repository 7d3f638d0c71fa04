import { describe, expect, test } from 'vitest';
import { rateBook } from '../../../../src/rates/book';
import { codesOfProgram } from '../../../../src/rates/codes-of-program';
import { PAYER_MIX } from '../../../../src/tables/schemas/payer-mix';
import { columnName, isFormula } from '../../../../src/workbook/plan/cells';
import { NAMES } from '../../../../src/workbook/layout/names';
import type { SheetPlan } from '../../../../src/workbook/plan/plan';
import { planWorkbook } from '../../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE, type Practice } from '../../../../src/workbook/practice/practice';
import { contentAt } from '../../plan/planned-cells';

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
  test('lists the codes as the rate book has them: those of the programs chosen, then those a program may be added for', () => {
    const all = ['CCM', 'RPM', 'BHI', 'APCM', 'PCM', 'RTM', 'CoCM', 'TCM'];
    const codesOf = (names: readonly string[]) => names.flatMap((name) => codesOfProgram(name).map(({ code }) => code));
    const chosen = codesOf(SAMPLE_PRACTICE.programs.map(({ name }) => name));
    expect(listedCodes().slice(0, chosen.length)).toEqual(chosen);
    expect([...listedCodes()].sort()).toEqual(codesOf(all).sort());
    const others = listedCodes(ratesOf(planOf({ programs: [program('PCM'), program('RTM')] })));
    expect(others.slice(0, codesOf(['PCM', 'RTM']).length)).toEqual(codesOf(['PCM', 'RTM']));
    expect([...others].sort()).toEqual(codesOf(all).sort());
  });

  test('has room for codes of the reader’s choice, also where no program is in the book', () => {
    const sheet = ratesOf(planOf({ programs: [program('Stroke follow-up')] }));
    const own = FIRST_ROW + listedCodes(sheet).length;
    const [prices] = calls(sheet);
    expect(prices.text).toContain(`PPPM.RATE($B$7:$B$${own + 5},`);
    const choice = sheet.validations.find(({ area }) => area.column === CODE)!;
    expect(choice.area).toMatchObject({ row: own, rows: 5 });
    expect(
      sheet.formats.some(({ area, format }) => area.row === own && area.column === CODE && format.fill === '#FFF9DB'),
    ).toBe(true);
  });

  test('prices all codes on both days with one call, and all rows of Payer Mix with another', () => {
    expect(calls().map(({ text }) => text.match(/PPPM\.\w+\([^,]*/)![0])).toEqual([
      `PPPM.RATE($B$7:$B$${FIRST_ROW + listedCodes().length + 5}`,
      'PPPM.ALLOWED(tblPayerMix[Codes]',
    ]);
    expect(calls()[0].text).toContain(',$F$4:$G$4,');
    for (const { text } of calls())
      for (const key of ['Locality', 'Care setting', 'Qualifying participant (QP)'])
        expect(text, key).toContain(settingReference(key));
  });

  test('never shows a code without an amount as a figure or an error', () => {
    expect(calls()[0].text).toMatch(/^=IF\(ISNUMBER\(\$G\$4\),IFNA\(.*,"no amount"\),"no day"\)$/);
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
    expect(contentAt(ratesOf(), row, 3)).toBe('at least 2 days of data; to 31-Dec-25: at least 16 days of data');
  });
});

/** The cell on Checks where the setting stands as the sheets read it: Checks!$V$9 */
function settingReference(header: string): string {
  const checks = planOf().sheets.find(({ name }) => name === 'Checks')!;
  for (let row = FIRST_ROW; contentAt(checks, row, 19) !== null; row++)
    if (contentAt(checks, row, 19) === header) return `Checks!$V$${row + 1}`;
  throw new Error(`no setting ${header}`);
}
