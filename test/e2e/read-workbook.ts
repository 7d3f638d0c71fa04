/** What a workbook in the workbench holds, read through Office.js for a second calculator. */
import type { Workbench } from '../../src/workbench/driver/workbench';
import {
  isNative,
  type CalculatedCell,
  type CalculatedSheet,
  type CalculatedWorkbook,
} from '../second-calculator/calculated-workbook';
import { columnName } from '../second-calculator/plain-references';

/** Content is what was typed: '' where a value has been spilled into. */
type Cells = ((CalculatedCell & { content: string }) | null)[][];

export async function readWorkbook(workbench: Workbench): Promise<CalculatedWorkbook> {
  const { sheets, names, tables } = await workbench.excel(async (context) => {
    const { worksheets, names: named, tables: all } = context.workbook;
    worksheets.load('items/name');
    named.load('items/name,items/formula');
    all.load('items/name');
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRange(true).load('address,formulas,values'));
    const found = all.items.map((table) => ({ name: table.name, range: table.getRange().load('address,values') }));
    await context.sync();
    return {
      sheets: worksheets.items.map(({ name }, i) => ({
        name,
        address: used[i].address,
        formulas: used[i].formulas as unknown[][],
        values: used[i].values as (string | number | boolean)[][],
      })),
      names: named.items.map(({ name, formula }) => [name, String(formula).replace(/^=/, '')]),
      tables: found.map(({ name, range }) => ({ name, address: range.address, headers: range.values[0].map(String) })),
    };
  });
  return {
    names: Object.fromEntries(names) as Record<string, string>,
    tables: tables.map(({ name, address, headers }) => {
      const { sheet, row, column, rows } = place(address);
      return { name, sheet, row, column, headers, rows: rows - 1 };
    }),
    sheets: await Promise.all(
      sheets.map(async ({ name, address, formulas, values }): Promise<CalculatedSheet> => {
        const corner = place(address);
        const cells: Cells = Array.from({ length: corner.row + formulas.length }, () => []);
        formulas.forEach((line, r) =>
          line.forEach((formula, c) => {
            const value = values[r][c];
            const isFormula = typeof formula === 'string' && formula.startsWith('=');
            cells[corner.row + r][corner.column + c] =
              value === '' && !isFormula
                ? null
                : { formula: isFormula ? formula : null, content: formula as string, value, rows: 1, columns: 1 };
          }),
        );
        return { name, cells: await withSpills(workbench, name, cells) };
      }),
    ),
  };
}

/** A native formula spills where a cell beside or below it has a value but no content. */
async function withSpills(workbench: Workbench, sheet: string, cells: Cells): Promise<Cells> {
  const isSpilledInto = (r: number, c: number): boolean =>
    cells[r]?.[c]?.formula === null && cells[r][c].content === '';
  for (const [r, row] of cells.entries())
    for (const [c, cell] of row.entries())
      if (isNative(cell?.formula ?? null) && (isSpilledInto(r + 1, c) || isSpilledInto(r, c + 1)))
        Object.assign(cell!, await spillFrom(workbench, sheet, r, c));
  return cells;
}

/** The size of what a formula spills into; of one cell where another's spill stands beside it. */
async function spillFrom(workbench: Workbench, sheet: string, row: number, column: number) {
  const address = await workbench.excel(
    async (context, name, cell) => {
      const spill = context.workbook.worksheets.getItem(name).getRange(cell).getSpillingToRange().load('address');
      try {
        await context.sync();
        return spill.address;
      } catch (error) {
        if ((error as OfficeExtension.Error).code === 'ItemNotFound') return null;
        throw error;
      }
    },
    sheet,
    `${columnName(column)}${row + 1}`,
  );
  const { rows, columns } = address ? place(address) : { rows: 1, columns: 1 };
  return { rows, columns };
}

/** 'Payer Mix'!B7:C9, counted from 0 */
function place(address: string): { sheet: string; row: number; column: number; rows: number; columns: number } {
  const [, sheet, column, row, lastColumn = column, lastRow = row] =
    /^'?(.*?)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(address)!;
  const [left, right] = [column, lastColumn].map((letters) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
  );
  return {
    sheet: sheet.replaceAll("''", "'"),
    row: Number(row) - 1,
    column: left - 1,
    rows: Number(lastRow) - Number(row) + 1,
    columns: right - left + 1,
  };
}
