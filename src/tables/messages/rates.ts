/** What is said of Medicare's rates, to whoever asks for one: in a worksheet function, in Payer mix, on the Rates page. */
import { rateBook, type Locality } from '../../rates/book';
import type { BundleFinding } from '../../rates/bundle-findings';
import type { BilledOnce } from '../../rates/billed-once';
import { NATIONAL } from '../../rates/locality';
import type { RateProblem } from '../../rates/rate-error';
import { InputError } from './input-error';
import { CHANGES } from '../schemas/changes';
import { PAYER_MIX } from '../schemas/payer-mix';
import { SETTING_HEADER, SETTINGS } from '../schemas/settings';
import type { Place } from './place';
import { brief, columnOf, dateAsked, fit, inCell, inRow, LONGEST_MESSAGE, shown, unknownName } from './wording';

/** #N/A where the book has no amount to give; #VALUE! where the question can be put right. */
const NOT_AVAILABLE: ReadonlySet<RateProblem['what']> = new Set([
  'beforeLife',
  'afterLife',
  'beforeBook',
  'afterBook',
  'contractorPriced',
  'noFacilityAmount',
]);

export const rateInputError = (problem: RateProblem): InputError =>
  new InputError(rateProblem(problem), NOT_AVAILABLE.has(problem.what) ? 'notAvailable' : 'invalidValue');

export function rateProblem(problem: RateProblem): string {
  switch (problem.what) {
    case 'unknownCode':
      if (/[+*×,;\n]/.test(problem.code))
        return fit(
          `code is “${brief(problem.code)}”, which is more than one code; give one code a cell, or price a sum with PPPM.ALLOWED.`,
        );
      return unknownName('code', problem.code, [...rateBook().codes.keys()]);
    case 'unknownLocality':
      return unknownName('locality', problem.locality, nearbyPlaces(problem.locality));
    case 'severalLocalities':
      return severalLocalities(problem.state, problem.localities);
    case 'beforeLife':
      return fit(`${brief(problem.code, 20)} is not available on ${problem.date}: it starts ${problem.from}.`);
    case 'afterLife':
      return fit(`${brief(problem.code, 20)} is not available on ${problem.date}: it ended ${problem.to}.`);
    case 'beforeBook':
      return fit(`No amount for ${problem.date}: the rate book starts ${problem.first}. Give a date from then on.`);
    case 'afterBook':
      return fit(
        `No fee schedule for ${problem.date.slice(0, 4)} is published in this rate book; the last one is ${problem.last.slice(0, 4)}. Give a date up to ${problem.last}, or leave it blank for the last schedule.`,
      );
    case 'contractorPriced':
      return fit(
        `${brief(problem.code, 20)} has no national amount: each Medicare contractor sets its own price. Ask yours and type it.`,
      );
    case 'noFacilityAmount':
      return fit(
        `${brief(problem.code, 20)} has no facility amount: the fee schedule marks it as not applicable (NA). Use the care setting nonfacility.`,
      );
    case 'unreadableBundle':
      return fit(
        `codes has “${brief(problem.part)}”, which is no code with units; write a sum such as 99490 + 0.35*99439.`,
      );
  }
}

/** Names of the state a misspelt locality begins with, else all. */
function nearbyPlaces(typed: string): string[] {
  const { localities } = rateBook();
  const state = /^[a-z]{2}(?![a-z])/i.exec(typed.trim())?.[0].toUpperCase();
  const own = localities.filter((locality) => locality.state === state);
  return own.length ? own.map(({ key }) => key) : [NATIONAL, ...localities.flatMap(({ key, name }) => [name, key])];
}

/** Keys with names, or keys alone where the names are too many. */
function severalLocalities(state: string, localities: readonly Locality[]): string {
  const lead = `${state} has ${localities.length} localities; give one of `;
  const named = `${lead}${localities.map(({ key, name }) => `${key} ${name}`).join(', ')}.`;
  if (named.length <= LONGEST_MESSAGE) return named;
  const [first, ...others] = localities.map(({ key }) => key);
  return fit(`${lead}${[first, ...others.map((key) => key.slice(state.length + 1))].join(', ')}, or its name.`);
}

// Arguments and columns.
export const notADate = (what: string, value: unknown) =>
  fit(
    `${what}${dateAsked(value, 'give a date or a month, e.g. DATE(2026,1,31) or 2026-01, or leave it blank for the last published schedule')}.`,
  );
export const notACode = (what: string, value: unknown) =>
  fit(`${what} is ${shown(value)}; give a code such as 99490 or G0557.`);
