/** The Medicare rate book as facts that can be looked up; the text it is written in is parsed on first use. */
import { CODES, FACTORS, LOCALITIES, RESTRICTIONS, RULES, SCHEDULES, SOURCES } from './book-text';

/** A day as 2026-01-31: days compare as text. */
export type IsoDate = string;

export interface Source {
  /** Where the fact was seen. */
  text: string;
  /** How it was seen: in a CMS file, on two or more pages, on one page … */
  confidence: string;
}

/** Dollars per relative value unit, in a period. */
export interface Factor {
  from: IsoDate;
  to: IsoDate;
  /** Qualifying participants of an alternative payment model (QP), all others, or both. */
  kind: 'all' | 'QP' | 'non-QP';
  tenThousandths: number;
  /** The proposed rule it stands in; blank where it is final. */
  proposal: string;
  source: Source;
}

/** Hundredths of relative value units of one code in one year. */
export interface RelativeValues {
  year: number;
  /** A active, C priced by the contractor, X paid to RHC and FQHC only. */
  status: string;
  work: number;
  practiceExpense: number;
  /** null = CMS marks the facility amount as not applicable. */
  facilityPracticeExpense: number | null;
  malpractice: number;
}

export interface Code {
  code: string;
  program: string;
  years: readonly RelativeValues[];
}

/** Thousandths. */
export interface Gpcis {
  work: number;
  practiceExpense: number;
  malpractice: number;
}

export interface Locality {
  /** State and number, e.g. NY-01. */
  key: string;
  state: string;
  name: string;
  /** The Medicare contractor's number. */
  contractor: string;
  /** One for each schedule. */
  gpcis: readonly Gpcis[];
}

export interface Schedule {
  year: number;
  release: string;
  relativeValuesSource: Source;
  gpciSource: Source;
}

/** What a code asks for before it may be billed, and for how long the rule holds. */
export interface CodeRule {
  code: string;
  role: string;
  period: string;
  /** Blank where none are asked for; a range where sources give one. */
  minutes: string;
  fromDays: string;
  toDays: string;
  /** Codes of which one must be billed for this add-on. */
  bases: readonly string[];
  furtherMinutes: string;
  firstAtMinutes: string;
  /** Most units in a period; Infinity where no limit was found. */
  mostUnits: number;
  from: IsoDate;
  /** Infinity's date where the code still holds. */
  to: IsoDate;
  source: Source;
}

export interface Restriction {
  /** Not together; not without; only one of these; more units than one reading has; minutes on which readings differ. */
  kind: 'exclude' | 'needs' | 'oneOf' | 'units' | 'minutes';
  a: readonly string[];
  b: readonly string[];
  /** For `units`: the cautious cap. */
  units: number;
  rule: string;
  /** The other reading of an unsettled rule; blank where the rule is settled. */
  otherwise: string;
  source: Source;
}

export interface RateBook {
  /** In force, by date. */
  factors: readonly Factor[];
  /** Of years whose schedule is not published yet. */
  proposedFactors: readonly Factor[];
  firstDay: IsoDate;
  lastDay: IsoDate;
  schedules: readonly Schedule[];
  codes: ReadonlyMap<string, Code>;
  localities: readonly Locality[];
  rules: ReadonlyMap<string, readonly CodeRule[]>;
  restrictions: readonly Restriction[];
}

export const FOREVER: IsoDate = '9999-12-31';

let parsed: RateBook | null = null;

export const rateBook = (): RateBook => (parsed ??= parse());

const linesOf = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));
const words = (text: string): string[] => text.split(' ').filter(Boolean);

function parse(): RateBook {
  const sources = linesOf(SOURCES).map(([confidence, text]): Source => ({ confidence, text }));
  const rules = new Map<string, CodeRule[]>();
  for (const [
    code,
    role,
    period,
    minutes,
    fromDays,
    toDays,
    bases,
    furtherMinutes,
    firstAtMinutes,
    mostUnits,
    from,
    to,
    source,
  ] of linesOf(RULES)) {
    const rule = {
      code,
      role,
      period,
      minutes,
      fromDays,
      toDays,
      bases: words(bases),
      furtherMinutes,
      firstAtMinutes,
      mostUnits: mostUnits === '' ? Infinity : Number(mostUnits),
      from,
      to: to || FOREVER,
      source: sources[Number(source)],
    };
    rules.set(code, [...(rules.get(code) ?? []), rule]);
  }
  const allFactors = linesOf(FACTORS).map(([from, to, kind, value, status, source]): Factor => ({
    from,
    to,
    kind: kind as Factor['kind'],
    tenThousandths: Number(value),
    proposal: status === 'final' ? '' : status,
    source: sources[Number(source)],
  }));
  const factors = allFactors.filter(({ proposal }) => proposal === '');
  return {
    factors,
    proposedFactors: allFactors.filter(({ proposal }) => proposal !== ''),
    firstDay: factors[0].from,
    lastDay: factors[factors.length - 1].to,
    schedules: linesOf(SCHEDULES).map(([year, release, values, gpcis]) => ({
      year: Number(year),
      release,
      relativeValuesSource: sources[Number(values)],
      gpciSource: sources[Number(gpcis)],
    })),
    codes: new Map(
      linesOf(CODES).map(([code, program, ...years]) => [code, { code, program, years: years.map(relativeValues) }]),
    ),
    localities: linesOf(LOCALITIES).map(([contractor, state, number, name, ...gpcis]) => ({
      key: `${state}-${number}`,
      state,
      name,
      contractor,
      gpcis: gpcis.map(gpci),
    })),
    rules,
    restrictions: linesOf(RESTRICTIONS).map(([kind, a, b, rule, otherwise, source]) => ({
      kind: kind as Restriction['kind'],
      a: words(a),
      b: kind === 'units' ? [] : words(b),
      units: kind === 'units' ? Number(b) : Infinity,
      rule,
      otherwise,
      source: sources[Number(source)],
    })),
  };
}

function relativeValues(text: string): RelativeValues {
  const [year, status, work, practiceExpense, facility, malpractice] = text.split(' ');
  return {
    year: Number(year),
    status,
    work: Number(work),
    practiceExpense: Number(practiceExpense),
    facilityPracticeExpense: facility === '-' ? null : Number(facility),
    malpractice: Number(malpractice),
  };
}

function gpci(text: string): Gpcis {
  const [work, practiceExpense, malpractice] = text.split(' ').map(Number);
  return { work, practiceExpense, malpractice };
}
