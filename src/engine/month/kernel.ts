/**
 * The panel's month-by-month arithmetic: who joins, stays, leaves, is billed and is paid. Everything is prepared in
 * flat arrays, nothing is allocated, no branch depends on a name.
 *
 * Inputs hold for a period of months and stand in records: program p's in period q at (q × programs + p) ×
 * PROGRAM_FIELDS, segment s's at (q × segments + s) × SEGMENT_FIELDS. Segments of a program stand together,
 * firstSegment[p] up to firstSegment[p + 1]. Results are series in one block: a line's value for program p in
 * month t is at (line × programs + p) × months + t.
 *
 * Who joins comes first: in one go, or month by month where a care team has to know how many stay before it admits
 * anybody. Then a segment goes through all its months, its inputs at hand, before the next one does.
 */
import type { Periods } from '../inputs/periods';
import { seriesBlock } from '../math/series-block';

/** Fields of a program's record in a period. */
export const PROGRAM = {
  referrals: 0,
  conversionRate: 1,
  enrollmentLimit: 2,
  eligiblePatients: 3,
  dischargeRate: 4,
  disengagementRate: 5,
  benefitChangeRate: 6,
  adverseEventRate: 7,
} as const;
export const PROGRAM_FIELDS = 8;

/** Fields of a segment's record in a period. */
export const SEGMENT = {
  shareOfPanel: 0,
  /** Multiplies the program's cause rates. */
  attritionFactor: 1,
  earlyDropOffRate: 2,
  realizationRate: 3,
  claimSuccessRate: 4,
  allowedPppm: 5,
  collectedRate: 6,
  /** Part of what is collected that comes one month after the rest. */
  laterShare: 7,
  /** Whole months until payment, no more than there are months. */
  monthsToPay: 8,
} as const;
export const SEGMENT_FIELDS = 9;

/** What the kernel measures by program and month, in the order of the block. */
export const KERNEL_LINES = [
  'referrals',
  'openingPatients',
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
  'newPatients',
  'closingPatients',
  'waitingPatients',
  'activePatients',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
] as const;
const LINE = Object.fromEntries(KERNEL_LINES.map((line, i) => [line, i])) as Record<
  (typeof KERNEL_LINES)[number],
  number
>;

/**
 * Larger than any offset and any month here. What is cut to them has a range the compiler knows, so that it leaves
 * out overflow checks: they would be a third of what the innermost loop executes.
 */
const OFFSETS = 0xfff_ffff;
const MONTHS = 0xff;

/** What remains of a whole when less than one part in 10¹² of it is left: rounding noise is nobody. */
const NOISE = 1e-12;

export interface KernelInput {
  months: number;
  programs: number;
  segments: number;
  /** With a care team, every month is a period. */
  periods: Periods;
  firstSegment: Int32Array;
  /** Weights that make active patients out of opening, stayed and closing: the billing basis. */
  openingWeight: number;
  stayedWeight: number;
  closingWeight: number;
  waitingLossRate: number;
  /** By program: month of launch counted from 0 (months = never) and the panel it opens with. */
  launch: Int32Array;
  openingPatients: Float64Array;
  programBlock: Float64Array;
  segmentBlock: Float64Array;
}

/** Series of every line; those of a program stand together: p × months + t. */
export type KernelSeries = Record<(typeof KERNEL_LINES)[number], Float64Array>;

/** Where results go and room to work in, so that repeated runs allocate nothing. */
export interface KernelMemory {
  block: Float64Array;
  series: KernelSeries;
  /** Behind the series, cash to come: at p × cashStride + t, as far ahead as the slowest payer pays. */
  cashStride: number;
  /** By segment: patients on the panel, and those of them who joined last month, side by side. */
  panel: Float64Array;
  /** By program: everybody who enrolled so far. */
  everEnrolled: Float64Array;
  /** By program, for the care team. */
  joining: Float64Array;
  stayed: Float64Array;
  closed: Float64Array;
  active: Float64Array;
}

