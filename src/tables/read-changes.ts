/** Reads planned changes, and the scenarios with their columns, into the engine's changes. */
import type { Driver } from '../engine/drivers';
import type { Change, ChangeKind, CostItem, Payer, Program } from '../engine/model';
import { CHANGES, SCOPE_COLUMNS } from './changes';
import type { TableSchema } from './column';
import { DRIVER_NAMES, driverName, findDriver, type NamedDriver } from './driver-names';
import type { Finding } from './finding';
import * as messages from './messages';
import { MonthReader } from './months';
import { fold } from './nearest';
import { isZeroWord, readCell, readTable, type Cell, type Table, type TableRow } from './read-table';
import { SCENARIOS } from './scenarios';

/** The names a change can point at. */
export interface Names {
  programs: readonly Program[];
  payers: readonly Payer[];
  costs: readonly CostItem[];
}

/** A change and the table row it came from. */
export interface SourcedChange extends Change {
  row: number;
}

export interface Scenario {
  name: string;
  adjustments: readonly SourcedChange[];
}

type Range = readonly (readonly Cell[])[];

export function readChanges(range: Range | null, names: Names, start: number | null, findings: Finding[]): SourcedChange[] {
  if (!range) return [];
  const table = readTable(CHANGES, range);
  findings.push(...table.findings);
  const column = (key: string) => CHANGES.columns.find((c) => c.key === key)!;
  const months = new MonthReader(CHANGES.title, start, findings);
  const changes: SourcedChange[] = [];
  for (const row of table.rows) {
    const target = readTarget(CHANGES, row, names, findings);
    const fromMonth = months.read(row, column('fromMonth'));
    const toMonth = months.read(row, column('toMonth'));
    if (toMonth < fromMonth)
      findings.push({ severity: 'error', table: CHANGES.title, row: row.number, column: 'To month', text: messages.endsBeforeStart(CHANGES.title, row.number, row.label, 'To month', 'From month') });
    if (!target) continue;
    const valueAt = table.headers.findIndex((header) => fold(header) === 'value');
    const value = readChangeValue(CHANGES, target, row, 'Value', row.cells[valueAt], start, findings);
    if (value !== null && !Number.isNaN(fromMonth) && !Number.isNaN(toMonth)) changes.push({ ...target.scope, value, fromMonth, toMonth, row: row.number });
  }
  reportContradictions(CHANGES.title, changes, findings);
  return changes;
}

export function readScenarios(range: Range | null, names: Names, start: number | null, findings: Finding[]): Scenario[] {
  if (!range) return [];
  const table = readTable(SCENARIOS, range);
  findings.push(...table.findings);
  const columns = scenarioColumns(table);
  if (columns.length === 0) {
    if (table.findings.length === 0) findings.push({ severity: 'error', table: SCENARIOS.title, row: null, column: null, text: messages.noScenarioColumn() });
    return [];
  }
  const targets = table.rows.map((row) => ({ row, target: readTarget(SCENARIOS, row, names, findings) }));
  return columns.map(({ name, position }) => {
    const adjustments: SourcedChange[] = [];
    for (const { row, target } of targets) {
      const cell = row.cells[position];
      // Nothing typed changes nothing; so does a 0, which Excel cannot tell from nothing.
      if (!target || cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '')) continue;
      const value = readChangeValue(SCENARIOS, target, row, name, cell, start, findings);
      if (value !== null) adjustments.push({ ...target.scope, value, fromMonth: 1, toMonth: Infinity, row: row.number });
    }
    reportContradictions(SCENARIOS.title, adjustments, findings);
    return { name, adjustments };
  });
}

/** Every column with a header that the schema does not know is a scenario. */
function scenarioColumns(table: Table): { name: string; position: number }[] {
  const known = new Set(SCENARIOS.columns.flatMap(({ header, aliases }) => [header, ...aliases].map(fold)));
  return table.headers.flatMap((name, position) => (name && !known.has(fold(name)) ? [{ name, position }] : []));
}

interface Target {
  named: NamedDriver;
  scope: Pick<Change, 'driver' | 'program' | 'payer' | 'item' | 'change'>;
}

