import { WHOLE_UNIT_NOISE } from './tolerances';

/** Whole units that make up for a fraction of a need; what rounding leaves above a whole number buys no further one. */
export const wholeAbove = (units: number, need: number): number =>
  Math.ceil(units - WHOLE_UNIT_NOISE * Math.max(1, need));

/** Whole units for a number of patients, never fewer than the minimum. */
export function wholeUnits(patients: number, patientsPerUnit: number, minimum: number): number {
  const units = patients / patientsPerUnit;
  return Math.max(minimum, wholeAbove(units, units));
}
