/** Risk: what may come where drivers are uncertain, what moves it, and the way from one scenario to another. By formula. */
import { readModel } from '../../../tables/reading/read-model';
import { area, fixed, formula, type Area } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { yearScale } from '../../layout/print-area';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, MONTH_WIDTH, MONTHLY_WIDTHS } from '../../layout/statement-table';
import type { ValidationPlan } from '../../plan/plan';
import type { AddedSheet } from '../sheet';
import { assumedUncertainty } from './assumed';
import {
  ASKED,
  asked,
  askedCell,
  BRIDGE_LISTED,
  BRIDGE_ROW,
  fanRow,
  FANS,
  GRID_ROW,
  ODDS_ROW,
  RISK,
  SUMMARY_ROW,
  TORNADO_ROW,
  type Asked,
} from './layout';
import { drawBridge } from './bridge';
import { lineList, programList } from './choices';
import { drawFans, fan, fromThenOn } from './fans';
import { drawTornado } from './tornado';
import { drawTwoWay } from './two-way';

/** Room for the line, trials and seed that a simulation says it is of. */
const KEY_WIDTH = 26;
/** Of the first month, which is a cost item in tornado, table and bridge. */
const ITEM_WIDTH = 24;

interface Question {
  label: string;
  value: string | number | null;
  numberFormat: string;
  unit: string;
  remark: string;
  rule: ValidationPlan['rule'];
  alert: string;
}

const MOST_SEED = 2_147_483_647;
const whole = (key: Asked, least: number, most: number) => {
  const cell = asked(key);
  return {
    kind: 'custom' as const,
    formula: `=AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${cell}>=${least},${cell}<=${most})`,
  };
};
const WHOLE = '#,##0';

const QUESTIONS: Readonly<Record<Asked, Question>> = {
  trials: {
    ...{ label: 'Trials', value: 1_000, numberFormat: WHOLE, unit: 'cases' },
    remark: 'How many cases are drawn: from 10 to 100,000. More are steadier, and take longer.',
    rule: whole('trials', 10, 100_000),
    alert: 'Give a whole number from 10 to 100,000.',
  },
  seed: {
    ...{ label: 'Seed', value: 20_270_101, numberFormat: '0', unit: '' },
    remark: 'The draws follow from it: the same seed gives the same answer.',
    rule: whole('seed', 1, MOST_SEED),
    alert: `Give a whole number from 1 to ${MOST_SEED}.`,
  },
  line: {
    ...{ label: 'Line asked about', value: 'Margin', numberFormat: NUMBER_FORMATS.plain, unit: '' },
    remark: 'Of tornado, two-way table, bridge and target: a line in dollars.',
    rule: { kind: 'list', source: lineList },
    alert: 'Choose one of the lines.',
  },
  program: {
    ...{ label: 'Program (blank = all)', value: null, numberFormat: NUMBER_FORMATS.plain, unit: '' },
    remark: 'All of this sheet is of it. Cash and cost that programs share are shared by active patients.',
    rule: { kind: 'list', source: programList },
    alert: 'Choose one of the programs, or leave it blank.',
  },
  target: {
    ...{ label: 'Target of the line, in total', value: null, numberFormat: '$#,##0', unit: '$' },
    remark: 'Adds how likely it is reached; blank = none, the word zero = 0.',
    rule: { kind: 'custom', formula: `=OR(ISNUMBER(${asked('target')}),${asked('target')}="zero")` },
    alert: 'Give an amount, or the word zero; blank is no target.',
  },
  change: {
    ...{ label: 'Tornado: each driver by', value: 0.1, numberFormat: '0%', unit: 'down and up' },
    remark: 'The two-way table goes twice as far either way, until you type other values.',
    rule: {
      kind: 'custom',
      formula: `=AND(ISNUMBER(${asked('change')}),${asked('change')}>0,${asked('change')}<=0.5)`,
    },
    alert: 'Give a share above 0% and up to 50%.',
  },
};

function drawQuestions(sheet: SheetDraft): void {
  for (const key of ASKED) {
    const { label, value, numberFormat, unit, remark, rule, alert } = QUESTIONS[key];
    const cell = askedCell(key);
    sheet.put(cell.row, 0, [[label, value, unit]]);
    sheet.format(cell, FORMATS.input, { numberFormat, align: 'Right' }).format(area(cell.row, 2), FORMATS.unit);
    sheet.remark(cell.row, FIRST_MONTH_COLUMN, remark);
    sheet.validate({
      area: cell,
      rule,
      prompt: { title: label, message: remark },
      alert: { title: label, message: alert, style: 'Stop' },
    });
  }
}

/** Where an answer is an error, the cells it would fill are blank. */
const ifNumber = (cell: string, otherwise: string): string => `IF(ISNUMBER(${cell}),${cell},${otherwise})`;

