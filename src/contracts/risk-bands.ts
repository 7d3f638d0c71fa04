/**
 * Risk bands, as in ACO REACH and LEAD: benchmark after discount, each part of the savings or losses at the share of
 * its band, then the withhold that quality earns back. No minimum and no cliff.
 */
import { bandShare } from './bands';
import type { ContractTerms } from './terms';

export type RiskBandTerms = Pick<
  ContractTerms,
  | 'discountRate'
  | 'bands'
  | 'lossBands'
  | 'withholdRate'
  | 'withholdEarned'
  | 'withholdCounts'
  | 'sequestrationRate'
  | 'advanceRate'
>;

export interface RiskBandResult {
  benchmarkAfterDiscount: number;
  /** Benchmark after discount − expenditure; with the lost withhold taken off, where it counts in the benchmark. */
  savings: number;
  /** The practice's part of it by the bands. */
  bandShare: number;
  withheld: number;
  earned: number;
  sequestration: number;
  /** The practice's part of the year: bands − withhold lost − sequestration; negative = owed. */
  share: number;
  /** What was paid through the year and is repaid. */
  advance: number;
  /** What is paid at settlement: share − advance. */
  settlement: number;
  /** What is left to the payer of benchmark − expenditure, the discount among it. */
  payersPart: number;
}

/** @param quality the quality score, 0 to 1, which earns the withhold unless the terms say how much is earned */
export function riskBands(
  benchmark: number,
  expenditure: number,
  quality: number,
  terms: RiskBandTerms,
): RiskBandResult {
  const benchmarkAfterDiscount = benchmark * (1 - terms.discountRate);
  const withheld = benchmarkAfterDiscount * terms.withholdRate;
  const earned = withheld * (terms.withholdEarned ?? quality);
  const lost = withheld - earned;
  const isInBenchmark = terms.withholdCounts === 'in the benchmark';
  const measured = benchmarkAfterDiscount - (isInBenchmark ? lost : 0);
  const savings = measured - expenditure;
  const bands = savings < 0 ? (terms.lossBands ?? terms.bands) : terms.bands;
  const byBands = bandShare(savings, benchmarkAfterDiscount, bands);
  // Sequestration is taken from what is paid, not from what is owed.
  const sequestration = Math.max(0, byBands) * terms.sequestrationRate;
  const share = byBands - (isInBenchmark ? 0 : lost) - sequestration;
  const advance = benchmark * terms.advanceRate;
  return {
    benchmarkAfterDiscount,
    savings,
    bandShare: byBands,
    withheld,
    earned,
    sequestration,
    share,
    advance,
    settlement: share - advance,
    payersPart: benchmark - expenditure - share,
  };
}
