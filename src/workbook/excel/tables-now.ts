/** Reads the input tables as they stand, whoever has moved, sorted or renamed what. */
import { columnNumber, type Content } from '../plan/cells';
import { ALL_TABLES, TABLES, type RowNow, type TableKey, type TableNow, type TablesNow } from '../edits/tables-now';
import { readExcel } from './door';
import { Refusal } from './refusal';

const KEYS = Object.keys(ALL_TABLES) as TableKey[];

/** Two syncs. */
export const readTables = async (): Promise<TablesNow> => readExcel(tablesNow);

export async function tablesNow(context: Excel.RequestContext): Promise<TablesNow> {
  const tables = KEYS.map((key) => ({ key, table: context.workbook.tables.getItemOrNullObject(ALL_TABLES[key].name) }));
  await context.sync();
  const lost = tables.find(({ key, table }) => table.isNullObject && key in TABLES);
  if (lost) throw new Refusal(`The table of ${ALL_TABLES[lost.key].title} is not in this workbook any more.`);
  const there = tables.filter(({ table }) => !table.isNullObject);
  const loaded = there.map(({ key, table }) => {
    const headers = table.getHeaderRowRange();
    const body = table.getDataBodyRange();
    headers.load('values,address');
    body.load('values,formulas,valueTypes,numberFormat');
    table.worksheet.load('name');
    return { key, table, headers, body };
  });
  await context.sync();
  const read = Object.fromEntries(
    loaded.map(({ key, table, headers, body }): [TableKey, TableNow] => [
      key,
      {
        schema: ALL_TABLES[key],
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
  return { actuals: null, log: null, ...read } as TablesNow;
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
