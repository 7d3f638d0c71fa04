/** Event 11: what every item costs in each month, who bears it, and the care team's units and places. */
import { increased } from '../inputs/cost-drivers';
import { MONTHS_PER_YEAR } from '../math/calendar';
import { wholeUnits } from '../math/whole-units';
import { isCareUnit } from '../model/care-team';
import type { CostBasis, CostCategory } from '../model/model';
import type { Inputs } from '../inputs/prepare';
import { MONTH, MONTH_FIELDS, type Memory } from './memory';

const COST_OF: Readonly<Record<CostCategory, number>> = {
  'care team': MONTH.careTeamCost,
  technology: MONTH.technologyCost,
  'overhead and compliance': MONTH.overheadAndComplianceCost,
};

/** What a basis counts, of the programs that bear the item; null for nothing. */
const COUNTED: Readonly<Record<CostBasis, number | null>> = {
  'per month': null,
  'one-off': null,
  'per active patient': MONTH.activePatients,
  'per new patient': MONTH.newPatients,
  'per unit': MONTH.activePatients,
  'percent of cash': MONTH.cashCollected,
};

/** Units of an item in months in which it is not there. */
const NOT_CHARGED = -1;

export function costs(inputs: Inputs, memory: Memory): void {
  const { programs, months, costItems, bearer } = inputs;
  const isShared = bearer.includes(programs.length);
  if (isShared) addUpPrograms(inputs, memory);
  for (let c = 0; c < costItems.length; c++) {
    const isOfAll = bearer[c] === programs.length;
    const bearing = isOfAll ? memory.together : memory.months;
    const first = isOfAll ? 0 : bearer[c] * months * MONTH_FIELDS;
    charge(inputs, memory, c, bearing, first);
    bear(inputs, memory, c, bearing, first);
  }
  if (isShared) share(inputs, memory);
}

/** What items of all programs are charged by. */
function addUpPrograms({ programs, months }: Inputs, { months: record, together }: Memory): void {
  together.fill(0);
  const ofProgram = months * MONTH_FIELDS;
  const end = programs.length * ofProgram;
  for (let first = 0; first < ofProgram; first += MONTH_FIELDS) {
    let active = 0,
      joining = 0,
      cash = 0;
    for (let m = first; m < end; m += ofProgram) {
      active += record[m + MONTH.activePatients];
      joining += record[m + MONTH.newPatients];
      cash += record[m + MONTH.cashCollected];
    }
    together[first + MONTH.activePatients] = active;
    together[first + MONTH.newPatients] = joining;
    together[first + MONTH.cashCollected] = cash;
  }
}

/** What items of all programs add up to is each program's by active patients, evenly in a month that has none. */
function share({ programs, months }: Inputs, { months: record, together }: Memory): void {
  for (let p = 0, m = 0; p < programs.length; p++) {
    for (let t = 0, all = 0; t < months; t++, all += MONTH_FIELDS, m += MONTH_FIELDS) {
      const active = together[all + MONTH.activePatients];
      const part = active > 0 ? record[m + MONTH.activePatients] / active : 1 / programs.length;
      record[m + MONTH.careTeamCost] += together[all + MONTH.careTeamCost] * part;
      record[m + MONTH.technologyCost] += together[all + MONTH.technologyCost] * part;
      record[m + MONTH.overheadAndComplianceCost] += together[all + MONTH.overheadAndComplianceCost] * part;
      record[m + MONTH.careTeamUnits] += together[all + MONTH.careTeamUnits] * part;
      record[m + MONTH.careTeamServed] += together[all + MONTH.careTeamServed] * part;
      record[m + MONTH.careTeamPlaces] += together[all + MONTH.careTeamPlaces] * part;
    }
  }
}

/** What an item costs in each month, by the months of who bears it; its units and places. */
function charge(inputs: Inputs, memory: Memory, c: number, volume: Float64Array, begin: number): void {
  const { months, costItems, periods, cellsPerPeriod, cost: driver, hasCareTeam } = inputs;
  const { cost, units, places, team } = memory;
  const { basis, staffing } = costItems[c];
  const counted = COUNTED[basis];
  const first = begin + (counted ?? 0);
  const unitsOnDuty = hasCareTeam && team && staffing !== 'unlimited' ? team.unitsOnDuty : null;
  cost.fill(0);
  units.fill(NOT_CHARGED);
  let isPaid = false;
  for (let q = 0, i = c; q < periods.count; q++, i += cellsPerPeriod) {
    const patientsPerUnit = driver.patientsPerUnit[i],
      minimumUnits = driver.minimumUnits[i];
    const to = Math.min(periods.firstMonth[q + 1], Math.floor(driver.endMonth[i]));
    let t = Math.max(periods.firstMonth[q], Math.ceil(driver.startMonth[i]) - 1);
    // Year by year: in between the amount stands still.
    while (t < to) {
      const yearEnd = Math.min(to, (Math.floor(t / MONTHS_PER_YEAR) + 1) * MONTHS_PER_YEAR);
      const amount = driver.amount[i] * (basis === 'percent of cash' ? 1 : increased(inputs, c, t));
      if (basis === 'per unit')
        for (; t < yearEnd; t++) {
          units[t] = unitsOnDuty
            ? unitsOnDuty[c * months + t]
            : wholeUnits(volume[first + t * MONTH_FIELDS], patientsPerUnit, minimumUnits);
          places[t] = units[t] * patientsPerUnit;
          cost[t] = amount * units[t];
        }
      else if (counted !== null) for (; t < yearEnd; t++) cost[t] = amount * volume[first + t * MONTH_FIELDS];
      else if (basis === 'per month') for (; t < yearEnd; t++) cost[t] = amount;
      else {
        // A one-off is paid in the first month it is charged; what moves its start afterwards moves nothing.
        cost[t] = isPaid ? 0 : amount;
        isPaid = true;
        t = yearEnd;
      }
    }
  }
}

/** Adds an item to the months of who bears it. */
function bear(
  { months, costItems }: Inputs,
  { cost, units, places }: Memory,
  c: number,
  bearing: Float64Array,
  first: number,
): void {
  const category = COST_OF[costItems[c].category];
  const isTeam = isCareUnit(costItems[c]);
  for (let t = 0, m = first; t < months; t++, m += MONTH_FIELDS) {
    bearing[m + category] += cost[t];
    if (!isTeam || units[t] < 0) continue;
    bearing[m + MONTH.careTeamUnits] += units[t];
    bearing[m + MONTH.careTeamServed] += bearing[m + MONTH.activePatients];
    bearing[m + MONTH.careTeamPlaces] += places[t];
  }
}
