/** Event 11 in brief: the dollars that items cost, at prices that are kept between looks. */
import type { Inputs } from '../inputs/prepare';
import { wholeUnits } from '../math/whole-units';
import { COST_OF, COUNTED, setPrices } from './costs';
import { POSITIONS, type Records } from './memory';
import { BRIEF_FIELDS } from './memory-in-brief';

/** What is to be known of an item, so that months need not look at words. */
export interface Charge {
  readonly item: number;
  /** By month: what it costs for each month, unit, patient or dollar that it counts; nothing where it is not charged. */
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
  for (const { prices, item } of charges) {
    setPrices(inputs, prices, item);
    for (let t = 0; t < prices.length; t++) if (isNaN(prices[t])) prices[t] = 0;
  }
}

/** Adds all items to the months of who bears them: of one program, or of all of them together. */
export function chargeAll(inputs: Inputs, charges: readonly Charge[]): void {
  for (const charge of charges)
    if (charge.isByUnit) chargeUnits(inputs, charge);
    else if (charge.counted === null) chargeMonths(inputs, charge);
    else chargeCounted(inputs, charge, charge.counted);
}

function chargeMonths({ months }: Inputs, { prices, bearing, begin, category }: Charge): void {
  const first = begin & POSITIONS;
  for (let t = 0, m = first + category; t < months; t = (t + 1) & POSITIONS, m = (m + BRIEF_FIELDS) & POSITIONS)
    bearing[m] += prices[t];
}

function chargeCounted({ months }: Inputs, { prices, bearing, begin, category }: Charge, counted: number): void {
  let cost = (begin + category) & POSITIONS,
    count = (begin + counted) & POSITIONS;
  for (let t = 0; t < months; t = (t + 1) & POSITIONS) {
    bearing[cost] += prices[t] * bearing[count];
    cost = (cost + BRIEF_FIELDS) & POSITIONS;
    count = (count + BRIEF_FIELDS) & POSITIONS;
  }
}

/** An item that is bought by the unit. */
function chargeUnits(inputs: Inputs, { item, prices, bearing, begin, category, counted }: Charge): void {
  const { periods, cellsPerPeriod, cost: driver } = inputs;
  let cost = (begin + category) & POSITIONS,
    served = (begin + counted!) & POSITIONS;
  for (let q = 0, driven = item; q < periods.count; q++, driven += cellsPerPeriod) {
    const patientsPerUnit = driver.patientsPerUnit[driven],
      minimumUnits = driver.minimumUnits[driven];
    const to = periods.firstMonth[q + 1];
    for (let t = periods.firstMonth[q] & POSITIONS; t < to; t = (t + 1) & POSITIONS) {
      const price = prices[t];
      // Where it is not charged, a unit need not serve anybody.
      if (price !== 0) bearing[cost] += price * wholeUnits(bearing[served], patientsPerUnit, minimumUnits);
      cost = (cost + BRIEF_FIELDS) & POSITIONS;
      served = (served + BRIEF_FIELDS) & POSITIONS;
    }
  }
}
