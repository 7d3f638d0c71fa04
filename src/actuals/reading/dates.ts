/**
 * Days and months of a column. A column is written in one way, which is found from all its cells together: 4/7/2026
 * alone can be two days. Calendar days only: no time zone is asked for and none can move a day.
 */
import { isDateSerial, isYear, monthOfName } from '../../tables/calendar';
import type { Cell } from '../../tables/reading/cell';
import { fold } from '../../tables/reading/nearest';
import { NOT_GIVEN } from '../rows';
import type { Coded } from './coded';

/** The ways in which dates are written; what it is called in a message is an example of it. */
export const FORMATS = {
  ymd: '2026-07-04',
  compact: '20260704',
  mdy: '7/4/2026, month first',
  dmy: '4/7/2026, day first',
  named: '4 Jul 2026',
  serial: 'a date of Excel',
  ym: '2026-07',
  compactMonth: '202607',
  my: '07/2026',
  namedMonth: 'Jul 2026',
} as const;
export type DateFormat = keyof typeof FORMATS;
const ALL = Object.keys(FORMATS) as DateFormat[];
const OF_MONTHS: readonly DateFormat[] = ['ym', 'compactMonth', 'my', 'namedMonth'];

/** What can be asked where a column does not say it. */
export type DateOrder = 'month first' | 'day first';

/** Days since 1970-01-01; of a format of months, the first. */
type Reading = Partial<Record<DateFormat, number>>;

const DAY = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30) / DAY;

/** NaN where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): number {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / DAY : NaN;
}

/** The month of a day, as year × 12 + month − 1. */
export function monthOfDay(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The same for the days of a column, which repeat by the thousand; NOT_GIVEN among them has none. */
export function monthOfDays(days: Int32Array): (day: number) => number {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < days.length; i++) {
    const day = days[i];
    if (day === NOT_GIVEN) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const months = Int32Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => monthOfDay(first + i));
  return (day) => months[day - first];
}

/** The first day of a month. */
export const firstDayOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;

/** The last day of a month. */
export const lastDayOf = (month: number): number => firstDayOf(month + 1) - 1;

/** Years of two digits lie in this century, as far as forecasts go. */
const yearOf = (text: string): number => Number(text) + (text.length > 2 ? 0 : Number(text) < 90 ? 2000 : 1900);

interface Form {
  form: RegExp;
  formats: readonly DateFormat[];
  read(parts: readonly string[]): readonly number[];
}

const form = (pattern: string, formats: readonly DateFormat[], read: Form['read']): Form => ({
  form: new RegExp(`^${pattern}$`),
  formats,
  read,
});
const named = (year: string, month: string, day: string): number[] => {
  const number = monthOfName(month);
  return number === null ? [] : [dayOf(yearOf(year), number, Number(day))];
};

const NAME = String.raw`([a-z]{3,9}\.?)`;
const FORMS: readonly Form[] = [
  form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`, ['ymd'], ([y, , m, d]) => [dayOf(+y, +m, +d)]),
  form(String.raw`(\d{4})(\d{2})(\d{2})`, ['compact'], ([y, m, d]) => [dayOf(+y, +m, +d)]),
  form(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`, ['mdy', 'dmy'], ([a, , b, y]) => [
    dayOf(yearOf(y), +a, +b),
    dayOf(yearOf(y), +b, +a),
  ]),
  form(String.raw`(\d{1,2})(?:st|nd|rd|th)?[- ]?${NAME}[-, ]*(\d{4}|\d{2})`, ['named'], ([d, m, y]) => named(y, m, d)),
  form(String.raw`${NAME}[- ](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ])(\d{4})`, ['named'], ([m, d, y]) => named(y, m, d)),
  form(String.raw`(\d{4})[-/.](\d{1,2})`, ['ym'], ([y, m]) => [dayOf(+y, +m, 1)]),
  form(String.raw`(\d{4})(\d{2})`, ['compactMonth'], ([y, m]) => [dayOf(+y, +m, 1)]),
  form(String.raw`(\d{1,2})[-/.](\d{4})`, ['my'], ([m, y]) => [dayOf(+y, +m, 1)]),
  form(String.raw`${NAME}[-/, ]*(\d{4})`, ['namedMonth'], ([m, y]) => named(y, m, '1')),
  form(String.raw`(\d{4})[-/, ]*${NAME}`, ['namedMonth'], ([y, m]) => named(y, m, '1')),
  form(String.raw`${NAME}(?:-| ?['’])(\d{2})`, ['namedMonth'], ([m, y]) => named(y, m, '1')),
  form(String.raw`(\d{5})`, ['serial'], ([serial]) => [isDateSerial(+serial) ? +serial + EXCEL_EPOCH : NaN]),
];

/** No date is written longer; a text of thousands of characters is none. */
const LONGEST = 40;
const TIME = /(?:t|,? +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:z|am|pm|[+-]\d{2}:?\d{2})?$/;

