import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { wholeUnits } from '../engine/math/whole-units';
import { AT_LEAST_ZERO, broadcast, numbers, numbersOr } from './arguments/number-grid';

/**
 * Units (nurses, licenses, devices) needed for a number of patients: whole units, never fewer than the minimum.
 *
 * @customfunction STAFFING
 * @category Cost and capacity
 * @helpurl help/STAFFING.html
 * @param patients Patients to serve: one number or a range.
 * @param patientsPerUnit Patients one unit serves, above 0.
 * @param [minimum] Fewest units, however few patients; blank = none.
 * @param [increment] Smallest step of units, e.g. 0.5 for half-time nurses; blank = 1.
 * @returns Units needed, in the shape of the inputs.
 * @throws Patients per unit of 0, a negative number, text, or ranges of different shapes.
 * @example
 * =PPPM.STAFFING({140,150,151}, 150)
 * → {1,1,2}
 * @example
 * =PPPM.STAFFING(190, 150, 1, 0.5)
 * → 1.5
 */
export function staffing(
  patients: unknown[][],
  patientsPerUnit: unknown[][],
  minimum?: unknown[][],
  increment?: unknown[][],
): number[][] {
  const served = numbers('patients', patients, AT_LEAST_ZERO);
  const size = numbers('patientsPerUnit', patientsPerUnit, AT_LEAST_ZERO);
  const unsized = size.values.indexOf(0);
  if (unsized >= 0)
    throw new InputError(messages.notPositive('patientsPerUnit', 150, messages.cellOf(unsized, size.values.length)));
  const fewest = numbersOr('minimum', minimum, AT_LEAST_ZERO, 0);
  const step = numbersOr('increment', increment, AT_LEAST_ZERO, 1);
  return broadcast([served, size, fewest, step], (count, perUnit, least, by) =>
    Math.max(least, wholeUnits(count, perUnit * by, 0) * by),
  );
}
