/**
 * Which cells of a triangle were observed. Blank and 0 are the same in a sheet, so position tells: the latest diagonal
 * is the largest row + delay of a filled cell. Up to it a 0 before a row's first amount is a true 0, and one after it a
 * hole; beyond it nothing is observed yet.
 */

/** A cell that was not observed. */
export const UNOBSERVED = NaN;

export interface Observed {
  /** Running totals, a row an origin, a column a delay; UNOBSERVED where there is none. */
  readonly cells: readonly Float64Array[];
  readonly delays: number;
  /** By row the delay of its last observed cell; −1 where it has none. */
  readonly last: readonly number[];
  /** Cells without an amount after one that has: row and delay. */
  readonly holes: readonly { readonly row: number; readonly delay: number }[];
}

export function observed(triangle: readonly ArrayLike<number>[]): Observed {
  const delays = Math.max(1, ...triangle.map((row) => row.length));
  let diagonal = -1;
  triangle.forEach((row, i) => {
    for (let k = 0; k < row.length; k++) if (row[k] !== 0) diagonal = Math.max(diagonal, i + k);
  });
  const holes: { row: number; delay: number }[] = [];
  const cells = triangle.map((row, i) => {
    const kept = new Float64Array(delays).fill(UNOBSERVED);
    let begun = false;
    for (let k = 0; k < delays && i + k <= diagonal; k++) {
      const amount = row[k] ?? 0;
      if (amount !== 0) {
        kept[k] = amount;
        begun = true;
      } else if (begun) holes.push({ row: i, delay: k });
      else kept[k] = 0;
    }
    return kept;
  });
  return { cells, delays, last: cells.map(lastObserved), holes };
}

function lastObserved(row: Float64Array): number {
  let k = row.length - 1;
  while (k >= 0 && !isObserved(row[k])) k--;
  return k;
}

export const isObserved = (amount: number): boolean => !Number.isNaN(amount);
