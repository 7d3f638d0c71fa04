/** A planned workbook as a file: what the writer behind Office.js lays into Excel. Its formulas wait to be calculated. */
import {
  NEW_PRINT,
  type Cell,
  type Chart,
  type ChartKind,
  type Column,
  type Format,
  type Highlight,
  type Print,
  type Row,
  type Sheet,
  type Table,
  type Validation,
  type Workbook,
} from '../../xlsx';
import { markXml, type Mark } from '../excel/mark';
import { TABLE_STYLE } from '../layout/look';
import { MARGIN, yearBreaks } from '../layout/print-area';
import { isFormula, onSheet, reference, type Content } from '../plan/cells';
import type { CellFormat, ChartPlan, SheetPlan, SheetsPlan, ValidationPlan } from '../plan/plan';

/** @param addin the namespace of its functions, and what it knows its own workbooks by; null for one that does without it */
export function fileOfPlan(plan: SheetsPlan, addin: { namespace: string; mark: Mark } | null): Workbook {
  return {
    sheets: plan.sheets.map(sheetOf),
    names: plan.names.map(({ name, sheet, area, comment }) => ({ name, comment, formula: `=${onSheet(sheet, area)}` })),
    activeSheet: 0,
    addins: addin ? [addin.namespace] : [],
    customXml: addin ? [markXml(addin.mark)] : [],
    title: '',
    customProperties: {},
    since1904: false,
  };
}

type Grid<T> = Map<number, Map<number, T>>;

function put<T>(grid: Grid<T>, row: number, column: number, value: T): void {
  let columns = grid.get(row);
  if (!columns) grid.set(row, (columns = new Map<number, T>()));
  columns.set(column, value);
}

/** As later blocks leave the cells. */
function contentsOf({ blocks }: SheetPlan): Grid<Content> {
  const cells: Grid<Content> = new Map();
  for (const { row, column, contents } of blocks)
    contents.forEach((line, r) => line.forEach((content, c) => put(cells, row + r, column + c, content)));
  return cells;
}

function sheetOf(plan: SheetPlan): Sheet {
  return {
    name: plan.name,
    tabColor: plan.tabColor,
    showGridlines: false,
    cells: cellsOf(plan),
    columns: columnsOf(plan),
    rows: new Map(
      plan.heights.flatMap(({ row, rows, height }) =>
        Array.from({ length: rows }, (_, i): [number, Row] => [row + i, { height: height / 0.75 }]),
      ),
    ),
    freeze: plan.freeze,
    tables: plan.tables.map(({ name, area, calculated }): Table => ({
      name,
      area,
      style: TABLE_STYLE,
      hasTotals: false,
      hasBands: false,
      hasFilterButtons: false,
      calculated: new Map(calculated.map(({ column, formula }) => [column, formula])),
    })),
    validations: plan.validations.map(validationOf),
    // In Excel a format that is added later goes before the others.
    highlights: plan.highlights
      .map(({ area, formula, fill, color }): Highlight => ({
        areas: [area],
        formula,
        format: { fill, fontColor: color },
      }))
      .reverse(),
    charts: plan.charts.map(chartOf),
    print: printOf(plan),
    notes: [],
    protection: null,
  };
}

function cellsOf(plan: SheetPlan): Grid<Cell> {
  const cells: Grid<Cell> = new Map();
  for (const [row, columns] of contentsOf(plan))
    for (const [column, content] of columns) {
      if (isFormula(content)) put(cells, row, column, { value: null, formula: content.formula });
      // An empty text leaves the cell blank, as in Excel.
      else if (content !== null && content !== '') put(cells, row, column, { value: content });
    }
  for (const [row, columns] of formatsOf(plan.formats))
    for (const [column, format] of columns)
      put(cells, row, column, { ...(cells.get(row)?.get(column) ?? { value: null }), format });
  return cells;
}

