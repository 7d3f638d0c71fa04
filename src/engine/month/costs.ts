/** Event 11: what every item costs in each month, who bears it, and the care team's units and places. */
import { increased } from '../inputs/cost-drivers';
import { MONTHS_PER_YEAR } from '../math/calendar';
import { wholeUnits } from '../math/whole-units';
import { isCareUnit } from '../model/care-team';
import type { CostBasis, CostCategory } from '../model/model';
import type { Inputs } from '../inputs/prepare';
import { isInFull, ITEM_FIELDS, MONTH, POSITIONS, type Memory } from './memory';

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

/** What a care team's item leaves behind besides its dollars. */
const OF_TEAM = [MONTH.careTeamUnits, MONTH.careTeamServed, MONTH.careTeamPlaces];
/** What is kept of an item beside its prices, so that months need not look at words. */
const ITEM = { isByUnit: 0, isTeam: 1, category: 2, counted: 3 } as const;
const NOTHING_COUNTED = -1;

/** Adds what items cost to the months of each program, which have no costs yet. */
export function costs(inputs: Inputs, memory: Memory): void {
  setPrices(inputs, memory);
  costsAtPrices(inputs, memory);
}

export function setPrices(inputs: Inputs, memory: Memory): void {
  for (let c = 0; c < inputs.costItems.length; c++) price(inputs, memory, c);
}

/** The costs where prices are in the memory already. */
export function costsAtPrices(inputs: Inputs, memory: Memory): void {
  const isShared = hasShared(inputs);
  if (isShared) addUpPrograms(inputs, memory);
  chargeAll(inputs, memory);
  if (isShared) share(inputs, memory);
}

/** Whether all programs together bear an item. */
const hasShared = ({ bearer, programs }: Inputs): boolean => bearer.includes(programs.length);

/** Adds all items to the months of who bears them: of one program, or of all of them together. */
export function chargeAll(inputs: Inputs, memory: Memory): void {
  const { programs, months, bearer } = inputs;
  for (let c = 0; c < bearer.length; c++) {
    if (bearer[c] === programs.length) charge(inputs, memory, c, memory.together, 0);
    else charge(inputs, memory, c, memory.months, bearer[c] * months * memory.fields);
  }
}

