/**
 * The month loop over segments: who joins, stays, leaves, is billed and is paid. Everything is prepared in flat
 * arrays, nothing is allocated, no branch depends on a name.
 *
 * Index: segment s in month t at t × segments + s; program p in month t at t × programs + p. Segments of a
 * program stand together: firstSegment[p] up to firstSegment[p + 1].
 */

import { seriesBlock } from './series-block';

export interface KernelInput {
  months: number;
  programs: number;
  segments: number;
  firstSegment: Int32Array;
  /** Weights that make active patients out of opening, lost and closing: the billing basis. */
  openingWeight: number;
  lostWeight: number;
  closingWeight: number;
  waitingLossRate: number;
  /** By program: month of launch counted from 0 (months = never) and the panel it opens with. */
  launch: Int32Array;
  openingPatients: Float64Array;
  /** By program and month. */
  referrals: Float64Array;
  conversionRate: Float64Array;
  enrollmentLimit: Float64Array;
  eligiblePatients: Float64Array;
  /** By segment and month; cause rates carry the payer's multiplier. */
  shareOfPanel: Float64Array;
  dischargeRate: Float64Array;
  disengagementRate: Float64Array;
  benefitChangeRate: Float64Array;
  adverseEventRate: Float64Array;
  earlyDropOffRate: Float64Array;
  realizationRate: Float64Array;
  claimSuccessRate: Float64Array;
  allowedPppm: Float64Array;
  collectedRate: Float64Array;
  /** Days to pay ÷ 30. */
  monthsToPay: Float64Array;
}

/** What the kernel measures by program and month; series of a program stand together: p × months + t. */
export const KERNEL_LINES = [
  'referrals', 'openingPatients', 'lostToDischarge', 'lostToDisengagement', 'lostToBenefitChange', 'lostToAdverseEvent',
  'lostToEarlyDropOff', 'newPatients', 'closingPatients', 'waitingPatients', 'activePatients', 'billablePatients',
  'paidClaims', 'potentialRevenue', 'allowedRevenue', 'badDebt', 'cashCollected',
] as const;

export type KernelOutput = Record<(typeof KERNEL_LINES)[number], Float64Array>;

/** Room the kernel works in, so that repeated runs allocate nothing. */
export interface KernelState {
  /** By segment: patients, and those of them who joined last month. */
  panel: Float64Array;
  recent: Float64Array;
  /** By program. */
  waiting: Float64Array;
  everEnrolled: Float64Array;
}

export function allocate(input: KernelInput): { output: KernelOutput; state: KernelState } {
  const series = seriesBlock(KERNEL_LINES.length, input.programs * input.months);
  const output = {} as KernelOutput;
  KERNEL_LINES.forEach((line, i) => { output[line] = series[i]; });
  const state = {
    panel: new Float64Array(input.segments),
    recent: new Float64Array(input.segments),
    waiting: new Float64Array(input.programs),
    everEnrolled: new Float64Array(input.programs),
  };
  return { output, state };
}

export function run(input: KernelInput, output: KernelOutput, state: KernelState): void {
  const { months, programs, segments, firstSegment, openingWeight, lostWeight, closingWeight, launch } = input;
  const { shareOfPanel, dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate, earlyDropOffRate } = input;
  const { realizationRate, claimSuccessRate, allowedPppm, collectedRate, monthsToPay } = input;
  const { panel, recent, waiting, everEnrolled } = state;
  const { cashCollected } = output;
  const stayWaiting = 1 - input.waitingLossRate;
  panel.fill(0);
  recent.fill(0);
  waiting.fill(0);
  everEnrolled.fill(0);
  cashCollected.fill(0);

  for (let t = 0; t < months; t++) {
    for (let p = 0; p < programs; p++) {
      const at = p * months + t;
      const month = t * programs + p;
      const launched = t >= launch[p];
      const launching = t === launch[p];
      if (launching) everEnrolled[p] = input.openingPatients[p];

      // Demand and enrollment: the limit makes patients wait, the end of the eligible does not.
      const referrals = launched ? input.referrals[month] : 0;
      const demand = referrals * input.conversionRate[month] + waiting[p] * stayWaiting;
      const candidates = Math.min(demand, Math.max(0, input.eligiblePatients[month] - everEnrolled[p]));
      const joined = launched ? Math.min(candidates, input.enrollmentLimit[month]) : 0;
      waiting[p] = launched ? candidates - joined : 0;
      everEnrolled[p] += joined;

      let openings = 0, discharged = 0, disengaged = 0, uncovered = 0, adverse = 0, dropped = 0, closings = 0;
      let actives = 0, billables = 0, claims = 0, potentials = 0, revenues = 0, debts = 0;
      const end = firstSegment[p + 1];
      for (let s = firstSegment[p]; s < end; s++) {
        const i = t * segments + s;
        const share = shareOfPanel[i];
        const opening = launching ? input.openingPatients[p] * share : panel[s];
        const toDischarge = opening * dischargeRate[i];
        const toDisengagement = opening * disengagementRate[i];
        const toBenefitChange = opening * benefitChangeRate[i];
        const toAdverseEvent = opening * adverseEventRate[i];
        const toDropOff = recent[s] * earlyDropOffRate[i];
        const lost = toDischarge + toDisengagement + toBenefitChange + toAdverseEvent + toDropOff;
        const joining = joined * share;
        // Rates that add to 1 leave rounding noise, never a negative patient.
        const closing = Math.max(0, opening - lost) + joining;
        panel[s] = closing;
        recent[s] = joining;
        const active = opening * openingWeight - lost * lostWeight + closing * closingWeight;
        const billable = active * realizationRate[i];
        const paid = billable * claimSuccessRate[i];
        const revenue = paid * allowedPppm[i];
        const collected = revenue * collectedRate[i];

        const delay = monthsToPay[i];
        const whole = Math.floor(delay);
        const later = collected * (delay - whole);
        const due = t + whole;
        if (due < months) cashCollected[at + whole] += collected - later;
        if (due + 1 < months) cashCollected[at + whole + 1] += later;

        openings += opening;
        discharged += toDischarge;
        disengaged += toDisengagement;
        uncovered += toBenefitChange;
        adverse += toAdverseEvent;
        dropped += toDropOff;
        closings += closing;
        actives += active;
        billables += billable;
        claims += paid;
        potentials += active * allowedPppm[i];
        revenues += revenue;
        debts += revenue - collected;
      }
      output.referrals[at] = referrals;
      output.openingPatients[at] = openings;
      output.lostToDischarge[at] = discharged;
      output.lostToDisengagement[at] = disengaged;
      output.lostToBenefitChange[at] = uncovered;
      output.lostToAdverseEvent[at] = adverse;
      output.lostToEarlyDropOff[at] = dropped;
      output.newPatients[at] = joined;
      output.closingPatients[at] = closings;
      output.waitingPatients[at] = waiting[p];
      output.activePatients[at] = actives;
      output.billablePatients[at] = billables;
      output.paidClaims[at] = claims;
      output.potentialRevenue[at] = potentials;
      output.allowedRevenue[at] = revenues;
      output.badDebt[at] = debts;
    }
  }
}