/** A care team that limits enrollment and whose minutes decide what is billable. Without one, capacity is unlimited. */
export interface CareTeam {
  /** Cuts the patients that each program would enroll down to the places its team has free. */
  admit(month: number, stayed: Float64Array, joining: Float64Array): void;
  /** Sets the month's realization of segments that depend on minutes, and orders hires. */
  serve(month: number, active: Float64Array, segmentBlock: Float64Array): void;
}

export function allocate({ programs, segments, months }: KernelInput): KernelMemory {
  const size = programs * months;
  // Payment takes no more than `months` whole months, and one more for the later part.
  const cashStride = 2 * months + 2;
  const block = new Float64Array(KERNEL_LINES.length * size + programs * cashStride);
  const series = Object.fromEntries(
    KERNEL_LINES.map((line, i) => [line, block.subarray(i * size, (i + 1) * size)]),
  ) as KernelSeries;
  const [everEnrolled, joining, stayed, closed, active] = seriesBlock(5, programs);
  return {
    block,
    series,
    cashStride,
    panel: new Float64Array(2 * segments),
    everEnrolled,
    joining,
    stayed,
    closed,
    active,
  };
}

export function run(input: KernelInput, memory: KernelMemory, team: CareTeam | null): void {
  memory.block.fill(0);
  memory.panel.fill(0);
  memory.everEnrolled.fill(0);
  memory.closed.fill(0);
  if (team) {
    for (let t = 0; t < input.months; t++) {
      enroll(input, memory, t, t, t + 1);
      consult(team, input, memory, t);
    }
    memory.panel.fill(0);
  } else {
    const { count, firstMonth } = input.periods;
    for (let q = 0; q < count; q++) enroll(input, memory, q, firstMonth[q], firstMonth[q + 1]);
  }
  settle(input, memory);
}

/** Demand, and enrollment as far as limit and eligible patients go; the others wait. */
function enroll(input: KernelInput, { block, everEnrolled }: KernelMemory, q: number, from: number, to: number): void {
  const { months, programs, launch, openingPatients, programBlock } = input;
  const stayWaiting = 1 - input.waitingLossRate;
  const end = to & MONTHS;
  for (let p = 0; p < programs; p++) {
    const k = (q * programs + p) * PROGRAM_FIELDS;
    const referred = programBlock[k],
      converted = referred * programBlock[k + 1],
      limit = programBlock[k + 2],
      eligible = programBlock[k + 3];
    const own = p * months,
      line = programs * months;
    const referrals = (own + LINE.referrals * line) & OFFSETS;
    const newPatients = (own + LINE.newPatients * line) & OFFSETS;
    const waitingPatients = (own + LINE.waitingPatients * line) & OFFSETS;
    const start = launch[p];
    let enrolled = everEnrolled[p];
    let waiting = from > 0 ? block[waitingPatients + from - 1] : 0;
    if (start >= from && start < to) enrolled = openingPatients[p];
    for (let t = Math.max(from, start) & MONTHS; t < end; t++) {
      const left = eligible - enrolled;
      const candidates = Math.min(converted + waiting * stayWaiting, left < NOISE * eligible ? 0 : left);
      const joining = Math.min(candidates, limit);
      waiting = candidates - joining;
      enrolled += joining;
      block[referrals + t] = referred;
      block[newPatients + t] = joining;
      block[waitingPatients + t] = waiting;
    }
    everEnrolled[p] = enrolled;
  }
}

/** The care team admits as many as it has places for, and serves who is then active. Each month is a period. */
function consult(team: CareTeam, input: KernelInput, memory: KernelMemory, t: number): void {
  const { months, programs, launch, openingPatients, openingWeight, stayedWeight, closingWeight } = input;
  const {
    series: { newPatients, waitingPatients },
    everEnrolled,
    joining,
    stayed,
    closed,
    active,
  } = memory;
  stay(input, memory, t);
  for (let p = 0; p < programs; p++) joining[p] = newPatients[p * months + t];
  team.admit(t, stayed, joining);
  for (let p = 0; p < programs; p++) {
    const turnedAway = newPatients[p * months + t] - joining[p];
    newPatients[p * months + t] = joining[p];
    waitingPatients[p * months + t] += turnedAway;
    everEnrolled[p] -= turnedAway;
    const opening = t === launch[p] ? openingPatients[p] : closed[p];
    closed[p] = stayed[p] + joining[p];
    active[p] = opening * openingWeight + stayed[p] * stayedWeight + closed[p] * closingWeight;
  }
  join(input, memory, t);
  team.serve(t, active, input.segmentBlock);
}

