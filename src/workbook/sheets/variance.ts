/** Variance: why the actual months came out otherwise than forecast in the active scenario, factor by factor. */
import { BRIDGE_STEPS, isEnd, REVENUE_STEPS, type BridgeStep } from '../../actuals/variance/steps';
import { area, fixed, formula, inQuotes, rowFixed, type Place } from '../plan/cells';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS } from '../layout/look';
import { CHART_ROWS } from '../layout/monthly-chart';
import { NAMES, TYPED_TABLES } from '../layout/names';
import { drawResults, placeResults, type ResultTable } from '../layout/result-table';
import { ROOM } from '../layout/room';
import { HEADER_ROW, type SheetDraft } from '../layout/sheet-draft';
import { ACTUALS } from '../../tables/schemas/actuals';
import type { AddedSheet } from './sheet';

const VARIANCE = 'Variance';
const STEPS_ROW = HEADER_ROW + 2;
/** What the add-in has to say of the comparison, below its steps. */
const NOTES = 8;
/** Nothing to compare yet, which is no error. */
const IS_EMPTY = `COUNTA(${ACTUALS.name}[${ACTUALS.header.month}])=0`;

const bridge: ResultTable<BridgeStep> = {
  row: STEPS_ROW,
  header: FORMATS.header,
  columns: [
    { key: 'step', width: 30 },
    { key: 'unit', width: 16, format: FORMATS.unit },
    {
      key: 'total',
      width: 18,
      align: 'Right',
      numberFormat: ({ unit }) => formatOfUnit(unit),
      format: { fill: COLORS.band },
    },
    {
      key: 'programs',
      width: 14,
      times: ROOM.programs,
      align: 'Right',
      numberFormat: ({ unit }) => formatOfUnit(unit),
    },
  ],
  rows: BRIDGE_STEPS,
  spill: `IF(${IS_EMPTY},"Actuals holds no month yet.",PPPM.VARIANCE(PPPM.MONTHLY(${TYPED_TABLES},${NAMES.scenario}),${ACTUALS.name}[#All]))`,
  isTotal: (step) => isEnd(step) || /^(Forecast|Actual) cost$/.test(step.name),
  startsPart: ({ name }) => name === 'Forecast cost' || name === 'Cost PMPM allocated',
};
const placed = placeResults(bridge);

const CHART_ROW = placed.area.row + placed.area.rows + NOTES + 2;

type Part = 'end' | 'more' | 'less' | 'below';

/** What stands, what is added and what is taken away, on what nobody sees: a waterfall of stacked columns. */
const PARTS: readonly { part: Part; name: string; color: string }[] = [
  { part: 'below', name: 'up to here', color: COLORS.white },
  { part: 'end', name: 'Revenue', color: SERIES_COLORS[0] },
  { part: 'more', name: 'More than forecast', color: SERIES_COLORS[1] },
  { part: 'less', name: 'Less than forecast', color: SERIES_COLORS[2] },
];

const names = placed.data('step');
const totals = placed.data('total');

const waterfall: ResultTable<BridgeStep> = {
  row: CHART_ROW + CHART_ROWS + 2,
  title: 'For the chart',
  titleColumns: 7,
  header: FORMATS.remark,
  columns: [
    { key: 'step', header: 'Step', cell: ({ name }) => name },
    { key: 'room' },
    {
      key: 'value',
      header: 'Total',
      align: 'Right',
      numberFormat: NUMBER_FORMATS.dollars,
      // By its name: a step that is not there is an error, never a 0.
      cell: ({ name }) =>
        formula(`IF(${IS_EMPTY},0,INDEX(${fixed(totals)},MATCH(${inQuotes(name)},${fixed(names)},0)))`),
    },
    {
      key: 'level',
      header: 'Level after it',
      align: 'Right',
      numberFormat: NUMBER_FORMATS.dollars,
      cell: (step, { at }) => formula(isEnd(step) ? at('value') : `${above(step, 'level')}+${at('value')}`),
    },
    ...PARTS.map(({ part, name }) => ({
      key: part,
      header: name,
      align: 'Right' as const,
      numberFormat: NUMBER_FORMATS.dollars,
      cell: (step: BridgeStep, { at }: { at(key: string): string }) => formula(partFormula(part, step, at)),
    })),
  ],
  rows: REVENUE_STEPS,
  format: FORMATS.remark,
};

function partFormula(part: Part, step: BridgeStep, at: (key: string) => string): string {
  if (isEnd(step)) return part === 'end' ? at('value') : '0';
  switch (part) {
    case 'end':
      return '0';
    case 'below':
      return `MIN(${above(step, 'level')},${at('level')})`;
    case 'more':
      return `MAX(0,${at('value')})`;
    case 'less':
      return `MAX(0,-${at('value')})`;
  }
}

/** The cell of the step before. */
function above(step: BridgeStep, key: string): string {
  const { row, column } = placeResults(waterfall).cell(key, REVENUE_STEPS[REVENUE_STEPS.indexOf(step) - 1]);
  return rowFixed(row, column);
}

function drawChart(sheet: SheetDraft): void {
  const cells = drawResults(sheet, waterfall);
  const column = (key: string): Place => ({ sheet: VARIANCE, area: cells.data(key) });
  sheet.chart({
    name: 'RevenueBridge',
    title: 'Revenue from forecast to actual',
    kind: 'ColumnStacked',
    categories: column('step'),
    series: PARTS.map(({ part, name, color }) => ({ name, color, ...column(part) })),
    axis: 'steps',
    legend: 'none',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(CHART_ROW, 0, CHART_ROWS, 6),
  });
}

export const varianceSheet: AddedSheet = {
  name: VARIANCE,
  kind: 'results',
  names: [
    {
      name: 'VarianceBridge',
      comment: 'Steps from forecast to actual: name, unit, total, programs.',
      area: placed.body,
    },
  ],
  answers: [placed.header('step')],
  draw(sheet) {
    sheet.heading(
      VARIANCE,
      'Why revenue and cost of the actual months came out otherwise than forecast. The parts add up exactly, in whatever order they are read.',
    );
    sheet.put(STEPS_ROW - 2, 0, [['Forecast of scenario', formula(NAMES.scenario)]]);
    sheet.format(area(STEPS_ROW - 2, 0, 1, 2), FORMATS.label);
    drawResults(sheet, bridge);
    drawChart(sheet);
    sheet.freeze(STEPS_ROW + 1, 1);
    sheet.print({ titleRows: STEPS_ROW + 1, titleColumns: 1 });
  },
};
