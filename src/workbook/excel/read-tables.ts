/** The six tables of the model as the workbook's functions are given them. */
import { cellError, type Cell } from '../../tables/reading/cell';
import type { ModelTables, Range } from '../../tables/reading/read-model';
import type { TableSchema } from '../../tables/schemas/column';
import { CHANGES } from '../../tables/schemas/changes';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTINGS } from '../../tables/schemas/settings';

const SCHEMAS = {
  panel: PANEL,
  payerMix: PAYER_MIX,
  costs: COSTS,
  settings: SETTINGS,
  scenarios: SCENARIOS,
  changes: CHANGES,
} as const;

export const MODEL_SCHEMAS: readonly TableSchema[] = Object.values(SCHEMAS);

/** The cells of a table, by its schema. */
export const rangeOf = (tables: ModelTables, { name }: TableSchema): Range | null => {
  const [key] = Object.entries(SCHEMAS).find(([, schema]) => schema.name === name)!;
  return tables[key as keyof ModelTables] ?? null;
};

/** Loaded with the next sync; null then where one is missing. */
export function loadTables(context: Excel.RequestContext): () => ModelTables | null {
  const ranges = Object.entries(SCHEMAS).map(([key, { name }]) => {
    const range = context.workbook.tables.getItemOrNullObject(name).getRange();
    range.load('values,valueTypes');
    return [key, range] as const;
  });
  return () =>
    ranges.some(([, range]) => range.isNullObject)
      ? null
      : (Object.fromEntries(ranges.map(([key, range]) => [key, cellsOf(range)])) as unknown as ModelTables);
}

/** An error comes as its text. */
const cellsOf = ({ values, valueTypes }: Excel.Range): Range =>
  values.map((row: Cell[], r) =>
    row.map((cell, c) => (valueTypes[r][c] === Excel.RangeValueType.error ? cellError(String(cell)) : cell)),
  );
