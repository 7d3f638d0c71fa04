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
  /** Weights that make active patients out of opening, stayed and closing: the billing basis. */
  openingWeight: number;
  stayedWeight: number;
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
  /** By segment: patients at the opening of the month, those who stay through it, those who joined last month, and active ones. */
  panel: Float64Array;
  stayed: Float64Array;
  recent: Float64Array;
  active: Float64Array;
  /** By program. */
  waiting: Float64Array;
  everEnrolled: Float64Array;
  stayedByProgram: Float64Array;
  activeByProgram: Float64Array;
  candidates: Float64Array;
  joining: Float64Array;
}

/** A care team that limits enrollment and whose minutes decide what is billable. Without one, capacity is unlimited. */
export interface CareTeam {
  /** Cuts the patients that each program would enroll down to the places its team has free. */
  admit(month: number, stayedByProgram: Float64Array, joining: Float64Array): void;
  /** Sets the realization of segments that depend on minutes, and orders hires. */
  serve(month: number, activeByProgram: Float64Array, realizationRate: Float64Array): void;
}

export function allocate(input: KernelInput): { output: KernelOutput; state: KernelState } {
  const series = seriesBlock(KERNEL_LINES.length, input.programs * input.months);
  const output = {} as KernelOutput;
  KERNEL_LINES.forEach((line, i) => { output[line] = series[i]; });
  const [panel, stayed, recent, active] = seriesBlock(4, input.segments);
  const [waiting, everEnrolled, stayedByProgram, activeByProgram, candidates, joining] = seriesBlock(6, input.programs);
  const state = { panel, stayed, recent, active, waiting, everEnrolled, stayedByProgram, activeByProgram, candidates, joining };
  return { output, state };
}

/** What remains of a whole when less than one part in 10¹² of it is left: rounding noise is nobody. */
const NOISE = 1e-12;

export function run(input: KernelInput, output: KernelOutput, state: KernelState, team: CareTeam | null): void {
  for (const room of Object.values(state) as Float64Array[]) room.fill(0);
  output.cashCollected.fill(0);
  for (let t = 0; t < input.months; t++) {
    lose(input, output, state, t);
    enroll(input, output, state, t, team);
    settlePanel(input, output, state, t);
    if (team) team.serve(t, state.activeByProgram, input.realizationRate);
    bill(input, output, state, t);
  }
}

/** Launch, and attrition of the opening panel by cause. */
function lose(input: KernelInput, output: KernelOutput, state: KernelState, t: number): void {
  const { months, programs, segments, firstSegment, launch, openingPatients, shareOfPanel } = input;
  const { dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate, earlyDropOffRate } = input;
  const { panel, stayed, recent } = state;
  for (let p = 0; p < programs; p++) {
    const launching = t === launch[p];
    let openings = 0, discharged = 0, disengaged = 0, uncovered = 0, adverse = 0, dropped = 0, stayers = 0;
    for (let s = firstSegment[p], end = firstSegment[p + 1], i = t * segments + s; s < end; s++, i++) {
      if (launching) panel[s] = openingPatients[p] * shareOfPanel[i];
      const opening = panel[s];
      const toDischarge = opening * dischargeRate[i];
      const toDisengagement = opening * disengagementRate[i];
      const toBenefitChange = opening * benefitChangeRate[i];
      const toAdverseEvent = opening * adverseEventRate[i];
      const toDropOff = recent[s] * earlyDropOffRate[i];
      const left = opening - (toDischarge + toDisengagement + toBenefitChange + toAdverseEvent + toDropOff);
      const staying = left < NOISE * opening ? 0 : left;
      stayed[s] = staying;
      openings += opening;
      discharged += toDischarge;
      disengaged += toDisengagement;
      uncovered += toBenefitChange;
      adverse += toAdverseEvent;
      dropped += toDropOff;
      stayers += staying;
    }
    const at = p * months + t;
    output.openingPatients[at] = openings;
    output.lostToDischarge[at] = discharged;
    output.lostToDisengagement[at] = disengaged;
    output.lostToBenefitChange[at] = uncovered;
    output.lostToAdverseEvent[at] = adverse;
    output.lostToEarlyDropOff[at] = dropped;
    state.stayedByProgram[p] = stayers;
  }
}

