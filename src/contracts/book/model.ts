/** What the book holds of a model of payment: when it runs, what it pays for, who bears the risk, and its dated terms. */
import type { IsoDate, Source } from '../../rates/book';
import type { ContractTerms, TermKey } from '../terms';

/** How a contract is paid: one formula each. */
export const CONTRACT_KINDS = ['capitation', 'shared savings', 'risk bands', 'access', 'care fee'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export type Status = 'final' | 'proposed';

/** Which of several readings of a term is taken. */
export const READINGS = ['cautious', 'other', 'proposed'] as const;
export type Reading = (typeof READINGS)[number];

/** A term's value in a period, as one source states it. */
export interface DatedTerm<Key extends TermKey = TermKey> {
  key: Key;
  value: ContractTerms[Key];
  from: IsoDate;
  to: IsoDate;
  status: Status;
  source: Source;
  /** What another source says; the value is the cautious reading. */
  otherwise?: { value: ContractTerms[Key]; source: Source };
}

export interface Model {
  name: string;
  /** Other names that people type. */
  aliases: readonly string[];
  kind: ContractKind;
  /** Null = not known to us. */
  from: IsoDate | null;
  to: IsoDate;
  /** What the payment is for, and what stays outside. */
  scope: string;
  /** What the practice bears. */
  risk: string;
  /** The model that takes its place. */
  follows: string | null;
  source: Source;
  terms: readonly DatedTerm[];
}

export const NO_END: IsoDate = '9999-12-31';

/** Terms that one source states for one period. */
export const terms = (
  from: IsoDate,
  to: IsoDate,
  source: Source,
  values: Partial<ContractTerms>,
  status: Status = 'final',
): DatedTerm[] =>
  Object.entries(values).map(([key, value]) => ({
    key: key as TermKey,
    value: value as never,
    from,
    to,
    status,
    source,
  }));

/** A term on which sources differ: the cautious reading, and the other one. */
export const unsettled = <Key extends TermKey>(
  from: IsoDate,
  to: IsoDate,
  key: Key,
  cautious: { value: ContractTerms[Key]; source: Source },
  otherwise: { value: ContractTerms[Key]; source: Source },
): DatedTerm => ({ key, ...cautious, from, to, status: 'final', otherwise }) as DatedTerm;
