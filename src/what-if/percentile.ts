/** Percentiles of figures, in proportion between two of them, as Excel's PERCENTILE.INC. */

export function percentile(sorted: Float64Array, share: number): number {
  const [below, above] = placesOf(share, sorted.length);
  return between(sorted[below], sorted[above], share * (sorted.length - 1) - below);
}

/** The same of figures in any order, which they stay in: only those that lie near a percentile are sorted. */
export function percentilesOf(figures: Float64Array, shares: readonly number[]): number[] {
  const count = figures.length;
  const places = new Set(shares.flatMap((share) => placesOf(share, count)));
  const figureAt = figuresAt(
    figures,
    [...places].sort((a, b) => a - b),
  );
  return shares.map((share) => {
    const [below, above] = placesOf(share, count);
    return between(figureAt.get(below)!, figureAt.get(above)!, share * (count - 1) - below);
  });
}

/** The places among sorted figures that a percentile lies between. */
function placesOf(share: number, count: number): [below: number, above: number] {
  const below = Math.floor(share * (count - 1));
  return [below, Math.min(below + 1, count - 1)];
}

const between = (low: number, high: number, part: number): number => (low === high ? low : low + part * (high - low));

/** Equal stretches from the least figure to the greatest: most hold few enough to be sorted in no time. */
const STRETCHES = 2_048;

/** What stands at these places among the sorted figures, each place behind the one before. */
function figuresAt(figures: Float64Array, places: readonly number[]): ReadonlyMap<number, number> {
  let least = Infinity,
    greatest = -Infinity;
  for (let n = 0; n < figures.length; n++) {
    const figure = figures[n];
    if (figure < least) least = figure;
    if (figure > greatest) greatest = figure;
  }
  // A greater figure never lies in an earlier stretch. Where the width is beyond numbers, all lie in the first.
  const perUnit = STRETCHES / (greatest - least);
  const held = new Int32Array(STRETCHES + 1);
  for (let n = 0; n < figures.length; n++) held[((figures[n] - least) * perUnit) | 0]++;

  // Stretches that a place lies in, and where the next of their figures goes among those taken out.
  const asked: { first: number; below: number; places: number[] }[] = [];
  const next = new Int32Array(STRETCHES + 1).fill(-1);
  let taken = 0;
  for (let s = 0, below = 0, i = 0; i < places.length; below += held[s++]) {
    const end = below + held[s];
    if (places[i] >= end) continue;
    const own: number[] = [];
    while (i < places.length && places[i] < end) own.push(places[i++]);
    asked.push({ first: taken, below, places: own });
    next[s] = taken;
    taken += held[s];
  }
  const near = new Float64Array(taken);
  for (let n = 0; n < figures.length; n++) {
    const s = ((figures[n] - least) * perUnit) | 0;
    if (next[s] >= 0) near[next[s]++] = figures[n];
  }
  const found = new Map<number, number>();
  asked.forEach(({ first, below, places: own }, i) => {
    const sorted = near.subarray(first, asked[i + 1]?.first ?? taken).sort();
    for (const place of own) found.set(place, sorted[place - below]);
  });
  return found;
}
