/** Monthly summaries from rows, and their figures by program, payer and month. */
import type { MonthRow } from './monthly';
import { SUMMARY_FIGURES, type Names, type Summary, type SummaryFigure } from './rows';

export function summaryOf(rows: readonly MonthRow[]): Summary {
  return {
    kind: 'summary',
    months: Int32Array.from(rows, ({ month }) => month),
    programs: namesOf(rows.map(({ program }) => program)),
    payers: namesOf(rows.map(({ payer }) => payer)),
    figures: Object.fromEntries(
      SUMMARY_FIGURES.map((key) => [key, Float64Array.from(rows, ({ figures }) => figures[key] ?? NaN)]),
    ) as Record<SummaryFigure, Float64Array>,
  };
}

/** The text of a row; blank where it has none. */
export const nameAt = ({ names, rows }: Names, row: number): string => (rows[row] < 0 ? '' : names[rows[row]]);

/** A column of texts, each different one kept once. */
export function namesOf(texts: readonly string[]): Names {
  const places = new Map<string, number>();
  const rows = Int32Array.from(texts, (text) => {
    if (text === '') return -1;
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text)!;
  });
  return { names: [...places.keys()], rows };
}
