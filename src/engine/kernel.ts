/**
 * The month loop over segments: who joins, stays, leaves, is billed and is paid. Everything is prepared in flat
 * arrays, nothing is allocated, no branch depends on a name.
 *
 * Program p in month t stands at t × programs + p. What a segment needs in a month is one record of the block of
 * segments, at (t × segments + s) × SEGMENT_FIELDS; segments of a program stand together, firstSegment[p] up to
 * firstSegment[p + 1]. What a program yields in a month is one record as well.
 */
import { seriesBlock } from './series-block';

/** Fields of a segment's record in a month; cause rates carry the payer's multiplier. */
export const SEGMENT = {
  shareOfPanel: 0, dischargeRate: 1, disengagementRate: 2, benefitChangeRate: 3, adverseEventRate: 4, earlyDropOffRate: 5,
  realizationRate: 6, claimSuccessRate: 7, allowedPppm: 8, collectedRate: 9,
  /** Part of what is collected that comes one month after the rest. */
  laterShare: 10,
} as const;
export const SEGMENT_FIELDS = 11;

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
  /** Records by segment and month. */
  segmentBlock: Float64Array;
  /** By segment and month: whole months until payment, no more than there are months. */
  monthsToPay: Int32Array;
}

/** What the kernel measures by program and month: the fields of a record, and last the cash, which has series of its own. */
export const KERNEL_LINES = [
  'referrals', 'openingPatients', 'lostToDischarge', 'lostToDisengagement', 'lostToBenefitChange', 'lostToAdverseEvent',
  'lostToEarlyDropOff', 'newPatients', 'closingPatients', 'waitingPatients', 'activePatients', 'billablePatients',
  'paidClaims', 'potentialRevenue', 'allowedRevenue', 'badDebt', 'cashCollected',
] as const;
export const RECORD_FIELDS = KERNEL_LINES.length - 1;

export interface KernelOutput {
  /** Records at (t × programs + p) × RECORD_FIELDS. */
  records: Float64Array;
  /** Cash at p × cashStride + t; what comes after the horizon lies beyond it. */
  cashCollected: Float64Array;
  cashStride: number;
}

/** The lines by name; series of a program stand together: p × months + t. */
export type KernelSeries = Record<(typeof KERNEL_LINES)[number], Float64Array>;

export function seriesOf({ programs, months }: KernelInput, { records, cashCollected, cashStride }: KernelOutput): KernelSeries {
  const block = seriesBlock(KERNEL_LINES.length, programs * months);
  const series = {} as KernelSeries;
  KERNEL_LINES.forEach((line, field) => {
    const own = (series[line] = block[field]);
    for (let p = 0, i = 0; p < programs; p++) {
      for (let t = 0; t < months; t++, i++) own[i] = field === RECORD_FIELDS ? cashCollected[p * cashStride + t] : records[(t * programs + p) * RECORD_FIELDS + field];
    }
  });
  return series;
}

/** Room the kernel works in, so that repeated runs allocate nothing. */
export interface KernelState {
  /** By segment: patients on the panel, and those of them who joined last month, side by side. */
  panel: Float64Array;
  /** By program. */
  panelByProgram: Float64Array;
  waiting: Float64Array;
  everEnrolled: Float64Array;
  candidates: Float64Array;
  joining: Float64Array;
  stayedByProgram: Float64Array;
  activeByProgram: Float64Array;
}

/** A care team that limits enrollment and whose minutes decide what is billable. Without one, capacity is unlimited. */
export interface CareTeam {
  /** Cuts the patients that each program would enroll down to the places its team has free. */
  admit(month: number, stayedByProgram: Float64Array, joining: Float64Array): void;
  /** Sets the realization of segments that depend on minutes, and orders hires. */
  serve(month: number, activeByProgram: Float64Array, segmentBlock: Float64Array): void;
}

