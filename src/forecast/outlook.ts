/** What the form's practice would earn: the engine's own forecast of the very tables that Build writes. */
import type { ModelTables } from '../tables/reading/read-model';
import { forecastOf } from './forecast';

export interface Outlook {
  scenario: string;
  months: number;
  allowedRevenue: number;
  margin: number;
  marginRate: number;
  closingPatients: number;
  /** The deepest point of cumulative cash, 0 when the practice never has to put money in, and its month (1 = first). */
  cashNeed: { amount: number; month: number } | null;
  /** First month from which cumulative cash stays at or above zero; null when it does not within the forecast. */
  paidBackMonth: number | null;
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
    cashNeed: cashNeed(series.cumulativeCash),
    paidBackMonth: paidBackMonth(series.cumulativeCash),
    monthlyRevenue: series.allowedRevenue,
    monthlyCost: series.totalCost,
  };
}

function cashNeed(cumulativeCash: Float64Array): Outlook['cashNeed'] {
  const lowest = Math.min(...cumulativeCash);
  return lowest < 0 ? { amount: -lowest, month: cumulativeCash.indexOf(lowest) + 1 } : null;
}

function paidBackMonth(cumulativeCash: Float64Array): number | null {
  let last = cumulativeCash.length;
  while (last > 0 && cumulativeCash[last - 1] >= 0) last--;
  return last < cumulativeCash.length ? last + 1 : null;
}
