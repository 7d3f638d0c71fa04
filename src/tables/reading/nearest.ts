import { distance } from 'fastest-levenshtein';
import { memoized } from './memo';

const PLAIN = /^[ -~]*$/;
/** Characters without a width, which come along when text is pasted from a web page or a PDF. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** The same name however it is cased, spaced or composed: pasted names bring their own spaces, hyphens and accents. */
export const fold = memoized((name) => {
  const plain = PLAIN.test(name) ? name : name.normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-');
  return plain.trim().replace(/\s+/g, ' ').toLowerCase();
});

/** Names by their folded form; of names that are alike the first one counts. */
export function byFold(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(fold(name))) found.set(fold(name), name);
  return found;
}

/** Comparing looks no further than this into a name: a text of thousands of characters is no slip of a name. */
const LONGEST = 60;
const folding = (name: string): string => fold(name.slice(0, LONGEST));

/** “Revenue” and “revenues” are short for “allowed revenue”. */
const isShortFor = (typed: string, name: string): boolean =>
  typed.length > 2 && name.includes(typed.endsWith('s') ? typed.slice(0, -1) : typed);

const slips = (typed: string, name: string): number => (isShortFor(typed, name) ? 1 : distance(typed, name));

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Up to three names close to the one given, nearest first; all of a short list when none is close. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const typed = folding(name);
  const ranked = names
    .map((candidate) => ({ candidate, folded: folding(candidate) }))
    .map((each) => ({ ...each, slips: slips(typed, each.folded) }))
    .sort((a, b) => a.slips - b.slips || inOrder(a.folded, b.folded));
  const close = ranked.filter(({ candidate, slips }) => slips <= Math.max(2, Math.min(candidate.length, LONGEST) / 3));
  return (close.length ? close : ranked).slice(0, 3).map(({ candidate }) => candidate);
}

/** The name that a slip of the pen likely meant; null when none is close. */
export function likelySlip(name: string, names: readonly string[]): string | null {
  const folded = folding(name);
  return (
    names.find((candidate) => {
      const edits = distance(folded, folding(candidate));
      // Two letters wrong in a word of three are another word.
      return edits > 0 && edits <= Math.min(2, candidate.length / 3);
    }) ?? null
  );
}
