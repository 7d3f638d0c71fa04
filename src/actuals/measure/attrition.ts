/** Attrition of a program: cause rates, payers' multipliers, and early drop-off told apart from them by tenure. */
import { NORMAL_POINT, shareInterval } from '../statistics/interval';
import { monthEffect } from '../statistics/month-effect';
import { Tally } from '../statistics/tally';
import { blend, notMeasured, share, type Estimate } from './estimate';
import { meanOrNothing, MULTIPLIER_STRENGTH, type Prior } from './prior';
import type { Spell } from './spells';

export const CAUSES = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const;

export interface AttritionPriors {
  readonly causes: readonly Prior[];
  readonly early: Prior;
  /** By payer. */
  readonly multipliers: readonly Prior[];
}

export interface Attrition {
  readonly causes: readonly Estimate[];
  readonly early: Estimate;
  readonly multipliers: readonly Estimate[];
  /** How many times more leavers vary by month than chance lets them. */
  readonly monthEffect: number;
  readonly leavers: Leavers;
}

/** Who could leave and who did, from the first month on. */
export interface Leavers {
  /** By payer: patient-months in the month after joining, and in all later ones. */
  readonly firstMonths: readonly number[];
  readonly laterMonths: readonly number[];
  /** Who left in the month after joining, for whatever reason. */
  readonly early: number;
  /** Who left later, by payer, by cause, and without a known cause. */
  readonly byPayer: readonly number[];
  readonly byCause: readonly number[];
  readonly unknown: number;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** @param first the first month of exposure; null where nobody left, so that there is none */
export function attrition(
  spells: readonly Spell[],
  payers: number,
  first: number | null,
  asOf: number,
  priors: AttritionPriors,
): Attrition {
  const byMonth = new Tally();
  const leavers = leaversOf(spells, payers, first ?? Infinity, asOf, priors.multipliers, byMonth);
  const effect = monthEffect(byMonth);
  /** Later patient-months, each payer's at its multiplier: what the cause rates are of. */
  const exposure = sumOf(leavers.laterMonths.map((months, s) => months * priors.multipliers[s].mean));
  const causes = causeRates(leavers, exposure, effect, priors.causes);
  const multipliers = multipliersOf(leavers, exposure, priors.multipliers);
  const early = earlyDropOff(leavers, exposure, effect, causes, multipliers, priors);
  return { causes, early, multipliers, monthEffect: effect, leavers };
}

function leaversOf(
  spells: readonly Spell[],
  payers: number,
  first: number,
  asOf: number,
  multipliers: readonly Prior[],
  byMonth: Tally,
): Leavers {
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const [firstMonths, laterMonths, byPayer, byCause] = [
    zeros(payers),
    zeros(payers),
    zeros(payers),
    zeros(CAUSES.length),
  ];
  let early = 0;
  let unknown = 0;
  for (const { payer, joined, from, until, left, cause } of spells) {
    const begin = Math.max(first, joined + 1, from);
    const end = Math.min(left, asOf, until);
    if (end < begin) continue;
    const inFirst = begin === joined + 1 ? 1 : 0;
    firstMonths[payer] += inFirst;
    laterMonths[payer] += end - begin + 1 - inFirst;
    for (let t = begin + inFirst; t <= end; t++) byMonth.add(t, t === left ? 1 : 0, multipliers[payer].mean);
    if (left > end) continue;
    if (left === joined + 1) early++;
    else {
      byPayer[payer]++;
      if (cause < 0) unknown++;
      else byCause[cause]++;
    }
  }
  return { firstMonths, laterMonths, early, byPayer, byCause, unknown };
}

/** A cause's leavers per patient-month, as many as have a known cause. */
function causeRates(
  { byPayer, byCause, unknown }: Leavers,
  exposure: number,
  effect: number,
  priors: readonly Prior[],
): Estimate[] {
  const left = sumOf(byPayer);
  const known = left > 0 ? (left - unknown) / left : 1;
  if (known > 0) return byCause.map((events, k) => share(events, exposure * known, priors[k], effect, exposure));
  // No cause is known: all of them together, shared as the prior shares them.
  const mean = sumOf(priors.map(meanOrNothing));
  return priors.map((prior) => {
    const part = mean > 0 ? meanOrNothing(prior) / mean : 1 / priors.length;
    const all = share(left, exposure, { ...prior, mean }, effect);
    const times = (rate: number | null) => (rate === null ? null : rate * part);
    return {
      ...all,
      measured: times(all.measured),
      low: times(all.low),
      high: times(all.high),
      prior: prior.mean,
      blended: all.blended * part,
    };
  });
}

/**
 * A payer's part of the leavers ÷ its part of the exposure. Given how many left, how they are shared among payers is
 * binomial. Multipliers keep the mean that the prior ones have over the exposure.
 */
function multipliersOf({ byPayer, laterMonths }: Leavers, exposure: number, priors: readonly Prior[]): Estimate[] {
  const left = sumOf(byPayer);
  const rate = exposure > 0 ? left / exposure : 0;
  const expected = priors.map(({ mean }, s) => laterMonths[s] * mean * rate);
  const raw = priors.map(
    ({ mean }, s) => (mean * (MULTIPLIER_STRENGTH + byPayer[s])) / (MULTIPLIER_STRENGTH + expected[s]),
  );
  const mean = sumOf(raw.map((multiplier, s) => laterMonths[s] * multiplier));
  const scale = exposure > 0 ? exposure / mean : 1;
  return priors.map((prior, s) => {
    const blended = raw[s] * scale;
    if (!(left > 0 && laterMonths[s] > 0)) return { ...notMeasured(prior), blended };
    const unit = exposure / laterMonths[s];
    const [low, high] = shareInterval(byPayer[s], left);
    const measured = (byPayer[s] / left) * unit;
    const estimate = blend(measured, [low * unit, high * unit], laterMonths[s], expected[s], {
      ...prior,
      strength: MULTIPLIER_STRENGTH,
    });
    return { ...estimate, blended };
  });
}

/**
 * Who leaves in the month after joining, less those whom the other causes take of them. Reasons in that month are not
 * reliable, and the fitted losses add to the leavers; so tenure decides.
 */
function earlyDropOff(
  { firstMonths, early }: Leavers,
  exposure: number,
  effect: number,
  causes: readonly Estimate[],
  multipliers: readonly Estimate[],
  priors: AttritionPriors,
): Estimate {
  const joined = sumOf(firstMonths);
  if (!(joined > 0)) return notMeasured(priors.early);
  const leaving = early / joined;
  const rate = sumOf(causes.map(({ blended }) => blended));
  const multiplier = sumOf(firstMonths.map((months, s) => months * multipliers[s].blended)) / joined;
  const base = rate * multiplier;
  const meanOfPriors = sumOf(priors.causes.map(meanOrNothing));
  const strength = sumOf(priors.causes.map((prior) => meanOrNothing(prior) * prior.strength)) / (meanOfPriors || 1);
  const deviation = multiplier * Math.sqrt((rate * (1 - rate)) / (exposure / effect + strength + 1));
  const [low, high] = shareInterval(early, joined);
  const measured = Math.max(0, leaving - base);
  // Two uncertainties, of the leavers and of what the causes take, go together as the sides of a right angle.
  const interval = [
    Math.max(0, leaving - base - Math.hypot(leaving - low, NORMAL_POINT * deviation)),
    Math.min(1, Math.max(0, leaving - base + Math.hypot(high - leaving, NORMAL_POINT * deviation))),
  ] as const;
  // Half a leaver more, so that none, or fewer than the causes take, still has a variance.
  const smoothed = (early + 0.5) / (joined + 1);
  const share = Math.max(smoothed - base, 0.5 / (joined + 1));
  const effective = (share * (1 - share)) / ((smoothed * (1 - smoothed)) / joined + deviation ** 2);
  return blend(measured, interval, joined, effective, priors.early);
}
