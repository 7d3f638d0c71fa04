/** What CMS pays a Medicare Advantage plan for a member: the ground of a percent-of-premium contract. */
import { QUALITY_BONUS, REBATE_RATES } from './book/medicare-advantage';
import type { ContractTerms } from './terms';

export interface PlanPayment {
  /** After the quality bonus. */
  benchmarkPmpm: number;
  rebatePmpm: number;
  /** Before the risk score. */
  basePmpm: number;
  /** What the Trust Fund keeps of benchmark − bid. */
  keptPmpm: number;
}

/**
 * Bid + rebate, where the bid is below the benchmark; a higher bid is paid up to the benchmark, and members pay the rest.
 * @param countyBenchmarkPmpm county fee-for-service cost × the county's quartile
 */
export function planPayment(countyBenchmarkPmpm: number, bidPmpm: number, stars: number): PlanPayment {
  const benchmarkPmpm = countyBenchmarkPmpm * (stars >= QUALITY_BONUS.fromStars ? QUALITY_BONUS.factor : 1);
  const saved = Math.max(0, benchmarkPmpm - bidPmpm);
  const { rate } = REBATE_RATES.find(({ upToStars }) => stars <= upToStars)!;
  const rebatePmpm = saved * rate;
  const basePmpm = Math.min(bidPmpm, benchmarkPmpm) + rebatePmpm;
  return { benchmarkPmpm, rebatePmpm, basePmpm, keptPmpm: benchmarkPmpm - basePmpm };
}

/** Raw score ÷ normalization × (1 − coding adjustment), rounded half up to three decimals at each step, as the score is paid. */
export function paidRiskScore(
  raw: number,
  { normalizationFactor, codingAdjustment }: Pick<ContractTerms, 'normalizationFactor' | 'codingAdjustment'>,
): number {
  if (normalizationFactor === 0) return raw;
  return thousandths(thousandths(raw / normalizationFactor) * (1 - codingAdjustment));
}

/** What rounding of doubles takes from a half is given back: 1.0005 is a half. */
const thousandths = (value: number): number => Math.floor(value * 1000 + 0.5 + 1e-9) / 1000;
