/**
 * A chart over the months of the forecast. Its cells are those of the longest forecast; a row on Forecast gives it the
 * months, and repeats the last one where the forecast has ended. On an axis of dates the same month is the same place,
 * so the chart ends where the forecast does, and follows another horizon by itself: cells beyond it are empty, which
 * a line leaves out and an area or a column shows as nothing. Ranges that formulas make longer cannot be given to a
 * chart through Office.js, and #N/A in the cells would be errors that no check could tell from others.
 */
import type { ChartPlan } from '../plan/plan';
import { MONTH_AXIS_FORMAT } from './look';

/** Rows that a chart takes beside others. */
export const CHART_ROWS = 17;

export const monthlyChart = (chart: Omit<ChartPlan, 'categoryFormat' | 'axis'>): ChartPlan => ({
  ...chart,
  axis: 'months',
  categoryFormat: MONTH_AXIS_FORMAT,
});
