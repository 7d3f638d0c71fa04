/** Event 12, and what runs on from month to month: lines that are made of other lines, one after the other. */
import type { SeriesKey } from '../model/lines';
import { PLACE } from './series';

/** Works out a line's months from those of others, which stand among the figures. */
export type Making = (figures: Float64Array, months: number, owedAtStart: number) => void;

/** What makes each of these lines, behind the lines it is made of. */
export const MAKINGS: readonly (readonly [SeriesKey, Making])[] = [
  ['lostPatients', makeLostPatients],
  ['receivable', makeReceivable],
  ['totalCost', makeTotalCost],
  ['margin', makeMargin],
  ['cumulativeCash', makeCumulativeCash],
];

function makeLostPatients(figures: Float64Array, months: number): void {
  const line = PLACE.lostPatients * months,
    discharge = PLACE.lostToDischarge * months,
    disengagement = PLACE.lostToDisengagement * months,
    benefitChange = PLACE.lostToBenefitChange * months,
    adverseEvent = PLACE.lostToAdverseEvent * months,
    earlyDropOff = PLACE.lostToEarlyDropOff * months;
  for (let t = 0; t < months; t++)
    figures[line + t] =
      figures[discharge + t] +
      figures[disengagement + t] +
      figures[benefitChange + t] +
      figures[adverseEvent + t] +
      figures[earlyDropOff + t];
}

function makeReceivable(figures: Float64Array, months: number, owedAtStart: number): void {
  const line = PLACE.receivable * months,
    allowedRevenue = PLACE.allowedRevenue * months,
    badDebt = PLACE.badDebt * months,
    cashCollected = PLACE.cashCollected * months;
  let receivable = owedAtStart;
  for (let t = 0; t < months; t++) {
    receivable += figures[allowedRevenue + t] - figures[badDebt + t] - figures[cashCollected + t];
    figures[line + t] = receivable;
  }
}

/** A month's total cost. */
export const totalCostOf = (careTeam: number, technology: number, overhead: number): number =>
  careTeam + technology + overhead;

/** A month's margin. */
export const marginOf = (allowedRevenue: number, badDebt: number, totalCost: number): number =>
  allowedRevenue - badDebt - totalCost;

function makeTotalCost(figures: Float64Array, months: number): void {
  const line = PLACE.totalCost * months,
    careTeam = PLACE.careTeamCost * months,
    technology = PLACE.technologyCost * months,
    overhead = PLACE.overheadAndComplianceCost * months;
  for (let t = 0; t < months; t++)
    figures[line + t] = totalCostOf(figures[careTeam + t], figures[technology + t], figures[overhead + t]);
}

function makeMargin(figures: Float64Array, months: number): void {
  const line = PLACE.margin * months,
    allowedRevenue = PLACE.allowedRevenue * months,
    badDebt = PLACE.badDebt * months,
    totalCost = PLACE.totalCost * months;
  for (let t = 0; t < months; t++)
    figures[line + t] = marginOf(figures[allowedRevenue + t], figures[badDebt + t], figures[totalCost + t]);
}

function makeCumulativeCash(figures: Float64Array, months: number): void {
  const line = PLACE.cumulativeCash * months,
    cashCollected = PLACE.cashCollected * months,
    totalCost = PLACE.totalCost * months;
  let cumulative = 0;
  for (let t = 0; t < months; t++) {
    cumulative += figures[cashCollected + t] - figures[totalCost + t];
    figures[line + t] = cumulative;
  }
}
