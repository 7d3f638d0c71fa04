/** Reads planned changes, and the scenarios with their columns, into the engine's changes. */
import { driverByKey, type Driver } from '../../engine/model/drivers';
import type { Change, ChangeKind, CostItem, Payer, Program } from '../../engine/model/model';
import { CHANGES, SCOPE_COLUMNS } from '../schemas/changes';
import type { Column, TableSchema } from '../schemas/column';
import { DRIVER_NAMES, driverName, findDriver, type NamedDriver } from '../schemas/driver-names';
import { error, unknownIn, type Finding, type PlaceMessage } from '../messages/finding';
import { cellsOf, wholeTable, type CellPlace } from '../messages/place';
import { isBlank, isZeroWord, type Cell } from './cell';
import { headerKey } from './header-key';
import * as messages from '../messages/tables';
import { MonthReader } from './months';
import { byFold, fold } from './nearest';
import { readCell, type TableRow } from './read-table';
import { rememberedTable } from './remembered-table';
import { MOST_SCENARIOS, SCENARIOS } from '../schemas/scenarios';

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

export function readChanges(
  range: Range | null,
  names: Names,
  start: number | null,
  findings: Finding[],
): SourcedChange[] {
  if (!range) return [];
  const table = rememberedTable(CHANGES, range);
  findings.push(...table.findings);
  const months = new MonthReader(CHANGES.title, start, findings);
  const scopes = scopeNames(names);
  const valueAt = table.positions.get('value') ?? -1;
  const changes: SourcedChange[] = [];
  for (const row of table.rows) {
    const target = readTarget(CHANGES, row, names, scopes, findings);
    const fromMonth = months.read(row, CHANGES.column.fromMonth);
    const toMonth = months.read(row, CHANGES.column.toMonth);
    const cell = cellsOf(CHANGES, row.number, row.label);
    if (toMonth < fromMonth) findings.push(error(cell('toMonth'), messages.endsBeforeStart, CHANGES.header.fromMonth));
    if (!target) continue;
    const value = readChangeValue(target, row, cell('value'), row.cells[valueAt], start, findings);
    if (value !== null && !Number.isNaN(fromMonth) && !Number.isNaN(toMonth))
      changes.push(changeOf(target, value, fromMonth, toMonth, row.number));
  }
  reportContradictions(CHANGES, changes, names, findings);
  return changes;
}

export function readScenarios(
  range: Range | null,
  names: Names,
  start: number | null,
  findings: Finding[],
): Scenario[] {
  if (!range) return [];
  const table = rememberedTable(SCENARIOS, range);
  findings.push(...table.findings);
  if (table.findings.some(({ severity, row }) => severity === 'error' && row === null)) return [];
  const columns = scenarioColumns(table.headers, findings);
  if (columns.length === 0) findings.push(error(wholeTable(SCENARIOS), messages.noScenarioColumn));
  if (columns.length > MOST_SCENARIOS) {
    findings.push(error(wholeTable(SCENARIOS), messages.tooManyScenarios, columns.length, MOST_SCENARIOS));
    return [];
  }
  const scopes = scopeNames(names);
  const targets = table.rows.map((row) => ({ row, target: readTarget(SCENARIOS, row, names, scopes, findings) }));
  return columns.map(({ name, position }) => {
    const adjustments: SourcedChange[] = [];
    for (const { row, target } of targets) {
      const cell = row.cells[position];
      // Nothing typed changes nothing; so does a 0, which Excel cannot tell from nothing.
      if (!target || isBlank(cell)) continue;
      const place = { table: SCENARIOS.title, row: row.number, label: row.label, column: name };
      const value = readChangeValue(target, row, place, cell, start, findings);
      if (value !== null) adjustments.push(changeOf(target, value, 1, Infinity, row.number));
    }
    reportContradictions(SCENARIOS, adjustments, names, findings);
    return { name, adjustments };
  });
}

const KNOWN_HEADERS = new Set(SCENARIOS.columns.flatMap(({ header, aliases }) => [header, ...aliases].map(headerKey)));

/** Every column with a header that the schema does not know is a scenario. */
export function scenarioColumns(headers: readonly string[], findings: Finding[]): { name: string; position: number }[] {
  const seen = new Set<string>();
  return headers.flatMap((name, position) => {
    if (!name || KNOWN_HEADERS.has(headerKey(name))) return [];
    if (!seen.has(fold(name))) {
      seen.add(fold(name));
      return [{ name, position }];
    }
    findings.push(error({ ...wholeTable(SCENARIOS), column: name }, messages.columnTwice, name));
    return [];
  });
}

const SCOPE_PARTS = SCOPE_COLUMNS.map(({ key }) => key);
type ScopePart = (typeof SCOPE_COLUMNS)[number]['key'];
type Scope = Readonly<Record<ScopePart, string | null>>;
type ScopeNames = Readonly<Record<ScopePart, ReadonlyMap<string, string>>>;

const scopeNames = ({ programs, payers, costs }: Names): ScopeNames => ({
  program: byFold(programs.map(({ name }) => name)),
  payer: byFold(payers.map(({ payer }) => payer)),
  item: byFold(costs.map(({ item }) => item)),
});

interface Target {
  named: NamedDriver;
  scope: Pick<Change, 'driver' | 'program' | 'payer' | 'item' | 'change'>;
}

/** Every field by name: all changes are of one shape then, and are read fast. */
const changeOf = (
  { scope: { driver, program, payer, item, change } }: Target,
  value: number,
  fromMonth: number,
  toMonth: number,
  row: number,
): SourcedChange => ({ driver, program, payer, item, change, value, fromMonth, toMonth, row });

