/** Lays a model out in the kernel's flat arrays: rows in one fixed order, every driver month by month. */
import { COST_DRIVERS, PAYER_DRIVERS, PROGRAM_DRIVERS, type CostDriver, type PayerDriver, type ProgramDriver } from './drivers';
import { expand, type Clip, type Expanded } from './expand';
import { SEGMENT_FIELDS, type KernelInput } from './kernel';
import type { BillingBasis, CostItem, Model, Payer, Program } from './model';

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
  byName(a.item, b.item) || byName(a.program ?? '', b.program ?? '') || byName(a.category, b.category) || byName(a.basis, b.basis) || byName(a.staffing, b.staffing) ||
  COST_DRIVERS.map(({ key }) => a[key as CostDriver] - b[key as CostDriver]).find((difference) => difference !== 0 && !Number.isNaN(difference)) || 0;

export interface Prepared {
  programs: readonly Program[];
  segments: readonly Payer[];
  costItems: readonly CostItem[];
  program: Expanded<ProgramDriver>;
  payer: Expanded<PayerDriver>;
  cost: Expanded<CostDriver>;
  input: KernelInput;
}

export function prepare(model: Model, clips: Clip[]): Prepared {
  const { months } = model;
  const stages = [model.schedule ?? [], model.changes, model.adjustments];
  const programs = model.programs.slice().sort((a, b) => byName(a.name, b.name));
  const segments = model.payers.slice().sort((a, b) => byName(a.program, b.program) || byName(a.payer, b.payer));

  const programRows = programs.map((base) => ({ program: base.name, payer: null, item: null, base }));
  const segmentRows = segments.map((base) => ({ program: base.program, payer: base.payer, item: null, base }));
  const program = expand<ProgramDriver>(programRows, PROGRAM_DRIVERS, stages, months, clips);
  const payer = expand<PayerDriver>(segmentRows, PAYER_DRIVERS, stages, months, clips);
  const costItems = model.costs.slice().sort(inFixedOrder);
  const costRows = costItems.map((base) => ({ program: base.program, payer: null, item: base.item, base }));
  const cost = expand<CostDriver>(costRows, COST_DRIVERS, stages, months, clips);

  const firstSegment = new Int32Array(programs.length + 1);
  for (let p = 0, s = 0; p < programs.length; p++) {
    firstSegment[p] = s;
    while (s < segments.length && segments[s].program === programs[p].name) s++;
    firstSegment[p + 1] = s;
  }

  scaleShares(payer.shareOfPanel, programs, firstSegment, months, clips);
  const rates = segmentRates(program, payer, programs, segments, firstSegment, months, clips);
  const { launch, openingPatients } = launches(program, programs.length, months);
  const [openingWeight, stayedWeight, closingWeight] = BASIS_WEIGHTS[model.basis];

  const input: KernelInput = {
    months, programs: programs.length, segments: segments.length, firstSegment, openingWeight, stayedWeight, closingWeight,
    waitingLossRate: model.waitingLossRate, launch, openingPatients,
    referrals: program.referrals, conversionRate: program.conversionRate,
    enrollmentLimit: program.enrollmentLimit, eligiblePatients: program.eligiblePatients,
    ...segmentRecords(payer, rates, months),
  };
  return { programs, segments, costItems, program, payer, cost, input };
}

/** One record a segment and month, in the order of SEGMENT, and when its claims are paid. */
function segmentRecords(payer: Expanded<PayerDriver>, rates: ReturnType<typeof segmentRates>, months: number) {
  const { shareOfPanel, realizationRate, cleanClaimRate, appealRate, overturnRate, allowedPppm, collectedRate, daysToPay } = payer;
  const { dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate, earlyDropOffRate } = rates;
  const segmentBlock = new Float64Array(daysToPay.length * SEGMENT_FIELDS);
  const monthsToPay = new Int32Array(daysToPay.length);
  for (let i = 0, k = 0; i < daysToPay.length; i++, k += SEGMENT_FIELDS) {
    const delay = daysToPay[i] / 30;
    const whole = Math.floor(delay);
    monthsToPay[i] = Math.min(whole, months);
    segmentBlock[k] = shareOfPanel[i];
    segmentBlock[k + 1] = dischargeRate[i];
    segmentBlock[k + 2] = disengagementRate[i];
    segmentBlock[k + 3] = benefitChangeRate[i];
    segmentBlock[k + 4] = adverseEventRate[i];
    segmentBlock[k + 5] = earlyDropOffRate[i];
    segmentBlock[k + 6] = realizationRate[i];
    segmentBlock[k + 7] = cleanClaimRate[i] + (1 - cleanClaimRate[i]) * appealRate[i] * overturnRate[i];
    segmentBlock[k + 8] = allowedPppm[i];
    segmentBlock[k + 9] = collectedRate[i];
    segmentBlock[k + 10] = delay - whole;
  }
  return { segmentBlock, monthsToPay };
}

