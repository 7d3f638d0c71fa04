/** What is worth knowing about tables that can be forecast: inputs that change nothing, are held at their bounds, or lead somewhere unexpected. */
import type { DayInMonth } from '../reading/date-cell';
import { CHANGES } from '../schemas/changes';
import { COSTS } from '../schemas/costs';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import type { Column } from '../schemas/column';
import { SETTING_HEADER, SETTINGS } from '../schemas/settings';
import type { Place } from './place';
import { brief, columnOf, count, fit, inCell, inRow, inRowNumber, list, shown } from './wording';

// What is not read.
export const columnIgnored = (place: Place, likely: string) =>
  fit(`${place.table} has a column “${columnOf(place, 40)}”, which is not read; did you mean ${likely}?`);
/** @param advice what the name most likely means, where it is known */
export const settingIgnored = (
  place: Place,
  name: string,
  likely: string | null,
  settings: readonly string[],
  advice: string | null,
) =>
  fit(
    `${inRowNumber(place)}: “${brief(name)}” is not a setting and is ignored; ${likely ? `did you mean ${likely}?` : (advice ?? `the settings are ${list(settings, 6)}.`)}`,
  );
const inColumn = (place: Place, position: number, length = 40): string =>
  `${place.table}, column ${count(position)}${place.column ? ` “${columnOf(place, length)}”` : ''}`;
/** @param position of the column, counted from 1 */
export const columnUnread = (place: Place, position: number, advice: string) =>
  fit(`${inColumn(place, position)} is not read: ${advice}`);
export const columnUnknown = (place: Place, position: number, missing: readonly string[]) =>
  fit(
    `${inColumn(place, position)} is not read. ${missing.length ? `If it is ${missing.length > 1 ? 'one of ' : ''}${list(missing, 4, 24)}, give it that header` : 'If it is an input, give it the header of one'}; if it is a remark, call it Note.`,
  );
export const columnWithoutHeader = (place: Place, position: number) =>
  fit(
    `${inColumn({ ...place, column: null }, position)} holds values but has no header, so it is not read; give it a header, or move it away from the table.`,
  );
export const readAsScenario = (place: Place, position: number, advice: string) =>
  fit(`${inColumn(place, position, 20)} is read as a scenario. If it is none, move it away from the table: ${advice}`);
export const monthsAsColumns = (place: Place, headers: readonly string[]) =>
  fit(
    `${place.table} has months as headers (${list(headers, 3, 12)}), which are not read: give the first month’s value in its own column, and each later one as a row of ${CHANGES.title} with ${CHANGES.header.fromMonth}, ${CHANGES.header.driver}, set and ${CHANGES.header.value}.`,
  );
export const monthsAsScenarios = (place: Place, headers: readonly string[]) =>
  fit(
    `${place.table} has months as headers (${list(headers, 3, 12)}), each read as a scenario of that name; values by month are rows of ${CHANGES.title} with ${CHANGES.header.fromMonth}, ${CHANGES.header.driver}, set and ${CHANGES.header.value}.`,
  );
export const columnsAbsent = (place: Place, absent: readonly Column[]) =>
  fit(
    `${place.table} has no ${list(
      absent.map(({ header, fallbackText }) => `${header} (${fallbackText})`),
      4,
      40,
    )}; what stands in brackets is taken. Add a column if you mean otherwise.`,
  );

/** @param periods stretches of months between which the fee schedule or a planned change begins or ends */
export const scenariosNotLookedAt = (
  place: Place,
  left: readonly string[],
  rows: number,
  months: number,
  periods: number,
) =>
  fit(
    `${place.table}: ${list(left, 3, 16)} ${left.length > 1 ? 'are' : 'is'} not looked at: ${count(rows)} rows × ${count(months)} months, with changes in ${count(periods)} of them, take too long. Use fewer rows or months, or fewer months in which changes begin or end.`,
  );

// Where what is not read goes.
export const readInstead = (header: string) => `“${brief(header)}” is read instead; keep one.`;
export const goesToSettings = (header: string) =>
  `${brief(header)} is a setting; give it as a row of ${SETTINGS.title}.`;
export const goesToTable = (header: string, table: string) =>
  `${brief(header)} is a column of ${brief(table)}; give it there.`;

