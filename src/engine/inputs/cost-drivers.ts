/** What a cost item's drivers say in a month. */
import { MONTHS_PER_YEAR } from '../math/calendar';
import type { CostDriver } from '../model/drivers';
import type { Inputs } from './prepare';

type CostInputs = Pick<Inputs, 'cost' | 'cellsPerPeriod' | 'periods'>;

/** An item's value of a driver in a month. */
export const costDriver = (
  { cost, cellsPerPeriod, periods }: CostInputs,
  driver: CostDriver,
  item: number,
  t: number,
): number => cost[driver][periods.ofMonth[t] * cellsPerPeriod + item];

export const isCharged = (inputs: CostInputs, item: number, t: number): boolean =>
  t + 1 >= costDriver(inputs, 'startMonth', item, t) && t + 1 <= costDriver(inputs, 'endMonth', item, t);

/** What the annual increases so far make of each dollar: of every anniversary the one in force in its month, be the item charged in it or not. */
export function increased(inputs: CostInputs, item: number, t: number): number {
  let dollar = 1;
  for (let anniversary = MONTHS_PER_YEAR; anniversary <= t; anniversary += MONTHS_PER_YEAR)
    dollar *= 1 + costDriver(inputs, 'annualIncrease', item, anniversary);
  return dollar;
}