interface Spread {
  name: string;
  of: 'revenue' | 'cash' | 'asked';
}
const SPREADS: readonly Spread[] = [
  { name: 'Allowed revenue, in total', of: 'revenue' },
  { name: 'Cumulative cash at the end', of: 'cash' },
  { name: 'Line asked about, in total', of: 'asked' },
];
const ENDS = ['p10', 'p50', 'p90', 'forecast'] as const;
const END_NAMES = { p10: 'P10', p50: 'P50', p90: 'P90', forecast: 'As forecast' } as const;

const spreads: ResultTable<Spread> = {
  row: SUMMARY_ROW,
  title: 'What may come, in the active scenario',
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.header,
  columns: [
    { key: 'name', header: 'Figure', cell: ({ name }) => name },
    { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: () => '$' },
    ...ENDS.map((end) => ({
      key: end,
      header: END_NAMES[end],
      align: 'Right' as const,
      numberFormat: NUMBER_FORMATS.dollars,
      cell: ({ of }: Spread) => formula(ifNumber(fixed(fan(of).cell('total', end)), '"–"')),
    })),
  ],
  rows: SPREADS,
};

interface Odds {
  name: string;
  unit: '%' | 'month';
  formula: string;
}
const total = (of: 'breakEven' | 'asked' | 'cash'): string => fixed(fan(of).cell('total', 'probability'));
const ODDS: readonly Odds[] = [
  { name: 'Margin in total is 0 or more', unit: '%', formula: ifNumber(total('breakEven'), '"–"') },
  { name: 'Cash is paid back at the end', unit: '%', formula: ifNumber(total('cash'), '"–"') },
  {
    ...{ name: 'Line asked about reaches its target', unit: '%' },
    formula: ifNumber(total('asked'), `IF(${asked('target')}="","no target","–")`),
  },
  { name: 'Break-even as likely as not', unit: 'month', formula: fromThenOn('breakEven', 0.5) },
  { name: 'Break-even in nine cases of ten', unit: 'month', formula: fromThenOn('breakEven', 0.9) },
  { name: 'Cash paid back in nine of ten', unit: 'month', formula: fromThenOn('cash', 0.9) },
];

const odds: ResultTable<Odds> = {
  row: ODDS_ROW,
  title: 'How likely it is',
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.header,
  columns: [
    { key: 'name', header: 'Outcome', cell: ({ name }) => name },
    { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: ({ unit }) => unit },
    {
      key: 'value',
      header: 'Value',
      align: 'Right',
      numberFormat: ({ unit }) => (unit === '%' ? '0.0%' : NUMBER_FORMATS.month),
      cell: ({ formula: text }) => formula(text),
    },
  ],
  rows: ODDS,
};

/** Where simulations, tornado, two-way table and bridge spill from. */
const ANSWERS: readonly Area[] = [
  ...FANS.map((key) => area(fanRow(key), 1)),
  ...[TORNADO_ROW, GRID_ROW, BRIDGE_ROW].map((row) => area(row, 0)),
];

export const riskSheet: AddedSheet = {
  name: RISK,
  kind: 'results',
  names: [
    {
      name: 'RiskFigures',
      comment: 'What revenue, cash and the line asked about may come to: name, unit, P10, P50, P90, as forecast.',
      area: placeResults(spreads).body,
    },
  ],
  answers: ANSWERS,
  draw(sheet, tables) {
    const inputs = readModel(tables);
    sheet.heading(RISK, 'What may come, and what it depends on', {
      tip: 'Drawn from the sheet Uncertainty, whose rows are assumptions until you type your own. Every figure is a formula and follows the inputs.',
      frozenColumns: FIRST_MONTH_COLUMN,
    });
    sheet.widths(MONTHLY_WIDTHS).widths([KEY_WIDTH], 1).widths([ITEM_WIDTH], FIRST_MONTH_COLUMN);
    drawQuestions(sheet);
    drawResults(sheet, spreads);
    sheet.remark(SUMMARY_ROW - 1, FIRST_MONTH_COLUMN, 'Eight cases in ten lie between P10 and P90.');
    drawResults(sheet, odds);
    sheet.remark(
      ODDS_ROW - 1,
      FIRST_MONTH_COLUMN,
      'The share of the cases; a month is the first of those that stay as likely to the end.',
    );
    drawFans(sheet);
    drawTornado(sheet);
    drawTwoWay(sheet, assumedUncertainty(inputs));
    drawBridge(
      sheet,
      inputs.scenarios.map(({ name }) => name),
    );
    sheet.freeze(HEADER_ROW - 1, FIRST_MONTH_COLUMN);
    sheet.print({
      titleRows: HEADER_ROW - 1,
      titleColumns: FIRST_MONTH_COLUMN,
      area: area(0, 0, BRIDGE_ROW + 1 + BRIDGE_LISTED, FIRST_MONTH_COLUMN + 12),
      // The first month is wider than the others.
      yearScale: yearScale([MONTHLY_WIDTHS[0], KEY_WIDTH, MONTHLY_WIDTHS[2], ITEM_WIDTH - MONTH_WIDTH], MONTH_WIDTH),
    });
  },
};
