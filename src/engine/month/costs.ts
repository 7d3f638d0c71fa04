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
  const { programs, costItems, bearer } = inputs;
  if (bearer.includes(programs.length)) addUpPrograms(inputs, memory);
  for (let c = 0; c < costItems.length; c++) {
    charge(inputs, memory, c);
    if (bearer[c] < programs.length) bearAlone(inputs, memory, c);
    else bearTogether(inputs, memory, c);
  }
}

/** What items of all programs are charged by, and each program's part: by active patients, evenly in a month that has none. */
function addUpPrograms(
  { programs, months }: Inputs,
  { months: record, activeOfAll, newOfAll, cashOfAll, partOfAll }: Memory,
): void {
  const ofProgram = months * MONTH_FIELDS;
  const end = programs.length * ofProgram;
  for (let t = 0, first = 0; t < months; t++, first += MONTH_FIELDS) {
    let active = 0,
      joining = 0,
      cash = 0;
    for (let m = first; m < end; m += ofProgram) {
      active += record[m + MONTH.activePatients];
      joining += record[m + MONTH.newPatients];
      cash += record[m + MONTH.cashCollected];
    }
    activeOfAll[t] = active;
    newOfAll[t] = joining;
    cashOfAll[t] = cash;
    for (let m = first, at = t; m < end; m += ofProgram, at += months)
      partOfAll[at] = active > 0 ? record[m + MONTH.activePatients] / active : 1 / programs.length;
  }
}

/** What an item costs in each month; its units and places. */
function charge(inputs: Inputs, memory: Memory, c: number): void {
  const { months, programs, costItems, bearer, periods, cellsPerPeriod, cost: driver, hasCareTeam } = inputs;
  const { cost, units, places, team } = memory;
  const { basis, staffing } = costItems[c];
  const counted = COUNTED[basis];
  const isShared = bearer[c] === programs.length;
  const volume = isShared ? ofAll(memory, counted) : memory.months;
  const stride = isShared ? 1 : MONTH_FIELDS;
  const first = isShared ? 0 : bearer[c] * months * MONTH_FIELDS + (counted ?? 0);
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
            : wholeUnits(volume[first + t * stride], patientsPerUnit, minimumUnits);
          places[t] = units[t] * patientsPerUnit;
          cost[t] = amount * units[t];
        }
      else if (counted !== null) for (; t < yearEnd; t++) cost[t] = amount * volume[first + t * stride];
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

/** A field of all programs together. */
const ofAll = ({ activeOfAll, newOfAll, cashOfAll }: Memory, field: number | null): Float64Array =>
  field === MONTH.newPatients ? newOfAll : field === MONTH.cashCollected ? cashOfAll : activeOfAll;

/** A program's own item. */
function bearAlone(
  { months, costItems, bearer }: Inputs,
  { months: record, cost, units, places }: Memory,
  c: number,
): void {
  const category = COST_OF[costItems[c].category];
  const isTeam = isCareUnit(costItems[c]);
  for (let t = 0, m = bearer[c] * months * MONTH_FIELDS; t < months; t++, m += MONTH_FIELDS) {
    record[m + category] += cost[t];
    if (!isTeam || units[t] < 0) continue;
    record[m + MONTH.careTeamUnits] += units[t];
    record[m + MONTH.careTeamServed] += record[m + MONTH.activePatients];
    record[m + MONTH.careTeamPlaces] += places[t];
  }
}

/** An item of all programs. */
function bearTogether(
  { months, programs, costItems }: Inputs,
  { months: record, cost, units, places, activeOfAll, partOfAll }: Memory,
  c: number,
): void {
  const category = COST_OF[costItems[c].category];
  const isTeam = isCareUnit(costItems[c]);
  for (let p = 0, m = 0, at = 0; p < programs.length; p++) {
    for (let t = 0; t < months; t++, at++, m += MONTH_FIELDS) {
      const part = partOfAll[at];
      record[m + category] += cost[t] * part;
      if (!isTeam || units[t] < 0) continue;
      record[m + MONTH.careTeamUnits] += units[t] * part;
      record[m + MONTH.careTeamServed] += activeOfAll[t] * part;
      record[m + MONTH.careTeamPlaces] += places[t] * part;
    }
  }
}
