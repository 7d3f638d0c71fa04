/** Where a stamp is given, the first cell of an answer says what the answer is of. */
import { originOf } from '../../forecast/fingerprint';
import type { Forecast } from '../../forecast/forecast';
import { nameOf } from './text-argument';

/** @param answer with a header row, whose first cell gives way */
export function stamped(answer: unknown[][], forecast: Forecast, scenario: string | null, stamp: unknown): unknown[][] {
  const given = nameOf('stamp', stamp);
  if (given !== null) answer[0][0] = originOf(scenario, forecast.fingerprint, given);
  return answer;
}

export const isStamped = (stamp: unknown): boolean => nameOf('stamp', stamp) !== null;
