/**
 * Months as Excel writes them. A month index counts months since January of year 0 (year × 12 + month − 1),
 * so that months add like numbers; an Excel serial counts days since 1899-12-30.
 */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Serials below this are no dates a forecast uses (9,999 is 1927): they are month numbers or slips. */
const FIRST_DATE_SERIAL = 10_000;
/** The last serial Excel knows, 9999-12-31. */
const LAST_DATE_SERIAL = 2_958_465;

/** A number that a cell with a date holds. */
export const isDateSerial = (cell: unknown): cell is number =>
  typeof cell === 'number' && cell >= FIRST_DATE_SERIAL && cell <= LAST_DATE_SERIAL;

/** The day of a serial, at midnight UTC. */
export const dayOfSerial = (serial: number): Date => new Date(EPOCH + Math.floor(serial) * DAY);

/** @param time in milliseconds, UTC */
export const serialOfTime = (time: number): number => Math.round((time - EPOCH) / DAY);

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
