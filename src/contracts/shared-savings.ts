/**
 * Shared savings: the practice gets a part of what its patients cost less than the benchmark, and owes a part of what
 * they cost more. Cliffs are those of the rule: at the minimum savings rate, at the minimum loss rate, and at the
 * quality standard.
 */
import { minimumSavingsRateOf } from './minimum-savings-rate';
import type { ContractTerms, QualityStandard } from './terms';

export type SharedSavingsTerms = Pick<
  ContractTerms,
  | 'sharingRate'
  | 'minimumSavingsRate'
  | 'minimumLossRate'
  | 'sharedFrom'
  | 'paymentLimitRate'
  | 'lossRate'
  | 'lossLimitRate'
  | 'revenueLossLimitRate'
  | 'participantRevenueRate'
  | 'lowRevenue'
  | 'qualityStandard'
  | 'qualityBar'
  | 'assignedMembers'
  | 'sequestrationRate'
>;

export interface SharedSavings {
  /** Benchmark − expenditure. */
  savings: number;
  /** Of the benchmark. */
  savingsRate: number;
  standard: QualityStandard;
  /** What the savings rate was held against. */
  minimumRate: number;
  /** Whether the minimum was reached. */
  qualifies: boolean;
  /** The sharing or loss rate applied. */
  rate: number;
  /** The part before limits; negative = owed. */
  beforeLimit: number;
  /** Most that is paid, or owed. */
  limit: number;
  /** Held back by law of what is paid. */
  sequestration: number;
  /** The practice's part; negative = owed. */
  share: number;
  /** What is left to the payer: savings − share. */
  payersPart: number;
}

/** A dollar in a trillion: what rounding takes away keeps nobody below a minimum. */
const NOISE = 1e-12;

/** @param quality the quality score, 0 to 1 */
export function sharedSavings(
  benchmark: number,
  expenditure: number,
  quality: number,
  terms: SharedSavingsTerms,
): SharedSavings {
  const savings = benchmark - expenditure;
  const standard = standardOf(quality, terms);
  const part =
    savings >= 0
      ? gain(benchmark, savings, quality, standard, terms)
      : loss(benchmark, -savings, quality, standard, terms);
  const limited = Math.min(part.beforeLimit, part.limit);
  const sequestration = savings >= 0 ? limited * terms.sequestrationRate : 0;
  const share = savings >= 0 ? limited - sequestration : 0 - limited;
  return {
    savings,
    savingsRate: benchmark > 0 ? savings / benchmark : 0,
    standard,
    ...part,
    beforeLimit: savings >= 0 ? part.beforeLimit : 0 - part.beforeLimit,
    sequestration,
    share,
    payersPart: savings - share,
  };
}

/** Met from the bar on, unless the contract says otherwise. */
export const standardOf = (
  quality: number,
  { qualityStandard, qualityBar }: Pick<ContractTerms, 'qualityStandard' | 'qualityBar'>,
): QualityStandard => qualityStandard ?? (quality >= qualityBar - NOISE ? 'met' : 'not met');

type Part = Pick<SharedSavings, 'minimumRate' | 'qualifies' | 'rate' | 'beforeLimit' | 'limit'>;

function gain(
  benchmark: number,
  savings: number,
  quality: number,
  standard: QualityStandard,
  terms: SharedSavingsTerms,
): Part {
  const minimumRate = terms.minimumSavingsRate ?? minimumSavingsRateOf(terms.assignedMembers);
  const qualifies = savings > 0 && savings >= (minimumRate - NOISE) * benchmark;
  // Only the alternative standard scales the rate by the score: with the standard met the whole rate is paid.
  const full = standard === 'met' ? terms.sharingRate : standard === 'alternative' ? terms.sharingRate * quality : 0;
  const rate = qualifies ? full : terms.lowRevenue ? full / 2 : 0;
  const shared = qualifies && terms.sharedFrom === 'minimum rate' ? savings - minimumRate * benchmark : savings;
  return {
    minimumRate,
    qualifies,
    rate,
    beforeLimit: Math.max(0, shared) * rate,
    limit: limitOf(terms.paymentLimitRate, benchmark),
  };
}

function loss(
  benchmark: number,
  losses: number,
  quality: number,
  standard: QualityStandard,
  terms: SharedSavingsTerms,
): Part {
  const minimumRate = terms.minimumLossRate;
  const qualifies = losses >= (minimumRate - NOISE) * benchmark;
  const rate = qualifies ? lossRateOf(quality, standard, terms.lossRate) : 0;
  const shared = terms.sharedFrom === 'minimum rate' ? losses - minimumRate * benchmark : losses;
  // A revenue that nobody gave limits nothing.
  const revenueLimit =
    terms.participantRevenueRate > 0
      ? limitOf(terms.revenueLossLimitRate, terms.participantRevenueRate * benchmark)
      : Infinity;
  return {
    minimumRate,
    qualifies,
    rate,
    beforeLimit: Math.max(0, shared) * rate,
    limit: Math.min(limitOf(terms.lossLimitRate, benchmark), revenueLimit),
  };
}

/** No limit is none of nothing, too. */
const limitOf = (rate: number, of: number): number => (rate === Infinity ? Infinity : rate * of);

/** The share of losses owed; without the standard the most of it. */
export function lossRateOf(quality: number, standard: QualityStandard, lossRate: ContractTerms['lossRate']): number {
  if (typeof lossRate === 'number') return lossRate;
  const { times, least, most } = lossRate;
  return standard === 'not met' ? most : Math.min(most, Math.max(least, 1 - times * quality));
}
