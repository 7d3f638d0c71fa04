/** The tables as they stand on the sheets, and what is asked of them: names, columns, rows by name. */
import { isBlank, type Cell } from '../../tables/reading/cell';
import { byFold, fold } from '../../tables/reading/nearest';
import { isRollUpName } from '../../tables/reading/roll-ups';
import { nameText } from '../../tables/reading/read-table';
import { ACTUALS } from '../../tables/schemas/actuals';
import { CHANGE_LOG } from '../../tables/schemas/change-log';
import { CHANGES } from '../../tables/schemas/changes';
import type { TableSchema } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTINGS } from '../../tables/schemas/settings';
import { columnPosition } from '../excel/column-position';
import type { Content } from '../plan/cells';

export const TABLES = {
  panel: PANEL,
  payerMix: PAYER_MIX,
  costs: COSTS,
  settings: SETTINGS,
  scenarios: SCENARIOS,
  changes: CHANGES,
} as const satisfies Record<string, TableSchema>;
/** Tables that a workbook may do without. */
export const OPTIONAL_TABLES = { actuals: ACTUALS, log: CHANGE_LOG } as const satisfies Record<string, TableSchema>;
export const ALL_TABLES = { ...TABLES, ...OPTIONAL_TABLES };
export type TableKey = keyof typeof ALL_TABLES;

export interface RowNow {
  /** As typed: a formula is one, a text is text whatever it looks like. */
  contents: readonly Content[];
  values: readonly Cell[];
  formats: readonly string[];
}

export interface TableNow {
  schema: TableSchema;
  /** Sheet and row of the header, counted from 1 as Excel shows it. */
  sheet: string;
  headerRow: number;
  /** The sheet's column of the first one, counted from 0. */
  firstColumn: number;
  headers: readonly string[];
  rows: readonly RowNow[];
}

export type TablesNow = Readonly<
  Record<keyof typeof TABLES, TableNow> & Record<keyof typeof OPTIONAL_TABLES, TableNow | null>
>;

/** A table that is known to be there. */
export function tableThere(tables: TablesNow, key: TableKey): TableNow {
  const table = tables[key];
  if (!table) throw new Error(`the workbook has no ${ALL_TABLES[key].name}`);
  return table;
}

/** Where a column stands, by its key; -1 where it is not there. */
export function columnAt({ schema, headers }: TableNow, key: string): number {
  const column = schema.columns.find((candidate) => candidate.key === key);
  return column ? columnPosition(schema, column.header, headers) : -1;
}

/** The text in a row's column; blank where there is none. */
export const textIn = (table: TableNow, row: RowNow, key: string): string => nameText(row.values[columnAt(table, key)]);

/** The number in a row's column; null where there is none. */
export function numberIn(table: TableNow, row: RowNow, key: string): number | null {
  const value = row.values[columnAt(table, key)];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** What a row's columns name is this, however it is cased and spaced. */
export const names = (table: TableNow, row: RowNow, named: Readonly<Record<string, string>>): boolean =>
  Object.entries(named).every(([key, name]) => fold(textIn(table, row, key)) === fold(name));

/** Rows, counted from 0, that name this. */
export const rowsNaming = (table: TableNow, named: Readonly<Record<string, string>>): number[] =>
  table.rows.flatMap((row, i) => (names(table, row, named) ? [i] : []));

/** A table keeps one blank row when it has no others. */
export const isEmpty = ({ rows }: TableNow): boolean => rows.every(({ values }) => values.every(isBlank));

const namesOf = (table: TableNow, key: string): readonly string[] => [
  ...byFold(
    table.rows.map((row) => textIn(table, row, key)).filter((name) => name !== '' && !isRollUpName(name)),
  ).values(),
];

export const programsOf = ({ panel }: TablesNow): readonly string[] => namesOf(panel, 'name');
/** Every payer of every program, each once. */
export const payersOf = ({ payerMix }: TablesNow): readonly string[] => namesOf(payerMix, 'payer');
/** Every column of Scenarios that the schema does not name. */
export const scenariosOf = ({ scenarios }: TablesNow): readonly string[] => {
  const known = new Set(scenarios.schema.columns.map(({ key }) => columnAt(scenarios, key)));
  return scenarios.headers.filter((header, i) => header.trim() !== '' && !known.has(i) && !isKnownHeader(header));
};

const isKnownHeader = (header: string): boolean =>
  SCENARIOS.columns.some((column) => [column.header, ...column.aliases].some((name) => fold(name) === fold(header)));
