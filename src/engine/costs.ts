/** Costs by program, category and month, and the care team's units and places. */
import { COST_DRIVERS, type CostDriver } from './drivers';
import { expand, type Clip } from './expand';
import type { KernelOutput } from './kernel';
import type { CostCategory, CostItem, Model } from './model';
import { byName } from './prepare';
import { seriesBlock } from './series-block';

/** Series by program stand together: p × months + t. */
export interface CostOutput {
  byCategory: Readonly<Record<CostCategory, Float64Array>>;
  careTeamUnits: Float64Array;
  /** Patients served and places of the care team; an item counts both, so utilization weighs items by their size. */
  careTeamServed: Float64Array;
  careTeamPlaces: Float64Array;
}

/** Less than one part in 10⁹ above a whole number of units is rounding noise: it buys no further unit. */
export function wholeUnits(patients: number, patientsPerUnit: number, minimum: number): number {
  const units = patients / patientsPerUnit;
  return Math.max(minimum, Math.ceil(units - 1e-9 * Math.max(1, units)));
}

const inFixedOrder = (a: CostItem, b: CostItem): number =>
  byName(a.item, b.item) || byName(a.program ?? '', b.program ?? '') || byName(a.category, b.category) || byName(a.basis, b.basis) ||
  a.amount - b.amount || a.startMonth - b.startMonth || a.endMonth - b.endMonth || a.annualIncrease - b.annualIncrease ||
  a.patientsPerUnit - b.patientsPerUnit || a.minimumUnits - b.minimumUnits;

export function costs(model: Model, programNames: readonly string[], kernel: KernelOutput, clips: Clip[]): CostOutput {
  const { months } = model;
  const programs = programNames.length;
  const [careTeam, technology, overhead, careTeamUnits, careTeamServed, careTeamPlaces] = seriesBlock(6, programs * months);
  const output: CostOutput = {
    byCategory: { 'care team': careTeam, technology, 'overhead and compliance': overhead },
    careTeamUnits, careTeamServed, careTeamPlaces,
  };
  const items = model.costs.slice().sort(inFixedOrder);
  const rows = items.map((base) => ({ program: base.program, payer: null, item: base.item, base }));
  const driver = expand<CostDriver>(rows, COST_DRIVERS, [model.changes, model.adjustments], months, clips);

  items.forEach((item, c) => {
    const own = item.program === null ? -1 : programNames.indexOf(item.program);
    const category = output.byCategory[item.category];
    for (let t = 0; t < months; t++) {
      const i = t * items.length + c;
      const start = Math.max(1, driver.startMonth[i]);
      if (t + 1 < start || t + 1 > driver.endMonth[i]) continue;
      if (item.basis === 'one-off' && t + 1 !== start) continue;

      const of = (line: Float64Array): number => {
        if (own >= 0) return line[own * months + t];
        let total = 0;
        for (let p = 0; p < programs; p++) total += line[p * months + t];
        return total;
      };
      const active = of(kernel.activePatients);
      const amount = driver.amount[i] * (1 + driver.annualIncrease[i]) ** Math.floor(t / 12);
      let charge = amount, units = 0;
      switch (item.basis) {
        case 'per active patient': charge = amount * active; break;
        case 'per new patient': charge = amount * of(kernel.newPatients); break;
        case 'percent of cash': charge = driver.amount[i] * of(kernel.cashCollected); break;
        case 'per unit':
          units = wholeUnits(active, driver.patientsPerUnit[i], driver.minimumUnits[i]);
          charge = amount * units;
          break;
      }
      const careUnits = item.category === 'care team' ? units : 0;
      const places = careUnits * driver.patientsPerUnit[i];
      const served = item.category === 'care team' && item.basis === 'per unit' ? active : 0;
      for (let p = own >= 0 ? own : 0; p < (own >= 0 ? own + 1 : programs); p++) {
        const at = p * months + t;
        const part = own >= 0 ? 1 : active > 0 ? kernel.activePatients[at] / active : 1 / programs;
        category[at] += charge * part;
        if (served || careUnits) {
          output.careTeamUnits[at] += careUnits * part;
          output.careTeamServed[at] += served * part;
          output.careTeamPlaces[at] += places * part;
        }
      }
    }
  });
  return output;
}
