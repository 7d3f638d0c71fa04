/** The codes of the rate book by program, each with its amount, or with the reason why there is none. */
import { capitalized } from '../capitalized';
import { rateBook, type IsoDate } from '../../rates/book';
import { rate, type Rate } from '../../rates/rate';
import { RateError } from '../../rates/rate-error';
import type { Setting } from '../../rates/setting';
import { monthEndDate } from '../../tables/reading/rate-date';
import { rateProblem } from '../../tables/messages/rates';
import { PROGRAM_NAMES, type ProgramName } from './program-names';

/** What all amounts of the list are asked for. */
export interface RateChoices {
  /** State and number; blank = national. */
  locality: string;
  /** Month index; null = the last published schedule. */
  month: number | null;
  setting: Setting;
  qp: boolean;
}

export interface RateRow {
  code: string;
  program: ProgramName;
  /** Null where there is no amount, for the reason given: “Has no national amount …”, said of the code. */
  rate: Rate | null;
  reason: string;
  /** The amount twelve months earlier; null where there was none. */
  before: number | null;
  /** The code's first twelve months. */
  isNew: boolean;
}

export interface RateGroup {
  program: ProgramName;
  rows: readonly RateRow[];
}

/** RHC and FQHC are paid the national amount wherever they are. */
export const hasGeography = ({ setting }: Pick<RateChoices, 'setting'>): boolean => setting !== 'rhc/fqhc';

export function rateGroups(choices: RateChoices): readonly RateGroup[] {
  const { codes: all, rules } = rateBook();
  // Where their rules are known, codes stand in the order of the rules: what is billed first comes first.
  const order = [...new Set([...rules.keys(), ...all.keys()])];
  const codes = order.flatMap((code) => all.get(code) ?? []);
  return PROGRAM_NAMES.map((program) => ({
    program,
    rows: codes.filter((code) => code.program === program.key).map(({ code }) => rateRow(code, program, choices)),
  }));
}

function rateRow(code: string, program: ProgramName, choices: RateChoices): RateRow {
  const now = lookUp(code, choices, dayOf(choices));
  const earlier = lookUp(code, choices, yearBefore(dayOf(choices)));
  return {
    code,
    program,
    rate: now.rate,
    reason: now.error ? saidOf(code, rateProblem(now.error.problem)) : '',
    before: earlier.rate?.amount ?? null,
    isNew: earlier.error?.problem.what === 'beforeLife',
  };
}

/** The code stands in front of its reason already. */
function saidOf(code: string, reason: string): string {
  const rest = reason.startsWith(`${code} `) ? reason.slice(code.length + 1) : reason;
  return capitalized(rest);
}

/** A month takes the amount of its last day. */
export const dayOf = ({ month }: RateChoices): IsoDate => (month === null ? rateBook().lastDay : monthEndDate(month));

const yearBefore = (day: IsoDate): IsoDate =>
  monthEndDate((Number(day.slice(0, 4)) - 1) * 12 + Number(day.slice(5, 7)) - 1);

function lookUp(
  code: string,
  { locality, setting, qp }: RateChoices,
  date: IsoDate,
): { rate: Rate | null; error: RateError | null } {
  try {
    return { rate: rate({ code, locality, date, setting, qp }), error: null };
  } catch (error) {
    if (error instanceof RateError) return { rate: null, error };
    throw error;
  }
}

/** +0.093 of the amount a year before; null where one of the two is missing. */
export const yearlyChange = ({ rate: now, before }: RateRow): number | null =>
  now && before ? now.amount / before - 1 : null;

/** Rows whose code or program has every word typed. */
export function findRates(groups: readonly RateGroup[], typed: string): readonly RateGroup[] {
  const wanted = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  return groups
    .map(({ program, rows }) => {
      const words = `${program.name} ${program.title}`.toLowerCase();
      return {
        program,
        rows: rows.filter(({ code }) =>
          wanted.every((word) => code.toLowerCase().includes(word) || words.includes(word)),
        ),
      };
    })
    .filter(({ rows }) => rows.length > 0);
}
