/** Conversion of a program: new patients of referrals. */
import { monthEffect } from '../statistics/month-effect';
import { Tally } from '../statistics/tally';
import { share, type Estimate } from './estimate';
import type { MonthlySummary } from './monthly';
import type { Prior } from './prior';
import type { Spell } from './spells';

/** What of the present inputs conversion is counted by. */
export interface EnrollmentInputs {
  /** Referrals per month as typed; null where they are not. */
  readonly referrals: number | null;
  /** Infinity for none. */
  readonly limit: number;
  /** Of who waits, the share a month that is lost. */
  readonly waitingLossRate: number;
}

export interface Conversion {
  readonly estimate: Estimate;
  readonly monthEffect: number;
  /** Months at the enrollment limit: new patients tell there only what fits. */
  readonly monthsAtLimit: readonly number[];
  /** Referrals are those typed, for none were counted. */
  readonly isByTypedReferrals: boolean;
}

/** @param spells null without a roster @param first the first month that counts */
export function conversion(
  monthly: MonthlySummary,
  payers: number,
  spells: readonly Spell[] | null,
  first: number,
  asOf: number,
  inputs: EnrollmentInputs,
  prior: Prior,
): Conversion {
  const joined = new Map<number, number>();
  for (const spell of spells ?? []) if (spell.isNew) joined.set(spell.joined, (joined.get(spell.joined) ?? 0) + 1);
  const newOf = (month: number): number | null =>
    monthly.whole('new', month, payers) ?? (spells ? (joined.get(month) ?? 0) : null);
  const counted = monthly.months.filter(
    (month) => month >= first && month <= asOf && monthly.whole('referrals', month, payers) !== null,
  );
  const isByTypedReferrals = counted.length === 0 && inputs.referrals !== null && inputs.referrals > 0;
  const months = isByTypedReferrals ? monthsFrom(first, asOf, spells, monthly) : counted;
  const byMonth = new Tally();
  const monthsAtLimit: number[] = [];
  for (const month of months) {
    const enrolled = newOf(month);
    if (enrolled === null) continue;
    const waiting = monthly.whole('waiting', month, payers);
    const waitingBefore = monthly.whole('waiting', month - 1, payers);
    const isTold = waiting !== null && waitingBefore !== null;
    if (!isTold && enrolled >= inputs.limit) {
      monthsAtLimit.push(month);
      continue;
    }
    const wanted = isTold ? enrolled + waiting - waitingBefore * (1 - inputs.waitingLossRate) : enrolled;
    byMonth.add(month, wanted, isByTypedReferrals ? inputs.referrals! : monthly.whole('referrals', month, payers)!);
  }
  const effect = monthEffect(byMonth);
  const { events, exposure } = byMonth.total;
  return { estimate: share(events, exposure, prior, effect), monthEffect: effect, monthsAtLimit, isByTypedReferrals };
}

/** Months that new patients are known of, where nobody counted referrals. */
function monthsFrom(first: number, asOf: number, spells: readonly Spell[] | null, monthly: MonthlySummary): number[] {
  if (!spells || !Number.isFinite(first)) return monthly.months.filter((month) => month >= first);
  return Array.from({ length: Math.max(0, asOf - first + 1) }, (_, i) => first + i);
}
