/** A run-out triangle as a formula hands it over: bare amounts, or with delays as headers and a name before each row. */
import { monthIndexOfSerial, monthText } from '../../tables/calendar';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/estimates';
import { readDateCell } from '../../tables/reading/date-cell';
import { cells, isBlankCell } from './cell-grid';
import { ANY_NUMBER, numbers } from './number-grid';

/** Twenty years of months, twice. */
export const MOST = 480;

export interface TriangleArgument {
  /** What the rows are called: as given, or 1, 2, 3 … */
  readonly labels: readonly unknown[];
  /** The header above the labels. */
  readonly title: string;
  readonly amounts: readonly Float64Array[];
}

/** @throws InputError for headers that are no delays, months that are not in order, or a cell that is no number */
export function triangleOf(argument: unknown): TriangleArgument {
  const grid = cells('triangle', argument);
  const rows = Array.from({ length: grid.rows }, (_, r) =>
    Array.from({ length: Math.min(grid.columns, MOST + 2) }, (_, c) => grid.values[r * grid.columns + c]),
  );
  const { labels, title, amounts } = hasHeaders(rows[0]) ? labelled(rows) : bare(rows);
  if (amounts.length > MOST || grid.columns > MOST + 1)
    throw new InputError(messages.triangleTooLarge(rows.length, grid.columns, MOST));
  requireMonthsInOrder(labels);
  const { values, columns } = numbers('triangle', amounts, ANY_NUMBER);
  return { labels, title, amounts: amounts.map((_, r) => values.subarray(r * columns, (r + 1) * columns)) };
}

const bare = (rows: readonly unknown[][]) => ({ labels: rows.map((_, r) => r + 1), title: 'Row', amounts: rows });

/** A name in the corner, or a blank corner before 0, 1, 2 … */
function hasHeaders([corner, ...rest]: readonly unknown[]): boolean {
  if (typeof corner === 'string' && corner.trim() !== '') return true;
  return isBlankCell(corner) && rest.length > 2 && rest.every((cell, delay) => delayOf(cell) === delay);
}

/** The delay that a header names: 2, or “2”; null for any other. A blank header is none, though blank and 0 are alike. */
function delayOf(header: unknown): number | null {
  const number = typeof header === 'string' && /^\s*\d{1,3}\s*$/.test(header) ? Number(header) : header;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

const isShown = (header: unknown): boolean =>
  !isBlankCell(header) && (typeof header === 'string' || Number.isFinite(header));

function labelled([headers, ...rows]: unknown[][]) {
  // Spare rows of a table have neither a name nor an amount.
  while (rows.length > 1 && rows.at(-1)!.every(isBlankCell)) rows.pop();
  const columns = new Map<number, number>();
  headers.forEach((header, c) => {
    const delay = c === 0 ? null : delayOf(header);
    if (delay === null) return;
    if (columns.has(delay)) throw new InputError(messages.delayTwice(delay));
    columns.set(delay, c);
  });
  if (columns.size === 0) throw new InputError(messages.noDelays(headers.filter(isShown).map(String)));
  headers.forEach((header, c) => {
    if (c > 0 && delayOf(header) === null && !rows.every((row) => isBlankCell(row[c])))
      throw new InputError(
        isShown(header) ? messages.triangleColumnUnread(String(header)) : messages.triangleColumnUnnamed(c + 1),
      );
  });
  for (let delay = 0; delay < columns.size; delay++)
    if (!columns.has(delay)) throw new InputError(messages.delayMissing(delay));
  const order = Array.from({ length: columns.size }, (_, delay) => columns.get(delay)!);
  const corner = headers[0];
  return {
    labels: rows.map((row) => row[0]),
    title: typeof corner === 'string' && corner.trim() !== '' ? corner.trim() : 'Row',
    amounts: rows.map((row) => order.map((c) => row[c])),
  };
}

/** Rows that are named by months stand for the months in order: a row's place decides where the latest diagonal is. */
function requireMonthsInOrder(labels: readonly unknown[]): void {
  const dates = labels.map(readDateCell);
  if (dates.some((date) => date === null)) return;
  const months = dates.map((date) => monthIndexOfSerial(date!.serial));
  months.forEach((month, i) => {
    if (i > 0 && month !== months[i - 1] + 1)
      throw new InputError(messages.triangleRowsApart(monthText(month), monthText(months[i - 1])));
  });
}
