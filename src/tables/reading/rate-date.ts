/** Days of the rate book as Excel and people write them. */
import { rateBook, type IsoDate } from '../../rates/book';
import { dayOfSerial, isDateSerial, monthEndSerial, serialOfTime } from '../calendar';

export const isoDate = (serial: number): IsoDate => dayOfSerial(serial).toISOString().slice(0, 10);

/** Excel's serial of a day; years past its calendar have none. */
export const serialOf = (date: IsoDate): number => serialOfTime(Date.parse(date));

/** The last day of a month index (see calendar): a month takes the amount in force on it. */
export const monthEndDate = (monthIndex: number): IsoDate => isoDate(monthEndSerial(monthIndex));

/** The day whose amount a month takes: its last one, or the last day that a published schedule holds. */
export function scheduleDay(monthIndex: number): IsoDate {
  const [date, { lastDay }] = [monthEndDate(monthIndex), rateBook()];
  return date < lastDay ? date : lastDay;
}

/** A date serial, 2026-01-31, or the month 2026-01, which stands for its last day; null when it is neither. */
export function readDate(cell: unknown): IsoDate | null {
  if (typeof cell === 'number') return isDateSerial(cell) ? isoDate(cell) : null;
  const [, year, month, day] =
    (typeof cell === 'string' && /^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\s*$/.exec(cell)) || [];
  const index = Number(year) * 12 + Number(month) - 1;
  if (!year || Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return monthEndDate(index);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(day) >= 1 && date <= monthEndDate(index) ? date : null;
}
