/**
 * The forecast payer by payer. A projection adds a program's payers up; here they are told apart again, from the
 * program's new patients and minutes, which the projection knows.
 */
import { shareReaching } from '../engine/math/minutes';
import { unlessNoise } from '../engine/math/tolerances';
import type { PayerDriver, ProgramDriver } from '../engine/model/drivers';
import type { ActualMonth, Model } from '../engine/model/model';
import type { Projection } from '../engine/project';
import type { Drivers } from './drivers';

/** One payer's patients and dollars of a month. */
export interface PayerMonth {
  opening: number;
  /** Of them, those who joined last month. */
  recent: number;
  /** All cause rates together; what multiplies them, and the early drop-off rate, once nobody can leave twice. */
  causes: number;
  attritionFactor: number;
  earlyDropOffRate: number;
  stayed: number;
  added: number;
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

/** By payer, in the order of the segments, its months. */
export function byPayer(model: Model, drivers: Drivers, projection: Projection): PayerMonth[][] {
  return drivers.programs.flatMap((program, p) => {
    const { series } = projection.byProgram.get(program.name)!;
    return drivers.payersOf(p).map((s) => {
      const months: PayerMonth[] = [];
      let closing = 0,
        joined = 0;
      for (let t = 0; t < model.months; t++) {
        const over = drivers.actualMonth(s, t);
        if (over) {
          months.push(asItWas(model, drivers, projection, over, p, s, t, joined));
          joined = over.newPatients;
          closing = over.closingPatients;
          continue;
        }
        const launch = drivers.launch(p);
        const share = drivers.payer('shareOfPanel', s, t);
        const opening = t === launch ? drivers.openingPatients(p) * share : closing;
        const recent = joined;
        const attrition = attritionOf(drivers, p, s, t);
        const lost = opening * attrition.causes * attrition.attritionFactor + recent * attrition.earlyDropOffRate;
        const stayed = unlessNoise(opening - lost, opening);
        joined = t >= launch ? series.newPatients[t] * share : 0;
        closing = stayed + joined;
        const active = drivers.active(opening, stayed, closing);
        const realization = realizationOf(model, drivers, p, s, t, series);
        const billable = active * realization.realizationRate;
        const claimSuccessRate = claimSuccess(drivers, s, t);
        const claims = billable * claimSuccessRate;
        const allowed = drivers.payer('allowedPppm', s, t);
        months.push({
          opening,
          recent,
          ...attrition,
          stayed,
          added: joined,
          active,
          ...realization,
          billable,
          claimSuccessRate,
          claims,
          potential: active * allowed,
          revenue: claims * allowed,
        });
      }
      return months;
    });
  });
}

/** A month that is over: what its row says, and rates that lead there. */
function asItWas(
  model: Model,
  drivers: Drivers,
  projection: Projection,
  row: ActualMonth,
  p: number,
  s: number,
  t: number,
  recent: number,
): PayerMonth {
  const { series } = projection.byProgram.get(row.program)!;
  const active = drivers.activeIn(row);
  const { billablePatients: billable, paidClaims: claims, allowedRevenue: revenue } = row;
  return {
    opening: row.openingPatients,
    recent,
    ...attritionOf(drivers, p, s, t),
    stayed: row.openingPatients - row.lostPatients,
    added: row.newPatients,
    active,
    ...realizationOf(model, drivers, p, s, t, series),
    realizationRate: active > 0 ? billable / active : 0,
    billable,
    claimSuccessRate: billable > 0 ? claims / billable : 0,
    claims,
    potential: active * (claims > 0 ? revenue / claims : drivers.payer('allowedPppm', s, t)),
    revenue,
  };
}

/** Cause rates together, and what is held so that nobody leaves twice. */
function attritionOf(drivers: Drivers, p: number, s: number, t: number) {
  const rate = (key: ProgramDriver) => drivers.program(key, p, t);
  const causes =
    rate('dischargeRate') + rate('disengagementRate') + rate('benefitChangeRate') + rate('adverseEventRate');
  const multiplier = drivers.payer('attritionMultiplier', s, t);
  const multiplied = causes * multiplier;
  return {
    causes,
    attritionFactor: multiplied > 1 ? multiplier / multiplied : multiplier,
    earlyDropOffRate: Math.min(rate('earlyDropOffRate'), 1 - Math.min(1, multiplied)),
  };
}

/** As typed, or what the minutes bring that the care team has for the program. */
function realizationOf(
  model: Model,
  drivers: Drivers,
  p: number,
  s: number,
  t: number,
  { activePatients, minutesAvailable }: Projection['total']['series'],
) {
  const payer = (key: PayerDriver) => drivers.payer(key, s, t);
  const meanMinutes =
    activePatients[t] > 0
      ? Math.min(drivers.program('serviceMinutes', p, t), minutesAvailable[t] / activePatients[t])
      : 0;
  const threshold = payer('thresholdMinutes');
  const reaching = shareReaching(meanMinutes, payer('minutesCv'), threshold, model.minutesDistribution);
  return {
    meanMinutes,
    reaching,
    realizationRate:
      threshold > 0 ? payer('consentRate') * payer('documentationRate') * reaching : payer('realizationRate'),
  };
}

function claimSuccess(drivers: Drivers, s: number, t: number): number {
  const clean = drivers.payer('cleanClaimRate', s, t);
  return clean + (1 - clean) * drivers.payer('appealRate', s, t) * drivers.payer('overturnRate', s, t);
}
