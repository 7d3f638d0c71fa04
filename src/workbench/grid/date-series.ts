/** How Excel goes on with dates that are dragged on: by months where they are months apart, else by days. */

const EPOCH = 25_569;
const DAY = 86_400_000;

type Step = { months: number } | { days: number };

/**
 * The dates after the last one, or before the first one; null where they are not evenly apart.
 * @param serials as cells hold dates
 * @param showsDays whether the cells show the day: one date that is shown as a month goes on by months
 */
export function goneOn(
  serials: readonly number[],
  count: number,
  { backwards, showsDays }: { backwards: boolean; showsDays: boolean },
): number[] | null {
  const step = stepOf(serials, showsDays);
  if (!step) return null;
  const from = backwards ? serials[0] : serials[serials.length - 1];
  return Array.from({ length: count }, (_, place) => stepped(from, step, (backwards ? -1 : 1) * (place + 1)));
}

function stepOf(serials: readonly number[], showsDays: boolean): Step | null {
  if (serials.length === 1) return showsDays ? { days: 1 } : { months: 1 };
  const dates = serials.map(dateOf);
  const isOneDay = dates.every((date) => date.getUTCDate() === dates[0].getUTCDate());
  const months = even(dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth()));
  if (isOneDay && months) return { months };
  const days = even(serials);
  return days === null ? null : { days };
}

/** What each has more than the one before, if that is the same. */
function even(values: readonly number[]): number | null {
  const step = values[1] - values[0];
  return values.every((value, place) => place === 0 || value - values[place - 1] === step) ? step : null;
}

function stepped(serial: number, step: Step, times: number): number {
  if ('days' in step) return serial + step.days * times;
  const date = dateOf(serial);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + step.months * times];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) / DAY + EPOCH;
}

function dateOf(serial: number): Date {
  return new Date((Math.floor(serial) - EPOCH) * DAY);
}
