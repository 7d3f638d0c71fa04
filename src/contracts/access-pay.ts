/**
 * ACCESS: an amount a patient and twelve months of a track. Half is paid month by month, the rest as outcomes earn it;
 * of two reductions, for outcomes and for care bought elsewhere, the larger one counts.
 */
import { COINSURANCE } from '../rates/payment';
import type { ContractTerms } from './terms';

export type AccessTerms = Pick<
  ContractTerms,
  | 'carePeriod'
  | 'initialAmount'
  | 'followOnAmount'
  | 'withholdRate'
  | 'outcomeThreshold'
  | 'mostOutcomeAdjustment'
  | 'outcomeAdjustmentOf'
  | 'substituteThreshold'
  | 'mostSubstituteAdjustment'
  | 'secondTrack'
  | 'secondTrackRate'
  | 'rural'
  | 'ruralAmount'
  | 'ruralPer'
  | 'coinsuranceCollected'
>;

export const MONTHS_OF_CARE = 12;

export interface AccessPay {
  /** What is allowed for twelve months if all is earned. */
  allowed: number;
  /** Paid in each of the twelve months. */
  monthly: number;
  withheld: number;
  /** Of the allowed amount, each. */
  outcomeAdjustment: number;
  substituteAdjustment: number;
  /** The larger of the two. */
  adjustment: number;
  /** Allowed for twelve months after the adjustment. */
  total: number;
  /** Total − the twelve months paid. */
  reconciliation: number;
  /** The patients' coinsurance that is not collected. */
  waived: number;
  /** Total − waived. */
  collected: number;
}

/** $ a patient and twelve months; null where the track has no such period. */
export function allowedAmount(terms: AccessTerms): number | null {
  const isInitial = terms.carePeriod === 'initial';
  const amount = isInitial ? terms.initialAmount : terms.followOnAmount;
  if (amount === null) return null;
  const rural = terms.rural && isInitial ? terms.ruralAmount * (terms.ruralPer === 'month' ? MONTHS_OF_CARE : 1) : 0;
  return (amount + rural) * (terms.secondTrack ? 1 - terms.secondTrackRate : 1);
}

/**
 * @param attainment share of patients who meet all targets of the track; missing data count as not met
 * @param withoutSubstitutes share of patients without a listed service from somebody else
 */
export function accessPay(
  patients: number,
  attainment: number,
  withoutSubstitutes: number,
  terms: AccessTerms,
): AccessPay {
  const allowed = patients * (allowedAmount(terms) ?? 0);
  const base = terms.outcomeAdjustmentOf === 'withhold' ? terms.withholdRate : 1;
  const outcomeAdjustment = base * missed(attainment, terms.outcomeThreshold, terms.mostOutcomeAdjustment);
  const substituteAdjustment = missed(withoutSubstitutes, terms.substituteThreshold, terms.mostSubstituteAdjustment);
  const adjustment = Math.max(outcomeAdjustment, substituteAdjustment);
  const total = allowed * (1 - adjustment);
  const withheld = allowed * terms.withholdRate;
  const paid = allowed - withheld;
  const waived = total * COINSURANCE * (1 - terms.coinsuranceCollected);
  return {
    allowed,
    monthly: paid / MONTHS_OF_CARE,
    withheld,
    outcomeAdjustment,
    substituteAdjustment,
    adjustment,
    total,
    reconciliation: total - paid,
    waived,
    collected: total - waived,
  };
}

/** The share by which a threshold is missed, up to the most. */
const missed = (reached: number, threshold: number, most: number): number =>
  threshold > 0 ? Math.min(most, Math.max(0, 1 - reached / threshold)) : 0;
