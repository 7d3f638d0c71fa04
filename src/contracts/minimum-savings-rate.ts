/** The minimum savings rate of one-sided MSSP tracks, by assigned members: straight lines between the ends of the rows. */
import { ONE_SIDED_MINIMUM } from './book/one-sided-minimum';

/** Below this many there is no rate. */
export const FEWEST_ASSIGNED = ONE_SIDED_MINIMUM[0].from;

/** @returns Infinity below the fewest: nothing is shared. */
export function minimumSavingsRateOf(assignedMembers: number): number {
  const members = Math.floor(assignedMembers);
  const row = ONE_SIDED_MINIMUM.find(({ from, to }) => members >= from && members <= to);
  if (!row) return Infinity;
  if (row.to === Infinity) return row.rateAtFrom;
  return row.rateAtFrom - ((row.rateAtFrom - row.rateAtTo) * (members - row.from)) / (row.to - row.from);
}