/** The first month whose launch month has come, and the panel the program opens with then. */
function launches(program: Expanded<ProgramDriver>, programs: number, months: number) {
  const launch = new Int32Array(programs).fill(months);
  const openingPatients = new Float64Array(programs);
  for (let p = 0; p < programs; p++) {
    for (let t = 0; t < months; t++) {
      if (program.launchMonth[t * programs + p] > t + 1) continue;
      launch[p] = t;
      openingPatients[p] = program.openingPatients[t * programs + p];
      break;
    }
  }
  return { launch, openingPatients };
}

/** Payer shares of a program are made to add to exactly 1 in every month. */
function scaleShares(shares: Float64Array, programs: readonly Program[], firstSegment: Int32Array, months: number, clips: Clip[]): void {
  const count = firstSegment[programs.length];
  for (let p = 0; p < programs.length; p++) {
    const first = firstSegment[p], end = firstSegment[p + 1];
    let clip: Clip | null = null;
    for (let t = 0; t < months; t++) {
      let total = 0;
      for (let s = first; s < end; s++) total += shares[t * count + s];
      for (let s = first; s < end; s++) shares[t * count + s] = total > 0 ? shares[t * count + s] / total : 1 / (end - first);
      if (Math.abs(total - 1) > SHARE_TOLERANCE) {
        clip ??= { what: 'shareOfPanel', program: programs[p].name, payer: null, item: null, firstMonth: t + 1, lastMonth: t + 1, value: total, heldAt: 1 };
        clip.lastMonth = t + 1;
      }
    }
    if (clip) clips.push(clip);
  }
}

/** Cause rates of each segment: the program's × the payer's multiplier, held so that nobody leaves twice. */
function segmentRates(
  program: Expanded<ProgramDriver>, payer: Expanded<PayerDriver>, programs: readonly Program[], segments: readonly Payer[],
  firstSegment: Int32Array, months: number, clips: Clip[],
) {
  const size = months * segments.length;
  const rates = {
    dischargeRate: new Float64Array(size), disengagementRate: new Float64Array(size), benefitChangeRate: new Float64Array(size),
    adverseEventRate: new Float64Array(size), earlyDropOffRate: new Float64Array(size),
  };
  for (let p = 0; p < programs.length; p++) {
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      let causes: Clip | null = null, early: Clip | null = null;
      const clipOf = (what: Clip['what'], t: number, value: number, heldAt: number): Clip =>
        ({ what, program: programs[p].name, payer: segments[s].payer, item: null, firstMonth: t + 1, lastMonth: t + 1, value, heldAt });
      for (let t = 0; t < months; t++) {
        const m = t * programs.length + p, i = t * segments.length + s;
        const sum = program.dischargeRate[m] + program.disengagementRate[m] + program.benefitChangeRate[m] + program.adverseEventRate[m];
        const multiplied = sum * payer.attritionMultiplier[i];
        const factor = multiplied > 1 ? payer.attritionMultiplier[i] / multiplied : payer.attritionMultiplier[i];
        if (multiplied > 1) (causes ??= clipOf('causeRates', t, multiplied, 1)).lastMonth = t + 1;
        rates.dischargeRate[i] = program.dischargeRate[m] * factor;
        rates.disengagementRate[i] = program.disengagementRate[m] * factor;
        rates.benefitChangeRate[i] = program.benefitChangeRate[m] * factor;
        rates.adverseEventRate[i] = program.adverseEventRate[m] * factor;
        const left = 1 - Math.min(1, multiplied);
        const dropOff = program.earlyDropOffRate[m];
        if (dropOff > left + 1e-12) (early ??= clipOf('earlyDropOffRate', t, dropOff, left)).lastMonth = t + 1;
        rates.earlyDropOffRate[i] = Math.min(dropOff, left);
      }
      if (causes) clips.push(causes);
      if (early) clips.push(early);
    }
  }
  return rates;
}
