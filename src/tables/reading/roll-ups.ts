/** Rows that add up others, which are not to be counted again. */
import type { CellValue, TableSchema } from '../schemas/column';
import {
  ADDED_UP,
  NO_ROLL_UP,
  ROLL_UP_ALONE,
  ROLL_UP_OR_NAME,
  ROLL_UPS,
  ROLL_UPS_UNSPACED,
} from '../schemas/roll-up-words';
import { note, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { memoized } from './memo';
import { fold } from './nearest';
import type { Cell } from './cell';

/** “Sub-total: care team” → “sub total care team” */
const wordsOf = memoized((name) =>
  fold(name)
    // The sign of a sum, which is no letter.
    .replaceAll('∑', ' σ ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim(),
);

/** “Team total (RN and MA)” → “Team total”; a name that is all in brackets stays. */
const withoutBrackets = (name: string): string => name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim() || name;

const isAmong = (phrases: readonly string[], words: string): boolean => phrases.includes(words);
const begins = (words: string, phrase: string): boolean => words.startsWith(`${phrase} `);
const ends = (words: string, phrase: string): boolean => words.endsWith(` ${phrase}`);

type Kind = 'roll-up' | 'roll-up or name' | 'name';

/** Of a row as it was read, what tells whether it is a sum. */
interface Row {
  number: number;
  label: string;
  values: Readonly<Record<string, CellValue>>;
}

/** What a name says by its words alone: “Total Care” may be a payer, or the sum of what care costs. */
const kindOf = memoized((name): Kind => {
  const kind = kindOfWords(wordsOf(name));
  return kind === 'name' ? kindOfWords(wordsOf(withoutBrackets(name))) : kind;
});

function kindOfWords(words: string): Kind {
  if (NO_ROLL_UP.some((phrase) => words === phrase || ends(words, phrase))) return 'name';
  if ([ROLL_UPS, ROLL_UP_OR_NAME, ROLL_UP_ALONE].some((phrases) => isAmong(phrases, words))) return 'roll-up';
  if (ROLL_UPS.some((phrase) => begins(words, phrase) || ends(words, phrase))) return 'roll-up';
  if (ROLL_UPS_UNSPACED.some((word) => words.startsWith(word) || words.endsWith(word))) return 'roll-up';
  if (ROLL_UP_OR_NAME.some((word) => ends(words, word))) return 'roll-up';
  return ROLL_UP_OR_NAME.some((word) => begins(words, word)) ? 'roll-up or name' : 'name';
}

/** A name that no row of its own can have. */
export const isRollUpName = (name: string): boolean => kindOf(name) === 'roll-up';

/** A name that begins like a roll-up and goes on like a name of its own. */
export const mayBeRollUp = (name: string): boolean => kindOf(name) === 'roll-up or name';

/** Whether what follows “total” is made of the table's own names and of words for what is added up. */
function isAddedUp(name: string, names: readonly string[]): boolean {
  let rest = ` ${wordsOf(name).replace(/^\S+ /, '')} `;
  // The longest first: “care team” before “care”.
  for (const known of names) rest = rest.replaceAll(` ${known} `, ' | ');
  for (const known of ADDED_UP) if (known.includes(' ')) rest = rest.replaceAll(` ${known} `, ' | ');
  return rest.split(' ').every((word) => word === '' || word === '|' || /^\d+$/.test(word) || ADDED_UP.includes(word));
}

/**
 * Tells the rows of a table that are roll-ups: those whose names, or whose first cell, begin or end like one. In tables
 * that nobody adds up, only a totals row is one.
 */
export function rollUpsOf(
  schema: TableSchema,
  range: readonly (readonly Cell[])[],
  filled: readonly number[],
  positions: ReadonlyMap<string, number>,
): (cells: readonly Cell[]) => boolean {
  const named = schema.label.map((key) => positions.get(key) ?? -1);
  let known: readonly string[] | undefined;
  const names = (): readonly string[] =>
    (known ??= namesIn(
      schema,
      filled.map((i) => range[i]),
      positions,
    ));
  return (cells) => {
    const first = cells.find((cell) => typeof cell === 'string' && fold(cell) !== '');
    const texts = [first, ...named.map((at) => cells[at])].filter((cell) => typeof cell === 'string');
    return texts.some((text) => {
      const kind = kindOf(text);
      if (kind === 'name') return false;
      if (schema.adds.length === 0) return isTotalsRow(text);
      return kind === 'roll-up' || isAddedUp(text, names());
    });
  };
}

const isTotalsRow = (text: string): boolean => {
  const words = wordsOf(text);
  return [ROLL_UPS, ROLL_UPS_UNSPACED, ROLL_UP_OR_NAME, ROLL_UP_ALONE].some((phrases) => isAmong(phrases, words));
};

/** Names and categories of the rows that are none of the roll-ups themselves, the longest first. */
function namesIn(
  schema: TableSchema,
  rows: readonly (readonly Cell[])[],
  positions: ReadonlyMap<string, number>,
): readonly string[] {
  const isName = ({ type, key, raw }: TableSchema['columns'][number]) =>
    !raw && (type === 'choice' || type === 'text') && key !== 'codes';
  const columns = schema.columns.filter(isName);
  const written = rows.flatMap((cells) => columns.map(({ key }) => cells[positions.get(key) ?? -1]));
  const names = [...columns.flatMap(({ choices }) => choices), ...written]
    .filter((cell) => typeof cell === 'string')
    .filter((name) => kindOf(name) === 'name')
    .map(wordsOf)
    .filter(Boolean);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

/**
 * Rows whose amounts are the sum of rows right above, or of the other rows of their category. One that is called like a
 * total as well is one; any other is kept, and noted.
 */
export function sumNotes(schema: TableSchema, rows: readonly Row[]): { totals: ReadonlySet<Row>; findings: Finding[] } {
  const totals = new Set<Row>();
  const findings: Finding[] = [];
  // Shares that count twice add to more than 1, which is refused.
  const keys = schema.columns
    .filter(({ key, type }) => schema.adds.includes(key) && type !== 'share')
    .map(({ key }) => key);
  if (keys.length === 0) return { totals, findings };
  const ofCategory = categorySums(rows, keys);
  rows.forEach((row, i) => {
    const given = keys.filter((key) => amountIn(row, key) > 0);
    // One figure of several may be a sum by chance.
    if (given.length === 0 || given.length < Math.min(2, keys.length)) return;
    const isSum =
      given.every((key) => ofCategory.get(row.values.category)?.get(key)?.isOthers(amountIn(row, key))) ||
      isSumOfAbove(rows, i, given);
    if (!isSum) return;
    const column = schema.columns.find(({ key }) => key === given[0])!.header;
    if (mayBeRollUp(row.label)) totals.add(row);
    else findings.push(note({ table: schema.title, row: row.number, label: row.label, column }, notes.sumOfOthers));
  });
  return { totals, findings };
}

const amountIn = ({ values }: Row, key: string): number => {
  const value = values[key];
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;
};

/** To a millionth: sums of cents are typed rounded. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(a, b);

/** What the rows of a category add up to. */
class Sum {
  private sum = 0;
  private count = 0;

  add(amount: number): void {
    this.sum += amount;
    if (amount > 0) this.count++;
  }

  /** Whether the amount, one of those added, is the sum of two or more others. */
  isOthers(amount: number): boolean {
    return this.count >= 3 && isSame(this.sum - amount, amount);
  }
}

function categorySums(rows: readonly Row[], keys: readonly string[]): Map<CellValue, Map<string, Sum>> {
  const sums = new Map<CellValue, Map<string, Sum>>();
  for (const row of rows) {
    const { category } = row.values;
    if (typeof category !== 'string') continue;
    if (!sums.has(category)) sums.set(category, new Map(keys.map((key) => [key, new Sum()])));
    for (const [key, sum] of sums.get(category)!) sum.add(amountIn(row, key));
  }
  return sums;
}

/** Whether the rows right above, two or more with an amount, add up to the row in all that it gives. */
function isSumOfAbove(rows: readonly Row[], i: number, keys: readonly string[]): boolean {
  const amounts = keys.map((key) => amountIn(rows[i], key));
  const sums = keys.map(() => 0);
  let counted = 0;
  for (let first = i - 1; first >= 0 && sums[0] < amounts[0]; first--) {
    if (amountIn(rows[first], keys[0]) > 0) counted++;
    keys.forEach((key, k) => (sums[k] += amountIn(rows[first], key)));
    if (counted >= 2 && sums.every((sum, k) => isSame(sum, amounts[k]))) return true;
  }
  return false;
}
