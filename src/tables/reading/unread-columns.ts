/** Columns that hold values and are not read: what is typed is not ignored without a word. */
import { note, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { wholeTable } from '../messages/place';
import type { TableSchema } from '../schemas/column';
import { remarksOf } from '../schemas/remarks';
import { headerKey, headerWords } from './header-key';
import { isBlank, type Cell } from './cell';
import { meaningOf } from './likely-meaning';
import { likelySlip } from './nearest';
import { isPeriod } from './period-header';

type Range = readonly (readonly Cell[])[];

/** A column that no figure comes from, where it stands, and what its header may stand for. */
interface Unread {
  header: string;
  /** Counted from 0. */
  position: number;
  /** The column of the table that was meant, but for a slip. */
  slip: string | null;
}

/**
 * @param filled the rows that are not blank
 * @param positions where the columns stand that are read
 */
export function unreadColumns(
  schema: TableSchema,
  range: Range,
  filled: readonly number[],
  headers: readonly string[],
  positions: ReadonlyMap<string, number>,
): Finding[] {
  const missing = schema.columns.filter(({ key, raw }) => !raw && !positions.has(key));
  // Of a range without its header row, or of another table, only what helps to find a missing column is worth a word.
  const isOther = missing.some(({ required }) => required);
  const unread = unreadIn(schema, range, filled, headers, positions);
  const periods = periodsAmong(unread);
  const findings = unread.flatMap(({ header, position, slip }): Finding[] => {
    const at = { ...wholeTable(schema), column: header || null };
    const number = position + 1;
    if (slip !== null) return [note(at, notes.columnIgnored, slip)];
    const meaning = header ? meaningOf(schema, header, headers, positions) : null;
    if (schema.others === 'scenarios' && header)
      return meaning?.from === 'word' ? [note(at, notes.readAsScenario, number, meaning.advice)] : [];
    if (meaning) return [note(at, notes.columnUnread, number, meaning.advice)];
    if (isOther || periods.includes(header)) return [];
    if (!header) return [note(at, notes.columnWithoutHeader, number)];
    return [
      note(
        at,
        notes.columnUnknown,
        number,
        missing.map((column) => column.header),
      ),
    ];
  });
  if (periods.length && !isOther) {
    const at = { ...wholeTable(schema), column: periods[0] };
    findings.push(note(at, schema.others === 'scenarios' ? notes.monthsAsScenarios : notes.monthsAsColumns, periods));
  }
  return findings;
}

function unreadIn(
  schema: TableSchema,
  range: Range,
  filled: readonly number[],
  headers: readonly string[],
  positions: ReadonlyMap<string, number>,
): Unread[] {
  const read = new Set(positions.values());
  const remarks = remarkKeysOf(schema);
  const missing = schema.columns.filter(({ key, raw }) => !raw && !positions.has(key)).map(({ header }) => header);
  const width = filled.reduce((widest, i) => Math.max(widest, range[i].length), headers.length);
  const found: Unread[] = [];
  for (let position = 0; position < width; position++) {
    const header = headers[position] ?? '';
    if (read.has(position) || (header && remarks.has(headerKey(header)))) continue;
    const slip = header ? likelySlip(header, missing) : null;
    if (slip !== null || filled.some((i) => !isBlank(range[i][position]))) found.push({ header, position, slip });
  }
  return found;
}

/** Headers that name times: Jan-26 by itself, a number such as 3 only beside others. */
function periodsAmong(unread: readonly Unread[]): string[] {
  const periods = unread.filter(({ header, slip }) => header && slip === null && isPeriod(header));
  const isSure = periods.length > 1 || periods.some(({ header }) => headerWords(header).includes(' '));
  return isSure ? periods.map(({ header }) => header) : [];
}

const known = new WeakMap<TableSchema, ReadonlySet<string>>();

/** Remarks, and the table's own columns for people, by any of their names. */
function remarkKeysOf(schema: TableSchema): ReadonlySet<string> {
  let keys = known.get(schema);
  if (!keys) {
    const own = schema.columns
      .filter(({ raw, required }) => raw && !required)
      .flatMap(({ header, aliases }) => [header, ...aliases]);
    // Beside scenarios a word such as Reference may name one.
    const common = schema.others === 'scenarios' ? [] : remarksOf(schema);
    known.set(schema, (keys = new Set([...own, ...common].map(headerKey))));
  }
  return keys;
}
