/** Why rows are set aside, and the account of what came in: rows and money, used and set aside, to the cent. */
import * as messages from '../../tables/messages/exports';
import { CLAIM_STATUSES } from '../rows';

export const REASONS = [
  'above the headers',
  'repeated headers',
  'total of other rows',
  'more cells than headers',
  'blank cell',
  'shortened number',
  'not a date',
  'impossible date',
  'not an amount',
  'not a number',
  'unknown status',
  'unknown program',
  'unknown payer',
  'same as another row',
  'older state',
  'overlapping enrollment',
  'other figures again',
  'ends before it starts',
  'not read',
] as const;
export type Reason = (typeof REASONS)[number];

export interface SetAside {
  /** As the user counts rows, the header row among them. */
  row: number;
  reason: Reason;
  /** Its sentence: where, what, and what to do. */
  text: string;
  /** Cents of all money columns. */
  cents: number;
}

/** Of a money column. */
export interface MoneyAccount {
  header: string;
  /** Cents that could be read in any row; used + set aside are the same to the cent. */
  in: number;
  used: number;
  aside: number;
}

export interface Account {
  /** Rows with content, but for the headers; used + aside. */
  rowsIn: number;
  rowsUsed: number;
  rowsAside: number;
  blankLines: number;
  money: readonly MoneyAccount[];
  byReason: readonly { reason: Reason; rows: number; cents: number }[];
}

/** What a sentence about a row is made of. */
export interface Detail {
  header: string;
  /** The cell; blank where it is not to be shown. */
  value: string;
  /** The header or the row number of another. */
  other: string | number;
  names: readonly string[];
}

const otherRow = ({ other }: Detail): number => Number(other);

const TEXTS: Readonly<Record<Reason, (detail: Detail) => string>> = {
  'above the headers': messages.aboveHeaders,
  'repeated headers': messages.headersAgain,
  'total of other rows': messages.isTotal,
  'more cells than headers': messages.tooManyCells,
  'blank cell': ({ header }) => messages.cellMissing(header),
  'shortened number': ({ header }) => messages.isShortened(header),
  'not a date': ({ header, value }) => messages.isNoDate(header, value),
  'impossible date': ({ header, value }) => messages.isImpossibleDate(header, value),
  'not an amount': ({ header, value }) => messages.isNoAmount(header, value),
  'not a number': ({ header, value }) => messages.isNoFigure(header, value),
  'unknown status': ({ header, value }) => messages.isNoStatus(header, value, CLAIM_STATUSES),
  'unknown program': ({ value, names }) => messages.isUnknown('program', value, names),
  'unknown payer': ({ value, names }) => messages.isUnknown('payer', value, names),
  'same as another row': (detail) => messages.isRepeated(otherRow(detail)),
  'older state': (detail) => messages.isOlderState(otherRow(detail)),
  'overlapping enrollment': (detail) => messages.overlaps(otherRow(detail)),
  'other figures again': (detail) => messages.contradicts(otherRow(detail)),
  'ends before it starts': ({ header, other }) => messages.endsBeforeStart(header, String(other)),
  'not read': messages.notRead,
};

export const sentence = (reason: Reason, detail: Detail): string => TEXTS[reason](detail);
