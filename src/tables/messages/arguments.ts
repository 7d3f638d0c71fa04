/**
 * What a worksheet function says of its arguments; `what` is the argument's name. A text names what was given,
 * says what is allowed and shows an example.
 */
import { CHANGES } from '../schemas/changes';
import { PAYER_MIX } from '../schemas/payer-mix';
import { SETTING_HEADER, SETTINGS } from '../schemas/settings';
import {
  brief,
  aNumber,
  aShare,
  count,
  dateAsked,
  fit,
  list,
  oneOf,
  plain,
  shown,
  shownBeside,
  upToOne,
  within,
} from './wording';

export { unknownName } from './wording';

/** Which cell of a range: “ (cell 2 of 12)”. */
export const cellOf = (index: number, cells: number): string =>
  cells > 1 ? ` (cell ${count(index + 1)} of ${count(cells)})` : '';

// One value.
export const missingArgument = (what: string, example: string) => fit(`${what} is blank; give ${example}.`);
export const notANumber = (what: string, value: unknown, cell = '', lower?: number) =>
  fit(`${what} is ${shown(value)}${cell}; give ${aNumber(value, { lower })}.`);
export const notAShare = (what: string, value: unknown, cell = '') =>
  fit(`${what} is ${shownBeside(value, 0, 1)}${cell}; give ${aShare(value)}.`);
export const outOfBounds = (what: string, value: unknown, lower: number, upper: number, cell = '') =>
  fit(`${what} is ${shownBeside(value, lower, upper)}${cell}; give ${within(lower, upper)}.`);
export const notWhole = (what: string, value: unknown, lower: number, upper: number) =>
  fit(
    `${what} is ${value === 0 ? 'blank or 0' : shownBeside(value, lower, upper)}; give a whole number from ${shown(lower)} to ${shown(upper)}.`,
  );
export const notPositive = (what: string, example: number, cell = '') =>
  fit(`${what} is blank or 0${cell}; give a number above 0, e.g. ${example}.`);
export const notOneNumber = (what: string) => fit(`${what} has several cells; give one number.`);
export const notAChoice = (what: string, value: unknown, choices: readonly string[]) =>
  fit(`${what} is ${shown(value)}; give ${oneOf(choices)}.`);
export const notTrueOrFalse = (what: string, value: unknown) => fit(`${what} is ${shown(value)}; give TRUE or FALSE.`);
export const notAName = (what: string, value: unknown) => fit(`${what} is ${shown(value)}; give one name.`);

// Shapes.
export const shapesDiffer = (a: string, aShape: string, b: string, bShape: string) =>
  fit(
    `${a} is ${aShape} and ${b} is ${bShape} (rows × columns); give ranges of the same shape, or one row, one column or one cell for one of them.`,
  );
export const severalSeries = (what: string) => fit(`${what} is a block; give one row or one column, a cell a month.`);
export const lengthsDiffer = (a: string, aLength: number, b: string, bLength: number) =>
  fit(`${a} has ${aLength} months and ${b} has ${bLength}; give the same number of months, or one number for all.`);
export const mixedDirections = (a: string, b: string) =>
  fit(`${a} is a row and ${b} is a column; give both as rows or both as columns.`);
export const tooManyCells = (rows: number, columns: number, most: number) =>
  fit(
    `The answer would be ${count(rows)} rows × ${count(columns)} columns; at most ${count(most)} cells are given. Select the filled cells, not whole rows and columns.`,
  );
export const tooManyAnswers = (rows: number, most: number) =>
  fit(
    `The answer would have ${count(rows)} rows; at most ${count(most)} are given. Name a program, or add up cost items that are alike.`,
  );
export const tooManyLines = (cells: number, most: number) =>
  fit(`lines has ${count(cells)} cells; give at most ${count(most)}: the cells with the lines’ names.`);

// Values that do not go together.
export const causesExceedOne = (what: string, total: number) =>
  fit(`${what} add to ${shownBeside(total, 1)}; all causes of a month together are at most 1 (100%).`);
export const sharesNotOne = (what: string, total: number) =>
  fit(`${what} add to ${shownBeside(total, 1)}; they must add to 1 (100%): ${upToOne(total)}.`);
