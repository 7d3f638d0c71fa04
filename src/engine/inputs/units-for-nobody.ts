/** Patients per unit that changes leave at 0 or below: where a unit is charged it has to serve somebody. */
import { placeOfDriver, type CostDriver } from '../model/drivers';
import type { Change, CostItem } from '../model/model';
import { isInForce, isInScope, moved, type Moves } from './changes';
import type { Expanded } from './expansion';
import type { Periods } from './periods';

/** A forecast that cannot be, and the change or adjustment that brought it there. */
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

interface CostInputs {
  costItems: readonly CostItem[];
  cost: Expanded<CostDriver>;
  cellsPerPeriod: number;
  periods: Periods;
}

const PLACE = placeOfDriver.get('patientsPerUnit')!;
const NO_MOVES: readonly Change[] = [];

/** In other months nothing asks for them. @throws UnitsForNobody */
export function refuseUnitsForNobody(
  { costItems, cost, cellsPerPeriod, periods }: CostInputs,
  plan: Moves,
  adjustments: Moves,
): void {
  const planned = plan[PLACE] ?? NO_MOVES,
    adjusting = adjustments[PLACE] ?? NO_MOVES;
  if (planned.length + adjusting.length === 0) return;
  const { count, firstMonth } = periods;
  for (let q = 0; q < count; q++) {
    for (let c = 0; c < costItems.length; c++) {
      const i = q * cellsPerPeriod + c;
      const value = cost.patientsPerUnit[i];
      if (value > 0 || costItems[c].basis !== 'per unit') continue;
      const month = Math.max(firstMonth[q] + 1, Math.ceil(cost.startMonth[i]));
      if (month > Math.min(firstMonth[q + 1], cost.endMonth[i])) continue;
      throw new UnitsForNobody(toBlame([...planned, ...adjusting], costItems[c], month), costItems[c], month, value);
    }
  }
}

/** The last of the changes in force that took units from somebody to nobody. */
function toBlame(
  moves: readonly Change[],
  { program, item, delayMonths = 0, patientsPerUnit }: CostItem,
  month: number,
) {
  let value = patientsPerUnit;
  let found = moves[0];
  for (const change of moves) {
    if (!isInScope(change, { program, payer: null, item }) || !isInForce(change, month - delayMonths)) continue;
    const before = value;
    value = moved(before, change);
    if (before > 0 && !(value > 0)) found = change;
  }
  return found;
}
