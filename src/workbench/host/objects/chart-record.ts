import type { ChartSpec } from '../../grid/grid';
import { attributes } from '../properties';
import type { Chart } from './chart';

/** A property of a part of a chart that stands in the chart's own record. */
export const chartRecord = attributes<{ chart: Chart }, ChartSpec>(
  ({ chart }, key) => chart.spec()[key],
  ({ chart }, change) => chart.edit((spec) => Object.assign(spec, change)),
);
