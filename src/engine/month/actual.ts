/**
 * Months that are over: their figures are written as they were, and what the first month of the forecast goes on from.
 * What no table tells follows from the plan: causes of loss and categories of cost in the proportions of the model's own,
 * the care team as its rules would have staffed the patients there were.
 */
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import type { ActualMonths } from '../inputs/actual-months';
import type { Inputs } from '../inputs/prepare';
import { NOTHING } from '../math/tolerances';
import type { ActualMonth } from '../model/model';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, type Memory } from './memory';
import { active } from './panel';

/** Writes the months that are over; who has enrolled so far goes on from there. */
export function recallMonths(inputs: Inputs, actual: ActualMonths, { months: record, everEnrolled }: Memory): void {
  const { programs, months, firstSegment } = inputs;
  for (let p = 0; p < programs.length; p++) {
    everEnrolled[p] = actual.openingPatients[p];
    for (let t = actual.begun[p]; t < actual.months; t++) {
      const m = (p * months + t) * MONTH_FIELDS;
      for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
        const row = rowOf(actual, s, t);
        if (row) recall(inputs, actual, record, m, row, p, s, t);
      }
      everEnrolled[p] += record[m + MONTH.newPatients];
    }
  }
}

/** Of a segment; null before its program began. */
export const rowOf = ({ months, rows }: ActualMonths, s: number, t: number): ActualMonth | null => rows[s * months + t];

/** The active patients of a row: as given, or by the billing basis. */
export function activeIn({ activeWeights }: Pick<Inputs, 'activeWeights'>, row: ActualMonth): number {
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const staying = row.openingPatients - row.lostPatients;
  return (
    row.activePatients ??
    active(row.openingPatients, staying, row.closingPatients, openingWeight, stayedWeight, closingWeight)
  );
}

/** The rate in force in a month. */
const rate = ({ segmentRates, segments, periods }: Inputs, field: number, s: number, t: number): number =>
  segmentRates[(periods.ofMonth[t] * segments.length + s) * SEGMENT_FIELDS + field];

function recall(
  inputs: Inputs,
  actual: ActualMonths,
  record: Float64Array,
  m: number,
  row: ActualMonth,
  p: number,
  s: number,
  t: number,
): void {
  const { paidClaims, allowedRevenue } = row;
  const patients = activeIn(inputs, row);
  const allowedPppm = paidClaims >= NOTHING ? allowedRevenue / paidClaims : rate(inputs, SEGMENT.allowedPppm, s, t);
  const collected = allowedRevenue * rate(inputs, SEGMENT.collectedRate, s, t);
  record[m + MONTH.referrals] += row.referrals;
  record[m + MONTH.newPatients] += row.newPatients;
  record[m + MONTH.waitingPatients] += row.waitingPatients;
  record[m + MONTH.openingPatients] += row.openingPatients;
  record[m + MONTH.stayedPatients] += row.openingPatients - row.lostPatients;
  record[m + MONTH.closingPatients] += row.closingPatients;
  record[m + MONTH.activePatients] += patients;
  record[m + MONTH.billablePatients] += row.billablePatients;
  record[m + MONTH.paidClaims] += paidClaims;
  record[m + MONTH.potentialRevenue] += patients * allowedPppm;
  record[m + MONTH.allowedRevenue] += allowedRevenue;
  record[m + MONTH.collectedRevenue] += collected;
  record[m + MONTH.badDebt] += allowedRevenue - collected;
  record[m + MONTH.cashCollected] += row.cashCollected;
  splitLost(inputs, actual, record, m, row, p, s, t);
}

/** Lost patients by cause, in the proportions in which the model would have lost them; to disengagement where it loses nobody. */
function splitLost(
  inputs: Inputs,
  actual: ActualMonths,
  record: Float64Array,
  m: number,
  row: ActualMonth,
  p: number,
  s: number,
  t: number,
): void {
  const { program, periods, cellsPerPeriod } = inputs;
  const i = periods.ofMonth[t] * cellsPerPeriod + p;
  const exposed = row.openingPatients * rate(inputs, SEGMENT.attritionFactor, s, t);
  const recent = t > 0 ? (rowOf(actual, s, t - 1)?.newPatients ?? 0) : 0;
  const discharge = exposed * program.dischargeRate[i],
    disengagement = exposed * program.disengagementRate[i],
    benefitChange = exposed * program.benefitChangeRate[i],
    adverseEvent = exposed * program.adverseEventRate[i],
    earlyDropOff = recent * rate(inputs, SEGMENT.earlyDropOffRate, s, t);
  const all = discharge + disengagement + benefitChange + adverseEvent + earlyDropOff;
  const part = (lost: number) => (all > 0 ? (lost / all) * row.lostPatients : 0);
  record[m + MONTH.lostToDischarge] += part(discharge);
  record[m + MONTH.lostToDisengagement] += all > 0 ? part(disengagement) : row.lostPatients;
  record[m + MONTH.lostToBenefitChange] += part(benefitChange);
  record[m + MONTH.lostToAdverseEvent] += part(adverseEvent);
  record[m + MONTH.lostToEarlyDropOff] += part(earlyDropOff);
}

/** The panel of a month that is over, for the care team: whom it served, and who is there next month. */
export function recallPanel(inputs: Inputs, actual: ActualMonths, team: Team, t: number): void {
  const { programs, firstSegment } = inputs;
  team.activeOfAll[0] = 0;
  for (let p = 0; p < programs.length; p++) {
    team.active[p] = team.closing[p] = 0;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const row = rowOf(actual, s, t);
      if (row) team.active[p] += activeIn(inputs, row);
      team.closing[p] += team.panel[2 * s] = row?.closingPatients ?? 0;
      team.panel[2 * s + 1] = row?.newPatients ?? 0;
    }
    team.activeOfAll[0] += team.active[p];
  }
}

/** Minutes and costs of the months that are over, as far as they are told, in the place of what the plan makes of them. */
export function recallMinutesAndCosts(inputs: Inputs, actual: ActualMonths, { months: record }: Memory): void {
  const { programs, months, firstSegment } = inputs;
  for (let p = 0; p < programs.length; p++)
    for (let t = actual.begun[p]; t < actual.months; t++) {
      const m = (p * months + t) * MONTH_FIELDS;
      const minutes = told(actual, 'minutes', firstSegment[p], firstSegment[p + 1], t);
      if (minutes !== null) record[m + MONTH.minutesUsed] = minutes;
      const cost = told(actual, 'cost', firstSegment[p], firstSegment[p + 1], t);
      if (cost !== null) splitCost(record, m, cost);
    }
}

/** What the rows of a program's month say together; null where none of them says anything. */
function told(actual: ActualMonths, key: 'minutes' | 'cost', from: number, to: number, t: number): number | null {
  let sum: number | null = null;
  for (let s = from; s < to; s++) {
    const value = rowOf(actual, s, t)?.[key] ?? null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

const CATEGORIES = [MONTH.careTeamCost, MONTH.technologyCost, MONTH.overheadAndComplianceCost];

/**
 * By category in the proportions of the plan; overhead and compliance where it has no costs. A percentage of cash that
 * was paid back would have been less than nothing: it is no cost.
 */
function splitCost(record: Float64Array, m: number, cost: number): void {
  let planned = 0;
  for (const category of CATEGORIES) planned += Math.max(0, record[m + category]);
  // Parts first: a cost may be more than any number of times next to nothing.
  for (const category of CATEGORIES)
    record[m + category] = planned > 0 ? (Math.max(0, record[m + category]) / planned) * cost : 0;
  if (planned === 0) record[m + MONTH.overheadAndComplianceCost] = cost;
}
