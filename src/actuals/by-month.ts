/** The monthly table of a practice, from any of the kinds of rows, or from several that join by month. */
import type { BillingBasis } from '../engine/model/model';
import { lastMonthOf } from './as-of';
import { claimsByMonth } from './claims-by-month';
import { Monthly, type MonthRow } from './monthly';
import { panelByMonth } from './panel-by-month';
import { SUMMARY_FIGURES, type Minutes, type Rows, type Summary, type SummaryFigure } from './rows';

export interface ByMonth {
  /** The last month; null where the rows tell none. */
  asOf: number | null;
  rows: readonly MonthRow[];
}

/** Who tells a figure first: a summary has been looked at by somebody. */
const ORDER: readonly Rows['kind'][] = ['summary', 'roster', 'claims', 'minutes'];

/** @param asOf the last month; not given, the last one that the rows tell in full */
export function byMonth(
  sources: readonly Rows[],
  { asOf, basis = 'average' }: { asOf?: number | null; basis?: BillingBasis } = {},
): ByMonth {
  const last = asOf ?? lastMonthOf(sources);
  if (last === null) return { asOf: null, rows: [] };
  const told = ORDER.flatMap((kind) => sources.filter((rows) => rows.kind === kind)).map((rows) => {
    const monthly = new Monthly();
    if (rows.kind === 'summary') summaryByMonth(rows, last, monthly);
    else if (rows.kind === 'roster') panelByMonth(rows, last, basis, monthly);
    else if (rows.kind === 'claims') claimsByMonth(rows, last, monthly);
    else if (rows.kind === 'minutes') minutesByMonth(rows, last, monthly);
    return monthly.sorted();
  });
  return { asOf: last, rows: withoutDoubles(joined(told)) };
}

function summaryByMonth({ months, programs, payers, figures }: Summary, asOf: number, monthly: Monthly): void {
  months.forEach((month, i) => {
    if (month > asOf) return;
    const at = monthly.at(month, programs.names[programs.rows[i]], payers.names[payers.rows[i]] ?? '');
    for (const key of SUMMARY_FIGURES) if (!Number.isNaN(figures[key][i])) at[key] = figures[key][i];
  });
}

function minutesByMonth({ months, programs, minutes }: Minutes, asOf: number, monthly: Monthly): void {
  months.forEach((month, i) => {
    if (month <= asOf) monthly.add(month, programs.names[programs.rows[i]], '', 'minutes', minutes[i]);
  });
}

/** A figure of a place is told by the first who tells it. */
function joined(told: readonly (readonly MonthRow[])[]): MonthRow[] {
  const monthly = new Monthly();
  for (const rows of told)
    for (const { month, program, payer, figures } of rows) {
      const at = monthly.at(month, program, payer);
      for (const key of SUMMARY_FIGURES)
        if (at[key] === undefined && figures[key] !== undefined) at[key] = figures[key];
    }
  return monthly.sorted();
}

/** What payers of a program tell of a month, its row without a payer does not tell again. */
function withoutDoubles(rows: readonly MonthRow[]): MonthRow[] {
  const byPayer = new Map<string, Set<SummaryFigure>>();
  for (const { month, program, payer, figures } of rows) {
    if (payer === '') continue;
    const key = `${month}\n${program}`;
    const known = byPayer.get(key) ?? new Set();
    byPayer.set(key, known);
    for (const figure of SUMMARY_FIGURES) if (figures[figure] !== undefined) known.add(figure);
  }
  return rows.flatMap((row) => {
    const known = row.payer === '' ? byPayer.get(`${row.month}\n${row.program}`) : undefined;
    if (!known) return [row];
    const rest = Object.entries(row.figures).filter(([figure]) => !known.has(figure as SummaryFigure));
    return rest.length ? [{ ...row, figures: Object.fromEntries(rest) }] : [];
  });
}
