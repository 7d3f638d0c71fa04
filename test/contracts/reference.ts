/**
 * The second implementation of docs/contracts.md: slow, plain, step by step as the page numbers them. It shares the types
 * of the first, and no code.
 */
import { ONE_SIDED_MINIMUM } from '../../src/contracts/book/one-sided-minimum';
import type { Contract } from '../../src/contracts/statement';
import type { ContractTerms } from '../../src/contracts/terms';

type Terms = ContractTerms;

export function capitationByHand(members: number, premiumPmpm: number, riskScore: number, quality: number, t: Terms) {
  const premium = members * premiumPmpm * riskScore;
  const revenue = (premium - premium * t.sequestrationRate) * t.percentOfPremium;
  const withheld = revenue * t.withholdRate;
  const earnedShare = t.withholdEarned === null ? quality : t.withholdEarned;
  return { revenue, withheld, lost: withheld * (1 - earnedShare), paid: revenue - withheld };
}

function minimumByMembers(members: number): number {
  const whole = Math.floor(members);
  for (const { from, to, rateAtFrom, rateAtTo } of ONE_SIDED_MINIMUM) {
    if (whole < from || whole > to) continue;
    const along = to === Infinity ? 0 : (whole - from) / (to - from);
    return rateAtFrom * (1 - along) + rateAtTo * along;
  }
  return Infinity;
}

export function sharedSavingsByHand(B: number, E: number, q: number, t: Terms): number {
  const S = B - E;
  let standard = t.qualityStandard;
  if (standard === null) standard = q >= t.qualityBar - 1e-12 ? 'met' : 'not met';
  if (S >= 0) {
    let full = 0;
    if (standard === 'met') full = t.sharingRate;
    if (standard === 'alternative') full = t.sharingRate * q;
    const minimum = t.minimumSavingsRate === null ? minimumByMembers(t.assignedMembers) : t.minimumSavingsRate;
    const qualifies = S > 0 && minimum !== Infinity && S - minimum * B >= -1e-12 * B;
    let rate = 0;
    if (qualifies) rate = full;
    else if (t.lowRevenue) rate = full * 0.5;
    let shared = S;
    if (qualifies && t.sharedFrom === 'minimum rate') shared = Math.max(0, S - minimum * B);
    let limited = shared * rate;
    if (t.paymentLimitRate !== Infinity && limited > t.paymentLimitRate * B) limited = t.paymentLimitRate * B;
    return limited - limited * t.sequestrationRate;
  }
  const L = -S;
  if (L - t.minimumLossRate * B < -1e-12 * B) return 0;
  let rate: number;
  if (typeof t.lossRate === 'number') rate = t.lossRate;
  else if (standard === 'not met') rate = t.lossRate.most;
  else {
    rate = 1 - t.lossRate.times * q;
    if (rate < t.lossRate.least) rate = t.lossRate.least;
    if (rate > t.lossRate.most) rate = t.lossRate.most;
  }
  let owed = L * rate;
  if (t.sharedFrom === 'minimum rate') owed = Math.max(0, L - t.minimumLossRate * B) * rate;
  if (t.lossLimitRate !== Infinity) owed = Math.min(owed, t.lossLimitRate * B);
  if (t.revenueLossLimitRate !== Infinity && t.participantRevenueRate !== 0)
    owed = Math.min(owed, t.revenueLossLimitRate * t.participantRevenueRate * B);
  return -owed;
}

/** From the top band down: what lies above a band's start has its share, what is above its end is taken away again. */
export function bandsByHand(amount: number, benchmark: number, bands: Terms['bands']): number {
  const above = (share: number) => Math.max(0, Math.abs(amount) - share * benchmark);
  let total = 0;
  for (let i = bands.length - 1; i >= 0; i--) {
    const start = i === 0 ? 0 : bands[i - 1].upTo;
    const beyond = bands[i].upTo === Infinity ? 0 : above(bands[i].upTo);
    total += (above(start) - beyond) * bands[i].share;
  }
  return Math.sign(amount) * total;
}

export function riskBandsByHand(B: number, E: number, quality: number, t: Terms) {
  const after = B - B * t.discountRate;
  const withheld = after * t.withholdRate;
  const lost = withheld - withheld * (t.withholdEarned === null ? quality : t.withholdEarned);
  const inside = t.withholdCounts === 'in the benchmark' ? lost : 0;
  const S = after - inside - E;
  const bands = bandsByHand(S, after, S < 0 && t.lossBands !== null ? t.lossBands : t.bands);
  const sequestered = bands > 0 ? bands * t.sequestrationRate : 0;
  const share = bands - (lost - inside) - sequestered;
  return { share, advance: B * t.advanceRate, settlement: share - B * t.advanceRate, withheld, lost };
}

export function accessByHand(patients: number, attainment: number, without: number, t: Terms) {
  let amount = t.carePeriod === 'initial' ? t.initialAmount! : t.followOnAmount!;
  if (t.rural && t.carePeriod === 'initial') amount += t.ruralPer === 'month' ? 12 * t.ruralAmount : t.ruralAmount;
  if (t.secondTrack) amount -= amount * t.secondTrackRate;
  const allowed = patients * amount;
  const withheld = allowed * t.withholdRate;
  const base = t.outcomeAdjustmentOf === 'withhold' ? t.withholdRate : 1;
  const outcome = attainment >= t.outcomeThreshold ? 0 : base * Math.min(0.5, 1 - attainment / t.outcomeThreshold);
  const substitute = without >= t.substituteThreshold ? 0 : Math.min(0.25, 1 - without / t.substituteThreshold);
  const total = allowed - allowed * (outcome > substitute ? outcome : substitute);
  const collected = total * 0.8 + total * 0.2 * t.coinsuranceCollected;
  return { allowed, withheld, monthly: (allowed - withheld) / 12, total, collected };
}

