/**
 * Every text a wrong input gets, in one place. A text names what was given, says what is allowed and shows
 * an example; Excel shows at most 255 characters of it.
 */
import type { Column } from '../schemas/column';
import { likelySlip, nearestNames } from '../reading/nearest';
import { brief, count, dateShown, fit, list, numberExample, plain, shareExample, shown } from './wording';

export { fit };

/** Which cell of a range: “ (cell 2 of 12)”. */
export const cellOf = (index: number, cells: number): string =>
  cells > 1 ? ` (cell ${count(index + 1)} of ${count(cells)})` : '';

// Single arguments of worksheet functions; `what` is the argument's name.
export const notANumber = (what: string, value: unknown, cell = '') =>
  fit(`${what} is ${shown(value)}${cell}; give a number, ${numberExample(value)}.`);
export const notAShare = (what: string, value: unknown, cell = '') =>
  fit(`${what} is ${shown(value)}${cell}; give a share from 0 to 1, ${shareExample(value)}.`);
export const outOfBounds = (what: string, value: unknown, lower: number, upper: number, cell = '') =>
  fit(
    `${what} is ${shown(value)}${cell}; give ${Number.isFinite(upper) ? `a number from ${shown(lower)} to ${shown(upper)}` : `${shown(lower)} or more`}.`,
  );
export const notWhole = (what: string, value: unknown, lower: number, upper: number) =>
  fit(
    `${what} is ${value === 0 ? 'blank or 0' : shown(value)}; give a whole number from ${shown(lower)} to ${shown(upper)}.`,
  );
export const notOneNumber = (what: string) => fit(`${what} has several cells; give one number.`);
export const missingArgument = (what: string, example: string) => fit(`${what} is blank; give ${example}.`);
export const notAChoice = (what: string, value: unknown, choices: readonly string[]) =>
  fit(`${what} is ${shown(value)}; give one of ${list(choices)}.`);
export const notTrueOrFalse = (what: string, value: unknown) => fit(`${what} is ${shown(value)}; give TRUE or FALSE.`);
export const shapesDiffer = (a: string, aShape: string, b: string, bShape: string) =>
  fit(
    `${a} is ${aShape} and ${b} is ${bShape} (rows × columns); give ranges of the same shape, or one row, one column or one cell for one of them.`,
  );
export const severalSeries = (what: string) => fit(`${what} is a block; give one row or one column, a cell a month.`);
export const lengthsDiffer = (a: string, aLength: number, b: string, bLength: number) =>
  fit(`${a} has ${aLength} months and ${b} has ${bLength}; give the same number of months, or one number for all.`);
export const mixedDirections = (a: string, b: string) =>
  fit(`${a} is a row and ${b} is a column; give both as rows or both as columns.`);
export const causesExceedOne = (what: string, total: number) =>
  fit(`${what} add to ${shown(total)}; all causes of a month together are at most 1 (100%).`);
export const sharesNotOne = (what: string, total: number) =>
  fit(
    `${what} add to ${shown(total)}; they must add to 1 (100%): ${total < 1 ? 'add' : 'take away'} ${plain(Math.abs(1 - total))}.`,
  );
export const patternExceedsOne = (total: number) =>
  fit(
    `pattern adds to ${shown(total)}; the shares collected 0, 1, 2 … months later add to at most 1, e.g. {0.2,0.5,0.25}.`,
  );
export const notPositive = (what: string, example: number, cell = '') =>
  fit(`${what} is blank or 0${cell}; give a number above 0, e.g. ${example}.`);
export const spreadOutOfReach = (what: string, spread: number, mean: number, least: number, most: number) =>
  fit(
    `${what} is ${shown(spread)}; with a mean of ${shown(mean)} of 30 days give a standard deviation from ${shown(inside(least, Math.ceil))} to below ${shown(inside(most, Math.floor))}, or leave it blank.`,
  );
/** A bound in three digits, rounded to where it still holds: what the text says is taken. */
const inside = (bound: number, round: (value: number) => number): number => {
  const digits = 10 ** (2 - Math.floor(Math.log10(bound)));
  return round(bound * digits) / digits;
};
export const patternTooLong = (months: number, most: number) =>
  fit(`pattern reaches over ${count(months)} months; give at most ${most} cells, or the days to pay as one number.`);
