/** The last month that rows tell in full. */
import { lastDayOf, monthOfDay } from './reading/dates';
import { NOT_GIVEN, type Rows } from './rows';

/** The month of a day that ends it, else the month before. */
export function asOfMonth(day: number): number {
  const month = monthOfDay(day);
  return day === lastDayOf(month) ? month : month - 1;
}

const latest = (days: Int32Array): number => days.reduce((last, day) => Math.max(last, day), NOT_GIVEN);

/**
 * The as-of month, where nobody gives it: from the latest enrollment or decision; without any, the last month told.
 * @returns null where the rows tell no month
 */
export function lastMonthOf(sources: readonly Rows[]): number | null {
  const day = Math.max(
    ...sources.map((rows) =>
      rows.kind === 'roster' ? latest(rows.enrolled) : rows.kind === 'claims' ? latest(rows.decided) : NOT_GIVEN,
    ),
    NOT_GIVEN,
  );
  if (day !== NOT_GIVEN) return asOfMonth(day);
  const month = Math.max(
    ...sources.map((rows) =>
      rows.kind === 'summary' || rows.kind === 'minutes'
        ? latest(rows.months)
        : rows.kind === 'claims'
          ? latest(rows.serviceMonths)
          : NOT_GIVEN,
    ),
    NOT_GIVEN,
  );
  return month === NOT_GIVEN ? null : month;
}
