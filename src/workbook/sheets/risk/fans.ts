/** On Risk: what lines may come to, month by month, and how likely break-even is. */
import { UNCERTAINTY } from '../../../tables/schemas/uncertainty';
import { area, fixed, formula, inQuotes, type Area } from '../../plan/cells';
import { AXIS_FORMATS, COLORS, FORMATS, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { drawChartMonths } from '../../layout/chart-months';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, placeResults, type PlacedResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, monthCells, monthlyColumns } from '../../layout/statement-table';
import {
  asked,
  FAN_CHARTS_ROW,
  FAN_ROWS,
  fanRow,
  FOR_CHARTS_ROW,
  ODDS_CHARTS_ROW,
  place,
  type FanKey,
  type FanRow,
} from './layout';

interface Fan {
  title: string;
  line: string;
  /** A figure to reach, as the function takes it; none where nothing is said. */
  target?: string;
}

const FANS: Readonly<Record<FanKey, Fan>> = {
  revenue: { title: 'Allowed revenue', line: inQuotes('Allowed revenue') },
  cash: {
    title: 'Cumulative cash, and whether it is paid back',
    line: inQuotes('Cumulative cash'),
    target: inQuotes('zero'),
  },
  breakEven: { title: 'Margin, and whether it breaks even', line: inQuotes('Margin'), target: inQuotes('zero') },
  asked: {
    title: 'The line asked about, and whether it reaches its target',
    line: asked('line'),
    target: asked('target'),
  },
};

/** In words, for who has not met percentiles. */
const MEANINGS: Readonly<Record<FanRow, string>> = {
  p10: 'One case in ten is below',
  p50: 'Half of the cases are below',
  p90: 'Nine cases in ten are below',
  mean: 'Mean of the cases',
  forecast: 'As forecast, nothing uncertain',
  probability: 'Share of the cases that reach it',
};

const simulation = ({ line, target = '' }: Fan): string =>
  `PPPM.SIMULATE(${[
    MODEL_ARGUMENTS,
    `${UNCERTAINTY.name}[#All]`,
    line,
    ...[asked('trials'), asked('seed'), '', NAMES.scenario, asked('program'), target],
  ].join(',')})`;

const numberFormat = (row: FanRow): string => (row === 'probability' ? NUMBER_FORMATS.percent : NUMBER_FORMATS.dollars);

const table = (key: FanKey): ResultTable<FanRow> => ({
  row: fanRow(key),
  title: FANS[key].title,
  titleColumns: FIRST_MONTH_COLUMN,
  header: FORMATS.quietHeader,
  headerHeight: 34,
  columns: monthlyColumns<FanRow>({
    line: { header: 'What may come', cell: (row) => MEANINGS[row], format: FORMATS.muted },
    // The function says there what it is of.
    unit: {},
    total: { numberFormat, align: 'Right', format: { fill: COLORS.band } },
    months: { numberFormat, align: 'Right', headerFormat: { numberFormat: NUMBER_FORMATS.month } },
  }),
  rows: FAN_ROWS.filter((row) => row !== 'probability' || FANS[key].target !== undefined),
  startsPart: (row) => row === 'mean' || row === 'probability',
});

export const fan = (key: FanKey): PlacedResults<FanRow> => placeResults(table(key));

/** The header’s months, and the likelihood in each. */
export const oddsOf = (key: 'cash' | 'breakEven'): { months: Area; odds: Area } => ({
  months: monthCells(fanRow(key)),
  odds: monthCells(fan(key).cell('total', 'probability').row),
});

export function drawFans(sheet: SheetDraft): void {
  for (const key of Object.keys(FANS) as FanKey[]) {
    drawResults(sheet, table(key));
    sheet.put(fanRow(key), 1, [[formula(simulation(FANS[key]))]]);
  }
  drawChartMonths(sheet, FOR_CHARTS_ROW, fanRow('revenue'));
  drawFan(
    sheet,
    'revenue',
    'RevenueFan',
    'Allowed revenue a month: what may come',
    area(FAN_CHARTS_ROW, 0, CHART_ROWS, 3),
  );
  drawFan(sheet, 'cash', 'CashFan', 'Cumulative cash: what may come', area(FAN_CHARTS_ROW, 3, CHART_ROWS, 5));
  drawOdds(sheet);
}

const categories = place(monthCells(FOR_CHARTS_ROW));
const line = (key: FanKey, row: FanRow, name: string, color: string) => ({
  name,
  color,
  ...place(monthCells(fan(key).cell('total', row).row)),
});

function drawFan(sheet: SheetDraft, key: FanKey, name: string, title: string, at: Area): void {
  sheet.chart(
    monthlyChart({
      ...{ name, title, kind: 'Line', categories, legend: 'Bottom', valueFormat: AXIS_FORMATS.dollars, at },
      series: [
        line(key, 'p90', 'P90: nine in ten are below', SERIES_COLORS[1]),
        line(key, 'p50', 'P50: half are below', SERIES_COLORS[0]),
        line(key, 'p10', 'P10: one in ten is below', SERIES_COLORS[5]),
        line(key, 'forecast', 'As forecast', SERIES_COLORS[2]),
      ],
    }),
  );
}

function drawOdds(sheet: SheetDraft): void {
  sheet.chart(
    monthlyChart({
      name: 'BreakEvenOdds',
      title: 'How likely each month breaks even, and cash is paid back',
      kind: 'Line',
      categories,
      series: [
        line('breakEven', 'probability', 'The month’s margin is 0 or more', SERIES_COLORS[1]),
        line('cash', 'probability', 'Cumulative cash is 0 or more', SERIES_COLORS[0]),
      ],
      legend: 'Bottom',
      valueFormat: '0%',
      at: area(ODDS_CHARTS_ROW, 0, CHART_ROWS, 3),
    }),
  );
}

/** The first month from which on a likelihood is never below this, in words where there is none. */
export function fromThenOn(key: 'cash' | 'breakEven', least: number): string {
  const { months, odds } = oddsOf(key);
  const [header, likely] = [fixed(months), fixed(odds)];
  const below = `COUNTIF(${likely},"<${least}")`;
  const last = `MAXIFS(${header},${likely},"<${least}")`;
  return `IF(COUNT(${likely})=0,"–",IF(${below}=0,MIN(${header}),IF(${last}=MAX(${header}),"not within the forecast",MINIFS(${header},${header},">"&${last}))))`;
}