export const noCode = (what: string) => fit(`${what} is blank; give a code such as 99490.`);
export const noCodes = (what: string) =>
  fit(`${what} is blank; give a code such as 99490, a range of codes, or a sum such as 99490 + 0.35*99439.`);
export const unitsWithoutCode = () => 'units has a number beside a blank code; give the code or clear the number.';
type Shape = { rows: number; columns: number };
export const unitsInAnotherShape = (codes: Shape, units: Shape) =>
  fit(
    `units is ${units.rows} × ${units.columns} and codes is ${codes.rows} × ${codes.columns} (rows × columns); give units in the shape of codes, a cell a code.`,
  );
export const severalCells = (what: string) => fit(`${what} has several cells; give one.`);
export const percentOfMedicareTooLarge = (what: string, value: number) =>
  fit(
    `${what} is ${shown(value)}; give the payer’s amount as a share of Medicare’s, e.g. ${value >= 20 && value <= 500 ? `${Number((value / 100).toPrecision(6))} or ${Number(value.toPrecision(6))}%` : '1.1 or 110%'}.`,
  );

// Rows of Payer mix that are priced by codes, and the settings for them.
export const settingProblem = (place: Place, problem: RateProblem) => fit(`${inRow(place)}: ${rateProblem(problem)}`);
export const codesProblem = (place: Place, problem: RateProblem) => fit(`${inCell(place)}: ${rateProblem(problem)}`);
export const amountMissing = (place: Place) =>
  fit(
    `${inCell(place)} is blank or 0; give an amount, ${PAYER_MIX.header.codes} such as 99490 + 0.35*99439, or the word zero if you mean none.`,
  );
export const typedAmountStands = (place: Place, typed: number, priced: number) =>
  fit(
    `${inCell(place)} is ${dollars(typed)}, ${PAYER_MIX.header.codes} give ${dollars(priced)} in the first month: what is typed holds in all months. Clear it to follow the fee schedule.`,
  );
export const percentUnusual = (place: Place, share: number) =>
  fit(
    `${inCell(place)} is ${shown(share)}: few payers allow more than twice what Medicare does; see that it is meant.`,
  );
export const percentWithoutCodes = (place: Place) =>
  fit(`${inCell(place)} is given but ${PAYER_MIX.header.codes} is blank, so it changes nothing.`);

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
const percent = (share: number): string => `${share > 0 ? '+' : '−'}${Number(Math.abs(share * 100).toPrecision(3))}%`;

export const noCalendar = (place: Place, year: string) =>
  fit(
    `${SETTINGS.title} has no ${SETTING_HEADER.startMonth}, so amounts priced by ${columnOf(place)} are those of ${year} in all months; add a ${SETTING_HEADER.startMonth} to follow the fee schedule.`,
  );

/** A conversion factor that CMS has proposed for the year after the last schedule. */
export interface Proposal {
  year: number;
  change: number;
  rule: string;
}
export const lastScheduleUsed = (from: string, lastYear: string, proposal: Proposal | null): string => {
  const proposed = proposal
    ? ` CMS proposed a conversion factor changed by ${percent(proposal.change)} for ${proposal.year} (${proposal.rule}).`
    : '';
  return fit(
    `No fee schedule is published from ${from} on: the amounts of ${lastYear} are used.${proposed} Give ${SETTINGS.title} an ${SETTING_HEADER.yearlyUpdate}, or the word zero.`,
  );
};

/** @param added what the code adds to each month */
export const billedOnce = (place: Place, { code, period }: BilledOnce, added: number) =>
  fit(
    period === null
      ? `${inRow(place)}: the rate book does not say how often ${code} is billed, and ${PAYER_MIX.header.codes} are billed monthly: it adds ${dollars(added)} a month. Unless that is meant, leave it out, or add it in its month under ${CHANGES.title}.`
      : `${inRow(place)}: ${code} is billed ${period}, but ${PAYER_MIX.header.codes} are billed monthly: it adds ${dollars(added)} a month. Leave it out, or add it in its month under ${CHANGES.title}.`,
  );

/** A note in a table of findings, not an error in a cell: it may be as long as it has to be. */
export const bundleFinding = (place: Place, { standing, rule, otherwise, source }: BundleFinding): string => {
  const reading =
    standing === 'broken'
      ? `${inCell(place)}: the bundle breaks a Medicare rule. ${rule}.`
      : `${inCell(place)}: a Medicare rule is unsettled. ${rule}; the other reading: ${otherwise}.`;
  return `${reading} Source: ${source.text} (${source.confidence}).`;
};
