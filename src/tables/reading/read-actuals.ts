/** Reads the months that are over, and checks that each goes on where the one before ended. */
import { isCareUnit } from '../../engine/model/care-team';
import type { ActualMonth, CostItem, Payer, Program } from '../../engine/model/model';
import { monthIndexOfSerial, monthOfForecast } from '../calendar';
import { error, note, unknownIn, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { cellsOf, wholeTable } from '../messages/place';
import * as messages from '../messages/tables';
import { ACTUALS } from '../schemas/actuals';
import type { Cell } from './cell';
import { readDateCell } from './date-cell';
import { MonthReader } from './months';
import { byFold, fold } from './nearest';
import type { TableRow } from './read-table';
import { rememberedTable } from './remembered-table';

/** A month that is over, and the table row it came from. */
export interface SourcedActual extends ActualMonth {
  row: number;
}

export interface ActualRead {
  /** The as-of month, counted from 1. */
  months: number;
  rows: readonly SourcedActual[];
}

interface Asked {
  programs: readonly Program[];
  payers: readonly Payer[];
  costs: readonly CostItem[];
  /** Month index of month 1; null when months are counted, NaN when it cannot be read. */
  start: number | null;
  /** Months forecast. */
  months: number;
  /** As typed among the settings: a date's serial or a month's number. */
  asOf: number | null;
}

/** Patients come in whole ones, and twelve payers' shares of them in fractions: more than this is a slip. */
const SLIP = 1e-6;

export function readActuals(
  range: readonly (readonly Cell[])[] | null,
  asked: Asked,
  findings: Finding[],
): ActualRead | null {
  if (!range) {
    if (asked.asOf !== null) findings.push(note(wholeTable(ACTUALS), notes.asOfWithoutActuals));
    return null;
  }
  const table = rememberedTable(ACTUALS, range);
  findings.push(...table.findings);
  if (table.findings.some(({ severity }) => severity === 'error')) return null;
  const before = findings.length;
  const rows = placed(table.rows, asked, findings);
  refuseRepeats(rows, findings);
  const months = asOfMonth(rows, asked, findings);
  const used = rows.filter(({ month }) => month <= months);
  if (findings.slice(before).some(({ severity }) => severity === 'error')) return null;
  checkMonths(used, asked, months, findings);
  if (used.length < rows.length)
    findings.push(note(wholeTable(ACTUALS), notes.actualsAfterAsOf, rows.length - used.length, named(asked, months)));
  for (const { name, launchMonth, row } of asked.programs as readonly (Program & { row: number })[])
    if (launchMonth <= months && !used.some(({ program }) => program === name))
      findings.push(
        note(
          { ...wholeTable(ACTUALS), label: name },
          notes.launchedWithoutActuals,
          name,
          row,
          named(asked, months + 1),
        ),
      );
  if (months > 0 && asked.costs.some((item) => isCareUnit(item) && item.staffing !== 'unlimited'))
    findings.push(note(wholeTable(ACTUALS), notes.staffIsReconstructed, named(asked, months)));
  return months > 0 ? { months, rows: used } : null;
}

const named = ({ start }: Asked, month: number): string => monthOfForecast(start, month);

/** The rows of the forecast's months, their names as Panel and Payer mix write them. */
function placed(
  rows: readonly TableRow[],
  { programs, payers, start, months }: Asked,
  findings: Finding[],
): SourcedActual[] {
  const programNames = byFold(programs.map(({ name }) => name));
  const payersOf = new Map(
    programs.map(({ name }) => [
      name,
      byFold(payers.filter(({ program }) => program === name).map(({ payer }) => payer)),
    ]),
  );
  const reader = new MonthReader(ACTUALS.title, start, findings);
  let early = 0,
    late = 0;
  const read = rows.flatMap((row): SourcedActual[] => {
    const cell = cellsOf(ACTUALS, row.number, row.label);
    if (isBefore(row, start)) {
      early++;
      return [];
    }
    const month = reader.read(row, ACTUALS.column.month);
    const program = programNames.get(fold(row.values.program as string));
    if (program === undefined) {
      findings.push(
        unknownIn(cell('program'), messages.nameNotThere, row.values.program as string, [...programNames.values()]),
      );
      return [];
    }
    const own = payersOf.get(program)!;
    const typed = row.values.payer as string | null;
    const payer = typed === null ? (own.size === 1 ? [...own.values()][0] : undefined) : own.get(fold(typed));
    if (payer === undefined) {
      if (typed === null) findings.push(error(cell('payer'), messages.actualWithoutPayer, program));
      else findings.push(unknownIn(cell('payer'), messages.nameNotThere, typed, [...own.values()]));
      return [];
    }
    if (Number.isNaN(month)) return [];
    if (month > months) {
      late++;
      return [];
    }
    const { claimsSubmitted: _claimsSubmitted, zeros: _zeros, ...figures } = row.values;
    return [{ ...(figures as unknown as SourcedActual), program, payer, month, row: row.number }];
  });
  if (early) findings.push(note(wholeTable(ACTUALS), notes.actualsBeforeStart, early));
  if (late) findings.push(note(wholeTable(ACTUALS), notes.actualsBehindEnd, late));
  return read;
}

/** A running practice has months from before the forecast: they are none of its months. */
function isBefore(row: TableRow, start: number | null): boolean {
  const date = typeof row.values.month === 'number' && start !== null ? readDateCell(row.values.month) : null;
  return date !== null && monthIndexOfSerial(date.serial) < start!;
}

/** The last month that all programs with rows have, or an earlier one that is set. */
function asOfMonth(rows: readonly SourcedActual[], { start, asOf }: Asked, findings: Finding[]): number {
  const last = new Map<string, number>();
  for (const { program, month } of rows) last.set(program, Math.max(month, last.get(program) ?? 0));
  const told = Math.min(...last.values());
  if (asOf === null) return last.size ? told : 0;
  const isNumber = asOf <= 1_200;
  if (!isNumber && (start === null || Number.isNaN(start))) {
    if (start === null)
      findings.push(error({ ...wholeTable(ACTUALS), column: ACTUALS.header.month }, messages.dateWithoutStart));
    return 0;
  }
  const month = isNumber ? asOf : monthIndexOfSerial(asOf) - start! + 1;
  if (month > told && last.size)
    findings.push(
      error(
        wholeTable(ACTUALS),
        messages.actualsEndEarlier,
        monthOfForecast(start, month),
        monthOfForecast(start, told),
      ),
    );
  return Math.max(0, month);
}

const keyOf = ({ program, payer }: ActualMonth): string => JSON.stringify([program, payer]);

function refuseRepeats(rows: readonly SourcedActual[], findings: Finding[]): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.month} ${keyOf(row)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.row);
    else findings.push(error(cellsOf(ACTUALS, row.row, labelOf(row))('month'), messages.rowTwice, earlier));
  }
}

