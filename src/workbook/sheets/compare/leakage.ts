/** On Compare: where patients and dollars are lost on the way from eligible patients to cash. */
import { area, reference, type Place } from '../../plan/cells';
import { AXIS_FORMATS, FORMATS, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, placeResults, type ResultColumn, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { COMPARE, LEAKAGE_ROW, LEAKAGE_STEPS, LOSS_CHARTS_ROW, type LeakageStep } from './layout';

const number = (key: string, numberFormat: string): ResultColumn<LeakageStep> => ({
  key,
  numberFormat,
  align: 'Right',
});

const LEAKAGE: ResultTable<LeakageStep> = {
  row: LEAKAGE_ROW,
  title: 'From eligible patients to cash, whole forecast of the active scenario',
  header: FORMATS.header,
  headerHeight: 34,
  columns: [
    { key: 'step' },
    number('patientMonths', NUMBER_FORMATS.patients),
    number('dollars', NUMBER_FORMATS.dollars),
    number('patientMonthsLost', NUMBER_FORMATS.patients),
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

export function drawLeakage(sheet: SheetDraft): void {
  drawResults(sheet, LEAKAGE);
  const steps = LEAKAGE_STEPS.indexOf('collected') + 1;
  const firstSteps = (key: string): Place => ({ sheet: COMPARE, area: { ...placed.data(key), rows: steps } });
  sheet.chart({
    name: 'Leakage',
    title: 'Dollars that reach each step',
    kind: 'ColumnClustered',
    categories: firstSteps('step'),
    series: [{ name: 'Dollars', color: SERIES_COLORS[0], ...firstSteps('dollars') }],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(LOSS_CHARTS_ROW, 0, CHART_ROWS, 3),
  });
}
