/** Start: what the workbook is, the active scenario, the headline figures with their light, and the charts one looks at first. */
import { GUARDRAILS } from '../../tables/schemas/guardrails';
import { area, formula, onSheet, type Area, type Content } from '../plan/cells';
import { SheetDraft } from '../layout/sheet-draft';
import { COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS, TAB_COLORS } from '../layout/look';
import {
  forecastHeader,
  lineMonths,
  lineTotal,
  monthCells,
  NAMES,
  programRow,
  SHEETS,
  STATEMENT_ROW,
  statementRow,
} from '../layout/places';
import type { SheetPlan } from '../plan/plan';
import type { Practice } from '../practice/practice';
import { STARTING_SCENARIO, type SampleTables } from '../practice/sample-tables';
import { NO_RESULT } from './compare/compare';
import { repeatGuardrails } from './checks/guardrails';
import { scenarioHeaderCells } from './scenarios';

export const ACTIVE_SCENARIO = area(4, 1);

const HEADLINE_ROW = 8;
const MONTHS_A_YEAR = 12;
const GUARDRAILS_ROW = 21;
const HELP_ROW = GUARDRAILS_ROW + GUARDRAILS.length + 3;
const SECOND_CHART_ROW = 21;
const CHART_COLUMN = 4;
const WIDTH = 3;

interface Headline {
  label: string;
  unit: string;
  formula: string;
  format?: string;
}

const firstYear = onSheet(SHEETS.forecast, monthCells(statementRow('allowedRevenue'), 0, MONTHS_A_YEAR));
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
    formula: `INDEX(${forecastHeader},MATCH(MIN(${cash}),${cash},0))`,
    format: NUMBER_FORMATS.month,
  },
  { label: 'Cumulative cash, last month', unit: '$', formula: lineTotal('cumulativeCash') },
];

/** Label, value and unit of the headline figures. */
export const HEADLINE_AREA: Area = area(HEADLINE_ROW + 1, 0, HEADLINES.length, WIDTH);

const STEPS: readonly string[] = [
  '1  Type your panel, payers and costs over the yellow cells.',
  '2  Choose the active scenario above; its assumptions are on Scenarios.',
  '3  Read Forecast and Compare. Select a cell to see its formula.',
  '4  Look at Checks before you send the workbook on.',
];

const WITHOUT_ADDIN: readonly string[] = [
  'The values stay as they were last calculated, and so do the charts.',
  'All checks are plain Excel. Cells with PPPM. formulas show #NAME? once',
  'they are recalculated; with the add-in they calculate again.',
];

export function startSheet(practice: Practice, version: string, sample: SampleTables, guardrails: Area): SheetPlan {
  const sheet = new SheetDraft(SHEETS.start, TAB_COLORS.overview, [
    36,
    20,
    22,
    3,
    ...Array.from({ length: 10 }, () => 10),
  ]);
  sheet.put(0, 0, [
    [practice.name],
    ['What virtual care brings and costs, month by month: patients, revenue, cash and margin.'],
  ]);
  sheet.format(area(0, 0), FORMATS.title, { size: 20 }).height(0, 30).format(area(1, 0), FORMATS.purpose);

  sheet.put(3, 0, [
    ['Model check', formula(NAMES.light), formula(NAMES.lightText)],
    ['Active scenario', STARTING_SCENARIO, 'choose in the cell'],
  ]);
  sheet.format(area(3, 0, 2, 1), { bold: true }).format(area(3, 2, 2, 1), FORMATS.purpose);
  sheet.light(area(3, 1));
  sheet.format(ACTIVE_SCENARIO, FORMATS.input, {
    bold: true,
    align: 'Center',
    bottom: { color: COLORS.line, weight: 'Thin' },
  });
  sheet.validate({
    area: ACTIVE_SCENARIO,
    rule: { kind: 'list', source: { sheet: SHEETS.scenarios, area: scenarioHeaderCells(sample) } },
    prompt: {
      title: 'Active scenario',
      message: 'The scenario that Forecast, the charts and the figures below show. Scenarios are defined on Scenarios.',
    },
    alert: { title: 'Active scenario', message: 'Choose one of the scenarios on Scenarios.', style: 'Stop' },
  });

  drawHeadlines(sheet);
  repeatGuardrails(sheet, GUARDRAILS_ROW, WIDTH, guardrails);
  drawTexts(sheet, version);
  drawCharts(sheet, practice);
  sheet.print({});
  return sheet.plan();
}

