/**
 * A table of results on its sheet. Columns say header, width, format and alignment; rows are data from which each
 * column makes its cell, or a formula of the add-in spills them.
 */
import { area, columnFixed, formula, relative, rowFixed, type Area, type Content } from '../plan/cells';
import type { CellFormat } from '../plan/plan';
import { FORMATS, THIN_LINE } from './look';
import type { SheetDraft } from './sheet-draft';

/** Addresses around the cell that a column makes. */
export interface Here {
  /** The cell of another column in this row, as a formula that moves with its row names it. */
  at(key: string, nth?: number): string;
  /** The header's cells of a column. */
  header(key: string): Area;
  /** Which of the columns that stand side by side, from 0. */
  nth: number;
}

export interface ResultColumn<Row> {
  key: string;
  /** Nothing where a spill brings it. */
  header?: Content | ((here: Here) => Content);
  /** Stands above the header. */
  unit?: string;
  /** Characters; nothing where another table of the sheet gives it. */
  width?: number;
  /** Columns of this kind side by side: scenarios, programs, months. One where nothing is said. */
  times?: number;
  /** Of header and rows, but that a header of a column to the left stands there by itself. */
  align?: CellFormat['align'];
  indent?: number;
  numberFormat?: string | ((row: Row) => string);
  /** Of the rows. */
  format?: CellFormat;
  /** Of the header, over what the table gives it. */
  headerFormat?: CellFormat;
  /** Holds OK, REVIEW or ERROR, and is painted so. */
  light?: true;
  cell?: (row: Row, here: Here) => Content;
  /** Formula in the first row that fills the column, and maybe columns beside it. */
  spill?: string;
}

/** Cells painted while a formula is true. */
export interface ResultRule<Row> {
  column: string;
  /** All rows where none is named. */
  row?: Row;
  /** @param cell the first of the cells; what all of them have in common, row or column, is fixed */
  when: (cell: string) => string;
  fill: string;
  color: string;
}

export interface ResultTable<Row> {
  /** Row of the header, or of the first row where there is none; title and units stand above. */
  row: number;
  column?: number;
  title?: string;
  /** Columns that the title's line runs across, where not those of the table. */
  titleColumns?: number;
  /** Look of the header; a table without one has no header. */
  header?: CellFormat;
  /** Points; for headers of several lines. */
  headerHeight?: number;
  columns: readonly ResultColumn<Row>[];
  rows: readonly Row[];
  /** One formula in the first cell that brings header and rows. */
  spill?: string;
  /** Of all rows. */
  format?: CellFormat;
  /** A thin line below each row. */
  ruled?: true;
  /** Rows that sum others up: bold. */
  isTotal?: (row: Row) => boolean;
  /** Rows that start a part of the table: a thin line above. */
  startsPart?: (row: Row) => boolean;
  rules?: readonly ResultRule<Row>[];
}

export interface PlacedResults<Row> {
  /** Header and rows. */
  area: Area;
  /** Rows without the header. */
  body: Area;
  header(key: string): Area;
  /** A column's cells below its header. */
  data(key: string): Area;
  cell(key: string, row: Row): Area;
}

/** Rows that are filled later: by a spill of unknown length, or by a person. */
export const blankRows = (rows: number): null[] => new Array<null>(rows).fill(null);

export function placeResults<Row>(table: ResultTable<Row>): PlacedResults<Row> {
  const { columns, rows, row, column = 0, header } = table;
  const first = header ? row + 1 : row;
  const spans = new Map<string, { start: number; times: number }>();
  let next = column;
  for (const { key, times = 1 } of columns) {
    spans.set(key, { start: next, times });
    next += times;
  }
  const span = (key: string) => {
    const found = spans.get(key);
    if (!found) throw new Error(`no column of results is called ${key}`);
    return found;
  };
  const width = next - column;
  return {
    area: area(row, column, first - row + rows.length, width),
    body: area(first, column, rows.length, width),
    header: (key) => area(row, span(key).start, 1, span(key).times),
    data: (key) => area(first, span(key).start, rows.length, span(key).times),
    cell: (key, of) => area(first + rows.indexOf(of), span(key).start, 1, span(key).times),
  };
}

export function drawResults<Row>(sheet: SheetDraft, table: ResultTable<Row>): PlacedResults<Row> {
  const placed = placeResults(table);
  drawAbove(sheet, table, placed);
  if (table.header) drawHeader(sheet, table, placed);
  if (table.rows.length > 0) drawBody(sheet, table, placed);
  if (table.spill) sheet.put(placed.area.row, placed.area.column, [[formula(table.spill)]]);
  for (const { key, width, times = 1 } of table.columns)
    if (width) sheet.widths(new Array<number>(times).fill(width), placed.header(key).column);
  return placed;
}

