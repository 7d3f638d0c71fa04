/** The months that are over, by segment and month, as the month's events take them. */
import type { Actual, ActualMonth, Payer, Program } from '../model/model';

export interface ActualMonths {
  /** So many. */
  readonly months: number;
  /** By segment and month at segment × months + month; null where there is nothing to tell. */
  readonly rows: readonly (ActualMonth | null)[];
  /** By program: its first month with figures, counted from 0 (months = none), and the panel it opened with. */
  readonly begun: Int32Array;
  readonly openingPatients: Float64Array;
}

export function actualMonths(
  { months, rows }: Actual,
  programs: readonly Program[],
  segments: readonly Payer[],
  firstSegment: Int32Array,
): ActualMonths {
  const place = new Map(segments.map(({ program, payer }, s) => [JSON.stringify([program, payer]), s]));
  const placed = Array<ActualMonth | null>(segments.length * months).fill(null);
  for (const row of rows) {
    const s = place.get(JSON.stringify([row.program, row.payer]));
    if (s !== undefined && row.month <= months) placed[s * months + row.month - 1] = row;
  }
  const begun = new Int32Array(programs.length).fill(months);
  const openingPatients = new Float64Array(programs.length);
  for (let p = 0; p < programs.length; p++) {
    const own = Array.from({ length: firstSegment[p + 1] - firstSegment[p] }, (_, i) => firstSegment[p] + i);
    for (let t = 0; t < months && begun[p] === months; t++) if (own.some((s) => placed[s * months + t])) begun[p] = t;
    if (begun[p] < months)
      for (const s of own) openingPatients[p] += placed[s * months + begun[p]]?.openingPatients ?? 0;
  }
  return { months, rows: placed, begun, openingPatients };
}