/** Who stays through the month: a team has to know before it admits anybody. */
function stay(
  { programs, segments, firstSegment, launch, openingPatients, programBlock, segmentBlock }: KernelInput,
  { panel, stayed }: KernelMemory,
  t: number,
): void {
  for (let p = 0; p < programs; p++) {
    const causes = causeRates(programBlock, (t * programs + p) * PROGRAM_FIELDS);
    let stayers = 0;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const k = (t * segments + s) * SEGMENT_FIELDS;
      const opening = t === launch[p] ? openingPatients[p] * segmentBlock[k] : panel[2 * s];
      const left = opening * (1 - causes * segmentBlock[k + 1]) - panel[2 * s + 1] * segmentBlock[k + 2];
      stayers += panel[2 * s] = left < NOISE * opening ? 0 : left;
    }
    stayed[p] = stayers;
  }
}

function join(
  { programs, segments, firstSegment, segmentBlock }: KernelInput,
  { panel, joining }: KernelMemory,
  t: number,
): void {
  for (let p = 0; p < programs; p++) {
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const recent = joining[p] * segmentBlock[(t * segments + s) * SEGMENT_FIELDS];
      panel[2 * s] += recent;
      panel[2 * s + 1] = recent;
    }
  }
}

const causeRates = (programBlock: Float64Array, k: number): number =>
  programBlock[k + 4] + programBlock[k + 5] + programBlock[k + 6] + programBlock[k + 7];

/** Segment after segment, then what follows for the program. */
function settle(input: KernelInput, memory: KernelMemory): void {
  const {
    months,
    programs,
    firstSegment,
    launch,
    periods: { count, firstMonth },
  } = input;
  const {
    block,
    cashStride,
    series: { cashCollected },
  } = memory;
  const cash = KERNEL_LINES.length * cashCollected.length;
  for (let p = 0; p < programs; p++) {
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++)
      for (let q = 0; q < count; q++)
        if (firstMonth[q + 1] > launch[p])
          settleSegment(input, memory, p, s, q, Math.max(firstMonth[q], launch[p]), firstMonth[q + 1]);
    for (let q = 0; q < count; q++)
      if (firstMonth[q + 1] > launch[p])
        settleProgram(input, memory, p, q, Math.max(firstMonth[q], launch[p]), firstMonth[q + 1]);
    for (let t = 0; t < months; t++) cashCollected[p * months + t] = block[cash + p * cashStride + t];
  }
}

