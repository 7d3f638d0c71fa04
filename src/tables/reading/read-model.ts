/** Reads the sheet tables into the model's inputs, and checks what no single cell can tell. */
import type { CostItem, Payer, Program } from '../../engine/model/model';
import { COSTS } from '../schemas/costs';
import type { TableSchema } from '../schemas/column';
import type { Finding } from '../messages/finding';
import * as messages from '../messages/messages';
import { MonthReader } from './months';
import { byFold, fold } from './nearest';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import { priceByCodes, type ScheduledChange } from './price-by-codes';
import { readChanges, readScenarios, type Scenario, type SourcedChange } from './read-changes';
import { readSettings, type Settings } from './read-settings';
import { isGiven, type Cell, type CellValue, type Table, type TableRow } from './read-table';
import { rememberedTable } from './remembered-table';

export type Range = readonly (readonly Cell[])[];

/** The six tables as ranges with their header rows; the last three may be left out. */
export interface ModelTables {
  panel: Range | null;
  payerMix: Range | null;
  costs: Range | null;
  settings?: Range | null;
  scenarios?: Range | null;
  changes?: Range | null;
}

/** An input and the table row it came from. */
export type Sourced<T> = T & { readonly row: number };

export interface Inputs {
  settings: Settings;
  programs: readonly Sourced<Program>[];
  payers: readonly Sourced<Payer>[];
  costs: readonly Sourced<CostItem>[];
  /** Amounts that follow Medicare's fee schedule. */
  schedule: readonly ScheduledChange[];
  changes: readonly SourcedChange[];
  scenarios: readonly Scenario[];
  /** What keeps the model from running, in the order of the tables. */
  errors: readonly Finding[];
  /** The errors, and notes on what was read. */
  findings: readonly Finding[];
}

/** Shares further than this from 1 are refused; closer is how people type thirds. */
const SHARE_TOLERANCE = 1e-6;

export function readModel(tables: ModelTables): Inputs {
  const settingsFindings: Finding[] = [];
  const { settings, start } = readSettings(given(tables.settings), settingsFindings);

  const findings: Finding[] = [];
  const panel = readRows(PANEL, tables.panel, findings, true);
  const programs = panel.map((row) => readProgram(row, new MonthReader(PANEL.title, start, findings)));
  const programNames = byFold(programs.flatMap(({ name }) => name ?? []));
  refuseRepeats(PANEL, panel, 'Program', ({ values }) => foldAll(values.name), findings);
  programs.filter(whole(PANEL, findings)).forEach((program) => checkProgram(program, findings));

  const mix = readRows(PAYER_MIX, tables.payerMix, findings, true);
  const mixRows = mix.map((row) => ({
    ...(row.values as unknown as Payer),
    program: existing(row, 'program', PAYER_MIX, programNames, findings) ?? '',
    row: row.number,
  }));
  const { payers: typedPayers, schedule } = priceByCodes(mixRows, mix, settings, findings);
  refuseRepeats(PAYER_MIX, mix, 'Payer', ({ values }) => foldAll(values.program, values.payer), findings);
  if (panel.length && mix.length) checkPayerMix(programs, typedPayers, findings);

  const items = readRows(COSTS, tables.costs, findings, false).map((row) =>
    readCost(row, programNames, start, findings),
  );
  items.filter(whole(COSTS, findings)).forEach((cost) => checkCost(cost, findings));
  const costs = items.map(sized);
  typedPayers.filter(whole(PAYER_MIX, findings)).forEach((payer) => checkRealization(payer, costs, findings));
  const payers = typedPayers.map(realized);

  // A row without a readable name has its own finding; nothing can point at it.
  const names = {
    programs: programs.filter(({ name }) => name !== null),
    payers: payers.filter(({ payer }) => payer !== null),
    costs: costs.filter(({ item }) => item !== null),
  };
  const changes = readChanges(given(tables.changes), names, start, findings);
  const scenarios = readScenarios(given(tables.scenarios), names, start, findings);
  findings.push(...settingsFindings);
  const inputs = { settings, programs, payers, costs, schedule, changes, scenarios };
  return { ...inputs, findings, errors: findings.filter(({ severity }) => severity === 'error') };
}

