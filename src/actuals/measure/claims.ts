/** Clean claims, appeals, overturned denials, what is allowed and what of it is collected: of payers of a program. */
import { monthEffect } from '../statistics/month-effect';
import { Tally } from '../statistics/tally';
import type { ClaimMonth } from './claim-months';
import { development, ripeAge } from './development';
import { clusteredAmount, clusteredShare, share, type Estimate } from './estimate';
import type { Prior } from './prior';

/** First decisions have come by 99%, appeals, which take longer, by 95%. */
const FIRST_DECISIONS = 0.99;
const APPEALS = 0.95;

export interface RipeAges {
  /** Months of service at least this old have their first decisions, and their appeals'. */
  readonly decisions: number;
  readonly appeals: number;
}

const isPaid = ({ status }: ClaimMonth): boolean => status === 'paid' || status === 'paid on appeal';
/** Paid in a month that is known. */
export const isSettled = (claim: ClaimMonth): claim is ClaimMonth & { decided: number } =>
  isPaid(claim) && claim.decided !== null;

/** @param claims of all payers of the program; younger months of service have shown their quick decisions only */
export function ripeAges(claims: readonly ClaimMonth[], first: number, asOf: number): RipeAges {
  const ripe = (level: number, ...statuses: ClaimMonth['status'][]) => {
    const arrivals = claims.flatMap(({ status, service, decided }) =>
      statuses.includes(status) && decided !== null ? [{ service, delay: decided - service, amount: 1 }] : [],
    );
    return ripeAge(development(arrivals, first, asOf), level);
  };
  const decisions = Math.max(ripe(FIRST_DECISIONS, 'paid'), ripe(FIRST_DECISIONS, 'denied', 'in appeal'));
  const appeals = Math.max(decisions, ripe(APPEALS, 'paid on appeal'), ripe(APPEALS, 'appeal lost'));
  return { decisions: Math.min(decisions, asOf - first), appeals: Math.min(appeals, asOf - first) };
}

export interface ClaimPriors {
  readonly cleanClaimRate: Prior;
  readonly appealRate: Prior;
  readonly overturnRate: Prior;
  readonly collectedRate: Prior;
  readonly allowedPppm: Prior;
}
export type ClaimDriver = keyof ClaimPriors;

export interface ClaimEstimates {
  readonly estimates: Readonly<Record<ClaimDriver, Estimate>>;
  readonly monthEffect: number;
}

/** @param claims of one payer */
export function claimRates(
  claims: readonly ClaimMonth[],
  ripe: RipeAges,
  first: number,
  asOf: number,
  priors: ClaimPriors,
): ClaimEstimates {
  const clean = new Tally();
  let [denied, appealed, judged, won] = [0, 0, 0, 0];
  for (const { status, service } of claims) {
    const age = asOf - service;
    if (status === 'pending') continue;
    if (age >= ripe.decisions) clean.add(service, status === 'paid' ? 1 : 0, 1);
    if (age < ripe.appeals || status === 'paid') continue;
    denied++;
    if (status !== 'denied') appealed++;
    if (status === 'paid on appeal') won++;
    if (status === 'paid on appeal' || status === 'appeal lost') judged++;
  }
  const effect = monthEffect(clean);
  const { events, exposure } = clean.total;
  const settled = claims.filter(isSettled);
  return {
    monthEffect: effect,
    estimates: {
      cleanClaimRate: share(events, exposure, priors.cleanClaimRate, effect),
      appealRate: share(appealed, denied, priors.appealRate),
      overturnRate: share(won, judged, priors.overturnRate),
      collectedRate: collectedRate(settled, first, asOf, priors.collectedRate),
      allowedPppm: allowedPppm(settled, priors.allowedPppm),
    },
  };
}

/** Paid ÷ allowed of the claims that are paid; only of months old enough, where a claim is paid in several months. */
function collectedRate(claims: readonly ClaimMonth[], first: number, asOf: number, prior: Prior): Estimate {
  const isInParts = claims.some(({ payments }) => payments.size > 1);
  const ripe = isInParts ? ripeAge(development(paymentsOf(claims), first, asOf), FIRST_DECISIONS) : 0;
  const money = new Tally();
  for (const { patient, service, allowed, paid } of claims)
    if (asOf - service >= ripe) money.add(patient, paid, allowed);
  return clusteredShare(money, prior, false);
}

/** Each payment of claims, with its delay. */
export const paymentsOf = (claims: readonly ClaimMonth[]) =>
  claims.flatMap(({ service, payments }) =>
    [...payments].map(([month, amount]) => ({ service, delay: month - service, amount })),
  );

function allowedPppm(claims: readonly ClaimMonth[], prior: Prior): Estimate {
  const money = new Tally();
  for (const { patient, allowed, hasPendingLine } of claims) if (!hasPendingLine) money.add(patient, allowed, 1);
  return clusteredAmount(money, prior);
}
