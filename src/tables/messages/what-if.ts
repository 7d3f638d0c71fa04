/** What the functions that ask “what if” say of a driver, its values and a target. */
import { brief, count, fit, list, shown, shownBeside, within } from './wording';

export { unknownName } from './wording';

// Which cells are meant.
export const missingDriver = (what: string) =>
  fit(
    `${what} is blank; give a column’s header, e.g. "Referrals per month", or cells side by side: driver, program, payer, item.`,
  );
export const driverShape = (what: string, rows: number, columns: number) =>
  fit(
    `${what} has ${count(rows)} rows × ${count(columns)} columns; give one row: driver, program, payer, item, e.g. {"Referrals per month","CCM"}.`,
  );
export const notOfDriver = (driver: string, what: string) =>
  fit(`${brief(driver)} does not depend on the ${what}; leave the ${what} blank.`);
/** @param name the header of a column of Contracts */
export const driverOfContracts = (name: string) =>
  fit(
    `${brief(name)} is a column of Contracts, which moves no line of this forecast; give it in the table Contract uncertainty, which PPPM.MARGINPOOL draws for the loss of contracts.`,
  );
export const noCells = (label: string) =>
  fit(`No row is meant by ${brief(label, 120)}; give the program, payer and item of a row in which it counts.`);
export const sameCells = (a: string, b: string, label: string) =>
  fit(`${a} and ${b} both move ${brief(label, 80)}; give two drivers, or rows that differ.`);
export const tooManyCells = (cells: number, most: number) =>
  fit(`drivers has ${count(cells)} rows; at most ${count(most)} are looked at. Name those that matter.`);

// What they become.
export const notAChange = (what: string, value: unknown) =>
  fit(
    `${what} is ${shown(value)}; give a share, e.g. 10%, or a text such as "3 points", or the names of two scenarios, low and high.`,
  );
export const noValues = (what: string) => fit(`${what} is blank; give the values to try, e.g. {20,30,40}.`);
export const tooManyValues = (what: string, cells: number, most: number) =>
  fit(`${what} has ${count(cells)} cells; give at most ${count(most)} values.`);
export const notAMonth = (what: string, value: unknown) =>
  fit(`${what} has ${shown(value)}; give whole months, as numbers from 1 or as dates.`);
/** @param label of the driver */
export const outsideDriver = (what: string, value: number, label: string, lower: number, upper: number) =>
  fit(
    `${what} has ${shownBeside(value, lower, upper)}; for ${brief(label, 80)} give ${within(lower, upper)}${upper === 1 && value > 1 && value <= 100 ? `, e.g. ${shown(value / 100)}` : ''}.`,
  );
/** @param advice what to do to need fewer, beside a shorter forecast */
export const tooManyForecasts = (forecasts: number, rows: number, months: number, most: number, advice: string) =>
  fit(
    `This takes ${count(forecasts)} forecasts or more of ${count(rows)} rows × ${count(months)} months; ${count(most)} are made in about a second, and more would hold Excel up. ${brief(advice, 60)}, or forecast fewer Months.`,
  );
export const noScenarios = () =>
  'The Scenarios table has no scenario; give the table with a column a scenario, e.g. Conservative and Stretch.';
export const sameScenario = (a: string, b: string, scenario: string) =>
  fit(`${a} and ${b} are both ${brief(scenario, 80)}; give two scenarios, or leave one blank for none.`);
export const nothingMoves = (scenarios: readonly string[]) =>
  fit(`No row of Scenarios differs between ${list(scenarios, 2, 60)}, so nothing moves; give scenarios that differ.`);

// What goal seek finds, in a sentence that stands on its own.
/** Values as people read them, in the units of driver and line. */
export interface Sought {
  driver: string;
  /** The driver's typed value. */
  today: string;
  /** The line, with its program and month. */
  line: string;
  target: string;
}
const withToday = ({ driver, today }: Sought): string => `${brief(driver, 70)} (today ${today})`;
export const solved = (sought: Sought, at: string) =>
  fit(`${withToday(sought)}: at ${at}, ${brief(sought.line, 60)} is ${sought.target}.`);
