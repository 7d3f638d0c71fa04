/** What a cost item's drivers say in a month. */
import type { CostDriver } from '../model/drivers';
import type { Inputs } from './prepare';

type CostInputs = Pick<Inputs, 'cost' | 'costItems' | 'periods'>;

/** An item's value of a driver in a month. */
export const costDriver = (
  { cost, costItems, periods }: CostInputs,
  driver: CostDriver,
  item: number,
  t: number,
): number => cost[driver][periods.ofMonth[t] * costItems.length + item];

export const isCharged = (inputs: CostInputs, item: number, t: number): boolean =>
  t + 1 >= costDriver(inputs, 'startMonth', item, t) && t + 1 <= costDriver(inputs, 'endMonth', item, t);
