/** Start of the copy: what it is, the scenario, key figures by year, and what stands still. */
import { NOTHING } from '../engine/math/tolerances';
import type { LineKey } from '../engine/model/lines';
import { formatOfUnit, FORMATS, NUMBER_FORMATS, SERIES_COLORS, TAB_COLORS, THIN_LINE } from '../workbook/layout/look';
import { NAMES } from '../workbook/layout/names';
import { SheetDraft } from '../workbook/layout/sheet-draft';
import { FIRST_MONTH_COLUMN } from '../workbook/layout/statement-table';
import { area, formula, onSheet, type Content } from '../workbook/plan/cells';
import type { NamePlan, SheetPlan } from '../workbook/plan/plan';
import { SCENARIO_SHEET, type InputSheets } from './inputs/input-sheets';
import type { MonthRow, Rows } from './monthly-sheet';
import { inFormula } from './reading';
import { lineOf, type StatementRow } from './row-names';

const START = 'Start';
const CHOICE = area(4, 1);
export const SCENARIO_CELL = onSheet(START, CHOICE);

export const startNames: readonly NamePlan[] = [
  { name: NAMES.scenario, sheet: START, area: CHOICE, comment: 'The scenario that every sheet follows' },
];

export interface StartFacts {
  scenario: string | null;
  version: string;
  months: number;
  inputs: InputSheets;
  total: Rows<StatementRow>;
  /** Header of the months on the statement. */
  header: { sheet: string; row: number };
  /** What this copy cannot carry, beside what no copy can. */
  frozen: readonly string[];
}

const KEY_LINES = [
  'newPatients',
  'closingPatients',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'totalCost',
  'margin',
  'marginRate',
  'cumulativeCash',
] as const satisfies readonly LineKey[];
const YEAR = 12;

const CARRIED = [
  'The inputs, with planned changes and scenarios: yellow cells may be typed over, and everything follows.',
  'Panel, enrollment, waiting list, care team (places, hiring, training, minutes), billing, revenue, bad debt, cash, costs and margin, month by month.',
  'One formula a row, the same in every month; functions of Excel 2010; nothing volatile, no add-in, no macro.',
];
const STANDS_STILL = [
  'Names, bases, staffing, payment patterns, codes, and the number of months: another one needs a new copy. Checks says so: Rebuild.',
  'Not in this copy: the sheet Compare (scenarios side by side, the way from patients to cash, break-even panel, hire plan), delay, sensitivity, simulation, explanations, sheets that were added, and the add-in’s findings.',
  'As Made holds the add-in’s figures of every scenario when the copy was made; Checks compares them with the formulas.',
];

const TO_PRINT = [
  'Start, Statement, By Payer and Checks are the report: choose their tabs with Ctrl held down, then print the active sheets. The months of a year stand side by side on a page.',
  'The other sheets are its working; printing the whole workbook takes pages for each year of each of them.',
];

export function startSheet(facts: StartFacts): SheetPlan {
  const { scenario, version, months, inputs, frozen } = facts;
  const sheet = new SheetDraft(START, TAB_COLORS.overview);
  const years = Math.ceil(months / YEAR);
  sheet
    .widths([34, 26, 24, ...new Array<number>(Math.max(years, 5)).fill(16)])
    .heading('Forecast in plain formulas', `A copy for who has no add-in, made by PPPM for Excel ${version}`)
    .put(CHOICE.row, 0, [['Scenario', scenario, 'choose here; everything follows']])
    .format(area(CHOICE.row, 0), FORMATS.label)
    .format(area(CHOICE.row, 2), FORMATS.remark)
    .format(CHOICE, FORMATS.input, { bold: true });
  if (inputs.scenarioHeaders)
    sheet.validate({
      area: CHOICE,
      rule: { kind: 'list', source: { sheet: SCENARIO_SHEET, area: inputs.scenarioHeaders } },
      prompt: { title: 'Scenario', message: 'Choose a scenario; everything follows. Blank is the plan without one.' },
      alert: { title: 'Scenario', message: 'Choose one of the scenarios on Scenarios.', style: 'Stop' },
    });
  const below = drawKeyFigures(sheet, facts, CHOICE.row + 2);
  drawChart(sheet, facts, below);
  const texts = [
    ['What moves', CARRIED],
    ['What stands still', [...frozen, ...STANDS_STILL]],
    ['What to print', TO_PRINT],
  ] as const;
  let next = below + CHART_ROWS + 1;
  for (const [title, lines] of texts) {
    sheet.section(next, 0, 3 + years, title).put(
      next + 1,
      0,
      lines.map((line) => [line]),
    );
    next += lines.length + 2;
  }
  return sheet.print({}).plan();
}

