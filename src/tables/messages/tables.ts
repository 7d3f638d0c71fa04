/** What is wrong in a table, so that nothing is forecast: the table itself, its columns, rows and cells, and what they do not make together. */
import { likelySlip, nearestNames } from '../reading/nearest';
import type { PatternProblem } from '../reading/payment-pattern';
import type { Likely } from '../reading/date-cell';
import type { Column } from '../schemas/column';
import { COSTS } from '../schemas/costs';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import { SETTING_HEADER, SETTINGS } from '../schemas/settings';
import type { Place } from './place';
import {
  aNumber,
  aShare,
  brief,
  columnOf,
  count,
  dateAsked,
  fit,
  inCell,
  inRow,
  inRowNumber,
  list,
  oneOf,
  shareExample,
  shown,
  shownBeside,
  spellsZero,
  unknownName,
  upToOne,
  within,
} from './wording';

// The table and its columns.
export const tableMissing = ({ table }: Place, excelName: string) =>
  fit(`${table} is not given; select the whole table with its header row, e.g. ${excelName}[#All].`);
export const tableEmpty = ({ table }: Place) =>
  fit(`${table} has a header but no rows; type at least one row below it.`);
export const tooManyRows = ({ table }: Place, rows: number, most: number) =>
  fit(
    `${table} has ${count(rows)} rows with content; at most ${count(most)} are read. Select the table itself, or add up rows that are alike.`,
  );
export const columnMissing = (place: Place, found: readonly string[]) => {
  const likely = likelySlip(place.column ?? '', found);
  const instead = likely ? `is it “${brief(likely)}”? Found` : 'found';
  return fit(
    `${place.table} has no column “${columnOf(place)}”; ${found.length ? `${instead} ${list(found, 8, 18)}` : 'the first row must hold the headers'}.`,
  );
};
/** @param header as the table writes it */
export const columnTwice = ({ table }: Place, header: string) =>
  fit(`${table} has the column “${brief(header)}” twice; keep one.`);
export const tooManyScenarios = ({ table }: Place, columns: number, most: number) =>
  fit(
    `${table} has ${count(columns)} scenario columns; at most ${count(most)} are read. Move others away from the table, and columns that are no scenarios.`,
  );
export const noScenarioColumn = ({ table }: Place) =>
  fit(`${table} has no scenario column; add one with the scenario’s name as its header, e.g. Expected.`);

// Rows.
export const rowTwice = (place: Place, first: number) =>
  fit(`${inRow(place)} repeats row ${first}; keep one row, or give it another name.`);
/** @param lacking the headers of the cells that are not given */
export const rowIncomplete = (place: Place, lacking: readonly string[]) =>
  fit(
    `${inRow(place)} is incomplete: ${list(lacking, 5, 24)} are blank or 0; give them, or the word zero where you mean none.`,
  );
