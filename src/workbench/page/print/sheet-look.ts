/** A sheet as it is printed: its cells as they look, and where they and the charts stand, in pixels of the sheet. */
import type { CellFormat, CellRange, ChartSpec, Grid } from '../../grid/grid';
import { isEntireColumn, isEntireRow } from '../../host/address';
import type { PageSetup } from '../../host/page-setup';
import type { PrintedLines } from './pages';

export interface PrintedCell {
  column: number;
  format: CellFormat;
  text: string;
  align: 'left' | 'center' | 'right';
  /** Where its text may stand: over blank neighbors, too. */
  textLeft: number;
  textWidth: number;
}

export interface SheetLook {
  lines: PrintedLines;
  /** Of each row and column, and of the one after the last. */
  tops: number[];
  lefts: number[];
  /** By row, what shows anything. */
  cells: Map<number, PrintedCell[]>;
  charts: ChartSpec[];
}

/** Null where there is nothing to print. */
export function lookOf(grid: Grid, sheetId: string, setup: PageSetup): SheetLook | null {
  const printed = printedRange(grid, sheetId, setup.area);
  if (!printed) return null;
  const widths = Array.from({ length: printed.column + printed.columns }, (_, column) =>
    grid.isColumnHidden(sheetId, column) ? 0 : grid.columnWidth(sheetId, column),
  );
  const heights = Array.from({ length: printed.row + printed.rows }, (_, row) =>
    grid.isRowHidden(sheetId, row) ? 0 : grid.rowHeight(sheetId, row),
  );
  const lefts = places(widths);
  // Titles may stand outside the area.
  const all = { row: 0, column: 0, rows: heights.length, columns: widths.length };
  const texts = grid.readTexts(sheetId, all);
  const values = grid.readValues(sheetId, all);
  const cells = new Map<number, PrintedCell[]>();
  for (let row = 0; row < all.rows; row++) {
    if (heights[row] === 0) continue;
    const shown = texts[row].flatMap((text, column): PrintedCell[] => {
      const format = grid.readFormat(sheetId, row, column);
      if (!text && !format.fill && !format.borders) return [];
      const align = alignment(format, values[row][column]);
      const overflows = text !== '' && !format.wrap && typeof values[row][column] === 'string';
      const [first, last] = overflows ? blankNeighbors(texts[row], column, align) : [column, column];
      return [{ column, format, text, align, textLeft: lefts[first], textWidth: lefts[last + 1] - lefts[first] }];
    });
    if (shown.length) cells.set(row, shown);
  }
  const lines = {
    rows: { from: printed.row, to: printed.row + printed.rows },
    columns: { from: printed.column, to: printed.column + printed.columns },
    heights,
    widths,
  };
  return { lines, tops: places(heights), lefts, cells, charts: grid.charts(sheetId) };
}

function places(sizes: readonly number[]): number[] {
  const found = [0];
  for (const size of sizes) found.push(found.at(-1)! + size);
  return found;
}

/** The print area, of whole columns as far as something stands there; else all from the first cell on. */
function printedRange(grid: Grid, sheetId: string, area: CellRange | null): CellRange | null {
  const used = extent(grid, sheetId);
  if (!area) return used;
  const lastUsed = used ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return {
    ...area,
    rows: isEntireColumn(area) ? lastUsed.rows : area.rows,
    columns: isEntireRow(area) ? lastUsed.columns : area.columns,
  };
}

/** From A1 to the last cell with content or a look of its own, and the end of the last chart. */
function extent(grid: Grid, sheetId: string): CellRange | null {
  const used = grid.usedRange(sheetId, 'looks');
  const charts = grid.charts(sheetId);
  if (!used && charts.length === 0) return null;
  let rows = used ? used.row + used.rows : 1;
  let columns = used ? used.column + used.columns : 1;
  const bottom = Math.max(0, ...charts.map(({ position }) => position.top + position.height));
  const right = Math.max(0, ...charts.map(({ position }) => position.left + position.width));
  for (let row = 0, top = 0; top < bottom; top += grid.rowHeight(sheetId, row++)) rows = Math.max(rows, row + 1);
  for (let column = 0, left = 0; left < right; left += grid.columnWidth(sheetId, column++))
    columns = Math.max(columns, column + 1);
  return { row: 0, column: 0, rows, columns };
}

function alignment({ horizontal }: CellFormat, value: unknown): PrintedCell['align'] {
  if (horizontal === 'Left') return 'left';
  if (horizontal === 'Right') return 'right';
  if (horizontal === 'Center' || typeof value === 'boolean') return 'center';
  if (typeof value === 'number') return 'right';
  return typeof value === 'object' && value !== null ? 'center' : 'left';
}

/** The first and last column that the text of a cell may stand over. */
function blankNeighbors(texts: readonly string[], column: number, align: PrintedCell['align']): [number, number] {
  let [first, last] = [column, column];
  if (align !== 'right') while (last + 1 < texts.length && texts[last + 1] === '') last++;
  if (align !== 'left') while (first > 0 && texts[first - 1] === '') first--;
  // A text in the middle keeps its middle.
  if (align === 'center') {
    const reach = Math.min(column - first, last - column);
    return [column - reach, column + reach];
  }
  return [first, last];
}
