/** When a program pays for itself: the panel it takes, the month it gets there, and the cash it needs until then. */
import { fundingOf, type Funding } from './funding';
import { Economics, type MonthEconomics } from './month-economics';
import { WHOLE_UNIT_NOISE } from '../math/tolerances';
import type { Model } from '../model/model';
import type { Projection } from '../project';

/** Months count from 1; null where it does not happen. */
export interface BreakEven extends Funding {
  /** The month whose prices and costs the panels are worked out with. */
  panelMonth: number | null;
  /** The smallest panel at which that month pays for itself, and the one from which no further unit brings it below zero again. */
  panel: number | null;
  lastingPanel: number | null;
  /** First month with patients and a margin of at least zero, and the first from which all months have one. */
  month: number | null;
  lastingMonth: number | null;
}

/** @param program null for all programs */
export function breakEven(model: Model, projection: Projection, program: string | null): BreakEven {
  const { activePatients, margin, cumulativeCash } = (
    program === null ? projection.total : projection.byProgram.get(program)!
  ).series;
  let month = 0,
    lastingMonth = 0,
    lastActive = 0;
  for (let t = 0; t < model.months; t++) {
    if (activePatients[t] > 0) lastActive = t + 1;
    if (!month && activePatients[t] > 0 && margin[t] >= 0) month = t + 1;
    if (margin[t] < 0) lastingMonth = 0;
    else if (!lastingMonth && activePatients[t] > 0) lastingMonth = t + 1;
  }
  const panelMonth = month || lastActive;
  const economics = panelMonth ? new Economics(projection).ofMonth(panelMonth - 1, program) : null;
  return {
    panelMonth: panelMonth || null,
    ...(economics ? breakEvenPanels(economics) : { panel: null, lastingPanel: null }),
    month: month || null,
    lastingMonth: lastingMonth || null,
    ...fundingOf(cumulativeCash),
  };
}

/** Panels of more steps than this are not looked at. */
const MOST_STEPS = 10_000;

/**
 * Between two steps each patient adds to the margin; at a step it falls by a unit's cost. So each stretch is in the
 * black from one panel on, if at all.
 */
function breakEvenPanels({ contributionPppm, fixedCost, steps }: MonthEconomics): {
  panel: number | null;
  lastingPanel: number | null;
} {
  if (contributionPppm <= 0) return { panel: null, lastingPanel: null };
  // With every unit full but one of each item, a panel this large is in the black at any step; without a surplus over full units there is none.
  const surplus = steps.reduce(
    (left, { unitCost, patientsPerUnit }) => left - unitCost / patientsPerUnit,
    contributionPppm,
  );
  const covered =
    surplus > 0
      ? steps.reduce((cost, { unitCost, leastUnits }) => cost + unitCost * (leastUnits + 1), fixedCost) / surplus
      : Infinity;
  let panel: number | null = null,
    lastingPanel = 0,
    from = 0;
  for (let i = 0; i < MOST_STEPS; i++) {
    let cost = fixedCost,
      to = Infinity;
    for (const { unitCost, patientsPerUnit, leastUnits, leastPlaces } of steps) {
      const isEnough = from < leastPlaces;
      const units = isEnough ? leastUnits : Math.floor(from / patientsPerUnit + WHOLE_UNIT_NOISE) + 1;
      cost += unitCost * units;
      to = Math.min(to, isEnough ? leastPlaces : units * patientsPerUnit);
    }
    const needed = cost / contributionPppm;
    if (needed <= to) panel ??= needed;
    if (needed > from) lastingPanel = Math.min(needed, to);
    if (to >= covered) return { panel, lastingPanel };
    from = to;
  }
  return { panel, lastingPanel: null };
}
