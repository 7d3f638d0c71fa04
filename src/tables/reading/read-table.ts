/**
 * Reads a range with a header row into rows of typed cells, by header. Blank, 0 and empty text are one thing
 * (Excel hands a blank over as any of them): "not given". The word `zero` is a true zero.
 */
import type { CellValue, Column, TableSchema } from '../schemas/column';
import { error, note, type Finding, type PlaceMessage } from '../messages/finding';
import * as notes from '../messages/notes';
import { wholeTable } from '../messages/place';
import { wholeWithinRounding, withinRounding } from './bounds';
import { readDateCell } from './date-cell';
import { headerKey } from './header-key';
import * as messages from '../messages/tables';
import { fold, likelySlip } from './nearest';
import { readYesNo, YES_NO } from './yes-no';

export type Cell = string | number | boolean | null | undefined;

export interface TableRow {
  /** Counted from 1 below the header, blank and totals rows included: it finds the row on the sheet. */
  number: number;
  label: string;
  /** By column key, and the row's number as `row`; raw columns are not among them. */
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

/** Blank, 0 and empty text: not given. */
export const isBlank = (cell: Cell): boolean =>
  cell === null ||
  cell === undefined ||
  cell === 0 ||
  (typeof cell === 'string' && !/^[!-~]/.test(cell) && fold(cell) === '');

export const isZeroWord = (cell: Cell): boolean => typeof cell === 'string' && fold(cell) === 'zero';

/** The keys a column goes by, its own header first: it wins over an alias, which may be another table's header. */
const columnKeys = new WeakMap<Column, readonly string[]>();
const keysOf = (column: Column): readonly string[] => {
  let keys = columnKeys.get(column);
  if (!keys) columnKeys.set(column, (keys = [column.header, ...column.aliases].map(headerKey)));
  return keys;
};

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
    blank = JSON.parse(JSON.stringify(Object.fromEntries([...columns, ['row', null]]))) as Record<string, CellValue>;
    blankRows.set(schema, blank);
  }
  return blank;
}

const TOTALS = new Set(['total', 'totals', 'grand total']);

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
  if (findings.length) return unreadable;
  reportSlips(schema, headers, positions, findings);

  const filled: number[] = [];
  for (let i = 1; i < range.length; i++) if (!range[i].every(isBlank)) filled.push(i);
  if (filled.length > schema.maxRows) {
    findings.push(error(wholeTable(schema), messages.tooManyRows, filled.length, schema.maxRows));
    return unreadable;
  }

  const rows: TableRow[] = [];
  for (const i of filled) {
    const cells = range[i];
    const first = cells.find((cell) => !isBlank(cell));
    if (typeof first === 'string' && TOTALS.has(fold(first))) continue;
    const label = schema.label
      .map((key) => nameText(cells[positions.get(key) ?? -1]).slice(0, 80))
      .filter(Boolean)
      .join(', ');
    const values = { ...blankRow(schema) };
    values.row = i;
    for (const column of schema.columns) {
      if (column.raw) continue;
      const at = positions.get(column.key);
      values[column.key] = readCell(column, at === undefined ? null : cells[at], (text, ...details) =>
        findings.push(error({ table: schema.title, row: i, label, column: column.header }, text, ...details)),
      );
    }
    rows.push({ number: i, label, values, cells });
  }
  return { rows, headers, positions, findings };
}

/** A name may be a number, such as a year; an error value is none. */
const nameText = (cell: Cell): string =>
  isBlank(cell) || typeof cell === 'object' || isNoNumber(cell) ? '' : String(cell).trim();

const isNoNumber = (cell: Cell): boolean => typeof cell === 'number' && !Number.isFinite(cell);

/** A column that is not read but nearly has the name of one that is missing: its figures would silently count as blank. */
function reportSlips(
  schema: TableSchema,
  headers: readonly string[],
  positions: ReadonlyMap<string, number>,
  findings: Finding[],
): void {
  const missing = schema.columns.filter(({ key, raw }) => !raw && !positions.has(key)).map(({ header }) => header);
  const read = new Set(positions.values());
  headers.forEach((header, position) => {
    const likely = header && !read.has(position) ? likelySlip(header, missing) : null;
    if (likely) findings.push(note({ ...wholeTable(schema), column: header }, notes.columnIgnored, likely));
  });
}

/** Where each column stands, by its header or an alias. */
function locate(schema: TableSchema, headers: readonly string[], findings: Finding[]): Map<string, number> {
  const positions = new Map<string, number>();
  const keys = headers.map(headerKey);
  for (const column of schema.columns) {
    const at = keysOf(column)
      .map((name) => keys.indexOf(name))
      .find((position) => position >= 0);
    const place = { ...wholeTable(schema), column: column.header };
    if (at === undefined) {
      if (column.required) findings.push(error(place, messages.columnMissing, headers.filter(Boolean)));
    } else if (keys.indexOf(keys[at], at + 1) >= 0) {
      findings.push(error(place, messages.columnTwice, headers[at]));
    } else {
      positions.set(column.key, at);
    }
  }
  return positions;
}

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
      if (typeof cell === 'number' && !isNoNumber(cell)) return String(cell);
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