/** @param places of all rows that give the name */
export const nameNowhere = (place: Place, name: string, names: readonly string[], places: readonly Place[]) => {
  const advice = names.length ? `or did you mean ${brief(list(nearestNames(name, names), 3, 20), 30)}?` : 'or add it.';
  return fit(
    `${columnOf(place)} “${brief(name, 30)}” is not known, but named in ${brief(rowsOfTables(places), 90)}. Change or delete those rows, ${advice}`,
  );
};
/** “Changes, row 1; Scenarios, rows 4 and 5” */
function rowsOfTables(places: readonly Place[]): string {
  const tables = [...new Set(places.map(({ table }) => table))];
  return tables
    .map((table) => {
      const rows = places.flatMap((place) => (place.table === table && place.row !== null ? [place.row] : []));
      return `${table}, ${rows.length === 1 ? 'row' : 'rows'} ${runs(rows)}`;
    })
    .join('; ');
}
/** “4, 7 to 9 and 12”; those after the sixth are counted. */
function runs(rows: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const row of rows) {
    const last = parts[parts.length - 1];
    if (last && row === last[1] + 1) last[1] = row;
    else parts.push([row, row]);
  }
  const words = parts.map(([first, last]) =>
    first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first} to ${last}`,
  );
  return list(words, 6);
}
export const nameNotThere = (place: Place, name: string, names: readonly string[]) =>
  unknownName(`${inRowNumber(place)}: ${columnOf(place)}`, name, names);

// One cell.
export const cellMissing = (place: Place, column: Column) =>
  fit(
    `${inCell(place)} is blank or 0; ${column.type === 'text' ? 'give a name' : column.type === 'choice' ? `give ${oneOf(column.choices)}` : column.type === 'month' ? 'give a month, e.g. 2027-04-01' : `give a value${'lower' in column && column.lower > 0 ? '' : ', or the word zero if you mean none'}`}.`,
  );
export const cellNotText = (place: Place, value: unknown) => fit(`${inCell(place)} is ${shown(value)}; give a name.`);
export const cellNotAChoice = (place: Place, choices: readonly string[], value: unknown) =>
  fit(`${inCell(place)} is ${shown(value)}; give ${oneOf(choices)}.`);
export const cellNotANumber = (place: Place, column: Column, value: unknown) => {
  const { type, lower, fallbackText } = column;
  const asked = type === 'share' ? aShare(value, lower) : aNumber(value, { lower });
  return fit(
    `${inCell(place)} is ${shown(value)}; give ${spellsZero(value) && lower <= 0 ? 'the word zero if you mean none' : asked}${fallbackText ? `; blank = ${fallbackText}` : ''}.`,
  );
};
export const cellOutOfBounds = (place: Place, column: Column, value: number) => {
  const { type, unit, lower, upper } = column;
  const example = unit === '%' && value > upper ? `, ${shareExample(value, upper)}` : '';
  return fit(
    `${inCell(place)} is ${shownBeside(value, lower, upper)}; give ${type === 'share' ? aShare(value, lower) : within(lower, upper) + example}.`,
  );
};
export const cellNotWhole = (place: Place, value: number) =>
  fit(`${inCell(place)} is ${shownBeside(value)}; give a whole number.`);

// Months.
export const monthNotAMonth = (place: Place, value: unknown) =>
  fit(`${inCell(place)}${dateAsked(value, 'type a date in the month, e.g. 2027-04-01, or a month number such as 4')}.`);
/** @param meant the month that was likely meant */
export const monthBeforeStart = (place: Place, month: string, start: string, meant: Likely | null) =>
  fit(
    `${inCell(place)} is ${month}, before the start month ${start}; ${meant ? `did you mean ${meant.words}? Then type ${meant.typed}.` : `give ${start} or later, or leave it blank where that means from the start.`}`,
  );
export const dateWithoutStart = (place: Place) =>
  fit(
    `${inCell(place)} is a date, but ${SETTINGS.title} has no ${SETTING_HEADER.startMonth}; give one there, or a month number such as 4.`,
  );
/** @param first the column of the first month */
export const endsBeforeStart = (place: Place, first: string) =>
  fit(`${inRow(place)}: ${columnOf(place)} lies before ${first}; give the same month or a later one.`);
export const startNotADate = (place: Place, value: unknown) =>
  fit(
    `${inRow(place)}${dateAsked(value, 'type a date in the first month, e.g. 2027-01-01, or leave it blank to count months 1, 2, 3')}.`,
  );

// Panel and Payer mix.
export const panelCausesExceedOne = (place: Place, total: number) =>
  fit(
    `${inRow(place)}: the four monthly attrition rates add to ${shownBeside(total, 1)}; together they are at most 1 (100%).`,
  );
export const openingExceedsEligible = (place: Place, opening: number, eligible: number) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} ${shownBeside(opening, eligible)} exceed ${PANEL.header.eligiblePatients} ${shown(eligible)}; eligible counts those already enrolled too.`,
  );
export const programWithoutPayers = (place: Place) =>
  fit(`${inRow(place)} has no rows in ${PAYER_MIX.title}; add its payers there, shares adding to 100%.`);
export const payerSharesNotOne = (place: Place, program: string, total: number) =>
  fit(
    `${place.table}: ${columnOf(place)} of ${brief(program)} adds to ${shownBeside(total, 1)}; the shares of a program add to 1 (100%): ${upToOne(total)}.`,
  );
