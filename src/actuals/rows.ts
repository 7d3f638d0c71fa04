/**
 * Rows of an export, read and checked: a column an array, so that a million rows fit. What the readers make
 * (src/actuals/reading), and what is grouped, measured and compared is made from.
 *
 * A month is year × 12 + month − 1, a day the days since 1970-01-01 in the calendar, money is in whole cents.
 */
import { MONTHLY_FIGURES } from '../forecast/monthly';

/** By row which of a few things, −1 where none: in as few bytes as they ask for. */
export type Codes = Int8Array | Int16Array | Int32Array;

/** Whole cents by row, in as few bytes as they ask for. */
export type Cents = Int32Array | Float64Array;

/** A text column: each different text once, and by row which of them; −1 where the cell is blank. */
export interface Names {
  readonly names: readonly string[];
  readonly rows: Codes;
}

/** A day or month that is not given. */
export const NOT_GIVEN = -2147483648;

/** A spell a row: a patient, in a program, with a payer. */
export interface Roster {
  readonly kind: 'roster';
  readonly patients: Names;
  readonly programs: Names;
  readonly payers: Names;
  /** Days. */
  readonly enrolled: Int32Array;
  /** Days; NOT_GIVEN for who is still enrolled. */
  readonly disenrolled: Int32Array;
  /** The cause by its column's header on Panel, such as Discharge rate; −1 where it is unknown. */
  readonly reasons: Names;
}

/** Where a line of a claim stands. */
export type ClaimStatus = 'paid' | 'denied' | 'in appeal' | 'paid on appeal' | 'appeal lost' | 'pending';
export const CLAIM_STATUSES: readonly ClaimStatus[] = [
  'paid',
  'denied',
  'in appeal',
  'paid on appeal',
  'appeal lost',
  'pending',
];

/** A line of a claim a row. */
export interface Claims {
  readonly kind: 'claims';
  readonly claims: Names;
  readonly patients: Names;
  readonly programs: Names;
  readonly payers: Names;
  readonly codes: Names;
  /** Months. */
  readonly serviceMonths: Int32Array;
  /** Cents; a reversal is negative. */
  readonly allowed: Cents;
  readonly paid: Cents;
  /** Indices of CLAIM_STATUSES. */
  readonly statuses: Uint8Array;
  /** Days; NOT_GIVEN while nothing is decided. */
  readonly decided: Int32Array;
}

/** The figures of a month's summary, in its columns' order: those of a forecast, and who came and waits; money in cents. */
export const SUMMARY_FIGURES = [...MONTHLY_FIGURES, 'referrals', 'waiting'] as const;
export type SummaryFigure = (typeof SUMMARY_FIGURES)[number];

/** A program, payer and month a row; NaN where a figure is not given. A row without a payer is of the whole program. */
export interface Summary {
  readonly kind: 'summary';
  readonly months: Int32Array;
  readonly programs: Names;
  readonly payers: Names;
  readonly figures: Readonly<Record<SummaryFigure, Float64Array>>;
}

/** A patient, program and month a row. */
export interface Minutes {
  readonly kind: 'minutes';
  readonly patients: Names;
  readonly programs: Names;
  readonly months: Int32Array;
  readonly minutes: Float64Array;
}

/** What each payer owes by the age of the claim, in cents. */
export interface Aging {
  readonly kind: 'aging';
  readonly payers: Names;
  /** 0–30, 31–60, 61–90, 91–120 and over 120 days. */
  readonly owed: readonly [Cents, Cents, Cents, Cents, Cents];
}

export type Rows = Roster | Claims | Summary | Minutes | Aging;
