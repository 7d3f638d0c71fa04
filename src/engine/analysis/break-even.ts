/** When a program pays for itself: the panel it takes, the month it gets there, and the cash it needs until then. */
import { breakEvenPanels } from './break-even-panels';
import { fundingOf, type Funding } from './funding';
import { Economics } from './month-economics';
import { NOTHING } from '../math/tolerances';
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
    const isActive = activePatients[t] >= NOTHING;
    if (isActive) lastActive = t + 1;
    if (!month && isActive && margin[t] >= 0) month = t + 1;
    if (margin[t] < 0) lastingMonth = 0;
    else if (!lastingMonth && isActive) lastingMonth = t + 1;
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