// Rows that add up others.
export const rollUpSkipped = (place: Place) =>
  fit(
    `${inRow(place)} is read as a total of other rows and left out; if it is a row of its own, give it a name without total or sum.`,
  );
export const mayBeRollUp = (place: Place) =>
  fit(
    `${inRow(place)} is charged as an item of its own. If it is a total of other rows, call it Subtotal, and it is left out.`,
  );
export const sumOfOthers = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is the sum of rows above or of its category, and counts as well; if it is their total, call it Subtotal, and it is left out.`,
  );

// What is not given, and decides the answer.
export const nobodyLeaves = (place: Place, scenario: string | null) =>
  fit(
    `${inRow(place)}: nobody leaves in any month${inScenario(scenario)}, as all rates of leaving are blank or 0; give ${PANEL.header.disengagementRate} or others, or the word zero if you mean none.`,
  );
/** @param more rows of which the same holds */
export const paysAtOnce = (place: Place, scenario: string | null, more: number) =>
  fit(
    `${inRow(place)}${more ? `, and ${count(more)} more` : ''}: ${columnOf(place, 16)} is blank or 0 in all months${inScenario(scenario)}, so cash comes at once; give days, e.g. 30, or the word zero.`,
  );
const eligibleInWords = (eligible: number): string =>
  eligible === Infinity ? 'no limit of eligible patients' : `${shown(eligible)} eligible patients`;
const ofAll = (distinctPatients: number): string =>
  `${SETTING_HEADER.distinctPatients} in ${SETTINGS.title} is ${shown(distinctPatients)}`;
export const morePatientsThanThereAre = (place: Place, eligible: number, distinctPatients: number) =>
  fit(
    `${inRow(place)} has ${eligibleInWords(eligible)}, but ${ofAll(distinctPatients)}. Lower the one or raise the other.`,
  );
/** @param programs of which a patient can be billed for one in a month */
export const patientsCountedTwice = (
  place: Place,
  programs: readonly string[],
  eligible: number,
  distinctPatients: number,
) =>
  fit(
    `${inRowNumber(place)}: ${list(programs, 3, 12)} may not be billed for one patient in a month. Together they have ${eligibleInWords(eligible)}, but ${ofAll(distinctPatients)}: count each in one of them.`,
  );
export const noCareTeam = (place: Place, scenario: string | null) =>
  fit(
    `${inRow(place)} has patients but no care-team cost in any month${inScenario(scenario)}; add its care team to ${COSTS.title}, with ${COSTS.header.amount} zero if it costs nothing.`,
  );

// Months.
export const dayInsideMonth = (place: Place, { day, month, typed, meant }: DayInMonth) =>
  fit(
    meant
      ? `${inCell(place)} is ${day}: did you mean ${meant.words}? It counts as ${month}; type ${meant.typed} or ${typed}.`
      : `${inCell(place)} is ${day}, a day inside ${month}, and counts as that month; type ${typed}.`,
  );

// Programs and payers.
export const nobodyConverts = (place: Place) =>
  fit(`${inRow(place)}: there are referrals but ${columnOf(place)} is blank or 0, so nobody enrolls.`);
export const nobodyToConvert = (place: Place) =>
  fit(
    `${inRow(place)}: ${PANEL.header.conversionRate} is given but ${columnOf(place)} is blank or 0, so nobody enrolls.`,
  );
export const staysEmpty = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} and ${PANEL.header.referrals} are both blank or 0, so the program stays empty.`,
  );
export const launchesTooLate = (place: Place, launch: string, last: string) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is ${launch}, after the last month of the forecast, ${last}; the program stays empty.`,
  );
export const serviceMinutesIgnored = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is not used, because no payer of the program has ${PAYER_MIX.header.thresholdMinutes}.`,
  );
/** @param given the column that is */
export const appealsWithoutEffect = (place: Place, given: string) =>
  fit(`${inRow(place)}: ${given} is given but ${columnOf(place)} is blank or 0, so appeals win nothing.`);
