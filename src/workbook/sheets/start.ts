/** Start: what the workbook is, the active scenario, the headline figures with their light, and the charts one looks at first. */
import { GUARDRAILS } from '../../tables/schemas/guardrails';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS, THIN_LINE } from '../layout/look';
import { drawLegend } from '../layout/chart-legend';
import { monthlyChart } from '../layout/monthly-chart';
import { NAMES, NO_RESULT } from '../layout/names';
import { drawResults, placeResults, type ResultTable } from '../layout/result-table';
import { RowStack } from '../layout/row-stack';
import type { SheetDraft } from '../layout/sheet-draft';
import { area, formula, reference, type Content } from '../plan/cells';
import { STARTING_SCENARIO } from '../practice/sample-tables';
import { guardrailsInShort } from './checks/guardrails';
import { lineSeries, programLegend, programSeries } from './forecast/chart-series';
import { chartMonths, headerPlace, lineMonths, linePlace, lineTotal } from './forecast/layout';
import { scenarioChoice } from './scenarios';
import type { Book, Sheet } from './sheet';

const NAME = 'Start';
const MONTHS_A_YEAR = 12;

interface Headline {
  label: string;
  unit: string;
  formula: string;
  format?: string;
}

const firstYear = reference(linePlace('allowedRevenue', 0, MONTHS_A_YEAR));
const cash = lineMonths('cumulativeCash');

const HEADLINES: readonly Headline[] = [
  { label: 'Revenue, first 12 months', unit: '$', formula: `SUM(${firstYear})` },
  { label: 'Revenue, whole forecast', unit: '$', formula: lineTotal('allowedRevenue') },
  {
    label: 'Closing patients, last month',
    unit: 'patients',
    formula: lineTotal('closingPatients'),
    format: NUMBER_FORMATS.whole,
  },
  { label: 'Margin, whole forecast', unit: '$', formula: lineTotal('margin') },
  { label: 'Margin rate', unit: '%', formula: lineTotal('marginRate') },
  { label: 'Revenue PPPM', unit: '$/patient/month', formula: lineTotal('revenuePppm') },
  { label: 'Expense PMPM', unit: '$/patient/month', formula: lineTotal('expensePmpm') },
  { label: 'Peak funding need', unit: '$', formula: `MAX(0,-MIN(${cash}))` },
  {
    label: 'Month of the peak need',
    unit: 'month',
    formula: `INDEX(${reference(headerPlace())},MATCH(MIN(${cash}),${cash},0))`,
    format: NUMBER_FORMATS.month,
  },
  { label: 'Cumulative cash, last month', unit: '$', formula: lineTotal('cumulativeCash') },
];

const STEPS: readonly string[] = [
  '1  Type your panel, payers and costs over the yellow cells.',
  '2  Choose the active scenario above; its assumptions are on Scenarios.',
  '3  Read Forecast and Compare. Select a cell to see its formula.',
  '4  Look at Checks before you send the workbook on.',
];

const COLORS_EXPLAINED: readonly (readonly [string, string])[] = [
  ['Blue on pale yellow', 'an input: type here'],
  ['Black on white', 'a formula: leave it'],
  ['White on navy', 'a header'],
  ['Green, amber, red', 'OK, REVIEW, ERROR: the word is always there'],
];

const WITHOUT_ADDIN: readonly string[] = [
  'Excel keeps figures and charts as last calculated. A PPPM. formula that is',
  'calculated again shows #NAME?; with the add-in it calculates again.',
  'LibreOffice calculates spilled formulas when it opens the file: Forecast,',
  'Compare and all that is drawn from them show #NAME? from the start.',
  'Google Sheets cannot run the add-in and does not know its functions either.',
  'For both, send a PDF, or a copy with values only (Paste Special, Values).',
  'The checks are plain formulas everywhere: without the figures they say ERROR.',
];

const rows = new RowStack(0);
const TITLE_ROW = rows.take(2);
const LIGHT_ROW = rows.gap().take();
const ACTIVE_SCENARIO = area(rows.take(), 1);
const HEADLINE_ROW = rows.gap(2).table(HEADLINES.length);
const GUARDRAILS_ROW = rows.gap(2).table(GUARDRAILS.length);
const STEPS_ROW = rows.gap().take(1 + STEPS.length);
const COLORS_ROW = rows.gap().take(1 + COLORS_EXPLAINED.length);
const WITHOUT_ADDIN_ROW = rows.gap().take(1 + WITHOUT_ADDIN.length);
const VERSION_ROW = rows.gap().take();

/** Charts stand to the right of the figures. */
const CHART_COLUMN = 4;
const CHART_COLUMNS = 9;
const CHART_ROWS = 19;
// Below the light, whose words need the room beside it.
const beside = new RowStack(HEADLINE_ROW - 1);
const PANEL_CHART_ROW = beside.take(CHART_ROWS);
const MONEY_CHART_ROW = beside.gap().take(CHART_ROWS);