/** What items of all programs are charged by. */
export function addUpPrograms({ programs, months }: Inputs, { months: record, together, fields }: Memory): void {
  together.fill(0);
  const ofProgram = months * fields;
  const end = programs.length * ofProgram;
  for (let first = 0; first < ofProgram; first += fields) {
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

/** A program's part of what items of all programs cost: by active patients, evenly in a month that has none. */
export const partOf = (active: number, ofAll: number, programs: number): number =>
  ofAll > 0 ? active / ofAll : 1 / programs;

/** What items of all programs add up to is each program's in part. */
function share(inputs: Inputs, memory: Memory): void {
  const { programs, months } = inputs;
  const { months: record, together, parts, fields } = memory;
  const shared = sharedFields(inputs, isInFull(memory));
  for (let p = 0; p < programs.length; p++) {
    const first = p * months * fields;
    for (let t = 0, all = 0; t < months; t++, all += fields)
      parts[t] = partOf(
        record[first + all + MONTH.activePatients],
        together[all + MONTH.activePatients],
        programs.length,
      );
    for (let f = 0; f < shared.length; f++)
      for (let t = 0, at = shared[f]; t < months; t++, at += fields) record[first + at] += together[at] * parts[t];
  }
}

/** What items of all programs add to. */
function sharedFields({ programs, costItems, bearer }: Inputs, inFull: boolean): readonly number[] {
  const shared: number[] = [];
  for (let c = 0; c < costItems.length; c++) {
    if (bearer[c] < programs.length) continue;
    const category = COST_OF[costItems[c].category];
    if (!shared.includes(category)) shared.push(category);
    if (inFull && isCareUnit(costItems[c]) && !shared.includes(OF_TEAM[0])) shared.push(...OF_TEAM);
  }
  return shared;
}

/**
 * What an item costs in each month for each month, unit, patient or dollar that its basis counts: the amount with its
 * increases so far. NaN in months in which it is not charged.
 */
function price(inputs: Inputs, memory: Memory, c: number): void {
  const { months, costItems, periods, cellsPerPeriod, cost: driver } = inputs;
  const { prices, items } = memory;
  const { basis, category } = costItems[c];
  const k = c * ITEM_FIELDS;
  items[k + ITEM.isByUnit] = basis === 'per unit' ? 1 : 0;
  items[k + ITEM.isTeam] = isInFull(memory) && isCareUnit(costItems[c]) ? 1 : 0;
  items[k + ITEM.category] = COST_OF[category];
  items[k + ITEM.counted] = COUNTED[basis] ?? NOTHING_COUNTED;
  const first = c * months;
  let isPaid = false;
  prices.fill(NaN, first, first + months);
  for (let q = 0, i = c; q < periods.count; q++, i += cellsPerPeriod) {
    const to = Math.min(periods.firstMonth[q + 1], Math.floor(driver.endMonth[i]));
    let t = Math.max(periods.firstMonth[q], Math.ceil(driver.startMonth[i]) - 1);
    // Year by year: in between the amount stands still.
    while (t < to) {
      const yearEnd = Math.min(to, (Math.floor(t / MONTHS_PER_YEAR) + 1) * MONTHS_PER_YEAR);
      const amount = driver.amount[i] * (basis === 'percent of cash' ? 1 : increased(inputs, c, t));
      // A one-off is paid in the first month it is charged; what moves its start afterwards moves nothing.
      if (basis !== 'one-off') prices.fill(amount, first + t, first + yearEnd);
      else if (!isPaid) prices[first + t] = amount;
      isPaid = true;
      t = yearEnd;
    }
  }
}

/** Adds what an item costs in each month, its units and places, to the months of who bears it. */
function charge(inputs: Inputs, memory: Memory, c: number, bearing: Float64Array, begin: number): void {
  const { months } = inputs;
  const { prices, items, fields } = memory;
  const k = c * ITEM_FIELDS;
  const category = items[k + ITEM.category],
    counted = items[k + ITEM.counted];
  if (items[k + ITEM.isByUnit] === 1) {
    chargeUnits(inputs, memory, c, bearing, begin);
    return;
  }
  let i = c * months;
  const end = (begin + months * fields) & POSITIONS;
  for (let m = begin & POSITIONS; m < end; m += fields, i++) {
    const price = prices[i];
    if (isNaN(price)) continue;
    bearing[m + category] += counted === NOTHING_COUNTED ? price : price * bearing[m + counted];
  }
}

/** An item that is bought by the unit. */
function chargeUnits(inputs: Inputs, memory: Memory, c: number, bearing: Float64Array, begin: number): void {
  const { months, costItems, periods, cellsPerPeriod, cost: driver, hasCareTeam } = inputs;
  const { prices, items, team, fields } = memory;
  const category = items[c * ITEM_FIELDS + ITEM.category],
    isTeam = items[c * ITEM_FIELDS + ITEM.isTeam] === 1;
  const unitsOnDuty = hasCareTeam && team && costItems[c].staffing !== 'unlimited' ? team.unitsOnDuty : null;
  for (let q = 0, driven = c; q < periods.count; q++, driven += cellsPerPeriod) {
    const patientsPerUnit = driver.patientsPerUnit[driven],
      minimumUnits = driver.minimumUnits[driven];
    const from = periods.firstMonth[q];
    let i = c * months + from;
    const end = (begin + periods.firstMonth[q + 1] * fields) & POSITIONS;
    for (let m = (begin + from * fields) & POSITIONS; m < end; m += fields, i++) {
      const price = prices[i];
      if (isNaN(price)) continue;
      const served = bearing[m + MONTH.activePatients];
      const units = unitsOnDuty ? unitsOnDuty[i] : wholeUnits(served, patientsPerUnit, minimumUnits);
      bearing[m + category] += price * units;
      if (!isTeam) continue;
      bearing[m + MONTH.careTeamUnits] += units;
      bearing[m + MONTH.careTeamServed] += served;
      bearing[m + MONTH.careTeamPlaces] += units * patientsPerUnit;
    }
  }
}
