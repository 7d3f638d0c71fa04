/**
 * The input tables as they are typed, in the words of their schemas: names as Panel, Payer mix and Costs write them,
 * months as dates or numbers, nothing where nothing is given, the word zero where it stands.
 */
import { isBlank, isZeroWord, type Cell } from '../../tables/reading/cell';
import { byFold, fold } from '../../tables/reading/nearest';
import { scenarioColumns } from '../../tables/reading/read-changes';
import type { ModelTables, Range } from '../../tables/reading/read-model';
import { isGiven, nameText, readCell, type Table, type TableRow } from '../../tables/reading/read-table';
import { rememberedTable } from '../../tables/reading/remembered-table';
import { CHANGES } from '../../tables/schemas/changes';
import type { Column, TableSchema } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { findDriver } from '../../tables/schemas/driver-names';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS, type Setting } from '../../tables/schemas/settings';
import type { InputRow, InputValue } from '../../workbook/practice/sample-tables';

/** Column of the tables that says where a row’s figures come from; no schema knows it. */
export const SOURCE = 'sources';

export interface TypedTables {
  panel: readonly InputRow[];
  payerMix: readonly InputRow[];
  costs: readonly InputRow[];
  settings: readonly InputRow[];
  scenarios: readonly InputRow[];
  changes: readonly InputRow[];
  /** Names of the scenarios, which are columns of their table. */
  scenarioNames: readonly string[];
}

/** @param tables read without errors */
export function typedTables(tables: ModelTables): TypedTables {
  const scenarioTable = tableOf(SCENARIOS, tables.scenarios);
  const scenarioNames = scenarioTable ? scenarioColumns(scenarioTable.headers, []) : [];
  const panel = rowsOf(PANEL, tables.panel);
  const programs = byFold(panel.map(({ cells }) => String(cells['name'])));
  const payerMix = rowsOf(PAYER_MIX, tables.payerMix, { program: programs });
  const costs = rowsOf(COSTS, tables.costs, { program: programs });
  const names: Names = {
    program: programs,
    payer: byFold(payerMix.map(({ cells }) => String(cells['payer']))),
    item: byFold(costs.map(({ cells }) => String(cells['item']))),
  };
  return {
    panel,
    payerMix,
    costs,
    settings: settingRows(tables.settings),
    scenarios: rowsOf(SCENARIOS, tables.scenarios, names, (cells, row) => {
      const { driver, isMonthSet } = target(cells);
      const values = scenarioNames.map(({ name, position }): [string, InputValue] => [
        scenarioKey(name),
        typedValue(row.cells[position], isMonthSet),
      ]);
      return { ...cells, driver, ...Object.fromEntries(values) };
    }),
    changes: rowsOf(CHANGES, tables.changes, names, (cells, row, { positions }) => {
      const { driver, isMonthSet } = target(cells);
      return { ...cells, driver, value: typedValue(row.cells[positions.get('value') ?? -1], isMonthSet) };
    }),
    scenarioNames: scenarioNames.map(({ name }) => name),
  };
}

/** Key of a scenario’s cells in the rows: a scenario may be called as any column. */
export const scenarioKey = (name: string): string => `scenario ${name}`;

type Names = Readonly<Record<string, ReadonlyMap<string, string>>>;
type Cells = Record<string, InputValue>;

const tableOf = (schema: TableSchema, range: Range | null | undefined): Table | null =>
  isGiven(range) ? rememberedTable(schema, range) : null;

function rowsOf(
  schema: TableSchema,
  range: Range | null | undefined,
  names: Names = {},
  more: (cells: Cells, row: TableRow, table: Table) => Cells = (cells) => cells,
): InputRow[] {
  const table = tableOf(schema, range);
  if (!table) return [];
  const source = table.headers.findIndex((header) => fold(header) === 'source');
  return table.rows.map((row) => {
    const cells: Cells = Object.fromEntries(
      schema.columns.map((column) => [column.key, cellOf(column, row, table, names)]),
    );
    return { cells: { ...more(cells, row, table), [SOURCE]: nameText(row.cells[source]) || null }, source: '' };
  });
}

function cellOf(column: Column, row: TableRow, { positions }: Table, names: Names): InputValue {
  const typed = row.cells[positions.get(column.key) ?? -1];
  if (isBlank(typed)) return null;
  if (column.raw) return typeof typed === 'number' ? typed : nameText(typed);
  if (isZeroWord(typed) && row.values[column.key] === 0) return 'zero';
  const value = row.values[column.key];
  if (typeof value !== 'string') return value;
  const known = names[column.key];
  // All programs may be called so.
  return known ? (known.get(fold(value)) ?? null) : value;
}

function target(cells: Cells): { driver: string | null; isMonthSet: boolean } {
  const named = typeof cells['driver'] === 'string' ? findDriver(cells['driver']) : undefined;
  return {
    driver: named?.column.header ?? null,
    isMonthSet: named?.driver.isMonth === true && cells['change'] === 'set',
  };
}

function typedValue(cell: Cell, isMonth: boolean): InputValue {
  if (isBlank(cell)) return null;
  if (isZeroWord(cell)) return 'zero';
  return isMonth ? (readCell(PANEL.column.launchMonth, cell, () => {}) as number) : (cell as number);
}

/** Every setting there is, in the sheet’s order, with what is typed of it. */
function settingRows(range: Range | null | undefined): InputRow[] {
  const table = tableOf(SETTINGS, range);
  const typed = (setting: Setting): InputValue => {
    const row = table?.rows.find(({ values }) =>
      [setting.header, ...setting.aliases].some((name) => fold(name) === fold(String(values['setting'] ?? ''))),
    );
    const cell = row?.cells[table!.positions.get('value') ?? -1];
    if (isBlank(cell)) return null;
    return isZeroWord(cell) ? 'zero' : readCell(setting, cell, () => {});
  };
  return SETTING_COLUMNS.map((setting) => ({
    cells: { setting: setting.header, value: typed(setting), unit: setting.unit, note: setting.note },
    source: '',
  }));
}
