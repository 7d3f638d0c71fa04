/** A segment's way from attrition to cash: events 2 and 6 to 10 for one payer of one program. */
import type { Inputs } from '../inputs/prepare';
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory } from './memory';
import { active, stayed } from './panel';

/**
 * Months from–to in which the segment's inputs stand still. Its figures are added to those of its program.
 * @param realizationByMonth where minutes decide what is billable: the segment's realization rates, all months; else null
 */
export function segmentMonths(
  { months, segments, launch, openingPatients, activeWeights, segmentRates }: Inputs,
  { months: record, cashDue, panel }: Memory,
  p: number,
  s: number,
  q: number,
  from: number,
  to: number,
  realizationByMonth: Float64Array | null,
): void {
  const k = (q * segments.length + s) * SEGMENT_FIELDS;
  const shareOfPanel = segmentRates[k + SEGMENT.shareOfPanel],
    attritionFactor = segmentRates[k + SEGMENT.attritionFactor],
    stayRate = segmentRates[k + SEGMENT.stayRate],
    earlyDropOffRate = segmentRates[k + SEGMENT.earlyDropOffRate],
    claimSuccessRate = segmentRates[k + SEGMENT.claimSuccessRate],
    allowedPppm = segmentRates[k + SEGMENT.allowedPppm],
    collectedRate = segmentRates[k + SEGMENT.collectedRate],
    laterShare = segmentRates[k + SEGMENT.laterShare];
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  let opening = from === launch[p] ? openingPatients[p] * shareOfPanel : panel[2 * s];
  let recent = panel[2 * s + 1];
  // A rate that stands still is read over and over where it stands.
  const realizationRates = realizationByMonth ?? segmentRates;
  const nextRate = realizationByMonth ? 1 : 0;
  let r = (realizationByMonth ? s * months + from : k + SEGMENT.realizationRate) & POSITIONS;
  let due = (from + segmentRates[k + SEGMENT.monthsToPay]) & POSITIONS;
  const end = ((p * months + to) * MONTH_FIELDS) & POSITIONS;
  for (let m = ((p * months + from) * MONTH_FIELDS) & POSITIONS; m < end; m += MONTH_FIELDS, due++, r += nextRate) {
    // 2. Attrition
    const lostToEarlyDropOff = recent * earlyDropOffRate;
    const staying = stayed(opening, stayRate, lostToEarlyDropOff);
    // 6. Closing and active
    recent = record[m + MONTH.newPatients] * shareOfPanel;
    const closing = staying + recent;
    const activePatients = active(opening, staying, closing, openingWeight, stayedWeight, closingWeight);
    // 7. Realization
    const billable = activePatients * realizationRates[r];
    // 8. Claims
    const paid = billable * claimSuccessRate;
    // 9. Allowed revenue
    const revenue = paid * allowedPppm;
    // 10. Cash
    const collected = revenue * collectedRate;
    const later = collected * laterShare;
    record[m + MONTH.exposedPatients] += opening * attritionFactor;
    record[m + MONTH.lostToEarlyDropOff] += lostToEarlyDropOff;
    record[m + MONTH.stayedPatients] += staying;
    record[m + MONTH.billablePatients] += billable;
    record[m + MONTH.paidClaims] += paid;
    record[m + MONTH.potentialRevenue] += activePatients * allowedPppm;
    record[m + MONTH.allowedRevenue] += revenue;
    record[m + MONTH.collectedRevenue] += collected;
    cashDue[due] += collected - later;
    cashDue[due + 1] += later;
    opening = closing;
  }
  panel[2 * s] = opening;
  panel[2 * s + 1] = recent;
}
