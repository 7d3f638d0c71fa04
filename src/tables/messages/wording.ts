/** How messages show places, values, names and lists, so that the advice behind them still fits. */
import { isCellError, numberAsText } from '../reading/cell';
import { likelyDate } from '../reading/date-cell';
import { nearestNames } from '../reading/nearest';
import { numberInText } from '../reading/number-in-text';
import type { Place } from './place';

/** Excel shows 255 characters of an error's text, the end of it included. */
export const LONGEST_MESSAGE = 254;

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1);
  // Half a surrogate pair would show as a black diamond.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Cut to what Excel shows, with room left for what follows. */
export const fit = (message: string, room = 0): string => cut(message, LONGEST_MESSAGE - room);

/** A name on one line, cut where it would push the advice out of the message. */
export const brief = (name: string, length = 40): string =>
  cut(
    name
      .slice(0, 4 * length)
      .replace(/\s+/g, ' ')
      .trim(),
    length,
  );

export const list = (names: readonly string[], most = 6, length = 30): string => {
  const first = names
    .slice(0, most)
    .map((name) => brief(name, length))
    .join(', ');
  return names.length <= most ? first : `${first} and ${count(names.length - most)} more`;
};

const NUMBER = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 8 });

export const count = (value: number): string => figure(value);

/** A number as a cell shows it; neither a row of zeros nor a digit lost that matters. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return 'a number too large for Excel';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return String(Number(value.toPrecision(8))).replace('e', 'E');
  return NUMBER.format(value);
}

export function shown(value: unknown): string {
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'string') {
    if (value.trim() === '') return 'blank';
    const spelled = numberInText(value);
    if (!spelled) return `the text “${brief(value)}”`;
    return `the text “${brief(value)}”, not a number${spelled.form && ` (${typed(spelled.value)} ${spelled.form})`}`;
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'symbol') return 'a range of several cells';
  if (value === null || value === undefined) return 'blank';
  if (isCellError(value)) return `the error ${value.error}`;
  return Array.isArray(value) ? 'a range' : 'an error value';
}

/** “2027-04-01” looks like a date to its reader: a text is called one. */
export const dateShown = (value: unknown): string =>
  typeof value === 'string' ? `the text “${brief(value)}”, not a date` : shown(value);

/** “: 202601 looks like January 2026; type 2026-01-01”; where nothing is likely “ is …”, and what is asked for. */
export function dateAsked(value: unknown, asked: string): string {
  const likely = likelyDate(value);
  if (!likely) return ` is ${dateShown(value)}; ${asked}`;
  const given = typeof value === 'number' ? String(value) : `“${brief(String(value))}”`;
  return `: ${given} looks like ${likely.words}; type ${likely.typed}`;
}

/** A number as one types it: 0.92, not 0.9199999999999999. */
export const plain = (value: number): string => String(Number(value.toPrecision(6)));

/** A number in full, as one types it. */
const typed = (value: number): string => String(Number(value.toPrecision(12)));

/** A value in as many digits as tell it from the limits, or the whole number, that it misses. */
export function shownBeside(value: unknown, ...limits: readonly number[]): string {
  const inShort = shown(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return inShort;
  const isMistaken = [Math.round(value), ...limits].some((limit) => limit !== value && shown(limit) === inShort);
  return isMistaken ? numberAsText(value).replace('e', 'E') : inShort;
}

/** A number that is meant, whether it is typed as one or as a text. */
const meant = (value: unknown): number | null =>
  typeof value === 'number' ? value : (numberInText(value)?.value ?? null);

/** 92, “92%” and 0.92 → “e.g. 0.92 or 92%”; 1.2 → “at most 100%”; anything else gets the usual example. */
export function shareExample(value: unknown, upper = 1): string {
  const given = meant(value);
  if (given === null || !(given > 0 && given <= 100)) return 'e.g. 0.85 or 85%';
  if (given > upper && given < Math.max(1, 1.5 * upper)) return `at most ${plain(upper * 100)}%`;
  const share = given > 1 ? given / 100 : given;
  return `e.g. ${plain(share)} or ${plain(share * 100)}%`;
}

/** “$1,200” → “e.g. 1200”; anything that spells out no number gets the usual example. */
const numberExample = (value: unknown, usual: number): string => `e.g. ${typed(numberInText(value)?.value ?? usual)}`;

/** Whether a text spells out nothing: 0.00, or the dash of accounting. */
export const spellsZero = (value: unknown): boolean => numberInText(value)?.value === 0;

// Where.

/** “Costs, row 3 (Nurses)” */
export const inRow = ({ table, row, label }: Place): string =>
  `${table}, row ${row}${label ? ` (${brief(label, 36)})` : ''}`;

/** “Starts” */
export const columnOf = ({ column }: Place, length = 30): string => brief(column ?? '', length);

/** “Costs, row 3 (Nurses), Starts” */
export const inCell = (place: Place): string => `${inRow(place)}, ${columnOf(place)}`;

/** “Costs, row 3”: for texts that name what the row is called anyway. */
export const inRowNumber = (place: Place): string => inRow({ ...place, label: '' });

// What to give instead; every reader's messages ask for it in the same words.

/** @param lower a text that spells out less is meant otherwise */
export function aNumber(value: unknown, { usual = 100, lower = -Infinity } = {}): string {
  const spelled = numberInText(value)?.value ?? usual;
  return spelled < lower
    ? `${within(lower, Infinity)}, e.g. ${typed(Math.max(Math.abs(spelled), lower))}`
    : `a number, ${numberExample(value, usual)}`;
}
export const aShare = (value: unknown, lower = 0): string =>
  `a share from ${shown(lower)} to 1, ${shareExample(value)}`;
export const within = (lower: number, upper: number): string =>
  Number.isFinite(upper) ? `a number from ${shown(lower)} to ${shown(upper)}` : `${shown(lower)} or more`;
export const oneOf = (choices: readonly string[]): string => `one of ${list(choices)}`;
/** What shares that add to the total still miss of 1, or have too much. */
export const upToOne = (total: number): string => `${total < 1 ? 'add' : 'take away'} ${plain(Math.abs(1 - total))}`;

export const unknownName = (what: string, name: string, names: readonly string[]): string =>
  fit(
    `${what} “${brief(name)}” is not known${names.length === 0 ? ': there are none to choose from.' : `; did you mean ${list(nearestNames(name, names))}?`}`,
  );