export const daysAreAShare = (what: string, value: number) =>
  fit(
    `${what} is ${shown(value)}: one number is days to pay, e.g. 45; for shares give two cells or more, e.g. {${plain(value)},${plain(1 - value)}}.`,
  );
export const tooManyCells = (rows: number, columns: number, most: number) =>
  fit(
    `The answer would be ${count(rows)} rows × ${count(columns)} columns; at most ${count(most)} cells are given. Select the filled cells, not whole rows and columns.`,
  );
export const tooManyLines = (cells: number, most: number) =>
  fit(`lines has ${count(cells)} cells; give at most ${count(most)}: the cells with the lines’ names.`);
export const noPatients = (what: string) =>
  fit(`${what} is 0: an expense per member needs at least one member that month.`);
export const tiersShape = (columns: number) =>
  fit(`tiers has ${columns} column${columns === 1 ? '' : 's'}; give two: the volume a tier starts at, and its cost.`);
export const tierRepeated = (from: number) =>
  fit(`tiers starts twice at ${shown(from)}; give each starting volume once.`);
export const belowFirstTier = (what: string, volume: number, first: number) =>
  fit(`${what} is ${shown(volume)}, below the first tier, which starts at ${shown(first)}; add a tier from 0.`);

export const notAName = (what: string, value: unknown) => fit(`${what} is ${shown(value)}; give one name.`);

// Names that are not there.
export const unknownName = (what: string, name: string, names: readonly string[]) =>
  fit(
    `${what} “${brief(name)}” is not known${names.length === 0 ? ': there are none to choose from.' : `; did you mean ${list(nearestNames(name, names))}?`}`,
  );

// Tables.
export const tableMissing = (title: string) =>
  fit(
    `${title} is not given; select the whole table with its header row, e.g. tbl${title.replace(/ (.)/g, (_, c: string) => c.toUpperCase())}[#All].`,
  );
export const tableEmpty = (title: string) => fit(`${title} has a header but no rows; type at least one row below it.`);
export const tooManyRows = (title: string, rows: number, most: number) =>
  fit(
    `${title} has ${count(rows)} rows with content; at most ${count(most)} are read. Select the table itself, or add up rows that are alike.`,
  );
export const columnMissing = (title: string, header: string, found: readonly string[]) => {
  const likely = likelySlip(header, found);
  const instead = likely ? `is it “${brief(likely)}”? Found` : 'found';
  return fit(
    `${title} has no column “${brief(header)}”; ${found.length ? `${instead} ${list(found, 8, 18)}` : 'the first row must hold the headers'}.`,
  );
};
export const columnIgnored = (title: string, header: string, likely: string) =>
  fit(`${title} has a column “${brief(header)}”, which is not read; did you mean ${likely}?`);
export const columnTwice = (title: string, header: string) =>
  fit(`${title} has the column “${brief(header)}” twice; keep one.`);

const where = (title: string, row: number, label: string) =>
  `${title}, row ${row}${label ? ` (${brief(label, 48)})` : ''}`;
const valuePlace = (title: string, row: number, label: string, header: string) =>
  `${where(title, row, label)}, ${brief(header, 30)}`;

export const cellMissing = (title: string, row: number, label: string, column: Column) =>
  fit(
    `${valuePlace(title, row, label, column.header)} is blank or 0; ${column.type === 'text' ? 'give a name' : column.type === 'choice' ? `give one of ${list(column.choices)}` : column.type === 'month' ? 'give a month, e.g. 2027-04-01' : `give a value, or the word zero if you mean none`}.`,
  );
export const cellNotANumber = (title: string, row: number, label: string, column: Column, value: unknown) =>
  fit(
    `${valuePlace(title, row, label, column.header)} is ${shown(value)}; ${
      column.type === 'share'
        ? `give a share from 0 to 1, ${shareExample(value)}`
        : `give a number, ${numberExample(value)}`
    }${column.fallbackText ? `; blank = ${column.fallbackText}` : ''}.`,
  );
export const scenarioNotANumber = (row: number, label: string, scenario: string, value: unknown) =>
  fit(
    `${valuePlace('Scenarios', row, label, scenario)} is ${shown(value)}; give a number, ${numberExample(value, 1.1)}; blank = no change. A column that is no scenario belongs outside the table.`,
  );
export const cellNotText = (title: string, row: number, label: string, header: string, value: unknown) =>
  fit(`${valuePlace(title, row, label, header)} is ${shown(value)}; give a name.`);
