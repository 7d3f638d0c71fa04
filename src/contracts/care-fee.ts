/** A payer's fee a member and month for managing care: a part of it at risk, an upside from savings, a vendor's share. */
import type { ContractTerms } from './terms';

export type CareFeeTerms = Pick<
  ContractTerms,
  'withholdRate' | 'withholdEarned' | 'sharingRate' | 'savingsThreshold' | 'upsideLimit' | 'vendorShare' | 'vendorPmpm'
>;

export interface CareFee {
  fees: number;
  withheld: number;
  earned: number;
  /** Paid in the month: fees − withhold. */
  paid: number;
  savings: number;
  /** Share of the savings beyond the threshold. */
  upside: number;
  /** Fees − withhold + earned + upside. */
  revenue: number;
  vendor: number;
  /** Revenue − vendor. */
  kept: number;
  /** Savings − revenue: what the payer is left with. */
  payersPart: number;
}

/**
 * @param quality 0 to 1, which earns the part at risk unless the terms say how much is earned
 * @param baseline what the members would have cost
 * @param actual what they cost
 */
export function careFee(
  members: number,
  feePmpm: number,
  quality: number,
  baseline: number,
  actual: number,
  terms: CareFeeTerms,
): CareFee {
  const fees = members * feePmpm;
  const withheld = fees * terms.withholdRate;
  const earned = withheld * (terms.withholdEarned ?? quality);
  const savings = baseline - actual;
  const shared = Math.max(0, savings - terms.savingsThreshold * baseline) * terms.sharingRate;
  // Without a limit nothing is multiplied by infinity: no fees and no limit is not a number.
  const upside = terms.upsideLimit === Infinity ? shared : Math.min(shared, terms.upsideLimit * fees);
  const paid = fees - withheld;
  const revenue = paid + earned + upside;
  const vendor = revenue * terms.vendorShare + members * terms.vendorPmpm;
  return {
    fees,
    withheld,
    earned,
    paid,
    savings,
    upside,
    revenue,
    vendor,
    kept: revenue - vendor,
    payersPart: savings - revenue,
  };
}
