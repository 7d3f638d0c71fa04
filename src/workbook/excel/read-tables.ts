/** The tables of the model as the workbook's functions are given them. */
import { cellError, type Cell } from '../../tables/reading/cell';
import type { ModelTables, Range } from '../../tables/reading/read-model';
import type { TableSchema } from '../../tables/schemas/column';
import { MODEL_SCHEMAS, TABLE_KEYS } from '../../tables/schemas/model-tables';
import { UNCERTAINTY } from '../../tables/schemas/uncertainty';
import { readExcel } from './door';
import { Refusal } from './refusal';

/** The cells of a table, by its schema. */
export const rangeOf = (tables: ModelTables, { name }: TableSchema): Range | null => {
  const key = TABLE_KEYS.find((candidate) => MODEL_SCHEMAS[candidate].name === name)!;
  return tables[key] ?? null;
};

/** Loaded with the next sync; null then where one is missing. */
export function loadTables(context: Excel.RequestContext): () => ModelTables | null {
  const ranges = TABLE_KEYS.map((key) => {
    const range = context.workbook.tables.getItemOrNullObject(MODEL_SCHEMAS[key].name).getRange();
    range.load('values,valueTypes');
    return [key, range] as const;
  });
  return () =>
    ranges.some(([, range]) => range.isNullObject)
      ? null
      : (Object.fromEntries(ranges.map(([key, range]) => [key, cellsOf(range)])) as unknown as ModelTables);
}

/** What the simulation draws from; null where the sheet has not been added. */
export const readUncertainty = (): Promise<Range | null> =>
  readExcel(async (context) => {
    const range = context.workbook.tables.getItemOrNullObject(UNCERTAINTY.name).getRange();
    range.load('values,valueTypes');
    await context.sync();
    return range.isNullObject ? null : cellsOf(range);
  });

export const readModelTables = (): Promise<ModelTables> =>
  readExcel(async (context) => {
    const loaded = loadTables(context);
    await context.sync();
    const tables = loaded();
    if (!tables) throw new Refusal('A table of the inputs is not in this workbook any more, so no copy can be made.');
    return tables;
  });

/** An error comes as its text. */
export const cellsOf = ({ values, valueTypes }: Excel.Range): Range =>
  values.map((row: Cell[], r) =>
    row.map((cell, c) => (valueTypes[r][c] === Excel.RangeValueType.error ? cellError(String(cell)) : cell)),
  );
