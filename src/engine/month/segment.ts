/** A segment's way from attrition to cash: events 2 and 6 to 10 for one payer of a program after the other. */
import type { Inputs } from '../inputs/prepare';
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import { rowOf } from './actual';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory } from './memory';
import { asksForMinutes } from './minutes';
import { payByPattern, setAside } from './payment';
import { active, stayed } from './panel';

/**
 * Takes each segment of a program through all its months, and adds its figures to those of the program. It goes by
 * stretches in which its inputs stand still: periods, or single months where the month's minutes decide what is billable.
 */
export function segmentsToCash(inputs: Inputs, memory: Memory, team: Team | null, p: number): void {
  const { months: record } = memory;
  const {
    months,
    segments,
    firstSegment,
    launch,
    openingPatients,
    activeWeights,
    segmentRates,
    periods,
    paymentParts,
    actual,
  } = inputs;
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const { firstMonth, ofMonth } = periods;
  const begin = actual === null ? launch[p] : Math.max(launch[p], actual.months);
  const horizon = ((p + 1) * months * MONTH_FIELDS) & POSITIONS;
  for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
    const parts = paymentParts[s];
    if (parts) setAside(memory, p);
    const last = begin > launch[p] ? rowOf(actual!, s, begin - 1) : null;
    let opening = last === null ? 0 : last.closingPatients;
    let recent = last === null ? 0 : last.newPatients;
    for (let from = begin, to; from < months; from = to) {
      const q = ofMonth[from];
      const byMinutes = team !== null && asksForMinutes(inputs, s, q);
      to = byMinutes ? from + 1 : firstMonth[q + 1];
      const k = (q * segments.length + s) * SEGMENT_FIELDS;
      const shareOfPanel = segmentRates[k + SEGMENT.shareOfPanel],
        attritionFactor = segmentRates[k + SEGMENT.attritionFactor],
        stayRate = segmentRates[k + SEGMENT.stayRate],
        earlyDropOffRate = segmentRates[k + SEGMENT.earlyDropOffRate],
        claimSuccessRate = segmentRates[k + SEGMENT.claimSuccessRate],
        allowedPppm = segmentRates[k + SEGMENT.allowedPppm],
        collectedRate = segmentRates[k + SEGMENT.collectedRate],
        laterShare = segmentRates[k + SEGMENT.laterShare];
      const realizationRate = byMinutes
        ? team.realizationRate[s * months + from]
        : segmentRates[k + SEGMENT.realizationRate];
      if (from === launch[p]) opening = openingPatients[p] * shareOfPanel;
      const untilPaid = (segmentRates[k + SEGMENT.monthsToPay] * MONTH_FIELDS) & POSITIONS;
      const end = ((p * months + to) * MONTH_FIELDS) & POSITIONS;
      for (let m = ((p * months + from) * MONTH_FIELDS) & POSITIONS; m < end; m += MONTH_FIELDS) {
        const joining = record[m + MONTH.newPatients] * shareOfPanel;
        const month = monthOf(
          opening,
          recent,
          joining,
          stayRate,
          earlyDropOffRate,
          openingWeight,
          stayedWeight,
          closingWeight,
          realizationRate,
          claimSuccessRate,
          allowedPppm,
          collectedRate,
          laterShare,
        );
        record[m + MONTH.exposedPatients] += opening * attritionFactor;
        record[m + MONTH.lostToEarlyDropOff] += month.lostToEarlyDropOff;
        record[m + MONTH.stayedPatients] += month.staying;
        record[m + MONTH.billablePatients] += month.billable;
        record[m + MONTH.paidClaims] += month.paid;
        record[m + MONTH.potentialRevenue] += month.patients * allowedPppm;
        record[m + MONTH.allowedRevenue] += month.revenue;
        record[m + MONTH.collectedRevenue] += month.collected;
        const due = (m + untilPaid) & POSITIONS;
        if (due < horizon) record[due + MONTH.cashCollected] += month.collected - month.later;
        if (due + MONTH_FIELDS < horizon) record[due + MONTH_FIELDS + MONTH.cashCollected] += month.later;
        opening = month.closing;
        recent = joining;
      }
    }
    if (parts) payByPattern(memory, p, parts);
  }
}

/**
 * What becomes of a segment in a month: said once for months in full and in brief. The answer is taken apart where it is
 * given, so that compilers leave the object out, and what nobody asks for.
 */
export const monthOf = (
  opening: number,
  recent: number,
  joining: number,
  stayRate: number,
  earlyDropOffRate: number,
  openingWeight: number,
  stayedWeight: number,
  closingWeight: number,
  realizationRate: number,
  claimSuccessRate: number,
  allowedPppm: number,
  collectedRate: number,
  laterShare: number,
) => {
  // 2. Attrition
  const lostToEarlyDropOff = recent * earlyDropOffRate;
  const staying = stayed(opening, stayRate, lostToEarlyDropOff);
  // 6. Closing and active
  const closing = staying + joining;
  const patients = active(opening, staying, closing, openingWeight, stayedWeight, closingWeight);
  // 7. Realization
  const billable = patients * realizationRate;
  // 8. Claims
  const paid = billable * claimSuccessRate;
  // 9. Allowed revenue
  const revenue = paid * allowedPppm;
  // 10. Cash
  const collected = revenue * collectedRate;
  const later = collected * laterShare;
  return { lostToEarlyDropOff, staying, closing, patients, billable, paid, revenue, collected, later };
};