export function allocate({ programs, segments, months }: KernelInput): { output: KernelOutput; state: KernelState } {
  // Payment takes no more than `months` whole months, and one more for the later part.
  const cashStride = 2 * months + 2;
  const output = { records: new Float64Array(programs * months * RECORD_FIELDS), cashCollected: new Float64Array(programs * cashStride), cashStride };
  const [panelByProgram, waiting, everEnrolled, candidates, joining, stayedByProgram, activeByProgram] = seriesBlock(7, programs);
  const state = { panel: new Float64Array(2 * segments), panelByProgram, waiting, everEnrolled, candidates, joining, stayedByProgram, activeByProgram };
  return { output, state };
}

/** What remains of a whole when less than one part in 10¹² of it is left: rounding noise is nobody. */
const NOISE = 1e-12;

export function run(input: KernelInput, output: KernelOutput, state: KernelState, team: CareTeam | null): void {
  state.panel.fill(0);
  state.panelByProgram.fill(0);
  state.waiting.fill(0);
  state.everEnrolled.fill(0);
  output.cashCollected.fill(0);
  for (let t = 0; t < input.months; t++) {
    launch(input, state, t);
    enroll(input, output, state, t);
    if (team) {
      stay(input, state, t);
      team.admit(t, state.stayedByProgram, state.joining);
      team.serve(t, activeByProgram(input, state), input.segmentBlock);
    }
    settle(input, output, state, t);
  }
}

/** A program that launches opens with its panel, split by payer. */
function launch({ programs, segments, firstSegment, launch: launchMonth, openingPatients, segmentBlock }: KernelInput, { panel, panelByProgram, everEnrolled }: KernelState, t: number): void {
  for (let p = 0; p < programs; p++) {
    if (t !== launchMonth[p]) continue;
    everEnrolled[p] = panelByProgram[p] = openingPatients[p];
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) panel[2 * s] = openingPatients[p] * segmentBlock[(t * segments + s) * SEGMENT_FIELDS + SEGMENT.shareOfPanel];
  }
}

/** Demand, and enrollment as far as limit and eligible patients go. */
function enroll(input: KernelInput, { records }: KernelOutput, { waiting, everEnrolled, candidates, joining }: KernelState, t: number): void {
  const { programs, launch, referrals, conversionRate, enrollmentLimit, eligiblePatients } = input;
  const stayWaiting = 1 - input.waitingLossRate;
  for (let p = 0; p < programs; p++) {
    const month = t * programs + p;
    const launched = t >= launch[p];
    const referred = launched ? referrals[month] : 0;
    const demand = referred * conversionRate[month] + waiting[p] * stayWaiting;
    const eligible = eligiblePatients[month];
    const left = eligible - everEnrolled[p];
    const candidate = launched ? Math.min(demand, left < NOISE * eligible ? 0 : left) : 0;
    candidates[p] = candidate;
    joining[p] = Math.min(candidate, enrollmentLimit[month]);
    records[month * RECORD_FIELDS] = referred;
  }
}

/** Who stays through the month, for a team that has to know before it admits anybody. */
function stay({ programs, segments, firstSegment, segmentBlock }: KernelInput, { panel, stayedByProgram }: KernelState, t: number): void {
  for (let p = 0; p < programs; p++) {
    let stayers = 0;
    for (let s = firstSegment[p], k = (t * segments + s) * SEGMENT_FIELDS; s < firstSegment[p + 1]; s++, k += SEGMENT_FIELDS) {
      const opening = panel[2 * s];
      const lost = opening * segmentBlock[k + 1] + opening * segmentBlock[k + 2] + opening * segmentBlock[k + 3] + opening * segmentBlock[k + 4] + panel[2 * s + 1] * segmentBlock[k + 5];
      const left = opening - lost;
      stayers += left < NOISE * opening ? 0 : left;
    }
    stayedByProgram[p] = stayers;
  }
}

