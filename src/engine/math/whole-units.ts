import { WHOLE_UNIT_NOISE } from './tolerances';

/** Whole units for a number of patients, never fewer than the minimum. Rounding noise above a whole number buys no further unit. */
export function wholeUnits(patients: number, patientsPerUnit: number, minimum: number): number {
  const units = patients / patientsPerUnit;
  return Math.max(minimum, Math.ceil(units - WHOLE_UNIT_NOISE * Math.max(1, units)));
}