/** In which formats a cell is which day; null for what looks like no date at all. */
function readingsOf(cell: Cell, withMonths: boolean): Reading | null {
  if (typeof cell === 'number') {
    if (isDateSerial(cell)) return { serial: Math.floor(cell) + EXCEL_EPOCH };
    cell = String(cell);
    if (!/^\d{6}(?:\d{2})?$/.test(cell)) return null;
  }
  if (typeof cell !== 'string' || cell.length > LONGEST) return null;
  const text = fold(cell).replace(TIME, '');
  for (const { form, formats, read } of FORMS) {
    const parts = form.exec(text);
    if (!parts || (!withMonths && OF_MONTHS.includes(formats[0]))) continue;
    const days = read(parts.slice(1));
    if (days.length === 0) continue;
    const reading: Reading = {};
    formats.forEach((format, i) => {
      if (!Number.isNaN(days[i])) reading[format] = days[i];
    });
    return reading;
  }
  return null;
}

/** A column’s days, and how it is written; or the cells that keep it from being read. */
export interface Dates {
  /** By code the day; NaN for what is no date, Infinity for a date that no calendar has. */
  days: Float64Array;
  format: DateFormat | null;
  /** Two formats, each with codes of cells that only it can read. */
  mixed: { most: DateFormat; other: DateFormat; codes: readonly number[] } | null;
  /** All its cells can be read month first and day first, and mean different days. */
  isAmbiguous: boolean;
}

/**
 * @param ofMonths whether only the month counts, and may be all that is written
 * @param order of month and day, where somebody has said it or another column of the file shows it
 * @param isOther codes of cells that are no date and are not to be asked, such as a repeated header
 */
export function readDates(
  coded: Coded,
  ofMonths: boolean,
  order: DateOrder | null,
  isOther: (code: number) => boolean = () => false,
): Dates {
  const readings: (Reading | null)[] = [];
  const can = new Map<DateFormat, number>(ALL.map((format) => [format, 0]));
  let asked = 0;
  for (let code = 0; code < coded.size; code++) {
    const reading = isOther(code) ? null : readingsOf(coded.cell(code), ofMonths);
    readings.push(reading);
    const formats = Object.keys(reading ?? {}) as DateFormat[];
    if (formats.length === 0) continue;
    asked++;
    for (const format of formats) can.set(format, can.get(format)! + 1);
  }
  const days = Float64Array.from(readings, (reading) => (reading === null ? NaN : Infinity));
  if (asked === 0) return { days, format: null, mixed: null, isAmbiguous: false };
  const whole = ALL.filter((format) => can.get(format) === asked);
  if (whole.length === 0) {
    const most = formatOfMost(readings, rowsByCode(coded));
    const disagree = readings.flatMap((reading, code) => {
      const formats = Object.keys(reading ?? {});
      return formats.length > 0 && !formats.includes(most) ? [code] : [];
    });
    const other = Object.keys(readings[disagree[0]]!)[0] as DateFormat;
    return { days, format: null, mixed: { most, other, codes: disagree }, isAmbiguous: false };
  }
  const format = whole.length === 1 ? whole[0] : orderOf(readings, ofMonths, order);
  if (format === null) return { days, format: null, mixed: null, isAmbiguous: true };
  readings.forEach((reading, code) => {
    const day = reading?.[format];
    if (day !== undefined) days[code] = day;
  });
  return { days, format, mixed: null, isAmbiguous: false };
}

/** The format that most rows can be read in; of several the first. */
function formatOfMost(readings: readonly (Reading | null)[], counts: Int32Array): DateFormat {
  const rowsOf = (format: DateFormat) =>
    readings.reduce((sum, reading, code) => sum + (reading?.[format] === undefined ? 0 : counts[code]), 0);
  return ALL.reduce((a, b) => (rowsOf(b) > rowsOf(a) ? b : a));
}

/** Month first or day first, where every cell can be both. */
function orderOf(
  readings: readonly (Reading | null)[],
  ofMonths: boolean,
  order: DateOrder | null,
): 'mdy' | 'dmy' | null {
  const both = readings.filter((reading) => reading?.mdy !== undefined);
  if (order !== null) return order === 'month first' ? 'mdy' : 'dmy';
  if (both.every((reading) => reading!.mdy === reading!.dmy)) return 'mdy';
  if (!ofMonths) return null;
  // A column of months holds first days: 1/1, 2/1 and 3/1 are three months, not three days of January.
  const isFirst = (format: 'mdy' | 'dmy') =>
    both.every((reading) => new Date(reading![format]! * DAY).getUTCDate() === 1);
  const [mdy, dmy] = [isFirst('mdy'), isFirst('dmy')];
  return mdy === dmy ? null : mdy ? 'mdy' : 'dmy';
}

/** By code, in how many rows it stands. */
export function rowsByCode(coded: Coded): Int32Array {
  const counts = new Int32Array(coded.size);
  const { rows } = coded;
  for (let i = 0; i < rows.length; i++) if (rows[i] >= 0) counts[rows[i]]++;
  return counts;
}
