/**
 * From eligible patients to cash, and what each step on the way loses.
 *
 * A step is worth what the forecast would bring with every later step at 100%: so the steps take their figures from
 * forecasts, not from a second arithmetic, and a step at 100% loses nothing, to the last bit.
 */
import { adjust, prepare, type Inputs } from '../inputs/prepare';
import { unlessNoise } from '../math/tolerances';
import type { PayerDriver } from '../model/drivers';
import type { LineKey } from '../model/lines';
import type { BillingBasis, Change, Model } from '../model/model';
import { panelToCash } from '../month/events';
import { allocate, MONTH, MONTH_FIELDS, type Memory } from '../month/memory';
import { statementOf, type Statement } from '../month/statement';

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
  const { months } = model;
  // What is owed at the start is of no month of service of the forecast.
  const adjustments = held(model.adjustments, 'openingReceivable', 0);
  // The same plan with other adjustments, in the same memory; costs come in none of them.
  const inputs = prepare({ ...model, adjustments: [...adjustments, billedUpTo(from - 1), billedUpTo(to)] });
  const memory = allocate(inputs);
  const first = program === null ? 0 : inputs.programs.findIndex(({ name }) => name === program),
    end = program === null ? inputs.programs.length : first + 1;
  const adjusted = (moves: readonly Change[]): Series => {
    adjust(inputs, moves);
    panelToCash(inputs, memory);
    return statementOf(memory, first, end, months).series;
  };
  const over = (series: Series, line: LineKey) => addUp(series[line], from, to);

  const plan = adjusted(adjustments);
  const left = notEnrolled(inputs, memory, first, end, from, to);
  const everyAppealWon = adjusted(held(adjustments, 'overturnRate', 1));
  const everyClaimClean = adjusted(held(adjustments, 'cleanClaimRate', 1));
  /** A dollar a claim: dollars are patients. */
  const aDollarEach = adjusted(held(adjustments, 'allowedPppm', 1));
  const cashOfServicesUpTo = (month: number): number => {
    if (month === 0) return 0;
    const billed = month === months ? plan : adjusted([...adjustments, billedUpTo(month)]);
    return addUp(billed.cashCollected, 1, months);
  };
  const cashUpToEnd = cashOfServicesUpTo(to);
  const active = over(aDollarEach, 'potentialRevenue');
  const enrolled = over(plan, 'potentialRevenue');
  const collected = over(plan, 'allowedRevenue') - over(plan, 'badDebt');
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

type Series = Statement['series'];

function addUp(series: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let t = from - 1; t < to; t++) total += series[t];
  return total;
}

/** Of all payers, in all or the later months; later than any other adjustment, so it has the last word. */
const setForAll = (driver: PayerDriver, value: number, fromMonth: number): Change => ({
  driver,
  program: null,
  payer: null,
  item: null,
  change: 'set',
  value,
  fromMonth,
  toMonth: Infinity,
});

/** Nothing is billed after the month: all cash is that of the months before. */
const billedUpTo = (month: number): Change => setForAll('allowedPppm', 0, month + 1);

/** A driver of all payers held at one value, whatever the fee schedule, planned changes and the scenario say. */
const held = (adjustments: readonly Change[], driver: PayerDriver, value: number): Change[] => [
  ...adjustments.filter((change) => change.driver !== driver),
  setForAll(driver, value, 1),
];

/** How much of a month's enrollment is counted among the active, so no longer among those not enrolled. */
const COUNTED_AT_ONCE: Readonly<Record<BillingBasis, number>> = { average: 0.5, closing: 1, retained: 0 };

/** Eligible patients who never enrolled so far; where nobody knows how many are eligible, those who wait. Priced as if they joined. */
function notEnrolled(
  { model, months, firstSegment, periods, cellsPerPeriod, program, payer, launch }: Inputs,
  { months: record }: Memory,
  first: number,
  end: number,
  from: number,
  to: number,
): { patients: number; dollars: number } {
  const atOnce = COUNTED_AT_ONCE[model.basis];
  let patients = 0,
    dollars = 0;
  for (let p = first; p < end; p++) {
    const at = (t: number) => (p * months + t) * MONTH_FIELDS;
    let ever = launch[p] < months ? record[at(launch[p]) + MONTH.openingPatients] : 0,
      waiting = 0;
    for (let t = launch[p]; t < to; t++) {
      const q = periods.ofMonth[t];
      const eligible = program.eligiblePatients[q * cellsPerPeriod + p];
      const before = eligible === Infinity ? waiting : unlessNoise(eligible - ever, eligible);
      ever += record[at(t) + MONTH.newPatients];
      waiting = record[at(t) + MONTH.waitingPatients];
      const after = eligible === Infinity ? waiting : unlessNoise(eligible - ever, eligible);
      if (t + 1 < from) continue;
      const outside = before + (after - before) * atOnce;
      patients += outside;
      for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
        const i = q * cellsPerPeriod + s;
        dollars += outside * payer.shareOfPanel[i] * payer.allowedPppm[i];
      }
    }
  }
  return { patients, dollars };
}
