/** Whole units. Compared by hand, which is faster than `Math.max` where a month does little else. */
import { WHOLE_UNIT_NOISE } from './tolerances';

/** Whole units that make up for a fraction of a need; what rounding leaves above a whole number buys no further one. */
export const wholeAbove = (units: number, need: number): number =>
  Math.ceil(units - WHOLE_UNIT_NOISE * (need > 1 ? need : 1));

/** Whole units for a number of patients, never fewer than the minimum. */
export function wholeUnits(patients: number, patientsPerUnit: number, minimum: number): number {
  const units = patients / patientsPerUnit;
  const whole = wholeAbove(units, units);
  return whole > minimum ? whole : minimum;
}
