/** On Compare: where patients and dollars are lost on the way from eligible patients to cash. */
import { area, fixed, formula, reference, type Area, type Place } from '../../plan/cells';
import { AXIS_FORMATS, FORMATS, NUMBER_FORMATS, SERIES_COLORS, THIN_LINE } from '../../layout/look';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, placeResults, type ResultColumn, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { COMPARE, FROZEN_COLUMNS, LEAKAGE_ROW, LEAKAGE_STEPS, LOSS_CHARTS_ROW, type LeakageStep } from './layout';

const number = (key: string, numberFormat: string): ResultColumn<LeakageStep> => ({
  key,
  numberFormat,
  align: 'Right',
});

const LEAKAGE: ResultTable<LeakageStep> = {
  row: LEAKAGE_ROW,
  title: 'From eligible patients to cash, active scenario',
  header: FORMATS.header,
  headerHeight: 34,
  columns: [
    { key: 'step' },
    number('patientMonths', NUMBER_FORMATS.whole),
    number('dollars', NUMBER_FORMATS.dollars),
    number('patientMonthsLost', NUMBER_FORMATS.whole),
    number('dollarsLost', NUMBER_FORMATS.dollars),
    number('lostRate', NUMBER_FORMATS.percent),
    { key: 'lostTo', indent: 1, format: FORMATS.muted },
  ],
  rows: LEAKAGE_STEPS,
  spill: `PPPM.LEAKAGE(${MODEL_ARGUMENTS},${NAMES.scenario},,,,${NAMES.stamp})`,
  ruled: true,
  isTotal: (step) => step === 'collected',
};

const placed = placeResults(LEAKAGE);

/** Dollars of a step. */
export const dollarsOf = (step: LeakageStep): string =>
  reference({ sheet: COMPARE, area: placed.cell('dollars', step) });

/**
 * What those who are enrolled lose on the way: with what reaches the step it is as high as the step before. Eligible
 * patients who are not enrolled are many times that, and stand beside the chart.
 */
const STEPS_OF_CHART = ['enrolled', 'billable', 'claimed', 'paid', 'collected'] as const satisfies LeakageStep[];
const LOST_FOR_CHART: ResultTable<LeakageStep> = {
  row: placed.cell('step', 'enrolled').row - 1,
  column: 10,
  header: FORMATS.remark,
  columns: [
    {
      key: 'lost',
      header: 'Lost, for the chart',
      align: 'Right',
      numberFormat: NUMBER_FORMATS.dollars,
      cell(step) {
        const lost = fixed(placed.cell('dollarsLost', step));
        return step === 'enrolled' ? 0 : formula(`IF(ISNUMBER(${lost}),${lost},"")`);
      },
    },
  ],
  rows: STEPS_OF_CHART,
  format: FORMATS.remark,
};

function drawEligible(sheet: SheetDraft): void {
  const [eligible, enrolled] = (['eligible', 'enrolled'] as const).map((step) => fixed(placed.cell('dollars', step)));
  const reached = `TEXT(${enrolled}/${eligible},"0.0%")`;
  sheet
    .put(LOSS_CHARTS_ROW - 1, FROZEN_COLUMNS, [
      [
        formula(
          `IF(N(${eligible})>0,"Not in the chart: all who are eligible would be "&TEXT(${eligible},"$#,##0")&"; those enrolled are "&${reached}&" of that.","")`,
        ),
      ],
    ])
    .format(area(LOSS_CHARTS_ROW - 1, FROZEN_COLUMNS), FORMATS.remark);
}

/** The last column's texts run on into two more, and header and lines with them. */
function drawRoomOfTexts(sheet: SheetDraft): void {
  const { row, column, rows, columns } = placed.area;
  const beyond = area(row, column + columns, rows, 2);
  sheet.format({ ...beyond, rows: 1 }, FORMATS.header);
  sheet.format({ ...beyond, row: row + 1, rows: rows - 1 }, { bottom: THIN_LINE });
}

export function drawLeakage(sheet: SheetDraft): void {
  drawResults(sheet, LEAKAGE);
  const chart = drawResults(sheet, LOST_FOR_CHART);
  const stepsOf = ({ row, column }: Area): Place => ({
    sheet: COMPARE,
    area: area(row, column, STEPS_OF_CHART.length, 1),
  });
  const ofTable = (key: string): Place => stepsOf(placed.cell(key, STEPS_OF_CHART[0]));
  drawRoomOfTexts(sheet);
  drawEligible(sheet);
  sheet.chart({
    name: 'Leakage',
    title: 'Dollars from enrolled to collected',
    kind: 'ColumnStacked',
    categories: ofTable('step'),
    series: [
      { name: 'Reach the step', color: SERIES_COLORS[0], ...ofTable('dollars') },
      { name: 'Lost on the way to it', color: SERIES_COLORS[2], ...stepsOf(chart.data('lost')) },
    ],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(LOSS_CHARTS_ROW, 0, CHART_ROWS, 3),
  });
}
