/** A file of Excel's as the workbook in the window. Its formulas show the values that the file has, as Excel does. */
import type { CellFormat, CellValue, ChartSpec, Grid, RestoredFormula, ValidationRule } from '../grid/grid';
import { parseRange, splitAddress } from '../host/address';
import { emptyDocument, sheetState, tableLook, type DocumentState } from '../host/document-state';
import {
  movedFormula,
  type Cell,
  type Chart,
  type Corner,
  type Format,
  type Print,
  type Sheet,
  type Validation,
  type Workbook,
} from '../../xlsx';
import { isExtras, readExtras } from './extras';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Fills the grid, in which whatever was there goes, and gives what stands beside it. */
export function showWorkbook(workbook: Workbook, grid: Grid): DocumentState {
  const document = emptyDocument();
  const ids = new Map<string, string>();
  const formulas: RestoredFormula[] = [];
  grid.batch(() => {
    emptied(
      grid,
      workbook.sheets.map(({ name }) => name),
    ).forEach((id, i) => ids.set(workbook.sheets[i].name, id));
    for (const sheet of workbook.sheets) {
      const id = ids.get(sheet.name)!;
      // First: rows are fitted to their text, which is as high as its column is narrow.
      showWidths(sheet, id, grid);
      formulas.push(...showCells(sheet, id, grid));
    }
  });
  grid.batch(() => {
    for (const { name, formula, comment } of workbook.names) grid.setName(name, formula, comment);
    for (const sheet of workbook.sheets) showSheet(sheet, ids.get(sheet.name)!, grid, document);
  });
  grid.stored!.restore(
    formulas,
    workbook.sheets.flatMap(({ tables }) =>
      tables.map(({ name, calculated }): [string, [number, string][]] => [name, [...calculated]]),
    ),
  );
  for (const sheet of workbook.sheets) showCharts(sheet, ids, grid);
  const extras = readExtras(workbook.customXml.find(isExtras));
  workbook.customXml
    .filter((xml) => !isExtras(xml))
    .forEach((xml, i) => {
      document.xmlParts[`{part-${i + 1}}`] = { xml, namespace: /^<[^>]*\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '' };
    });
  document.settings = extras.settings;
  for (const [name, properties] of Object.entries(extras.sheetProperties)) {
    const id = ids.get(name);
    if (id) sheetState(document, id).customProperties = properties;
  }
  for (const table of grid.tables()) {
    const planned = workbook.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === table.name);
    const look = tableLook(document, table.id);
    look.showBandedRows = planned?.hasBands ?? true;
    look.showFilterButton = planned?.hasFilterButtons ?? true;
    if (extras.sorts[table.name]) look.sort = extras.sorts[table.name];
  }
  if (workbook.title) document.properties['title'] = workbook.title;
  document.customProperties = { ...workbook.customProperties };
  const shown = ids.get(workbook.sheets[workbook.activeSheet]?.name ?? '');
  if (shown) grid.activateSheet(shown);
  return document;
}

/** The ids of new sheets of these names, with nothing else in the grid. */
function emptied(grid: Grid, names: readonly string[]): string[] {
  for (const { name } of grid.names()) grid.deleteName(name);
  for (const { id } of grid.tables()) grid.deleteTable(id);
  const old = grid.sheets();
  // Two sheets of one name cannot be there, even for a moment.
  old.forEach(({ id }, i) => grid.updateSheet(id, { name: `closing ${i + 1}` }));
  const ids = names.map((name) => grid.addSheet(name));
  grid.activateSheet(ids[0]);
  for (const { id } of old) {
    for (const chart of grid.charts(id)) grid.deleteChart(id, chart.id);
    grid.deleteSheet(id);
  }
  return ids;
}

function showWidths({ columns }: Sheet, id: string, grid: Grid): void {
  for (const [column, { width, isHidden }] of columns) {
    if (width !== undefined) grid.setColumnWidth(id, column, 1, width);
    if (isHidden) grid.hideColumns(id, column, 1, true);
  }
}

