/**
 * The forecast payer by payer. A projection adds a program's payers up; here they are told apart again, from the
 * program's new patients and minutes, which the projection knows.
 */
import { shareReaching } from '../../engine/math/minutes';
import type { Prepared } from '../../engine/inputs/prepare';
import type { Model } from '../../engine/model/model';
import type { Projection } from '../../engine/project';

/** What remains of a whole when less than one part in 10¹² of it is left: rounding noise is nobody. */
const NOISE = 1e-12;

export const whatIsLeft = (whole: number, gone: number): number => {
  const left = whole - gone;
  return left < NOISE * whole ? 0 : left;
};

/** One payer's patients and dollars of a month. */
export interface PayerMonth {
  opening: number;
  /** Of them, those who joined last month. */
  recent: number;
  /** What multiplies the program's cause rates, and the early drop-off rate, once nobody can leave twice. */
  attritionFactor: number;
  earlyDropOffRate: number;
  stayed: number;
  active: number;
  /** Minutes a patient of the program gets, and the share who reach the threshold with them; 1 without a threshold. */
  meanMinutes: number;
  reaching: number;
  realizationRate: number;
  billable: number;
  claimSuccessRate: number;
  claims: number;
  potential: number;
  revenue: number;
}

/** By payer, in the order of the segments: its months up to the last one asked for. */
export function byPayer(
  model: Model,
  { programs, program, payer, input }: Prepared,
  projection: Projection,
  lastMonth: number,
): PayerMonth[][] {
  const { firstSegment, launch, openingPatients, openingWeight, stayedWeight, closingWeight, segments } = input;
  const months: PayerMonth[][] = Array.from({ length: segments }, () => []);
  programs.forEach(({ name }, p) => {
    const { newPatients, activePatients, minutesAvailable } = projection.byProgram.get(name)!.series;
    for (let s = firstSegment[p]; s < firstSegment[p + 1]; s++) {
      let closing = 0,
        joined = 0;
      for (let t = 0; t <= lastMonth; t++) {
        const own = t * programs.length + p,
          i = t * segments + s;
        const isLaunched = t >= launch[p];
        const opening = t === launch[p] ? openingPatients[p] * payer.shareOfPanel[i] : closing;
        const causes =
          program.dischargeRate[own] +
          program.disengagementRate[own] +
          program.benefitChangeRate[own] +
          program.adverseEventRate[own];
        const multiplied = causes * payer.attritionMultiplier[i];
        const attritionFactor =
          multiplied > 1 ? payer.attritionMultiplier[i] / multiplied : payer.attritionMultiplier[i];
        const earlyDropOffRate = Math.min(program.earlyDropOffRate[own], 1 - Math.min(1, multiplied));
        const stayed = whatIsLeft(opening, opening * causes * attritionFactor + joined * earlyDropOffRate);
        const recent = joined;
        joined = isLaunched ? newPatients[t] * payer.shareOfPanel[i] : 0;
        closing = stayed + joined;
        const active = opening * openingWeight + stayed * stayedWeight + closing * closingWeight;
        const meanMinutes =
          activePatients[t] > 0 ? Math.min(program.serviceMinutes[own], minutesAvailable[t] / activePatients[t]) : 0;
        const threshold = payer.thresholdMinutes[i];
        const reaching = shareReaching(meanMinutes, payer.minutesCv[i], threshold, model.minutesDistribution);
        const realizationRate =
          threshold > 0 ? payer.consentRate[i] * payer.documentationRate[i] * reaching : payer.realizationRate[i];
        const billable = active * realizationRate;
        const claimSuccessRate =
          payer.cleanClaimRate[i] + (1 - payer.cleanClaimRate[i]) * payer.appealRate[i] * payer.overturnRate[i];
        const claims = billable * claimSuccessRate;
        months[s].push({
          opening,
          recent,
          attritionFactor,
          earlyDropOffRate,
          stayed,
          active,
          meanMinutes,
          reaching,
          realizationRate,
          billable,
          claimSuccessRate,
          claims,
          potential: active * payer.allowedPppm[i],
          revenue: claims * payer.allowedPppm[i],
        });
      }
    }
  });
  return months;
}
