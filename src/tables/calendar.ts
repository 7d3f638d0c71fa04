/**
 * Months as Excel writes them. A month index counts months since January of year 0 (year × 12 + month − 1),
 * so that months add like numbers; an Excel serial counts days since 1899-12-30.
 */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Serials below this are no dates a forecast uses (9,999 is 1927): they are month numbers or slips. */
export const FIRST_DATE_SERIAL = 10_000;
/** The last serial Excel knows, 9999-12-31. */
export const LAST_DATE_SERIAL = 2_958_465;

export function monthIndexOfSerial(serial: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Serial of the last day of the month. */
export function monthEndSerial(monthIndex: number): number {
  return Math.round((Date.UTC(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 0) - EPOCH) / DAY);
}

/** Serial of the first day of the month. */
export function monthStartSerial(monthIndex: number): number {
  return Math.round((Date.UTC(Math.floor(monthIndex / 12), monthIndex % 12, 1) - EPOCH) / DAY);
}

/** 2027-03 */
export function monthText(monthIndex: number): string {
  return `${Math.floor(monthIndex / 12)}-${String((monthIndex % 12) + 1).padStart(2, '0')}`;
}