/** Title and units. */
function drawAbove<Row>(sheet: SheetDraft, table: ResultTable<Row>, placed: PlacedResults<Row>): void {
  const { row, column, columns } = placed.area;
  const hasUnits = table.columns.some(({ unit }) => unit);
  if (table.title) sheet.section(row - (hasUnits ? 2 : 1), column, table.titleColumns ?? columns, table.title);
  if (!hasUnits) return;
  sheet.format(area(row - 1, column, 1, columns), FORMATS.units);
  for (const { key, unit, align } of table.columns) {
    const above = { ...placed.header(key), row: row - 1 };
    if (unit) sheet.put(above.row, above.column, [[unit]]);
    if (align === 'Right') sheet.format(above, { align });
  }
}

function drawHeader<Row>(sheet: SheetDraft, table: ResultTable<Row>, placed: PlacedResults<Row>): void {
  const { row, column, columns } = placed.area;
  const { header, headerHeight, spill } = table;
  sheet.format(area(row, column, 1, columns), header!, headerHeight ? { wrap: true } : {});
  if (headerHeight) sheet.height(row, headerHeight);
  for (const { key, align, indent, light, headerFormat } of table.columns) {
    const format: CellFormat = {
      ...(light && { align: FORMATS.light.align }),
      ...(align && align !== 'Left' && { align }),
      ...(indent && { indent }),
      ...headerFormat,
    };
    if (Object.keys(format).length > 0) sheet.format(placed.header(key), format);
  }
  if (spill) return;
  const titles = table.columns.flatMap(({ header: title = null, times = 1 }) =>
    Array.from({ length: times }, (_, nth) => (typeof title === 'function' ? title(hereIn(placed, row, nth)) : title)),
  );
  sheet.put(row, column, [titles]);
}

const hereIn = <Row>({ header }: PlacedResults<Row>, row: number, nth: number): Here => ({
  nth,
  header,
  at: (key, of = 0) => relative(row, header(key).column + of),
});

function drawBody<Row>(sheet: SheetDraft, table: ResultTable<Row>, placed: PlacedResults<Row>): void {
  const { columns, rows, rules = [] } = table;
  const { body } = placed;
  const ofRows = (first: number, count: number): Area => ({ ...body, row: body.row + first, rows: count });

  if (table.format) sheet.format(body, table.format);
  for (const [first, count, isTotal] of runs(rows.map((row) => table.isTotal?.(row) ?? false)))
    if (isTotal) sheet.format(ofRows(first, count), { bold: true });
  for (const column of columns) drawColumn(sheet, table, column, placed);
  putCells(sheet, table, placed);
  if (table.ruled) sheet.format(body, { bottom: THIN_LINE });
  rows.forEach((row, i) => {
    if (table.startsPart?.(row)) sheet.format(ofRows(i, 1), { top: THIN_LINE });
  });
  for (const { column, row, when, fill, color } of rules) {
    const cells = row === undefined ? placed.data(column) : placed.cell(column, row);
    sheet.highlight({ area: cells, formula: `=${when(anchor(cells))}`, fill, color });
  }
}

function drawColumn<Row>(
  sheet: SheetDraft,
  { rows }: ResultTable<Row>,
  column: ResultColumn<Row>,
  placed: PlacedResults<Row>,
): void {
  const { align, indent, numberFormat } = column;
  const data = placed.data(column.key);
  const numberFormats = rows.map((row) => (typeof numberFormat === 'function' ? numberFormat(row) : numberFormat));
  for (const [first, count, shown] of runs(numberFormats)) {
    const format: CellFormat = {
      ...column.format,
      ...(align && { align }),
      ...(indent && { indent }),
      ...(shown !== undefined && { numberFormat: shown }),
    };
    if (Object.keys(format).length > 0) sheet.format({ ...data, row: data.row + first, rows: count }, format);
  }
  if (column.light) sheet.light(data);
  if (column.spill) sheet.put(data.row, data.column, [[formula(column.spill)]]);
}

/** Columns beside each other that make their cells are written together. */
function putCells<Row>(sheet: SheetDraft, { columns, rows }: ResultTable<Row>, placed: PlacedResults<Row>): void {
  for (const [first, count, makesCells] of runs(columns.map(({ cell }) => cell !== undefined))) {
    if (!makesCells) continue;
    const { row, column } = placed.data(columns[first].key);
    const cellsOf = (of: Row, i: number): Content[] =>
      columns
        .slice(first, first + count)
        .flatMap(({ cell, times = 1 }) =>
          Array.from({ length: times }, (_, nth) => cell!(of, hereIn(placed, row + i, nth))),
        );
    sheet.put(row, column, rows.map(cellsOf));
  }
}

/** Equal neighbors together: where they start, how many they are, and what they are. */
function runs<T>(values: readonly T[]): [first: number, count: number, value: T][] {
  const found: [number, number, T][] = [];
  values.forEach((value, i) => {
    const last = found.at(-1);
    if (last && last[2] === value) last[1]++;
    else found.push([i, 1, value]);
  });
  return found;
}

/** The first cell of a rule's area; a row or column that all of its cells share stays where it is. */
const anchor = ({ row, column, rows, columns }: Area): string =>
  rows === 1 ? rowFixed(row, column) : columns === 1 ? columnFixed(row, column) : relative(row, column);
