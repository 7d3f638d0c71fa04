/** What #NAME? is about, and what was probably meant. */
import { distance } from 'fastest-levenshtein';
import { outsideQuotes, REFERENCE } from './formula-text';

/** A third of a name's letters may be wrong, and two of a short one. */
const farthest = (name: string) => Math.max(2, Math.floor(name.length / 3));
const MOST = 3;

const FUNCTION = '([A-Za-z_\\u0080-\\uffff][A-Za-z0-9_.\\u0080-\\uffff]*)\\(';
const NAME = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\u0080-\uffff]*$/;
/** Excel's own words, and cells, which look like names. */
const NO_NAME = /^(true|false|[a-z]{1,3}\d+)$/i;

export interface KnownNames {
  functions: readonly string[];
  /** Defined names and tables. */
  names: readonly string[];
}

/** Says which function or name of the formula is not known; null where all are. */
export function unknownName(formula: string, known: KnownNames): string | null {
  for (const [, name] of formula.matchAll(outsideQuotes(FUNCTION)))
    if (name && !isAmong(name, known.functions)) return said('function', name, known.functions);
  // Names that the formula itself gives are no names of the workbook.
  if (/\b(LET|LAMBDA)\(/i.test(formula)) return null;
  const withoutColumns = formula.replace(/\[[^\]]*\]+/g, '');
  for (const [name] of withoutColumns.matchAll(outsideQuotes(REFERENCE)))
    if (NAME.test(name) && !NO_NAME.test(name) && !isAmong(name, known.names)) return said('name', name, known.names);
  return null;
}

function said(kind: string, name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  const question =
    near.length > 0 ? ` Did you mean ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(near)}?` : '';
  return `There is no ${kind} ${name}.${question}`;
}

function nearest(name: string, candidates: readonly string[]): string[] {
  const typed = name.toUpperCase();
  return candidates
    .map((candidate) => ({ candidate, away: distance(typed, candidate.toUpperCase()) }))
    .filter(({ away }) => away <= farthest(name))
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

const isAmong = (name: string, candidates: readonly string[]): boolean =>
  candidates.some((candidate) => candidate.toUpperCase() === name.toUpperCase());
