/** Days to pay from what a payer owes, where no claims tell them: the allowed revenue of how many days is open. */
import { DAYS_PER_MONTH } from '../../engine/math/calendar';
import { fold } from '../../tables/reading/nearest';
import type { Aging, Names, Summary } from '../rows';
import { blend, notMeasured, type Estimate } from './estimate';
import type { Prior } from './prior';

/** What is owed now was earned lately. */
const LATEST_MONTHS = 3;

/**
 * 30 × receivable ÷ (collected share × mean allowed of the last three months), of a payer in all its programs: an aging
 * report names none. Each month counts as one of the payments that the pattern is weighed by.
 * @param collected the share of what is allowed that is collected at all
 */
export function daysOfAging(
  aging: Aging,
  { months, payers, figures: { allowed } }: Summary,
  payer: string,
  asOf: number,
  collected: number,
  prior: Prior,
): Estimate {
  const [owes, earns] = [isOf(aging.payers, payer), isOf(payers, payer)];
  let owed: number | null = null;
  aging.payers.rows.forEach((_, row) => {
    if (owes(row)) owed = (owed ?? 0) + aging.owed.reduce((sum, bucket) => sum + bucket[row], 0);
  });
  const byMonth = new Map<number, number>();
  months.forEach((month, row) => {
    if (earns(row) && month <= asOf && month > asOf - LATEST_MONTHS && !Number.isNaN(allowed[row]))
      byMonth.set(month, (byMonth.get(month) ?? 0) + allowed[row]);
  });
  const revenue = [...byMonth.values()].reduce((sum, cents) => sum + cents, 0) / byMonth.size;
  if (owed === null || !(revenue * collected > 0)) return notMeasured(prior);
  const days = Math.max(0, (DAYS_PER_MONTH * owed) / (collected * revenue));
  return blend(days, [null, null], byMonth.size, byMonth.size, prior);
}

/** Whether a row is the payer’s. */
function isOf({ names, rows }: Names, payer: string): (row: number) => boolean {
  const same = names.map((name) => fold(name) === fold(payer));
  return (row) => rows[row] >= 0 && same[rows[row]];
}
