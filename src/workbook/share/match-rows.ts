/**
 * Which row of a table is which, after it was sorted and edited. A formula whose value stands in its place has moved
 * with its row; the row is known again by that value, and by as many of its other cells as are still the same.
 */

/** A row as it was: the seal of the cell in question, and those of all others, in the order of the columns. */
export interface RowSeal {
  own: string;
  others: readonly string[];
  /** Where it stood, counted from 0, as Excel has moved that place since; null where it was deleted. */
  at: number | null;
}

export interface RowNowSeal {
  own: string;
  others: readonly string[];
  /** A row whose cell may not be taken: somebody has typed a formula into it. */
  isTaken: boolean;
}

/** By row as it was its place now; null where no row holds its value any more. Each place is given once. */
export function matchRows(before: readonly RowSeal[], now: readonly RowNowSeal[]): (number | null)[] {
  const pairs = before.flatMap((row, i) =>
    now.flatMap((candidate, j) =>
      candidate.isTaken || candidate.own !== row.own
        ? []
        : [{ i, j, score: alike(row.others, candidate.others), stays: row.at === j }],
    ),
  );
  // Rows that are alike in all: who has not moved stays, and the others keep their order.
  pairs.sort((a, b) => b.score - a.score || Number(b.stays) - Number(a.stays) || a.i - b.i || a.j - b.j);
  const places: (number | null)[] = before.map(() => null);
  const given = new Set<number>();
  for (const { i, j } of pairs)
    if (places[i] === null && !given.has(j)) {
      places[i] = j;
      given.add(j);
    }
  return places;
}

const alike = (a: readonly string[], b: readonly string[]): number =>
  a.reduce((count, seal, i) => count + Number(seal === b[i]), 0);
