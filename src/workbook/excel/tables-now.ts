/** Reads the input tables as they stand, whoever has moved, sorted or renamed what. */
import { columnNumber, type Content } from '../plan/cells';
import {
  EDITED_KEYS,
  EDITED_SCHEMAS,
  type EditedKey,
  type RowNow,
  type TableNow,
  type TablesNow,
} from '../edits/tables-now';
import { readExcel } from './door';
import { Refusal } from './refusal';

/** Two syncs. */
export const readTables = async (): Promise<TablesNow> => readExcel(tablesNow);

export async function tablesNow(context: Excel.RequestContext): Promise<TablesNow> {
  const tables = EDITED_KEYS.map((key) => ({
    key,
    table: context.workbook.tables.getItemOrNullObject(EDITED_SCHEMAS[key].name),
  }));
  await context.sync();
  const lost = tables.find(({ key, table }) => table.isNullObject && key !== 'log');
  if (lost) throw new Refusal(`The table of ${EDITED_SCHEMAS[lost.key].title} is not in this workbook any more.`);
  const loaded = tables
    .filter(({ table }) => !table.isNullObject)
    .map(({ key, table }) => {
      const headers = table.getHeaderRowRange();
      const body = table.getDataBodyRange();
      headers.load('values,address');
      body.load('values,formulas,valueTypes,numberFormat');
      table.worksheet.load('name');
      return { key, table, headers, body };
    });
  await context.sync();
  const read = Object.fromEntries(
    loaded.map(({ key, table, headers, body }): [EditedKey, TableNow] => [
      key,
      {
        schema: EDITED_SCHEMAS[key],
        sheet: table.worksheet.name,
        ...placeOf(headers.address),
        headers: headers.values[0].map(String),
        rows: body.values.map((values: RowNow['values'], i) => ({
          values,
          contents: values.map((value, column) =>
            contentOf(body.formulas[i][column], value, body.valueTypes[i][column]),
          ),
          formats: body.numberFormat[i].map(String),
        })),
      },
    ]),
  );
  return { log: null, ...read } as TablesNow;
}

/** 'Payer Mix'!B6:S6 → row 6 of the sheet, and its second column. */
function placeOf(address: string): { headerRow: number; firstColumn: number } {
  const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)/.exec(address.slice(address.lastIndexOf('!') + 1))!;
  return { headerRow: Number(digits), firstColumn: columnNumber(letters) };
}

/** A text that looks like a formula is one only where Excel calculates it. */
function contentOf(typed: unknown, value: unknown, type: Excel.RangeValueType | string): Content {
  const isFormula = typeof typed === 'string' && typed.startsWith('=') && !(type === 'String' && typed === value);
  if (isFormula) return { formula: typed };
  return value === '' ? null : (value as Content);
}
