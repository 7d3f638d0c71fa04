/** Lays a model out in the kernel's flat arrays: rows in one fixed order, every driver period by period. */
import {
  COST_DRIVERS,
  PAYER_DRIVERS,
  PROGRAM_DRIVERS,
  type CostDriver,
  type PayerDriver,
  type ProgramDriver,
} from '../model/drivers';
import { expand, type Clip, type Expanded } from './expand';
import { PROGRAM, PROGRAM_FIELDS, SEGMENT, SEGMENT_FIELDS, type KernelInput } from '../month/kernel';
import type { BillingBasis, CostItem, Model, Payer, Program } from '../model/model';
import { everyMonth, periodsOf, type Periods } from './periods';

/** Weights of opening, stayed and closing patients in active patients. */
const BASIS_WEIGHTS: Record<BillingBasis, readonly [opening: number, stayed: number, closing: number]> = {
  average: [0.5, 0, 0.5],
  closing: [0, 0, 1],
  retained: [0, 1, 0],
};

/** Shares further than this from 1 are a finding; closer is how people type thirds. */
const SHARE_TOLERANCE = 1e-6;

export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inFixedOrder = (a: CostItem, b: CostItem): number =>
  byName(a.item, b.item) ||
  byName(a.program ?? '', b.program ?? '') ||
  byName(a.category, b.category) ||
  byName(a.basis, b.basis) ||
  byName(a.staffing, b.staffing) ||
  COST_DRIVERS.map(({ key }) => a[key as CostDriver] - b[key as CostDriver]).find(
    (difference) => difference !== 0 && !Number.isNaN(difference),
  ) ||
  0;

export interface Prepared {
  programs: readonly Program[];
  segments: readonly Payer[];
  costItems: readonly CostItem[];
  program: Expanded<ProgramDriver>;
  payer: Expanded<PayerDriver>;
  cost: Expanded<CostDriver>;
  input: KernelInput;
}

/** @param hasTeam whether a care team acts month by month. */
export function prepare(model: Model, hasTeam: boolean, clips: Clip[]): Prepared {
  const { months } = model;
  const stages = [model.schedule ?? [], model.changes, model.adjustments];
  const hasClocks = [...model.programs, ...model.costs].some(({ delayMonths }) => delayMonths);
  const periods = hasTeam || hasClocks ? everyMonth(months) : periodsOf(stages, months);
  const programs = model.programs.slice().sort((a, b) => byName(a.name, b.name));
  const segments = model.payers.slice().sort((a, b) => byName(a.program, b.program) || byName(a.payer, b.payer));

  const programRows = programs.map((base) => ({
    program: base.name,
    payer: null,
    item: null,
    delayMonths: base.delayMonths,
    base,
  }));
  const segmentRows = segments.map((base) => ({ program: base.program, payer: base.payer, item: null, base }));
  const program = expand<ProgramDriver>(programRows, PROGRAM_DRIVERS, stages, periods, clips);
  const payer = expand<PayerDriver>(segmentRows, PAYER_DRIVERS, stages, periods, clips);
  const costItems = model.costs.slice().sort(inFixedOrder);
  const costRows = costItems.map((base) => ({
    program: base.program,
    payer: null,
    item: base.item,
    delayMonths: base.delayMonths,
    base,
  }));
  const cost = expand<CostDriver>(costRows, COST_DRIVERS, stages, periods, clips);

  putOff(program.launchMonth, programs, 1);
  putOff(cost.startMonth, costItems, 1);
  putOff(cost.endMonth, costItems, -Infinity);

  const firstSegment = new Int32Array(programs.length + 1);
  for (let p = 0, s = 0; p < programs.length; p++) {
    firstSegment[p] = s;
    while (s < segments.length && segments[s].program === programs[p].name) s++;
    firstSegment[p + 1] = s;
  }

  scaleShares(payer.shareOfPanel, programs, firstSegment, periods, clips);
  const { launch, openingPatients } = launches(program, programs.length, periods);
  const [openingWeight, stayedWeight, closingWeight] = BASIS_WEIGHTS[model.basis];

  const input: KernelInput = {
    months,
    programs: programs.length,
    segments: segments.length,
    periods,
    firstSegment,
    openingWeight,
    stayedWeight,
    closingWeight,
    waitingLossRate: model.waitingLossRate,
    launch,
    openingPatients,
    programBlock: programRecords(program),
    segmentBlock: segmentRecords(program, payer, programs, segments, firstSegment, periods, clips),
  };
  return { programs, segments, costItems, program, payer, cost, input };
}

/** First and last months of rows that come later than typed; a first month before the start is the start. */
function putOff(months: Float64Array, rows: readonly { delayMonths?: number }[], earliest: number): void {
  rows.forEach(({ delayMonths = 0 }, r) => {
    if (delayMonths > 0)
      for (let i = r; i < months.length; i += rows.length) months[i] = Math.max(earliest, months[i]) + delayMonths;
  });
}

