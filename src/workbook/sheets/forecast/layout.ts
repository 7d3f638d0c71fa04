/** Where things stand on Forecast. The statement's place is fixed, so that a formula reads Forecast!$C$28 and not a search. */
import { LINES, type LineKey } from '../../../engine/model/lines';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { area, reference, rowFixed, type Area, type Place } from '../../plan/cells';
import { ROOM } from '../../layout/room';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, monthCells, TOTAL_COLUMN } from '../../layout/statement-table';

export const FORECAST = 'Forecast';

/** Lines of capacity that stay blank as long as nobody gives minutes: last, so that they leave no hole. */
export const MINUTE_LINES = ['minutesAvailable', 'minutesUsed'] as const satisfies readonly LineKey[];
/** Lines of the capacity block below the statement. */
export const CAPACITY_BLOCK = [
  'careTeamUnits',
  'utilizationRate',
  'waitingPatients',
  ...MINUTE_LINES,
] as const satisfies readonly LineKey[];

/** Lines shown for each program. */
export const PROGRAM_LINES = [
  'newPatients',
  'lostPatients',
  'closingPatients',
  'activePatients',
  'utilizationRate',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
  'marginRate',
  'revenuePppm',
  'expensePmpm',
] as const satisfies readonly LineKey[];
export type ProgramLine = (typeof PROGRAM_LINES)[number];

const rows = new RowStack(HEADER_ROW);
export const STATEMENT_ROW = rows.table(LINES.length, 0);
export const CAPACITY_ROW = rows.gap().table(CAPACITY_BLOCK.length);
/** The limit that utilization should keep. */
export const LIMIT_CELL = area(CAPACITY_ROW - 1, TOTAL_COLUMN);
/** The months as charts take them. */
export const CHART_MONTHS_ROW = rows.take();
export const PROGRAMS_SECTION = rows.gap().take();
const PROGRAMS_ROW = rows.gap().end;
/** A program's name, the header and lines of its statement, and a blank row. */
export const PROGRAM_BLOCK = 1 + 1 + PROGRAM_LINES.length + 1;

/** Above the statement: which months are over, once there are actual ones. */
export const NOTE_ROW = STATEMENT_ROW - 1;

export const statementRow = (key: LineKey): number => STATEMENT_ROW + 1 + LINES.findIndex((line) => line.key === key);
export const capacityRow = (key: (typeof CAPACITY_BLOCK)[number]): number =>
  CAPACITY_ROW + 1 + CAPACITY_BLOCK.indexOf(key);
export const programNameRow = (program: number): number => PROGRAMS_ROW + program * PROGRAM_BLOCK;
export const programRow = (program: number, key: ProgramLine): number =>
  programNameRow(program) + 2 + PROGRAM_LINES.indexOf(key);

const place = (cells: Area): Place => ({ sheet: FORECAST, area: cells });
const cells = (...at: Parameters<typeof area>): string => reference(place(area(...at)));

/** Statement, capacity and all programs, with their headers. */
export const forecastCells = cells(
  STATEMENT_ROW,
  0,
  programNameRow(ROOM.programs) - STATEMENT_ROW,
  FIRST_MONTH_COLUMN + MAX_MONTHS,
);

/** Names of the statement's lines, as spilled. */
export const statementNames = cells(STATEMENT_ROW + 1, 0, LINES.length);

/** Months from one on, or so many of them: in the header, of a line, of a program's line. */
export const headerPlace = (firstMonth = 0, months?: number): Place =>
  place(monthCells(STATEMENT_ROW, firstMonth, months));
export const linePlace = (key: LineKey, firstMonth = 0, months?: number): Place =>
  place(monthCells(statementRow(key), firstMonth, months));
export const programPlace = (program: number, key: ProgramLine, firstMonth = 0, months?: number): Place =>
  place(monthCells(programRow(program, key), firstMonth, months));

/** All months of a line, e.g. Forecast!$D$27:$DS$27, and its total. */
export const lineMonths = (key: LineKey): string => reference(linePlace(key));
export const lineTotal = (key: LineKey): string => cells(statementRow(key), TOTAL_COLUMN);
export const programMonths = (program: number, key: ProgramLine): string => reference(programPlace(program, key));
export const programTotal = (program: number, key: ProgramLine): string =>
  cells(programRow(program, key), TOTAL_COLUMN);

/** Whether a month is over: actual or forecast, blank where all are forecast. */
export const MONTH_KINDS = monthCells(NOTE_ROW);
export const monthKinds = reference(place(MONTH_KINDS));

/** The months as charts take them: the last one again beyond the horizon. */
export const chartMonths: Place = place(monthCells(CHART_MONTHS_ROW));

/** A program's name, and the first cell of its statement. */
export const programName = (program: number): string => cells(programNameRow(program), 0);
export const programAnchor = (program: number): string => cells(programNameRow(program) + 1, 0);

/** The header's cell of a month, which is blank beyond the horizon, as a formula further down names it: D$6. */
export const headerCell = (month: number): string => rowFixed(STATEMENT_ROW, FIRST_MONTH_COLUMN + month);
