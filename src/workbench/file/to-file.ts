/** The workbook in the window as a file of Excel's holds it, and in words what of it a file does not. */
import type { CellFormat, CellRange, CellValue, ChartSpec, Grid, ValidationRule } from '../grid/grid';
import { formatRange, quoteSheet } from '../host/address';
import { tableLook, type DocumentState } from '../host/document-state';
import { pageSetup } from '../host/page-setup';
import {
  NEW_PRINT,
  type Cell,
  type Chart,
  type Column,
  type Corner,
  type Format,
  type Highlight,
  type Print,
  type Row,
  type Sheet,
  type Table,
  type Validation,
  type Value,
  type Workbook,
} from '../../xlsx';
import { extrasOf, writeExtras } from './extras';

/** A new column and row of the workbench's, in pixels. */
const NEW = { width: 72, height: 20 };

/** @param addins namespaces of the functions that add-ins brought */
export function workbookOf(
  grid: Grid,
  document: DocumentState,
  addins: readonly string[],
): { workbook: Workbook; leftOut: string[] } {
  const sheets = [...grid.sheets()].sort((a, b) => a.position - b.position);
  const extras = writeExtras(extrasOf(document, sheets, grid.tables()));
  const nameOf = (id: string): string => sheets.find((sheet) => sheet.id === id)?.name ?? '';
  const errors = sheets.reduce((count, { id }) => count + errorsWithWords(grid, id), 0);
  const leftOut = [
    ...sheets
      .filter(({ id }) => document.sheets[id]?.protection?.password)
      .map(({ name }) => `the password of ${name}, which is protected without one`),
    ...(errors > 0
      ? [`the words of ${errors} ${errors === 1 ? 'error' : 'errors'}, which come when they are calculated again`]
      : []),
  ];
  return {
    leftOut,
    workbook: {
      sheets: sheets.map((sheet) => sheetOf(grid, document, sheet, nameOf)),
      names: grid.names(),
      activeSheet: Math.max(
        0,
        sheets.findIndex(({ id }) => id === grid.activeSheet()),
      ),
      addins,
      customXml: [...Object.values(document.xmlParts).map(({ xml }) => xml), ...(extras === null ? [] : [extras])],
      title: document.properties['title'] ?? '',
      customProperties: document.customProperties as Workbook['customProperties'],
      since1904: false,
    },
  };
}

/** What a function says about its error shows when one points at the cell; Excel keeps it in no file. */
function errorsWithWords(grid: Grid, id: string): number {
  const used = grid.usedRange(id);
  if (!used) return 0;
  return grid
    .readValues(id, used)
    .flat()
    .filter((value) => typeof value === 'object' && value !== null && value.text).length;
}

function sheetOf(
  grid: Grid,
  document: DocumentState,
  { id, name, tabColor, showGridlines }: ReturnType<Grid['sheets']>[number],
  nameOf: (id: string) => string,
): Sheet {
  const stored = grid.stored!;
  const used = stored.usedRange(id) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const state = document.sheets[id];
  const calculated = new Map(stored.calculatedColumns());
  return {
    name,
    tabColor: tabColor && tabColor.toUpperCase(),
    showGridlines,
    cells: cellsOf(grid, id, used),
    columns: columnsOf(grid, id, used),
    rows: rowsOf(grid, id, used),
    freeze: grid.frozen(id),
    tables: grid
      .tables()
      .filter(({ sheetId }) => sheetId === id)
      .map((table): Table => {
        const { showBandedRows, showFilterButton } = tableLook(document, table.id);
        return {
          name: table.name,
          area: table.range,
          style: table.style,
          hasTotals: table.showTotals,
          hasBands: showBandedRows,
          hasFilterButtons: showFilterButton,
          calculated: new Map(calculated.get(table.name) ?? []),
        };
      }),
    validations: stored.validations(id).map(({ ranges, rule }) => validationOf(ranges, rule)),
    // In Excel a format that is added later goes before the others.
    highlights: (state?.conditionalFormats ?? [])
      .filter(({ formula }) => formula !== '')
      .map(({ range, formula, format }): Highlight => ({ areas: [range], formula, format: formatOf(format) }))
      .reverse(),
    charts: grid.charts(id).map((chart) => chartOf(chart, grid, id, nameOf)),
    print: printOf(document, id),
    notes: (state?.comments ?? []).map(({ row, column, content }) => ({ row, column, text: content })),
    protection: state?.protection ? allowed(state.protection.options) : null,
  };
}

