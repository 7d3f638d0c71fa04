/** The tables of a model as worksheet functions receive them. */
import { forecastOf, type Forecast } from '../../forecast/forecast';
import type { Range } from '../../tables/reading/read-model';
import { isNotGiven } from './number-grid';

/** What the tables forecast. */
export const forecastOfArguments = (
  panel: unknown,
  payerMix: unknown,
  costs: unknown,
  settings?: unknown,
  scenarios?: unknown,
  changes?: unknown,
  actuals?: unknown,
): Forecast =>
  forecastOf({
    panel: tableOf(panel),
    payerMix: tableOf(payerMix),
    costs: tableOf(costs),
    settings: tableOf(settings),
    scenarios: tableOf(scenarios),
    changes: tableOf(changes),
    actuals: tableOf(actuals),
  });

/** A table as its cells; null where it is left out. */
export function tableOf(argument: unknown): Range | null {
  if (isNotGiven(argument)) return null;
  const rows: unknown[] = Array.isArray(argument) ? argument : [argument];
  return (rows.every(Array.isArray) ? rows : rows.map((row) => (Array.isArray(row) ? row : [row]))) as Range;
}