export const cellOutOfBounds = (title: string, row: number, label: string, column: Column, value: number) => {
  const place = valuePlace(title, row, label, column.header);
  if (column.type === 'share') return notAShare(place, value);
  if (column.unit === '%' && value > column.upper)
    return fit(
      `${place} is ${shown(value)}; give a number from ${shown(column.lower)} to ${shown(column.upper)}, ${shareExample(value)}.`,
    );
  return outOfBounds(place, value, column.lower, column.upper);
};
export const cellNotWhole = (title: string, row: number, label: string, header: string, value: number) =>
  fit(`${valuePlace(title, row, label, header)} is ${shown(value)}; give a whole number.`);
export const cellNotAChoice = (title: string, row: number, label: string, column: Column, value: unknown) =>
  notAChoice(valuePlace(title, row, label, column.header), value, column.choices);
export const monthNotAMonth = (title: string, row: number, label: string, header: string, value: unknown) =>
  fit(
    `${valuePlace(title, row, label, header)} is ${dateShown(value)}; type a date in the month, e.g. 2027-04-01, or a month number such as 4.`,
  );
export const monthBeforeStart = (
  title: string,
  row: number,
  label: string,
  header: string,
  month: string,
  start: string,
) =>
  fit(
    `${valuePlace(title, row, label, header)} is ${month}, before the start month ${start}; give ${start} or later, or leave it blank where that means from the start.`,
  );
export const dateWithoutStart = (title: string, row: number, label: string, header: string) =>
  fit(
    `${valuePlace(title, row, label, header)} is a date, but Settings has no Start month; give one there, or a month number such as 4.`,
  );
export const endsBeforeStart = (title: string, row: number, label: string, last: string, first: string) =>
  fit(`${where(title, row, label)}: ${last} lies before ${first}; give the same month or a later one.`);
export const rowTwice = (title: string, row: number, label: string, first: number) =>
  fit(`${where(title, row, label)} repeats row ${first}; keep one row, or give it another name.`);
export const nameNotThere = (title: string, row: number, header: string, name: string, names: readonly string[]) =>
  unknownName(`${title}, row ${row}: ${brief(header)}`, name, names);
export const programWithoutPayers = (row: number, program: string) =>
  fit(`${where('Panel', row, program)} has no rows in Payer mix; add its payers there, shares adding to 100%.`);
export const payerSharesNotOne = (program: string, total: number) =>
  fit(
    `Payer mix: Share of panel of ${brief(program)} adds to ${shown(total)}; the shares of a program add to 1 (100%): ${total < 1 ? 'add' : 'take away'} ${plain(Math.abs(1 - total))}.`,
  );
export const panelCausesExceedOne = (row: number, program: string, total: number) =>
  fit(
    `${where('Panel', row, program)}: the four monthly attrition rates add to ${shown(total)}; together they are at most 1 (100%).`,
  );
export const openingExceedsEligible = (row: number, program: string, opening: number, eligible: number) =>
  fit(
    `${where('Panel', row, program)}: Opening patients ${shown(opening)} exceed Eligible patients ${shown(eligible)}; eligible counts those already enrolled too.`,
  );

// Inputs that change nothing.
export const nobodyConverts = (row: number, program: string) =>
  fit(`${where('Panel', row, program)}: there are referrals but Conversion rate is blank or 0, so nobody enrolls.`);
export const nobodyToConvert = (row: number, program: string) =>
  fit(
    `${where('Panel', row, program)}: Conversion rate is given but Referrals per month is blank or 0, so nobody enrolls.`,
  );
export const staysEmpty = (row: number, program: string) =>
  fit(
    `${where('Panel', row, program)}: Opening patients and Referrals per month are both blank or 0, so the program stays empty.`,
  );
export const launchesTooLate = (row: number, program: string, launch: string, last: string) =>
  fit(
    `${where('Panel', row, program)}: Launch month is ${launch}, after the last month of the forecast, ${last}; the program stays empty.`,
  );
export const appealsWithoutEffect = (row: number, label: string, given: string, missing: string) =>
  fit(`${where('Payer mix', row, label)}: ${given} is given but ${missing} is blank or 0, so appeals win nothing.`);
export const startsTooLate = (row: number, item: string, start: string, last: string) =>
  fit(
    `${where('Costs', row, item)}: Starts is ${start}, after the last month of the forecast, ${last}; it is never charged.`,
  );
