/** Percentiles of figures, in proportion between two of them, as Excel's PERCENTILE.INC; none of them needs all sorted. */
import quickselect from 'quickselect';

/** @param ordered sorted, or put in order for this share */
export function percentile(ordered: Float64Array, share: number): number {
  const [below, above] = placesOf(share, ordered.length);
  const low = ordered[below],
    high = ordered[above];
  return low === high ? low : low + (share * (ordered.length - 1) - below) * (high - low);
}

/** The figures so far in order, in place, that each share finds what it would find among sorted ones. */
export function putInOrderFor(shares: readonly number[], figures: Float64Array): void {
  const places = [...new Set(shares.flatMap((share) => placesOf(share, figures.length)))].sort((a, b) => a - b);
  settle(figures, places, 0, figures.length - 1);
}

/** The places among sorted figures that a percentile lies between. */
function placesOf(share: number, count: number): [below: number, above: number] {
  const below = Math.floor(share * (count - 1));
  return [below, Math.min(below + 1, count - 1)];
}

/** The place in the middle first: what it divides, the others need not look through. */
function settle(figures: Float64Array, places: readonly number[], left: number, right: number): void {
  if (places.length === 0) return;
  const middle = places.length >> 1,
    place = places[middle];
  // It asks for nothing but figures by their place.
  quickselect(figures as unknown as number[], place, left, right);
  settle(figures, places.slice(0, middle), left, place - 1);
  settle(figures, places.slice(middle + 1), place + 1, right);
}