const given = (range: Range | null | undefined): Range | null => (isGiven(range) ? range : null);

/** All rows, broken ones too: they carry names that other tables point at, and their findings keep the model from running. */
function readRows(schema: TableSchema, range: Range | null, findings: Finding[], needed: boolean): readonly TableRow[] {
  const report = (text: string) =>
    findings.push({ severity: 'error', table: schema.title, row: null, column: null, text });
  if (!isGiven(range)) {
    report(messages.tableMissing(schema.title));
    return [];
  }
  const table: Table = rememberedTable(schema, range);
  findings.push(...table.findings);
  if (needed && table.rows.length === 0 && table.findings.length === 0) report(messages.tableEmpty(schema.title));
  return table.rows;
}

/** Rows without findings of their own: only these are worth a second look. */
function whole(schema: TableSchema, findings: readonly Finding[]): (row: { row: number }) => boolean {
  const broken = new Set(
    findings.flatMap(({ severity, table, row }) => (severity === 'error' && table === schema.title ? [row] : [])),
  );
  return ({ row }) => !broken.has(row);
}

function readProgram(row: TableRow, months: MonthReader): Sourced<Program> {
  const launchMonth = months.read(
    row,
    PANEL.columns.find(({ key }) => key === 'launchMonth')!,
  );
  return { ...(row.values as unknown as Program), launchMonth, row: row.number };
}

function readCost(
  row: TableRow,
  programNames: ReadonlyMap<string, string>,
  start: number | null,
  findings: Finding[],
): Sourced<CostItem> {
  const months = new MonthReader(COSTS.title, start, findings);
  return {
    ...(row.values as unknown as CostItem),
    program: existing(row, 'program', COSTS, programNames, findings),
    startMonth: months.read(row, COST_COLUMN.startMonth),
    endMonth: months.read(row, COST_COLUMN.endMonth),
    row: row.number,
  };
}

const COST_COLUMN = Object.fromEntries(COSTS.columns.map((column) => [column.key, column]));

function checkCost(cost: Sourced<CostItem>, findings: Finding[]): void {
  const { row, item, basis, amount, patientsPerUnit } = cost;
  const report = (column: string, text: string) =>
    findings.push({ severity: 'error', table: COSTS.title, row, column, text });
  if (cost.endMonth < cost.startMonth)
    report('Ends', messages.endsBeforeStart(COSTS.title, row, item, 'Ends', 'Starts'));
  if (basis === 'per unit' && !patientsPerUnit) report('Patients per unit', messages.unitsWithoutSize(row, item));
  if (cost.staffing !== 'unlimited' && (cost.category !== 'care team' || basis !== 'per unit'))
    report('Staffing', messages.staffingWithoutUnits(row, item, cost.staffing));
  if (basis === 'percent of cash' && amount > 1)
    report(
      'Amount',
      messages.cellOutOfBounds(COSTS.title, row, item, { ...COST_COLUMN.amount, type: 'share' }, amount),
    );
}

/** Items that are not bought by the unit have no size; 1 keeps the arithmetic of changes finite. */
const sized = (cost: Sourced<CostItem>): Sourced<CostItem> =>
  cost.patientsPerUnit ? cost : { ...cost, patientsPerUnit: 1 };

/** Realization from minutes is set month by month; until then it is nothing. */
const realized = (payer: Sourced<Payer>): Sourced<Payer> =>
  payer.realizationRate === null ? { ...payer, realizationRate: 0 } : payer;

