/** Event 11: what every item costs in each month, who bears it, and the care team's units and places. */
import { increased } from '../inputs/cost-drivers';
import { MONTHS_PER_YEAR } from '../math/calendar';
import { wholeUnits } from '../math/whole-units';
import { isCareUnit } from '../model/care-team';
import type { CostBasis, CostCategory } from '../model/model';
import type { Inputs } from '../inputs/prepare';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory, type Records } from './memory';

export const COST_OF: Readonly<Record<CostCategory, number>> = {
  'care team': MONTH.careTeamCost,
  technology: MONTH.technologyCost,
  'overhead and compliance': MONTH.overheadAndComplianceCost,
};

/** What a basis counts, of the programs that bear the item; null for nothing. */
export const COUNTED: Readonly<Record<CostBasis, number | null>> = {
  'per month': null,
  'one-off': null,
  'per active patient': MONTH.activePatients,
  'per new patient': MONTH.newPatients,
  'per unit': MONTH.activePatients,
  'percent of cash': MONTH.cashCollected,
};

/** Adds what items cost to the months of each program, which have no costs yet. */
export function costs(inputs: Inputs, memory: Memory): void {
  const { programs, months, bearer } = inputs;
  const isShared = bearer.includes(programs.length);
  if (isShared) addUpPrograms(inputs, memory);
  for (let c = 0; c < bearer.length; c++) {
    setPrices(inputs, memory.prices, c);
    if (bearer[c] === programs.length) charge(inputs, memory, c, memory.together, 0);
    else charge(inputs, memory, c, memory.months, bearer[c] * months * MONTH_FIELDS);
  }
  if (isShared) share(inputs, memory);
}

/** What items of all programs are charged by. */
export function addUpPrograms({ programs, months }: Inputs, { months: record, together, fields }: Records): void {
  const { activePatients, newPatients, cashCollected } = MONTH;
  together.fill(0);
  const ofProgram = (months * fields) & POSITIONS;
  const end = programs.length * ofProgram;
  for (let first = 0; first < ofProgram; first = (first + fields) & POSITIONS) {
    let active = 0,
      joining = 0,
      cash = 0;
    for (let m = first; m < end; m = (m + ofProgram) & POSITIONS) {
      active += record[m + activePatients];
      joining += record[m + newPatients];
      cash += record[m + cashCollected];
    }
    together[first + activePatients] = active;
    together[first + newPatients] = joining;
    together[first + cashCollected] = cash;
  }
}

/** A program's part of what items of all programs cost: by active patients, evenly in a month that has none. */
export const partOf = (active: number, ofAll: number, programs: number): number =>
  ofAll > 0 ? active / ofAll : 1 / programs;

/** What items of all programs add up to is each program's in part. */
function share({ programs, months }: Inputs, { months: record, together }: Memory): void {
  for (let p = 0, m = 0; p < programs.length; p++)
    for (let t = 0, all = 0; t < months; t++, all += MONTH_FIELDS, m += MONTH_FIELDS) {
      const part = partOf(record[m + MONTH.activePatients], together[all + MONTH.activePatients], programs.length);
      record[m + MONTH.careTeamCost] += together[all + MONTH.careTeamCost] * part;
      record[m + MONTH.technologyCost] += together[all + MONTH.technologyCost] * part;
      record[m + MONTH.overheadAndComplianceCost] += together[all + MONTH.overheadAndComplianceCost] * part;
      record[m + MONTH.careTeamUnits] += together[all + MONTH.careTeamUnits] * part;
      record[m + MONTH.careTeamServed] += together[all + MONTH.careTeamServed] * part;
      record[m + MONTH.careTeamPlaces] += together[all + MONTH.careTeamPlaces] * part;
    }
}

/**
 * What an item costs in each month for each month, unit, patient or dollar that its basis counts: the amount with its
 * increases so far. NaN in months in which it is not charged.
 */
export function setPrices(inputs: Inputs, prices: Float64Array, c: number): void {
  const { costItems, periods, cellsPerPeriod, cost: driver } = inputs;
  const { basis } = costItems[c];
  let isPaid = false;
  prices.fill(NaN);
  for (let q = 0, i = c; q < periods.count; q++, i += cellsPerPeriod) {
    const to = Math.min(periods.firstMonth[q + 1], Math.floor(driver.endMonth[i]));
    let t = Math.max(periods.firstMonth[q], Math.ceil(driver.startMonth[i]) - 1);
    // Year by year: in between the amount stands still.
    while (t < to) {
      const yearEnd = Math.min(to, (Math.floor(t / MONTHS_PER_YEAR) + 1) * MONTHS_PER_YEAR);
      const amount = driver.amount[i] * (basis === 'percent of cash' ? 1 : increased(inputs, c, t));
      // A one-off is paid in the first month it is charged; what moves its start afterwards moves nothing.
      if (basis !== 'one-off') prices.fill(amount, t, yearEnd);
      else if (!isPaid) prices[t] = amount;
      isPaid = true;
      t = yearEnd;
    }
  }
}

/** Adds what an item costs in each month, its units and places, to the months of who bears it. */
function charge(inputs: Inputs, memory: Memory, c: number, bearing: Float64Array, begin: number): void {
  const { months, costItems, periods, cellsPerPeriod, cost: driver, hasCareTeam } = inputs;
  const { prices, team } = memory;
  const { basis, staffing } = costItems[c];
  const category = COST_OF[costItems[c].category],
    counted = COUNTED[basis],
    isTeam = isCareUnit(costItems[c]);
  const unitsOnDuty = hasCareTeam && team && staffing !== 'unlimited' ? team.unitsOnDuty : null;
  for (let t = 0, m = begin; t < months; t++, m += MONTH_FIELDS) {
    const price = prices[t];
    if (isNaN(price)) continue;
    let count = counted === null ? 1 : bearing[m + counted];
    if (basis === 'per unit') {
      const driven = periods.ofMonth[t] * cellsPerPeriod + c;
      const served = count;
      const patientsPerUnit = driver.patientsPerUnit[driven];
      count = unitsOnDuty
        ? unitsOnDuty[c * months + t]
        : wholeUnits(served, patientsPerUnit, driver.minimumUnits[driven]);
      if (isTeam) {
        bearing[m + MONTH.careTeamUnits] += count;
        bearing[m + MONTH.careTeamServed] += served;
        bearing[m + MONTH.careTeamPlaces] += count * patientsPerUnit;
      }
    }
    bearing[m + category] += price * count;
  }
}
