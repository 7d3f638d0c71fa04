/** The tables as they stand on the sheets, and what is asked of them: names, columns, rows by name. */
import { isBlank, type Cell } from '../../tables/reading/cell';
import { byFold, fold } from '../../tables/reading/nearest';
import { isRollUpName } from '../../tables/reading/roll-ups';
import { nameText } from '../../tables/reading/read-table';
import type { TableSchema } from '../../tables/schemas/column';
import { CHANGE_LOG } from '../../tables/schemas/change-log';
import { MODEL_SCHEMAS, type TableKey } from '../../tables/schemas/model-tables';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { columnPosition } from '../excel/column-position';
import type { Content } from '../plan/cells';

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

export type TablesNow = Readonly<Record<TableKey, TableNow>> & {
  /** What was changed and what stood there before; null where somebody has deleted it, for no figure depends on it. */
  readonly log: TableNow | null;
};

/** What edits write: the tables of the model, and the log. */
export const EDITED_SCHEMAS = { ...MODEL_SCHEMAS, log: CHANGE_LOG } as const satisfies Record<string, TableSchema>;
export type EditedKey = keyof typeof EDITED_SCHEMAS;
export const EDITED_KEYS = Object.keys(EDITED_SCHEMAS) as EditedKey[];

/** A table that is known to be there. */
export function tableThere(tables: TablesNow, key: EditedKey): TableNow {
  const table = tables[key];
  if (!table) throw new Error(`the workbook has no ${EDITED_SCHEMAS[key].name}`);
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
