/** In a sheet whose first columns stay in sight, a text that runs out of them is cut as soon as the others scroll. */
import { describe, expect, it } from 'vitest';
import { NAMES } from '../../../src/workbook/layout/names';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { columnName, isFormula, type Content } from '../../../src/workbook/plan/cells';
import type { CellFormat, SheetPlan } from '../../../src/workbook/plan/plan';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { contentAt } from './planned-cells';

const { sheets } = planWorkbook(SAMPLE_PRACTICE);
const frozen = sheets.filter(({ freeze }) => freeze.columns > 0);

/** Excel's standard font has 11 points; a column is as wide as so many of its digits, and text is a little narrower. */
const NARROWER = 0.85;
const widthOf = (text: string, { size = 11, bold = false, indent = 0 }: CellFormat): number =>
  (text.length * NARROWER * size * (bold ? 1.06 : 1)) / 11 + indent;
const LINE = 15;

const formatAt = ({ formats }: SheetPlan, row: number, column: number): CellFormat =>
  Object.assign(
    {},
    ...formats
      .filter(
        ({ area }) =>
          row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
      )
      .map(({ format }) => format),
  ) as CellFormat;

/** Texts of the columns that stay, which are wider than what they have there. */
function cutTexts(sheet: SheetPlan): string[] {
  const { blocks, freeze, widths, heights } = sheet;
  const texts = blocks.flatMap(({ row, column, contents }) =>
    contents.flatMap((cells, r) => cells.map((content, c) => ({ row: row + r, column: column + c, content }))),
  );
  return texts.flatMap(({ row, column, content }): string[] => {
    if (typeof content !== 'string' || column >= freeze.columns || contentAt(sheet, row, column) !== content) return [];
    const format = formatAt(sheet, row, column);
    let [next, width] = [column + 1, widths[column]];
    if (!format.wrap)
      for (; next < freeze.columns && contentAt(sheet, row, next) === null; next++) width += widths[next];
    const height = heights.find(({ row: first, rows }) => row >= first && row < first + rows)?.height ?? LINE;
    const lines = format.wrap ? Math.floor(height / LINE) : 1;
    // Words do not fill their lines.
    const room = lines > 1 ? lines * width * 0.9 : width;
    return widthOf(content, format) > room ? [`${sheet.name}!${columnName(column)}${row + 1}: ${content}`] : [];
  });
}

describe('Texts of columns that stay in sight', () => {
  it('are those of every sheet of tables', () => expect(frozen.length).toBeGreaterThanOrEqual(8));

  it.each(frozen.map((sheet) => [sheet.name, sheet] as const))('fit there: %s', (_, sheet) =>
    expect(cutTexts(sheet)).toEqual([]),
  );

  it.each(frozen.map((sheet) => [sheet.name, sheet] as const))(
    'leave the words of the light to the others: %s',
    (_, sheet) => {
      const isWords = (content: Content): boolean =>
        isFormula(content) && (content.formula === `=${NAMES.lightText}` || content.formula.includes('"All "&'));
      const places = sheet.blocks.flatMap(({ row, column, contents }) =>
        contents.flatMap((cells, r) =>
          cells.flatMap((content, c) => (isWords(content) ? [[row + r, column + c]] : [])),
        ),
      );
      expect(places).toEqual([[2, expect.any(Number)]]);
      expect(places[0][1]).toBeGreaterThanOrEqual(sheet.freeze.columns);
    },
  );
});
