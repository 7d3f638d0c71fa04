/** What is said of measured rows, and of what is worked out from them. */
import { brief, count, fit, list } from './wording';

// A run-out triangle.
const delays = (all: readonly number[]): string => list(all.map(String), 4);
export const rowHasHoles = (holes: readonly number[]) =>
  fit(`No amount at delay ${delays(holes)}, after one that has some: left out.`);
export const rowFalls = (falls: readonly number[]) =>
  fit(
    `The running total falls at delay ${delays(falls)}: reversals, or amounts of single months instead of running totals?`,
  );
export const rowIsEmpty = () => 'Nothing yet, so the chain ladder says nothing of it; give an exposure to complete it.';
export const rowByExposure = () =>
  'Completed by its exposure at the rate of all rows; Mack’s standard error is of the chain ladder.';
export const rowWithoutExposure = () => 'No exposure here: completed by the chain ladder.';
export const factorUnknown = () => 'Nothing to measure the factor from: 1 is taken.';
export const factorWithoutError = () => 'One row only, and no delay before it: its error is not measured.';
export const noDelays = (headers: readonly string[]) =>
  fit(
    `triangle has no delays among its headers (${list(headers, 4, 20)}); give 0, 1, 2 … above the amounts, and a name above the rows’ names, or no headers at all.`,
  );
export const delayMissing = (index: number) =>
  fit(`triangle has no column of delay ${count(index)}; give each delay from 0 to the last one column.`);
export const delayTwice = (index: number) =>
  fit(`triangle has delay ${count(index)} twice; give each delay one column.`);
export const triangleColumnUnread = (header: string) =>
  fit(`triangle has a column “${brief(header)}”, which is no delay; take it away, or give it the delay that it is of.`);
export const triangleRowsApart = (label: string, before: string) =>
  fit(
    `triangle’s ${brief(label, 12)} follows ${brief(before, 12)}; give each month a row, in order, with blank cells where there is nothing.`,
  );
export const triangleTooLarge = (rows: number, columns: number, most: number) =>
  fit(
    `triangle is ${count(rows)} × ${count(columns)} (rows × columns); give at most ${count(most)} of each. Select the filled cells, not whole rows and columns.`,
  );
export const exposureLength = (cells: number, rows: number) =>
  fit(`exposure has ${count(cells)} cells and triangle ${count(rows)} rows; give a cell for each row.`);

// Forecast beside actual.
export const noMonthInCommon = (forecastMonths: string, actualMonths: string) =>
  fit(
    `forecast has ${brief(forecastMonths)} and actual ${brief(actualMonths)}: no month in common. Give both the same months, as dates or as month numbers.`,
  );
export const noRows = (what: string) => fit(`${what} has no rows; give a monthly table with its header row.`);
export const givenTwice = (what: string, program: string, month: string, figure: string) =>
  fit(
    `${what} gives ${brief(figure)} of ${brief(program)} in ${month} both by payer and in a row without a payer; keep one of the two.`,
  );
export const monthsLeftOut = (what: string, apart: readonly string[], beside: string) =>
  fit(`Only ${what} has ${list(apart, 6, 12)}: left out, until ${brief(beside)} has them too.`);
export const payersNotTold = (program: string) =>
  fit(`${brief(program)} is compared as a whole, without a mix: one of the two does not tell its payers apart.`);
