/** A chart over the months of the forecast. */
import type { Area, Place } from '../plan/cells';
import type { ChartPlan, ChartSeries } from '../plan/plan';
import { NUMBER_FORMATS } from './look';

/** Rows that a chart takes. */
export const CHART_ROWS = 17;

export const WHOLE_DOLLARS = '$#,##0';
export const WHOLE_PATIENTS = '#,##0';

export const monthlyChart = (
  name: string,
  title: string,
  kind: ChartPlan['kind'],
  months: Place,
  series: readonly ChartSeries[],
  valueFormat: string,
  at: Area,
): ChartPlan => ({
  name,
  title,
  kind,
  categories: months,
  series,
  valueFormat,
  categoryFormat: NUMBER_FORMATS.month,
  at,
});
