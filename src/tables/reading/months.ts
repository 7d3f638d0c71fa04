/** Turns a month as typed, a date or a month number, into the forecast's month 1, 2, 3 … */
import type { Column } from '../schemas/column';
import { monthIndexOfSerial, monthText } from '../calendar';
import { error, note, type Finding, type PlaceMessage } from '../messages/finding';
import * as notes from '../messages/notes';
import type { CellPlace } from '../messages/place';
import * as messages from '../messages/tables';
import { MAX_MONTHS } from '../schemas/settings';
import { dayInMonth, readDateCell } from './date-cell';
import type { TableRow } from './read-table';

/** Far past the longest forecast, a start or an end is still a month: months can be added or taken away. */
const LAST_MONTH_NUMBER = 10 * MAX_MONTHS;

export class MonthReader {
  constructor(
    private readonly title: string,
    /** Month index of month 1; null when the forecast counts months, NaN when it cannot be read, which has its own finding. */
    private readonly start: number | null,
    private readonly findings: Finding[],
  ) {}

  /** @returns the month counted from 1; the fallback where nothing is typed; NaN after reporting a finding. */
  read(row: TableRow, column: Column): number {
    const typed = row.values[column.key];
    if (typed === null || typed === column.fallback) return (typed ?? column.fallback ?? NaN) as number;
    const value = typed as number;
    const place = { table: this.title, row: row.number, label: row.label, column: column.header };
    const fail = <Details extends unknown[]>(text: PlaceMessage<Details>, ...details: Details): number => {
      this.findings.push(error(place, text, ...details));
      return NaN;
    };
    if (Number.isInteger(value) && value >= 1 && value <= LAST_MONTH_NUMBER) return value;
    const date = readDateCell(value);
    if (!date) return fail(messages.monthNotAMonth, value);
    if (this.start === null) return fail(messages.dateWithoutStart);
    const index = monthIndexOfSerial(date.serial);
    if (index < this.start)
      return fail(
        messages.monthBeforeStart,
        monthText(index),
        monthText(this.start),
        dayInMonth(date.serial)?.meant ?? null,
      );
    noteDay(place, date.serial, this.findings);
    return index - this.start + 1;
  }
}

/** Only its month counts of a date: a day inside it may be a slip. */
export function noteDay(place: CellPlace, serial: number, findings: Finding[]): void {
  const inside = dayInMonth(serial);
  if (inside) findings.push(note(place, notes.dayInsideMonth, inside));
}
