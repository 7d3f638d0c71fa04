/** Reads the sheet tables into the model's inputs, and checks what no single cell can tell. */
import type { CostItem, Payer, Program } from '../../engine/model/model';
import { sumOf } from '../../engine/inputs/layout';
import { ACTUALS } from '../schemas/actuals';
import { CHANGES } from '../schemas/changes';
import { COSTS } from '../schemas/costs';
import type { CellValue, TableSchema } from '../schemas/column';
import { error, lacking, note, unknownIn, type Finding } from '../messages/finding';
import { oneCause } from './one-cause';
import { cellsOf, wholeTable } from '../messages/place';
import * as notes from '../messages/notes';
import * as messages from '../messages/tables';
import { absentColumns } from './absent-columns';
import { exceeds } from './bounds';
import type { Cell } from './cell';
import { readActuals, type ActualRead } from './read-actuals';
import { MonthReader } from './months';
import { readPaymentPattern } from './payment-pattern';
import { byFold, fold } from './nearest';
import { PANEL } from '../schemas/panel';
import { addToOne, PAYER_MIX } from '../schemas/payer-mix';
import { SCENARIOS } from '../schemas/scenarios';
import { MAX_MONTHS } from '../schemas/settings';
import { priceByCodes, type ScheduledChange } from './price-by-codes';
import { sharedPatients } from './shared-patients';
import { readChanges, readScenarios, type Scenario, type SourcedChange } from './read-changes';
import { readSettings, type Settings } from './read-settings';
import { mayBeRollUp } from './roll-ups';
import { isGiven, nameText, type Table, type TableRow } from './read-table';
import { rememberedTable } from './remembered-table';

export type Range = readonly (readonly Cell[])[];

/** The tables as ranges with their header rows; the last four may be left out. */
export interface ModelTables {
  panel: Range | null;
  payerMix: Range | null;
  costs: Range | null;
  settings?: Range | null;
  scenarios?: Range | null;
  changes?: Range | null;
  actuals?: Range | null;
}

/** An input, the table row it came from, and the keys, spaced, of what the row gives as the word zero. */
export type Sourced<T> = T & { readonly row: number; readonly zeros: string | null };

/** A nothing that is meant: the word zero, not a blank. */
export const isMeant = ({ zeros }: Pick<Sourced<object>, 'zeros'>, key: string): boolean =>
  zeros !== null && zeros.split(' ').includes(key);

export interface Inputs {
  settings: Settings;
  programs: readonly Sourced<Program>[];
  payers: readonly Sourced<Payer>[];
  costs: readonly Sourced<CostItem>[];
  /** Amounts that follow Medicare's fee schedule. */
  schedule: readonly ScheduledChange[];
  changes: readonly SourcedChange[];
  scenarios: readonly Scenario[];
  /** The months that are over; null where all are forecast. */
  actual: ActualRead | null;
  /** What keeps the model from running, in the order of the tables. */
  errors: readonly Finding[];
  /** The errors, and notes on what was read. */
  findings: readonly Finding[];
}

export function readModel(tables: ModelTables): Inputs {
  const settingsFindings: Finding[] = [];
  const { settings, start } = readSettings(given(tables.settings), settingsFindings);

  const findings: Finding[] = [];
  const panel = readRows(PANEL, tables.panel, findings, true);
  const programs = panel.map((row) => readProgram(row, new MonthReader(PANEL.title, start, findings)));
  const programNames = byFold(programs.flatMap(({ name }) => name ?? []));
  refuseRepeats(PANEL, panel, PANEL.header.name, ({ values }) => foldAll(values.name), findings);
  programs.filter(whole(PANEL, findings)).forEach((program) => checkProgram(program, findings));

  const mix = readRows(PAYER_MIX, tables.payerMix, findings, true);
  const mixRows = mix.map((row) => {
    const payer = copyOf<Payer>(row);
    payer.program = existing(row, PAYER_MIX, programNames, findings) ?? '';
    payer.paymentPattern = readPattern(row, findings);
    return payer;
  });
  const { payers: typedPayers, schedule } = priceByCodes(mixRows, mix, settings, start, findings);
  refuseRepeats(
    PAYER_MIX,
    mix,
    PAYER_MIX.header.payer,
    ({ values }) => foldAll(values.program, values.payer),
    findings,
  );
  if (panel.length && mix.length) checkPayerMix(programs, typedPayers, findings);

  const items = readRows(COSTS, tables.costs, findings, false).map((row) =>
    readCost(row, programNames, start, findings),
  );
  items.filter(whole(COSTS, findings)).forEach((cost) => checkCost(cost, findings));
  const costs = items.map(sized);
  findings.push(...realizationMissing(typedPayers, findings));
  typedPayers.filter(whole(PAYER_MIX, findings)).forEach((payer) => checkRealization(payer, costs, findings));
  const payers = typedPayers.map(realized);

  // A row without a readable name has its own finding; nothing can point at it.
  const names = {
    programs: programs.filter(({ name }) => name !== null),
    payers: payers.filter(({ payer }) => payer !== null),
    costs: costs.filter(({ item }) => item !== null),
  };
  findings.push(...sharedPatients(names.programs, codesByProgram(mixRows, mix), settings.checking.distinctPatients));
  const changes = readChanges(given(tables.changes), names, start, findings);
  const scenarios = readScenarios(given(tables.scenarios), names, start, findings);
  const actual = readActuals(
    given(tables.actuals),
    { ...names, start, months: settings.months, asOf: settings.actuals.asOfMonth },
    findings,
  );
  const said = oneCause(findings);
  const errors = [...said, ...settingsFindings].filter(isError);
  let all: readonly Finding[] | undefined;
  return {
    settings,
    programs,
    payers,
    costs,
    schedule,
    changes,
    scenarios,
    actual,
    errors,
    // What a column that is not there would say matters where there is a forecast, and to who asks for notes.
    get findings() {
      return (all ??= [...said, ...(errors.length ? [] : absentColumns(headed(tables))), ...settingsFindings]);
    },
  };
}

