/** BREAKEVEN of the second implementation: docs/model.md, “Break-even”, step by step through every further unit. */
import type { BreakEven } from '../../../src/engine/analysis/break-even';
import type { Model } from '../../../src/engine/model/model';
import { borne, contributionPppm, linesOf } from './hire-plan';
import { NOTHING, reference, wholeUnits, type CostMonth, type Reference } from './project';
import { isLimited } from './team';

const MOST_UNITS = 10_000;

export function referenceBreakEven(model: Model, program: string | null): BreakEven {
  const forecast = reference(model);
  const { activePatients, margin, cumulativeCash } = linesOf(forecast, program);
  const months = activePatients.map((_, t) => t + 1);
  const isActive = (month: number) => activePatients[month - 1] >= NOTHING;
  const pays = (month: number) => isActive(month) && margin[month - 1] >= 0;
  const month = months.find(pays) ?? null;
  const lastingMonth = months.find((m) => isActive(m) && margin.slice(m - 1).every((each) => each >= 0)) ?? null;
  const panelMonth = month ?? [...months].reverse().find(isActive) ?? null;
  const panels =
    panelMonth === null ? { panel: null, lastingPanel: null } : search(model, forecast, program, panelMonth);

  const lowest = Math.min(0, ...cumulativeCash);
  const peakMonth = lowest < 0 ? cumulativeCash.indexOf(lowest) + 1 : null;
  const paybackMonth =
    peakMonth === null ? null : (months.find((m) => m > peakMonth && cumulativeCash[m - 1] >= 0) ?? null);
  const peakFunding = lowest < 0 ? -lowest : null;
  return { panelMonth, ...panels, month, lastingMonth, peakFunding, peakMonth, paybackMonth };
}

/** An item bought by the unit, whose cost rises by steps as the panel grows. */
interface Step {
  /** Patients served for each patient of the panel looked at, and the part of the cost that falls on it. */
  servedPerPatient: number;
  part: number;
  cost: CostMonth;
}

function search(model: Model, forecast: Reference, program: string | null, month: number) {
  const t = month - 1;
  const contribution = contributionPppm(model, forecast, program, t)!;
  const stays = borne(model, forecast, program, t, ['per month', 'per new patient']);
  const active = linesOf(forecast, program).activePatients[t];
  const steps: Step[] = [];
  forecast.costs[t].forEach((cost) => {
    const { item, isThere, amount } = cost;
    const concerns = program === null || item.program === null || item.program === program;
    if (!isThere || item.basis !== 'per unit' || amount === 0 || !concerns) return;
    const served = linesOf(forecast, item.program).activePatients[t];
    const part = program !== null && item.program === null ? active / served : 1;
    steps.push({ servedPerPatient: served / active, part, cost });
  });
  const toCover = (panel: number) => {
    let dollars = stays;
    for (const { servedPerPatient, part, cost } of steps)
      dollars += part * cost.amount * unitsFor(servedPerPatient * panel, cost);
    return dollars;
  };

  // The ends of the stretches of panels that take the same units.
  const ends: number[] = [];
  let mostPatients = Infinity;
  for (const { servedPerPatient, cost } of steps) {
    if (servedPerPatient === 0) continue;
    const { patientsPerUnit } = cost.item;
    for (let units = 1; units <= MOST_UNITS; units++) ends.push((units * patientsPerUnit) / servedPerPatient);
    ends.push((cost.units * patientsPerUnit) / servedPerPatient);
    mostPatients = Math.min(mostPatients, (MOST_UNITS * patientsPerUnit) / servedPerPatient);
  }
  const stretches = [...new Set(ends)].filter((end) => end > 0 && end <= mostPatients).sort((a, b) => a - b);
  if (mostPatients === Infinity) stretches.push(Infinity);

  const hasNothingToCover = toCover(Math.min(stretches[0], Number.MAX_VALUE)) === 0;
  if (hasNothingToCover && contribution >= 0) return { panel: 0, lastingPanel: 0 };
  if (contribution <= 0) return { panel: null, lastingPanel: null };
  let first: number | null = null;
  let lasting: number | null = null;
  let before = 0;
  for (const end of stretches) {
    const covered = toCover(Math.min(end, Number.MAX_VALUE)) / contribution;
    if (first === null && covered <= end) first = covered;
    // Up to where it is covered, this stretch is below zero.
    if (covered > end) lasting = null;
    else if (lasting === null || covered > before) lasting = covered;
    before = end;
  }
  return { panel: first, lastingPanel: lasting };
}

function unitsFor(patients: number, { item, units }: CostMonth): number {
  if (!isLimited(item)) return wholeUnits(patients, item);
  const isServed = patients <= units * item.patientsPerUnit * (1 + 1e-9);
  return isServed ? units : Math.max(units, wholeUnits(patients, { ...item, minimumUnits: 0 }));
}