function formatsOf(planned: SheetPlan['formats']): Grid<Format> {
  const formats: Grid<Format> = new Map();
  for (const { area, format } of planned) {
    const plain = plainFormat(format);
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = formats.get(row)?.get(column);
        const borders = { ...before?.borders };
        if (format.top && row === area.row) borders.top = lineOf(format.top);
        if (format.bottom) borders.bottom = lineOf(format.bottom);
        put(formats, row, column, { ...before, ...plain, ...(Object.keys(borders).length > 0 && { borders }) });
      }
  }
  return formats;
}

const lineOf = ({ color, weight }: NonNullable<CellFormat['top']>) => ({
  color,
  style: weight === 'Medium' ? ('medium' as const) : ('thin' as const),
});

function plainFormat({
  numberFormat,
  fill,
  color,
  bold,
  italic,
  size,
  align,
  vertical,
  wrap,
  indent,
}: CellFormat): Format {
  const format: Format = {
    numberFormat,
    fill,
    fontColor: color,
    bold,
    italic,
    fontSize: size,
    horizontal: align,
    vertical,
    wrap,
    indent,
  };
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}

/** Pixels of a column of so many digits. */
const pixels = (characters: number): number => characters * 7 + 5;

function columnsOf({ widths, hidden }: SheetPlan): Map<number, Column> {
  const columns = new Map<number, Column>(widths.map((characters, column) => [column, { width: pixels(characters) }]));
  for (const column of hidden) columns.set(column, { ...columns.get(column), isHidden: true });
  return columns;
}

function validationOf({ area, rule, prompt, alert }: ValidationPlan): Validation {
  return {
    areas: [area],
    ignoreBlanks: true,
    prompt,
    alert,
    ...(rule.kind === 'custom'
      ? { kind: 'custom', formula1: rule.formula }
      : { kind: 'list', formula1: 'sheet' in rule.source ? `=${reference(rule.source)}` : rule.source.join(',') }),
  };
}

const CHART_KINDS: Readonly<Record<ChartPlan['kind'], ChartKind>> = {
  Line: 'line',
  ColumnStacked: 'columnStacked',
  ColumnClustered: 'columnClustered',
  AreaStacked: 'areaStacked',
  BarStacked: 'barStacked',
};

function chartOf({
  name,
  title,
  kind,
  categories,
  series,
  axis,
  legend,
  valueFormat,
  categoryFormat,
  at,
}: ChartPlan): Chart {
  return {
    name,
    title,
    kind: CHART_KINDS[kind],
    series: series.map(({ name: shown, color, ...place }) => ({
      name: shown,
      values: reference(place),
      categories: reference(categories),
      color,
      kind: null,
      isOnSecondAxis: false,
    })),
    from: { row: at.row, column: at.column, down: 0, right: 0 },
    to: { row: at.row + at.rows, column: at.column + at.columns, down: 0, right: 0 },
    legend: legend === 'none' ? null : 'bottom',
    valueAxis: { title: null, numberFormat: valueFormat },
    categoryAxis: {
      title: null,
      numberFormat: categoryFormat,
      tickLabels: 'Low',
      ...(axis === 'months' ? { type: 'DateAxis', baseTimeUnit: 'Months' } : { type: 'Automatic' }),
    },
  };
}

function printOf({ print }: SheetPlan): Print {
  const { titleRows, titleColumns, area, columns, yearScale, pagesWide } = print;
  return {
    ...NEW_PRINT,
    isLandscape: true,
    margins: { ...NEW_PRINT.margins, left: MARGIN, right: MARGIN },
    zoom: yearScale ? { scale: yearScale } : { wide: pagesWide, tall: null },
    area: area ?? (columns ? { row: 0, column: 0, rows: 1_048_576, columns } : null),
    titleRows: titleRows > 0 ? { first: 0, count: titleRows } : null,
    titleColumns: titleColumns > 0 ? { first: 0, count: titleColumns } : null,
    columnBreaks: area && yearScale ? yearBreaks(area.columns) : [],
    footer: { left: '&F', center: '&A', right: 'Page &P of &N' },
  };
}
