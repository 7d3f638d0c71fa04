/**
 * The one place that turns a cell into a day or a month, for every table, setting and function: dates of Excel, and
 * texts that can be read in one way only, as Excel reads them in a cell of its own (US order). What can be read in two
 * ways is refused, with what it looks like.
 */
import {
  dayInWords,
  isDateSerial,
  isoDate,
  isYear,
  monthEndSerial,
  monthInWords,
  monthIndexOfSerial,
  monthOfName,
  monthStartSerial,
  serialOfTime,
} from '../calendar';
import { fold } from './nearest';

export interface DateCell {
  /** Excel's serial of the day; of a month without a day, that of its first. */
  serial: number;
  /** A month as texts name it, without a day. */
  isWholeMonth: boolean;
}

/** What a cell that is no date looks like, and how to type that. */
export interface Likely {
  words: string;
  typed: string;
}

/** null for anything that is no date, a month number among them. */
export function readDateCell(cell: unknown): DateCell | null {
  if (isDateSerial(cell)) return { serial: Math.floor(cell), isWholeMonth: false };
  const text = dateText(cell);
  if (text === null) return null;
  for (const { form, read } of FORMS) {
    const parts = form.exec(text);
    if (parts) return read(parts.slice(1));
  }
  return null;
}

/** “202601 looks like January 2026”; null where nothing is likely. */
export function likelyDate(cell: unknown): Likely | null {
  const text = typeof cell === 'number' ? String(cell) : dateText(cell);
  if (text === null) return null;
  for (const { form, read } of LIKELY_FORMS) {
    const parts = form.exec(text);
    const date = parts && read(parts.slice(1));
    if (date) return inWords(date);
  }
  return null;
}

/** A day inside a month, where a month is asked for. */
export interface DayInMonth {
  /** 27 January */
  day: string;
  /** January 2026 */
  month: string;
  /** Its first day, as one types it. */
  typed: string;
  /** Excel makes 27 January of this year of “Jan 27”: the month that was likely meant. */
  meant: Likely | null;
}

/** null for the first and the last day of a month, by which months are typed. */
export function dayInMonth(serial: number): DayInMonth | null {
  const index = monthIndexOfSerial(serial);
  const first = monthStartSerial(index);
  const before = Math.floor(serial) - first;
  if (before === 0 || first + before === monthEndSerial(index)) return null;
  const year = 2000 + before + 1;
  // A year that is over, or the day's own, was not meant.
  const meant = year <= Math.floor(index / 12) ? null : inWords(monthOf(year, (index % 12) + 1));
  return {
    day: `${before + 1} ${monthInWords(index).replace(/ .*/, '')}`,
    month: monthInWords(index),
    typed: isoDate(first),
    meant,
  };
}

const inWords = ({ serial, isWholeMonth }: DateCell): Likely => ({
  words: isWholeMonth ? monthInWords(monthIndexOfSerial(serial)) : dayInWords(serial),
  typed: isoDate(serial),
});

/** No date is written longer; a text of thousands of characters is none. */
const LONGEST = 40;

/** A text as its forms below are written, without a time of day. */
const dateText = (cell: unknown): string | null =>
  typeof cell === 'string' && cell.length <= LONGEST
    ? fold(cell).replace(/(?:t|,? )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:z|am|pm|[+-]\d{2}:\d{2})?$/, '')
    : null;

const monthOf = (year: number, month: number): DateCell => ({
  serial: monthStartSerial(year * 12 + month - 1),
  isWholeMonth: true,
});

type Read = (parts: readonly string[]) => DateCell | null;

/** Years of two digits lie in this century, as far as forecasts go. */
const yearOf = (text: string): number => Number(text) + (text.length > 2 ? 0 : Number(text) < 90 ? 2000 : 1900);
const monthNumberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (monthOfName(text) ?? NaN));

const month =
  (order: 'ym' | 'my'): Read =>
  (parts) => {
    const [year, monthNumber] = [yearOf(parts[order.indexOf('y')]), monthNumberOf(parts[order.indexOf('m')])];
    return isYear(year) && monthNumber >= 1 && monthNumber <= 12 ? monthOf(year, monthNumber) : null;
  };

const day =
  (order: 'ymd' | 'mdy' | 'dmy'): Read =>
  (parts) => {
    const [year, monthNumber, dayNumber] = [
      yearOf(parts[order.indexOf('y')]),
      monthNumberOf(parts[order.indexOf('m')]),
      Number(parts[order.indexOf('d')]),
    ];
    if (!isYear(year)) return null;
    const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
    const isDay = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === dayNumber;
    return isDay ? { serial: serialOfTime(date.getTime()), isWholeMonth: false } : null;
  };

interface Form {
  form: RegExp;
  read: Read;
}

const YEAR = String.raw`(\d{4})`;
const ONE_OR_TWO = String.raw`(\d{1,2})`;
const NAME = String.raw`([a-z]{3,9}\.?)`;
const formOf = (form: string, read: Read): Form => ({ form: new RegExp(`^${form}$`), read });

/** What is read. Two digits behind a month’s name are a year only as Excel shows months, Jan-27, or with an apostrophe. */
const FORMS: readonly Form[] = [
  formOf(`${YEAR}[-/]${ONE_OR_TWO}`, month('ym')),
  formOf(`${YEAR}[-/.]${ONE_OR_TWO}[-/.]${ONE_OR_TWO}`, day('ymd')),
  formOf(`${ONE_OR_TWO}[-/]${YEAR}`, month('my')),
  formOf(String.raw`${ONE_OR_TWO}[-/]${ONE_OR_TWO}[-/](\d{4}|\d{2})`, day('mdy')),
  formOf(`${NAME}[-/, ]*${YEAR}`, month('my')),
  formOf(`${YEAR}[-/, ]*${NAME}`, month('ym')),
  formOf(String.raw`${NAME}(?:-| ?['’])(\d{2})`, month('my')),
  formOf(String.raw`${NAME}[- ]${ONE_OR_TWO}(?:st|nd|rd|th)?(?:, ?|[- ])${YEAR}`, day('mdy')),
  formOf(String.raw`${ONE_OR_TWO}(?:st|nd|rd|th)?[- ]?${NAME}(?:, ?|[- ])?(\d{4}|\d{2})`, day('dmy')),
];

/** What is refused, but looks like a date: numbers without their separators, and texts that could mean two dates. */
const LIKELY_FORMS: readonly Form[] = [
  formOf(YEAR, ([year]) => month('ym')([year, '1'])),
  formOf(String.raw`${YEAR}(\d{2})`, month('ym')),
  formOf(String.raw`${YEAR}(\d{2})(\d{2})`, day('ymd')),
  formOf(String.raw`${ONE_OR_TWO}[./-]${ONE_OR_TWO}[./-](\d{4}|\d{2})`, day('dmy')),
  formOf(String.raw`${ONE_OR_TWO}\.${YEAR}`, month('my')),
  formOf(String.raw`${NAME}[/ ]?(\d{2})`, month('my')),
  formOf(String.raw`(\d{2})[-/ ]?${NAME}`, month('ym')),
  formOf(String.raw`${ONE_OR_TWO}[-/](\d{2})`, month('my')),
];
