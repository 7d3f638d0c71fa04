/** Event 11 in brief: the dollars that items cost, at prices that are kept between looks. */
import type { Inputs } from '../inputs/prepare';
import { wholeUnits } from '../math/whole-units';
import { COST_OF, COUNTED, setPrices } from './costs';
import { POSITIONS, type Records } from './memory';
import { BRIEF_FIELDS } from './memory-in-brief';

/** What is to be known of an item, so that months need not look at words. */
export interface Charge {
  readonly item: number;
  /** By month: what it costs for each month, unit, patient or dollar that it counts. */
  readonly prices: Float64Array;
  readonly bearing: Float64Array;
  /** Where the months of who bears it begin. */
  readonly begin: number;
  /** Fields of a record. */
  readonly category: number;
  readonly counted: number | null;
  readonly isByUnit: boolean;
}

export function chargesOf({ costItems, bearer, programs, months }: Inputs, memory: Records): Charge[] {
  return costItems.map(({ basis, category }, item) => {
    const isOfAll = bearer[item] === programs.length;
    return {
      item,
      prices: new Float64Array(months),
      bearing: isOfAll ? memory.together : memory.months,
      begin: isOfAll ? 0 : bearer[item] * months * BRIEF_FIELDS,
      category: COST_OF[category],
      counted: COUNTED[basis],
      isByUnit: basis === 'per unit',
    };
  });
}

export function setAllPrices(inputs: Inputs, charges: readonly Charge[]): void {
  for (const { prices, item } of charges) setPrices(inputs, prices, item);
}

/** Adds all items to the months of who bears them: of one program, or of all of them together. */
export function chargeAll(inputs: Inputs, charges: readonly Charge[]): void {
  const { months } = inputs;
  for (const charge of charges) {
    const { prices, bearing, begin, category, counted, isByUnit } = charge;
    if (isByUnit) {
      chargeUnits(inputs, charge);
      continue;
    }
    const end = (begin + months * BRIEF_FIELDS) & POSITIONS;
    for (let t = 0, m = begin & POSITIONS; m < end; m += BRIEF_FIELDS, t++) {
      const price = prices[t];
      if (isNaN(price)) continue;
      bearing[m + category] += counted === null ? price : price * bearing[m + counted];
    }
  }
}

/** An item that is bought by the unit. */
function chargeUnits(inputs: Inputs, { item, prices, bearing, begin, category, counted }: Charge): void {
  const { periods, cellsPerPeriod, cost: driver } = inputs;
  const served = counted!;
  for (let q = 0, driven = item; q < periods.count; q++, driven += cellsPerPeriod) {
    const patientsPerUnit = driver.patientsPerUnit[driven],
      minimumUnits = driver.minimumUnits[driven];
    const from = periods.firstMonth[q];
    const end = (begin + periods.firstMonth[q + 1] * BRIEF_FIELDS) & POSITIONS;
    for (let m = (begin + from * BRIEF_FIELDS) & POSITIONS, t = from; m < end; m += BRIEF_FIELDS, t++) {
      const price = prices[t];
      if (!isNaN(price))
        bearing[m + category] += price * wholeUnits(bearing[m + served], patientsPerUnit, minimumUnits);
    }
  }
}
