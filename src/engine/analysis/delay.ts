/** What it costs to start later: what the months of the forecast bring less, and how much of that ever comes back. */
import { NOISE } from '../math/tolerances';
import type { Model } from '../model/model';
import { project } from '../project';

/**
 * The model with one program's plan, or (null) the whole plan, put off by some months: its launch, panel and costs with
 * their planned changes. What payers do keeps the calendar. Items of all programs wait only when all programs do.
 */
export function startedLater(model: Model, months: number, program: string | null): Model {
  const waits = (name: string | null) =>
    program === null || name === program || (name === null && model.programs.length === 1);
  return {
    ...model,
    programs: model.programs.map((each) => (waits(each.name) ? { ...each, delayMonths: months } : each)),
    costs: model.costs.map((each) => (waits(each.program) ? { ...each, delayMonths: months } : each)),
  };
}

/** Both plans run on for this long after the horizon, to see what is caught up. */
export const RUN_ON_MONTHS = 120;

/** Goes on as in the last month: what was planned for later months changes nothing in the forecast, and nothing here. */
const runOn = (model: Model): Model => ({
  ...model,
  months: model.months + RUN_ON_MONTHS,
  changes: model.changes.filter(({ fromMonth }) => fromMonth <= model.months),
});

/** Sums over the months of the forecast. */
export interface Effect {
  asPlanned: number;
  delayed: number;
  /** Of what is lost, planned − delayed: what never comes back, and what does. */
  lostForGood: number;
  merelyLater: number;
}

/** In reading order; active patients are patient-months. */
export interface DelayEffects {
  activePatients: Effect;
  allowedRevenue: Effect;
  badDebt: Effect;
  totalCost: Effect;
  margin: Effect;
  cashCollected: Effect;
}

/** The effects on all programs together of starting one (or, null, all) of them later. */
export function delayEffects(model: Model, months: number, program: string | null): DelayEffects {
  const runsOn = runOn(model);
  const plan = project(runsOn).total.series;
  const late = project(startedLater(runsOn, months, program)).total.series;
  const of = (line: Exclude<keyof DelayEffects, 'margin'>) => effect(plan[line], late[line], model.months);
  const revenue = of('allowedRevenue'),
    badDebt = of('badDebt'),
    cost = of('totalCost');
  const margin = (key: keyof Effect) => revenue[key] - badDebt[key] - cost[key];
  return {
    activePatients: of('activePatients'),
    allowedRevenue: revenue,
    badDebt,
    totalCost: cost,
    margin: {
      asPlanned: margin('asPlanned'),
      delayed: margin('delayed'),
      lostForGood: margin('lostForGood'),
      merelyLater: margin('merelyLater'),
    },
    cashCollected: of('cashCollected'),
  };
}

function effect(plan: Float64Array, late: Float64Array, horizon: number): Effect {
  let asPlanned = 0,
    delayed = 0,
    caughtUp = 0;
  for (let t = 0; t < horizon; t++) {
    asPlanned += plan[t];
    delayed += late[t];
  }
  for (let t = horizon; t < plan.length; t++) caughtUp += late[t] - plan[t];
  const lost = asPlanned - delayed;
  // No more comes back than was lost; what is lost on top after the horizon is not the horizon's.
  const merelyLater = lost > 0 ? Math.min(lost, Math.max(0, caughtUp)) : Math.max(lost, Math.min(0, caughtUp));
  const forGood = lost - merelyLater;
  return { asPlanned, delayed, lostForGood: Math.abs(forGood) < NOISE * Math.abs(lost) ? 0 : forGood, merelyLater };
}
