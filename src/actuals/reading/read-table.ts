/** A table of an export, read and checked: what is used, what is set aside and why, and an account that adds up. */
import type { Rows } from '../rows';
import * as messages from '../../tables/messages/exports';
import { readAging } from './aging';
import { readClaims } from './claims';
import { textOf } from './coded';
import { Judged, Refused, type ReadOptions } from './judged';
import { Kept } from './kept';
import { COLUMNS, type Kind } from './kinds';
import { readMinutes } from './minutes';
import { mappingKey } from './recognize';
import { readRoster } from './roster';
import { REASONS, sentence, type Account, type Reason, type SetAside } from './set-aside';
import { readSummary } from './summary';
import type { Table } from './table';

/** What became of a header. */
export interface ReadColumn {
  header: string;
  /** The column that it stands for, by its header in COLUMNS; null where it is not read. */
  column: string | null;
}

export interface Reading {
  kind: Kind | null;
  /** null where all of it had to be refused. */
  rows: Rows | null;
  /** Why, and what to do; null where it was read. */
  refused: string | null;
  account: Account;
  setAside: readonly SetAside[];
  columns: readonly ReadColumn[];
  /** Columns that are still missing, for the step in which a user says what headers mean. */
  missing: readonly string[];
  /** Names that the model does not have, for whoever can say what they stand for. */
  unknown: UnknownNames;
  notes: readonly string[];
}

export interface UnknownNames {
  programs: readonly string[];
  payers: readonly string[];
}

const READERS = {
  claims: readClaims,
  roster: readRoster,
  summary: readSummary,
  minutes: readMinutes,
  aging: readAging,
};

/** What a kind is called in a sentence. */
export const IN_WORDS: Readonly<Record<Kind, string>> = {
  summary: 'a monthly summary',
  roster: 'a roster',
  claims: 'claims',
  minutes: 'minutes',
  aging: 'an aging report',
};

/** A header row that fits so few columns may be a row of somebody’s data. */
const FEWEST_KNOWN = 3;

