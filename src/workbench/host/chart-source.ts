import type { CellRange, CellValue, ChartSpec } from '../grid/grid';
import type { CellBlock } from './cell-block';

type Series = ChartSpec['series'][number];

/**
 * The series that Excel makes of a block of cells: by columns where there are at least as many rows as columns,
 * headers in the first row and categories in the first column where they look like labels.
 */
export function seriesOf(source: CellBlock, seriesBy: 'Auto' | 'Columns' | 'Rows'): Series[] {
  const { area, sheetId, state } = source;
  const values = state.grid.readValues(sheetId, area);
  const dates = (row: number, column: number) =>
    isDateFormat(state.grid.readFormat(sheetId, area.row + row, area.column + column).numberFormat);
  const byColumns = seriesBy === 'Columns' || (seriesBy === 'Auto' && area.rows >= area.columns);
  const cornerIsBlank = isBlank(values[0][0]) && area.rows > 1 && area.columns > 1;
  const headerRow = area.rows > 1 && (cornerIsBlank || isLabel(values[0], (c) => dates(0, c)));
  const headerColumn =
    area.columns > 1 &&
    (cornerIsBlank ||
      isLabel(
        values.map((row) => row[0]),
        (r) => dates(r, 0),
      ));
  const at = (row: number, column: number, rows: number, columns: number) => ({
    sheetId,
    range: { row: area.row + row, column: area.column + column, rows, columns } satisfies CellRange,
  });
  const [firstRow, firstColumn] = [headerRow ? 1 : 0, headerColumn ? 1 : 0];
  const [rows, columns] = [area.rows - firstRow, area.columns - firstColumn];
  const text = (row: number, column: number) => state.grid.readTexts(sheetId, at(row, column, 1, 1).range)[0][0];
  const plain = { color: null, kind: null, secondaryAxis: false };
  if (byColumns) {
    const categories = headerColumn ? at(firstRow, 0, rows, 1) : null;
    return Array.from({ length: columns }, (_, i) => ({
      name: headerRow ? text(0, firstColumn + i) : `Series${i + 1}`,
      values: at(firstRow, firstColumn + i, rows, 1),
      categories,
      ...plain,
    }));
  }
  const categories = headerRow ? at(0, firstColumn, 1, columns) : null;
  return Array.from({ length: rows }, (_, i) => ({
    name: headerColumn ? text(firstRow + i, 0) : `Series${i + 1}`,
    values: at(firstRow + i, firstColumn, 1, columns),
    categories,
    ...plain,
  }));
}

/** Labels are texts or dates, the corner aside. */
function isLabel(cells: CellValue[], isDate: (index: number) => boolean): boolean {
  const body = cells
    .map((value, index) => ({ value, index }))
    .slice(1)
    .filter(({ value }) => !isBlank(value));
  return (
    body.length > 0 &&
    body.every(({ value, index }) => typeof value === 'string' || (typeof value === 'number' && isDate(index)))
  );
}

function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}

function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|General/gi, ''));
}
