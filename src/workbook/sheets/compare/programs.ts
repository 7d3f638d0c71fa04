/** On Compare: totals of the programs beside each other in the active scenario, and their months as charts. */
import { lineByKey } from '../../../engine/model/lines';
import { area, formula, rowFixed, type Area } from '../../plan/cells';
import { drawLegend } from '../../layout/chart-legend';
import type { ChartPlan } from '../../plan/plan';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit } from '../../layout/look';
import { CHART_ROWS, monthlyChart } from '../../layout/monthly-chart';
import { NAMES, NO_RESULT } from '../../layout/names';
import { drawResults, type ResultTable } from '../../layout/result-table';
import { ROOM } from '../../layout/room';
import type { SheetDraft } from '../../layout/sheet-draft';
import { programLegend, programSeries } from '../forecast/chart-series';
import {
  chartMonths,
  lineTotal,
  PROGRAM_LINES,
  programAnchor,
  programName,
  programTotal,
  type ProgramLine,
} from '../forecast/layout';
import { CHART_LEGEND_COLUMN, PROGRAM_CHARTS_ROW, PROGRAMS_ROW } from './layout';
import { namedHeader, NAMED_HEADER } from './named-header';

const programTable = (): ResultTable<ProgramLine> => {
  const numberFormat = (key: ProgramLine): string => formatOfUnit(lineByKey.get(key)!.unit);
  return {
    row: PROGRAMS_ROW,
    title: 'Programs, totals of the active scenario',
    header: NAMED_HEADER,
    // Names may be long.
    headerHeight: 34,
    columns: [
      { key: 'figure', header: 'Figure', cell: (key) => lineByKey.get(key)!.name },
      { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: (key) => lineByKey.get(key)!.unit },
      {
        key: 'total',
        header: 'All programs',
        numberFormat,
        align: 'Right',
        format: { bold: true, fill: COLORS.band },
        cell: (key) => formula(`IF(${NAMES.ready},${lineTotal(key)},${NO_RESULT})`),
      },
      {
        key: 'program',
        header: ({ nth: p }) => formula(programName(p)),
        times: ROOM.programs,
        numberFormat,
        align: 'Right',
        cell: (key, { nth: p, header }) => {
          const name = rowFixed(PROGRAMS_ROW, header('program').column + p);
          return formula(`IF(ISERROR(${programAnchor(p)}),${NO_RESULT},IF(${name}="","",${programTotal(p, key)}))`);
        },
      },
    ],
    rows: PROGRAM_LINES,
    ruled: true,
  };
};

export function drawPrograms(sheet: SheetDraft): void {
  namedHeader(sheet, drawResults(sheet, programTable()).area);
  const chart = (name: string, title: string, kind: ChartPlan['kind'], key: ProgramLine, at: Area) =>
    sheet.chart(
      monthlyChart({
        name,
        title,
        kind,
        categories: chartMonths,
        series: programSeries(key),
        legend: 'none',
        valueFormat: AXIS_FORMATS.dollars,
        at,
      }),
    );
  const at = (column: number, columns: number) => area(PROGRAM_CHARTS_ROW, column, CHART_ROWS, columns);
  chart('ProgramRevenue', 'Monthly revenue by program', 'ColumnStacked', 'allowedRevenue', at(0, 3));
  chart('ProgramMargin', 'Monthly margin by program', 'Line', 'margin', at(3, 5));
  drawLegend(sheet, PROGRAM_CHARTS_ROW + 1, CHART_LEGEND_COLUMN, programLegend());
}
