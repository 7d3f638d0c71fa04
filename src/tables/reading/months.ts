/** Turns a month as typed, a date or a month number, into the forecast's month 1, 2, 3 … */
import type { Column } from '../schemas/column';
import { FIRST_DATE_SERIAL, LAST_DATE_SERIAL, monthIndexOfSerial, monthText } from '../calendar';
import type { Finding } from '../messages/finding';
import * as messages from '../messages/messages';
import type { TableRow } from './read-table';

/** Month numbers go up to the last month that could matter: the longest forecast, moved by as much again. */
const LAST_MONTH_NUMBER = 1200;

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
    const fail = (text: string): number => {
      this.findings.push({ severity: 'error', table: this.title, row: row.number, column: column.header, text });
      return NaN;
    };
    if (Number.isInteger(value) && value >= 1 && value <= LAST_MONTH_NUMBER) return value;
    if (!Number.isFinite(value) || value < FIRST_DATE_SERIAL || value > LAST_DATE_SERIAL)
      return fail(messages.monthNotAMonth(this.title, row.number, row.label, column.header, value));
    if (this.start === null) return fail(messages.dateWithoutStart(this.title, row.number, row.label, column.header));
    const index = monthIndexOfSerial(value);
    if (index < this.start)
      return fail(
        messages.monthBeforeStart(
          this.title,
          row.number,
          row.label,
          column.header,
          monthText(index),
          monthText(this.start),
        ),
      );
    return index - this.start + 1;
  }
}
