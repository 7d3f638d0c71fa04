/** The one writer: lays a planned workbook into Excel in six round trips. */
import { formula, isFormula, onSheet, plain, type Content } from '../plan/cells';
import { changeExcel } from './door';
import { look } from './inspect';
import { readMark, removeMark, writeMark } from './mark';
import { NAMES } from '../layout/names';
import type {
  BlockPlan,
  CellFormat,
  ChartPlan,
  FormatPlan,
  SheetPlan,
  TablePlan,
  ValidationPlan,
  WorkbookPlan,
} from '../plan/plan';
import { points } from '../layout/print-area';
import { Refusal } from './refusal';
import { setPage } from './set-page';

export type Progress = (done: number, total: number, what: string) => void;

const STEPS = [
  'Looking at the workbook',
  'Adding sheets and inputs',
  'Writing formulas',
  'Drawing charts and checks',
  'Finishing',
] as const;

export async function buildWorkbook(plan: WorkbookPlan, onProgress: Progress = () => {}): Promise<void> {
  const step = (index: number) => onProgress(index, STEPS.length, STEPS[index] ?? 'Done');
  await changeExcel(async (context) => {
    step(0);
    const { ours, conflicts, names, mark } = await look(context);
    if (ours.length > 0)
      throw new Refusal('This workbook holds a scenario workbook already. Remove its sheets first, then build again.');
    if (conflicts.length > 0)
      throw new Refusal(
        `Nothing was built: the workbook already holds ${conflicts.join(', ')}, not made by this add-in. Rename ${conflicts.length === 1 ? 'it' : 'them'}, or build in a new workbook.`,
      );
    // Names whose sheets the user deleted by hand.
    for (const name of names) name.delete();
    if (mark) removeMark(context);
    try {
      await lay(context, plan, step);
    } catch (error) {
      // What went wrong first is what the user has to know.
      await takeBack(plan).catch(() => undefined);
      throw error;
    }
    step(STEPS.length);
  });
}

async function lay(context: Excel.RequestContext, plan: WorkbookPlan, step: (index: number) => void): Promise<void> {
  const { workbook } = context;
  const quietly = () => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
  };
  const sheets = new Map<string, Excel.Worksheet>();
  const write = (planned: readonly SheetPlan[], how: (sheet: Excel.Worksheet, plan: SheetPlan) => void) =>
    planned.forEach((sheetPlan) => how(sheets.get(sheetPlan.name)!, sheetPlan));
  // Formulas that refer to a table need it to be there.
  const inputs = plan.sheets.filter(({ tables }) => tables.length > 0);
  const results = plan.sheets.filter(({ tables }) => tables.length === 0);

  step(1);
  quietly();
  for (const { name } of plan.sheets) {
    const sheet = workbook.worksheets.add(name);
    sheet.load('id');
    sheets.set(name, sheet);
  }
  for (const { name, sheet, area, comment } of plan.names)
    workbook.names.add(name, formula(onSheet(sheet, area)).formula, comment);
  write(inputs, writeCells);
  await context.sync();

  step(2);
  quietly();
  writeMark(context, {
    version: plan.version,
    sheetIds: [...sheets.values()].map(({ id }) => id),
    names: plan.names.map(({ name }) => name),
  });
  write(results, writeCells);
  await context.sync();

  step(3);
  quietly();
  const seed = workbook.names.getItem(NAMES.months).getRange();
  write(plan.sheets, (sheet, sheetPlan) => {
    sheetPlan.validations.forEach((validation) => writeValidation(sheet, validation));
    writeHighlights(sheet, sheetPlan);
    sheetPlan.charts.forEach((chart) => drawChart(sheets, sheet, chart, seed));
    setPage(sheet, sheetPlan);
  });
  await context.sync();

  step(4);
  sheets.get(plan.sheets[0].name)!.activate();
  workbook.names.getItem(NAMES.scenario).getRange().select();
  await context.sync();
}