export function careFeeByHand(
  members: number,
  fee: number,
  quality: number,
  baseline: number,
  actual: number,
  t: Terms,
) {
  const fees = members * fee;
  const withheld = fees * t.withholdRate;
  const earned = withheld * (t.withholdEarned === null ? quality : t.withholdEarned);
  let upside = (baseline - actual - t.savingsThreshold * baseline) * t.sharingRate;
  if (upside < 0) upside = 0;
  if (t.upsideLimit !== Infinity && upside > t.upsideLimit * fees) upside = t.upsideLimit * fees;
  const revenue = fees - withheld + earned + upside;
  return { fees, withheld, earned, upside, kept: revenue * (1 - t.vendorShare) - members * t.vendorPmpm };
}

/** Accrued, paid monthly, settlement, cash and practice's part of each month, year by year as the page says. */
export function statementByHand(c: Contract, horizon: number) {
  const zeros = () => new Array<number>(horizon).fill(0);
  const lines = {
    members: zeros(),
    accrued: zeros(),
    paid: zeros(),
    settlement: zeros(),
    share: zeros(),
    cash: zeros(),
  };
  for (let y = 0; c.startMonth + 12 * y <= c.endMonth; y++) {
    const t = c.terms[Math.min(y, c.terms.length - 1)];
    const first = c.startMonth + 12 * y;
    const last = Math.min(first + 11, c.endMonth);
    const months: { m: number; members: number; benchmark: number; baseline: number; cost: number }[] = [];
    for (let m = first; m <= last; m++) {
      const members = c.members * Math.pow(1 + c.memberGrowth, m - c.startMonth);
      const pmpm = c.premiumPmpm * Math.pow(1 + c.benchmarkTrend, y);
      const baseline = members * c.costPmpm * Math.pow(1 + c.costTrend, y);
      let benchmark = members * pmpm * (c.kind === 'care fee' ? 1 : c.riskScore);
      if (c.kind === 'capitation') benchmark = capitationByHand(members, pmpm, c.riskScore, c.quality, t).revenue;
      months.push({ m, members, benchmark, baseline, cost: baseline + baseline * c.careEffect });
    }
    const total = (of: 'benchmark' | 'baseline' | 'cost' | 'members') => {
      let sum = 0;
      for (const month of months) sum += month[of];
      return sum;
    };
    const B = total('benchmark');
    const E = total('cost');
    const average = total('members') / months.length;
    let accruedOfYear = 0;
    let paidOfYear = 0;
    for (const { m, members, benchmark, cost } of months) {
      const part = B > 0 ? benchmark / B : 1 / months.length;
      const pmpm = c.premiumPmpm * Math.pow(1 + c.benchmarkTrend, y);
      let share = 0;
      let accrued = 0;
      let paid = 0;
      let borne = 0;
      if (c.kind === 'shared savings') {
        const of = { ...t, assignedMembers: t.assignedMembers === 0 ? average : t.assignedMembers };
        accrued = share = sharedSavingsByHand(B, E, c.quality, of) * part;
      } else if (c.kind === 'risk bands') {
        const year = riskBandsByHand(B, E, c.quality, t);
        accrued = share = year.share * part;
        paid = year.advance * part;
      } else if (c.kind === 'capitation') {
        const month = capitationByHand(members, pmpm, c.riskScore, c.quality, t);
        const bands = B - E < 0 && t.lossBands !== null ? t.lossBands : t.bands;
        const left = bands.length === 0 ? 0 : B - E - bandsByHand(B - E, B, bands);
        share = month.revenue - cost - left * part - month.lost;
        accrued = share + cost;
        paid = month.paid;
        borne = cost;
      } else if (c.kind === 'access') {
        const year = accessByHand(members, c.attainment, c.withoutSubstitutes, t);
        accrued = year.collected / 12;
        paid = year.monthly * (0.8 + 0.2 * t.coinsuranceCollected);
      } else {
        const isShared = t.sharingRate > 0;
        const month = careFeeByHand(members, pmpm, c.quality, 0, 0, t);
        const year = careFeeByHand(1, B, c.quality, isShared ? total('baseline') : 0, isShared ? E : 0, t);
        share = year.upside * part;
        accrued = month.kept + share - share * t.vendorShare;
        paid = (month.fees - month.withheld) * (1 - t.vendorShare) - members * t.vendorPmpm;
      }
      accruedOfYear += accrued;
      paidOfYear += paid;
      if (m > horizon) continue;
      lines.members[m - 1] = members;
      lines.share[m - 1] += share;
      lines.accrued[m - 1] += accrued;
      lines.paid[m - 1] += paid;
      lines.cash[m - 1] += paid - borne;
    }
    const settled = last + c.monthsToSettlement;
    if (settled > horizon) continue;
    lines.settlement[settled - 1] += accruedOfYear - paidOfYear;
    lines.cash[settled - 1] += accruedOfYear - paidOfYear;
  }
  return lines;
}
