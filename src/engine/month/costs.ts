/** Costs by program, category and month, and the care team's units and places. */
import type { KernelSeries } from './kernel';
import type { CostCategory } from '../model/model';
import type { Prepared } from '../inputs/prepare';
import { seriesBlock } from '../math/series-block';
import type { Staff } from './staff';
import { wholeUnits } from '../math/whole-units';

/** Series by program stand together: p × months + t. */
export interface CostOutput {
  byCategory: Readonly<Record<CostCategory, Float64Array>>;
  careTeamUnits: Float64Array;
  /** Patients served and places of the care team; an item counts both, so utilization weighs items by their size. */
  careTeamServed: Float64Array;
  careTeamPlaces: Float64Array;
}

/** What an item's basis counts, of the programs that bear it, by month. */
type Volumes = Readonly<Record<'activePatients' | 'newPatients' | 'cashCollected', Float64Array>>;

export function costs(prepared: Prepared, kernel: KernelSeries, staff: Staff | null): CostOutput {
  const {
    programs,
    costItems,
    input: { months },
  } = prepared;
  const [careTeam, technology, overhead, careTeamUnits, careTeamServed, careTeamPlaces] = seriesBlock(
    6,
    programs.length * months,
  );
  const output: CostOutput = {
    byCategory: { 'care team': careTeam, technology, 'overhead and compliance': overhead },
    careTeamUnits,
    careTeamServed,
    careTeamPlaces,
  };
  const all = volumesOfAll(kernel, programs.length, months);
  const [cost, units, places] = seriesBlock(3, months);
  costItems.forEach((item, c) => {
    const own = item.program === null ? -1 : programs.findIndex(({ name }) => name === item.program);
    const volumes = own < 0 ? all : volumesOf(kernel, own, months);
    charge(prepared, staff, c, volumes, cost, units, places);
    const category = output.byCategory[item.category];
    const isTeam = item.category === 'care team' && item.basis === 'per unit';
    for (let p = Math.max(own, 0); p < (own < 0 ? programs.length : own + 1); p++) {
      for (let t = 0, at = p * months; t < months; t++, at++) {
        const active = volumes.activePatients[t];
        const part = own >= 0 ? 1 : active > 0 ? kernel.activePatients[at] / active : 1 / programs.length;
        category[at] += cost[t] * part;
        if (!isTeam || units[t] < 0) continue;
        careTeamUnits[at] += units[t] * part;
        careTeamServed[at] += active * part;
        careTeamPlaces[at] += places[t] * part;
      }
    }
  });
  return output;
}

/** What an item costs in each month; its units and places, which are −1 in months it is not there. */
function charge(
  { costItems, cost: driver, input: { months, periods } }: Prepared,
  staff: Staff | null,
  c: number,
  volumes: Volumes,
  cost: Float64Array,
  units: Float64Array,
  places: Float64Array,
): void {
  const { basis, staffing } = costItems[c];
  const { activePatients, newPatients, cashCollected } = volumes;
  cost.fill(0);
  units.fill(-1);
  for (let q = 0; q < periods.count; q++) {
    const i = q * costItems.length + c;
    const amount = driver.amount[i],
      growth = 1 + driver.annualIncrease[i],
      patientsPerUnit = driver.patientsPerUnit[i];
    const start = Math.max(1, driver.startMonth[i]),
      end = driver.endMonth[i];
    let year = -1,
      grown = 0;
    for (let t = periods.firstMonth[q]; t < periods.firstMonth[q + 1]; t++) {
      if (t + 1 < start || t + 1 > end) continue;
      const fullYears = Math.floor(t / 12);
      if (fullYears !== year) {
        year = fullYears;
        grown = amount * growth ** year;
      }
      switch (basis) {
        case 'per month':
          cost[t] = grown;
          break;
        case 'one-off':
          cost[t] = t + 1 === start ? grown : 0;
          break;
        case 'per active patient':
          cost[t] = grown * activePatients[t];
          break;
        case 'per new patient':
          cost[t] = grown * newPatients[t];
          break;
        case 'percent of cash':
          cost[t] = amount * cashCollected[t];
          break;
        case 'per unit':
          units[t] =
            staffing !== 'unlimited' && staff
              ? staff.unitsOnDuty[c * months + t]
              : wholeUnits(activePatients[t], patientsPerUnit, driver.minimumUnits[i]);
          places[t] = units[t] * patientsPerUnit;
          cost[t] = grown * units[t];
          break;
      }
    }
  }
}

function volumesOf(kernel: KernelSeries, program: number, months: number): Volumes {
  const own = (line: Float64Array) => line.subarray(program * months, (program + 1) * months);
  return {
    activePatients: own(kernel.activePatients),
    newPatients: own(kernel.newPatients),
    cashCollected: own(kernel.cashCollected),
  };
}

function volumesOfAll(kernel: KernelSeries, programs: number, months: number): Volumes {
  const [activePatients, newPatients, cashCollected] = seriesBlock(3, months);
  for (let p = 0, i = 0; p < programs; p++) {
    for (let t = 0; t < months; t++, i++) {
      activePatients[t] += kernel.activePatients[i];
      newPatients[t] += kernel.newPatients[i];
      cashCollected[t] += kernel.cashCollected[i];
    }
  }
  return { activePatients, newPatients, cashCollected };
}
