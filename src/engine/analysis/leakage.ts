/**
 * From eligible patients to cash, and what each step on the way loses.
 *
 * A step is worth what the forecast would bring with every later step at 100%: so the steps take their figures from
 * forecasts, not from a second arithmetic, and a step at 100% loses nothing, to the last bit.
 */
import { held } from './held';
import type { LineKey } from '../model/lines';
import type { BillingBasis, Model } from '../model/model';
import { unlessNoise } from '../math/tolerances';
import { project, Room, type Projection } from '../project';

export const LEAKAGE_STEPS = ['eligible', 'enrolled', 'billable', 'claimed', 'paid', 'collected'] as const;
export type LeakageStep = (typeof LEAKAGE_STEPS)[number];

export interface Leakage {
  /** Patient-months that reach each step, and the dollars they stand for at their payers' allowed PPPM. */
  patients: Readonly<Record<LeakageStep, number>>;
  dollars: Readonly<Record<LeakageStep, number>>;
  /** The collected dollars by when they come: up to the last month of the forecast, and after it. */
  cashCollected: number;
  cashToCome: number;
}

/** @param program null for all programs; from, to: first and last month of service, counted from 1. */
export function leakage(model: Model, program: string | null, from: number, to: number): Leakage {
  const series = (projection: Projection, line: LineKey) =>
    (program === null ? projection.total : projection.byProgram.get(program)!).series[line];
  const over = (projection: Projection, line: LineKey) => addUp(series(projection, line), from, to);

  const room = new Room();
  const plan = project(model, room);
  const everyAppealWon = project(held(model, { overturnRate: 1 }), room);
  const everyClaimClean = project(held(model, { cleanClaimRate: 1 }), room);
  /** A dollar a claim: dollars are patients. */
  const aDollarEach = project(held(model, { allowedPppm: 1 }), room);
  const left = notEnrolled(plan, program, from, to);
  const active = over(aDollarEach, 'potentialRevenue');
  const enrolled = over(plan, 'potentialRevenue');
  const collected = over(plan, 'allowedRevenue') - over(plan, 'badDebt');

  const cashOfServicesUpTo = (month: number): number =>
    month === 0
      ? 0
      : addUp(
          series(month === model.months ? plan : project(billedUpTo(model, month), room), 'cashCollected'),
          1,
          model.months,
        );
  const cashUpToEnd = cashOfServicesUpTo(to);
  const open = collected - (cashUpToEnd - cashOfServicesUpTo(from - 1));
  const cashToCome = unlessNoise(open, cashUpToEnd);

  return {
    patients: {
      eligible: active + left.patients,
      enrolled: active,
      billable: over(plan, 'billablePatients'),
      claimed: over(everyAppealWon, 'paidClaims'),
      paid: over(plan, 'paidClaims'),
      collected: over(aDollarEach, 'allowedRevenue') - over(aDollarEach, 'badDebt'),
    },
    dollars: {
      eligible: enrolled + left.dollars,
      enrolled,
      billable: over(everyClaimClean, 'allowedRevenue'),
      claimed: over(everyAppealWon, 'allowedRevenue'),
      paid: over(plan, 'allowedRevenue'),
      collected,
    },
    cashCollected: collected - cashToCome,
    cashToCome,
  };
}

function addUp(series: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let t = from - 1; t < to; t++) total += series[t];
  return total;
}

/** Nothing is billed after the month: all cash is that of the months before. Later than any other adjustment, so it has the last word. */
const billedUpTo = (model: Model, month: number): Model => ({
  ...model,
  adjustments: [
    ...model.adjustments,
    {
      driver: 'allowedPppm',
      program: null,
      payer: null,
      item: null,
      change: 'set',
      value: 0,
      fromMonth: month + 1,
      toMonth: Infinity,
    },
  ],
});

/** How much of a month's enrollment is counted among the active, so no longer among those not enrolled. */
const COUNTED_AT_ONCE: Readonly<Record<BillingBasis, number>> = { average: 0.5, closing: 1, retained: 0 };

/** Eligible patients who never enrolled so far; where nobody knows how many are eligible, those who wait. Priced as if they joined. */
function notEnrolled(
  { inputs, byProgram }: Projection,
  only: string | null,
  from: number,
  to: number,
): { patients: number; dollars: number } {
  const { model, programs, firstSegment, periods, cellsPerPeriod, program, payer, launch } = inputs;
  const atOnce = COUNTED_AT_ONCE[model.basis];
  let patients = 0,
    dollars = 0;
  programs.forEach(({ name }, p) => {
    if (only !== null && name !== only) return;
    const { newPatients, openingPatients, waitingPatients } = byProgram.get(name)!.series;
    let ever = openingPatients[launch[p]],
      waiting = 0;
    for (let t = launch[p]; t < to; t++) {
      const q = periods.ofMonth[t];
      const eligible = program.eligiblePatients[q * cellsPerPeriod + p];
      const before = eligible === Infinity ? waiting : unlessNoise(eligible - ever, eligible);
      ever += newPatients[t];
      waiting = waitingPatients[t];
      const after = eligible === Infinity ? waiting : unlessNoise(eligible - ever, eligible);
      if (t + 1 < from) continue;
      const outside = before + (after - before) * atOnce;
      patients += outside;
      for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
        const i = q * cellsPerPeriod + s;
        dollars += outside * payer.shareOfPanel[i] * payer.allowedPppm[i];
      }
    }
  });
  return { patients, dollars };
}
