/** Patients per unit that changes leave at 0 or below: where a unit is charged it has to serve somebody. */
import type { Change, CostItem } from '../model/model';
import { isInForce, isInScope } from './changes';
import type { Inputs } from './prepare';

/** A forecast that cannot be, and the change or adjustment that had the last word on it. */
export class UnitsForNobody extends Error {
  constructor(
    readonly change: Change,
    readonly item: CostItem,
    /** The first of the months, counted from 1, and what patients per unit would be in it. */
    readonly month: number,
    readonly value: number,
  ) {
    super(`Patients per unit of ${item.item} would be ${value} in month ${month}.`);
    this.name = 'UnitsForNobody';
  }
}

type Moves = ReadonlyMap<string, readonly Change[]>;
const NO_MOVES: readonly Change[] = [];

/** In other months nothing asks for them. @throws UnitsForNobody */
export function refuseUnitsForNobody(
  { costItems, cost, cellsPerPeriod, periods }: Inputs,
  plan: Moves,
  adjustments: Moves,
): void {
  const planned = plan.get('patientsPerUnit') ?? NO_MOVES,
    adjusting = adjustments.get('patientsPerUnit') ?? NO_MOVES;
  if (planned.length + adjusting.length === 0) return;
  const { count, firstMonth } = periods;
  for (let q = 0; q < count; q++) {
    for (let c = 0; c < costItems.length; c++) {
      const i = q * cellsPerPeriod + c;
      const value = cost.patientsPerUnit[i];
      if (value > 0 || costItems[c].basis !== 'per unit') continue;
      const month = Math.max(firstMonth[q] + 1, Math.ceil(cost.startMonth[i]));
      if (month > Math.min(firstMonth[q + 1], cost.endMonth[i])) continue;
      const { program, item, delayMonths = 0 } = costItems[c];
      const acted = [...planned, ...adjusting].filter(
        (change) => isInScope(change, { program, payer: null, item }) && isInForce(change, month - delayMonths),
      );
      throw new UnitsForNobody(acted[acted.length - 1], costItems[c], month, value);
    }
  }
}
