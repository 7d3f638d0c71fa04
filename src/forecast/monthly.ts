/**
 * The forecast as a monthly table by program and payer: the shape that actuals come in, so that the two can be laid
 * beside each other.
 */
import type { Forecast } from './forecast';
import { cashOf } from './receipts';

export const MONTHLY_FIGURES = [
  'opening',
  'new',
  'lost',
  'closing',
  'active',
  'billable',
  'submitted',
  'paid',
  'allowed',
  'cash',
  'minutes',
  'cost',
] as const;
export type MonthlyFigure = (typeof MONTHLY_FIGURES)[number];

export interface ForecastMonth {
  /** Counted from 1. */
  readonly month: number;
  readonly program: string;
  readonly payer: string;
  /** Patients, claims, minutes and dollars. Every billable patient is a claim submitted. */
  readonly figures: Readonly<Record<MonthlyFigure, number>>;
}

/**
 * A row a program, payer and month, program by program. Minutes and cost are the program's, shared as its active patients are.
 * @param program null for all
 * @throws InputError as the forecast does
 */
export function monthlyOf(forecast: Forecast, scenario: string | null, program: string | null): ForecastMonth[] {
  const drivers = forecast.drivers(scenario);
  const { byProgram } = forecast.projection(scenario);
  const payers = forecast.byPayer(scenario);
  return drivers.programs.flatMap(({ name }, p) => {
    if (program !== null && name !== program) return [];
    const { totalCost, minutesUsed } = byProgram.get(name)!.series;
    const segments = drivers.payersOf(p);
    const active = drivers.months.map((t) => segments.reduce((sum, s) => sum + payers[s][t].active, 0));
    return segments.flatMap((s) => {
      const cash = cashOf(drivers, payers[s], p, s);
      return payers[s].map((figures, t): ForecastMonth => {
        const { opening, stayed, added } = figures;
        const share = active[t] > 0 ? figures.active / active[t] : drivers.payer('shareOfPanel', s, t);
        return {
          month: t + 1,
          program: name,
          payer: drivers.segments[s].payer,
          figures: {
            opening,
            new: added,
            lost: opening - stayed,
            closing: stayed + added,
            active: figures.active,
            billable: figures.billable,
            submitted: figures.billable,
            paid: figures.claims,
            allowed: figures.revenue,
            cash: cash[t],
            minutes: minutesUsed[t] * share,
            cost: totalCost[t] * share,
          },
        };
      });
    });
  });
}