/** Realization is typed, or follows from minutes: then some care team must bring minutes to the program. */
function checkRealization(payer: Sourced<Payer>, costs: readonly Sourced<CostItem>[], findings: Finding[]): void {
  const { row, program, realizationRate, thresholdMinutes } = payer;
  const label = `${program}, ${payer.payer}`;
  const report = (severity: Finding['severity'], column: string, text: string) =>
    findings.push({ severity, table: PAYER_MIX.title, row, column, text });
  if (thresholdMinutes === 0) {
    if (realizationRate === null)
      report('error', REALIZATION_COLUMN.header, messages.cellMissing(PAYER_MIX.title, row, label, REALIZATION_COLUMN));
    return;
  }
  if (realizationRate !== null) report('note', REALIZATION_COLUMN.header, messages.realizationIgnored(row, label));
  const bringsMinutes = ({ category, basis, minutesPerUnit, program: bearer }: CostItem) =>
    category === 'care team' && basis === 'per unit' && minutesPerUnit > 0 && (bearer === null || bearer === program);
  if (!costs.some(bringsMinutes)) report('error', 'Threshold minutes', messages.noMinutes(row, label, program));
}

const REALIZATION_COLUMN = PAYER_MIX.columns.find(({ key }) => key === 'realizationRate')!;

/** The program a row names, as the Panel writes it; null for all programs. */
function existing(
  row: TableRow,
  key: string,
  schema: TableSchema,
  names: ReadonlyMap<string, string>,
  findings: Finding[],
): string | null {
  const typed = row.values[key] as string | null;
  if (typed === null) return null;
  const name = names.get(fold(typed));
  if (name !== undefined) return name;
  if (schema === COSTS && (fold(typed) === 'all' || fold(typed) === 'all programs')) return null;
  // With no Panel at all its own finding says what is wrong.
  if (names.size)
    findings.push({
      severity: 'error',
      table: schema.title,
      row: row.number,
      column: 'Program',
      text: messages.nameNotThere(schema.title, row.number, 'Program', typed, [...names.values()]),
    });
  return typed;
}

const foldAll = (...names: CellValue[]): string | null =>
  names.every((name) => typeof name === 'string') ? names.map((name) => fold(name as string)).join(' × ') : null;

/** Names that stand twice; a row without a readable name has its own finding. */
function refuseRepeats(
  schema: TableSchema,
  rows: readonly TableRow[],
  column: string,
  keyOf: (row: TableRow) => string | null,
  findings: Finding[],
): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.number);
    else
      findings.push({
        severity: 'error',
        table: schema.title,
        row: row.number,
        column,
        text: messages.rowTwice(schema.title, row.number, row.label, earlier),
      });
  }
}

function checkProgram(program: Sourced<Program>, findings: Finding[]): void {
  const { row, name } = program;
  const report = (column: string, text: string) =>
    findings.push({ severity: 'error', table: PANEL.title, row, column, text });
  const causes =
    program.dischargeRate + program.disengagementRate + program.benefitChangeRate + program.adverseEventRate;
  if (causes > 1) report('Discharge rate', messages.panelCausesExceedOne(row, name, causes));
  if (program.openingPatients > program.eligiblePatients)
    report(
      'Opening patients',
      messages.openingExceedsEligible(row, name, program.openingPatients, program.eligiblePatients),
    );
}

function checkPayerMix(
  programs: readonly Sourced<Program>[],
  payers: readonly Sourced<Payer>[],
  findings: Finding[],
): void {
  const readable = whole(PAYER_MIX, findings);
  const firstOfName = byFold(programs.flatMap(({ name }) => name ?? []));
  for (const { name, row } of programs) {
    // Rows without a name, or with one that stands above, have their own findings.
    if (name === null || firstOfName.get(fold(name)) !== name) continue;
    const own = payers.filter(({ program }) => program === name);
    if (own.length === 0) {
      findings.push({
        severity: 'error',
        table: PANEL.title,
        row,
        column: 'Program',
        text: messages.programWithoutPayers(row, name),
      });
      continue;
    }
    if (!own.every(readable)) continue;
    const total = own.reduce((sum, { shareOfPanel }) => sum + shareOfPanel, 0);
    if (Math.abs(total - 1) > SHARE_TOLERANCE)
      findings.push({
        severity: 'error',
        table: PAYER_MIX.title,
        row: own[0].row,
        column: 'Share of panel',
        text: messages.payerSharesNotOne(name, total),
      });
  }
}
