/** What a column of a sheet table is: one description that reading, validation, headers, notes and reference pages share. */

export type ColumnType = 'text' | 'choice' | 'number' | 'share' | 'month';

export interface Column {
  /** Property of the engine's row that the column fills. */
  key: string;
  header: string;
  aliases: readonly string[];
  type: ColumnType;
  /** As shown on screen: $, $/patient/month, patients, %, months, days … */
  unit: string;
  /** Smallest and largest value allowed; shares are 0..1. */
  lower: number;
  upper: number;
  /** What blank, 0 and empty text mean; undefined = they are refused. */
  fallback: string | number | null | undefined;
  /** How a person would say the fallback: "no limit", "from the start". */
  fallbackText: string;
  /** The header must be there. */
  required: boolean;
  /** One sentence for the header's note and the input hint. */
  note: string;
  /** Cells stay as they come: remarks for people, and values whose kind another column decides. */
  raw: boolean;
  choices: readonly string[];
}

export interface TableSchema {
  /** The Excel table's name, e.g. tblPanel. */
  name: string;
  /** As said to people: Panel, Payer mix … */
  title: string;
  columns: readonly Column[];
  /** Rows with content a table may have. */
  maxRows: number;
  /** Column whose text names a row in messages. */
  label: readonly string[];
}

type Options = Partial<
  Pick<Column, 'aliases' | 'fallback' | 'fallbackText' | 'required' | 'lower' | 'upper' | 'unit' | 'raw'>
>;

const column = (
  type: ColumnType,
  key: string,
  header: string,
  note: string,
  options: Options,
  choices: readonly string[] = [],
): Column => ({
  key,
  header,
  aliases: options.aliases ?? [],
  type,
  unit: options.unit ?? '',
  lower: options.lower ?? (type === 'number' || type === 'share' ? 0 : -Infinity),
  upper: options.upper ?? (type === 'share' ? 1 : Infinity),
  fallback: options.fallback,
  fallbackText: options.fallbackText ?? '',
  required: options.required ?? options.fallback === undefined,
  note,
  raw: options.raw ?? false,
  choices,
});

export const text = (key: string, header: string, note: string, options: Options = {}) =>
  column('text', key, header, note, options);

export const choice = (key: string, header: string, note: string, choices: readonly string[], options: Options = {}) =>
  column('choice', key, header, note, options, choices);

export const number = (key: string, header: string, unit: string, note: string, options: Options = {}) =>
  column('number', key, header, note, { ...options, unit });

export const share = (key: string, header: string, note: string, options: Options = {}) =>
  column('share', key, header, note, { unit: '%', ...options });

export const month = (key: string, header: string, note: string, options: Options = {}) =>
  column('month', key, header, note, { unit: 'month', ...options });
