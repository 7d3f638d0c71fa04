/** When growth makes something necessary: the first month that reaches a threshold, less the time until it is there. */
import { lineByKey } from '../engine/model/lines';
import type { Forecast } from '../forecast/forecast';
import type { Milestone } from '../tables/reading/read-milestones';

export interface Due {
  /** The first month, counted from 1, in which the line reaches the threshold. */
  needed: number;
  /** The month to order in; less than 1 lies before the forecast. */
  due: number;
}

/** @returns null where the threshold is never reached */
export function dueOf(series: ArrayLike<number>, threshold: number, leadMonths: number): Due | null {
  // What rounding takes away keeps nobody below a threshold.
  const least = threshold - 1e-9 * Math.abs(threshold);
  for (let t = 0; t < series.length; t++) if (series[t] >= least) return { needed: t + 1, due: t + 1 - leadMonths };
  return null;
}

/** @param scenario null for none */
export const dueIn = (
  forecast: Forecast,
  { line, program, threshold, leadMonths }: Milestone,
  scenario: string | null,
): Due | null => dueOf(forecast.statement(scenario, program).series[line], threshold, leadMonths);

/** Active patients of CCM ≥ 1500 */
export const triggerText = (
  { line, program, threshold }: Milestone,
  shown: (threshold: number) => string = String,
): string => `${lineByKey.get(line)!.name}${program === null ? '' : ` of ${program}`} ≥ ${shown(threshold)}`;

/** The month that the cost of something due is charged from: the one to order in, or the first that is still to come. */
export const chargedFrom = ({ due }: Due, monthsOver: number): number => Math.max(due, monthsOver + 1);
