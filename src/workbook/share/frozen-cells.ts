/**
 * A formula that a value has taken the place of, and how it is kept: a row of a hidden sheet. Excel itself keeps the
 * account of where cells move: beside the formula’s text stand formulas of its own that name the cell and whatever the
 * text names, =ROWS('Forecast'!$A$6), so that rows may be inserted and sheets renamed meanwhile. They are native, so
 * nothing there asks for the add-in.
 */
import { area, columnName, columnNumber, plain, type Area, type Content } from '../plan/cells';
import { cellReferences, fixedCells, sheetOf, type CellReference, type Moved } from './formula-parts';

export interface FrozenCell {
  sheet: string;
  /** The cell, with all that it spilled. */
  area: Area;
  formula: string;
  /** Of the values that have taken its place. */
  seal: string;
  /** In a row of a table, which may be sorted. */
  row: FrozenRow | null;
}

export interface FrozenRow {
  table: string;
  column: string;
  /** Seals of the row’s other cells, by their columns. */
  others: readonly string[];
}

/** As the hidden sheet has it now. */
export interface StoredCell {
  /** Where it stood when it was frozen, as said to people: Forecast!A6 */
  where: string;
  /** Where its values are now; null where they were deleted. */
  now: { sheet: string; area: Area } | null;
  formula: string;
  seal: string;
  row: FrozenRow | null;
  references: readonly CellReference[];
  moved: readonly Moved[];
  /** Its row, to be written again where it could not be brought back. */
  contents: readonly Content[];
}

export const STORE_SHEET = 'PPPM formulas';
export const STORE_TITLE =
  'Formulas of PPPM for Excel that stand as values in this workbook. The add-in’s pane brings them back: Share, Bring the formulas back. Do not delete this sheet before.';
export const STORE_HEADERS = [
  'Where it stood',
  'Rows of its values',
  'Formula',
  'What stands there now',
  'Rows of what it names',
];
/** Title and headers. */
export const STORE_TOP = 2;

export const whereOf = (sheet: string, { row, column }: Pick<Area, 'row' | 'column'>): string =>
  `${/^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${columnName(column)}${row + 1}`;

const account = (sheet: string, cells: string): Content => ({
  formula: `=ROWS('${sheet.replaceAll("'", "''")}'!${fixedCells(cells)})`,
});

export function storeRow({ sheet, area: cells, formula, seal, row }: FrozenCell): Content[] {
  return [
    whereOf(sheet, cells),
    account(sheet, plain(cells)),
    formula,
    JSON.stringify({ seal, row }),
    ...cellReferences(formula).map(({ prefix, cells: named }) => account(prefix ? sheetOf(prefix) : sheet, named)),
  ];
}

const ACCOUNT = /^=ROWS\((.*)\)$/i;

function movedTo(written: unknown): Moved {
  const cells = ACCOUNT.exec(String(written))?.[1] ?? '';
  const behindSheet = cells.lastIndexOf('!') + 1;
  const moved = { prefix: cells.slice(0, behindSheet), cells: cells.slice(behindSheet) };
  return moved.prefix === '' || /#REF!/.test(cells) ? null : moved;
}

/** $A$6:$BD$60; null for whole columns and rows. */
export function areaOf(cells: string): Area | null {
  const [first, last = first] = cells.split(':').map((end) => /^\$?([A-Z]+)\$?(\d+)$/i.exec(end));
  if (!first || !last) return null;
  const [row, column] = [Number(first[2]) - 1, columnNumber(first[1].toUpperCase())];
  return area(row, column, Number(last[2]) - row, columnNumber(last[1].toUpperCase()) - column + 1);
}

/** @param formulas a row of the hidden sheet @returns null where it is none of ours any more */
export function readStoreRow(formulas: readonly unknown[]): StoredCell | null {
  const [where, at, formula, details, ...accounts] = formulas;
  if (typeof formula !== 'string' || typeof details !== 'string') return null;
  const read = readDetails(details);
  if (!read) return null;
  const references = cellReferences(formula);
  const to = movedTo(at);
  const cells = to && areaOf(to.cells);
  return {
    where: String(where),
    now: cells && { sheet: sheetOf(to.prefix), area: cells },
    formula,
    ...read,
    references,
    moved: references.map((_, i) => movedTo(accounts[i])),
    contents: [
      String(where),
      { formula: String(at) },
      formula,
      details,
      ...references.map((_, i): Content => ({ formula: String(accounts[i]) })),
    ],
  };
}

/** Whatever stands there: somebody may have changed it. */
function readDetails(text: string): Pick<FrozenCell, 'seal' | 'row'> | null {
  try {
    const { seal, row } = JSON.parse(text) as Partial<FrozenCell>;
    return typeof seal === 'string' ? { seal, row: row && Array.isArray(row.others) ? row : null } : null;
  } catch {
    return null;
  }
}
