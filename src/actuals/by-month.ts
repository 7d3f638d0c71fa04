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

export interface ByMonthOptions {
  /** The last month; not given, the last one that the rows tell in full. */
  asOf?: number | null;
  basis?: BillingBasis;
}

export function byMonth(sources: readonly Rows[], options: ByMonthOptions = {}): ByMonth {
  const steps = grouping(sources, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with pauses, for who waits to be shown something, or to stop; a pause throws to stop. */
export async function byMonthInSteps(
  sources: readonly Rows[],
  options: ByMonthOptions,
  pause: () => Promise<void>,
): Promise<ByMonth> {
  const steps = grouping(sources, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

function* grouping(sources: readonly Rows[], { asOf, basis = 'average' }: ByMonthOptions): Generator<void, ByMonth> {
  const last = asOf ?? lastMonthOf(sources);
  if (last === null) return { asOf: null, rows: [] };
  const told: MonthRow[][] = [];
  for (const rows of ORDER.flatMap((kind) => sources.filter((one) => one.kind === kind))) {
    const monthly = new Monthly();
    if (rows.kind === 'summary') summaryByMonth(rows, last, monthly);
    else if (rows.kind === 'roster') panelByMonth(rows, last, basis, monthly);
    else if (rows.kind === 'claims') yield* claimsByMonth(rows, last, monthly);
    else if (rows.kind === 'minutes') minutesByMonth(rows, last, monthly);
    told.push(monthly.sorted());
    yield;
  }
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