export const patternLeaves = (place: Place, total: number) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} adds to ${count(100 * total)}%; the rest is never paid, and bad debt. If all is paid, let the shares add to 100%.`,
  );
export const daysToPayIgnored = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is not used, because ${PAYER_MIX.header.paymentPattern} is given; clear one of them.`,
  );
export const withoutThreshold = (place: Place) =>
  fit(`${inRow(place)}: ${columnOf(place)} is not used, because ${PAYER_MIX.header.thresholdMinutes} is blank.`);
export const realizationIgnored = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is not used, because ${PAYER_MIX.header.thresholdMinutes} is given; clear one of them.`,
  );

// Costs and the care team.
export const startsTooLate = (place: Place, start: string, last: string) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is ${start}, after the last month of the forecast, ${last}; it is never charged.`,
  );
export const unitsIgnored = (place: Place, basis: string) =>
  fit(
    `${inRow(place)}: ${COSTS.header.basis} is ${basis}, so ${COSTS.header.patientsPerUnit} and ${COSTS.header.minimumUnits} are not used; for whole units choose per unit.`,
  );
export const increaseIgnored = (place: Place) =>
  fit(`${inRow(place)}: ${columnOf(place)} is not used where ${COSTS.header.basis} is percent of cash.`);
export const chargedTwice = (place: Place, first: number) =>
  fit(`${inRow(place)} is the same as row ${first}; both are charged. Delete one if it was pasted twice.`);
export const unitsOnDutyIgnored = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is not used, because ${COSTS.header.staffing} is blank (unlimited); choose planned or as needed.`,
  );
export const nobodyOnDuty = (place: Place) =>
  fit(
    `${inRow(place)}: ${COSTS.header.staffing} is planned but ${columnOf(place)} is blank or 0, so there is no place for a new patient.`,
  );
export const minutesIgnored = (place: Place) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} is not used, because no payer it serves has ${PAYER_MIX.header.thresholdMinutes} on ${PAYER_MIX.title}.`,
  );
export const productiveShareIgnored = (place: Place) =>
  fit(`${inRow(place)}: ${columnOf(place)} is not used, because ${COSTS.header.minutesPerUnit} is blank.`);

// Planned changes and scenarios.
export const changesTooLate = (place: Place, from: string, last: string) =>
  fit(
    `${inRow(place)}: ${CHANGES.header.fromMonth} is ${from}, after the last month of the forecast, ${last}; it changes nothing.`,
  );
export const noUnitsToMove = (place: Place, driver: string) =>
  fit(
    `${inRow(place)}: only cost items with the ${COSTS.header.basis} per unit have ${driver}, and none is meant; it changes nothing.`,
  );
export const nothingToMove = (place: Place, driver: string) =>
  fit(`${inRow(place)}: no row has a ${driver} that this could change; it changes nothing.`);
export const unitsNotPlanned = (place: Place, driver: string) =>
  fit(
    `${inRow(place)}: only items with ${COSTS.header.staffing} planned or as needed have ${driver}, and none is meant; it changes nothing.`,
  );
export const realizationFromMinutes = (place: Place) =>
  fit(
    `${inRow(place)}: the rows meant have ${PAYER_MIX.header.thresholdMinutes}, so their realization follows from minutes; it changes nothing.`,
  );
export const patternDecides = (place: Place) =>
  fit(`${inRow(place)}: the rows meant have a ${PAYER_MIX.header.paymentPattern}, which decides; it changes nothing.`);
export const receivableIsOfTheStart = (place: Place) =>
  fit(
    `${inRow(place)}: ${PAYER_MIX.header.openingReceivable} counts in month 1 only; from a later month on it changes nothing.`,
  );
export const noThresholdToMeet = (place: Place) =>
  fit(`${inRow(place)}: none of the rows meant has ${PAYER_MIX.header.thresholdMinutes}; it changes nothing.`);
export const limitStays = (place: Place, driver: string) =>
  fit(`${inRow(place)}: ${driver} is blank (no limit) and stays so; to give it a limit, set it or type one.`);

// What only a forecast shows.
export const clipped = (what: string, months: string, value: number, to: number) =>
  fit(`${what} becomes ${shown(value)} ${months} and is held at ${shown(to)}.`);

