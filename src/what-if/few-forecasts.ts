/**
 * How many forecasts a question may need: about a second's work. Until it is answered Excel answers nothing else, and
 * it restarts a runtime that is silent for 5 s.
 */
import type { Model } from '../engine/model/model';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/what-if';

/** Months of rows; 0.6 to 0.85 s on one of two cores, by the share of rows that are payers with minutes, or staff. */
const MOST_ROW_MONTHS = 5_000_000;

/** Rows of Panel, Payer mix and Costs. */
const rowsOf = ({ programs, payers, costs }: Model): number => programs.length + payers.length + costs.length;

/** Of one question to this model. */
export const mostForecasts = (model: Model): number =>
  Math.max(1, Math.floor(MOST_ROW_MONTHS / (rowsOf(model) * model.months)));

/**
 * @param advice what to do to need fewer
 * @throws InputError
 */
export function requireFewForecasts(model: Model, forecasts: number, advice: string): void {
  const most = mostForecasts(model);
  if (forecasts > most)
    throw new InputError(messages.tooManyForecasts(forecasts, rowsOf(model), model.months, most, advice));
}
