/**
 * Dates as Excel (US) reads them where they are typed: 2026-07-15, 7/15/2026, 15-Jul-26, 2026-07 and Jul 2026, which
 * are the first of the month, and 7/15 and Jul-15, which are of this year. Behind a month a number that can be its day
 * is the day, so Jan-27 is the 27th of January, though Jan-32 is in 1932.
 */
export interface TypedDate {
  serial: number;
  /** The format Excel gives to a cell that has none yet. */
  numberFormat: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAY = 'd-mmm';
const MONTH = 'mmm-yy';
const DATE = 'm/d/yyyy';
const NAMED_DATE = 'd-mmm-yy';

interface Reading {
  day: [year: number, month: number, day: number];
  numberFormat: string;
}

/** Ways to type a date, and what each means; the first that fits and is a date counts. */
const WAYS: [RegExp, (parts: string[], thisYear: number) => Reading | null][] = [
  [
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/,
    ([y, m, d]) => ({ day: [yearOf(y), Number(m), Number(d)], numberFormat: DATE }),
  ],
  [
    /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/,
    ([m, d, y]) => ({ day: [yearOf(y), Number(m), Number(d)], numberFormat: DATE }),
  ],
  [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => ({ day: [yearOf(y), Number(m), 1], numberFormat: MONTH })],
  [/^(\d{1,2})[-/](\d{4})$/, ([m, y]) => ({ day: [yearOf(y), Number(m), 1], numberFormat: MONTH })],
  [/^(\d{1,2})[-/](\d{1,2})$/, ([m, d], thisYear) => ({ day: [thisYear, Number(m), Number(d)], numberFormat: DAY })],
  [/^(\d{1,2})[-/](\d{2})$/, ([m, y]) => ({ day: [yearOf(y), Number(m), 1], numberFormat: MONTH })],
  [/^(\d{1,2})[- /]([a-z]+)[- /,]+(\d{4}|\d{2})$/i, ([d, name, y]) => named(yearOf(y), name, Number(d), NAMED_DATE)],
  [/^([a-z]+) (\d{1,2}),? (\d{4}|\d{2})$/i, ([name, d, y]) => named(yearOf(y), name, Number(d), NAMED_DATE)],
  [/^(\d{1,2})[- ]([a-z]+)$/i, ([d, name], thisYear) => named(thisYear, name, Number(d), DAY)],
  [/^([a-z]+)[- /]+(\d{1,2})$/i, ([name, d], thisYear) => named(thisYear, name, Number(d), DAY)],
  [/^([a-z]+)[- /,]+(\d{4}|\d{2})$/i, ([name, y]) => named(yearOf(y), name, 1, MONTH)],
];

export function readTypedDate(text: string, thisYear = new Date().getFullYear()): TypedDate | null {
  for (const [form, meaning] of WAYS) {
    const parts = form.exec(text.trim());
    const reading = parts && meaning(parts.slice(1), thisYear);
    const serial = reading && serialOf(...reading.day);
    if (reading && serial !== null) return { serial, numberFormat: reading.numberFormat };
  }
  return null;
}

/** Two digits are in this century up to 29, as Excel has it. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

/** A name of three letters or more, as far as it goes. */
function named(year: number, name: string, day: number, numberFormat: string): Reading | null {
  const month = name.length < 3 ? -1 : MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  return month < 0 ? null : { day: [year, month + 1, day], numberFormat };
}

/** Null where the calendar has no such day. */
function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return isThere ? date.getTime() / 86_400_000 + 25_569 : null;
}
