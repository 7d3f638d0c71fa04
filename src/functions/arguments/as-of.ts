/** The day up to which actuals are told. */
import { asOfMonth } from '../../actuals/as-of';
import { InputError } from '../../tables/messages/input-error';
import * as rateMessages from '../../tables/messages/rates';
import { monthIndexOfSerial, serialOfTime } from '../../tables/calendar';
import { readDateCell } from '../../tables/reading/date-cell';
import { isNotGiven, onlyCell } from './number-grid';

/** Days of Excel until 1970. */
const EPOCH = serialOfTime(0);

/** The as-of month; null where it is left out. @throws InputError for what is no date. */
export function asOfArgument(argument: unknown): number | null {
  if (isNotGiven(argument)) return null;
  const given = onlyCell(argument);
  const date = readDateCell(given);
  if (date === null) throw new InputError(rateMessages.notADate('asOf', given));
  return date.isWholeMonth ? monthIndexOfSerial(date.serial) : asOfMonth(date.serial - EPOCH);
}
