/** On Risk: which drivers move the line most. */
import { area, fixed, formula } from '../../plan/cells';
import { AXIS_FORMATS, FORMATS, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { blankRows, drawResults, placeResults, type ResultColumn, type ResultTable } from '../../layout/result-table';
import { places } from '../../layout/room';
import type { SheetDraft } from '../../layout/sheet-draft';
import { asked, FOR_CHARTS_ROW, ODDS_CHARTS_ROW, place, TORNADO_BARS, TORNADO_LISTED, TORNADO_ROW } from './layout';

/** Shares as percentages, and other values as numbers: a column holds drivers of every unit. */
export const ANY_DRIVER = '[<1]0.00%;#,##0.0';

const number = (key: string, numberFormat: string): ResultColumn<null> => ({ key, numberFormat, align: 'Right' });

const tornado: ResultTable<null> = {
  row: TORNADO_ROW,
  title: 'Tornado: which drivers move the line asked about most, its total',
  titleColumns: 11,
  header: FORMATS.header,
  columns: [
    ...['driver', 'program', 'payer', 'item'].map((key) => ({ key })),
    ...['low', 'today', 'high'].map((key) => number(key, ANY_DRIVER)),
    ...['atLow', 'atHigh', 'swing'].map((key) => number(key, NUMBER_FORMATS.dollars)),
    { key: 'note', indent: 1, format: FORMATS.muted },
  ],
  rows: blankRows(TORNADO_LISTED),
  spill: `PPPM.SENSITIVITY(${[MODEL_ARGUMENTS, asked('line'), asked('change'), NAMES.scenario, asked('program')].join(',')})`,
};
const placed = placeResults(tornado);
/** The line as forecast stands first. */
const FIRST_BAR = 2;

const at = (key: string, row: string): string => `INDEX(${fixed(placed.data(key))},${row})`;

/** In a chart the first bar stands at the bottom. */
const bars: ResultTable<number> = {
  row: FOR_CHARTS_ROW + 4,
  title: 'For the tornado: what the line moves by, the largest last',
  titleColumns: 4,
  header: FORMATS.remark,
  columns: [
    {
      key: 'driver',
      header: 'Driver',
      cell: (rank) => {
        const name = at('driver', String(FIRST_BAR + rank));
        return formula(`IFERROR(IF(${name}="","",${name}),"")`);
      },
    },
    { key: 'room' },
    ...(['Low', 'High'] as const).map((end, i) => ({
      key: end,
      header: `At the ${end.toLowerCase()} value`,
      align: 'Right' as const,
      numberFormat: NUMBER_FORMATS.dollars,
      cell: (rank: number) => {
        const row = String(FIRST_BAR + rank);
        const today = at('atLow', '1');
        const off = (key: 'atLow' | 'atHigh') => `(${at(key, row)}-${today})`;
        const [own, other] = i === 0 ? [off('atLow'), off('atHigh')] : [off('atHigh'), off('atLow')];
        // To one side both: the longer one goes on where the shorter one ends.
        const isLonger = `${own}*${other}>0,ABS(${own})${i === 0 ? '>' : '>='}ABS(${other})`;
        return formula(`IFERROR(IF(${at('driver', row)}="",0,${own}-IF(AND(${isLonger}),${other},0)),0)`);
      },
    })),
  ],
  rows: places(TORNADO_BARS).reverse(),
  format: FORMATS.remark,
};
const placedBars = placeResults(bars);

/** The first row below what the chart is made of. */
export const belowBars = placedBars.area.row + placedBars.area.rows;

export function drawTornado(sheet: SheetDraft): void {
  drawResults(sheet, tornado);
  drawResults(sheet, bars);
  sheet.chart({
    name: 'Tornado',
    title: 'What moves the line asked about most, from its forecast',
    kind: 'BarStacked',
    categories: place(placedBars.data('driver')),
    series: [
      { name: 'At the low value', color: SERIES_COLORS[2], ...place(placedBars.data('Low')) },
      { name: 'At the high value', color: SERIES_COLORS[0], ...place(placedBars.data('High')) },
    ],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(ODDS_CHARTS_ROW, 3, CHART_ROWS, 5),
  });
}
