/** The terms of a named model on a day. */
import type { IsoDate, Source } from '../../rates/book';
import { plainText } from '../../rates/plain-text';
import { NO_TERMS, type ContractTerms, type TermKey } from '../terms';
import { ACCESS } from './access';
import { ACO_REACH } from './aco-reach';
import { ContractError } from './contract-error';
import { FEES } from './fees';
import { LEAD } from './lead';
import { MEDICARE_ADVANTAGE } from './medicare-advantage';
import { NO_END, type ContractKind, type DatedTerm, type Model, type Reading } from './model';
import { MSSP } from './mssp';

export const MODELS: readonly Model[] = [...MSSP, ...ACO_REACH, ...LEAD, ...MEDICARE_ADVANTAGE, ...ACCESS, ...FEES];

/** A term as it was taken. */
export interface TakenTerm {
  key: TermKey;
  value: ContractTerms[TermKey];
  source: Source;
  /** Which reading of a term on which sources differ; '' where they agree. */
  reading: Reading | '';
  /** What the readings not taken say. */
  otherwise: readonly { reading: Reading; value: ContractTerms[TermKey] }[];
  /** The last day it is published for, where the day asked for is later; '' in its period. */
  carriedFrom: IsoDate | '';
}

const fold = (text: string): string => plainText(text).toLowerCase();

const byName = new Map(
  MODELS.flatMap((model) => [model.name, ...model.aliases].map((name): [string, Model] => [fold(name), model])),
);

/** @throws ContractError for a name that the book does not know, or a model that is paid otherwise. */
export function findModel(name: string, kind: ContractKind): Model {
  const ofKind = MODELS.filter((model) => model.kind === kind).map((model) => model.name);
  const model = byName.get(fold(name));
  if (!model) throw new ContractError({ what: 'unknownModel', model: name, models: ofKind });
  if (model.kind !== kind)
    throw new ContractError({ what: 'wrongKind', model: model.name, kind: model.kind, wanted: kind, models: ofKind });
  return model;
}

/** @throws ContractError where the model does not run. */
export function requireRunning({ name, from, to, follows }: Model, date: IsoDate): void {
  if (from !== null && date < from) throw new ContractError({ what: 'notYet', model: name, date, from });
  if (date > to) throw new ContractError({ what: 'ended', model: name, date, to, follows });
}

/** The day whose terms are taken where none is named: the last one that some term was published for, else any. */
export function lastDay({ to, terms }: Model): IsoDate {
  const ends = terms.filter((term) => term.status === 'final' && term.to < NO_END).map((term) => term.to);
  return ends.sort().pop() ?? to;
}

/** The terms of a model on a day; a term without a value for that day keeps its last one. */
export function termsOn({ terms }: Model, date: IsoDate, reading: Reading): TakenTerm[] {
  const keys = [...new Set(terms.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const begun = terms.filter((term) => term.key === key && term.from <= date);
    const final = latest(begun.filter(({ status }) => status === 'final'));
    const proposed = latest(begun.filter(({ status }) => status === 'proposed'));
    return taken(final, proposed, date, reading);
  });
}

const latest = (terms: readonly DatedTerm[]): DatedTerm | undefined =>
  terms.reduce<DatedTerm | undefined>((last, term) => (last && last.from > term.from ? last : term), undefined);

function taken(
  final: DatedTerm | undefined,
  proposed: DatedTerm | undefined,
  date: IsoDate,
  reading: Reading,
): TakenTerm[] {
  if (!final) return [];
  const readings: { reading: Reading; value: ContractTerms[TermKey]; source: Source }[] = [
    { reading: 'cautious', value: final.value, source: final.source },
    ...(final.otherwise ? [{ reading: 'other' as const, ...final.otherwise }] : []),
    ...(proposed ? [{ reading: 'proposed' as const, value: proposed.value, source: proposed.source }] : []),
  ];
  const chosen = readings.find((each) => each.reading === reading) ?? readings[0];
  return [
    {
      key: final.key,
      value: chosen.value,
      source: chosen.source,
      reading: readings.length > 1 ? chosen.reading : '',
      otherwise: readings
        .filter((each) => each !== chosen)
        .map(({ reading: name, value }) => ({ reading: name, value })),
      carriedFrom: chosen.reading !== 'proposed' && date > final.to ? final.to : '',
    },
  ];
}

/** @throws ContractError where a term that is not typed begins later: the model ran, and the book does not know how. */
function requireTerms({ name, terms }: Model, date: IsoDate, typed: Partial<ContractTerms>): void {
  const final = terms.filter(({ status, key }) => status === 'final' && !(key in typed));
  for (const { key } of final) {
    const begins = final.filter((term) => term.key === key).map(({ from }) => from);
    const from = begins.sort()[0];
    if (from > date) throw new ContractError({ what: 'noTerms', model: name, date, from });
  }
}

/** What holds between the parties: the model's terms, and over them those that are typed. */
export interface Agreement {
  terms: ContractTerms;
  model: Model | null;
  /** The model's terms that no typed one replaces. */
  taken: readonly TakenTerm[];
  typed: ReadonlySet<TermKey>;
}

/** @throws ContractError where the model does not run on that day, or the book has no terms for it. */
export function agree(model: Model | null, date: IsoDate, reading: Reading, typed: Partial<ContractTerms>): Agreement {
  if (model) {
    requireRunning(model, date);
    requireTerms(model, date, typed);
  }
  const taken = model ? termsOn(model, date, reading).filter(({ key }) => !(key in typed)) : [];
  const ofModel = Object.fromEntries(taken.map(({ key, value }) => [key, value])) as Partial<ContractTerms>;
  return {
    terms: { ...NO_TERMS, ...ofModel, ...typed },
    model,
    taken,
    typed: new Set(Object.keys(typed) as TermKey[]),
  };
}
