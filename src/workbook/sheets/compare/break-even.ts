/** On Compare: what it takes to break even, and the panel beside it month by month. */
import { area, fixed, formula, reference } from '../../plan/cells';
import { AXIS_FORMATS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { monthCells, monthlyColumns, TOTAL_COLUMN } from '../../layout/statement-table';
import { lineSeries } from '../forecast/chart-series';
import { chartMonths, FORECAST, headerCell, linePlace } from '../forecast/layout';
import { BREAK_EVEN_FIGURES, BREAK_EVEN_MONTHS_ROW, BREAK_EVEN_ROW, COMPARE, LOSS_CHARTS_ROW } from './layout';

type Figure = (typeof BREAK_EVEN_FIGURES)[number];

const UNITS: Readonly<Record<Figure, string>> = {
  panel: 'patients',
  lastingPanel: 'patients',
  month: 'months',
  lastingMonth: 'months',
  peakFunding: '$',
  paybackMonth: 'months',
};

/** Right of what the add-in spills. */
const MEANING_COLUMN = 4;
const MEANINGS: Partial<Record<Figure, string>> = {
  panel:
    'The fewest active patients whose revenue covers a month’s costs; one more unit of staff may turn it into a loss again.',
  lastingPanel: 'From here on, no further unit of staff turns the month into a loss again.',
  month: 'The first month without a loss; a later one may lose money.',
  lastingMonth: 'From here on, no month loses money.',
  peakFunding: 'The lowest cumulative cash: what has to be paid in until then.',
  paybackMonth: 'The first month after that in which cumulative cash is back at zero.',
};

const BREAK_EVEN: ResultTable<Figure> = {
  row: BREAK_EVEN_ROW,
  title: 'What it takes to break even, active scenario',
  header: FORMATS.header,
  columns: [
    { key: 'figure' },
    { key: 'value', numberFormat: (figure) => formatOfUnit(UNITS[figure]), align: 'Right', format: { bold: true } },
    { key: 'unit', indent: 1, format: FORMATS.unit },
    { key: 'month', align: 'Right', numberFormat: NUMBER_FORMATS.month },
  ],
  rows: BREAK_EVEN_FIGURES,
  spill: `PPPM.BREAKEVEN(${MODEL_ARGUMENTS},${NAMES.scenario},,${NAMES.stamp})`,
  ruled: true,
};

/**
 * The break-even panel again in each month of the forecast and beyond, as the chart's months go on. Where there is no
 * such panel the line runs under that of the active patients: blank texts would be drawn as zero.
 */
const panelOfMonths = (panel: string): ResultTable<string> => ({
  row: BREAK_EVEN_MONTHS_ROW,
  columns: monthlyColumns<string>({
    line: { cell: (name) => name },
    unit: { cell: () => 'patients' },
    total: { cell: () => formula(`IF(ISNUMBER(${panel}),${panel},"")`), align: 'Right' },
    months: {
      cell: (_, { at, nth }) => {
        const active = reference(linePlace('activePatients', nth, 1));
        const before = nth === 0 ? '""' : at('months', nth - 1);
        const otherwise = `IF(${FORECAST}!${headerCell(nth)}="",${before},${active})`;
        const panelCell = fixed(area(BREAK_EVEN_MONTHS_ROW, TOTAL_COLUMN));
        return formula(`IF(ISNUMBER(${panelCell}),${panelCell},${otherwise})`);
      },
      align: 'Right',
    },
  }),
  rows: ['Break-even panel, for the chart'],
  format: { ...FORMATS.muted, numberFormat: NUMBER_FORMATS.whole },
});

export function drawBreakEven(sheet: SheetDraft): void {
  const placed = drawResults(sheet, BREAK_EVEN);
  for (const [figure, meaning] of Object.entries(MEANINGS) as [Figure, string][]) {
    const { row } = placed.cell('value', figure);
    sheet.put(row, MEANING_COLUMN, [[meaning]]).format(area(row, MEANING_COLUMN), FORMATS.remark, { indent: 1 });
  }
  drawResults(sheet, panelOfMonths(fixed(placed.cell('value', 'panel'))));
  sheet.chart(
    monthlyChart({
      name: 'BreakEven',
      title: 'Active patients and the break-even panel',
      kind: 'Line',
      categories: chartMonths,
      series: [
        { name: 'Break-even panel', color: SERIES_COLORS[2], sheet: COMPARE, area: monthCells(BREAK_EVEN_MONTHS_ROW) },
        lineSeries('activePatients', 'Active patients', SERIES_COLORS[0]),
      ],
      legend: 'Bottom',
      valueFormat: AXIS_FORMATS.patients,
      at: area(LOSS_CHARTS_ROW, 3, CHART_ROWS, 5),
    }),
  );
}
