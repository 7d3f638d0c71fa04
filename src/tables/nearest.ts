import { distance } from 'fastest-levenshtein';

const PLAIN = /^[ -~]*$/;
/** Characters without a width, which come along when text is pasted from a web page or a PDF. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** The same name however it is cased, spaced or composed: pasted names bring their own spaces, hyphens and accents. */
export function fold(name: string): string {
  const plain = PLAIN.test(name) ? name : name.normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-');
  return plain.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Names by their folded form; of names that are alike the first one counts. */
export function byFold(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(fold(name))) found.set(fold(name), name);
  return found;
}

/** Comparing looks no further than this into a name: a text of thousands of characters is no slip of a name. */
const LONGEST = 60;
const edits = (a: string, b: string): number => distance(a.slice(0, LONGEST), b.slice(0, LONGEST));

/** “Revenue” and “revenues” are short for “allowed revenue”. */
const holds = (candidate: string, typed: string): boolean => typed.length > 2 && candidate.includes(typed.replace(/s$/, ''));

/** Up to three names close to the one given, nearest first; all of a short list when none is close. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const folded = fold(name);
  const ranked = names
    .map((candidate) => ({ candidate, slips: holds(fold(candidate), folded) ? 1 : edits(folded, fold(candidate)) }))
    .sort((a, b) => a.slips - b.slips || (a.candidate < b.candidate ? -1 : 1));
  const close = ranked.filter(({ candidate, slips }) => slips <= Math.max(2, Math.min(candidate.length, LONGEST) / 3));
  return (close.length ? close : ranked).slice(0, 3).map(({ candidate }) => candidate);
}

/** The name that a slip of the pen likely meant; null when none is close. */
export function likelySlip(name: string, names: readonly string[]): string | null {
  const folded = fold(name);
  return names.find((candidate) => { const slips = edits(folded, fold(candidate)); return slips > 0 && slips <= 2; }) ?? null;
}
