/** A chart over the months of the forecast. */
import type { ChartPlan } from '../plan/plan';
import { NUMBER_FORMATS } from './look';

/** Rows that a chart takes beside others. */
export const CHART_ROWS = 17;

export const monthlyChart = (chart: Omit<ChartPlan, 'categoryFormat'>): ChartPlan => ({
  ...chart,
  categoryFormat: NUMBER_FORMATS.month,
});
