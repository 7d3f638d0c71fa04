/**
 * Reads a range with a header row into rows of typed cells, by header. Blank, 0 and empty text are one thing
 * (Excel hands a blank over as any of them): "not given". The word `zero` is a true zero.
 */
import type { CellValue, Column, TableSchema } from '../schemas/column';
import { error, lacking, note, type Finding, type PlaceMessage } from '../messages/finding';
import * as notes from '../messages/notes';
import { wholeTable } from '../messages/place';
import * as messages from '../messages/tables';
import { wholeWithinRounding, withinRounding } from './bounds';
import { isBlank, isZeroWord, numberAsText, type Cell } from './cell';
import { readDateCell } from './date-cell';
import { locate } from './locate';
import { fold } from './nearest';
import { rollUpsOf, sumNotes } from './roll-ups';
import { unreadColumns } from './unread-columns';
import { readYesNo, YES_NO } from './yes-no';

export interface TableRow {
  /** Counted from 1 below the header, blank and totals rows included: it finds the row on the sheet. */
  number: number;
  label: string;
  /** By column key, the row's number as `row`, and `zeros`; raw columns are not among them. */
  values: Readonly<Record<string, CellValue>>;
  /** The row as it came, for raw columns and those that the schema does not name. */
  cells: readonly Cell[];
}

export interface Table {
  rows: readonly TableRow[];
  headers: readonly string[];
  /** Where each column stands, by its key. */
  positions: ReadonlyMap<string, number>;
  findings: readonly Finding[];
}

/**
 * A row of the schema with nothing in it. Rows begin as its copies, and copies of rows are spread from them without
 * further properties: so all of them have one hidden class, and whoever reads a property of theirs reads it fast.
 */
const blankRows = new WeakMap<TableSchema, Readonly<Record<string, CellValue>>>();
function blankRow(schema: TableSchema): Readonly<Record<string, CellValue>> {
  let blank = blankRows.get(schema);
  if (!blank) {
    const columns = schema.columns.filter(({ raw }) => !raw).map(({ key }) => [key, null]);
    // Parsed, since only then all properties lie within the object.
    blank = JSON.parse(JSON.stringify(Object.fromEntries([...columns, ['row', null], ['zeros', null]]))) as Record<
      string,
      CellValue
    >;
    blankRows.set(schema, blank);
  }
  return blank;
}

/** A missing, empty or blank argument is no table at all. */
export const isGiven = (
  range: readonly (readonly Cell[])[] | null | undefined,
): range is readonly (readonly Cell[])[] =>
  Array.isArray(range) && range.some((row) => Array.isArray(row) && row.some((cell) => !isBlank(cell)));

export function readTable(schema: TableSchema, range: readonly (readonly Cell[])[]): Table {
  const findings: Finding[] = [];
  const headers = range[0].map(nameText);
  const positions = locate(schema, headers, findings);
  const unreadable = { rows: [], headers, positions, findings };
  const filled: number[] = [];
  for (let i = 1; i < range.length; i++) if (!range[i].every(isBlank)) filled.push(i);
  const isUnreadable = findings.length > 0;
  if (filled.length <= schema.maxRows) findings.push(...unreadColumns(schema, range, filled, headers, positions));
  if (isUnreadable) return unreadable;
  if (filled.length > schema.maxRows) {
    findings.push(error(wholeTable(schema), messages.tooManyRows, filled.length, schema.maxRows));
    return unreadable;
  }

  const read: TableRow[] = [];
  /** Of the cells of each row: a total has none that matter. */
  const inCells = new Map<TableRow, Finding[]>();
  const isRollUp = rollUpsOf(schema, range, filled, positions);
  for (const i of filled) {
    const cells = range[i];
    const label = schema.label
      .map((key) => nameText(cells[positions.get(key) ?? -1]).slice(0, 80))
      .filter(Boolean)
      .join(', ');
    if (isRollUp(cells)) {
      const name = label || nameText(cells.find((cell) => !isBlank(cell)));
      findings.push(rollUpNote(schema, i, name));
      continue;
    }
    const values = { ...blankRow(schema) };
    const found: Finding[] = [];
    values.row = i;
    for (const column of schema.columns) {
      if (column.raw) continue;
      const at = positions.get(column.key);
      const cell = at === undefined ? null : cells[at];
      const value = readCell(column, cell, (text, ...details) =>
        found.push(
          (isOfRow(text) ? lacking : error)(
            { table: schema.title, row: i, label, column: column.header },
            text,
            ...details,
          ),
        ),
      );
      values[column.key] = value;
      if (value === 0 && isZeroWord(cell)) values.zeros = values.zeros ? `${values.zeros} ${column.key}` : column.key;
    }
    const row = { number: i, label, values, cells };
    read.push(row);
    inCells.set(row, found);
  }
  const sums = sumNotes(schema, read);
  for (const row of read) {
    if (sums.totals.has(row)) findings.push(rollUpNote(schema, row.number, row.label));
    else findings.push(...inCells.get(row)!);
  }
  findings.push(...sums.findings);
  return { rows: read.filter((row) => !sums.totals.has(row)), headers, positions, findings };
}

