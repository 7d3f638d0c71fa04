/**
 * What the month as a whole makes of its inputs once every driver has its value: later starts, payer shares that sum
 * to 1, the month of launch, and rates by segment that let nobody leave twice.
 */
import { DAYS_PER_MONTH } from '../math/calendar';
import { NOISE, SHARE_TOLERANCE } from '../math/tolerances';
import type { PayerDriver, ProgramDriver } from '../model/drivers';
import type { Payer } from '../model/model';
import type { Clip, Expanded } from './expansion';
import type { ActualMonths } from './actual-months';
import { SEGMENT, SEGMENT_FIELDS, sumOf, type Rows } from './layout';
import type { Periods } from './periods';

/** First and last months of rows that come later than typed; a first month before the start is the start. */
export function putOff(
  months: Float64Array,
  rows: readonly { delayMonths?: number }[],
  earliest: number,
  cellsPerPeriod: number,
): void {
  rows.forEach(({ delayMonths = 0 }, r) => {
    if (delayMonths > 0)
      for (let i = r; i < months.length; i += cellsPerPeriod) months[i] = Math.max(earliest, months[i]) + delayMonths;
  });
}

/** The first month, counted from 0, whose launch month has come, and the panel the program opens with then. */
export function setLaunches(
  launch: Int32Array,
  openingPatients: Float64Array,
  program: Expanded<ProgramDriver>,
  { months, ofMonth }: Periods,
  cellsPerPeriod: number,
  actual: ActualMonths | null,
): void {
  const programs = launch.length;
  for (let p = 0; p < programs; p++) {
    launch[p] = months;
    openingPatients[p] = 0;
    if (actual !== null && actual.begun[p] < actual.months) {
      // What has been launched has been launched as it was.
      launch[p] = actual.begun[p];
      openingPatients[p] = actual.openingPatients[p];
      continue;
    }
    for (let t = actual === null ? 0 : actual.months; t < months; t++) {
      const i = ofMonth[t] * cellsPerPeriod + p;
      if (program.launchMonth[i] > t + 1) continue;
      launch[p] = t;
      openingPatients[p] = program.openingPatients[i];
      break;
    }
  }
}

/** Payer shares of a program are made to add to exactly 1 in every period. */
export function scaleShares(
  shares: Float64Array,
  { programs, firstSegment }: Rows,
  { count: periods, firstMonth }: Periods,
  cellsPerPeriod: number,
  clips: Clip[],
): void {
  for (let p = 0; p < programs.length; p++) {
    const first = firstSegment[p],
      end = firstSegment[p + 1];
    let clip: Clip | null = null;
    for (let q = 0; q < periods; q++) {
      let total = 0;
      for (let s = first; s < end; s++) total += shares[q * cellsPerPeriod + s];
      for (let s = first; s < end; s++)
        shares[q * cellsPerPeriod + s] = total > 0 ? shares[q * cellsPerPeriod + s] / total : 1 / (end - first);
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

/** The records of segments in every period. The payer's multiplier of cause rates is held so that nobody leaves twice. */
export function setSegmentRates(
  rates: Float64Array,
  program: Expanded<ProgramDriver>,
  payer: Expanded<PayerDriver>,
  { programs, segments, firstSegment, paymentParts }: Rows,
  { months, count: periods, firstMonth }: Periods,
  cellsPerPeriod: number,
  clips: Clip[],
): void {
  const { dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate, earlyDropOffRate } = program;
  const { attritionMultiplier, shareOfPanel, realizationRate, cleanClaimRate, appealRate, overturnRate } = payer;
  const { allowedPppm, collectedRate, daysToPay } = payer;
  for (let p = 0; p < programs.length; p++) {
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      // A payer with a pattern pays nothing by days: see month/payment.
      const hasPattern = paymentParts[s] !== null;
      const everPaid = hasPattern ? sumOf(segments[s].paymentPattern!) : 1;
      let causesClip: Clip | null = null,
        earlyClip: Clip | null = null;
      for (let q = 0; q < periods; q++) {
        const own = q * cellsPerPeriod + p,
          i = q * cellsPerPeriod + s,
          k = (q * segments.length + s) * SEGMENT_FIELDS;
        const causes = dischargeRate[own] + disengagementRate[own] + benefitChangeRate[own] + adverseEventRate[own];
        const multiplier = attritionMultiplier[i];
        const multiplied = causes * multiplier;
        const factor = multiplied > 1 ? multiplier / multiplied : multiplier;
        if (multiplied > 1)
          (causesClip ??= clipOf('causeRates', segments[s], firstMonth[q] + 1, multiplied, 1)).lastMonth =
            firstMonth[q + 1];
        const left = 1 - Math.min(1, multiplied);
        const dropOff = earlyDropOffRate[own];
        if (dropOff > left + NOISE)
          (earlyClip ??= clipOf('earlyDropOffRate', segments[s], firstMonth[q] + 1, dropOff, left)).lastMonth =
            firstMonth[q + 1];
        const clean = cleanClaimRate[i];
        const delay = hasPattern ? months : daysToPay[i] / DAYS_PER_MONTH;
        const whole = Math.floor(delay);
        rates[k + SEGMENT.shareOfPanel] = shareOfPanel[i];
        rates[k + SEGMENT.attritionFactor] = factor;
        rates[k + SEGMENT.stayRate] = 1 - causes * factor;
        rates[k + SEGMENT.earlyDropOffRate] = Math.min(dropOff, left);
        rates[k + SEGMENT.realizationRate] = realizationRate[i];
        rates[k + SEGMENT.claimSuccessRate] = clean + (1 - clean) * appealRate[i] * overturnRate[i];
        rates[k + SEGMENT.allowedPppm] = allowedPppm[i];
        rates[k + SEGMENT.collectedRate] = collectedRate[i] * everPaid;
        rates[k + SEGMENT.laterShare] = delay - whole;
        rates[k + SEGMENT.monthsToPay] = Math.min(whole, months);
      }
      if (causesClip) clips.push(causesClip);
      if (earlyClip) clips.push(earlyClip);
    }
  }
}

const clipOf = (
  what: Clip['what'],
  { program, payer }: Payer,
  firstMonth: number,
  value: number,
  heldAt: number,
): Clip => ({ what, program, payer, item: null, firstMonth, lastMonth: firstMonth, value, heldAt });
