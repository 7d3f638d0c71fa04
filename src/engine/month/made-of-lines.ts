/** Event 12, and what runs on from month to month: lines that are made of other lines. */
import { ALL_LINES, type SeriesKey } from '../model/lines';
import { PLACE } from './series';

/** A sum of its factors, or what the others leave of the first; by their places among the series. */
export interface MadeLine {
  readonly key: SeriesKey;
  readonly line: number;
  readonly first: number;
  readonly others: readonly number[];
  readonly sign: 1 | -1;
  /** Whether it goes on from the month before. */
  readonly runsOn: boolean;
}

const SUMS: ReadonlySet<SeriesKey> = new Set<SeriesKey>(['lostPatients', 'totalCost']);

/** Each behind the lines it is made of. */
export const MADE: readonly MadeLine[] = ALL_LINES.flatMap(({ key, made, factors, before }) => {
  if (made !== 'of lines') return [];
  const [first, ...others] = (factors as readonly SeriesKey[]).map((factor) => PLACE[factor]);
  return [{ key, line: PLACE[key], first, others, sign: SUMS.has(key) ? 1 : -1, runsOn: before.length > 0 }];
});

/** Works out a line's months from those of others, which stand among the figures. */
export function make(
  { key, line, first, others, sign, runsOn }: MadeLine,
  figures: Float64Array,
  months: number,
  owedAtStart: number,
): void {
  let before = key === 'receivable' ? owedAtStart : 0;
  for (let t = 0; t < months; t++) {
    let figure = figures[first * months + t];
    for (const other of others) figure += sign * figures[other * months + t];
    figures[line * months + t] = runsOn ? (before += figure) : figure;
  }
}
