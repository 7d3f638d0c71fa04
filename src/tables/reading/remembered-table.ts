/**
 * Tables as they were last read: when a cell changes, the other tables of the model need not be read again. What they
 * forecast together is remembered in forecast/ alone.
 * A range handed in must not be written to afterwards.
 */
import type { TableSchema } from '../schemas/column';
import type { Cell } from './cell';
import { readTable, type Table } from './read-table';

type Range = readonly (readonly Cell[])[];

/** The table before the change and the one after it. */
const REMEMBERED = 2;
/** Longer ranges are refused or mostly blank: reading them again costs less than keeping them. */
const MOST_ROWS = 2_000;

const remembered = new Map<string, { range: Range; table: Table }[]>();

export function rememberedTable(schema: TableSchema, range: Range): Table {
  if (range.length > MOST_ROWS) return readTable(schema, range);
  const known = remembered.get(schema.name) ?? [];
  remembered.set(schema.name, known);
  const at = known.findIndex((entry) => sameRange(entry.range, range));
  const entry = at >= 0 ? known.splice(at, 1)[0] : { range, table: readTable(schema, range) };
  known.unshift(entry);
  known.length = Math.min(known.length, REMEMBERED);
  return entry.table;
}

/** Equal cell by cell. */
export function sameRange(a: Range, b: Range): boolean {
  if (a.length !== b.length) return false;
  for (let r = 0; r < a.length; r++) {
    const one = a[r],
      other = b[r];
    if (one === other) continue;
    if (one.length !== other.length) return false;
    for (let c = 0; c < one.length; c++) if (!Object.is(one[c], other[c])) return false;
  }
  return true;
}
