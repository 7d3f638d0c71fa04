/**
 * A program's panel through its months: who stays (event 2), who joins, who is active (event 6), and which causes the
 * others were lost to. Who stays and who is active is said here alone, for segments as for programs.
 */
import { SEGMENT, SEGMENT_FIELDS } from '../inputs/layout';
import { unlessNoise } from '../math/tolerances';
import type { Inputs } from '../inputs/prepare';
import type { Team } from './care-team';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory } from './memory';

/** Event 2: who is left of the opening panel after all causes and early drop-off. */
export const stayed = (opening: number, stayRate: number, lostToEarlyDropOff: number): number =>
  unlessNoise(opening * stayRate - lostToEarlyDropOff, opening);

/** Event 6: the active patients of a month, by the billing basis. */
export const active = (
  opening: number,
  stayed: number,
  closing: number,
  openingWeight: number,
  stayedWeight: number,
  closingWeight: number,
): number => opening * openingWeight + stayed * stayedWeight + closing * closingWeight;

/** Event 2 of one month in all programs: the care team has to know who stays before it admits anybody. */
export function attrition(
  { programs, segments, firstSegment, launch, openingPatients, periods, segmentRates }: Inputs,
  team: Team,
  t: number,
): void {
  const { panel } = team;
  const q = periods.ofMonth[t];
  for (let p = 0; p < programs.length; p++) {
    let stayers = 0;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const k = (q * segments.length + s) * SEGMENT_FIELDS;
      const opening = t === launch[p] ? openingPatients[p] * segmentRates[k + SEGMENT.shareOfPanel] : panel[2 * s];
      const lostToEarlyDropOff = panel[2 * s + 1] * segmentRates[k + SEGMENT.earlyDropOffRate];
      stayers += panel[2 * s] = stayed(opening, segmentRates[k + SEGMENT.stayRate], lostToEarlyDropOff);
    }
    team.stayed[p] = stayers;
  }
}

/** Event 6 of one month in all programs, once it is known who was admitted. */
export function close(
  { programs, segments, firstSegment, launch, openingPatients, periods, segmentRates, activeWeights }: Inputs,
  team: Team,
  t: number,
): void {
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const { panel } = team;
  const q = periods.ofMonth[t];
  team.activeOfAll[0] = 0;
  for (let p = 0; p < programs.length; p++) {
    const joining = team.joining[p];
    const opening = t === launch[p] ? openingPatients[p] : team.closing[p];
    const closing = team.stayed[p] + joining;
    team.active[p] = active(opening, team.stayed[p], closing, openingWeight, stayedWeight, closingWeight);
    team.activeOfAll[0] += team.active[p];
    team.closing[p] = closing;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      const recent = joining * segmentRates[(q * segments.length + s) * SEGMENT_FIELDS + SEGMENT.shareOfPanel];
      panel[2 * s] += recent;
      panel[2 * s + 1] = recent;
    }
  }
}

/** A program's months, once all its segments went through them: what these left behind is put together. */
export function panelMonths(
  { months, launch, openingPatients, activeWeights, periods, cellsPerPeriod, program, actual }: Inputs,
  { months: record }: Memory,
  p: number,
): void {
  const { openingWeight, stayedWeight, closingWeight } = activeWeights;
  const begin = actual === null ? launch[p] : Math.max(launch[p], actual.months);
  let opening =
    begin > launch[p] ? record[(p * months + begin - 1) * MONTH_FIELDS + MONTH.closingPatients] : openingPatients[p];
  for (let from = begin, to; from < months; from = to) {
    const q = periods.ofMonth[from];
    to = periods.firstMonth[q + 1];
    const i = q * cellsPerPeriod + p;
    const dischargeRate = program.dischargeRate[i],
      disengagementRate = program.disengagementRate[i],
      benefitChangeRate = program.benefitChangeRate[i],
      adverseEventRate = program.adverseEventRate[i];
    const end = ((p * months + to) * MONTH_FIELDS) & POSITIONS;
    for (let m = ((p * months + from) * MONTH_FIELDS) & POSITIONS; m < end; m += MONTH_FIELDS) {
      const exposed = record[m + MONTH.exposedPatients],
        staying = record[m + MONTH.stayedPatients];
      const closing = staying + record[m + MONTH.newPatients];
      record[m + MONTH.openingPatients] = opening;
      record[m + MONTH.lostToDischarge] = exposed * dischargeRate;
      record[m + MONTH.lostToDisengagement] = exposed * disengagementRate;
      record[m + MONTH.lostToBenefitChange] = exposed * benefitChangeRate;
      record[m + MONTH.lostToAdverseEvent] = exposed * adverseEventRate;
      record[m + MONTH.closingPatients] = closing;
      record[m + MONTH.activePatients] = active(opening, staying, closing, openingWeight, stayedWeight, closingWeight);
      record[m + MONTH.badDebt] = record[m + MONTH.allowedRevenue] - record[m + MONTH.collectedRevenue];
      opening = closing;
    }
  }
}