const labelOf = ({ program, payer }: ActualMonth): string => `${program}, ${payer}`;

/** Closing = opening + new − lost; opening = the closing of the month before; from a program's first month on, every payer has every month. */
function checkMonths(rows: readonly SourcedActual[], asked: Asked, months: number, findings: Finding[]): void {
  const byKey = new Map(rows.map((row) => [`${row.month} ${keyOf(row)}`, row]));
  const begun = new Map<string, number>();
  for (const { program, month } of rows) begun.set(program, Math.min(month, begun.get(program) ?? Infinity));
  const missing: { payer: Payer; month: number }[] = [];
  for (const payer of asked.payers) {
    for (let month = begun.get(payer.program) ?? Infinity; month <= months; month++) {
      const row = byKey.get(`${month} ${keyOf(payer as unknown as ActualMonth)}`);
      if (!row) {
        missing.push({ payer, month });
        continue;
      }
      const cell = cellsOf(ACTUALS, row.row, labelOf(row));
      const closing = row.openingPatients + row.newPatients - row.lostPatients;
      if (Math.abs(closing - row.closingPatients) > SLIP)
        findings.push(error(cell('closingPatients'), messages.closingDoesNotTie, row.closingPatients, closing));
      const before = byKey.get(`${month - 1} ${keyOf(row)}`);
      if (before && Math.abs(before.closingPatients - row.openingPatients) > SLIP)
        findings.push(
          error(
            cell('openingPatients'),
            messages.openingDoesNotTie,
            row.openingPatients,
            before.closingPatients,
            before.row,
          ),
        );
    }
  }
  if (missing.length) {
    const [{ payer, month }] = missing;
    findings.push(
      error(
        wholeTable(ACTUALS),
        messages.actualMissing,
        payer.program,
        payer.payer,
        named(asked, month),
        missing.length - 1,
      ),
    );
  }
}