/** The Codes of each program's payer rows. */
function codesByProgram(payers: readonly Payer[], rows: readonly TableRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  payers.forEach(({ program }, i) => {
    const own = rows[i].values.codes as string | null;
    if (own !== null) codes.set(program, (codes.get(program) ?? new Set()).add(own));
  });
  return codes;
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** The headers of the tables that have rows: without one nothing is left to a default. */
function headed({
  panel,
  payerMix,
  costs,
  scenarios,
  changes,
  actuals,
}: ModelTables): { schema: TableSchema; headers: string[] }[] {
  const ranges = [
    { schema: PANEL, range: panel },
    { schema: PAYER_MIX, range: payerMix },
    { schema: COSTS, range: costs },
    { schema: CHANGES, range: changes },
    { schema: SCENARIOS, range: scenarios },
    { schema: ACTUALS, range: actuals },
  ];
  return ranges.flatMap(({ schema, range }) =>
    isGiven(range) && isGiven(range.slice(1)) ? [{ schema, headers: range[0].map(nameText) }] : [],
  );
}

const given = (range: Range | null | undefined): Range | null => (isGiven(range) ? range : null);

/** All rows, broken ones too: they carry names that other tables point at, and their findings keep the model from running. */
function readRows(schema: TableSchema, range: Range | null, findings: Finding[], needed: boolean): readonly TableRow[] {
  const place = wholeTable(schema);
  if (!isGiven(range)) {
    findings.push(error(place, messages.tableMissing, schema.name));
    return [];
  }
  const table: Table = rememberedTable(schema, range);
  findings.push(...table.findings);
  if (needed && table.rows.length === 0 && !table.findings.some(isError))
    findings.push(error(place, messages.tableEmpty));
  return table.rows;
}

/** Rows without findings of their own: only these are worth a second look. */
function whole(schema: TableSchema, findings: readonly Finding[]): (row: { row: number }) => boolean {
  const broken = new Set(
    findings.flatMap(({ severity, table, row }) => (severity === 'error' && table === schema.title ? [row] : [])),
  );
  return ({ row }) => !broken.has(row);
}

/** What a row says, to be completed with what its cells alone cannot tell. */
const copyOf = <T>({ values }: TableRow): Sourced<T> => ({ ...values }) as unknown as Sourced<T>;

function readProgram(row: TableRow, months: MonthReader): Sourced<Program> {
  const program = copyOf<Program>(row);
  program.launchMonth = months.read(row, PANEL.column.launchMonth);
  return program;
}

function readPattern(row: TableRow, findings: Finding[]): readonly number[] | null {
  const typed = row.values.paymentPattern as string | null;
  if (typed === null) return null;
  const place = cellsOf(PAYER_MIX, row.number, row.label)('paymentPattern');
  const pattern = readPaymentPattern(typed);
  if (typeof pattern === 'string') {
    findings.push(error(place, messages.patternUnreadable, pattern, typed));
    return null;
  }
  if (pattern.length > MAX_MONTHS + 1) findings.push(error(place, messages.patternTooLong, pattern.length, MAX_MONTHS));
  const total = sumOf(pattern);
  if (!addToOne(total)) findings.push(note(place, notes.patternLeaves, total));
  return pattern;
}

function readCost(
  row: TableRow,
  programNames: ReadonlyMap<string, string>,
  start: number | null,
  findings: Finding[],
): Sourced<CostItem> {
  const months = new MonthReader(COSTS.title, start, findings);
  const cost = copyOf<CostItem>(row);
  cost.program = existing(row, COSTS, programNames, findings);
  cost.startMonth = months.read(row, COSTS.column.startMonth);
  cost.endMonth = months.read(row, COSTS.column.endMonth);
  return cost;
}

function checkCost(cost: Sourced<CostItem>, findings: Finding[]): void {
  const { row, item, basis, amount, patientsPerUnit } = cost;
  const cell = cellsOf(COSTS, row, item);
  if (mayBeRollUp(item)) findings.push(note(cell('item'), notes.mayBeRollUp));
  if (cost.endMonth < cost.startMonth)
    findings.push(error(cell('endMonth'), messages.endsBeforeStart, COSTS.header.startMonth));
  if (basis === 'per unit' && !patientsPerUnit)
    findings.push(error(cell('patientsPerUnit'), messages.unitsWithoutSize));
  if (cost.staffing !== 'unlimited' && (cost.category !== 'care team' || basis !== 'per unit'))
    findings.push(error(cell('staffing'), messages.staffingWithoutUnits, cost.staffing));
  if (basis === 'percent of cash' && exceeds(amount, 1))
    findings.push(error(cell('amount'), messages.cellOutOfBounds, { ...COSTS.column.amount, type: 'share' }, amount));
}

/** Items that are not bought by the unit have no size; 1 keeps the arithmetic of changes finite. */
function sized(cost: Sourced<CostItem>): Sourced<CostItem> {
  if (cost.patientsPerUnit) return cost;
  const one = { ...cost };
  one.patientsPerUnit = 1;
  return one;
}

/** Realization from minutes is set month by month; until then it is nothing. */
function realized(payer: Sourced<Payer>): Sourced<Payer> {
  if (payer.realizationRate !== null) return payer;
  const none = { ...payer };
  none.realizationRate = 0;
  return none;
}

/** Without Threshold minutes realization is typed. */
function realizationMissing(payers: readonly Sourced<Payer>[], findings: readonly Finding[]): Finding[] {
  const { header, title } = PAYER_MIX;
  const found = new Set(findings.flatMap(({ table, row, column }) => (table === title ? [`${row} ${column}`] : [])));
  return payers
    .filter(({ realizationRate, thresholdMinutes }) => realizationRate === null && thresholdMinutes === 0)
    .filter(({ row }) => !found.has(`${row} ${header.realizationRate}`))
    .map(({ row, program, payer }) =>
      lacking(
        cellsOf(PAYER_MIX, row, [program, payer].filter(Boolean).join(', '))('realizationRate'),
        messages.cellMissing,
        PAYER_MIX.column.realizationRate,
      ),
    );
}

/** Realization is typed, or follows from minutes: then some care team must bring minutes to the program. */
function checkRealization(payer: Sourced<Payer>, costs: readonly Sourced<CostItem>[], findings: Finding[]): void {
  const { row, program, realizationRate, thresholdMinutes } = payer;
  const cell = cellsOf(PAYER_MIX, row, `${program}, ${payer.payer}`);
  if (thresholdMinutes === 0) return;
  if (realizationRate !== null) findings.push(note(cell('realizationRate'), notes.realizationIgnored));
  const bringsMinutes = ({ category, basis, minutesPerUnit, program: bearer }: CostItem) =>
    category === 'care team' && basis === 'per unit' && minutesPerUnit > 0 && (bearer === null || bearer === program);
  if (!costs.some(bringsMinutes)) findings.push(error(cell('thresholdMinutes'), messages.noMinutes, program));
}

/** The program a row names, as the Panel writes it; null for all programs. */
function existing(
  row: TableRow,
  schema: TableSchema<'program'>,
  names: ReadonlyMap<string, string>,
  findings: Finding[],
): string | null {
  const typed = row.values.program as string | null;
  if (typed === null) return null;
  const name = names.get(fold(typed));
  if (name !== undefined) return name;
  if (schema === COSTS && (fold(typed) === 'all' || fold(typed) === 'all programs')) return null;
  // With no Panel at all its own finding says what is wrong.
  if (names.size)
    findings.push(
      unknownIn(cellsOf(schema, row.number, row.label)('program'), messages.nameNotThere, typed, [...names.values()]),
    );
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
      findings.push(
        error({ table: schema.title, row: row.number, label: row.label, column }, messages.rowTwice, earlier),
      );
  }
}

function checkProgram(program: Sourced<Program>, findings: Finding[]): void {
  const { row, name, openingPatients, eligiblePatients } = program;
  const cell = cellsOf(PANEL, row, name);
  const causes =
    program.dischargeRate + program.disengagementRate + program.benefitChangeRate + program.adverseEventRate;
  if (exceeds(causes, 1)) findings.push(error(cell('dischargeRate'), messages.panelCausesExceedOne, causes));
  if (exceeds(openingPatients, eligiblePatients))
    findings.push(error(cell('openingPatients'), messages.openingExceedsEligible, openingPatients, eligiblePatients));
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
      findings.push(error(cellsOf(PANEL, row, name)('name'), messages.programWithoutPayers));
      continue;
    }
    if (!own.every(readable)) continue;
    const total = own.reduce((sum, { shareOfPanel }) => sum + shareOfPanel, 0);
    if (!addToOne(total))
      findings.push(
        error(cellsOf(PAYER_MIX, own[0].row, name)('shareOfPanel'), messages.payerSharesNotOne, name, total),
      );
  }
}