export const unitsIgnored = (row: number, item: string, basis: string) =>
  fit(
    `${where('Costs', row, item)}: Basis is ${basis}, so Patients per unit and Minimum units are not used; for whole units choose per unit.`,
  );
export const increaseIgnored = (row: number, item: string) =>
  fit(`${where('Costs', row, item)}: Annual increase is not used where Basis is percent of cash.`);
export const chargedTwice = (row: number, item: string, first: number) =>
  fit(`${where('Costs', row, item)} is the same as row ${first}; both are charged. Delete one if it was pasted twice.`);
export const serviceMinutesIgnored = (row: number, program: string) =>
  fit(
    `${where('Panel', row, program)}: Service minutes is not used, because no payer of the program has Threshold minutes.`,
  );
export const withoutThreshold = (row: number, label: string, header: string) =>
  fit(`${where('Payer mix', row, label)}: ${brief(header)} is not used, because Threshold minutes is blank.`);
export const unitsOnDutyIgnored = (row: number, item: string) =>
  fit(
    `${where('Costs', row, item)}: Units on duty is not used, because Staffing is blank (unlimited); choose planned or as needed.`,
  );
export const nobodyOnDuty = (row: number, item: string) =>
  fit(
    `${where('Costs', row, item)}: Staffing is planned but Units on duty is blank or 0, so there is no place for a new patient.`,
  );
export const minutesIgnored = (row: number, item: string) =>
  fit(
    `${where('Costs', row, item)}: Minutes per unit is not used, because no payer it serves has Threshold minutes on Payer mix.`,
  );
export const productiveShareIgnored = (row: number, item: string) =>
  fit(`${where('Costs', row, item)}: Productive share is not used, because Minutes per unit is blank.`);
export const changesTooLate = (title: string, row: number, driver: string, from: string, last: string) =>
  fit(
    `${where(title, row, driver)}: From month is ${from}, after the last month of the forecast, ${last}; it changes nothing.`,
  );
export const noUnitsToMove = (title: string, row: number, driver: string) =>
  fit(
    `${where(title, row, driver)}: only cost items with the Basis per unit have ${driver}, and none is meant; it changes nothing.`,
  );
export const nothingToMove = (title: string, row: number, driver: string) =>
  fit(`${where(title, row, driver)}: no row has a ${driver} that this could change; it changes nothing.`);
export const unitsNotPlanned = (title: string, row: number, driver: string) =>
  fit(
    `${where(title, row, driver)}: only items with Staffing planned or as needed have ${driver}, and none is meant; it changes nothing.`,
  );
export const realizationFromMinutes = (title: string, row: number, driver: string) =>
  fit(
    `${where(title, row, driver)}: the rows meant have Threshold minutes, so their realization follows from minutes; it changes nothing.`,
  );
export const noThresholdToMeet = (title: string, row: number, driver: string) =>
  fit(`${where(title, row, driver)}: none of the rows meant has Threshold minutes; it changes nothing.`);
export const limitStays = (title: string, row: number, driver: string) =>
  fit(
    `${where(title, row, driver)}: ${driver} is blank (no limit) and stays so; to give it a limit, set it or type one.`,
  );

export const unitsWithoutSize = (row: number, item: string) =>
  fit(`${where('Costs', row, item)}: Basis is per unit, so Patients per unit must be above 0, e.g. 150.`);
export const shareMovedTooFar = (title: string, row: number, label: string, header: string, value: number) =>
  fit(
    `${valuePlace(title, row, label, header)} is ${shown(value)}; a share moves by -1 to 1, ${shareExample(Math.abs(value))}.`,
  );
export const monthsNotWhole = (title: string, row: number, label: string, header: string, value: number) =>
  fit(`${valuePlace(title, row, label, header)} is ${shown(value)}; give a whole number of months to add, e.g. 3.`);
export const sizeNotPositive = (title: string, row: number, label: string, header: string) =>
  fit(`${valuePlace(title, row, label, header)} leaves no patients per unit; give a value above 0.`);
export const noScenarioColumn = () =>
  'Scenarios has no scenario column; add one with the scenario’s name as its header, e.g. Expected.';
export const monthMultiplied = (title: string, row: number, driver: string) =>
  fit(`${title}, row ${row}: ${driver} is a month; set it to a month or add months to it, it cannot be multiplied.`);
export const wrongScope = (title: string, row: number, driver: string, scope: string) =>
  fit(`${title}, row ${row}: ${driver} does not depend on ${scope}; leave ${scope} blank.`);
