/**
 * Months as Excel writes them. A month index counts months since January of year 0 (year × 12 + month − 1),
 * so that months add like numbers; an Excel serial counts days since 1899-12-30.
 */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Dates of a forecast or a fee schedule; a number outside them is a month number, a year, 202601, or a slip. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;

/** A number that a cell with a date holds. */
export const isDateSerial = (cell: unknown): cell is number =>
  typeof cell === 'number' && cell >= FIRST_DAY && cell < PAST_LAST_DAY;

/** The day of a serial, at midnight UTC. */
export const dayOfSerial = (serial: number): Date => new Date(EPOCH + Math.floor(serial) * DAY);

/** @param time in milliseconds, UTC */
export const serialOfTime = (time: number): number => Math.round((time - EPOCH) / DAY);

const FIRST_DAY = serialOfTime(Date.UTC(FIRST_YEAR, 0, 1));
const PAST_LAST_DAY = serialOfTime(Date.UTC(LAST_YEAR + 1, 0, 1));

export function monthIndexOfSerial(serial: number): number {
  const day = dayOfSerial(serial);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

/** Serial of the last day of the month. */
export function monthEndSerial(monthIndex: number): number {
  return serialOfTime(Date.UTC(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 0));
}

/** Serial of the first day of the month. */
export function monthStartSerial(monthIndex: number): number {
  return serialOfTime(Date.UTC(Math.floor(monthIndex / 12), monthIndex % 12, 1));
}

/** 2027-03 */
export function monthText(monthIndex: number): string {
  return `${Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, '0')}`;
}

/** A month of the forecast, counted from 1, as its user counts it: 2027-03, or month 3 where no start month is given. */
export const monthOfForecast = (startMonth: number | null, month: number): string =>
  startMonth === null ? `month ${month}` : monthText(startMonth + month - 1);

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** January 2027 */
export const monthInWords = (monthIndex: number): string =>
  `${MONTH_NAMES[monthIndex % 12]} ${Math.floor(monthIndex / 12)}`;

/** 27 January 2026 */
export const dayInWords = (serial: number): string =>
  `${dayOfSerial(serial).getUTCDate()} ${monthInWords(monthIndexOfSerial(serial))}`;

/** 2027-01-01, as one types it. */
export const isoDate = (serial: number): string => dayOfSerial(serial).toISOString().slice(0, 10);

/** The month, 1 to 12, of a name in full or short: january, Jan., sept; null for any other word. */
export function monthOfName(word: string): number | null {
  const name = word.toLowerCase().replace(/\.$/, '');
  if (name === 'sept') return 9;
  const at = MONTH_NAMES.findIndex((month) => [month, month.slice(0, 3)].some((known) => known.toLowerCase() === name));
  return at < 0 ? null : at + 1;
}
