/**
 * What makes the workbook pleasant and changes no figure: frozen panes, highlights, page set-up, charts. Excel may
 * refuse it for reasons of its own (a computer without a printer has no pages to set up), so it comes last, and what
 * is refused is reported and can be tried again; the rest of the workbook stays.
 */
import type { ChartPlan, SheetPlan, SheetsPlan } from '../plan/plan';
import { NAMES } from '../layout/names';
import { changeExcel } from './door';
import { Refusal } from './refusal';
import { setPage } from './set-page';

interface Finish {
  /** As users are told. */
  name: string;
  /** Takes off what an attempt before has left; the names of the sheet's charts are loaded. */
  clear(sheet: Excel.Worksheet, plan: SheetPlan): void;
  /** @returns what is done once Excel has answered */
  put(sheet: Excel.Worksheet, plan: SheetPlan, of: Sheets): (() => void) | void;
}

type Sheets = (name: string) => Excel.Worksheet;

const FINISHES = {
  panes: { name: 'frozen headings', clear: ({ freezePanes }) => freezePanes.unfreeze(), put: freeze },
  highlights: { name: 'highlighted cells', clear: clearHighlights, put: putHighlights },
  pages: { name: 'page set-up for printing', clear: () => {}, put: setPage },
  charts: { name: 'charts', clear: deleteCharts, put: drawCharts },
} as const satisfies Record<string, Finish>;

export type FinishKey = keyof typeof FINISHES;
const ALL = Object.keys(FINISHES) as FinishKey[];

export const finishName = (key: FinishKey): string => FINISHES[key].name;

/** All of it in two round trips; where Excel refuses, each for itself. Gives what could not be done. */
export async function finishNew(plan: SheetsPlan): Promise<FinishKey[]> {
  try {
    await changeExcel((context) => put(context, plan, ALL));
    return [];
  } catch {
    return finishAgain(plan, ALL);
  }
}

/** Does again what was refused before, and gives what is refused once more. */
export async function finishAgain(plan: SheetsPlan, keys: readonly FinishKey[]): Promise<FinishKey[]> {
  const refused: FinishKey[] = [];
  for (const key of keys) {
    try {
      await changeExcel(async (context) => {
        await clear(context, plan, key);
        await put(context, plan, [key]);
      });
    } catch {
      refused.push(key);
    }
  }
  return refused;
}

async function clear(context: Excel.RequestContext, plan: SheetsPlan, key: FinishKey): Promise<void> {
  const sheets = plan.sheets.map((sheetPlan) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetPlan.name);
    sheet.charts.load('items/name');
    return { sheet, sheetPlan };
  });
  await context.sync();
  const gone = sheets.find(({ sheet }) => sheet.isNullObject);
  if (gone) throw new Refusal(`The sheet ${gone.sheetPlan.name} is not there any more.`);
  for (const { sheet, sheetPlan } of sheets) FINISHES[key].clear(sheet, sheetPlan);
}

async function put(context: Excel.RequestContext, plan: SheetsPlan, keys: readonly FinishKey[]): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const of: Sheets = (name) => context.workbook.worksheets.getItem(name);
  const rest = keys.flatMap((key) =>
    plan.sheets.flatMap((sheetPlan) => FINISHES[key].put(of(sheetPlan.name), sheetPlan, of) ?? []),
  );
  await context.sync();
  if (rest.length === 0) return;
  rest.forEach((work) => work());
  await context.sync();
}

function freeze(sheet: Excel.Worksheet, { freeze: { rows, columns } }: SheetPlan): void {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function clearHighlights(sheet: Excel.Worksheet, { highlights }: SheetPlan): void {
  for (const { area } of highlights)
    sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).conditionalFormats.clearAll();
}

function putHighlights(sheet: Excel.Worksheet, { highlights }: SheetPlan): void {
  for (const { area, formula: condition, fill, color } of highlights) {
    const { custom } = sheet
      .getRangeByIndexes(area.row, area.column, area.rows, area.columns)
      .conditionalFormats.add('Custom');
    custom.rule.formula = condition;
    custom.format.fill.color = fill;
    custom.format.font.color = color;
  }
}

function deleteCharts(sheet: Excel.Worksheet, { charts }: SheetPlan): void {
  const ours = new Set(charts.map(({ name }) => name));
  for (const chart of sheet.charts.items) if (ours.has(chart.name)) chart.delete();
}

/**
 * A chart is begun with one cell that holds a number, whether or not the forecast is calculated yet. How many series
 * Excel makes of it is read before they are changed (office-js 2927).
 */
function drawCharts(sheet: Excel.Worksheet, { charts }: SheetPlan, of: Sheets): (() => void) | void {
  const drawn = charts.map((plan) => {
    const seed = sheet.context.workbook.names.getItem(NAMES.months).getRange();
    const chart = sheet.charts.add(plan.kind, seed, 'Rows');
    chart.name = plan.name;
    chart.series.load('items/name');
    return { chart, plan };
  });
  if (drawn.length > 0) return () => drawn.forEach(({ chart, plan }) => fillChart(chart, plan, sheet, of));
}

function fillChart(chart: Excel.Chart, plan: ChartPlan, sheet: Excel.Worksheet, of: Sheets): void {
  const range = ({ sheet: name, area }: { sheet: string; area: ChartPlan['at'] }) =>
    of(name).getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const begun = chart.series.items;
  plan.series.forEach(({ name, sheet: from, area, color }, i) => {
    const series = begun[i] ?? chart.series.add(name);
    series.name = name;
    series.setValues(range({ sheet: from, area }));
    series.setXAxisValues(range(plan.categories));
    if (plan.kind === 'Line') series.format.line.color = color;
    else series.format.fill.setSolidColor(color);
  });
  begun.slice(plan.series.length).forEach((series) => series.delete());
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