/** Constants and looks; the formulas, for later. */
function showCells(sheet: Sheet, id: string, grid: Grid): RestoredFormula[] {
  const formulas: RestoredFormula[] = [];
  const spilled = new Set<string>();
  for (const [row, columns] of sheet.cells)
    for (const [column, { formula, spill, value }] of columns) {
      if (formula === undefined) continue;
      const { rows, columns: wide } = spill ?? { rows: 1, columns: 1 };
      const values = Array.from({ length: rows }, (_, r) =>
        Array.from({ length: wide }, (_, c) => {
          spilled.add(`${row + r},${column + c}`);
          return (sheet.cells.get(row + r)?.get(column + c)?.value ?? '') as CellValue;
        }),
      );
      formulas.push({ sheetId: id, row, column, formula, value: value as CellValue, spill: spill ? values : null });
    }
  for (const [row, columns] of sheet.cells)
    for (const [column, cell] of columns) {
      const range = { row, column, rows: 1, columns: 1 };
      if (cell.format) grid.format(id, range, formatOf(cell.format));
      const content = contentOf(cell);
      if (content !== null && !spilled.has(`${row},${column}`)) grid.write(id, range, [[content]], 'addin');
    }
  return formulas;
}

/** As it is typed: an apostrophe makes text of what begins as something else does. */
function contentOf({ value, formula }: Cell): string | number | boolean | null {
  if (formula !== undefined || value === null) return null;
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && /^[='+@-]/.test(value) ? `'${value}` : value;
}

function formatOf({ borders, ...format }: Format): CellFormat {
  return { ...format, ...(borders && { borders }) };
}

function showSheet(sheet: Sheet, id: string, grid: Grid, document: DocumentState): void {
  grid.updateSheet(id, { tabColor: sheet.tabColor, showGridlines: sheet.showGridlines });
  for (const [column, { format }] of sheet.columns) {
    if (format) grid.format(id, { row: 0, column, rows: MOST_ROWS, columns: 1 }, formatOf(format));
  }
  for (const [row, { height, isFitted, isHidden }] of sheet.rows) {
    if (!isFitted) grid.setRowHeight(id, row, 1, height);
    if (isHidden) grid.stored!.hideRow(id, row);
  }
  if (sheet.freeze.rows || sheet.freeze.columns) grid.freeze(id, sheet.freeze.rows, sheet.freeze.columns);
  for (const { name, area, style, hasTotals } of sheet.tables) {
    const table = grid.addTable(name, id, area, style);
    if (hasTotals) grid.updateTable(table.id, { showTotals: true });
  }
  for (const validation of sheet.validations)
    for (const area of validation.areas) grid.setValidation(id, area, ruleOf(validation, area));
  const state = sheetState(document, id);
  for (const { areas, formula, format } of [...sheet.highlights].reverse())
    for (const range of areas) {
      const moved = `=${movedFormula(formula.slice(1), range.row - areas[0].row, range.column - areas[0].column)}`;
      state.conditionalFormats.push({ id: crypto.randomUUID(), range, formula: moved, format: formatOf(format) });
      grid.addConditionalFormat(id, range, { kind: 'formula', formula: moved, format: formatOf(format) });
    }
  for (const { row, column, text } of sheet.notes) {
    state.comments.push({ id: crypto.randomUUID(), row, column, content: text });
    grid.setNote(id, row, column, text);
  }
  if (sheet.protection)
    state.protection = {
      password: null,
      options: Object.fromEntries(
        sheet.protection.map((what) => [`allow${what[0].toUpperCase()}${what.slice(1)}`, true]),
      ),
    };
  Object.assign(state.pageLayout, pageLayoutOf(sheet.print));
  const { left, center, right } = sheet.print.footer;
  Object.assign(state.headerFooter, {
    ...(left && { leftFooter: left }),
    ...(center && { centerFooter: center }),
    ...(right && { rightFooter: right }),
  });
}

function ruleOf(validation: Validation, area: Validation['areas'][number]): ValidationRule {
  const { areas, kind, operator, formula1, formula2, ignoreBlanks, prompt, alert } = validation;
  const [first] = areas;
  const moved = (formula: string | number): string | number =>
    typeof formula === 'string' && formula.startsWith('=')
      ? `=${movedFormula(formula.slice(1), area.row - first.row, area.column - first.column)}`
      : formula;
  return {
    kind,
    ...(kind === 'list' || kind === 'custom'
      ? { source: String(moved(formula1)) }
      : { operator, formula1: moved(formula1), ...(formula2 !== undefined && { formula2: moved(formula2) }) }),
    ignoreBlanks,
    ...(prompt && { prompt }),
    ...(alert && { alert }),
  };
}

/** What Excel sets anyway is not told. */
function pageLayoutOf({
  isLandscape,
  margins,
  zoom,
  isCentered,
  hasGridlines,
  area,
  titleRows,
  titleColumns,
  columnBreaks,
}: Print) {
  return {
    ...(isLandscape && { orientation: 'Landscape' }),
    leftMargin: margins.left,
    rightMargin: margins.right,
    zoom:
      'scale' in zoom
        ? { scale: zoom.scale }
        : {
            ...(zoom.wide && { horizontalFitToPages: zoom.wide }),
            ...(zoom.tall && { verticalFitToPages: zoom.tall }),
          },
    ...(isCentered && { centerHorizontally: true }),
    ...(hasGridlines && { printGridlines: true }),
    ...(area && { printArea: area }),
    ...(titleRows && {
      printTitleRows: { row: titleRows.first, column: 0, rows: titleRows.count, columns: MOST_COLUMNS },
    }),
    ...(titleColumns && {
      printTitleColumns: { row: 0, column: titleColumns.first, rows: MOST_ROWS, columns: titleColumns.count },
    }),
    ...(columnBreaks.length > 0 && { verticalPageBreaks: [...columnBreaks] }),
  };
}

function showCharts({ name, charts }: Sheet, ids: ReadonlyMap<string, string>, grid: Grid): void {
  const id = ids.get(name)!;
  charts.forEach((chart, i) => grid.putChart(id, specOf(chart, `${id}-chart-${i + 1}`, grid, id, ids)));
}

function specOf(chart: Chart, chartId: string, grid: Grid, id: string, ids: ReadonlyMap<string, string>): ChartSpec {
  const at = (address: string): { sheetId: string; range: ReturnType<typeof rangeOf> } => {
    const { sheet, range } = splitAddress(address);
    return { sheetId: ids.get(sheet ?? '') ?? id, range: rangeOf(range) };
  };
  const [left, top] = pixelsTo(chart.from, grid, id);
  const [right, bottom] = pixelsTo(chart.to, grid, id);
  return {
    id: chartId,
    name: chart.name,
    kind: chart.kind,
    title: chart.title,
    series: chart.series.map(({ name, values, categories, color, kind, isOnSecondAxis }) => ({
      name,
      values: at(values),
      categories: categories === null ? null : at(categories),
      color,
      kind,
      secondaryAxis: isOnSecondAxis,
    })),
    position: { left, top, width: right - left, height: bottom - top },
    legend: chart.legend,
    valueAxis: chart.valueAxis,
    categoryAxis: chart.categoryAxis,
  };
}

const rangeOf = (address: string) => parseRange(address) ?? { row: 0, column: 0, rows: 1, columns: 1 };

function pixelsTo({ row, column, down, right }: Corner, grid: Grid, id: string): [number, number] {
  let [x, y] = [right, down];
  for (let c = 0; c < column; c++) if (!grid.isColumnHidden(id, c)) x += grid.columnWidth(id, c);
  for (let r = 0; r < row; r++) if (!grid.isRowHidden(id, r)) y += grid.rowHeight(id, r);
  return [x, y];
}
