/**
 * What is said of pasted rows and files: what keeps a whole file from being read, and why a row was set aside. Nobody
 * is named: a patient or claim is where its row is.
 */
import { nearestNames } from '../reading/nearest';
import { brief, count, fit, list } from './wording';

const rowsInWords = (rows: readonly number[]): string =>
  `row${rows.length > 1 ? 's' : ''} ${list(rows.map(count), 5, 12)}`;

// What keeps all of it from being read.
export const nothingToRead = () => 'There are no rows to read: select or open a table with its header row.';
export const kindUnknown = () =>
  'No row of these holds the headers of a monthly summary, roster, claims, minutes or aging report. Select the header row too, or say what the columns are.';
export const columnsMissing = (what: string, missing: readonly string[], found: readonly string[]) =>
  fit(
    `Read as ${what}, but ${list(missing, 4, 24)} ${missing.length > 1 ? 'are' : 'is'} missing; not known yet: ${found.length ? list(found, 5, 18) : 'no other header'}. Say which column it is.`,
  );
export const headerTwice = (header: string) =>
  fit(`The header “${brief(header)}” stands twice; rename the column that is not meant, or say which it is.`);
/** @param most, other examples of the two ways */
export const datesMixed = (header: string, most: string, other: string, disagree: readonly number[]) =>
  fit(
    `${brief(header)} is written in two ways: most cells like ${most}, but ${rowsInWords(disagree)} like ${other}. Give all cells the same form, so that no day is mistaken.`,
  );
export const datesAmbiguous = (header: string) =>
  fit(
    `${brief(header)} can be read month first and day first in every row, and the days differ. Say which it is, or export dates as 2026-07-04.`,
  );
export const amountsMixed = (header: string, disagree: readonly number[]) =>
  fit(
    `${brief(header)} has amounts with a decimal comma beside amounts with a decimal point: see ${rowsInWords(disagree)}. Give all cells the same form.`,
  );
export const amountsAmbiguous = (header: string) =>
  fit(
    `${brief(header)} has amounts such as 1.234 only, which may be thousands or parts of a dollar. Export them with two decimals.`,
  );
export const quoteOpen = (row: number) =>
  fit(
    `A quotation mark in row ${count(row)} is not closed as it should be, so that rows may run together; mend it there.`,
  );
export const noText = () =>
  'This is not a text file or workbook that can be read; save it as CSV (UTF-8) or as an Excel workbook (.xlsx).';

export const tooManyPasted = (what: string, rows: number, columns: number, most: number) =>
  fit(
    `${what} has ${count(rows)} rows × ${count(columns)} columns; at most ${count(most)} cells are read. Select the filled cells and the columns needed, or open the file on the pane’s page Refresh, which reads millions of rows.`,
  );
export const agingHasNoMonths = () =>
  'An aging report tells what payers owe, and no month; give a monthly summary, roster, claims or minutes.';
/** @param what the rows were read as */
export const claimsNeeded = (what: string) => fit(`These rows are read as ${what}; a triangle is made of claims.`);
export const noDecisions = () =>
  'No claim has a decision date, so that no delay is known; add the column Decision date.';
/** @param cells all rows that came in */
export const someSetAside = (rows: number, cells: number) =>
  fit(
    `${count(rows)} of ${count(cells)} rows ${rows > 1 ? 'were' : 'was'} set aside; PPPM.ACTUALS with TRUE as its last argument lists them.`,
  );

// Why a row is set aside.
export const aboveHeaders = () => 'It stands above the headers.';
export const headersAgain = () => 'It repeats the headers.';
export const isTotal = () => 'It adds up other rows.';
export const tooManyCells = () =>
  'It has more cells than there are headers: a separator inside a text, which should stand in quotation marks.';
export const cellMissing = (header: string) => fit(`${brief(header)} is blank; fill it in.`);
export const isShortened = (header: string) =>
  fit(
    `${brief(header)} was shortened by a spreadsheet to a form like 1.23E+11, which others share; format the column as text there, and export again.`,
  );
export const isNoDate = (header: string, value: string) =>
  fit(`${brief(header)} is “${brief(value)}”, not a date like the others.`);
export const isImpossibleDate = (header: string, value: string) =>
  fit(`${brief(header)} is “${brief(value)}”, a day that no calendar from 1990 to 2100 has.`);
export const isNoAmount = (header: string, value: string) =>
  fit(`${brief(header)} is “${brief(value)}”, not an amount; leave it blank if there is none.`);
export const isNoFigure = (header: string, value: string) =>
  fit(`${brief(header)} is “${brief(value)}”, not a number of at least 0; leave it blank if there is none.`);
export const isNoStatus = (header: string, value: string, statuses: readonly string[]) =>
  fit(`${brief(header)} is “${brief(value)}”; known are ${list(statuses)}.`);
/** @param what program or payer */
export const isUnknown = (what: string, value: string, names: readonly string[]) =>
  fit(
    `The ${what} “${brief(value)}” is not in the model${names.length ? `; is it ${list(nearestNames(value, names), 3)}?` : '.'}`,
  );
export const isRepeated = (first: number) => fit(`It is the same as row ${count(first)}, and counts once.`);
export const isOlderState = (other: number) =>
  fit(`Row ${count(other)} says when this enrollment ended; that row is read instead.`);
export const overlaps = (other: number) =>
  fit(`The patient is enrolled in the same program already by row ${count(other)}; mend the dates of one.`);
export const contradicts = (other: number) =>
  fit(`It gives other figures for the month, program and payer of row ${count(other)}, which is read; keep one.`);
export const endsBeforeStart = (end: string, start: string) =>
  fit(`${brief(end)} is before ${brief(start)}; mend one of the dates.`);
export const notRead = () => 'It was not read, because all of it had to be refused.';

// What is worth knowing of what was read.
export const roundedToCents = (header: string, cells: number) =>
  fit(
    `${brief(header)}: ${count(cells)} amount${cells > 1 ? 's have' : ' has'} parts of a cent and ${cells > 1 ? 'were' : 'was'} rounded to whole cents.`,
  );
export const reasonsUnknown = (rows: number) =>
  fit(
    `${count(rows)} row${rows > 1 ? 's give' : ' gives'} a reason for leaving that is none of the four causes; those who left so count without a cause.`,
  );
export const statusesTaken = (rows: number) =>
  fit(
    `${count(rows)} row${rows > 1 ? 's have' : ' has'} no status; it was taken from what was paid and when it was decided.`,
  );
export const headersNotRead = (headers: readonly string[]) =>
  fit(`Not read: ${list(headers, 6, 24)}. If one of them is needed, say what it is.`);
export const blankLines = (lines: number) => fit(`${count(lines)} blank line${lines > 1 ? 's were' : ' was'} skipped.`);