/** The first month whose launch month has come, and the panel the program opens with then. */
function launches(program: Expanded<ProgramDriver>, programs: number, { months, ofMonth }: Periods) {
  const launch = new Int32Array(programs).fill(months);
  const openingPatients = new Float64Array(programs);
  for (let p = 0; p < programs; p++) {
    for (let t = 0; t < months; t++) {
      const i = ofMonth[t] * programs + p;
      if (program.launchMonth[i] > t + 1) continue;
      launch[p] = t;
      openingPatients[p] = program.openingPatients[i];
      break;
    }
  }
  return { launch, openingPatients };
}

/** Payer shares of a program are made to add to exactly 1 in every period. */
function scaleShares(
  shares: Float64Array,
  programs: readonly Program[],
  firstSegment: Int32Array,
  { count: periods, firstMonth }: Periods,
  clips: Clip[],
): void {
  const count = firstSegment[programs.length];
  for (let p = 0; p < programs.length; p++) {
    const first = firstSegment[p],
      end = firstSegment[p + 1];
    let clip: Clip | null = null;
    for (let q = 0; q < periods; q++) {
      let total = 0;
      for (let s = first; s < end; s++) total += shares[q * count + s];
      for (let s = first; s < end; s++)
        shares[q * count + s] = total > 0 ? shares[q * count + s] / total : 1 / (end - first);
      if (Math.abs(total - 1) > SHARE_TOLERANCE) {
        clip ??= {
          what: 'shareOfPanel',
          program: programs[p].name,
          payer: null,
          item: null,
          firstMonth: firstMonth[q] + 1,
          lastMonth: 0,
          value: total,
          heldAt: 1,
        };
        clip.lastMonth = firstMonth[q + 1];
      }
    }
    if (clip) clips.push(clip);
  }
}

/** One record a program and period. */
function programRecords(program: Expanded<ProgramDriver>): Float64Array {
  const block = new Float64Array(program.referrals.length * PROGRAM_FIELDS);
  for (const [key, field] of PROGRAM_ENTRIES)
    for (let i = 0; i < program[key].length; i++) block[i * PROGRAM_FIELDS + field] = program[key][i];
  return block;
}

const PROGRAM_ENTRIES = Object.entries(PROGRAM) as [keyof typeof PROGRAM, number][];

/** One record a segment and period. The payer's multiplier of cause rates is held so that nobody leaves twice. */
function segmentRecords(
  program: Expanded<ProgramDriver>,
  payer: Expanded<PayerDriver>,
  programs: readonly Program[],
  segments: readonly Payer[],
  firstSegment: Int32Array,
  { months, count: periods, firstMonth }: Periods,
  clips: Clip[],
): Float64Array {
  const block = new Float64Array(periods * segments.length * SEGMENT_FIELDS);
  for (let p = 0; p < programs.length; p++) {
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      let causes: Clip | null = null,
        early: Clip | null = null;
      const clipOf = (what: Clip['what'], q: number, value: number, heldAt: number): Clip => ({
        what,
        program: programs[p].name,
        payer: segments[s].payer,
        item: null,
        firstMonth: firstMonth[q] + 1,
        lastMonth: 0,
        value,
        heldAt,
      });
      for (let q = 0; q < periods; q++) {
        const own = q * programs.length + p,
          i = q * segments.length + s,
          k = i * SEGMENT_FIELDS;
        const sum =
          program.dischargeRate[own] +
          program.disengagementRate[own] +
          program.benefitChangeRate[own] +
          program.adverseEventRate[own];
        const multiplied = sum * payer.attritionMultiplier[i];
        const factor = multiplied > 1 ? payer.attritionMultiplier[i] / multiplied : payer.attritionMultiplier[i];
        if (multiplied > 1) (causes ??= clipOf('causeRates', q, multiplied, 1)).lastMonth = firstMonth[q + 1];
        const left = 1 - Math.min(1, multiplied);
        const dropOff = program.earlyDropOffRate[own];
        if (dropOff > left + 1e-12)
          (early ??= clipOf('earlyDropOffRate', q, dropOff, left)).lastMonth = firstMonth[q + 1];
        const delay = payer.daysToPay[i] / 30;
        const whole = Math.floor(delay);
        block[k + SEGMENT.shareOfPanel] = payer.shareOfPanel[i];
        block[k + SEGMENT.attritionFactor] = factor;
        block[k + SEGMENT.earlyDropOffRate] = Math.min(dropOff, left);
        block[k + SEGMENT.realizationRate] = payer.realizationRate[i];
        block[k + SEGMENT.claimSuccessRate] =
          payer.cleanClaimRate[i] + (1 - payer.cleanClaimRate[i]) * payer.appealRate[i] * payer.overturnRate[i];
        block[k + SEGMENT.allowedPppm] = payer.allowedPppm[i];
        block[k + SEGMENT.collectedRate] = payer.collectedRate[i];
        block[k + SEGMENT.laterShare] = delay - whole;
        block[k + SEGMENT.monthsToPay] = Math.min(whole, months);
      }
      if (causes) clips.push(causes);
      if (early) clips.push(early);
    }
  }
  return block;
}
