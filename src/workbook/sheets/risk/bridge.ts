/** On Risk: from one scenario to another, driver by driver. */
import { SCENARIOS } from '../../../tables/schemas/scenarios';
import { area, fixed, formula, relative, type Area } from '../../plan/cells';
import { AXIS_FORMATS, COLORS, FORMATS, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS } from '../../layout/names';
import { blankRows, drawResults, placeResults, type ResultColumn, type ResultTable } from '../../layout/result-table';
import { places } from '../../layout/room';
import type { SheetDraft } from '../../layout/sheet-draft';
import {
  asked,
  BRIDGE_BARS,
  BRIDGE_CHART_ROW,
  BRIDGE_FROM_ROW,
  BRIDGE_LISTED,
  BRIDGE_ROW,
  BRIDGE_TO_ROW,
  place,
} from './layout';
import { scenarioList } from './choices';
import { belowBars } from './tornado';

const input = (row: number): Area => area(row, 1);

const bridge: ResultTable<null> = {
  row: BRIDGE_ROW,
  header: FORMATS.header,
  columns: [
    ...['step', 'program', 'payer', 'item'].map((key) => ({ key })),
    { key: 'value', align: 'Right', numberFormat: NUMBER_FORMATS.dollars },
    { key: 'note', indent: 1, format: FORMATS.muted },
  ],
  rows: blankRows(BRIDGE_LISTED),
  spill: `PPPM.BRIDGE(${[
    MODEL_ARGUMENTS,
    asked('line'),
    ...[BRIDGE_FROM_ROW, BRIDGE_TO_ROW].map((row) => fixed(input(row))),
    asked('program'),
  ].join(',')})`,
};
const placed = placeResults(bridge);
const count = `COUNT(${fixed(placed.data('value'))})`;
const at = (key: string, row: string): string => `INDEX(${fixed(placed.data(key))},${row})`;

/** The step with the rows it is of: Realization rate, CCM. */
const label = (row: string): string =>
  ['program', 'payer', 'item']
    .map((key) => at(key, row))
    .reduce((text, name) => `${text}&IF(${name}="","",", "&${name})`, at('step', row));

type Part = 'below' | 'end' | 'more' | 'moreBelow' | 'less' | 'lessBelow';

/** What stands, is added and taken away, on what nobody sees; what crosses zero stands on either side of it. */
const PARTS: readonly { part: Part; name: string; color: string }[] = [
  { part: 'below', name: 'up to here', color: COLORS.white },
  { part: 'end', name: 'Scenario', color: SERIES_COLORS[0] },
  { part: 'more', name: 'More', color: SERIES_COLORS[1] },
  { part: 'moreBelow', name: 'More, below zero', color: SERIES_COLORS[1] },
  { part: 'less', name: 'Less', color: SERIES_COLORS[2] },
  { part: 'lessBelow', name: 'Less, below zero', color: SERIES_COLORS[2] },
];

const LAST = BRIDGE_BARS - 1;

const money = { align: 'Right', numberFormat: NUMBER_FORMATS.dollars } as const;

const waterfall: ResultTable<number> = {
  row: belowBars + 2,
  title: 'For the bridge: its ends, the largest steps, and all others together',
  titleColumns: 10,
  header: FORMATS.remark,
  columns: [
    { key: 'step', header: 'Step', cell: (bar) => formula(chosen(bar, label, '"All others"', '""')) },
    { key: 'room' },
    {
      key: 'value',
      header: 'Value',
      ...money,
      cell: (bar) => formula(chosen(bar, (row) => at('value', row), othersOf(), '0')),
    },
    {
      key: 'level',
      header: 'Level after it',
      ...money,
      cell: (bar, here) => formula(isEnd(bar, here.at('value'), `${above(bar, 'level')}+${here.at('value')}`)),
    },
    ...PARTS.map(({ part, name }): ResultColumn<number> => ({
      key: part,
      header: name,
      ...money,
      cell: (bar, here) => formula(partOf(part, bar, (key) => here.at(key))),
    })),
  ],
  rows: places(BRIDGE_BARS),
  format: FORMATS.remark,
};

/** The step that a bar shows, counted from 1: both ends, and the largest between, as many as there is room for. */
function chosen(bar: number, step: (row: string) => string, others: string, nothing: string): string {
  const row = String(bar + 1);
  const among = bar === LAST - 1 ? `IF(${count}>${BRIDGE_BARS},${others},${step(row)})` : step(row);
  const end = step(count);
  const text =
    bar === LAST ? `IF(${count}>=${BRIDGE_BARS},${end},${nothing})` : `IF(${count}>=${row},${among},${nothing})`;
  return `IFERROR(${text},${nothing})`;
}

/** The steps that have no bar of their own. */
const othersOf = (): string => `SUM(${at('value', String(LAST))}:${at('value', `${count}-1`)})`;

/** The first bar, and the last that shows something, stand from zero; those behind it show nothing. */
const isEnd = (bar: number, end: string, step: string): string =>
  bar === 0 || bar === LAST ? end : `IF(${bar + 1}>=${count},${end},${step})`;

function partOf(part: Part, bar: number, own: (key: string) => string): string {
  if (part === 'end') return isEnd(bar, own('value'), '0');
  if (bar === 0) return '0';
  const [from, to] = [above(bar, 'level'), own('level')];
  const inside: Record<Exclude<Part, 'end'>, string> = {
    below: `MAX(0,MIN(${from},${to}))+MIN(0,MAX(${from},${to}))`,
    more: `MAX(0,MAX(0,${to})-MAX(0,${from}))`,
    moreBelow: `MIN(0,MIN(0,${from})-MIN(0,${to}))`,
    less: `MAX(0,MAX(0,${from})-MAX(0,${to}))`,
    lessBelow: `MIN(0,MIN(0,${to})-MIN(0,${from}))`,
  };
  return isEnd(bar, '0', inside[part]);
}

/** The cell of the bar before; the first has none. */
function above(bar: number, key: string): string {
  if (bar === 0) return '0';
  const { row, column } = placeResults(waterfall).cell(key, bar - 1);
  return relative(row, column);
}

/** @param scenarios of the table: the first and the last are compared until others are chosen */
export function drawBridge(sheet: SheetDraft, scenarios: readonly string[]): void {
  sheet.section(BRIDGE_FROM_ROW - 1, 0, 7, 'Bridge: the line asked about, from one scenario to another');
  const ends = [
    { row: BRIDGE_FROM_ROW, label: 'From scenario', name: scenarios.length > 1 ? scenarios[0] : null },
    { row: BRIDGE_TO_ROW, label: 'To scenario', name: scenarios.at(-1) ?? null },
  ];
  for (const { row, label, name } of ends) {
    sheet.put(row, 0, [[label, name]]).format(input(row), FORMATS.input, { align: 'Right' });
    sheet.validate({
      area: input(row),
      rule: { kind: 'list', source: scenarioList },
      prompt: { title: label, message: `A scenario of the table ${SCENARIOS.title}; blank = none.` },
      alert: { title: label, message: 'Choose one of the scenarios, or leave it blank.', style: 'Stop' },
    });
  }
  drawResults(sheet, bridge);
  const cells = drawResults(sheet, waterfall);
  sheet.chart({
    name: 'ScenarioBridge',
    title: 'From one scenario to the other',
    kind: 'ColumnStacked',
    categories: place(cells.data('step')),
    series: PARTS.map(({ part, name, color }) => ({ name, color, ...place(cells.data(part)) })),
    axis: 'steps',
    legend: 'none',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(BRIDGE_CHART_ROW, 0, CHART_ROWS, 6),
  });
}
