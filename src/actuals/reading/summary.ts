import { SUMMARY_FIGURES, type Summary, type SummaryFigure } from '../rows';
import type { Judged } from './judged';
import type { Kept } from './kept';
import { setRepeatsAside } from './repeats';

/** A column that no row fills says nothing; in one that some fill, blank is 0. */
export function* readSummary(judged: Judged) {
  const months = judged.days('month', true);
  const programs = judged.names('program');
  const payers = judged.names('payer');
  const figures = Object.fromEntries(
    SUMMARY_FIGURES.map((key) => {
      if (!judged.has(key)) return [key, new Float64Array(judged.rows).fill(NaN)];
      const isMoney = judged.columns.find((column) => column.key === key)!.holds === 'money';
      const values = isMoney ? Float64Array.from(judged.cents(key)) : judged.figures(key, false);
      return [key, judged.coded(key).size === 0 ? values.fill(NaN) : values];
    }),
  ) as Record<SummaryFigure, Float64Array>;
  yield;
  const numbers = judged.table.rowNumbers;

  function acrossRows(): void {
    // NaN is not the same as itself; as a place it is.
    const filled = SUMMARY_FIGURES.map((key) => figures[key].map((value) => (Number.isNaN(value) ? -1 : value)));
    setRepeatsAside(judged, [months, programs.rows, payers.rows, ...filled]);
    const first = new Map<string, number>();
    for (let i = 0; i < judged.rows; i++) {
      if (judged.faults[i]) continue;
      const place = `${months[i]} ${programs.rows[i]} ${payers.rows[i]}`;
      const before = first.get(place);
      if (before === undefined) first.set(place, i);
      else judged.fault(i, 'other figures again', undefined, numbers[before]);
    }
  }

  return {
    acrossRows,
    rows: (kept: Kept): Summary => ({
      kind: 'summary',
      months: kept.column(months),
      programs: kept.names(programs),
      payers: kept.names(payers),
      figures: Object.fromEntries(SUMMARY_FIGURES.map((key) => [key, kept.column(figures[key])])) as Summary['figures'],
    }),
  };
}
