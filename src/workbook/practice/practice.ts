/** What a person tells about the practice before the workbook is built, and the sample that stands there at first. */
import { isRollUpName } from '../../tables/reading/roll-ups';
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { MOST_PAYERS, MOST_PROGRAMS } from './limits';
import { PAYER_SAMPLES, PROGRAM_SAMPLES } from './sample';

export interface PracticeProgram {
  name: string;
  /** Patients who could ever enroll, those already enrolled included; null = no limit. */
  eligiblePatients: number | null;
  /** Patients enrolled when the forecast starts. */
  openingPatients: number;
}

export interface Practice {
  name: string;
  /** First month of the forecast, as a month index (see tables/calendar). */
  startMonth: number;
  /** Months forecast, 1..120. */
  months: number;
  programs: readonly PracticeProgram[];
  /** Patients who could be in any program, each counted once; null = not known. */
  distinctPatients: number | null;
  payers: readonly string[];
}

/** A program that can be chosen, with the panel it has in the sample. */
export interface ProgramChoice extends PracticeProgram {
  /** Chronic care management … */
  title: string;
}

export interface PayerChoice {
  name: string;
}

export const PROGRAMS: readonly ProgramChoice[] = PROGRAM_SAMPLES.map(
  ({ name, title, eligiblePatients, openingPatients }) => ({ name, title, eligiblePatients, openingPatients }),
);

export const PAYERS: readonly PayerChoice[] = PAYER_SAMPLES.map(({ name }) => ({ name }));

const JANUARY_2027 = 2027 * 12;

export const SAMPLE_PRACTICE: Practice = {
  name: 'Lakeside Primary Care',
  startMonth: JANUARY_2027,
  months: 36,
  programs: ['CCM', 'RPM', 'BHI', 'APCM'].map((name) => {
    const { eligiblePatients, openingPatients } = PROGRAMS.find((program) => program.name === name)!;
    return { name, eligiblePatients, openingPatients };
  }),
  distinctPatients: 5_000,
  payers: ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial'],
};

export interface PracticeMessage {
  /** name, startMonth, months, programs, payers, or one of their parts: programs.0.openingPatients, payers.1 */
  field: string;
  text: string;
}

const LONGEST_NAME = 60;
const MOST_PATIENTS = 10_000_000;
/** A date before 1990 or after 2100 is a slip of the pen. */
const FIRST_START = 1990 * 12;
const LAST_START = 2100 * 12 + 11;

/** What has to be put right before a workbook can be built; nothing when all is well. */
export function checkPractice(practice: Practice): PracticeMessage[] {
  const messages: PracticeMessage[] = [];
  const report = (field: string, text: string) => messages.push({ field, text });
  const { name, startMonth, months, programs, distinctPatients, payers } = practice;

  checkName('name', name, 'Type the name of the practice.', report);
  if (!Number.isInteger(startMonth) || startMonth < FIRST_START || startMonth > LAST_START)
    report('startMonth', 'Choose the first month of the forecast, from 1990 to 2100.');
  if (!Number.isInteger(months) || months < 1 || months > MAX_MONTHS)
    report('months', `Give a whole number of months from 1 to ${MAX_MONTHS}.`);

  if (programs.length === 0) report('programs', 'Choose at least one program.');
  if (programs.length > MOST_PROGRAMS) report('programs', `Choose at most ${MOST_PROGRAMS} programs.`);
  programs.forEach((program, i) => {
    checkName(`programs.${i}.name`, program.name, 'Type the name of the program.', report);
    const problem = patientsProblem(program);
    if (problem) report(`programs.${i}.${problem.field}`, problem.text);
  });
  reportRepeats(
    programs.map((program) => program.name),
    'programs',
    'program',
    report,
  );

  if (payers.length === 0) report('payers', 'Choose at least one payer.');
  if (payers.length > MOST_PAYERS) report('payers', `Choose at most ${MOST_PAYERS} payers.`);
  if (distinctPatients !== null && !isCount(distinctPatients))
    report('distinctPatients', 'Give the number of patients who could be in any program, or leave it blank.');
  payers.forEach((payer, i) => checkName(`payers.${i}`, payer, 'Type the name of the payer.', report));
  reportRepeats(payers, 'payers', 'payer', report);
  return messages;
}

type Report = (field: string, text: string) => void;

function checkName(field: string, name: string, missing: string, report: Report): void {
  const problem = nameProblem(name, missing);
  if (problem) report(field, problem);
}

/** Why the tables could not hold the name of a program or payer; null when they can. */
export function nameProblem(name: string, missing: string): string | null {
  if (name.trim() === '') return missing;
  if (name.length > LONGEST_NAME) return `Shorten the name to ${LONGEST_NAME} characters; it has ${name.length}.`;
  return NOT_A_NAME.test(name.trim()) || isRollUpName(name)
    ? `“${name.trim()}” has a meaning in the tables; choose another name.`
    : null;
}

/** Why a program cannot have these patients; null when it can. */
export function patientsProblem({
  eligiblePatients: eligible,
  openingPatients: opening,
}: Omit<PracticeProgram, 'name'>): { field: 'eligiblePatients' | 'openingPatients'; text: string } | null {
  if (eligible !== null && !isCount(eligible))
    return { field: 'eligiblePatients', text: 'Give the number of eligible patients, or leave it blank for no limit.' };
  // A blank and a 0 are one to the sheets, so a nobody that is typed is asked about.
  if (eligible === 0)
    return {
      field: 'eligiblePatients',
      text: '0 eligible patients means that nobody can be in the program. Leave it blank for no limit, or leave the program out.',
    };
  if (!isCount(opening))
    return { field: 'openingPatients', text: 'Give the number of patients enrolled at the start; 0 for none.' };
  if (eligible !== null && opening > eligible)
    return {
      field: 'openingPatients',
      text: `${show(opening)} enrolled patients exceed ${show(eligible)} eligible patients, who include them.`,
    };
  return null;
}

/** Words that the tables read as something else than a name. */
const NOT_A_NAME = /^(all|zero|0+)$/i;

const isCount = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= MOST_PATIENTS;

const show = (value: number): string => value.toLocaleString('en-US');

function reportRepeats(names: readonly string[], field: string, what: string, report: Report): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    const folded = name.trim().toLowerCase();
    if (folded !== '' && seen.has(folded))
      report(
        `${field}.${i}${field === 'programs' ? '.name' : ''}`,
        `The ${what} “${name.trim()}” is there twice; keep one.`,
      );
    seen.add(folded);
  });
}
