/** What the form's practice would earn: the engine's own forecast of the very tables that Build writes. */
import { fundingOf, type Funding } from '../engine/analysis/funding';
import type { ModelTables } from '../tables/reading/read-model';
import { forecastOf } from './forecast';

export interface Outlook extends Funding {
  scenario: string;
  months: number;
  allowedRevenue: number;
  margin: number;
  marginRate: number;
  closingPatients: number;
  monthlyRevenue: Float64Array;
  monthlyCost: Float64Array;
}

export function outlook(tables: ModelTables, scenario: string): Outlook | null {
  const forecast = forecastOf(tables);
  if (forecast.inputs.errors.length) return null;
  const { total } = forecast.projection(scenario);
  const { series, totals } = total;
  return {
    scenario,
    months: total.months,
    allowedRevenue: totals.allowedRevenue,
    margin: totals.margin,
    marginRate: totals.marginRate,
    closingPatients: totals.closingPatients,
    ...fundingOf(series.cumulativeCash),
    monthlyRevenue: series.allowedRevenue,
    monthlyCost: series.totalCost,
  };
}