/** Nothing of the plan was there before: what bears its names now is a half-built workbook. */
async function takeBack(plan: WorkbookPlan): Promise<void> {
  await changeExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheets = plan.sheets.map(({ name }) => worksheets.getItemOrNullObject(name));
    const defined = plan.names.map(({ name }) => names.getItemOrNullObject(name));
    const mark = await readMark(context);
    for (const item of [...defined, ...sheets]) if (!item.isNullObject) item.delete();
    if (mark) removeMark(context);
    await context.sync();
  });
}

function writeCells(
  sheet: Excel.Worksheet,
  { tabColor, widths, hidden, blocks, tables, formats, heights, freeze }: SheetPlan,
): void {
  sheet.tabColor = tabColor;
  sheet.showGridlines = false;
  widths.forEach((characters, column) => {
    // Neighbors of one width are set together.
    if (column > 0 && widths[column - 1] === characters) return;
    let columns = 1;
    while (widths[column + columns] === characters) columns++;
    sheet.getRangeByIndexes(0, column, 1, columns).getEntireColumn().format.columnWidth = points(characters);
  });
  for (const column of hidden) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  // Formats first: a date format that is there already is not replaced by Excel's own.
  formats.forEach((format) => writeFormat(sheet, format));
  heights.forEach(({ row, rows, height }) => {
    sheet.getRangeByIndexes(row, 0, rows, 1).getEntireRow().format.rowHeight = height;
  });
  blocks.forEach((block) => writeBlock(sheet, block));
  for (const plan of tables) {
    const { name, area } = plan;
    const table = sheet.tables.add(plain(area), true);
    table.name = name;
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
    table.showFilterButton = false;
    writeCalculated(table, plan, blocks);
  }
  if (freeze.rows > 0 && freeze.columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  else if (freeze.rows > 0) sheet.freezePanes.freezeRows(freeze.rows);
  else if (freeze.columns > 0) sheet.freezePanes.freezeColumns(freeze.columns);
}

/**
 * The formula goes into the whole column first: from then on Excel gives it to every new row, whatever is typed over
 * it in some of them.
 */
function writeCalculated(table: Excel.Table, { area, calculated }: TablePlan, blocks: readonly BlockPlan[]): void {
  for (const { column, formula: ofColumn } of calculated) {
    const body = table.getDataBodyRange().getColumn(column);
    const rows = Array.from({ length: area.rows - 1 }, (_, i) => i);
    body.formulas = rows.map(() => [ofColumn]);
    for (const i of rows) {
      const content = contentAt(blocks, area.row + 1 + i, area.column + column);
      if (!isFormula(content)) body.getCell(i, 0).formulas = [[typed(content)]];
    }
  }
}

/** As later blocks leave it. */
function contentAt(blocks: readonly BlockPlan[], row: number, column: number): Content {
  const covering = blocks.filter((block) => block.contents[row - block.row]?.[column - block.column] !== undefined);
  const last = covering[covering.length - 1];
  return last ? last.contents[row - last.row][column - last.column] : null;
}

function writeBlock(sheet: Excel.Worksheet, { row, column, contents }: BlockPlan): void {
  if (contents.length === 0) return;
  sheet.getRangeByIndexes(row, column, contents.length, contents[0].length).formulas = contents.map((cells) =>
    cells.map(typed),
  );
}

/**
 * A content as it would be typed into a cell. Only a formula is calculated: a text that Excel would read as a
 * formula, a number or a date gets the apostrophe that makes it text.
 */
export function typed(content: Content): string | number | boolean {
  if (content === null) return '';
  if (isFormula(content)) return content.formula;
  return typeof content === 'string' && readsAsSomethingElse(content) ? `'${content}` : content;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DATE = new RegExp(`^((${MONTHS})[a-z]*[\\s.,/-]*\\d|\\d{1,4}[\\s/-]*(${MONTHS}))`, 'i');
const readsAsSomethingElse = (text: string): boolean =>
  /^[=+\-@']/.test(text) ||
  /^[\s($€£¥.\d][\s\d$€£¥%.,:()/eE+-]*([ap]m)?$/i.test(text) ||
  DATE.test(text) ||
  /^\s*(true|false|#[A-Z/0!?]+)\s*$/i.test(text);

function writeFormat(sheet: Excel.Worksheet, { area, format }: FormatPlan): void {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const { numberFormat, fill, color, bold, italic, size, align, vertical, wrap, indent, top, bottom }: CellFormat =
    format;
  // One value stands for all cells of the range, which the type does not say.
  if (numberFormat !== undefined) range.numberFormat = numberFormat as unknown as string[][];
  if (fill !== undefined) range.format.fill.color = fill;
  if (color !== undefined) range.format.font.color = color;
  if (bold !== undefined) range.format.font.bold = bold;
  if (italic !== undefined) range.format.font.italic = italic;
  if (size !== undefined) range.format.font.size = size;
  if (align !== undefined) range.format.horizontalAlignment = align;
  if (vertical !== undefined) range.format.verticalAlignment = vertical;
  if (wrap !== undefined) range.format.wrapText = wrap;
  if (indent !== undefined) range.format.indentLevel = indent;
  const rule = (
    edge: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal',
    { color: ink, weight }: NonNullable<CellFormat['top']>,
  ) => {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.weight = weight;
    border.color = ink;
  };
  if (top) rule('EdgeTop', top);
  if (bottom) {
    rule('EdgeBottom', bottom);
    if (area.rows > 1) rule('InsideHorizontal', bottom);
  }
}

export function writeValidation(sheet: Excel.Worksheet, { area, rule, prompt, alert }: ValidationPlan): void {
  const { dataValidation } = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  dataValidation.rule =
    rule.kind === 'custom'
      ? { custom: { formula: rule.formula } }
      : {
          list: {
            inCellDropDown: true,
            source:
              'sheet' in rule.source
                ? formula(onSheet(rule.source.sheet, rule.source.area)).formula
                : rule.source.join(','),
          },
        };
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
  dataValidation.errorAlert = { showAlert: true, style: alert.style, title: alert.title, message: alert.message };
}

function writeHighlights(sheet: Excel.Worksheet, { highlights }: SheetPlan): void {
  for (const { area, formula: condition, fill, color } of highlights) {
    const { custom } = sheet
      .getRangeByIndexes(area.row, area.column, area.rows, area.columns)
      .conditionalFormats.add('Custom');
    custom.rule.formula = condition;
    custom.format.fill.color = fill;
    custom.format.font.color = color;
  }
}

/**
 * @param seed one cell with a number: a chart of it has exactly one series, whether or not the forecast is
 * calculated yet, and that series becomes the first of ours
 */
function drawChart(
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  sheet: Excel.Worksheet,
  plan: ChartPlan,
  seed: Excel.Range,
): void {
  const range = ({ sheet: name, area }: { sheet: string; area: ChartPlan['at'] }) =>
    sheets.get(name)!.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const chart = sheet.charts.add(plan.kind, seed, 'Rows');
  chart.name = plan.name;
  plan.series.forEach(({ name, sheet: from, area, color }, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(range({ sheet: from, area }));
    series.setXAxisValues(range(plan.categories));
    if (plan.kind === 'Line') series.format.line.color = color;
    else series.format.fill.setSolidColor(color);
  });
  chart.title.text = plan.title;
  if (plan.legend === 'none') chart.legend.visible = false;
  else chart.legend.position = plan.legend;
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = plan.valueFormat;
  categoryAxis.numberFormat = plan.categoryFormat;
  // Below the plot, also where values fall below zero.
  categoryAxis.tickLabelPosition = 'Low';
  if (plan.axis === 'months') {
    categoryAxis.categoryType = 'DateAxis';
    categoryAxis.baseTimeUnit = 'Months';
  }
  const { row, column, rows, columns } = plan.at;
  chart.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  );
}
