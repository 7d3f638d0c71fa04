/**
 * What is printed of a sheet that is longer than what it says: tables have room for 120 months and 12 programs, and
 * Excel prints formatted cells whether or not there is something in them. A print area that is a formula cannot be set
 * through Office.js, and Excel’s own page set-up would make it a plain one. So the area is plain; a line in the heading,
 * which is printed, too, names it and what would have to be printed now, and the pane sets it anew where they differ.
 */
import { area, fixed, formula, plain, type Area } from '../plan/cells';
import { COLORS, FORMATS } from './look';
import { NAMES } from './names';
import type { SheetDraft } from './sheet-draft';
import { FIRST_MONTH_COLUMN } from './statement-table';

/** Below the light. */
const ROW = 3;
const LABEL_COLUMN = 2;
const MONTHS_A_PAGE = 12;

/** The cells with the area that is printed, and the one that would be needed. */
export const printedAndNeeded = area(ROW, LABEL_COLUMN + 1, 1, 2);

/** Columns of a sheet of months; the first year’s also where there are fewer. */
export const printedColumns = (months: number): number => FIRST_MONTH_COLUMN + Math.max(MONTHS_A_PAGE, months);
const firstYear = area(0, FIRST_MONTH_COLUMN, 1, MONTHS_A_PAGE);
export const printedColumnsFormula = `COLUMN(${fixed(area(0, FIRST_MONTH_COLUMN - 1))})+MAX(COLUMNS(${fixed(firstYear)}),${NAMES.months})`;

/** Rows printed of a list of unknown length, whether or not it is as long. */
export const LISTED = 24;
export const printedRows = (list: Area): number => list.row + LISTED;
export const printedRowsFormula = (list: Area, count: string): string =>
  `ROW(${fixed(area(list.row - 1, 0))})+MAX(ROWS(${fixed(area(list.row, 0, LISTED))}),${count})`;

/**
 * @param printed what is printed of the workbook as it is built
 * @param rows formula of the rows that there are now, with those of the heading
 * @param columns likewise
 */
export function drawPrintArea(sheet: SheetDraft, printed: Area, rows: string, columns: string): void {
  const now = fixed(area(ROW, LABEL_COLUMN + 1));
  const needed = fixed(area(ROW, LABEL_COLUMN + 2));
  sheet.put(ROW, LABEL_COLUMN, [
    [
      'Printed, needed',
      plain(printed),
      formula(`IF(ISNUMBER(${NAMES.months}),"A1:"&SUBSTITUTE(ADDRESS(${rows},${columns}),"$",""),"no forecast")`),
      formula(
        `IF(${now}=${needed},"",IF(ISNUMBER(${NAMES.months}),"Not all is printed, or more than there is: open the pane, or set "&${needed}&" at Page Layout, Print Area",""))`,
      ),
    ],
  ]);
  sheet.format(area(ROW, LABEL_COLUMN, 1, 4), FORMATS.units, { align: 'Left' });
  // White on white: they are for the pane and for the sentence beside them, which says what readers need of them.
  sheet.format(area(ROW, LABEL_COLUMN, 1, 3), { color: COLORS.white });
  sheet.print({ area: printed });
}

/** Letter, landscape, with narrow margins: the narrower of the papers in use. Points. */
const PAPER = 792;
export const MARGIN = 18;
/** Width of a column of so many digits in Excel's standard font, in points. */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

/**
 * Percent at which the months of a year and what stands left of them fill a page.
 * @param widths of the columns left of the months, and of a month, in characters
 */
export function yearScale(widths: readonly number[], month: number): number {
  const width = [...widths, ...new Array<number>(MONTHS_A_PAGE).fill(month)].reduce((sum, w) => sum + points(w), 0);
  return Math.floor((100 * (PAPER - 2 * MARGIN)) / width);
}

/** Percent below which a table of inputs is no longer read; a table that is wider gets more pages. */
const SMALLEST_SCALE = 45;

/**
 * Over how many pages a table of inputs is fitted.
 * @param widths of its columns in characters; none of what is hidden
 * @param titleColumns the first of them, repeated on every page
 */
export function pagesWide(widths: readonly number[], titleColumns: number): number {
  const room = (100 * (PAPER - 2 * MARGIN)) / SMALLEST_SCALE;
  const titles = widths.slice(0, titleColumns).reduce((sum, width) => sum + points(width), 0);
  const rest = widths.slice(titleColumns).reduce((sum, width) => sum + points(width), 0);
  return Math.max(1, Math.ceil(rest / (room - titles)));
}

/** Columns before which a new page begins. */
export const yearBreaks = (columns: number): number[] => {
  const breaks: number[] = [];
  for (let column = FIRST_MONTH_COLUMN + MONTHS_A_PAGE; column < columns; column += MONTHS_A_PAGE) breaks.push(column);
  return breaks;
};