const rollUpNote = (schema: TableSchema, row: number, label: string): Finding =>
  note({ ...wholeTable(schema), row, label }, notes.rollUpSkipped);

/** Cells that are not given are a matter of the whole row. */
const isOfRow = (text: unknown): boolean => text === messages.cellMissing;

/** A name may be a number, such as a year; an error value is none. */
export const nameText = (cell: Cell): string =>
  isBlank(cell) || typeof cell === 'object' || isNoNumber(cell)
    ? ''
    : typeof cell === 'number'
      ? numberAsText(cell)
      : String(cell).trim();

const isNoNumber = (cell: Cell): boolean => typeof cell === 'number' && !Number.isFinite(cell);

/** Says what is wrong with a cell; the caller knows where it stands. */
type Fail = <Details extends unknown[]>(text: PlaceMessage<Details>, ...details: Details) => void;

/** One cell as its column wants it; months stay as they are typed, for the calendar to read. */
export function readCell(column: Column, cell: Cell, fail: Fail): CellValue {
  if (isBlank(cell)) {
    if (column.fallback === undefined) fail(messages.cellMissing, column);
    return column.fallback ?? null;
  }
  switch (column.type) {
    case 'text':
      if (typeof cell === 'string') return cell.trim();
      if (typeof cell === 'number' && !isNoNumber(cell)) return numberAsText(cell);
      fail(messages.cellNotText, cell);
      return null;
    case 'choice': {
      const typed = column.choices === YES_NO ? yesOrNo(cell) : cell;
      const chosen = column.choices.find((name) => typeof typed === 'string' && fold(name) === fold(typed));
      if (chosen === undefined) fail(messages.cellNotAChoice, column.choices, cell);
      return chosen ?? null;
    }
    case 'month': {
      if (typeof cell === 'number') return wholeWithinRounding(cell);
      const date = readDateCell(cell);
      if (!date) fail(messages.monthNotAMonth, cell);
      return date && date.serial;
    }
    default: {
      if (isZeroWord(cell) && column.lower <= 0) return 0;
      if (typeof cell !== 'number' || !Number.isFinite(cell)) {
        fail(messages.cellNotANumber, column, cell);
        return null;
      }
      const value = withinRounding(column.whole ? wholeWithinRounding(cell) : cell, column.lower, column.upper);
      if (value < column.lower || value > column.upper) {
        fail(messages.cellOutOfBounds, column, cell);
        return null;
      }
      if (column.whole && !Number.isInteger(value)) {
        fail(messages.cellNotWhole, cell);
        return null;
      }
      return value;
    }
  }
}

const yesOrNo = (cell: Cell): string | null => {
  const answer = readYesNo(cell);
  return answer === null ? null : YES_NO[Number(answer)];
};
