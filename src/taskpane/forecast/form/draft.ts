/** The practice as it stands in the form: text as typed, read into a practice when it makes sense. */
import { typedNumber } from '../../typed-number';
import { checkPractice, type Practice, type ProgramChoice } from '../../../workbook';

export interface ProgramDraft {
  name: string;
  title: string;
  chosen: boolean;
  openingPatients: string;
  eligiblePatients: string;
}

export interface Draft {
  name: string;
  /** 0 = January. */
  startMonth: number;
  startYear: number;
  months: string;
  programs: readonly ProgramDraft[];
  distinctPatients: string;
  payers: readonly string[];
}

/** Which field, and what is wrong with it. A program's fields are named like CCM.openingPatients. */
export type Problems = Readonly<Record<string, string>>;

export interface Reading {
  /** Null while a field cannot be understood. */
  practice: Practice | null;
  problems: Problems;
}

const text = (value: number | null): string => (value ? value.toLocaleString('en-US') : '');

export function draftOf(practice: Practice, choices: readonly ProgramChoice[]): Draft {
  return {
    name: practice.name,
    startMonth: practice.startMonth % 12,
    startYear: Math.floor(practice.startMonth / 12),
    months: String(practice.months),
    programs: choices.map((choice) => {
      const chosen = practice.programs.find(({ name }) => name === choice.name);
      const { openingPatients, eligiblePatients } = chosen ?? choice;
      return {
        name: choice.name,
        title: choice.title,
        chosen: chosen !== undefined,
        openingPatients: text(openingPatients),
        eligiblePatients: text(eligiblePatients),
      };
    }),
    distinctPatients: practice.distinctPatients === null ? '' : practice.distinctPatients.toLocaleString('en-US'),
    payers: practice.payers,
  };
}

export function readDraft(draft: Draft): Reading {
  const problems: Record<string, string> = {};
  const number = <Blank>(field: string, typed: string, blank: Blank, example: string): number | Blank => {
    const value = typedNumber(typed);
    if (value === undefined) problems[field] = `“${typed.trim()}” is not a number; type digits, e.g. ${example}.`;
    return value ?? blank;
  };
  const chosen = draft.programs.filter((program) => program.chosen);
  const months = typedNumber(draft.months);
  if (months === null) problems.months = 'Type how many months to forecast, e.g. 36.';
  const distinct = typedNumber(draft.distinctPatients);
  if (distinct === undefined)
    problems.distinctPatients = `“${draft.distinctPatients.trim()}” is not a number; type digits, e.g. 5,000.`;
  const practice: Practice = {
    name: draft.name.trim(),
    startMonth: draft.startYear * 12 + draft.startMonth,
    months: number('months', draft.months, 0, '36'),
    programs: chosen.map(({ name, openingPatients, eligiblePatients }) => ({
      name,
      openingPatients: number(`${name}.openingPatients`, openingPatients, 0, '120'),
      eligiblePatients: number(`${name}.eligiblePatients`, eligiblePatients, null, '1,500'),
    })),
    distinctPatients: distinct ?? null,
    payers: draft.payers,
  };
  const unreadable = Object.keys(problems).length > 0;
  for (const { field, text: problem } of checkPractice(practice)) {
    const own = draftField(field, chosen);
    problems[own] ??= problem;
  }
  return { practice: unreadable || Object.keys(problems).length > 0 ? null : practice, problems };
}

/** programs.0.openingPatients → CCM.openingPatients; what has no field of its own is said below the list. */
function draftField(field: string, chosen: readonly ProgramDraft[]): string {
  const [list, index, property] = field.split('.');
  if (property === 'openingPatients' || property === 'eligiblePatients')
    return `${chosen[Number(index)].name}.${property}`;
  return list;
}
