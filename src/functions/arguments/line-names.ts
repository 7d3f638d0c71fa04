/** Lines of the statement as a formula names them. */
import { ALL_LINES, LINES, type LineKey } from '../../engine/model/lines';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import { fold } from '../../tables/reading/nearest';
import { isNotGiven } from './number-grid';

const byName = new Map<string, LineKey>(ALL_LINES.map(({ key, name }) => [fold(name), key]));
const NAMES = ALL_LINES.map(({ name }) => name);

/** @throws InputError with the nearest names. */
export function lineKey(name: unknown): LineKey {
  const key = typeof name === 'string' ? byName.get(fold(name)) : undefined;
  if (key === undefined)
    throw new InputError(
      typeof name === 'string' ? messages.unknownName('line', name, NAMES) : messages.notAName('lines', name),
    );
  return key;
}

/** More cells than this are a whole column, not a list of lines. */
const MOST_LINES = 1000;

/** Not a line, since it has no figures: whether each month is actual or forecast. */
export const MONTH_KIND = 'Month kind';

/** The lines asked for, in order; null for a blank cell between them; all lines when left out. */
export const lineKeys = (lines: unknown): (LineKey | null)[] => asked(lines, lineKey);

/** The same, with the kind of each month among the lines where it is named. */
export const lineKeysAndKind = (lines: unknown): (LineKey | typeof MONTH_KIND | null)[] =>
  asked(lines, (cell) => (typeof cell === 'string' && fold(cell) === fold(MONTH_KIND) ? MONTH_KIND : lineKey(cell)));

function asked<Key>(lines: unknown, keyOf: (cell: unknown) => Key): (LineKey | Key | null)[] {
  if (isNotGiven(lines)) return LINES.map(({ key }) => key);
  const cells = Array.isArray(lines) ? (lines as unknown[][]).flat() : [lines];
  if (cells.length > MOST_LINES) throw new InputError(messages.tooManyLines(cells.length, MOST_LINES));
  return cells.map((cell) => (isNotGiven(cell) ? null : keyOf(cell)));
}
