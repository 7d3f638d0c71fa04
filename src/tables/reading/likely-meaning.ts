/** What a header that is not read most likely stands for, and where that goes. */
import * as notes from '../messages/notes';
import { CHANGES } from '../schemas/changes';
import type { TableSchema } from '../schemas/column';
import { COSTS } from '../schemas/costs';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import { SETTING_COLUMNS, SETTINGS, SETTINGS_OF_OTHERS } from '../schemas/settings';
import { MEANINGS, MEASURES } from '../schemas/vocabulary';
import { headerKey, headerWords } from './header-key';
import { keysOf } from './locate';
import { memoized } from './memo';

export interface LikelyMeaning {
  /** What to do, as a sentence. */
  advice: string;
  /** A header of ours; a word of the field that says nothing else; or one that may say something else. */
  from: 'header' | 'word' | 'vague word';
}

const SETTING_NAMES = new Map(
  [
    ...SETTING_COLUMNS.flatMap(({ header, aliases }) => [header, ...aliases].map((name) => [name, header])),
    ...SETTINGS_OF_OTHERS.map((name) => [name, name]),
  ].map(([name, header]) => [headerKey(name), header] as const),
);

export function meaningOf(
  schema: TableSchema,
  header: string,
  headers: readonly string[],
  positions: ReadonlyMap<string, number>,
): LikelyMeaning | null {
  const key = headerKey(header);
  const twin = schema.columns.find((column) => positions.has(column.key) && keysOf(column).includes(key));
  if (twin) return plainly(notes.readInstead(headers[positions.get(twin.key)!]));
  return meaningElsewhere(schema, header);
}

/** What a name means that its own table does not know. */
export function meaningElsewhere(schema: TableSchema, name: string): LikelyMeaning | null {
  const key = headerKey(name);
  const setting = schema === SETTINGS ? undefined : SETTING_NAMES.get(key);
  if (setting !== undefined) return plainly(notes.goesToSettings(setting));
  for (const other of [PANEL, PAYER_MIX, COSTS, CHANGES]) {
    const column = other === schema ? undefined : other.columns.find((each) => !each.raw && keysOf(each).includes(key));
    // A scenario may be called like any input, but not like a time: nothing that scenarios change begins or ends.
    const from = other === CHANGES && column?.type === 'month' ? 'word' : 'header';
    if (column) return { advice: notes.goesToTable(column.header, other.title), from };
  }
  const bare = schema === SETTINGS ? undefined : SETTING_NAMES.get(withoutMeasures(name));
  if (bare !== undefined) return plainly(notes.goesToSettings(bare));
  return ofTheField(headerWords(name));
}

/** “Sequestration rate” → “sequestration” */
const withoutMeasures = memoized((name) =>
  headerKey(
    headerWords(name)
      .split(' ')
      .filter((word) => !MEASURES.includes(word))
      .join(' '),
  ),
);

const plainly = (advice: string): LikelyMeaning => ({ advice, from: 'header' });

const ofTheField = memoized((words): LikelyMeaning | null => {
  for (const { words: phrases, advice, isName } of MEANINGS)
    for (const phrase of phrases) {
      const pattern = patternOf(phrase);
      if (!pattern.test(words)) continue;
      const isAlone = words
        .replace(pattern, ' ')
        .split(' ')
        .every((word) => word === '' || MEASURES.includes(word));
      if (phrase.startsWith('=') && !isAlone) continue;
      return { advice, from: isAlone && !isName ? 'word' : 'vague word' };
    }
  return null;
});

const patterns = new Map<string, RegExp>();

/** The phrase anywhere among the words. */
function patternOf(phrase: string): RegExp {
  let pattern = patterns.get(phrase);
  if (!pattern)
    patterns.set(phrase, (pattern = new RegExp(`(?<![^ ])${phrase.replace('=', '').replace('*', '[^ ]*')}(?![^ ])`)));
  return pattern;
}
