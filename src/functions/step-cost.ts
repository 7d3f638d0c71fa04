import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { AT_LEAST_ZERO, ANY_NUMBER, broadcast, numbers, type NumberGrid } from './arguments/number-grid';

interface Step {
  from: number;
  cost: number;
}

/**
 * Cost of the tier that a volume falls in.
 *
 * @customfunction STEPCOST
 * @category Cost and capacity
 * @helpurl help/STEPCOST.html
 * @param volume Volume, e.g. active patients: one number or a range.
 * @param tiers Two columns, a row a tier: the volume it starts at, and its cost in $. A blank start is 0.
 * @returns Cost in $, in the shape of the volume; #N/A for a volume below the first tier.
 * @throws a tier that starts twice; tiers that are not two columns.
 * @example
 * =PPPM.STEPCOST({50,100,499}, {0,1000;100,1800;500,6000})
 * → {1000,1800,1800}
 */
export function stepCost(volume: unknown[][], tiers: unknown[][]): unknown[][] {
  const volumes = numbers('volume', volume, AT_LEAST_ZERO);
  const grid = numbers('tiers', tiers, ANY_NUMBER);
  if (grid.columns !== 2) throw new InputError(messages.tiersShape(grid.columns));
  const steps = readTiers(grid);
  return broadcast([volumes], (amount) => {
    const step = stepAt(steps, amount);
    return step?.cost ?? new InputError(messages.belowFirstTier('volume', amount, steps[0].from), 'notAvailable');
  });
}

/** The last step that begins at the volume or below it. */
function stepAt(steps: readonly Step[], volume: number): Step | undefined {
  let [below, above] = [0, steps.length];
  while (below < above) {
    const middle = (below + above) >> 1;
    if (steps[middle].from <= volume) below = middle + 1;
    else above = middle;
  }
  return steps[below - 1];
}

/** Tiers by starting volume. Below the first row, a row of two blanks (or zeros) is no tier. */
function readTiers({ rows, values }: NumberGrid): Step[] {
  const steps: Step[] = [];
  for (let r = 0; r < rows; r++) {
    const [from, cost] = [values[2 * r], values[2 * r + 1]];
    if (r === 0 || from !== 0 || cost !== 0) steps.push({ from, cost });
  }
  steps.sort((a, b) => a.from - b.from);
  steps.forEach(({ from }, i) => {
    if (i > 0 && steps[i - 1].from === from) throw new InputError(messages.tierRepeated(from));
  });
  return steps;
}