export const nothingInScope = (title: string, row: number, driver: string) =>
  fit(`${title}, row ${row}: nothing matches: no ${driver} has this program, payer and item together.`);
export const contradiction = (title: string, row: number, other: number, driver: string) =>
  fit(
    `${title}, rows ${other} and ${row} both set ${driver} from the same month to different values; keep one, or name the program or payer each is for.`,
  );
export const startNotADate = (row: number, value: unknown) =>
  fit(
    `Settings, row ${row} (Start month) is ${dateShown(value)}; type a date in the first month, e.g. 2027-01-01, or leave it blank to count months 1, 2, 3.`,
  );
export const settingIgnored = (row: number, name: string, likely: string | null, settings: readonly string[]) =>
  fit(
    `Settings, row ${row}: “${brief(name)}” is not a setting and is ignored; ${likely ? `did you mean ${likely}?` : `the settings are ${list(settings, 6)}.`}`,
  );
export const clipped = (what: string, months: string, value: number, to: number) =>
  fit(
    `${what} becomes ${shown(value)} ${months} and is held at ${to > 0 && to < 1e-300 ? 'just above 0' : shown(to)}.`,
  );
/** @param months how many months cross the limit */
export const guardrailCrossed = (
  line: string,
  scenario: string | null,
  month: string,
  reached: string,
  crosses: string,
  limit: string,
  months: number,
  advice: string,
) =>
  fit(
    `${line}${scenario === null ? '' : `, scenario ${brief(scenario, 30)}`}: ${reached} in ${month} is ${crosses} the limit of ${limit}${months === 1 ? '' : `, the worst of ${count(months)} months`}. ${advice}`,
  );
const whenUnbillable = (scenario: string | null, month: string, months: number) =>
  `in ${month}${months === 1 ? '' : ` (${count(months)} months in all)`}${scenario === null ? '' : `, scenario ${brief(scenario, 30)}`}`;
/** @param months how many months nobody is billable in */
export const noMinutesLeft = (
  row: number,
  label: string,
  scenario: string | null,
  month: string,
  months: number,
  program: string,
) =>
  fit(
    `${where('Payer mix', row, label)}: the care team of ${brief(program, 30)} has no minutes ${whenUnbillable(scenario, month, months)}, so nobody is billable; see units, minutes, Starts and Ends on Costs.`,
  );
export const thresholdTakenAway = (
  row: number,
  label: string,
  scenario: string | null,
  month: string,
  months: number,
) =>
  fit(
    `${where('Payer mix', row, label)}: Threshold minutes becomes 0 ${whenUnbillable(scenario, month, months)} and Eligibility realization is blank, so nobody is billable; set both.`,
  );
export const findingsMore = (text: string, more: number) => {
  const tail = more === 0 ? '' : ` (${count(more)} more: see PPPM.CHECKMODEL)`;
  return fit(text, tail.length) + tail;
};
/** @param given what was given, in words */
export const lineMonth = (what: string, given: string, months: number, dates: string | null) =>
  fit(
    `${what} is ${given}; give a month number from 1 to ${months}${dates ? ` or a date from ${dates}` : '; dates need a Start month in Settings'}.`,
  );
/** @param from, last the months' texts */
export const monthsReversed = (from: string, last: string) =>
  fit(`to is ${last}, before from, which is ${from}; give the same month or a later one.`);
export const notFinite = () =>
  'The answer is too large to show; look for a slip in the inputs, e.g. with PPPM.CHECKMODEL.';
export const ourFault = (id: string, error: unknown) =>
  fit(`PPPM.${id} failed on these inputs; please report it with them: ${String(error)}`);
export const realizationIgnored = (row: number, label: string) =>
  fit(
    `${where('Payer mix', row, label)}: Eligibility realization is not used, because Threshold minutes is given; clear one of them.`,
  );
export const noMinutes = (row: number, label: string, program: string) =>
  fit(
    `${where('Payer mix', row, label)}: Threshold minutes needs a care team: give Minutes per unit to a care-team item by the unit on Costs that serves ${brief(program, 30)} or all programs.`,
  );
export const staffingWithoutUnits = (row: number, item: string, staffing: string) =>
  fit(
    `${where('Costs', row, item)}: Staffing ${staffing} is for the category care team with basis per unit; leave it blank, or change those.`,
  );