/** allowFormatCells is formatCells in a file. */
const allowed = (options: Record<string, unknown>): string[] =>
  Object.keys(options)
    .filter((key) => key.startsWith('allow') && options[key] === true)
    .map((key) => key[5].toLowerCase() + key.slice(6));

function cellsOf(grid: Grid, id: string, used: CellRange): Map<number, Map<number, Cell>> {
  const values = grid.readValues(id, used);
  const formulas = grid.readFormulas(id, used);
  const cells = new Map<number, Map<number, Cell>>();
  const spilled = new Set<string>();
  for (let r = 0; r < used.rows; r++)
    for (let c = 0; c < used.columns; c++) {
      const [row, column] = [used.row + r, used.column + c];
      const [content, value] = [formulas[r][c], valueOf(values[r][c])];
      const format = formatOf(grid.readFormat(id, row, column));
      const looks = Object.keys(format).length > 0 ? { format } : {};
      // A text may begin as a formula does; then it is its own value.
      const isFormula = typeof content === 'string' && content.startsWith('=') && content !== value;
      const spill = isFormula ? grid.spillRange(id, row, column) : null;
      const fills = spill && spill.rows * spill.columns > 1 ? { rows: spill.rows, columns: spill.columns } : null;
      for (let i = 1; fills && i < fills.rows * fills.columns; i++)
        spilled.add(`${row + Math.floor(i / fills.columns)},${column + (i % fills.columns)}`);
      const isSpilled = spilled.has(`${row},${column}`);
      if (!isFormula && !isSpilled && value === null && !looks.format) continue;
      const line = cells.get(row) ?? new Map<number, Cell>();
      cells.set(row, line);
      line.set(column, {
        value: isFormula || isSpilled ? (value ?? '') : value,
        ...(isFormula && { formula: content }),
        ...(fills && { spill: fills }),
        ...looks,
      });
    }
  return cells;
}

const valueOf = (value: CellValue): Value =>
  typeof value === 'object' && value !== null ? { error: value.error } : value;

/** Without what a new cell has anyway. */
function formatOf(format: CellFormat): Format {
  const { fill, fontColor, fontName, fontSize, numberFormat, horizontal, vertical, borders } = format;
  const sides = Object.entries(borders ?? {}).filter(
    ([side, line]) => !side.startsWith('inside') && line && line.style !== 'none',
  );
  const told: Format = {
    ...(numberFormat && numberFormat !== 'General' && { numberFormat }),
    ...(fill && { fill: fill.toUpperCase() }),
    ...(fontColor && fontColor !== '#000000' && { fontColor: fontColor.toUpperCase() }),
    ...(fontName && fontName !== 'Calibri' && { fontName }),
    ...(fontSize && fontSize !== 11 && { fontSize }),
    ...(format.bold && { bold: true }),
    ...(format.italic && { italic: true }),
    ...(format.underline && { underline: true }),
    ...(horizontal && horizontal !== 'General' && { horizontal }),
    ...(vertical && vertical !== 'Bottom' && { vertical }),
    ...(format.wrap && { wrap: true }),
    ...(format.indent && { indent: format.indent }),
    ...(sides.length > 0 && {
      borders: Object.fromEntries(
        sides.map(([side, line]) => [side, { color: line.color.toUpperCase(), style: line.style }]),
      ) as Format['borders'],
    }),
  };
  return told;
}

