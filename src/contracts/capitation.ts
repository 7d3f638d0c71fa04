/** Capitation: a premium a member and month, adjusted for risk, for all of the members' care. The practice bears what care costs. */
import type { ContractTerms } from './terms';

export type CapitationTerms = Pick<
  ContractTerms,
  'percentOfPremium' | 'sequestrationRate' | 'withholdRate' | 'withholdEarned'
>;

export interface Capitation {
  /** Members × premium × risk score. */
  premium: number;
  sequestration: number;
  /** The practice's percent of what is left. */
  revenue: number;
  withheld: number;
  earned: number;
  /** Revenue − withhold + what is earned of it. */
  accrued: number;
  /** What is paid in the month: revenue − withhold. */
  paid: number;
}

/**
 * @param riskScore as paid: 1 = average
 * @param quality 0 to 1, which earns the withhold unless the terms say how much is earned
 */
export function capitation(
  members: number,
  premiumPmpm: number,
  riskScore: number,
  quality: number,
  terms: CapitationTerms,
): Capitation {
  const premium = members * premiumPmpm * riskScore;
  const sequestration = premium * terms.sequestrationRate;
  const revenue = (premium - sequestration) * terms.percentOfPremium;
  const withheld = revenue * terms.withholdRate;
  const earned = withheld * (terms.withholdEarned ?? quality);
  const paid = revenue - withheld;
  return { premium, sequestration, revenue, withheld, earned, accrued: paid + earned, paid };
}
