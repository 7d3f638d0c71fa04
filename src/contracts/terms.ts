/**
 * What a contract can be agreed on: every term there is, by one name that formulas, the book and the Contracts table
 * share. Rates are fractions; a rate “of the benchmark” is a share of its dollars.
 */
import type { Bands } from './bands';

export type QualityStandard = 'met' | 'alternative' | 'not met';

/** 1 − times × quality, between the least and the most. */
export interface LossRateByQuality {
  times: number;
  least: number;
  most: number;
}

export interface ContractTerms {
  // Shared savings.
  /** Share of savings paid where the quality standard is met. */
  sharingRate: number;
  /** Savings below this share of the benchmark are not shared. Null = by assigned members (one-sided). */
  minimumSavingsRate: number | null;
  /** Losses below this share of the benchmark are not shared. */
  minimumLossRate: number;
  /** Once the minimum is reached: all savings or losses, or those beyond the minimum. */
  sharedFrom: 'first dollar' | 'minimum rate';
  /** Most that is paid, of the benchmark. */
  paymentLimitRate: number;
  /** Share of losses owed; a formula of quality in MSSP ENHANCED. */
  lossRate: number | LossRateByQuality;
  /** Most that is owed, of the benchmark. */
  lossLimitRate: number;
  /** Most that is owed, of the participants' own revenue. */
  revenueLossLimitRate: number;
  /** The participants' own Part A and B revenue, as a share of the benchmark; 0 = not known, so it limits nothing. */
  participantRevenueRate: number;
  /** Below the minimum savings rate half the sharing rate is paid. */
  lowRevenue: boolean;
  /** Null = met where quality reaches the bar. */
  qualityStandard: QualityStandard | null;
  /** Quality score from which the standard is met; 0 = always. */
  qualityBar: number;
  /** Whether the contract asks for a quality score at all. */
  asksForQuality: boolean;
  /** Members that a one-sided minimum savings rate goes by; 0 = those of the contract. */
  assignedMembers: number;

  // Risk bands.
  discountRate: number;
  bands: Bands;
  /** Null = as the bands of savings. */
  lossBands: Bands | null;
  /** Whether the earned part of the withhold joins the settlement after the bands, or the benchmark before them. */
  withholdCounts: 'after the bands' | 'in the benchmark';
  /** Paid through the year, of the benchmark, and repaid at settlement. */
  advanceRate: number;

  // Capitation.
  percentOfPremium: number;
  /** Divides a raw risk score; 0 = the score is as paid. */
  normalizationFactor: number;
  codingAdjustment: number;
  /** The plan's bid; 0 = the premium is what is paid. */
  bidPmpm: number;
  starRating: number;

  // Held back and earned, in any kind.
  withholdRate: number;
  /** Share of the withhold that is earned. Null = the quality score. */
  withholdEarned: number | null;
  sequestrationRate: number;

  // ACCESS.
  carePeriod: 'initial' | 'follow-on';
  /** $ a patient and twelve months. Null = there is no such amount. */
  initialAmount: number | null;
  followOnAmount: number | null;
  outcomeThreshold: number;
  mostOutcomeAdjustment: number;
  outcomeAdjustmentOf: 'whole amount' | 'withhold';
  substituteThreshold: number;
  mostSubstituteAdjustment: number;
  secondTrack: boolean;
  secondTrackRate: number;
  rural: boolean;
  /** $ a patient, of the initial period. */
  ruralAmount: number;
  ruralPer: 'period' | 'month';
  coinsuranceCollected: number;

  // Care fee.
  feePmpm: number;
  /** Savings below this share of the baseline bring no upside. */
  savingsThreshold: number;
  /** Most upside, of the fees. */
  upsideLimit: number;
  vendorShare: number;
  vendorPmpm: number;
}

export type TermKey = keyof ContractTerms;

/** What holds where neither the model nor the user says otherwise: nothing held back, nothing shared, no limit. */
export const NO_TERMS: Readonly<ContractTerms> = {
  sharingRate: 0,
  minimumSavingsRate: 0,
  minimumLossRate: 0,
  sharedFrom: 'first dollar',
  paymentLimitRate: Infinity,
  lossRate: 0,
  lossLimitRate: Infinity,
  revenueLossLimitRate: Infinity,
  participantRevenueRate: 0,
  lowRevenue: false,
  qualityStandard: null,
  qualityBar: 0,
  asksForQuality: false,
  assignedMembers: 0,
  discountRate: 0,
  bands: [],
  lossBands: null,
  withholdCounts: 'after the bands',
  advanceRate: 0,
  percentOfPremium: 1,
  normalizationFactor: 0,
  codingAdjustment: 0,
  bidPmpm: 0,
  starRating: 0,
  withholdRate: 0,
  withholdEarned: null,
  sequestrationRate: 0,
  carePeriod: 'initial',
  initialAmount: null,
  followOnAmount: null,
  outcomeThreshold: 0,
  mostOutcomeAdjustment: 0,
  outcomeAdjustmentOf: 'whole amount',
  substituteThreshold: 0,
  mostSubstituteAdjustment: 0,
  secondTrack: false,
  secondTrackRate: 0,
  rural: false,
  ruralAmount: 0,
  ruralPer: 'period',
  coinsuranceCollected: 1,
  feePmpm: 0,
  savingsThreshold: 0,
  upsideLimit: Infinity,
  vendorShare: 0,
  vendorPmpm: 0,
};
