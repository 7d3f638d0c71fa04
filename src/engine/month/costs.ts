/** Event 11: what every item costs in each month, who bears it, and the care team's units and places. */
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

/** What a basis counts, of the programs that bear the item. */
const COUNTED: Readonly<Partial<Record<CostBasis, number>>> = {
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
  activeOfAll.fill(0);
  newOfAll.fill(0);
  cashOfAll.fill(0);
  for (let p = 0, m = 0; p < programs.length; p++) {
    for (let t = 0; t < months; t++, m += MONTH_FIELDS) {
      activeOfAll[t] += record[m + MONTH.activePatients];
      newOfAll[t] += record[m + MONTH.newPatients];
      cashOfAll[t] += record[m + MONTH.cashCollected];
    }
  }
  for (let p = 0, m = 0, at = 0; p < programs.length; p++) {
    for (let t = 0; t < months; t++, at++, m += MONTH_FIELDS) {
      const active = activeOfAll[t];
      partOfAll[at] = active > 0 ? record[m + MONTH.activePatients] / active : 1 / programs.length;
    }
  }
}

/** What an item costs in each month; its units and places. */
function charge(inputs: Inputs, memory: Memory, c: number): void {
  const { months, programs, costItems, bearer, periods, cost: driver, hasCareTeam } = inputs;
  const { cost, units, places, team } = memory;
  const { basis, staffing } = costItems[c];
  const counted = COUNTED[basis];
  const isShared = bearer[c] === programs.length;
  const volume = isShared ? ofAll(memory, counted) : memory.months;
  const first = isShared ? 0 : bearer[c] * months * MONTH_FIELDS + (counted ?? 0);
  const stride = isShared ? 1 : MONTH_FIELDS;
  const unitsOnDuty = hasCareTeam && team && staffing !== 'unlimited' ? team.unitsOnDuty : null;
  cost.fill(0);
  units.fill(NOT_CHARGED);
  for (let q = 0, i = c; q < periods.count; q++, i += costItems.length) {
    const amount = driver.amount[i],
      growth = 1 + driver.annualIncrease[i],
      patientsPerUnit = driver.patientsPerUnit[i],
      minimumUnits = driver.minimumUnits[i];
    const start = Math.max(1, driver.startMonth[i]),
      end = driver.endMonth[i];
    const to = periods.firstMonth[q + 1];
    let year = -1,
      grown = 0;
    for (let t = periods.firstMonth[q]; t < to; t++) {
      if (t + 1 < start || t + 1 > end) continue;
      const fullYears = (t / MONTHS_PER_YEAR) | 0;
      if (fullYears !== year) {
        year = fullYears;
        grown = basis === 'percent of cash' ? amount : amount * growth ** year;
      }
      if (basis === 'per unit') {
        units[t] = unitsOnDuty
          ? unitsOnDuty[c * months + t]
          : wholeUnits(volume[first + t * stride], patientsPerUnit, minimumUnits);
        places[t] = units[t] * patientsPerUnit;
        cost[t] = grown * units[t];
      } else if (counted !== undefined) cost[t] = grown * volume[first + t * stride];
      else cost[t] = basis === 'per month' || t + 1 === start ? grown : 0;
    }
  }
}

/** A field of all programs together. */
const ofAll = ({ activeOfAll, newOfAll, cashOfAll }: Memory, field: number | undefined): Float64Array =>
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
