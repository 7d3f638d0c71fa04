/** The plain-formula copy of a workbook that is a file. */
import type { ModelTables, Range } from '../tables/reading/read-model';
import { fold } from '../tables/reading/nearest';
import { MODEL_SCHEMAS, TABLE_KEYS } from '../tables/schemas/model-tables';
import { fileOfPlan } from '../workbook/file/file-of-plan';
import { NAMES } from '../workbook/layout/names';
import type { Sheet, Value, Workbook } from '../xlsx';
import { parseAddress, type Area } from '../xlsx/address';
import { plainCopy } from './plain-copy';

/**
 * Its formulas wait to be calculated.
 * @param version of the add-in
 * @throws where the file is no workbook of the add-in; InputError with the first finding where it cannot be forecast
 */
export function plainCopyOf(file: Workbook, version: string): Workbook {
  return fileOfPlan(plainCopy(tablesOf(file), { scenario: scenarioOf(file), version }), null);
}

export function tablesOf({ sheets }: Workbook): ModelTables {
  const range = (name: string): Range | null => {
    for (const sheet of sheets) {
      const table = sheet.tables.find((candidate) => fold(candidate.name) === fold(name));
      if (table) return valuesIn(sheet, table.area) as Range;
    }
    return null;
  };
  const tables = Object.fromEntries(TABLE_KEYS.map((key) => [key, range(MODEL_SCHEMAS[key].name)]));
  const absent = TABLE_KEYS.filter((key) => !tables[key]).map((key) => MODEL_SCHEMAS[key].name);
  if (absent.length > 0)
    throw new Error(`The file has no table ${absent.join(', ')}: it is no whole workbook of this add-in.`);
  return tables as unknown as ModelTables;
}

/** The scenario that is active in the file; null where it has none. */
function scenarioOf({ names, sheets }: Workbook): string | null {
  const named = names.find(({ name }) => name === NAMES.scenario);
  const place = named && parseAddress(named.formula.slice(1));
  const sheet = place && sheets.find(({ name }) => name === place.sheet);
  const value = sheet ? valuesIn(sheet, place.area)[0][0] : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

const valuesIn = ({ cells }: Sheet, { row, column, rows, columns }: Area): Value[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => cells.get(row + r)?.get(column + c)?.value ?? null),
  );
