/** A month of the forecast as a formula names it: by number or by date. */
import { monthEndSerial, monthIndexOfSerial, monthText } from '../../tables/calendar';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import { wholeWithinRounding } from '../../tables/reading/bounds';
import { readDateCell } from '../../tables/reading/date-cell';
import { isNotGiven, onlyCell } from './number-grid';

/**
 * @param start month index of month 1; null where months are only counted
 * @returns the month counted from 1; the fallback where it is left out or blank
 * @throws InputError for a month outside the forecast
 */
export function monthNumber(
  name: string,
  argument: unknown,
  start: number | null,
  months: number,
  fallback = 0,
): number {
  const given = isNotGiven(argument) ? fallback : onlyCell(argument);
  const date = readDateCell(given);
  const index = date && monthIndexOfSerial(date.serial);
  const number =
    index !== null ? index - (start ?? NaN) + 1 : typeof given === 'number' ? wholeWithinRounding(given) : NaN;
  if (Number.isInteger(number) && number >= 1 && number <= months) return number;
  const dates = start === null ? null : `${monthText(start)} to ${monthText(start + months - 1)}`;
  throw new InputError(messages.lineMonth(name, given, index === null ? null : monthText(index), months, dates));
}

/** A month as an answer shows it: its last day, or its number where months are only counted. */
export const monthShown = (month: number, start: number | null): number =>
  start === null ? month : monthEndSerial(start + month - 1);

/** A month as a text names it. */
export const monthNamed = (month: number, start: number | null): string =>
  start === null ? `month ${month}` : monthText(start + month - 1);
