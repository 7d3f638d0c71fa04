/** HIREPLAN of the second implementation: docs/model.md, “Hire plan”, item by item, month by month. */
import type { HirePlanRow } from '../../../src/engine/analysis/hire-plan';
import type { CostBasis, Model } from '../../../src/engine/model/model';
import { NOTHING, reference, wholeUnits, type Reference } from './project';
import { isRole } from './team';

export function referenceHirePlan(model: Model, program: string | null): HirePlanRow[] {
  const forecast = reference(model);
  const { margin } = linesOf(forecast, program);
  const rows: HirePlanRow[] = [];
  for (let t = 0; t < model.months; t++) {
    model.costs.forEach((typed, i) => {
      if (!isRole(typed) || (program !== null && typed.program !== null && typed.program !== program)) return;
      const now = staff(forecast, typed.program, i, t);
      const before = t === 0 ? null : staff(forecast, typed.program, i, t - 1);
      const begins = now.isThere && !before?.isThere;
      const ends = !now.isThere && before?.isThere;
      const changes = now.isThere && before !== null && (now.onDuty !== before.onDuty || now.needed !== before.needed);
      if (!begins && !ends && !changes) return;
      rows.push({
        month: t + 1,
        role: typed.item,
        program: typed.program,
        staffing: typed.staffing,
        isThere: now.isThere,
        unitsOnDuty: now.onDuty,
        unitsNeeded: now.needed,
        nextUnitPaysAt: now.isThere ? nextUnitPaysAt(model, forecast, typed.program, i, t) : null,
        marginBefore: t === 0 ? null : margin[t - 1],
        marginAfter: margin[t],
      });
    });
  }
  return rows;
}

/** The lines of a program, or of all. */
export const linesOf = ({ total, byProgram }: Reference, program: string | null) =>
  (program === null ? total : byProgram.get(program)!).lines;

/** Units on duty and needed of an item in a month. */
function staff(forecast: Reference, program: string | null, i: number, t: number) {
  const { item, isThere, units } = forecast.costs[t][i];
  if (!isThere) return { isThere, onDuty: 0, needed: 0 };
  const needed = wholeUnits(linesOf(forecast, program).activePatients[t], item);
  return { isThere, onDuty: item.staffing === 'unlimited' ? needed : units, needed };
}

function nextUnitPaysAt(
  model: Model,
  forecast: Reference,
  program: string | null,
  i: number,
  t: number,
): number | null {
  const { item, amount } = forecast.costs[t][i];
  const contribution = contributionPppm(model, forecast, program, t);
  if (contribution === null || contribution <= 0) return null;
  const patients = amount / contribution;
  return patients > item.patientsPerUnit
    ? null
    : staff(forecast, program, i, t).onDuty * item.patientsPerUnit + patients;
}

/** What a program, or all of them, bear in a month for items of some bases. */
export function borne(
  model: Model,
  forecast: Reference,
  program: string | null,
  t: number,
  bases: CostBasis[],
): number {
  let dollars = 0;
  for (const { item, charges } of forecast.costs[t]) {
    if (!bases.includes(item.basis)) continue;
    charges.forEach((charge, p) => {
      if (program === null || program === model.programs[p].name) dollars += charge;
    });
  }
  return dollars;
}

/** What each active patient brings in a month; 0 where that is nothing to divide by, null where nobody is active. */
export function contributionPppm(model: Model, forecast: Reference, program: string | null, t: number): number | null {
  const { allowedRevenue, badDebt, activePatients } = linesOf(forecast, program);
  if (activePatients[t] < NOTHING) return null;
  const followsPatients = borne(model, forecast, program, t, ['per active patient', 'percent of cash']);
  const revenuePppm = (allowedRevenue[t] - badDebt[t]) / activePatients[t];
  const contribution = revenuePppm - followsPatients / activePatients[t];
  const isNothing = Math.abs(contribution) < 1e-9 || Math.abs(contribution) < 1e-12 * revenuePppm;
  return isNothing ? 0 : contribution;
}