/** @param below, above what the line is on either side */
export const inAJump = (sought: Sought, at: string, below: string, above: string) =>
  fit(
    `${withToday(sought)}: the target of ${sought.target} lies in a jump at ${at}: ${brief(sought.line, 60)} is ${below} below it and ${above} above it.`,
  );
export const jumpsBetween = (sought: Sought, first: string, below: string, second: string, above: string) =>
  fit(
    `${withToday(sought)}: the target of ${sought.target} lies in a jump: ${brief(sought.line, 60)} is ${below} at ${first} and ${above} at ${second}.`,
  );
/** @param lowest, highest where it was looked, and @param reached the line there */
export const notSolved = (sought: Sought, lowest: string, highest: string, at: string, reached: string) =>
  fit(
    `${withToday(sought)}: nothing from ${lowest} to ${highest} gives ${brief(sought.line, 60)} of ${sought.target}; the nearest is ${reached}, at ${at}.`,
  );
export const rangeReversed = (lowest: number, highest: number, lower: number, upper: number) =>
  fit(
    `lowest is ${shown(lowest)} and highest is ${shown(highest)}; give lowest below highest, ${within(lower, upper)}.`,
  );
export const furtherMeetings = (more: number) =>
  fit(`${count(more)} more values meet the target; look at fewer with lowest and highest.`);

// Beside figures that were drawn.
/** @param rows orders drawn, and @param spread the standard error */
export const drawnOrders = (rows: number, spread: number) =>
  fit(`± ${shown(Number(spread.toPrecision(3)))} (standard error of ${count(rows)} orders drawn).`);

// Milestones.
/** @param months before the forecast */
export const milestoneLate = (scenario: string | null, months: number) =>
  fit(
    `late by ${count(months)} month${months === 1 ? '' : 's'} ${scenario === null ? 'without a scenario' : `in ${brief(scenario)}`}.`,
  );

export const milestoneMonthly = () => 'Its cost is paid each month from then on.';
/** @param names of the months from which it is charged */
export const milestoneAccepted = (names: readonly string[]) => fit(`In Costs from ${list(names)}.`);

// The table Uncertainty.
const inUncertainty = (row: number): string => `Uncertainty, row ${count(row)}`;
export const noUncertainty = () =>
  'The Uncertainty table has no row; give its header row and a row a driver: Driver, Distribution, Low, Likely, High.';
/** @param told what is wrong, as a sentence */
export const inUncertaintyRow = (row: number, told: string) => fit(`${inUncertainty(row)}: ${told.trim()}`);
export const lowAboveHigh = (row: number, low: number, high: number) =>
  fit(`${inUncertainty(row)}: Low is ${shown(low)}, above High, which is ${shown(high)}; give the lower value as Low.`);
export const likelyOutside = (row: number, likely: number, low: number, high: number) =>
  fit(
    `${inUncertainty(row)}: Likely is ${shownBeside(likely, low, high)}; give a value from Low (${shown(low)}) to High (${shown(high)}), or leave it blank.`,
  );
export const aloneInGroup = (row: number, group: string) =>
  fit(
    `${inUncertainty(row)} is alone in group “${brief(group)}”; give the group to another row too, or leave it blank.`,
  );
export const monthsNotDrawn = (row: number, driver: string) =>
  fit(
    `${inUncertainty(row)}: ${brief(driver)} is a month, which is not drawn; use PPPM.GRID or PPPM.DELAY for months.`,
  );
export const movedTwice = (row: number, other: number, driver: string) =>
  fit(`${inUncertainty(row)} moves ${brief(driver, 80)} as row ${count(other)} does; keep one of them.`);
export const noSuchSpread = (row: number, distribution: string) =>
  fit(
    `${inUncertainty(row)}: no ${brief(distribution, 40)} distribution has this mean and this spread from Low to High; move them together, or choose PERT.`,
  );
export const tooManyTrials = (trials: number, most: number, months: number) =>
  fit(
    `trials is ${count(trials)}; of tables as large as these, over ${count(months)} months, ${count(most)} are made in about a minute. Give at most so many, or forecast fewer Months.`,
  );
export const percentilesOutside = (value: unknown) =>
  fit(`percentiles has ${shown(value)}; give shares from 0 to 1, e.g. {0.1,0.5,0.9}.`);
