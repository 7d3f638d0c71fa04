/** Months that are over, into the table Actuals: by month, program and payer, so that the same month again takes the place of itself. */
import { monthEndSerial, monthIndexOfSerial, monthInWords } from '../../tables/calendar';
import { isBlank } from '../../tables/reading/cell';
import { readDateCell } from '../../tables/reading/date-cell';
import { fold } from '../../tables/reading/nearest';
import { ACTUALS } from '../../tables/schemas/actuals';
import { SOURCE_KEY } from '../layout/input-table';
import { formatOfInput } from '../layout/look';
import type { Content } from '../plan/cells';
import { columnPosition } from '../excel/column-position';
import { settingsNow } from './defaults';
import { positionOf } from './new-row';
import type { Step } from './edit';
import { figureText } from './accept-drivers';
import { columnAt, rowsNaming, textIn, type RowNow, type TableNow, type TablesNow } from './tables-now';

/** A month of a program and payer as it was. */
export interface ActualMonth {
  /** Month index. */
  month: number;
  program: string;
  /** Blank for the whole program. */
  payer: string;
  /** By header of the table Actuals; dollars, patients, minutes. What nobody has told is not there. */
  figures: Readonly<Record<string, number>>;
}

export interface ActualChanges {
  steps: Step[];
  added: number;
  same: number;
  /** Rows that say something else now, each with its old and new figures. */
  replaced: { what: string; before: string; after: string }[];
  /** What could not be written, in words. */
  problems: string[];
}

/** Figures that add up dollars have cents: less is none. */
const SAME = 1e-6;

/** @param source where the months are from, for the column Source */
export function actualChanges(tables: TablesNow, months: readonly ActualMonth[], source: string): ActualChanges {
  const changes: ActualChanges = { steps: [], added: 0, same: 0, replaced: [], problems: [] };
  const table = tables.actuals;
  const lacking = ACTUALS.columns.find(({ key, required }) => required && columnAt(table, key) < 0);
  if (lacking) {
    changes.problems.push(`${ACTUALS.title} lacks the column ${lacking.header}; add it first.`);
    return changes;
  }
  const { startMonth } = settingsNow(tables);
  if (startMonth === null || Number.isNaN(startMonth)) {
    changes.problems.push('Settings has no Start month, so that no month of an export has its place; give one first.');
    return changes;
  }
  const there = new Map(table.rows.map((row, i) => [keyOf(table, row), i] as const));
  let unwritten = 0;
  for (const month of months) {
    const at = there.get(placeKey(month.month, month.program, month.payer));
    if (month.payer === '' && hasPayers(tables, month.program)) unwritten++;
    else if (at !== undefined) replace(table, at, month, source, changes);
    else {
      changes.steps.push(newRow(table, month, source));
      changes.added++;
    }
  }
  if (unwritten > 0)
    changes.problems.push(
      `${unwritten} ${unwritten === 1 ? 'row tells' : 'rows tell'} of a whole program that has several payers; Actuals holds a row a payer, so what they tell is not written.`,
    );
  return changes;
}

const hasPayers = (tables: TablesNow, program: string): boolean => rowsNaming(tables.payerMix, { program }).length > 1;

const placeKey = (month: number | null, program: string, payer: string): string =>
  `${month}\n${fold(program)}\n${fold(payer)}`;

function keyOf(table: TableNow, row: RowNow): string {
  const date = readDateCell(row.values[columnAt(table, 'month')]);
  const month = date ? monthIndexOfSerial(date.serial) : null;
  return placeKey(month, textIn(table, row, 'program'), textIn(table, row, 'payer'));
}

/** What is told takes the place of what stands there; what is not told stays. */
function replace(
  table: TableNow,
  at: number,
  { month, program, payer, figures }: ActualMonth,
  source: string,
  changes: ActualChanges,
): void {
  const row = table.rows[at];
  const [before, after]: [string[], string[]] = [[], []];
  for (const [header, figure] of Object.entries(figures)) {
    const column = columnPosition(table.schema, header, table.headers);
    if (column < 0) continue;
    const typed = row.values[column];
    const stood = typeof typed === 'number' ? typed : 0;
    if (Math.abs(stood - figure) <= SAME) continue;
    before.push(`${header} ${figureText(table, column, stood)}`);
    after.push(`${header} ${figureText(table, column, figure)}`);
    changes.steps.push({ what: 'set', table: 'actuals', at, column, content: figure });
  }
  if (before.length === 0) changes.same++;
  else {
    const column = positionOf(table, SOURCE_KEY);
    if (column >= 0) changes.steps.push({ what: 'set', table: 'actuals', at, column, content: source });
    changes.replaced.push({
      what: `Actuals, ${[monthInWords(month), program, payer].filter(Boolean).join(', ')}`,
      before: before.join('; '),
      after: after.join('; '),
    });
  }
}

function newRow(table: TableNow, { month, program, payer, figures }: ActualMonth, source: string): Step {
  const contents: Content[] = table.headers.map(() => null);
  const formats = table.headers.map((_, position) => table.rows[0]?.formats[position] ?? 'General');
  for (const column of ACTUALS.columns) {
    const position = columnAt(table, column.key);
    if (position < 0) continue;
    formats[position] = formatOfInput(column);
    contents[position] =
      column.key === 'month'
        ? monthEndSerial(month)
        : column.key === 'program'
          ? program
          : column.key === 'payer'
            ? payer || null
            : (figures[column.header] ?? null);
  }
  const position = positionOf(table, SOURCE_KEY);
  if (position >= 0) contents[position] = source;
  return { what: 'insert row', table: 'actuals', at: behindLast(table), contents, formats };
}

/** Before blank rows at the end. */
const behindLast = ({ rows }: TableNow): number =>
  rows.reduce((last, { values }, i) => (values.every(isBlank) ? last : i + 1), 0);
