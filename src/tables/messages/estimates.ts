/** What is said of measured rows, and of what is worked out from them. */
import { brief, count, fit, list, shown } from './wording';

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
/** @param column counted from 1 */
export const triangleColumnUnnamed = (column: number) =>
  fit(
    `triangle has amounts in its column ${count(column)}, which has no header; take them away, or give the column the delay that it is of.`,
  );
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

// What is measured.
const percent = (share: number): string => `${count(Math.round(share * 1000) / 10)}%`;
export const nobodyLeft = () =>
  'Nobody left, so attrition is not measured and the present input stands. Is this an export of active patients only?';
export const agingNotMeasured = (hasClaims: boolean) =>
  hasClaims
    ? 'The aging report changes nothing: days to pay are measured from the claims and the days on which they were decided.'
    : 'The aging report changes nothing yet: days to pay are what is owed against Allowed, which a monthly summary tells. Give that, too.';
export const leftOnTheFirst = (events: number, cells: number) =>
  fit(
    `${count(events)} of ${count(cells)} disenrollments fall on the first of a month: if that stands for the end of the month before, attrition is counted a month late. Give the last day instead.`,
  );
export const spellsOverlap = (rows: number) =>
  fit(
    `${count(rows)} rows of the roster overlap an earlier one of the same patient and program: left out. End the earlier one first.`,
  );
export const monthsDiffer = (driver: string, effect: number) =>
  fit(
    `Months differ in ${brief(driver)} by more than chance, ${count(Math.round(effect * 10) / 10)} times as much: the interval is widened. Look whether something changed.`,
  );
export const monthsAtLimit = (rows: number) =>
  fit(`${count(rows)} months at the enrollment limit are left out of the conversion rate: they show only what fits.`);
export const byTypedReferrals = () =>
  'No referrals are counted, so new patients are divided by Referrals per month of the Panel.';
export const billedButNotThere = (rows: number) =>
  fit(`${count(rows)} patients were billed who are not on the roster in those months: left out. Is the roster whole?`);
export const moreBilledThanActive = (ratio: number) =>
  fit(
    `More months are billed than patients were active (${percent(ratio)}): 100% is taken. Is the roster whole, and the billing basis right?`,
  );
export const negativePattern = () =>
  'Reversals make a share of the payment pattern negative: it is taken as 0, and the others in proportion.';

// Rows and priors of CALIBRATE.
export const noMonths = () => 'rows tell of no month that has ended; give rows of at least one, or an earlier asOf.';
export const twoOfAKind = (what: string) =>
  fit(`rows hold ${brief(what)} twice; put rows of a kind below one header row.`);
export const priorWithoutHeaders = () =>
  'prior has no header row; give Panel or Payer mix with theirs, or a table Driver, Program, Payer, Low, Likely, High, Source.';
export const priorNotANumber = (row: number, header: string, value: unknown, upper: number) =>
  fit(
    `prior, row ${count(row)}, ${brief(header, 30)} is ${shown(value)}; give ${upper === 1 ? 'a share from 0 to 1' : 'a number of at least 0'}.`,
  );
export const priorDriverUnknown = (row: number, name: string) =>
  fit(`prior, row ${count(row)}: “${brief(name)}” is no driver that is measured; give a header of Panel or Payer mix.`);
export const priorIncomplete = (row: number, name: string) =>
  fit(`prior, row ${count(row)}: ${brief(name)} needs Likely, or Low and High with Low at most High.`);
