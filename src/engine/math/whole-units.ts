/**
 * Whole units for a number of patients, never fewer than the minimum. Less than one part in 10⁹ above a whole
 * number is rounding noise: it buys no further unit.
 */
export function wholeUnits(patients: number, patientsPerUnit: number, minimum: number): number {
  const units = patients / patientsPerUnit;
  return Math.max(minimum, Math.ceil(units - 1e-9 * Math.max(1, units)));
}