const NO_PATTERN: Readonly<Record<PatternProblem, (typed: string) => string>> = {
  'no shares': () => 'has no shares',
  'one number': (typed) =>
    `is the one number ${brief(typed, 20)}; days go to ${PAYER_MIX.header.daysToPay}, a share has the sign %`,
  'a date': () => 'is a date: Excel takes 10/20/30 for one',
  'not a share': (typed) => `“${brief(typed, 40)}” is not made of shares`,
  'exceeds one': (typed) => `“${brief(typed, 40)}” adds to more than 100%`,
  nothing: (typed) => `“${brief(typed, 40)}” adds to nothing`,
};
export const patternUnreadable = (place: Place, problem: PatternProblem, typed: string) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} ${NO_PATTERN[problem](typed)}. Type shares with spaces between, e.g. 20% 50% 30%.`,
  );
export const patternTooLong = (place: Place, shares: number, most: number) =>
  fit(`${inRow(place)}: ${columnOf(place)} has ${count(shares)} shares; give at most ${count(most + 1)}.`);
export const noMinutes = (place: Place, program: string) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} needs a care team: give ${COSTS.header.minutesPerUnit} to a care-team item by the unit on ${COSTS.title} that serves ${brief(program, 30)} or all programs.`,
  );

// Costs.
export const unitsWithoutSize = (place: Place) =>
  fit(`${inRow(place)}: ${COSTS.header.basis} is per unit, so ${columnOf(place)} must be above 0, e.g. 150.`);
export const staffingWithoutUnits = (place: Place, staffing: string) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} ${staffing} is for the category care team with basis per unit; leave it blank, or change those.`,
  );

// Changes and Scenarios.
export const scenarioNotANumber = (place: Place, value: unknown) =>
  fit(
    `${inCell(place)} is ${shown(value)}; give ${aNumber(value, { usual: 1.1 })}; blank = no change. A column that is no scenario belongs outside the table.`,
  );
export const shareMovedTooFar = (place: Place, value: number) => {
  const example = shareExample(Math.abs(value));
  const downward = example.replace('at most ', 'at least -').replace(/(e\.g\. | or )/g, '$1-');
  return fit(`${inCell(place)} is ${shown(value)}; a share moves by -1 to 1, ${value < 0 ? downward : example}.`);
};
export const monthsNotWhole = (place: Place, value: number) =>
  fit(`${inCell(place)} is ${shown(value)}; give a whole number of months to add, e.g. 3.`);
export const sizeNotPositive = (place: Place) =>
  fit(`${inCell(place)} leaves no patients per unit; give a value above 0.`);
/** @param item that has such units, and @param month the first in which they are paid */
export const unitsForNobody = (place: Place, value: number, item: string, month: string) =>
  fit(
    `${inCell(place)} makes ${COSTS.header.patientsPerUnit} of ${brief(item, 30)} ${shown(value)} in ${month}, so that no unit serves anybody; keep them above 0, or end the item before.`,
  );
export const monthMultiplied = (place: Place, driver: string) =>
  fit(`${inRowNumber(place)}: ${driver} is a month; set it to a month or add months to it, it cannot be multiplied.`);
export const wrongScope = (place: Place, driver: string) =>
  fit(`${inRowNumber(place)}: ${driver} does not depend on ${columnOf(place)}; leave ${columnOf(place)} blank.`);
export const nothingInScope = (place: Place, driver: string) =>
  fit(`${inRowNumber(place)}: nothing matches: no ${driver} has this program, payer and item together.`);
export const contradiction = ({ table, row }: Place, other: number, driver: string) =>
  fit(
    `${table}, rows ${other} and ${row} both set ${driver} from the same month to different values; keep one, or name the program or payer each is for.`,
  );

// Months that are over.
export const actualWithoutPayer = (place: Place, program: string) =>
  fit(`${inRow(place)}: ${columnOf(place)} is blank, and ${brief(program)} has several payers; give a row for each.`);
export const closingDoesNotTie = (place: Place, closing: number, expected: number) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is ${shown(closing)}, but opening + new − lost is ${shown(expected)}; put right the one that is wrong.`,
  );
export const openingDoesNotTie = (place: Place, opening: number, closing: number, earlier: number) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is ${shown(opening)}, but the month before, row ${count(earlier)}, closes with ${shown(closing)}; put right the one that is wrong.`,
  );
export const actualMissing = (place: Place, program: string, payer: string, month: string, more: number) =>
  fit(
    `${place.table} has no row of ${brief(program, 30)}, ${brief(payer, 30)} in ${month}${more ? ` (and ${count(more)} more are missing)` : ''}; from a program’s first month on give every payer every month, without patients too.`,
  );
export const actualsEndEarlier = (place: Place, month: string, last: string) =>
  fit(
    `${place.table}: the As-of month is ${month}, but the rows of some program end with ${last}; add the rows, or set the As-of month to ${last} or earlier.`,
  );
