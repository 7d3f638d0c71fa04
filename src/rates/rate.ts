/**
 * What Medicare allows for a code: (work × GPCI + practice expense × GPCI + malpractice × GPCI) × factor.
 *
 * Hundredths × thousandths × ten-thousandths are whole billionths of a dollar, far below 2^53: the product is
 * exact, and rounding it half up to cents sees the true half.
 */
import {
  FOREVER,
  rateBook,
  type Code,
  type CodeRule,
  type Factor,
  type Gpcis,
  type IsoDate,
  type Source,
} from './book';
import { findLocality, NATIONAL } from './locality';
import { plainText } from './plain-text';
import { RateError } from './rate-error';
import type { Setting } from './setting';

export interface RateQuery {
  code: string;
  /** National, a state with one locality, state and number, or a locality's name. */
  locality: string;
  /** null = the end of the last published schedule. */
  date: IsoDate | null;
  setting: Setting;
  /** The practitioner is a qualifying participant of an alternative payment model. */
  qp: boolean;
}

export interface Components {
  work: number;
  practiceExpense: number;
  malpractice: number;
}

export interface Rate {
  code: string;
  program: string;
  /** Dollars, rounded once to cents, half up. */
  amount: number;
  unrounded: number;
  rvus: Components;
  gpcis: Components;
  factor: number;
  factorKind: Factor['kind'];
  /** The days on which this amount holds. */
  effectiveFrom: IsoDate;
  effectiveTo: IsoDate;
  /** National, or state and number. */
  locality: string;
  localityName: string;
  setting: Setting;
  /** The rule in force on the day; null where none is known well enough. */
  rule: CodeRule | null;
  sources: { rvus: Source; gpcis: Source | null; factor: Source };
}

const EVEN: Gpcis = { work: 1000, practiceExpense: 1000, malpractice: 1000 };

const BILLIONTHS_OF_A_CENT = 1e7;

/** @throws RateError with the reason when there is no such rate. */
export function rate({ code: typed, locality: place, date, setting, qp }: RateQuery): Rate {
  const code = findCode(typed);
  const locality = findLocality(place);
  const day = date ?? rateBook().lastDay;
  const life = codeLife(code);
  if (day < life.from) throw new RateError({ what: 'beforeLife', code: code.code, date: day, from: life.from });
  if (day > life.to) throw new RateError({ what: 'afterLife', code: code.code, date: day, to: life.to });
  const factor = factorOn(day, qp);
  const schedule = rateBook().schedules.findIndex(({ year }) => year === Number(day.slice(0, 4)));
  const values = code.years.find(({ year }) => year === rateBook().schedules[schedule].year)!;
  if (values.status === 'C') throw new RateError({ what: 'contractorPriced', code: code.code });

  // Rural health clinics and federally qualified health centers get the national amount, and so do their own codes.
  const isClinic = setting === 'rhc/fqhc' || values.status === 'X';
  const gpcis = locality && !isClinic ? locality.gpcis[schedule] : EVEN;
  const practiceExpense = setting === 'facility' && !isClinic ? values.facilityPracticeExpense : values.practiceExpense;
  if (practiceExpense === null) throw new RateError({ what: 'noFacilityAmount', code: code.code });

  const billionths =
    (values.work * gpcis.work + practiceExpense * gpcis.practiceExpense + values.malpractice * gpcis.malpractice) *
    factor.tenThousandths;
  return {
    code: code.code,
    program: code.program,
    amount: centsHalfUp(billionths) / 100,
    unrounded: billionths / 1e9,
    rvus: { work: values.work / 100, practiceExpense: practiceExpense / 100, malpractice: values.malpractice / 100 },
    gpcis: {
      work: gpcis.work / 1000,
      practiceExpense: gpcis.practiceExpense / 1000,
      malpractice: gpcis.malpractice / 1000,
    },
    factor: factor.tenThousandths / 1e4,
    factorKind: factor.kind,
    effectiveFrom: later(factor.from, life.from),
    effectiveTo: earlier(factor.to, life.to),
    locality: locality?.key ?? NATIONAL,
    localityName: locality?.name ?? NATIONAL,
    setting,
    rule: ruleOn(code.code, day),
    sources: {
      rvus: rateBook().schedules[schedule].relativeValuesSource,
      gpcis: gpcis === EVEN ? null : rateBook().schedules[schedule].gpciSource,
      factor: factor.source,
    },
  };
}

function centsHalfUp(billionths: number): number {
  const rest = billionths % BILLIONTHS_OF_A_CENT;
  return (billionths - rest) / BILLIONTHS_OF_A_CENT + (rest * 2 >= BILLIONTHS_OF_A_CENT ? 1 : 0);
}

/** @throws RateError for a code that is not in the book. */
export function findCode(typed: string): Code {
  const code = rateBook().codes.get(plainText(typed).toUpperCase());
  if (!code) throw new RateError({ what: 'unknownCode', code: typed.trim() });
  return code;
}

/** The rule of the code in force on a day. */
export const ruleOn = (code: string, date: IsoDate): CodeRule | null =>
  rateBook()
    .rules.get(code)
    ?.find(({ from, to }) => from <= date && date <= to) ?? null;

/** First and last day of a code: by its rules where they are known, else by the schedules that hold it. */
export function codeLife({ code, years }: Code): { from: IsoDate; to: IsoDate } {
  const rules = rateBook().rules.get(code);
  if (rules)
    return { from: rules.map(({ from }) => from).reduce(earlier), to: rules.map(({ to }) => to).reduce(later) };
  const { schedules } = rateBook();
  const first = years[0].year,
    last = years[years.length - 1].year;
  return {
    from: first > schedules[0].year ? `${first}-01-01` : '0000-01-01',
    to: last < schedules[schedules.length - 1].year ? `${last}-12-31` : FOREVER,
  };
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** Whom a factor is for. */
const holdsFor = ({ kind }: Factor, qp: boolean): boolean => kind !== (qp ? 'non-QP' : 'QP');

/** A factor proposed for a year whose schedule is not published; null where there is none. */
export const proposedFactor = (year: number, qp: boolean): Factor | null =>
  rateBook().proposedFactors.find((factor) => Number(factor.from.slice(0, 4)) === year && holdsFor(factor, qp)) ?? null;

function factorOn(day: IsoDate, qp: boolean): Factor {
  const { factors, firstDay, lastDay } = rateBook();
  const found = factors.find((factor) => factor.from <= day && day <= factor.to && holdsFor(factor, qp));
  if (found) return found;
  throw new RateError(
    day < firstDay
      ? { what: 'beforeBook', date: day, first: firstDay }
      : { what: 'afterBook', date: day, last: lastDay },
  );
}
