/**
 * Brings back the formulas whose place values have taken. Each is found again wherever its values are now: Excel has
 * kept account of the place, and a row of a table that was sorted is known by what it holds. Where somebody has typed
 * over the values nothing is written: it is said, and the formula is kept.
 */
import { area, type Area } from '../plan/cells';
import { callsAddin, tablesNamed, withMoved } from '../share/formula-parts';
import { STORE_SHEET, whereOf, type StoredCell } from '../share/frozen-cells';
import { isCalculated } from '../share/find-formulas';
import { matchRows } from '../share/match-rows';
import { sealOf, sealOfCell } from '../share/seal';
import { changeExcel } from './door';
import { loadBook, tableAt, type LoadedBook, type LoadedTable } from './load-book';
import { Refusal } from './refusal';
import { isStore, loadNote, readStore, writeStore } from './store-sheet';
import { perSheet, refuseProtected, type OnSheet } from './swap-out';

/** A formula that was not brought back, and why. */
export interface LeftFormula {
  where: string;
  formula: string;
  why: string;
}

export interface SwapIn {
  sheets: readonly OnSheet[];
  left: readonly LeftFormula[];
}

interface Found {
  stored: StoredCell;
  sheet: string;
  area: Area;
  /** The formula as its cells are now. */
  formula: string;
}

export async function swapIn(): Promise<SwapIn> {
  return changeExcel(async (context) => {
    const note = loadNote(context);
    const book = await loadBook(context);
    const sheetOf = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
    const store = sheetOf.get(STORE_SHEET);
    if (!store || !isStore(store.formulas)) throw new Refusal('This workbook keeps no formulas to be brought back.');
    const { found, left, there } = findAll(readStore(store.formulas), book);
    refuseProtected(book, found, 'brought back');

    context.application.suspendApiCalculationUntilNextSync();
    for (const { sheet, area: cells, formula } of found) {
      const on = sheetOf.get(sheet)!.sheet;
      if (cells.rows * cells.columns > 1)
        on.getRangeByIndexes(cells.row, cells.column, cells.rows, cells.columns).clear('Contents');
      on.getCell(cells.row, cells.column).formulas = [[formula]];
    }
    store.sheet.visibility = 'Visible';
    store.sheet.delete();
    if (left.length > 0)
      writeStore(
        context,
        left.map(({ stored }) => stored.contents),
      );
    note(left.length);
    await context.sync();
    return {
      sheets: perSheet([...found, ...there]),
      left: left.map(({ stored: { where, formula }, why }) => ({ where, formula, why })),
    };
  });
}

/** The values stay; what is kept of their formulas goes. */
export async function forgetFormulas(): Promise<void> {
  await changeExcel(async (context) => {
    const note = loadNote(context);
    const store = context.workbook.worksheets.getItemOrNullObject(STORE_SHEET);
    await context.sync();
    if (store.isNullObject) return;
    store.visibility = 'Visible';
    store.delete();
    note(0);
    await context.sync();
  });
}

interface Search {
  found: Found[];
  left: { stored: StoredCell; why: string }[];
  /** The formula stands there again already. */
  there: { sheet: string }[];
}

function findAll(stored: readonly StoredCell[], book: LoadedBook): Search {
  const search: Search = { found: [], left: [], there: [] };
  const sorted = new Map<string, { table: LoadedTable; column: number; cells: StoredCell[] }>();
  for (const cell of stored) {
    const place = tablePlace(cell, book);
    if (!place) judge(cell, book, search);
    else {
      const key = `${place.table.name}\n${place.column}`;
      if (!sorted.has(key)) sorted.set(key, { ...place, cells: [] });
      sorted.get(key)!.cells.push(cell);
    }
  }
  for (const { table, column, cells } of sorted.values()) findRows(table, column, cells, book, search);
  return search;
}

/** By the table's name and header, or where Excel has moved the cell to. */
function tablePlace({ row, now }: StoredCell, { tables }: LoadedBook): { table: LoadedTable; column: number } | null {
  if (!row) return null;
  const at = now && tableAt(tables, now.sheet, now.area);
  const table = tables.find(({ name }) => name.toLowerCase() === row.table.toLowerCase()) ?? at?.table;
  if (!table) return null;
  const column = table.headers.indexOf(row.column);
  return column >= 0 ? { table, column } : at ? { table, column: at.column } : null;
}

function findRows(table: LoadedTable, column: number, cells: readonly StoredCell[], book: LoadedBook, search: Search) {
  const placeOf = ({ now }: StoredCell): number | null => {
    const at = now && tableAt([table], now.sheet, now.area);
    return at ? at.row : null;
  };
  const places = matchRows(
    cells.map((cell) => ({ own: cell.seal, others: cell.row!.others, at: placeOf(cell) })),
    table.values.map((values, r) => ({
      own: sealOfCell(values[column]),
      others: values.filter((_, c) => c !== column).map(sealOfCell),
      isTaken: callsAddin(String(table.formulas[r][column])),
    })),
  );
  cells.forEach((cell, i) => {
    const row = places[i];
    if (row === null) judge(cell, book, search);
    else {
      const at = area(table.body.row + row, table.body.column + column);
      const rows = cell.now && cell.now.sheet === table.sheet ? at.row - cell.now.area.row : 0;
      take(search, book, {
        stored: cell,
        sheet: table.sheet,
        area: at,
        formula: withMoved(cell.formula, cell.references, cell.moved, rows),
      });
    }
  });
}

/** Where Excel says that the values are now, if it is still those. */
function judge(stored: StoredCell, book: LoadedBook, search: Search): void {
  const { sheets } = book;
  const { now, formula, references, moved, seal } = stored;
  const on = now && sheets.find(({ name }) => name === now.sheet);
  if (!now || !on) {
    search.left.push({ stored, why: 'its cells were deleted' });
    return;
  }
  const first = contentAt(on.formulas, on, now.area.row, now.area.column);
  if (isCalculated(first, contentAt(on.values, on, now.area.row, now.area.column)) && callsAddin(first)) {
    search.there.push({ sheet: now.sheet });
    return;
  }
  const values = Array.from({ length: now.area.rows }, (_, r) =>
    Array.from({ length: now.area.columns }, (__, c) =>
      contentAt(on.values, on, now.area.row + r, now.area.column + c),
    ),
  );
  if (sealOf(values) !== seal)
    search.left.push({
      stored,
      why: `${now.area.rows * now.area.columns > 1 ? 'its values were' : 'its value was'} changed since${whereNow(stored.where, now)}`,
    });
  else take(search, book, { stored, sheet: now.sheet, area: now.area, formula: withMoved(formula, references, moved) });
}

/** Excel takes no formula that names a table it does not have, and would stop at it: no other would come back. */
function take({ found, left }: Search, { tables }: LoadedBook, each: Found): void {
  const there = new Set(tables.map(({ name }) => name.toLowerCase()));
  const lost = tablesNamed(each.formula).find((name) => !there.has(name.toLowerCase()));
  if (lost === undefined) found.push(each);
  else left.push({ stored: each.stored, why: `it names the table ${lost}, which is not there any more` });
}

const whereNow = (where: string, now: { sheet: string; area: Area }): string => {
  const is = whereOf(now.sheet, now.area);
  return is === where ? '' : ` (now ${is})`;
};

const contentAt = (
  cells: readonly (readonly unknown[])[],
  { row, column }: { row: number; column: number },
  r: number,
  c: number,
): unknown => cells[r - row]?.[c - column] ?? '';
