/** Contract Statement: whether the margin of care management carries the contracts' downside, and the contracts month by month. */
import { CONTRACT_LINES, type ContractLineKey } from '../../../contracts/contract-lines';
import { CONTRACT_UNCERTAINTY } from '../../../tables/schemas/contract-uncertainty';
import { CONTRACTS } from '../../../tables/schemas/contracts';
import { MAX_MONTHS, SETTINGS } from '../../../tables/schemas/settings';
import { area, fixed, formula, type Area, type Place } from '../../plan/cells';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { drawChartMonths } from '../../layout/chart-months';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { yearScale } from '../../layout/print-area';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import {
  FIRST_MONTH_COLUMN,
  monthCells,
  monthlyColumns,
  MONTH_WIDTH,
  MONTHLY_WIDTHS,
} from '../../layout/statement-table';
import type { AddedSheet } from '../sheet';
import { contractNames } from './inputs';

const NAME = 'Contract Statement';

/** Years of the longest forecast. */
const MOST_YEARS = MAX_MONTHS / 12;
/** Years that the chart has room for. */
const CHARTED_YEARS = 5;
/** What PPPM.MARGINPOOL says, row by row. */
const MEASURES = [
  ...(['margin', 'forecastLoss', 'expectedLoss', 'p10Loss', 'worstLoss'] as const),
  ...(['coversExpected', 'coversP10', 'coversWorst', 'guardrail'] as const),
  ...(['failsAsForecast', 'failsAtP10', 'failsAtWorst'] as const),
  ...(['reserveAsForecast', 'reserveAtP10', 'reserveAtWorst'] as const),
] as const;
type MeasureKey = (typeof MEASURES)[number];
/** Of notes, which stand behind the chart as they come, and in full below it. */
const NOTES = 8;

const rows = new RowStack(HEADER_ROW - 1);
const SHOWN_ROW = rows.take();
const COVER_ROW = rows.take();
const WORST_ROW = rows.take();
const POOL_ROW = rows.gap().table(MEASURES.length);
const POOL_CHART_ROW = rows.take(CHART_ROWS);
const POOL_NOTES_ROW = rows.gap().take(NOTES);
const STATEMENT_ROW = rows.gap().table(CONTRACT_LINES.length);
const CASH_CHART_ROW = rows.take(CHART_ROWS);
const CASH_NOTES_ROW = rows.gap().take(NOTES);
const CARE_ROW = rows.gap().table(2);
const CHART_MONTHS_ROW = rows.take();

const input = (row: number): Area => area(row, 1);
const shown = fixed(input(SHOWN_ROW));

