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
import { MOST_CELLS, rowsInParcel } from './parcels';
import { Refusal } from './refusal';

/** Two syncs, or more for tables of many rows. */
export const readTables = async (): Promise<TablesNow> => readExcel(tablesNow);

export async function tablesNow(context: Excel.RequestContext): Promise<TablesNow> {
  const tables = EDITED_KEYS.map((key) => {
    const table = context.workbook.tables.getItemOrNullObject(EDITED_SCHEMAS[key].name);
    const body = table.getDataBodyRange();
    body.load('rowCount,columnCount');
    return { key, table, body };
  });
  await context.sync();
  const lost = tables.find(({ key, table }) => table.isNullObject && key !== 'log');
  if (lost) throw new Refusal(`The table of ${EDITED_SCHEMAS[lost.key].title} is not in this workbook any more.`);
  const there = tables
    .filter(({ table }) => !table.isNullObject)
    .map(({ key, table, body }) => {
      const headers = table.getHeaderRowRange();
      headers.load('values,address');
      table.worksheet.load('name');
      return { key, table, headers, body };
    });
  const rows = await readRows(
    context,
    there.map(({ body }) => body),
  );
  const read = Object.fromEntries(
    there.map(({ key, table, headers }, i): [EditedKey, TableNow] => [
      key,
      {
        schema: EDITED_SCHEMAS[key],
        sheet: table.worksheet.name,
        ...placeOf(headers.address),
        headers: headers.values[0].map(String),
        rows: rows[i],
      },
    ]),
  );
  return { log: null, ...read } as TablesNow;
}

const OF_ROWS = ['values', 'formulas', 'valueTypes', 'numberFormat'] as const;

/** The rows of each range, whose counts are loaded: in one sync with all that is due, or in several. */
async function readRows(context: Excel.RequestContext, bodies: readonly Excel.Range[]): Promise<RowNow[][]> {
  const cellsOf = ({ rowCount, columnCount }: Excel.Range) => OF_ROWS.length * rowCount * columnCount;
  const isMuch = bodies.reduce((cells, body) => cells + cellsOf(body), 0) > MOST_CELLS;
  const loaded: Excel.Range[][] = [];
  for (const body of bodies) {
    const most = isMuch ? rowsInParcel(OF_ROWS.length * body.columnCount) : body.rowCount;
    const blocks: Excel.Range[] = [];
    for (let from = 0; from < body.rowCount; from += most) {
      const block = body.getRow(from).getResizedRange(Math.min(most, body.rowCount - from) - 1, 0);
      block.load(OF_ROWS.join(','));
      blocks.push(block);
      if (isMuch) await context.sync();
    }
    loaded.push(blocks);
  }
  if (!isMuch) await context.sync();
  return loaded.map((blocks) => blocks.flatMap(rowsOf));
}

const rowsOf = ({ values, formulas, valueTypes, numberFormat }: Excel.Range): RowNow[] =>
  values.map((cells: RowNow['values'], i) => ({
    values: cells,
    contents: cells.map((value, column) => contentOf(formulas[i][column], value, valueTypes[i][column])),
    formats: numberFormat[i].map(String),
  }));

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
