/** Where the header row is, and what its columns are. */
import type { Cell } from '../../tables/reading/cell';
import { headerKey } from '../../tables/reading/header-key';
import { memoized } from '../../tables/reading/memo';
import { SUMMARY_FIGURES } from '../rows';
import { textOf } from './coded';
import { COLUMNS, KINDS, type ExportColumn, type Kind } from './kinds';

/** What a user has said of headers: the column that one stands for, by its header here; blank leaves it out. */
export type Mapping = Readonly<Record<string, string>>;

export interface Recognized {
  kind: Kind;
  /** Rows above the data that are its headers, and how many rows stand above those. */
  headerRows: 1 | 2;
  above: number;
  headers: readonly string[];
  /** By the column’s key its position. */
  positions: ReadonlyMap<string, number>;
  missing: readonly ExportColumn[];
  /** A header that stands twice, where one is needed. */
  twice: string | null;
}

const keyOf = memoized((header) => headerKey(header).replace(/[.:*?]+/g, ''));

/** A header as a mapping remembers it. */
export const mappingKey = (header: string): string => keyOf(header);

/** By kind and key of a header: which column, and how good a name for it. */
const KNOWN = new Map(
  KINDS.map((kind) => {
    const known = new Map<string, { column: ExportColumn; rank: number }>();
    for (const column of COLUMNS[kind])
      [column.header, ...column.synonyms].forEach((name, rank) => {
        if (!known.has(keyOf(name))) known.set(keyOf(name), { column, rank });
      });
    return [kind, known] as const;
  }),
);

/** Whether a cell is a header of any kind. */
export const isKnownHeader = (cell: string): boolean => KINDS.some((kind) => KNOWN.get(kind)!.has(keyOf(cell)));

/** A file has its headers among its first rows, or none. */
export const ROWS_TO_SEARCH = 30;

/** @param only the kind, where it is known */
export function recognize(
  rows: readonly (readonly Cell[])[],
  mapping: Mapping = {},
  only: Kind | null = null,
): Recognized | null {
  const said = new Map(Object.entries(mapping).map(([header, column]) => [keyOf(header), column]));
  let best: (Recognized & { score: number }) | null = null;
  for (let at = 0; at < Math.min(rows.length, ROWS_TO_SEARCH); at++)
    for (const headerRows of at > 0 ? ([1, 2] as const) : ([1] as const)) {
      const names = headerRows === 1 ? rows[at].map((cell) => [textOf(cell)]) : joined(rows[at - 1], rows[at]);
      for (const kind of only ? [only] : KINDS) {
        const candidate = matched(kind, names, said);
        const score = scoreOf(kind, candidate);
        if (candidate.positions.size === 0 || (best && score <= best.score)) continue;
        best = { ...candidate, kind, headerRows, above: at + 1 - headerRows, score };
      }
    }
  return best;
}

/** All columns that are needed come first; then who knows more headers. */
function scoreOf(
  kind: Kind,
  { positions, missing }: { positions: ReadonlyMap<string, number>; missing: readonly unknown[] },
): number {
  const saysSomething = kind !== 'summary' || SUMMARY_FIGURES.some((key) => positions.has(key));
  return positions.size + (missing.length === 0 && saysSomething ? 100 : 0);
}

/** Headers over two rows: what stands below, both together, or what stands above where nothing stands below. */
function joined(upper: readonly Cell[], lower: readonly Cell[]): string[][] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above, below] = [textOf(upper[i]).trim(), textOf(lower[i]).trim()];
    // A merged cell stands over the columns to its right, too.
    if (above !== '') group = above;
    return below === '' ? [above] : [below, `${group} ${below}`];
  });
}

function matched(kind: Kind, names: readonly (readonly string[])[], said: ReadonlyMap<string, string>) {
  const found = new Map<string, { position: number; rank: number; header: string }>();
  let twice: string | null = null;
  names.forEach((candidates, position) => {
    for (const name of candidates) {
      const known = meant(kind, name, said);
      if (!known) continue;
      const { column, rank } = known;
      const before = found.get(column.key);
      if (before && before.rank === rank) twice ??= name;
      if (!before || rank < before.rank) found.set(column.key, { position, rank, header: name });
      break;
    }
  });
  const last = names.reduce((length, [name], i) => (name.trim() === '' ? length : i + 1), 0);
  return {
    headers: names
      .slice(0, last)
      .map(([below], i) => [...found.values()].find(({ position }) => position === i)?.header ?? below),
    positions: new Map([...found].map(([key, { position }]) => [key, position])),
    missing: COLUMNS[kind].filter(({ key, required }) => required && !found.has(key)),
    twice,
  };
}

/** What a user says of a header goes before what it looks like. */
function meant(kind: Kind, header: string, said: ReadonlyMap<string, string>) {
  const key = keyOf(header);
  if (key === '') return undefined;
  const column = said.get(key);
  if (column === undefined) return KNOWN.get(kind)!.get(key);
  if (column === '') return undefined;
  const known = KNOWN.get(kind)!.get(keyOf(column));
  return known && { column: known.column, rank: -1 };
}