/** By year of the forecast; the last one may be shorter. */
function drawKeyFigures(sheet: SheetDraft, { months, total, header }: StartFacts, row: number): number {
  const years = Array.from({ length: Math.ceil(months / YEAR) }, (_, year) => ({
    first: year * YEAR,
    last: Math.min(months, (year + 1) * YEAR) - 1,
  }));
  const of = (line: MonthRow, first: number, last: number) =>
    onSheet(header.sheet, area(line.row, FIRST_MONTH_COLUMN + first, 1, last - first + 1));
  const figure = (key: (typeof KEY_LINES)[number], { first, last }: (typeof years)[number]): Content => {
    if (key === 'marginRate')
      return formula(
        `IF(SUM(${of(total.allowedRevenue, first, last)})<${inFormula(NOTHING)},0,SUM(${of(total.margin, first, last)})/SUM(${of(total.allowedRevenue, first, last)}))`,
      );
    return formula(lineOf(key).kind === 'flow' ? `SUM(${of(total[key], first, last)})` : of(total[key], last, last));
  };
  const monthCell = (t: number) => onSheet(header.sheet, area(header.row, FIRST_MONTH_COLUMN + t));
  const columns = 3 + years.length;
  sheet
    .section(row, 0, columns, 'Key figures, all programs')
    .put(row + 1, 0, [['', 'Unit', 'Total', ...years.map(({ last }) => formula(monthCell(last)))]])
    .format(area(row + 1, 0, 1, columns), FORMATS.header)
    .format(area(row + 1, 2, 1, columns - 2), { align: 'Right', numberFormat: '[<1000]"to month "0;"to "mmm-yy' });
  KEY_LINES.forEach((key, i) => {
    const { name, unit } = lineOf(key);
    sheet
      .put(row + 2 + i, 0, [[name, unit, formula(total[key].one), ...years.map((year) => figure(key, year))]])
      .format(area(row + 2 + i, 1), FORMATS.unit)
      .format(area(row + 2 + i, 2, 1, columns - 2), { numberFormat: formatOfUnit(unit), align: 'Right' })
      .format(area(row + 2 + i, 0, 1, columns), { bottom: THIN_LINE });
    if (['allowedRevenue', 'margin', 'cumulativeCash'].includes(key))
      sheet.format(area(row + 2 + i, 0, 1, columns), { bold: true });
  });
  const end = row + 2 + KEY_LINES.length;
  const cash = total.cumulativeCash.all;
  const headers = onSheet(header.sheet, area(header.row, FIRST_MONTH_COLUMN, 1, months));
  const lowest = `MATCH(MIN(${cash}),${cash},0)`;
  const later = `SUMPRODUCT((${numbers(header.sheet, months)}>${lowest})*(${cash}>=0))`;
  sheet
    .put(end, 0, [
      ['Peak funding', '$', formula(`MAX(0,-MIN(${cash}))`), 'The lowest cumulative cash, if below 0'],
      [
        'Payback month',
        'month',
        formula(
          `IF(MIN(${cash})>=0,"none needed",IF(${later}=0,"not within the forecast",INDEX(${headers},1,${payback(cash, months, header.sheet)})))`,
        ),
        'The first month after it with cumulative cash of at least 0',
      ],
    ])
    .format(area(end, 1, 2, 1), FORMATS.unit)
    .format(area(end, 2), { numberFormat: NUMBER_FORMATS.dollars, align: 'Right' })
    .format(area(end + 1, 2), { numberFormat: '[<1000]0;mmm-yy', align: 'Right' })
    .format(area(end, 3, 2, 1), FORMATS.remark, { indent: 1 });
  return end + 3;
}

/** Month numbers, which stand above the header. */
const numbers = (sheet: string, months: number): string => onSheet(sheet, area(4, FIRST_MONTH_COLUMN, 1, months));

/** The smallest number of a month behind the lowest cash whose cash is at least 0. */
const payback = (cash: string, months: number, sheet: string): string => {
  const lowest = `MATCH(MIN(${cash}),${cash},0)`;
  return `${months + 1}-SUMPRODUCT(MAX((${numbers(sheet, months)}>${lowest})*(${cash}>=0)*(${months + 1}-${numbers(sheet, months)})))`;
};

const CHART_ROWS = 16;

function drawChart(sheet: SheetDraft, { months, total, header }: StartFacts, row: number): void {
  const series = (key: LineKey, color: string) => ({
    name: lineOf(key).name,
    color,
    sheet: header.sheet,
    area: area(total[key].row, FIRST_MONTH_COLUMN, 1, months),
  });
  sheet.chart({
    name: 'Revenue, cost and cash',
    title: 'Revenue, cost and cumulative cash, all programs',
    kind: 'Line',
    categories: { sheet: header.sheet, area: area(header.row, FIRST_MONTH_COLUMN, 1, months) },
    series: [
      series('allowedRevenue', SERIES_COLORS[0]),
      series('totalCost', SERIES_COLORS[2]),
      series('cumulativeCash', SERIES_COLORS[1]),
    ],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: '$#,##0',
    categoryFormat: '[<1000]0;mmm-yy',
    at: area(row, 0, CHART_ROWS, 5),
  });
}
