/** What a cost item's drivers say in a month. */
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
