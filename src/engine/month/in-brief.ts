/**
 * Months in brief: what dollars are made of, of programs that no care team looks at and of which no month is over. The
 * events are those of months in full, to the last bit; what is only told is left out.
 */
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import type { Inputs } from '../inputs/prepare';
import { enroll } from './enrollment';
import { MONTH, POSITIONS, type Records } from './memory';
import { BRIEF_FIELDS } from './memory-in-brief';
import { collectOwed } from './owed';
import { active } from './panel';
import { payByPattern, setAside } from './payment';
import { monthOf } from './segment';

/** Events 2 to 10 of one program; what was in its record before is gone. */
export function programInBrief(inputs: Inputs, memory: Records, p: number): void {
  const { months, launch } = inputs;
  memory.months.fill(0, p * months * BRIEF_FIELDS, (p + 1) * months * BRIEF_FIELDS);
  enroll(inputs, memory, p);
  if (launch[p] < months) {
    segmentsInBrief(inputs, memory, p);
    panelInBrief(inputs, memory, p);
  }
  collectOwed(inputs, memory, p);
}

/** Takes its costs out of a program's months. */
export function clearCosts({ months }: Inputs, { months: record }: Records, p: number): void {
  const { careTeamCost, technologyCost, overheadAndComplianceCost } = MONTH;
  const end = ((p + 1) * months * BRIEF_FIELDS) & POSITIONS;
  for (let m = (p * months * BRIEF_FIELDS) & POSITIONS; m < end; m += BRIEF_FIELDS) {
    record[m + careTeamCost] = 0;
    record[m + technologyCost] = 0;
    record[m + overheadAndComplianceCost] = 0;
  }
}

/** Events 2 and 6 to 10: takes each segment of a program through all its months. */
function segmentsInBrief(inputs: Inputs, memory: Records, p: number): void {
  const { months: record } = memory;
  const { months, segments, firstSegment, launch, openingPatients, activeWeights, segmentRates, periods } = inputs;
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const { firstMonth, ofMonth } = periods;
  // By name before the months begin: within the loop engines look a name up again and again.
  const { newPatients, stayedPatients, allowedRevenue, collectedRevenue, cashCollected } = MONTH;
  const horizon = ((p + 1) * months * BRIEF_FIELDS) & POSITIONS;
  for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
    const parts = inputs.paymentParts[s];
    if (parts) setAside(memory, p);
    let opening = 0,
      recent = 0;
    for (let from = launch[p], to; from < months; from = to) {
      const q = ofMonth[from];
      to = firstMonth[q + 1];
      const k = (q * segments.length + s) * SEGMENT_FIELDS;
      const shareOfPanel = segmentRates[k + SEGMENT.shareOfPanel],
        stayRate = segmentRates[k + SEGMENT.stayRate],
        earlyDropOffRate = segmentRates[k + SEGMENT.earlyDropOffRate],
        realizationRate = segmentRates[k + SEGMENT.realizationRate],
        claimSuccessRate = segmentRates[k + SEGMENT.claimSuccessRate],
        allowedPppm = segmentRates[k + SEGMENT.allowedPppm],
        collectedRate = segmentRates[k + SEGMENT.collectedRate],
        laterShare = segmentRates[k + SEGMENT.laterShare];
      if (from === launch[p]) opening = openingPatients[p] * shareOfPanel;
      const end = ((p * months + to) * BRIEF_FIELDS) & POSITIONS;
      const start = ((p * months + from) * BRIEF_FIELDS) & POSITIONS;
      // What a month leaves for later comes in beside what the next one brings at once.
      let later = 0;
      const untilPaid = (segmentRates[k + SEGMENT.monthsToPay] * BRIEF_FIELDS) & POSITIONS;
      const paidInTime = horizon - untilPaid;
      for (let m = start; m < end; m += BRIEF_FIELDS) {
        const joining = record[m + newPatients] * shareOfPanel;
        const {
          staying,
          revenue,
          collected,
          later: nextMonth,
          closing,
        } = monthOf(
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
        record[m + stayedPatients] += staying;
        record[m + allowedRevenue] += revenue;
        record[m + collectedRevenue] += collected;
        if (m < paidInTime) {
          const due = m + untilPaid;
          const cash = record[due + cashCollected] + later;
          record[due + cashCollected] = cash + (collected - nextMonth);
        }
        later = nextMonth;
        opening = closing;
        recent = joining;
      }
      if (end < paidInTime) record[end + untilPaid + cashCollected] += later;
    }
    if (parts) payByPattern(memory, p, parts);
  }
}

/** A program's months, once all its segments went through them. */
function panelInBrief(inputs: Inputs, { months: record }: Records, p: number): void {
  const { months, launch, openingPatients, activeWeights } = inputs;
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const { newPatients, stayedPatients, allowedRevenue, collectedRevenue, activePatients, badDebt } = MONTH;
  const end = ((p + 1) * months * BRIEF_FIELDS) & POSITIONS;
  let opening = openingPatients[p];
  for (let m = ((p * months + launch[p]) * BRIEF_FIELDS) & POSITIONS; m < end; m += BRIEF_FIELDS) {
    const staying = record[m + stayedPatients];
    const closing = staying + record[m + newPatients];
    record[m + activePatients] = active(opening, staying, closing, openingWeight, stayedWeight, closingWeight);
    record[m + badDebt] = record[m + allowedRevenue] - record[m + collectedRevenue];
    opening = closing;
  }
}