export const patternExceedsOne = (total: number) =>
  fit(
    `pattern adds to ${shownBeside(total, 1)}; the shares collected 0, 1, 2 … months later add to at most 1, e.g. {0.2,0.5,0.25}.`,
  );
export const patternUnreadable = (typed: string) =>
  fit(
    `pattern is ${shown(typed)}; as a text give shares that add to at most 100%, with spaces between, e.g. 20% 50% 30%.`,
  );
export const patternTooLong = (months: number, most: number) =>
  fit(`pattern reaches over ${count(months)} months; give at most ${most} cells, or the days to pay as one number.`);
export const daysAreAShare = (what: string, value: number) =>
  fit(
    `${what} is ${shown(value)}: one number is days to pay, e.g. 45; for shares give two cells or more, e.g. {${plain(value)},${plain(1 - value)}}.`,
  );
export const daysByMonth = (what: string, days: readonly number[]) =>
  fit(
    `${what} is ${list(days.map(shown), 3)}: that looks like days by month. Give one number of days, or shares such as {0.2,0.5,0.25}; days that change by month go to ${CHANGES.title}, as ${PAYER_MIX.header.daysToPay}.`,
  );
export const spreadOutOfReach = (what: string, spread: number, mean: number, least: number, most: number) =>
  fit(
    `${what} is ${shown(spread)}; with a mean of ${shown(mean)} of 30 days give a standard deviation from ${shown(inside(least, Math.ceil))} to below ${shown(inside(most, Math.floor))}, or leave it blank.`,
  );
/** A bound in three digits, rounded to where it still holds: what the text says is taken. */
const inside = (bound: number, round: (value: number) => number): number => {
  const digits = 10 ** (2 - Math.floor(Math.log10(bound)));
  return round(bound * digits) / digits;
};
export const noPatients = (what: string) =>
  fit(`${what} is 0: an expense per member needs at least one member that month.`);
export const tiersShape = (columns: number) =>
  fit(`tiers has ${columns} column${columns === 1 ? '' : 's'}; give two: the volume a tier starts at, and its cost.`);
export const tierRepeated = (from: number) =>
  fit(`tiers starts twice at ${shown(from)}; give each starting volume once.`);
export const belowFirstTier = (what: string, volume: number, first: number) =>
  fit(`${what} is ${shown(volume)}, below the first tier, which starts at ${shown(first)}; add a tier from 0.`);

// Months of a forecast.
/**
 * @param month the month that the value is, where it is one
 * @param dates the forecast's months; null where they are only counted
 */
export const lineMonth = (what: string, value: unknown, month: string | null, months: number, dates: string | null) => {
  const asked = `give a month number from 1 to ${months}${dates ? ` or a date from ${dates}` : `; dates need a ${SETTING_HEADER.startMonth} in ${SETTINGS.title}`}`;
  if (month !== null) return fit(`${what} is ${month}; ${asked}.`);
  return fit(value === 0 ? `${what} is blank or 0; ${asked}.` : `${what}${dateAsked(value, asked)}.`);
};
/** @param from, last the months' texts */
export const monthsReversed = (from: string, last: string) =>
  fit(`to is ${last}, before from, which is ${from}; give the same month or a later one.`);

// Answers that cannot be shown.
/** @param text the first finding of the tables, in its own words */
export const findingsMore = (text: string, more: number) => {
  const tail = more === 0 ? '' : ` (${count(more)} more: see PPPM.CHECKMODEL)`;
  return fit(text, tail.length) + tail;
};
export const notFinite = () =>
  'The answer is too large to show; look for a slip in the inputs, e.g. with PPPM.CHECKMODEL.';
export const notLoaded = (id: string) =>
  fit(
    `PPPM.${brief(id, 40)} could not be loaded. Check that this computer reaches the add-in’s address, then close and open the workbook.`,
  );
export const ourFault = (id: string, error: unknown) =>
  fit(`PPPM.${id} failed on these inputs; please report it with them: ${String(error)}`);

// Months that are over.
export const monthIsOver = (month: string, last: string) =>
  fit(
    `${month} is over: actual months go to ${last}; give a later month, since steps are of months that are forecast.`,
  );
export const hasBegun = (program: string) =>
  fit(`${brief(program)} has actual months, so its start is over; name a program that has none.`);