/** Demand and enrollment: a limit or a full team makes patients wait, the end of the eligible does not. */
function enroll(input: KernelInput, output: KernelOutput, state: KernelState, t: number, team: CareTeam | null): void {
  const { months, programs, launch, referrals, conversionRate, enrollmentLimit, eligiblePatients, openingPatients } = input;
  const { waiting, everEnrolled, candidates, joining } = state;
  const stayWaiting = 1 - input.waitingLossRate;
  for (let p = 0; p < programs; p++) {
    const month = t * programs + p;
    const launched = t >= launch[p];
    if (t === launch[p]) everEnrolled[p] = openingPatients[p];
    const referred = launched ? referrals[month] : 0;
    const demand = referred * conversionRate[month] + waiting[p] * stayWaiting;
    const eligible = eligiblePatients[month];
    const left = eligible - everEnrolled[p];
    candidates[p] = launched ? Math.min(demand, left < NOISE * eligible ? 0 : left) : 0;
    joining[p] = Math.min(candidates[p], enrollmentLimit[month]);
    output.referrals[p * months + t] = referred;
  }
  if (team) team.admit(t, state.stayedByProgram, joining);
  for (let p = 0; p < programs; p++) {
    waiting[p] = candidates[p] - joining[p];
    everEnrolled[p] += joining[p];
    output.newPatients[p * months + t] = joining[p];
    output.waitingPatients[p * months + t] = waiting[p];
  }
}

/** Closing and active patients. */
function settlePanel(input: KernelInput, output: KernelOutput, state: KernelState, t: number): void {
  const { months, programs, segments, firstSegment, openingWeight, stayedWeight, closingWeight, shareOfPanel } = input;
  const { panel, stayed, recent, active } = state;
  for (let p = 0; p < programs; p++) {
    const joined = state.joining[p];
    let closings = 0, actives = 0;
    for (let s = firstSegment[p], end = firstSegment[p + 1], i = t * segments + s; s < end; s++, i++) {
      const joining = joined * shareOfPanel[i];
      const closing = stayed[s] + joining;
      const serving = panel[s] * openingWeight + stayed[s] * stayedWeight + closing * closingWeight;
      panel[s] = closing;
      recent[s] = joining;
      active[s] = serving;
      closings += closing;
      actives += serving;
    }
    output.closingPatients[p * months + t] = closings;
    output.activePatients[p * months + t] = actives;
    state.activeByProgram[p] = actives;
  }
}

/** Realization, claims, revenue, and cash when it comes. */
function bill(input: KernelInput, output: KernelOutput, state: KernelState, t: number): void {
  const { months, programs, segments, firstSegment, realizationRate, claimSuccessRate, allowedPppm, collectedRate, monthsToPay } = input;
  const { active } = state;
  const { cashCollected } = output;
  for (let p = 0; p < programs; p++) {
    const at = p * months + t;
    let billables = 0, claims = 0, potentials = 0, revenues = 0, debts = 0;
    for (let s = firstSegment[p], end = firstSegment[p + 1], i = t * segments + s; s < end; s++, i++) {
      const billable = active[s] * realizationRate[i];
      const paid = billable * claimSuccessRate[i];
      const revenue = paid * allowedPppm[i];
      const collected = revenue * collectedRate[i];

      const delay = monthsToPay[i];
      const whole = Math.floor(delay);
      const later = collected * (delay - whole);
      const due = t + whole;
      if (due < months) cashCollected[at + whole] += collected - later;
      if (due + 1 < months) cashCollected[at + whole + 1] += later;

      billables += billable;
      claims += paid;
      potentials += active[s] * allowedPppm[i];
      revenues += revenue;
      debts += revenue - collected;
    }
    output.billablePatients[at] = billables;
    output.paidClaims[at] = claims;
    output.potentialRevenue[at] = potentials;
    output.allowedRevenue[at] = revenues;
    output.badDebt[at] = debts;
  }
}
