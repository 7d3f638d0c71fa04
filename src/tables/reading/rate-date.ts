/** Days of the rate book as Excel and people write them. */
import { rateBook, type IsoDate } from '../../rates/book';
import { isoDate, monthEndSerial, monthIndexOfSerial, serialOfTime } from '../calendar';
import { readDateCell } from './date-cell';

/** Excel's serial of a day; years past its calendar have none. */
export const serialOf = (date: IsoDate): number => serialOfTime(Date.parse(date));

/** The last day of a month index (see calendar): a month takes the amount in force on it. */
export const monthEndDate = (monthIndex: number): IsoDate => isoDate(monthEndSerial(monthIndex));

/** The day whose amount a month takes: its last one, or the last day that a published schedule holds. */
export function scheduleDay(monthIndex: number): IsoDate {
  const [date, { lastDay }] = [monthEndDate(monthIndex), rateBook()];
  return date < lastDay ? date : lastDay;
}

/** A day, or a month without one, which stands for its last day; null when it is neither. */
export function readDate(cell: unknown): IsoDate | null {
  const date = readDateCell(cell);
  if (!date) return null;
  return date.isWholeMonth ? monthEndDate(monthIndexOfSerial(date.serial)) : isoDate(date.serial);
}