/** Active patients follow from the program's sums, before any segment is settled. */
function activeByProgram({ programs, openingWeight, stayedWeight, closingWeight }: KernelInput, { panelByProgram, stayedByProgram, joining, activeByProgram: active }: KernelState): Float64Array {
  for (let p = 0; p < programs; p++)
    active[p] = panelByProgram[p] * openingWeight + stayedByProgram[p] * stayedWeight + (stayedByProgram[p] + joining[p]) * closingWeight;
  return active;
}

/** Attrition by cause, closing and active patients, realization, claims, revenue, and cash when it comes. */
function settle(input: KernelInput, output: KernelOutput, state: KernelState, t: number): void {
  const { programs, segments, firstSegment, segmentBlock, monthsToPay, openingWeight, stayedWeight, closingWeight } = input;
  const { records, cashCollected, cashStride } = output;
  const { panel, panelByProgram, waiting, everEnrolled, candidates, joining } = state;
  for (let p = 0; p < programs; p++) {
    const joined = joining[p];
    const cashNow = p * cashStride + t;
    let discharged = 0, disengaged = 0, uncovered = 0, adverse = 0, dropped = 0, stayers = 0;
    let billables = 0, claims = 0, potentials = 0, revenues = 0, collectedTotal = 0;
    const end = firstSegment[p + 1];
    for (let s = firstSegment[p], i = t * segments + s, k = i * SEGMENT_FIELDS; s < end; s++, i++, k += SEGMENT_FIELDS) {
      const opening = panel[2 * s];
      const toDischarge = opening * segmentBlock[k + 1];
      const toDisengagement = opening * segmentBlock[k + 2];
      const toBenefitChange = opening * segmentBlock[k + 3];
      const toAdverseEvent = opening * segmentBlock[k + 4];
      const toDropOff = panel[2 * s + 1] * segmentBlock[k + 5];
      const left = opening - (toDischarge + toDisengagement + toBenefitChange + toAdverseEvent + toDropOff);
      const staying = left < NOISE * opening ? 0 : left;
      const entering = joined * segmentBlock[k];
      const closing = staying + entering;
      panel[2 * s] = closing;
      panel[2 * s + 1] = entering;
      const active = opening * openingWeight + staying * stayedWeight + closing * closingWeight;
      const billable = active * segmentBlock[k + 6];
      const paid = billable * segmentBlock[k + 7];
      const allowed = segmentBlock[k + 8];
      const revenue = paid * allowed;
      const collected = revenue * segmentBlock[k + 9];
      const later = collected * segmentBlock[k + 10];
      const due = cashNow + monthsToPay[i];
      cashCollected[due] += collected - later;
      cashCollected[due + 1] += later;

      discharged += toDischarge;
      disengaged += toDisengagement;
      uncovered += toBenefitChange;
      adverse += toAdverseEvent;
      dropped += toDropOff;
      stayers += staying;
      billables += billable;
      claims += paid;
      potentials += active * allowed;
      revenues += revenue;
      collectedTotal += collected;
    }
    const opening = panelByProgram[p];
    const closing = stayers + joined;
    panelByProgram[p] = closing;
    waiting[p] = candidates[p] - joined;
    everEnrolled[p] += joined;
    // In the order of KERNEL_LINES; referrals are there already.
    const at = (t * programs + p) * RECORD_FIELDS;
    records[at + 1] = opening;
    records[at + 2] = discharged;
    records[at + 3] = disengaged;
    records[at + 4] = uncovered;
    records[at + 5] = adverse;
    records[at + 6] = dropped;
    records[at + 7] = joined;
    records[at + 8] = closing;
    records[at + 9] = waiting[p];
    records[at + 10] = opening * openingWeight + stayers * stayedWeight + closing * closingWeight;
    records[at + 11] = billables;
    records[at + 12] = claims;
    records[at + 13] = potentials;
    records[at + 14] = revenues;
    records[at + 15] = revenues - collectedTotal;
  }
}
