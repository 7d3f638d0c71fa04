/** Event 12, and what runs on from month to month: lines that are made of other lines. */
import { ALL_LINES, type SeriesKey } from '../model/lines';
import { PLACE } from './series';

/** A sum of its factors, or what the others leave of the first; by their places among the series. */
export interface MadeLine {
  readonly key: SeriesKey;
  readonly factors: readonly number[];
  readonly sign: number;
  /** Whether it goes on from the month before. */
  readonly runsOn: boolean;
}

/** Each behind the lines it is made of. */
export const MADE: readonly MadeLine[] = ALL_LINES.filter(({ made }) => made === 'of lines').map(
  ({ key, factors, before }) => ({
    key,
    factors: factors.map((factor) => PLACE[factor as SeriesKey]),
    sign: key === 'lostPatients' || key === 'totalCost' ? 1 : -1,
    runsOn: before.length > 0,
  }),
);

/** Works out a line's months from those of others, which stand among the figures. */
export function make(
  { key, factors, sign, runsOn }: MadeLine,
  figures: Float64Array,
  months: number,
  owedAtStart: number,
): void {
  let before = key === 'receivable' ? owedAtStart : 0;
  for (let t = 0; t < months; t++) {
    let figure = figures[factors[0] * months + t];
    for (let i = 1; i < factors.length; i++) figure += sign * figures[factors[i] * months + t];
    figures[PLACE[key] * months + t] = runsOn ? (before += figure) : figure;
  }
}