/** Attrition, closing and active patients, realization, claims, revenue, and cash when it comes. */
function settleSegment(
  input: KernelInput,
  { block, cashStride, panel }: KernelMemory,
  p: number,
  s: number,
  q: number,
  from: number,
  to: number,
): void {
  const {
    months,
    programs,
    segments,
    launch,
    openingPatients,
    programBlock,
    segmentBlock,
    openingWeight,
    stayedWeight,
    closingWeight,
  } = input;
  const k = (q * segments + s) * SEGMENT_FIELDS;
  const share = segmentBlock[k],
    attritionFactor = segmentBlock[k + 1],
    earlyDropOffRate = segmentBlock[k + 2];
  const realizationRate = segmentBlock[k + 3],
    claimSuccessRate = segmentBlock[k + 4],
    allowedPppm = segmentBlock[k + 5];
  const collectedRate = segmentBlock[k + 6],
    laterShare = segmentBlock[k + 7];
  const stayRate = 1 - causeRates(programBlock, (q * programs + p) * PROGRAM_FIELDS) * attritionFactor;
  const own = p * months,
    line = programs * months;
  // What is exposed to causes, who stayed and what is collected are summed up where settleProgram() finds them.
  const exposed = (own + LINE.lostToDischarge * line) & OFFSETS,
    dropped = (own + LINE.lostToEarlyDropOff * line) & OFFSETS;
  const joined = (own + LINE.newPatients * line) & OFFSETS,
    stayed = (own + LINE.closingPatients * line) & OFFSETS;
  const billed = (own + LINE.billablePatients * line) & OFFSETS,
    claims = (own + LINE.paidClaims * line) & OFFSETS;
  const potential = (own + LINE.potentialRevenue * line) & OFFSETS,
    revenues = (own + LINE.allowedRevenue * line) & OFFSETS;
  const collections = (own + LINE.badDebt * line) & OFFSETS;
  const cash = (KERNEL_LINES.length * line + p * cashStride + segmentBlock[k + 8]) & OFFSETS;

  let opening = from === launch[p] ? openingPatients[p] * share : panel[2 * s];
  let recent = panel[2 * s + 1];
  const end = to & MONTHS;
  for (let t = from & MONTHS; t < end; t++) {
    const toDropOff = recent * earlyDropOffRate;
    const left = opening * stayRate - toDropOff;
    const staying = left < NOISE * opening ? 0 : left;
    recent = block[joined + t] * share;
    const closing = staying + recent;
    const active = opening * openingWeight + staying * stayedWeight + closing * closingWeight;
    const billable = active * realizationRate;
    const paid = billable * claimSuccessRate;
    const revenue = paid * allowedPppm;
    const collected = revenue * collectedRate;
    const later = collected * laterShare;
    block[exposed + t] += opening * attritionFactor;
    block[dropped + t] += toDropOff;
    block[stayed + t] += staying;
    block[billed + t] += billable;
    block[claims + t] += paid;
    block[potential + t] += active * allowedPppm;
    block[revenues + t] += revenue;
    block[collections + t] += collected;
    block[cash + t] += collected - later;
    block[cash + t + 1] += later;
    opening = closing;
  }
  panel[2 * s] = opening;
  panel[2 * s + 1] = recent;
}

/** Losses by cause, opening, closing and active patients, and bad debt. */
function settleProgram(
  input: KernelInput,
  { block }: KernelMemory,
  p: number,
  q: number,
  from: number,
  to: number,
): void {
  const { months, programs, launch, openingPatients, programBlock, openingWeight, stayedWeight, closingWeight } = input;
  const k = (q * programs + p) * PROGRAM_FIELDS;
  const dischargeRate = programBlock[k + 4],
    disengagementRate = programBlock[k + 5],
    benefitChangeRate = programBlock[k + 6],
    adverseEventRate = programBlock[k + 7];
  const own = p * months,
    line = programs * months;
  const discharge = (own + LINE.lostToDischarge * line) & OFFSETS,
    disengagement = (own + LINE.lostToDisengagement * line) & OFFSETS;
  const benefitChange = (own + LINE.lostToBenefitChange * line) & OFFSETS,
    adverseEvent = (own + LINE.lostToAdverseEvent * line) & OFFSETS;
  const openings = (own + LINE.openingPatients * line) & OFFSETS,
    joined = (own + LINE.newPatients * line) & OFFSETS;
  const closings = (own + LINE.closingPatients * line) & OFFSETS,
    actives = (own + LINE.activePatients * line) & OFFSETS;
  const revenues = (own + LINE.allowedRevenue * line) & OFFSETS,
    badDebt = (own + LINE.badDebt * line) & OFFSETS;
  let opening = from === launch[p] ? openingPatients[p] : block[closings + from - 1];
  const end = to & MONTHS;
  for (let t = from & MONTHS; t < end; t++) {
    const exposed = block[discharge + t];
    const stayed = block[closings + t];
    const closing = stayed + block[joined + t];
    block[openings + t] = opening;
    block[discharge + t] = exposed * dischargeRate;
    block[disengagement + t] = exposed * disengagementRate;
    block[benefitChange + t] = exposed * benefitChangeRate;
    block[adverseEvent + t] = exposed * adverseEventRate;
    block[closings + t] = closing;
    block[actives + t] = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
    block[badDebt + t] = block[revenues + t] - block[badDebt + t];
    opening = closing;
  }
}