/** The worst of the months in which a line crosses its limit. */
export interface Crossing {
  line: string;
  /** null is the forecast without a scenario. */
  scenario: string | null;
  month: string;
  /** Value and limit as people read them. */
  value: string;
  side: 'under' | 'over';
  limit: string;
  /** How many months cross the limit. */
  months: number;
  advice: string;
}
export const guardrailCrossed = ({ line, scenario, month, value, side, limit, months, advice }: Crossing) =>
  fit(
    `${line}${inScenario(scenario)}: ${value} in ${month} is ${side} the limit of ${limit}${months === 1 ? '' : `, the worst of ${count(months)} months`}. ${advice}`,
  );

/** The months in which something is the case. */
export interface InMonths {
  /** null is the forecast without a scenario. */
  scenario: string | null;
  /** The first of them. */
  month: string;
  months: number;
}
const when = ({ scenario, month, months }: InMonths): string =>
  `in ${month}${months === 1 ? '' : ` (${count(months)} months in all)`}${inScenario(scenario)}`;
const inScenario = (scenario: string | null): string => (scenario === null ? '' : `, scenario ${brief(scenario, 30)}`);

export const noMinutesLeft = (place: Place, unbillable: InMonths, program: string) =>
  fit(
    `${inRow(place)}: the care team of ${brief(program, 30)} has no minutes ${when(unbillable)}, so nobody is billable; see units, minutes, ${COSTS.header.startMonth} and ${COSTS.header.endMonth} on ${COSTS.title}.`,
  );
export const thresholdTakenAway = (place: Place, unbillable: InMonths) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} becomes 0 ${when(unbillable)} and ${PAYER_MIX.header.realizationRate} is blank, so nobody is billable; set both.`,
  );
/** @param inMonths with patients */
export const teamMissing = (place: Place, inMonths: InMonths, program: string) =>
  fit(
    `${inRowNumber(place)}: ${when(inMonths)} no planned or as-needed item of ${brief(program, 30)} is charged, so nothing limits its panel and nobody is paid for it; see ${COSTS.header.startMonth} and ${COSTS.header.endMonth}.`,
  );
/** @param month in which the item was charged, and @param inMonths after it in which its start is moved */
export const movedAfterCharge = (place: Place, inMonths: InMonths, item: string, month: string) =>
  fit(
    `${inRowNumber(place)}: ${brief(item, 30)} is charged once, in ${month}; another ${COSTS.header.startMonth} ${when(inMonths)} does nothing. To move it, let the change hold from ${month} on, or earlier.`,
  );

/** @param cells that no table covers */
export const dataBelow = ({ table }: Place, cells: string) =>
  fit(
    `${cells} stands below the table ${table}, so nothing reads it; drag the table’s lower right corner over it, or move it to another sheet.`,
  );
export const dataBeside = ({ table }: Place, cells: string) =>
  fit(
    `${cells} stands beside the table ${table}, so nothing reads it; drag the table’s lower right corner over it, or move it to another sheet.`,
  );

// Months that are over.
export const asOfWithoutActuals = (place: Place) =>
  fit(`The As-of month is set, but there is no table ${place.table}: all months are forecast.`);
export const actualsBeforeStart = (place: Place, rows: number) =>
  fit(`${place.table}: ${count(rows)} rows are of months before the ${SETTING_HEADER.startMonth}, and not read.`);
export const actualsBehindEnd = (place: Place, rows: number) =>
  fit(`${place.table}: ${count(rows)} rows are of months behind the last of the forecast, and not read.`);
export const actualsAfterAsOf = (place: Place, rows: number, month: string) =>
  fit(`${place.table}: ${count(rows)} rows are of months after ${month}, where actual months end, and not read.`);
export const launchedWithoutActuals = (place: Place, program: string, panelRow: number, month: string) =>
  fit(
    `${PANEL.title}, row ${count(panelRow)}: ${brief(program)} is launched in a month that is over, but has no rows on ${place.table}; it is taken to be launched in ${month}. Add its rows, or move its launch.`,
  );
export const staffIsReconstructed = (place: Place, month: string) =>
  fit(
    `${place.table} up to ${month} tell nothing of the care team: units on duty, in training and on order are those that the ${COSTS.title} rows would have had for these patients.`,
  );
