/** Minutes of service of a payer's patients: their mean, and how they spread between patient-months. */
import type { BillingBasis } from '../../engine/model/model';
import { studentPoint } from '../statistics/student';
import { activeMonths, monthsWithin } from './active';
import { aroundLogarithm, blend, clusteredAmount, notMeasured, type Estimate } from './estimate';
import type { Prior } from './prior';
import type { Spell } from './spells';

/** Minutes of a patient in a month; who is not in the log has none. */
export type MinutesLog = ReadonlyMap<string, number>;
export const logKey = (patient: number, month: number): string => `${patient} ${month}`;

export interface MinutesEstimates {
  readonly mean: Estimate;
  readonly cv: Estimate;
  /** Minutes of the patient-months in which the patient stayed throughout. */
  readonly stayed: readonly number[];
}

/** @param first the first month of the log, or of exposure if that is later */
export function minutesOf(
  spells: readonly Spell[],
  payer: number,
  log: MinutesLog,
  first: number,
  asOf: number,
  basis: BillingBasis,
  priors: { readonly mean: Prior; readonly cv: Prior },
): MinutesEstimates {
  const active = activeMonths(spells, payer, first, asOf, basis);
  const byPatient = new Map<number, Moments>();
  const stayed: number[] = [];
  for (const spell of spells) {
    if (spell.payer !== payer) continue;
    const { patient, joined, left } = spell;
    const { begin, end } = monthsWithin(spell, first, asOf);
    for (let month = begin; month <= end; month++) {
      const minutes = log.get(logKey(patient, month)) ?? 0;
      active.add(patient, minutes, 0);
      if (month === joined || month === left) continue;
      stayed.push(minutes);
      const moments = byPatient.get(patient) ?? { months: 0, sum: 0, squares: 0 };
      moments.months++;
      moments.sum += minutes;
      moments.squares += minutes ** 2;
      byPatient.set(patient, moments);
    }
  }
  return { mean: clusteredAmount(active, priors.mean), cv: spread([...byPatient.values()], priors.cv), stayed };
}

interface Moments {
  months: number;
  sum: number;
  squares: number;
}

/**
 * Standard deviation ÷ mean of patient-months. The square of a mean that is itself uncertain is too large by its
 * variance, which is taken off. The interval is one of the logarithm, from each patient's influence on the figure.
 */
export function spread(patients: readonly Moments[], prior: Prior): Estimate {
  const total = (key: keyof Moments) => patients.reduce((sum, moments) => sum + moments[key], 0);
  const n = total('months');
  const mean = total('sum') / n;
  const meanSquare = total('squares') / n;
  const variance = meanSquare - mean ** 2;
  if (!(n > 1 && mean > 0 && variance > 0) || patients.length < 2) return notMeasured(prior);
  let [ofMean, ofSpread, weights] = [0, 0, 0];
  for (const { months, sum, squares } of patients) {
    const rest = 1 - months / n;
    ofMean += (sum - months * mean) ** 2 / rest;
    const influence =
      ((squares - months * meanSquare) / mean ** 2 - (2 * meanSquare * (sum - months * mean)) / mean ** 3) /
      ((2 * variance) / mean ** 2);
    ofSpread += influence ** 2 / rest;
    weights += months ** 2;
  }
  const squareOfMean = Math.max(mean ** 2 - ofMean / n ** 2, mean ** 2 / 4);
  const cv = Math.sqrt((meanSquare - squareOfMean) / squareOfMean);
  // A spread is learned half as fast as a mean.
  const freedom = Math.max(1, (n ** 2 / weights - 1) / 2);
  const width = (studentPoint(freedom) * Math.sqrt(ofSpread)) / n;
  return blend(cv, aroundLogarithm(cv, width), n, n, prior);
}
