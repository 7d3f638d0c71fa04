/** How the shares of a program's payers make room for a new one, seen before it is done. */
import type { Step, ShareChange, ShareTable } from './edit';
import { columnAt, numberIn, rowsNaming, textIn, type TablesNow } from './tables-now';

/** To a hundredth of a percent: what a person would type. */
const STEPS = 10_000;

/** Shares in the proportions given that add to the whole, to a hundredth of a percent; the largest takes what rounding leaves. */
export function sharesOf(weights: readonly number[], whole = 1): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  const even = weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
  const steps = even.map((weight) => Math.round(weight * whole * STEPS));
  const largest = steps.indexOf(Math.max(...steps));
  steps[largest] += Math.round(whole * STEPS) - steps.reduce((sum, count) => sum + count, 0);
  return steps.map((count) => count / STEPS);
}

/**
 * @param newcomer the payer who takes a share of the program's panel
 * @param share as it is to be; of 1
 * @param rebalance whether the others make room for it, each by the same part
 */
export function makeRoom(
  tables: TablesNow,
  program: string,
  newcomer: string,
  share: number,
  rebalance: boolean,
): { steps: Step[]; shares: ShareChange[] } {
  const table = tables.payerMix;
  const column = columnAt(table, 'shareOfPanel');
  const rows = rowsNaming(table, { program });
  const before = rows.map((row) => numberIn(table, table.rows[row], 'shareOfPanel'));
  const scaled = sharesOf(
    before.map((held) => held ?? 0),
    1 - share,
  );
  const shares = rows.map((row, i): ShareChange => {
    const payer = textIn(table, table.rows[row], 'payer');
    return { payer, before: before[i], after: rebalance ? scaled[i] : before[i] };
  });
  const steps = rows.flatMap((at, i): Step[] =>
    shares[i].after === before[i]
      ? []
      : [{ what: 'set', table: 'payerMix', at, column, content: zeroInWords(shares[i].after) }],
  );
  return { steps, shares: [...shares, { payer: newcomer, before: null, after: share }] };
}

/** A share of nothing is written as the word, since 0 is a blank to the tables. */
export const zeroInWords = (share: number | null): number | string | null => (share === 0 ? 'zero' : share);

/** Programs whose shares change alike stand in one table. */
export function alike(changes: readonly { program: string; shares: readonly ShareChange[] }[]): ShareTable[] {
  const groups = new Map<string, { programs: string[]; shares: readonly ShareChange[] }>();
  for (const { program, shares } of changes) {
    const key = JSON.stringify(shares);
    const group = groups.get(key);
    if (group) group.programs.push(program);
    else groups.set(key, { programs: [program], shares });
  }
  return [...groups.values()];
}
