/** Measured drivers in the place of what is typed: a cell each of Panel or Payer Mix, with its old value for the log. */
import { isBlank, isZeroWord } from '../../tables/reading/cell';
import { isFormula, type Content } from '../plan/cells';
import type { Step } from './edit';
import { columnAt, numberIn, rowsNaming, tableThere, textIn, type TableNow, type TablesNow } from './tables-now';
import { zeroInWords } from './shares';
import { rowsText, tableName } from './where';

export interface AcceptedDriver {
  /** Key of its column on Panel or Payer Mix. */
  driver: string;
  program: string;
  /** Blank for a driver of the program. */
  payer: string;
  value: number;
}

/** Where a driver stands, or why it cannot be written. */
export type DriverPlace =
  | { table: 'panel' | 'payerMix'; at: number; column: number; header: string; fallbackText: string; problem: null }
  | { problem: string };

export function driverPlace(
  tables: TablesNow,
  { driver, program, payer }: Pick<AcceptedDriver, 'driver' | 'program' | 'payer'>,
): DriverPlace {
  const key = payer === '' ? 'panel' : 'payerMix';
  const table = tables[key];
  const known = table.schema.columns.find((column) => column.key === driver);
  if (!known)
    return { problem: payer === '' ? `is no column of ${tableName(table)}` : 'is typed by program, not by payer' };
  const column = columnAt(table, driver);
  if (column < 0) return { problem: `has no column on ${tableName(table)}` };
  const rows = rowsNaming(table, payer === '' ? { name: program } : { program, payer });
  if (rows.length === 0) return { problem: `has no row on ${tableName(table)}` };
  if (rows.length > 1) return { problem: `has several rows on ${tableName(table)}: ${rowsText(table, rows)}` };
  if (driver === 'realizationRate' && (numberIn(table, table.rows[rows[0]], 'thresholdMinutes') ?? 0) > 0)
    return { problem: 'follows from Threshold minutes' };
  if (driver === 'daysToPay' && textIn(table, table.rows[rows[0]], 'paymentPattern') !== '')
    return { problem: 'follows from Payment pattern' };
  return { table: key, at: rows[0], column, header: known.header, fallbackText: known.fallbackText, problem: null };
}

/** What stands in a driver's cell. */
export interface Standing {
  /** null where it is blank or no number. */
  value: number | null;
  /** As the log keeps it. */
  text: string;
  isFormula: boolean;
}

export function standing(
  tables: TablesNow,
  { table, at, column }: { table: 'panel' | 'payerMix' | 'costs'; at: number; column: number },
): Standing {
  const { values, contents } = tables[table].rows[at];
  const [value, content] = [values[column], contents[column]];
  const number = isZeroWord(value)
    ? 0
    : typeof value === 'number' && Number.isFinite(value) && !isBlank(value)
      ? value
      : null;
  const shown =
    number === null ? (isBlank(value) ? 'blank' : String(value)) : figureText(tables[table], column, number);
  return {
    value: number,
    text: isFormula(content) ? `${shown} (${content.formula})` : shown,
    isFormula: isFormula(content),
  };
}

/** As many digits as tell a figure that was typed, and one that was measured. */
const ALL_DIGITS = 12;
const MEASURED_DIGITS = 4;

/** A figure in the unit of its column. */
export function figureText(
  { schema, headers }: TableNow,
  column: number,
  value: number,
  precision = ALL_DIGITS,
): string {
  const known = schema.columns.find(({ key }) => columnAt({ schema, headers } as TableNow, key) === column);
  const digits = (number: number) =>
    Number(number.toPrecision(precision)).toLocaleString('en-US', { maximumFractionDigits: 12 });
  if (known?.type === 'share' || known?.unit === '%') return `${digits(100 * value)}%`;
  return known?.unit.startsWith('$') ? `$${digits(value)}` : digits(value);
}

export interface DriverChange {
  what: string;
  /** As the log keeps it, a formula too. */
  before: string;
  /** As it is said beforehand. */
  replaced: string;
  after: string;
  step: Step;
}

/** @returns what cannot be written, in words, beside what can */
export function acceptDrivers(
  tables: TablesNow,
  accepted: readonly AcceptedDriver[],
): { changes: DriverChange[]; problems: string[] } {
  const changes: DriverChange[] = [];
  const problems: string[] = [];
  for (const driver of accepted) {
    const place = driverPlace(tables, driver);
    const named = [driver.program, driver.payer].filter(Boolean).join(', ');
    if (place.problem !== null) {
      problems.push(`${named}: ${driver.driver} ${place.problem}`);
      continue;
    }
    const table = tableThere(tables, place.table);
    const before = standing(tables, place);
    if (before.value === driver.value && !before.isFormula) continue;
    changes.push({
      what: `${named}: ${place.header} (${tableName(table)}, ${rowsText(table, [place.at])})`,
      before: before.text,
      replaced: before.isFormula ? 'a formula' : before.text,
      after: figureText(table, place.column, driver.value, MEASURED_DIGITS),
      step: {
        what: 'set',
        table: place.table,
        at: place.at,
        column: place.column,
        content: zeroInWords(driver.value) as Content,
      },
    });
  }
  return { changes, problems };
}
