/**
 * Puts a value in the place of every formula that calls the add-in, wherever it stands in the workbook, so that a copy
 * shows its figures in any Excel, in LibreOffice and in Google Sheets. The formulas are kept in a hidden sheet of the
 * workbook, from which swap-in.ts brings them back.
 */
import { area, type Content } from '../plan/cells';
import { callsAddin } from '../share/formula-parts';
import { formulasToFreeze, type FoundFormula } from '../share/find-formulas';
import { STORE_SHEET, storeRow, whereOf, type FrozenCell, type FrozenRow } from '../share/frozen-cells';
import { sealOf, sealOfCell } from '../share/seal';
import { changeExcel } from './door';
import { loadBook, tableAt, type LoadedBook } from './load-book';
import { Refusal } from './refusal';
import { loadSpill } from './spills';
import { isStore, loadNote, writeStore } from './store-sheet';
import { isErrorText } from './error-texts';
import { typed } from './typed';

/** How many formulas stand on a sheet. */
export interface OnSheet {
  sheet: string;
  formulas: number;
}

/** Errors that pass, or are mended first: as values they would say nothing. */
const UNFIT: Readonly<Record<string, string>> = {
  '#BUSY!': 'is still being calculated. Wait until the figures are there, then try again',
  '#GETTING_DATA': 'is still being calculated. Wait until the figures are there, then try again',
  '#NAME?': 'shows #NAME? instead of a figure. Repair the workbook first',
  '#SPILL!': 'has no room for its answer (#SPILL!). Clear the cells in its way first',
};

/**
 * @param date serial of the day on the user's own calendar, which Start names
 * @returns how many formulas were replaced, by sheet
 */
export async function swapOut(date: number): Promise<OnSheet[]> {
  return changeExcel(async (context) => {
    const note = loadNote(context);
    const book = await loadBook(context);
    const sheetOf = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
    const store = sheetOf.get(STORE_SHEET);
    if (store)
      throw new Refusal(
        isStore(store.formulas)
          ? 'The formulas of this workbook stand as values already. Bring them back first.'
          : `Nothing was replaced: the workbook has a sheet ${STORE_SHEET} of its own. Rename it, then try again.`,
      );
    const found = formulasToFreeze(book.sheets);
    if (found.length === 0)
      throw new Refusal('No cell of this workbook calls the add-in: there is nothing to replace.');
    refuseProtected(book, found, 'replaced');

    const spills = found.map(({ sheet, row, column }) => loadSpill(sheetOf.get(sheet)!.sheet.getCell(row, column)));
    await context.sync();

    const frozen = found.map((cell, i) => {
      const spill = spills[i]();
      const cells = spill
        ? area(spill.rowIndex, spill.columnIndex, spill.rowCount, spill.columnCount)
        : area(cell.row, cell.column);
      const values: unknown[][] = spill ? spill.values : [[cell.value]];
      refuseUnfit(cell, values);
      return { cell, cells, values };
    });
    context.application.suspendApiCalculationUntilNextSync();
    writeStore(
      context,
      frozen.map(({ cell: { sheet, formula }, cells, values }) => {
        const kept: FrozenCell = { sheet, area: cells, formula, seal: sealOf(values), row: rowOf(book, sheet, cells) };
        return storeRow(kept);
      }),
    );
    for (const { cell, cells, values } of frozen)
      sheetOf.get(cell.sheet)!.sheet.getRangeByIndexes(cells.row, cells.column, cells.rows, cells.columns).formulas =
        values.map((row) => row.map(asValue));
    note(found.length, date);
    await context.sync();
    return perSheet(found);
  });
}

export function perSheet(found: readonly { sheet: string }[]): OnSheet[] {
  const counts = new Map<string, number>();
  for (const { sheet } of found) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return [...counts].map(([sheet, formulas]) => ({ sheet, formulas }));
}

/** Names of the workbook that call the add-in: no cells, so they stay as they are. */
export const callingNames = ({ names }: LoadedBook): string[] =>
  names.filter(({ formula }) => callsAddin(formula)).map(({ name }) => name);

/** Before anything is changed: Excel would stop halfway. */
export function refuseProtected(
  { sheets }: LoadedBook,
  found: readonly { sheet: string }[],
  what: 'replaced' | 'brought back' | 'repaired' | 'removed',
): void {
  const on = new Set(found.map(({ sheet }) => sheet));
  const locked = sheets.filter(({ name, isProtected }) => isProtected && on.has(name)).map(({ name }) => name);
  if (locked.length > 0)
    throw new Refusal(
      `${locked.length === 1 ? `The sheet ${locked[0]} is` : `The sheets ${locked.join(', ')} are`} protected, so nothing was ${what}. Choose Review > Unprotect Sheet there, then try again.`,
    );
}

function refuseUnfit(cell: FoundFormula, values: readonly (readonly unknown[])[]): void {
  for (const value of values.flat()) {
    const why = isErrorText(value) ? UNFIT[value] : undefined;
    if (why) throw new Refusal(`Nothing was replaced: ${whereOf(cell.sheet, cell)} ${why}.`);
  }
}

/** What tells a row of a table from the others when it has been sorted. */
function rowOf({ tables }: LoadedBook, sheet: string, cells: { row: number; column: number }): FrozenRow | null {
  const at = tableAt(tables, sheet, cells);
  if (!at) return null;
  return {
    table: at.table.name,
    column: at.table.headers[at.column],
    others: at.table.values[at.row].filter((_, column) => column !== at.column).map(sealOfCell),
  };
}

/** An error stands as Excel writes one by itself; a text is text whatever it looks like. */
const asValue = (value: unknown): string | number | boolean =>
  isErrorText(value) ? (value === '#N/A' ? '=NA()' : `=${value}`) : typed(value as Content);