const HEADLINE_TABLE: ResultTable<Headline> = {
  row: HEADLINE_ROW,
  title: 'Headline figures',
  header: FORMATS.header,
  columns: [
    { key: 'figure', header: 'Figure', width: 36, cell: ({ label }) => label },
    {
      key: 'value',
      header: 'Value',
      width: 20,
      align: 'Right',
      numberFormat: ({ unit, format }) => format ?? formatOfUnit(unit),
      format: FORMATS.label,
      cell: (headline) => formula(`IF(${NAMES.ready},${headline.formula},${NO_RESULT})`),
    },
    { key: 'unit', header: 'Unit', width: 22, indent: 1, format: FORMATS.unit, cell: ({ unit }) => unit },
  ],
  rows: HEADLINES,
  ruled: true,
};
const { body: HEADLINE_AREA } = placeResults(HEADLINE_TABLE);
const WIDTH = HEADLINE_AREA.columns;

export const startSheet: Sheet = {
  name: NAME,
  kind: 'overview',
  names: [
    { name: NAMES.scenario, comment: 'The scenario that Forecast shows.', area: () => ACTIVE_SCENARIO },
    { name: NAMES.practice, comment: 'The practice that is forecast.', area: () => area(TITLE_ROW, 0) },
    { name: NAMES.headline, comment: 'Label, value and unit of the headline figures.', area: () => HEADLINE_AREA },
  ],
  draw(sheet, book) {
    drawTop(sheet, book);
    drawResults(sheet, HEADLINE_TABLE);
    drawResults(sheet, guardrailsInShort(GUARDRAILS_ROW));
    drawTexts(sheet, book.version);
    drawCharts(sheet);
    sheet.widths([3, ...new Array<number>(CHART_COLUMNS).fill(10), 3, 24], WIDTH);
    sheet.print({});
  },
};

function drawTop(sheet: SheetDraft, book: Book): void {
  sheet.put(TITLE_ROW, 0, [
    [book.practice.name],
    ['What virtual care brings and costs, month by month: patients, revenue, cash and margin.'],
  ]);
  sheet
    .format(area(TITLE_ROW, 0), FORMATS.title, { size: 20 })
    .height(TITLE_ROW, 30)
    .format(area(TITLE_ROW + 1, 0), FORMATS.muted);

  sheet.put(LIGHT_ROW, 0, [
    ['Model check', formula(NAMES.light), formula(NAMES.lightText)],
    ['Active scenario', STARTING_SCENARIO, 'choose in the cell'],
  ]);
  sheet.format(area(LIGHT_ROW, 0, 2, 1), FORMATS.label).format(area(LIGHT_ROW, 2, 2, 1), FORMATS.muted);
  sheet.light(area(LIGHT_ROW, 1));
  sheet.format(ACTIVE_SCENARIO, FORMATS.input, { bold: true, align: 'Center', bottom: THIN_LINE });
  sheet.validate(
    scenarioChoice(
      ACTIVE_SCENARIO,
      'Active scenario',
      'The scenario that Forecast, the charts and the figures below show. Scenarios are defined on Scenarios.',
    ),
  );
}

function drawTexts(sheet: SheetDraft, version: string): void {
  const texts = (row: number, title: string, lines: readonly (readonly Content[])[]) => {
    sheet.section(row, 0, WIDTH, title);
    sheet.put(row + 1, 0, lines);
  };
  texts(
    STEPS_ROW,
    'How to use',
    STEPS.map((line) => [line]),
  );
  texts(COLORS_ROW, 'Colors', COLORS_EXPLAINED);
  sheet.format(area(COLORS_ROW + 1, 0), FORMATS.input).format(area(COLORS_ROW + 3, 0), FORMATS.header);
  sheet.format(area(COLORS_ROW + 4, 0), { fill: COLORS.okFill, color: COLORS.okInk, bold: true });
  texts(
    WITHOUT_ADDIN_ROW,
    'Without the add-in',
    WITHOUT_ADDIN.map((line) => [line]),
  );
  sheet.put(VERSION_ROW, 0, [[`Built by PPPM for Excel ${version}. Sources of the sample figures: Log.`]]);
  sheet.format(area(VERSION_ROW, 0), FORMATS.muted, { size: 9 });
}

function drawCharts(sheet: SheetDraft): void {
  const categories = chartMonths;
  const at = (row: number) => area(row, CHART_COLUMN, CHART_ROWS, CHART_COLUMNS);
  sheet.chart(
    monthlyChart({
      name: 'Panel',
      title: 'Patients enrolled at month-end, by program',
      kind: 'AreaStacked',
      categories,
      series: programSeries('closingPatients'),
      legend: 'none',
      valueFormat: AXIS_FORMATS.patients,
      at: at(PANEL_CHART_ROW),
    }),
  );
  drawLegend(sheet, PANEL_CHART_ROW + 1, CHART_COLUMN + CHART_COLUMNS, programLegend());
  sheet.chart(
    monthlyChart({
      name: 'RevenueAndCost',
      title: 'Revenue, cost and margin a month',
      kind: 'Line',
      categories,
      series: [
        lineSeries('allowedRevenue', 'Allowed revenue', SERIES_COLORS[0]),
        lineSeries('totalCost', 'Total cost', SERIES_COLORS[2]),
        lineSeries('margin', 'Margin', SERIES_COLORS[1]),
      ],
      legend: 'Bottom',
      valueFormat: AXIS_FORMATS.dollars,
      at: at(MONEY_CHART_ROW),
    }),
  );
}
