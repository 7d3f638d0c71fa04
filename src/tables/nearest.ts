import { distance } from 'fastest-levenshtein';

/** The same name however it is cased or spaced. */
export const fold = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Up to three names close to the one given, nearest first; all of a short list when none is close. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const folded = fold(name);
  const ranked = names
    .map((candidate) => ({ candidate, edits: distance(folded, fold(candidate)) }))
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate, 'en'));
  const close = ranked.filter(({ candidate, edits }) => edits <= Math.max(2, candidate.length / 3));
  return (close.length ? close : ranked).slice(0, 3).map(({ candidate }) => candidate);
}

/** The close names of a likely slip of the pen; none when nothing is close. */
export function likelySlip(name: string, names: readonly string[]): string | null {
  const folded = fold(name);
  return names.find((candidate) => { const edits = distance(folded, fold(candidate)); return edits > 0 && edits <= 2; }) ?? null;
}