function columnsOf(grid: Grid, id: string, used: CellRange): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (let column = 0; column < used.column + used.columns + 20; column++) {
    const isHidden = grid.isColumnHidden(id, column);
    const width = grid.columnWidth(id, column);
    const told: Column = { ...(width > 0 && width !== NEW.width && { width }), ...(isHidden && { isHidden }) };
    if (Object.keys(told).length > 0) columns.set(column, told);
  }
  return columns;
}

function rowsOf(grid: Grid, id: string, used: CellRange): Map<number, Row> {
  const rows = new Map<number, Row>();
  for (let row = 0; row < used.row + used.rows; row++) {
    const isHidden = grid.isRowHidden(id, row);
    const height = grid.rowHeight(id, row);
    if (height === NEW.height && !isHidden) continue;
    const isFitted = grid.stored!.isRowFitted(id, row);
    rows.set(row, { height: height || NEW.height, ...(isFitted && { isFitted }), ...(isHidden && { isHidden }) });
  }
  return rows;
}

function validationOf(areas: CellRange[], rule: ValidationRule): Validation {
  const { kind, source = '', operator, formula1, formula2, ignoreBlanks, prompt, alert } = rule;
  const bySource = kind === 'list' || kind === 'custom';
  return {
    areas,
    kind,
    formula1: bySource ? source : (formula1 ?? ''),
    ...(!bySource && { operator: operator ?? 'Between', ...(formula2 !== undefined && { formula2 }) }),
    ignoreBlanks,
    ...(prompt && { prompt }),
    ...(alert && { alert }),
  };
}

function chartOf(spec: ChartSpec, grid: Grid, id: string, nameOf: (id: string) => string): Chart {
  const { left, top, width, height } = spec.position;
  const at = (place: { sheetId: string; range: CellRange }): string =>
    `${quoteSheet(nameOf(place.sheetId))}!${formatRange(place.range, true)}`;
  const corner = (x: number, y: number): Corner => {
    const [column, right] = within(x, (place) => (grid.isColumnHidden(id, place) ? 0 : grid.columnWidth(id, place)));
    const [row, down] = within(y, (place) => (grid.isRowHidden(id, place) ? 0 : grid.rowHeight(id, place)));
    return { row, column, down, right };
  };
  return {
    name: spec.name,
    kind: spec.kind,
    title: spec.title,
    series: spec.series.map(({ name, values, categories, color, kind, secondaryAxis }) => ({
      name,
      values: at(values),
      categories: categories && at(categories),
      color: color && color.toUpperCase(),
      kind: kind === spec.kind ? null : kind,
      isOnSecondAxis: secondaryAxis,
    })),
    from: corner(left, top),
    to: corner(left + width, top + height),
    legend: spec.legend,
    valueAxis: spec.valueAxis,
    categoryAxis: {
      title: spec.categoryAxis.title,
      numberFormat: spec.categoryAxis.numberFormat,
      type: spec.categoryAxis.type ?? 'Automatic',
      ...(spec.categoryAxis.baseTimeUnit && { baseTimeUnit: spec.categoryAxis.baseTimeUnit }),
      tickLabels: spec.categoryAxis.tickLabels ?? 'NextToAxis',
    },
  };
}

/** The row or column that so many pixels lead into, and how far. */
function within(pixels: number, size: (place: number) => number): [number, number] {
  let [place, rest] = [0, Math.max(0, pixels)];
  while (place < 20_000 && rest >= size(place)) rest -= size(place++);
  return [place, rest];
}

function printOf(document: DocumentState, id: string): Print {
  const {
    paper,
    margins,
    zoom,
    centersHorizontally,
    hasGridlines,
    area,
    titleRows,
    titleColumns,
    columnBreaks,
    footer,
  } = pageSetup(document, id);
  return {
    ...NEW_PRINT,
    isLandscape: paper.width > paper.height,
    margins: { ...NEW_PRINT.margins, ...margins },
    zoom,
    isCentered: centersHorizontally,
    hasGridlines,
    area,
    titleRows: titleRows && { first: titleRows.row, count: titleRows.rows },
    titleColumns: titleColumns && { first: titleColumns.column, count: titleColumns.columns },
    columnBreaks,
    footer,
  };
}
