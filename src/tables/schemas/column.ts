/** What a column of a sheet table is: one description that reading, validation, headers, notes and reference pages share. */
import { driverByKey } from '../../engine/model/drivers';

export type ColumnType = 'text' | 'choice' | 'number' | 'share' | 'month';

/** A cell as its column reads it; null = not given. */
export type CellValue = string | number | null;

export interface Column<Key extends string = string, Value extends CellValue = CellValue> {
  /** Property of the engine's row that the column fills. */
  key: Key;
  header: string;
  aliases: readonly string[];
  type: ColumnType;
  /** As shown on screen: $, $/patient/month, patients, %, months, days … */
  unit: string;
  /** Smallest and largest value allowed: those of the engine's driver where there is one; other shares are 0..1. */
  lower: number;
  upper: number;
  /** Only whole numbers are allowed. */
  whole: boolean;
  /** What blank, 0 and empty text mean; undefined = they are refused. */
  fallback: Value | undefined;
  /** How a person would say the fallback: "no limit", "from the start". */
  fallbackText: string;
  /** The header must be there. */
  required: boolean;
  /** One sentence for the header's note and the input hint. */
  note: string;
  /** Cells stay as they come: remarks for people, and values whose kind another column decides. */
  raw: boolean;
  /** Columns of a capability come together, over all tables: where none of them is, it is not used. '' = of every model. */
  capability: Capability | '';
  choices: readonly string[];
}

export type Capability = 'appeals' | 'codes' | 'minutes' | 'receivable' | 'scope' | 'staffing' | 'terms' | 'units';

/** What the cells of columns hold, by the columns' keys. */
export type ValuesOf<Columns extends readonly Column[]> = {
  [Each in Columns[number] as Each['key']]: Each extends Column<string, infer Value> ? Value : never;
};

export interface TableSchema<Key extends string = string> {
  /** The Excel table's name, e.g. tblPanel. */
  name: string;
  /** As said to people: Panel, Payer mix … */
  title: string;
  columns: readonly Column[];
  /** Rows with content a table may have. */
  maxRows: number;
  /** Column whose text names a row in messages. */
  label: readonly string[];
  /** Columns that people add up, so that a row may be the sum of others. */
  adds: readonly string[];
  /** What a column is that the schema does not name. */
  others: 'not read' | 'scenarios';
  /** The columns, and their headers, by key. */
  column: Readonly<Record<Key, Column>>;
  header: Readonly<Record<Key, string>>;
}

export const table = <Key extends string>(
  schema: Pick<TableSchema, 'name' | 'title' | 'maxRows' | 'label'> &
    Partial<Pick<TableSchema, 'others'>> & { columns: readonly Column<Key>[]; adds?: readonly NoInfer<Key>[] },
): TableSchema<Key> => ({
  adds: [],
  others: 'not read',
  ...schema,
  column: Object.fromEntries(schema.columns.map((column): [string, Column] => [column.key, column])) as Record<
    Key,
    Column
  >,
  header: headersOf(schema.columns),
});

export const headersOf = <Key extends string>(columns: readonly Column<Key>[]): Readonly<Record<Key, string>> =>
  Object.fromEntries(columns.map(({ key, header }) => [key, header])) as Record<Key, string>;

type Options<Fallback extends CellValue> = Partial<
  Pick<
    Column,
    'aliases' | 'fallbackText' | 'required' | 'lower' | 'upper' | 'unit' | 'whole' | 'raw' | 'capability'
  > & { fallback: Fallback }
>;

const column = <Key extends string, Value extends CellValue>(
  type: ColumnType,
  key: Key,
  header: string,
  note: string,
  options: Options<Value>,
  choices: readonly string[] = [],
): Column<Key, Value> => ({
  key,
  header,
  aliases: options.aliases ?? [],
  type,
  unit: options.unit ?? '',
  lower: options.lower ?? driverByKey.get(key)?.lower ?? (type === 'number' || type === 'share' ? 0 : -Infinity),
  upper: options.upper ?? driverByKey.get(key)?.upper ?? (type === 'share' ? 1 : Infinity),
  whole: options.whole ?? false,
  fallback: options.fallback,
  fallbackText: options.fallbackText ?? '',
  required: options.required ?? options.fallback === undefined,
  note,
  raw: options.raw ?? false,
  capability: options.capability ?? '',
  choices,
});

export const text = <Key extends string, Fallback extends string | null = string>(
  key: Key,
  header: string,
  note: string,
  options: Options<Fallback> = {},
): Column<Key, string | NoInfer<Fallback>> => column('text', key, header, note, options);

export const choice = <Key extends string, Choice extends string, Fallback extends NoInfer<Choice> | null = Choice>(
  key: Key,
  header: string,
  note: string,
  choices: readonly Choice[],
  options: Options<Fallback> = {},
): Column<Key, Choice | NoInfer<Fallback>> => column('choice', key, header, note, options, choices);

export const number = <Key extends string, Fallback extends number | null = number>(
  key: Key,
  header: string,
  unit: string,
  note: string,
  options: Options<Fallback> = {},
): Column<Key, number | NoInfer<Fallback>> => column('number', key, header, note, { ...options, unit });

export const share = <Key extends string, Fallback extends number | null = number>(
  key: Key,
  header: string,
  note: string,
  options: Options<Fallback> = {},
): Column<Key, number | NoInfer<Fallback>> => column('share', key, header, note, { unit: '%', ...options });

export const month = <Key extends string, Fallback extends number | null = number>(
  key: Key,
  header: string,
  note: string,
  options: Options<Fallback> = {},
): Column<Key, number | NoInfer<Fallback>> => column('month', key, header, note, { unit: 'month', ...options });
