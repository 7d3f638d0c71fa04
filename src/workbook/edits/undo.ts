/** The steps that take an edit back, found by what it wrote: rows may have been sorted, and others added, since. */
import { fold } from '../../tables/reading/nearest';
import type { Edit, Step } from './edit';
import { sameRow } from './same';
import {
  EDITED_KEYS,
  EDITED_SCHEMAS,
  textIn,
  type EditedKey,
  type RowNow,
  type TableNow,
  type TablesNow,
} from './tables-now';
import { rowsOf, tableName } from './where';

/** What was done, and the tables before and after it. */
export interface DoneEdit {
  edit: Edit;
  before: TablesNow;
  after: TablesNow;
}

export type Undoing = { steps: Step[]; problem: null } | { steps: null; problem: string };

/** Why something cannot be taken back. */
class Changed {
  constructor(readonly what: string) {}
}

export function undoing({ edit, before, after }: DoneEdit, now: TablesNow): Undoing {
  try {
    const steps = EDITED_KEYS.flatMap((key) => {
      const own = edit.steps.filter(({ table }) => table === key);
      const [was, written, is] = [before[key], after[key], now[key]];
      if (own.length === 0 || !was || !written) return [];
      if (!is) throw new Changed(`The table of ${EDITED_SCHEMAS[key].title} has been deleted`);
      return undoTable(key, own, was, written, is);
    });
    return { steps, problem: null };
  } catch (reason) {
    if (!(reason instanceof Changed)) throw reason;
    return { steps: null, problem: `${reason.what} since, so nothing was undone.` };
  }
}

function undoTable(key: EditedKey, steps: readonly Step[], before: TableNow, after: TableNow, now: TableNow): Step[] {
  const columns = steps.filter(({ what }) => what === 'insert column');
  if (columns.length === 0 && !sameRow(now.headers, after.headers))
    throw new Changed(`The columns of ${tableName(now)} have been changed`);
  const places = placesAfter(steps, before.rows.length);
  return steps.map((step): Step => {
    switch (step.what) {
      case 'insert row':
        return { what: 'delete row', table: key, at: findRow(after, places.inserted.get(step)!, now) };
      case 'set': {
        const row = findRow(after, places.kept(step.at), now);
        return {
          what: 'set',
          table: key,
          at: row,
          column: step.column,
          content: before.rows[step.at].contents[step.column],
          format: before.rows[step.at].formats[step.column],
        };
      }
      case 'delete row': {
        const { contents, formats } = before.rows[step.at];
        const name = nameOf(before, before.rows[step.at]);
        if (now.rows.some((row) => name !== '' && fold(nameOf(now, row)) === fold(name) && isKeyed(key)))
          throw new Changed(`${tableName(now)} has got ${name}`);
        // As far down as it stood, where rows have not become fewer.
        const at = Math.min(step.at - deletedBefore(steps, step.at), now.rows.length);
        return { what: 'insert row', table: key, at, contents, formats };
      }
      case 'insert column': {
        const at = now.headers.findIndex((header) => fold(header) === fold(step.header));
        const written = after.rows.map(({ contents }) => contents[step.at]);
        if (
          at < 0 ||
          !sameRow(
            now.rows.map(({ contents }) => contents[at]),
            written,
          )
        )
          throw new Changed(`${tableName(now)}, column ${step.header}, has been changed`);
        return { what: 'delete column', table: key, at };
      }
      case 'delete column':
        throw new Error('no edit deletes a column');
    }
  });
}

/** Panel and Payer Mix refuse two rows of one name. */
const isKeyed = (key: EditedKey): boolean => key === 'panel' || key === 'payerMix';
const nameOf = (table: TableNow, row: RowNow): string =>
  table.schema.label
    .map((key) => textIn(table, row, key))
    .filter(Boolean)
    .join(', ');

const deletedBefore = (steps: readonly Step[], at: number): number =>
  steps.filter((step) => step.what === 'delete row' && step.at < at).length;

/** Where rows stand after the edit. */
function placesAfter(
  steps: readonly Step[],
  rows: number,
): { inserted: Map<Step, number>; kept: (at: number) => number } {
  const inserts = steps.filter(({ what }) => what === 'insert row').sort((a, b) => a.at - b.at);
  const inserted = new Map(inserts.map((step, i) => [step, Math.min(step.at, rows) + i]));
  return { inserted, kept: (at) => at + inserts.filter((step) => step.at <= at).length };
}

/** The row that is still as it was left. @throws Changed where there is none. */
function findRow(after: TableNow, at: number, now: TableNow): number {
  const written = after.rows[at].contents;
  const isSame = (row: RowNow | undefined): boolean => row !== undefined && sameRow(row.contents, written);
  const found = isSame(now.rows[at]) ? at : now.rows.findIndex(isSame);
  if (found < 0) throw new Changed(`${rowsOf(after, [at])}, has been changed`);
  return found;
}