/** What a row moves and how; null after reporting what is wrong with it. */
function readTarget(
  schema: TableSchema<ScopePart | 'driver' | 'change'>,
  row: TableRow,
  names: Names,
  scopes: ScopeNames,
  findings: Finding[],
): Target | null {
  const before = findings.length;
  const cell = cellsOf(schema, row.number, row.label);
  const driverText = row.values.driver as string | null;
  const change = row.values.change as ChangeKind | null;
  if (driverText === null || change === null) return null;
  const named = findDriver(driverText);
  if (!named) {
    findings.push(unknownIn(cell('driver'), messages.nameNotThere, driverText, DRIVER_NAMES));
    return null;
  }
  if (named.driver.isMonth && change === 'multiply')
    findings.push(error(cell('change'), messages.monthMultiplied, named.column.header));

  const scope: { [part in ScopePart]: string | null } = { program: null, payer: null, item: null };
  for (const part of SCOPE_PARTS) {
    const typed = row.values[part] as string | null;
    if (typed === null) continue;
    const match = scopes[part].get(fold(typed));
    if (match === undefined && fold(typed) === 'all') continue;
    // With no Panel or Payer mix at all, their own finding says what is wrong.
    if (scopes[part].size === 0 && part !== 'item') return null;
    if (match === undefined)
      findings.push(unknownIn(cell(part), messages.nameNotThere, typed, [...scopes[part].values()]));
    else if (!dependsOn(named.driver, part)) findings.push(error(cell(part), messages.wrongScope, named.column.header));
    else scope[part] = match;
  }
  if (findings.length > before) return null;
  if (
    SCOPE_PARTS.some((part) => scope[part] !== null) &&
    !rowsOf(named.driver, names).some((row) => touches(scope, row))
  )
    findings.push(error(cell('driver'), messages.nothingInScope, named.column.header));
  return findings.length > before ? null : { named, scope: { driver: named.driver.key, ...scope, change } };
}

const dependsOn = (driver: Driver, part: ScopePart): boolean =>
  part === 'program' || (part === 'payer' ? driver.level === 'payer' : driver.level === 'cost');

/** The value of one change: set takes what the driver's column takes, multiply a factor, add a difference. */
function readChangeValue(
  target: Target,
  row: TableRow,
  place: CellPlace,
  cell: Cell,
  start: number | null,
  findings: Finding[],
): number | null {
  const {
    named: { driver, column },
    scope: { change },
  } = target;
  const before = findings.length;
  const fail = <Details extends unknown[]>(text: PlaceMessage<Details>, ...details: Details) => {
    findings.push(error(place, text, ...details));
  };
  const own: Column = { ...column, header: place.column, fallback: undefined, fallbackText: '' };
  if (driver.isMonth && change === 'set') {
    const typed = { ...row, values: { [column.key]: readCell(own, cell, fail) } };
    return findings.length > before ? null : nullIfNaN(new MonthReader(place.table, start, findings).read(typed, own));
  }
  if (place.table === SCENARIOS.title && typeof cell !== 'number' && !isZeroWord(cell)) {
    fail(messages.scenarioNotANumber, cell);
    return null;
  }
  const value = isZeroWord(cell)
    ? 0
    : (readCell({ ...own, ...BOUNDS[change], ...(change !== 'set' && { type: 'number' }) }, cell, fail) as number);
  if (findings.length > before) return null;
  if (change === 'add' && column.upper === 1 && Math.abs(value) > 1) fail(messages.shareMovedTooFar, value);
  if (change === 'add' && driver.isMonth && !Number.isInteger(value)) fail(messages.monthsNotWhole, value);
  if (change !== 'add' && driver.key === 'patientsPerUnit' && value === 0) fail(messages.sizeNotPositive);
  return findings.length > before ? null : value;
}

/** What may be typed beside the kind of change; to set, what the driver's own column takes. */
const BOUNDS: Readonly<Record<ChangeKind, { lower?: number; upper?: number }>> = {
  set: {},
  multiply: { lower: 0, upper: Infinity },
  add: { lower: -Infinity, upper: Infinity },
};

const nullIfNaN = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Two sets of one driver from the same month, equally specific, of a cell in common, to different values. */
function reportContradictions(
  schema: TableSchema<ScopePart | 'driver' | 'change'>,
  changes: readonly SourcedChange[],
  names: Names,
  findings: Finding[],
): void {
  const sets = changes.filter(({ change }) => change === 'set');
  sets.forEach((two, i) => {
    const one = sets.slice(0, i).find((earlier) => contradict(earlier, two, names));
    if (one) {
      const driver = driverName(two.driver);
      findings.push(error(cellsOf(schema, two.row, driver)('driver'), messages.contradiction, one.row, driver));
    }
  });
}

const namesGiven = (change: Change): number =>
  Number(change.program !== null) + Number(change.payer !== null) + Number(change.item !== null);

const contradict = (one: Change, two: Change, names: Names): boolean =>
  one.driver === two.driver &&
  one.fromMonth === two.fromMonth &&
  one.value !== two.value &&
  namesGiven(one) === namesGiven(two) &&
  SCOPE_PARTS.every((part) => one[part] === null || two[part] === null || one[part] === two[part]) &&
  rowsOf(driverByKey.get(one.driver)!, names).some((row) => touches(one, row) && touches(two, row));

/** Whose values a driver holds. */
const rowsOf = ({ level }: Driver, { programs, payers, costs }: Names): readonly Partial<Scope>[] =>
  level === 'program' ? programs.map(({ name }) => ({ program: name })) : level === 'payer' ? payers : costs;

const touches = (change: Scope, row: Partial<Scope>): boolean =>
  SCOPE_PARTS.every((part) => change[part] === null || change[part] === row[part]);
