/** The whole workbook as it stands, the user's own sheets, tables and names too. */
import { area, type Area } from '../plan/cells';
import type { SheetContents } from '../share/find-formulas';

export interface LoadedSheet extends SheetContents {
  sheet: Excel.Worksheet;
  isProtected: boolean;
  isHidden: boolean;
  /** Of its cells, as Excel tells numbers, texts and errors. */
  valueTypes: readonly (readonly unknown[])[];
}

export interface LoadedTable {
  name: string;
  sheet: string;
  /** Without headers and totals. */
  body: Area;
  headers: readonly string[];
  values: readonly (readonly unknown[])[];
  formulas: readonly (readonly unknown[])[];
}

export interface LoadedBook {
  sheets: readonly LoadedSheet[];
  tables: readonly LoadedTable[];
  names: readonly { name: string; formula: string }[];
}

/** Two syncs. */
export async function loadBook(context: Excel.RequestContext): Promise<LoadedBook> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  tables.load('items/name,items/worksheet/name');
  names.load('items/name,items/formula');
  await context.sync();
  const used = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRange();
    range.load('rowIndex,columnIndex,formulas,values,valueTypes');
    return range;
  });
  const parts = tables.items.map((table) => {
    const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
    header.load('values');
    body.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
    return { header, body };
  });
  await context.sync();
  return {
    sheets: worksheets.items.map((sheet, i) => ({
      sheet,
      name: sheet.name,
      isProtected: sheet.protection.protected,
      isHidden: sheet.visibility !== 'Visible',
      row: used[i].rowIndex,
      column: used[i].columnIndex,
      formulas: used[i].formulas as unknown[][],
      values: used[i].values as unknown[][],
      valueTypes: used[i].valueTypes,
    })),
    tables: tables.items.map(({ name, worksheet }, i) => {
      const { header, body } = parts[i];
      return {
        name,
        sheet: worksheet.name,
        body: area(body.rowIndex, body.columnIndex, body.rowCount, body.columnCount),
        headers: header.values[0].map(String),
        values: body.values as unknown[][],
        formulas: body.formulas as unknown[][],
      };
    }),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  };
}

/** The table in whose rows a cell stands, and its place there. */
export function tableAt(
  tables: readonly LoadedTable[],
  sheet: string,
  { row, column }: Pick<Area, 'row' | 'column'>,
): { table: LoadedTable; row: number; column: number } | null {
  const table = tables.find(
    ({ sheet: own, body }) =>
      own === sheet &&
      row >= body.row &&
      row < body.row + body.rows &&
      column >= body.column &&
      column < body.column + body.columns,
  );
  return table ? { table, row: row - table.body.row, column: column - table.body.column } : null;
}