/** What a row moves and how; null after reporting what is wrong with it. */
function readTarget(schema: TableSchema, row: TableRow, names: Names, findings: Finding[]): Target | null {
  const before = findings.length;
  const report = (text: string, column: string) => findings.push({ severity: 'error', table: schema.title, row: row.number, column, text });
  const driverText = row.values.driver as string | null;
  const change = row.values.change as ChangeKind | null;
  if (driverText === null || change === null) return null;
  const named = findDriver(driverText);
  if (!named) {
    report(messages.nameNotThere(schema.title, row.number, 'Driver', driverText, DRIVER_NAMES), 'Driver');
    return null;
  }
  if (named.driver.isMonth && change === 'multiply') report(messages.monthMultiplied(schema.title, row.number, named.column.header), 'Change');

  const known = {
    program: names.programs.map(({ name }) => name),
    payer: unique(names.payers.map(({ payer }) => payer)),
    item: unique(names.costs.map(({ item }) => item)),
  };
  const scope = { program: null, payer: null, item: null } as Record<'program' | 'payer' | 'item', string | null>;
  for (const { key, header } of SCOPE_COLUMNS) {
    const typed = row.values[key] as string | null;
    const part = key as keyof typeof scope;
    if (typed === null || fold(typed) === 'all') continue;
    const match = known[part].find((name) => fold(name) === fold(typed));
    if (match === undefined) report(messages.nameNotThere(schema.title, row.number, header, typed, known[part]), header);
    else if (!dependsOn(named.driver, part)) report(messages.wrongScope(schema.title, row.number, named.column.header, header), header);
    else scope[part] = match;
  }
  if (findings.length > before) return null;
  if (!matchesSomething(named.driver, scope, names)) report(messages.nothingInScope(schema.title, row.number, named.column.header), 'Driver');
  return findings.length > before ? null : { named, scope: { driver: named.driver.key, ...scope, change } };
}

const dependsOn = (driver: Driver, part: 'program' | 'payer' | 'item'): boolean =>
  part === 'program' || (part === 'payer' ? driver.level === 'payer' : driver.level === 'cost');

function matchesSomething(driver: Driver, scope: { program: string | null; payer: string | null; item: string | null }, names: Names): boolean {
  if (driver.level === 'program') return true;
  if (driver.level === 'payer')
    return names.payers.some((row) => (scope.program === null || row.program === scope.program) && (scope.payer === null || row.payer === scope.payer));
  return (scope.program === null && scope.item === null) ||
    names.costs.some((row) => (scope.program === null || row.program === scope.program) && (scope.item === null || row.item === scope.item));
}

/** The value of one change: set takes what the driver's column takes, add and multiply any number. */
function readChangeValue(schema: TableSchema, target: Target, row: TableRow, header: string, cell: Cell, start: number | null, findings: Finding[]): number | null {
  const { named: { driver, column }, scope: { change } } = target;
  const before = findings.length;
  const report = (text: string) => findings.push({ severity: 'error', table: schema.title, row: row.number, column: header, text });
  if (driver.isMonth && change === 'set') {
    const typed = { ...row, values: { [column.key]: readCell({ ...column, fallback: undefined, header }, cell, report, schema.title, row.number, row.label) } };
    return findings.length > before ? null : nullIfNaN(new MonthReader(schema.title, start, findings).read(typed, { ...column, header, fallback: undefined }));
  }
  if (isZeroWord(cell)) return 0;
  const bounds = change === 'set' ? { lower: column.lower, upper: column.upper }
    : change === 'multiply' ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: Infinity };
  const type = change === 'set' && column.type === 'share' ? 'share' : 'number';
  const value = readCell({ ...column, ...bounds, type, header, fallback: undefined, fallbackText: '' }, cell, report, schema.title, row.number, row.label);
  return findings.length > before ? null : (value as number);
}

const nullIfNaN = (value: number): number | null => (Number.isNaN(value) ? null : value);

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Two sets of one driver from the same month, equally specific, in each other's way, with different values. */
function reportContradictions(title: string, changes: readonly SourcedChange[], findings: Finding[]): void {
  const sets = changes.filter(({ change }) => change === 'set');
  for (let b = 1; b < sets.length; b++) {
    for (let a = 0; a < b; a++) {
      const one = sets[a], two = sets[b];
      if (one.driver !== two.driver || one.fromMonth !== two.fromMonth || one.value === two.value || !equallySpecificOverlap(one, two)) continue;
      findings.push({ severity: 'error', table: title, row: two.row, column: 'Driver', text: messages.contradiction(title, two.row, one.row, driverName(two.driver)) });
    }
  }
}

function equallySpecificOverlap(a: Change, b: Change): boolean {
  const parts = ['program', 'payer', 'item'] as const;
  const given = (change: Change) => parts.filter((part) => change[part] !== null).length;
  return given(a) === given(b) && parts.every((part) => a[part] === null || b[part] === null || a[part] === b[part]);
}
