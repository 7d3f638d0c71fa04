/** Costs by program, category and month, and the care team's units and places. */
import type { KernelSeries } from './kernel';
import type { CostCategory } from './model';
import type { Prepared } from './prepare';
import { seriesBlock } from './series-block';
import type { Staff } from './staff';
import { wholeUnits } from './whole-units';

/** Series by program stand together: p × months + t. */
export interface CostOutput {
  byCategory: Readonly<Record<CostCategory, Float64Array>>;
  careTeamUnits: Float64Array;
  /** Patients served and places of the care team; an item counts both, so utilization weighs items by their size. */
  careTeamServed: Float64Array;
  careTeamPlaces: Float64Array;
}

export function costs(prepared: Prepared, kernel: KernelSeries, staff: Staff | null): CostOutput {
  const { programs: { length: programs }, costItems: items, cost: driver, input: { months, periods: { ofMonth } } } = prepared;
  const [careTeam, technology, overhead, careTeamUnits, careTeamServed, careTeamPlaces] = seriesBlock(6, programs * months);
  const output: CostOutput = {
    byCategory: { 'care team': careTeam, technology, 'overhead and compliance': overhead },
    careTeamUnits, careTeamServed, careTeamPlaces,
  };

  items.forEach((item, c) => {
    const own = item.program === null ? -1 : prepared.programs.findIndex(({ name }) => name === item.program);
    const category = output.byCategory[item.category];
    for (let t = 0; t < months; t++) {
      const i = ofMonth[t] * items.length + c;
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
          units = item.staffing !== 'unlimited' && staff ? staff.unitsOnDuty[c * months + t] : wholeUnits(active, driver.patientsPerUnit[i], driver.minimumUnits[i]);
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