export function readTable(table: Table, options: ReadOptions = {}): Reading {
  const steps = reading(table, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a pause between columns, for who waits to be shown something, or to stop; it throws to stop. */
export async function readTableInSteps(
  table: Table,
  options: ReadOptions,
  pause: () => Promise<void>,
): Promise<Reading> {
  const steps = reading(table, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

function* reading(table: Table, options: ReadOptions): Generator<void, Reading> {
  const { recognized } = table;
  if (table.brokenAt !== null) return refused(table, recognized?.kind ?? null, messages.quoteOpen(table.brokenAt));
  if (table.rowNumbers.length === 0 && !recognized) return refused(table, null, messages.nothingToRead());
  if (
    !recognized ||
    (recognized.missing.length > 0 &&
      recognized.positions.size < Math.min(FEWEST_KNOWN, COLUMNS[recognized.kind].length))
  )
    return refused(table, null, messages.kindUnknown());
  const { kind, missing, twice } = recognized;
  const hasFigures =
    kind !== 'summary' || [...recognized.positions.keys()].some((key) => !['month', 'program', 'payer'].includes(key));
  if (missing.length > 0 || !hasFigures) {
    const names = hasFigures ? missing.map(({ header }) => header) : ['Active'];
    return refused(table, kind, messages.columnsMissing(IN_WORDS[kind], names, unread(table)));
  }
  if (twice !== null) return refused(table, kind, messages.headerTwice(twice));
  const judged = new Judged(table, kind, options);
  try {
    yield;
    const read = yield* READERS[kind](judged);
    judged.findTotals();
    yield;
    read.acrossRows();
    yield;
    const kept = new Kept(judged.faults);
    const account = accountOf(judged);
    yield;
    return {
      kind,
      rows: read.rows(kept),
      refused: null,
      account,
      setAside: setAsideOf(judged),
      columns: columnsOf(table),
      missing: [],
      unknown: unknownOf(judged),
      notes: notesOf(judged),
    };
  } catch (error) {
    if (error instanceof Refused) return refused(table, kind, error.message);
    throw error;
  }
}

const columnsOf = ({ headers, recognized }: Table): ReadColumn[] =>
  headers.map((header, position) => {
    const [key] = [...(recognized?.positions ?? [])].find(([, at]) => at === position) ?? [];
    return {
      header,
      column: key === undefined ? null : COLUMNS[recognized!.kind].find((column) => column.key === key)!.header,
    };
  });

const unread = (table: Table): string[] =>
  columnsOf(table)
    .filter(({ header, column }) => column === null && mappingKey(header) !== '')
    .map(({ header }) => header);

function notesOf({ table, notes }: Judged): string[] {
  const headers = unread(table);
  return [
    ...notes,
    ...(headers.length ? [messages.headersNotRead(headers)] : []),
    ...(table.blankLines ? [messages.blankLines(table.blankLines)] : []),
  ];
}

function refused(table: Table, kind: Kind | null, text: string): Reading {
  const rows = table.rowNumbers.length + table.above.length;
  return {
    kind,
    rows: null,
    refused: text,
    account: {
      rowsIn: rows,
      rowsUsed: 0,
      rowsAside: rows,
      blankLines: table.blankLines,
      money: [],
      byReason: rows ? [{ reason: 'not read', rows, cents: 0 }] : [],
    },
    setAside: [],
    columns: columnsOf(table),
    missing: (kind ? (table.recognized?.missing ?? []) : []).map(({ header }) => header),
    unknown: { programs: [], payers: [] },
    notes: [],
  };
}

/** Cents that could be read in a row, over all money columns. */
function centsOf(judged: Judged, row: number): number {
  let sum = 0;
  for (const { cents, codes } of judged.money) {
    const value = codes[row] < 0 ? 0 : cents[codes[row]];
    if (!Number.isNaN(value)) sum += value;
  }
  return sum;
}

function accountOf(judged: Judged): Account {
  const { rows, faults, table } = judged;
  let rowsUsed = 0;
  const byReason = new Map<Reason, { rows: number; cents: number }>();
  const count = (reason: Reason, cents: number) => {
    const before = byReason.get(reason) ?? { rows: 0, cents: 0 };
    byReason.set(reason, { rows: before.rows + 1, cents: before.cents + cents });
  };
  table.above.forEach(() => count('above the headers', 0));
  for (let i = 0; i < rows; i++) {
    const reason = judged.reasonOf(i);
    if (reason === null) rowsUsed++;
    else count(reason, centsOf(judged, i));
  }
  const money = judged.money.map(({ header, cents, codes }) => {
    const sums = { in: 0, used: 0, aside: 0 };
    for (let i = 0; i < rows; i++) {
      const value = codes[i] < 0 ? 0 : cents[codes[i]];
      if (Number.isNaN(value)) continue;
      sums.in += value;
      if (faults[i]) sums.aside += value;
      else sums.used += value;
    }
    return { header, ...sums };
  });
  const rowsIn = rows + table.above.length;
  return {
    rowsIn,
    rowsUsed,
    rowsAside: rowsIn - rowsUsed,
    blankLines: table.blankLines,
    money,
    byReason: REASONS.flatMap((reason) => {
      const found = byReason.get(reason);
      return found ? [{ reason, ...found }] : [];
    }),
  };
}

function setAsideOf(judged: Judged): SetAside[] {
  const { rows, table, options } = judged;
  const list: SetAside[] = table.above.map((row) => ({
    row,
    reason: 'above the headers',
    text: messages.aboveHeaders(),
    cents: 0,
  }));
  const isSomebody = identifiersAmong(judged);
  for (let i = 0; i < rows; i++) {
    const reason = judged.reasonOf(i);
    if (reason === null) continue;
    const column = judged.columnAtFault(i);
    const isShown = column !== null && column.holds !== 'identifier' && column.holds !== 'reason';
    const value = isShown ? judged.cellAt(i, column.key) : '';
    list.push({
      row: table.rowNumbers[i],
      reason,
      text: sentence(reason, {
        header: column ? judged.headerOf(column.key) : '',
        value: isSomebody(value) ? '…' : value,
        other:
          judged.others.get(i) ??
          judged.headerOf(
            column?.key === 'decided' ? 'serviceMonth' : judged.kind === 'roster' ? 'enrolled' : judged.columns[0].key,
          ),
        names: (reason === 'unknown program' ? options.programs : options.payers) ?? [],
      }),
      cents: centsOf(judged, i),
    });
  }
  return list;
}

function unknownOf(judged: Judged): UnknownNames {
  const isSomebody = identifiersAmong(judged);
  const namesFor = (reason: Reason, key: string): string[] => {
    const names = new Set<string>();
    for (let i = 0; i < judged.rows; i++)
      if (judged.faults[i] && judged.reasonOf(i) === reason) names.add(judged.cellAt(i, key).trim());
    return [...names].filter((name) => name !== '' && !isSomebody(name));
  };
  return { programs: namesFor('unknown program', 'program'), payers: namesFor('unknown payer', 'payer') };
}

/** Whether a cell that is to be shown holds somebody’s number, slipped into another column. */
function identifiersAmong(judged: Judged): (value: string) => boolean {
  const shown = new Set<string>();
  for (let i = 0; i < judged.rows; i++) {
    const column = judged.faults[i] ? judged.columnAtFault(i) : null;
    if (column && column.holds !== 'identifier')
      for (const word of wordsOf(judged.cellAt(i, column.key))) shown.add(word);
  }
  const found = new Set<string>();
  if (shown.size > 0)
    for (const { key, holds } of judged.columns) {
      if (holds !== 'identifier' || !judged.has(key)) continue;
      const { size, cell } = judged.coded(key);
      for (let code = 0; code < size; code++) {
        const text = textOf(cell(code)).trim();
        if (shown.has(text)) found.add(text);
      }
    }
  return (value) => found.size > 0 && wordsOf(value).some((word) => found.has(word));
}

/** A cell, and the words in it. */
const wordsOf = (cell: string): string[] => [cell.trim(), ...cell.split(/[\s,;|]+/)];