const care = (line: 0 | 1): string => fixed(monthCells(CARE_ROW + 1 + line));
const pool = `PPPM.MARGINPOOL(${[
  `${CONTRACTS.name}[#All]`,
  `${SETTINGS.name}[#All]`,
  care(0),
  care(1),
  `${CONTRACT_UNCERTAINTY.name}[#All]`,
  shown,
  fixed(input(COVER_ROW)),
  fixed(input(WORST_ROW)),
].join(',')})`;

const measureFormat = (key: MeasureKey): string =>
  key.startsWith('covers')
    ? '0.0"×"'
    : key.startsWith('fails')
      ? NUMBER_FORMATS.month
      : key === 'guardrail'
        ? NUMBER_FORMATS.plain
        : NUMBER_FORMATS.dollars;

const poolTable: ResultTable<MeasureKey> = {
  row: POOL_ROW,
  title: 'Does the margin carry the downside?',
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.header,
  columns: [
    { key: 'measure', width: MONTHLY_WIDTHS[0] },
    { key: 'unit', width: MONTHLY_WIDTHS[1], format: FORMATS.unit },
    {
      key: 'total',
      width: MONTHLY_WIDTHS[2],
      align: 'Right',
      numberFormat: measureFormat,
      format: { fill: COLORS.band },
    },
    { key: 'years', width: MONTH_WIDTH, times: MOST_YEARS, align: 'Right', numberFormat: measureFormat },
  ],
  rows: MEASURES,
  spill: pool,
  isTotal: (key) => key === 'margin' || key === 'guardrail',
  startsPart: (key) => ['coversExpected', 'guardrail', 'failsAsForecast', 'reserveAsForecast'].includes(key),
};
const placedPool = placeResults(poolTable);

const SUBTOTALS: ReadonlySet<ContractLineKey> = new Set<ContractLineKey>(['share', 'accrued', 'cash', 'margin']);
const PARTS: ReadonlySet<ContractLineKey> = new Set<ContractLineKey>(['savings', 'accrued', 'paid', 'toSettle']);
const LINES: readonly ContractLineKey[] = CONTRACT_LINES.map(({ key }) => key);
const unitOf = (key: ContractLineKey): string => CONTRACT_LINES.find((line) => line.key === key)!.unit;

const months = <Row>(numberFormat: (row: Row) => string) =>
  monthlyColumns<Row>({
    line: {},
    unit: { format: { bold: false } },
    total: { numberFormat, format: { fill: COLORS.band }, headerFormat: { align: 'Right' } },
    months: { numberFormat, headerFormat: { align: 'Right', numberFormat: NUMBER_FORMATS.month } },
  });

const statement: ResultTable<ContractLineKey> = {
  row: STATEMENT_ROW,
  title: 'Month by month',
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.header,
  columns: months((key) => formatOfUnit(unitOf(key))),
  rows: LINES,
  spill: `PPPM.CONTRACTS(${CONTRACTS.name}[#All],${SETTINGS.name}[#All],${shown},,TRUE)`,
  isTotal: (key) => SUBTOTALS.has(key),
  startsPart: (key) => PARTS.has(key),
};

/** The lines of the forecast that the margin pool is made of. */
const CARE_LINES = ['Margin', 'Cumulative cash'];
const careTable: ResultTable<string> = {
  row: CARE_ROW,
  title: 'Care management, from the forecast of the active scenario',
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.quietHeader,
  columns: months(() => NUMBER_FORMATS.dollars),
  rows: CARE_LINES,
  spill: `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,{"${CARE_LINES.join('";"')}"},TRUE)`,
};

const place = (cells: Area): Place => ({ sheet: NAME, area: cells });

function drawInput(sheet: SheetDraft, row: number, label: string, value: number | null, numberFormat: string): void {
  sheet.put(row, 0, [[label, value]]);
  sheet.format(input(row), FORMATS.input, { numberFormat, align: 'Right' });
}

/** Texts of a spill’s last rows in full: beside each other its cells are too narrow. */
function drawNotes(sheet: SheetDraft, row: number, from: Area): void {
  const notes = Array.from({ length: NOTES }, (_, i) => {
    const [name, text] = [fixed({ ...from, row: from.row + i, rows: 1 }), fixed(area(from.row + i, from.column + 1))];
    return [formula(`IF(${name}="Note",${text},"")`)];
  });
  sheet.put(row, 0, notes);
  // The chart stands over them; beside it they would show.
  sheet.format(area(from.row, from.column, NOTES, 2), { color: COLORS.white });
  sheet.format(area(row, 0, NOTES, 1), FORMATS.units);
}

function drawPoolChart(sheet: SheetDraft): void {
  const years = ({ row, column }: Area): Place => place(area(row, column, 1, CHARTED_YEARS));
  const series = (key: MeasureKey, name: string, color: string) => ({
    name,
    color,
    ...years(placedPool.cell('years', key)),
  });
  sheet.chart({
    name: 'MarginAndLosses',
    title: 'Margin beside what contracts may lose, in the first five years',
    kind: 'ColumnClustered',
    categories: years(placedPool.header('years')),
    series: [
      series('margin', 'Care-management margin', SERIES_COLORS[1]),
      series('expectedLoss', 'Expected loss', SERIES_COLORS[4]),
      series('p10Loss', 'Loss at P10', SERIES_COLORS[2]),
      series('worstLoss', 'Worst loss', SERIES_COLORS[5]),
    ],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(POOL_CHART_ROW, 0, CHART_ROWS, 6),
  });
}

function drawCashChart(sheet: SheetDraft): void {
  drawChartMonths(sheet, CHART_MONTHS_ROW, STATEMENT_ROW);
  const line = (key: ContractLineKey, name: string, color: string) => ({
    name,
    color,
    ...place(monthCells(STATEMENT_ROW + 1 + LINES.indexOf(key))),
  });
  sheet.chart(
    monthlyChart({
      name: 'ContractCash',
      title: 'What contracts accrue, and when it is cash',
      kind: 'Line',
      categories: place(monthCells(CHART_MONTHS_ROW)),
      series: [line('margin', 'Margin after medical cost', SERIES_COLORS[1]), line('cash', 'Cash', SERIES_COLORS[0])],
      legend: 'Bottom',
      valueFormat: AXIS_FORMATS.dollars,
      at: area(CASH_CHART_ROW, 0, CHART_ROWS, 6),
    }),
  );
}

export const contractStatementSheet: AddedSheet = {
  name: NAME,
  kind: 'results',
  names: [
    {
      name: 'MarginPool',
      comment: 'Margin, losses, cover, guardrail, failing month and reserve: name, unit, total, years.',
      area: placedPool.body,
    },
  ],
  answers: [area(POOL_ROW, 0), area(STATEMENT_ROW, 0)],
  draw(sheet) {
    sheet.heading(NAME, 'Does the margin carry the contracts?', {
      tip: 'Contracts have a statement of their own: nothing here changes the forecast of care management.',
      frozenColumns: FIRST_MONTH_COLUMN,
    });
    drawInput(sheet, SHOWN_ROW, 'Contract shown (blank = all)', null, NUMBER_FORMATS.plain);
    drawInput(sheet, COVER_ROW, 'Margin should cover at least', 1, '0.0"×"');
    drawInput(sheet, WORST_ROW, 'Cost at worst, above expected', 0.2, '0%');
    sheet.remark(SHOWN_ROW, FIRST_MONTH_COLUMN, 'Of the sheet Contracts.');
    sheet.remark(COVER_ROW, FIRST_MONTH_COLUMN, 'The loss at P10, which one case in ten exceeds.');
    sheet.remark(WORST_ROW, FIRST_MONTH_COLUMN, 'Where the terms set no limit to losses: an assumption, set yours.');
    sheet.validate({
      area: input(SHOWN_ROW),
      rule: { kind: 'list', source: contractNames },
      prompt: { title: 'Contract shown', message: 'One of the contracts; blank shows all together.' },
      alert: {
        title: 'Contract shown',
        message: 'This name is not in the list. Keep it all the same?',
        style: 'Warning',
      },
    });

    drawResults(sheet, poolTable);
    sheet.light(placedPool.cell('total', 'guardrail'));
    drawPoolChart(sheet);
    drawNotes(sheet, POOL_NOTES_ROW, area(POOL_ROW + 1 + MEASURES.length, 0));

    drawResults(sheet, statement);
    drawCashChart(sheet);
    drawNotes(sheet, CASH_NOTES_ROW, area(STATEMENT_ROW + 1 + LINES.length, 0));
    drawResults(sheet, careTable);

    sheet.freeze(HEADER_ROW - 1, FIRST_MONTH_COLUMN);
    // Two years of months; who wants more sets the print area.
    sheet.print({
      titleRows: HEADER_ROW - 1,
      titleColumns: FIRST_MONTH_COLUMN,
      area: area(0, 0, CASH_NOTES_ROW + NOTES, FIRST_MONTH_COLUMN + 24),
      yearScale: yearScale(MONTHLY_WIDTHS, MONTH_WIDTH),
    });
  },
};
