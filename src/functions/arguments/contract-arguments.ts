/** What a contract function is told beside its amounts: a named model, typed terms, and whether to lay out how the answer is made. */
import { bandsText, type Bands } from '../../contracts/bands';
import { ContractError } from '../../contracts/book/contract-error';
import { agree, findModel, lastDay, type Agreement } from '../../contracts/book/find-terms';
import { READINGS, type ContractKind, type Reading } from '../../contracts/book/model';
import type { ContractTerms, LossRateByQuality } from '../../contracts/terms';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/contracts';
import * as argumentMessages from '../../tables/messages/arguments';
import type { PlaceMessage } from '../../tables/messages/finding';
import type { CellPlace } from '../../tables/messages/place';
import { isBlank, type Cell } from '../../tables/reading/cell';
import { fold } from '../../tables/reading/nearest';
import { readCell } from '../../tables/reading/read-table';
import { isYear } from '../../tables/calendar';
import { TERMS, termsOfKind } from '../../tables/schemas/contract-terms';
import { broadcast, isNotGiven, type NumberGrid } from './number-grid';
import { isTrue, nameOf } from './text-argument';

const YEAR = 'Performance year';
const READING = 'Reading';

interface TypedTerms {
  terms: Partial<ContractTerms>;
  /** Null = the last that the book has terms for. */
  year: number | null;
  reading: Reading;
}

/** @throws InputError that names what cannot be read, or why the model does not run. */
export function agreementOf(kind: ContractKind, model: unknown, terms: unknown): Agreement {
  const { terms: typed, year, reading } = typedTerms(kind, terms);
  const name = nameOf('model', model);
  try {
    const found = name === null ? null : findModel(name, kind);
    const date = year !== null ? `${year}-12-31` : found ? lastDay(found) : '';
    return agree(found, date, reading, typed);
  } catch (error) {
    if (error instanceof ContractError) throw messages.contractInputError(error.problem);
    throw error;
  }
}

function typedTerms(kind: ContractKind, argument: unknown): TypedTerms {
  const typed: TypedTerms = { terms: {}, year: null, reading: 'cautious' };
  if (isNotGiven(argument)) return typed;
  const rows = (Array.isArray(argument) ? argument : [[argument]]) as Cell[][];
  const columns = Array.isArray(rows[0]) ? rows[0].length : 1;
  if (columns !== 2) throw new InputError(messages.termsShape(columns));
  const known = termsOfKind(kind);
  const names = [...known.map(({ header }) => header), READING, YEAR];
  const seen = new Set<string>();
  rows.forEach(([first, cell], i) => {
    if (isBlank(first)) return;
    if (typeof first !== 'string') throw new InputError(argumentMessages.notAName('terms', first));
    const isCalled = (other: string): boolean => fold(other) === fold(first);
    const column = known.find(({ header, aliases }) => [header, ...aliases].some(isCalled));
    const name = column?.header ?? [READING, YEAR].find(isCalled);
    if (name === undefined) throw new InputError(messages.termUnknown(first, names));
    if (seen.has(name)) throw new InputError(messages.termTwice(name));
    seen.add(name);
    if (isBlank(cell)) return;
    const place: CellPlace = { table: 'terms', row: i + 1, label: name, column: 'value' };
    const fail = <Details extends unknown[]>(text: PlaceMessage<Details>, ...details: Details) => {
      throw new InputError(text(place, ...details));
    };
    if (name === YEAR) {
      if (typeof cell !== 'number' || !isYear(cell)) throw new InputError(messages.yearUnreadable(cell));
      typed.year = cell;
    } else if (!column) {
      const reading = READINGS.find((each) => typeof cell === 'string' && fold(cell) === each);
      if (!reading) throw new InputError(argumentMessages.notAChoice('terms: Reading', cell, READINGS));
      typed.reading = reading;
    } else {
      const value = readCell(column, cell, fail);
      const meant = column.means ? column.means(value) : value;
      if (meant === undefined) fail(messages.bandsUnreadable, String(value));
      Object.assign(typed.terms, { [column.key]: meant });
    }
  });
  return typed;
}

/** A row of a laid-out answer: name, value, unit, where from. */
export type Step = readonly [name: string, value: number | string, unit: string, from: string];

/**
 * One answer for each cell of the amounts; with labels the steps of the only one, and below them the terms with their
 * sources.
 */
export function answerOf<Result>(
  kind: ContractKind,
  { agreement, labels }: { agreement: Agreement; labels: unknown },
  amounts: readonly NumberGrid[],
  result: (...values: number[]) => Result,
  answer: (result: Result) => number,
  steps: (result: Result) => readonly Step[],
): unknown[][] {
  if (!isTrue('labels', labels))
    return broadcast<number, unknown>(amounts, (...values) => valueOf(() => answer(result(...values))));
  if (amounts.some(({ values }) => values.length !== 1)) throw new InputError(messages.labelsOfOne());
  const rows = steps(result(...amounts.map(({ values }) => values[0])));
  return [['Step', 'Value', 'Unit', 'Where from'], ...rows, ...termRows(kind, agreement)].map((row) => [...row]);
}

/** A cell that cannot be answered leaves the others their answers. */
function valueOf(answer: () => number): number | InputError {
  try {
    return answer();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The terms that the formula asks for: those of the model with their sources, and those typed. */
function termRows(kind: ContractKind, { model, taken, typed, terms }: Agreement): Step[] {
  const header = new Map(TERMS.map(({ key, header: name }) => [key, name]));
  const ofModel = taken.flatMap(({ key, value, source, reading, otherwise, carriedFrom }): Step[] => {
    const name = header.get(key);
    if (name === undefined || value === null) return [];
    const others = otherwise.map((other) => `; ${other.reading}: ${shownTerm(other.value)}`).join('');
    const carried = carriedFrom ? `; published until ${carriedFrom}` : '';
    const taking = reading ? `; ${reading} reading${others}` : '';
    return [[name, shownTerm(value), 'term', `${source.text} (${source.confidence})${carried}${taking}`]];
  });
  const own = termsOfKind(kind)
    .filter(({ key }) => typed.has(key))
    .map(({ key, header: name }): Step => [name, shownTerm(terms[key]), 'term', 'typed']);
  const runs: Step[] = model
    ? [
        ['Model', model.name, '', `${model.source.text} (${model.source.confidence})`],
        ['Runs', `${model.from ?? 'not known'} to ${model.to === '9999-12-31' ? 'no end' : model.to}`, '', ''],
        ['Pays for', model.scope, '', ''],
        ['Practice bears', model.risk, '', ''],
      ]
    : [];
  return [...runs, ...ofModel, ...own];
}

function shownTerm(value: unknown): number | string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return bandsText(value as Bands);
  if (typeof value === 'object' && value !== null) {
    const { times, least, most } = value as LossRateByQuality;
    return `1 − ${times} × quality, from ${least} to ${most}`;
  }
  return value === Infinity || value === null ? 'none' : (value as number | string);
}