function drawHeadlines(sheet: SheetDraft): void {
  sheet.section(HEADLINE_ROW - 1, 0, WIDTH, 'Headline figures');
  sheet.put(HEADLINE_ROW, 0, [['Figure', 'Value', 'Unit']]);
  sheet
    .format(area(HEADLINE_ROW, 0, 1, WIDTH), FORMATS.header)
    .format(area(HEADLINE_ROW, 1), { align: 'Right' })
    .format(area(HEADLINE_ROW, 2), { indent: 1 });
  HEADLINES.forEach((headline, i) => {
    const row = HEADLINE_AREA.row + i;
    sheet.put(row, 0, [
      [headline.label, formula(`IF(${NAMES.ready},${headline.formula},${NO_RESULT})`), headline.unit],
    ]);
    sheet.format(area(row, 1), {
      numberFormat: headline.format ?? formatOfUnit(headline.unit),
      bold: true,
      align: 'Right',
    });
    sheet.format(area(row, 2), { color: COLORS.muted, size: 9, indent: 1 });
    sheet.format(area(row, 0, 1, WIDTH), { bottom: { color: COLORS.line, weight: 'Thin' } });
  });
}

function drawTexts(sheet: SheetDraft, version: string): void {
  let row = HELP_ROW;
  const texts = (title: string, lines: readonly string[]) => {
    sheet.section(row, 0, WIDTH, title);
    sheet.put(
      row + 1,
      0,
      lines.map((line): Content[] => [line]),
    );
    row += lines.length + 2;
  };
  texts('How to use', STEPS);

  sheet.section(row, 0, WIDTH, 'Colors');
  sheet.put(row + 1, 0, [
    ['Blue on pale yellow', 'an input: type here'],
    ['Black on white', 'a formula: leave it'],
    ['White on navy', 'a header'],
    ['Green, amber, red', 'OK, REVIEW, ERROR: the word is always there'],
  ]);
  sheet.format(area(row + 1, 0), FORMATS.input).format(area(row + 3, 0), FORMATS.header);
  sheet.format(area(row + 4, 0), { fill: COLORS.okFill, color: COLORS.okInk, bold: true });
  row += 6;

  texts('Without the add-in', WITHOUT_ADDIN);
  sheet.put(row, 0, [[`Built by PPPM for Excel ${version}. Sources of the sample figures: Log.`]]);
  sheet.format(area(row, 0), FORMATS.purpose, { size: 9 });
}

function drawCharts(sheet: SheetDraft, { programs, months }: Practice): void {
  const categories = { sheet: SHEETS.forecast, area: monthCells(STATEMENT_ROW, 0, months) };
  const line = (key: 'allowedRevenue' | 'totalCost' | 'margin', name: string, color: string) => ({
    name,
    sheet: SHEETS.forecast,
    area: monthCells(statementRow(key), 0, months),
    color,
  });
  sheet.chart({
    name: 'Panel',
    title: 'Patients enrolled at month-end, by program',
    kind: 'AreaStacked',
    categories,
    series: programs.map((program, p) => ({
      name: program.name,
      sheet: SHEETS.forecast,
      area: monthCells(programRow(p, 'closingPatients'), 0, months),
      color: SERIES_COLORS[p % SERIES_COLORS.length],
    })),
    valueFormat: '#,##0',
    categoryFormat: NUMBER_FORMATS.month,
    at: area(1, CHART_COLUMN, 19, 9),
  });
  sheet.chart({
    name: 'RevenueAndCost',
    title: 'Revenue, cost and margin a month',
    kind: 'Line',
    categories,
    series: [
      line('allowedRevenue', 'Allowed revenue', SERIES_COLORS[0]),
      line('totalCost', 'Total cost', SERIES_COLORS[2]),
      line('margin', 'Margin', SERIES_COLORS[1]),
    ],
    valueFormat: '$#,##0',
    categoryFormat: NUMBER_FORMATS.month,
    at: area(SECOND_CHART_ROW, CHART_COLUMN, 19, 9),
  });
}
