/** What is worth knowing about tables that can be forecast: inputs that change nothing, are held at their bounds, or lead somewhere unexpected. */
import type { DayInMonth } from '../reading/date-cell';
import { CHANGES } from '../schemas/changes';
import { COSTS } from '../schemas/costs';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import type { Place } from './place';
import { brief, columnOf, count, fit, inCell, inRow, inRowNumber, list, shown } from './wording';

// What is not read.
export const columnIgnored = (place: Place, likely: string) =>
  fit(`${place.table} has a column “${columnOf(place, 40)}”, which is not read; did you mean ${likely}?`);
export const settingIgnored = (place: Place, name: string, likely: string | null, settings: readonly string[]) =>
  fit(
    `${inRowNumber(place)}: “${brief(name)}” is not a setting and is ignored; ${likely ? `did you mean ${likely}?` : `the settings are ${list(settings, 6)}.`}`,
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
export const noThresholdToMeet = (place: Place) =>
  fit(`${inRow(place)}: none of the rows meant has ${PAYER_MIX.header.thresholdMinutes}; it changes nothing.`);
export const limitStays = (place: Place, driver: string) =>
  fit(`${inRow(place)}: ${driver} is blank (no limit) and stays so; to give it a limit, set it or type one.`);

// What only a forecast shows.
export const clipped = (what: string, months: string, value: number, to: number) =>
  fit(
    `${what} becomes ${shown(value)} ${months} and is held at ${to > 0 && to < 1e-300 ? 'just above 0' : shown(to)}.`,
  );

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

/** The months in which a payer's patients cannot be billed. */
export interface Unbillable {
  /** null is the forecast without a scenario. */
  scenario: string | null;
  /** The first of them. */
  month: string;
  months: number;
}
const when = ({ scenario, month, months }: Unbillable): string =>
  `in ${month}${months === 1 ? '' : ` (${count(months)} months in all)`}${inScenario(scenario)}`;
const inScenario = (scenario: string | null): string => (scenario === null ? '' : `, scenario ${brief(scenario, 30)}`);

export const noMinutesLeft = (place: Place, unbillable: Unbillable, program: string) =>
  fit(
    `${inRow(place)}: the care team of ${brief(program, 30)} has no minutes ${when(unbillable)}, so nobody is billable; see units, minutes, ${COSTS.header.startMonth} and ${COSTS.header.endMonth} on ${COSTS.title}.`,
  );
export const thresholdTakenAway = (place: Place, unbillable: Unbillable) =>
  fit(
    `${inRow(place)}: ${columnOf(place)} becomes 0 ${when(unbillable)} and ${PAYER_MIX.header.realizationRate} is blank, so nobody is billable; set both.`,
  );
