/** A formula of ours that cannot calculate, by the error it shows, and what stands in its way. Loaded where there may be one. */
import { area, onSheet, relative } from '../plan/cells';
import { ROOM } from '../layout/room';
import { changeExcel, readExcel } from './door';
import { isErrorText, PASSING } from './error-texts';
import { look } from './inspect';
import { Refusal } from './refusal';
import type { CellPlace } from './insert-amount';

export interface Trouble {
  /** #SPILL!, #NAME? … */
  error: string;
  at: CellPlace;
  /** The cell to be emptied, where one is in the way. */
  inTheWay: CellPlace | null;
}

const CALLS_ADDIN = /PPPM\.([A-Z]+)\(/i;
const NO_ROOM = '#SPILL!';
/** What is mended by hand comes first. */
const ORDER = [NO_ROOM, '#NAME?', '#CALC!'];
const rank = ({ error }: Trouble): number => (ORDER.includes(error) ? ORDER.indexOf(error) : ORDER.length);

/** Columns that a function's answer fills. */
const WIDTHS: Readonly<Record<string, (months: number) => number>> = {
  FORECAST: (months) => 3 + months,
  HIREPLAN: () => 9,
  LEAKAGE: () => 7,
  CHECKMODEL: () => 4,
  BREAKEVEN: () => 4,
  RATE: () => 2,
  VARIANCE: () => 3 + ROOM.programs,
};

export interface SheetCells {
  sheetId: string;
  name: string;
  row: number;
  column: number;
  formulas: readonly (readonly unknown[])[];
  values: readonly (readonly unknown[])[];
}

/** The first of our formulas that cannot calculate; null where all can. */
export const findTrouble = (months: number): Promise<Trouble | null> =>
  readExcel(async (context) => {
    return firstTrouble(await loadCells(context), months);
  });

export const firstTrouble = (sheets: readonly SheetCells[], months: number): Trouble | null =>
  sheets.flatMap((sheet) => troublesOf(sheet, months)).sort((a, b) => rank(a) - rank(b))[0] ?? null;

async function loadCells(context: Excel.RequestContext): Promise<SheetCells[]> {
  const { sheets } = await look(context);
  const used = sheets.map((sheet) => {
    const range = sheet.getUsedRange();
    range.load('formulas,values,rowIndex,columnIndex');
    return range;
  });
  await context.sync();
  return sheets.map(({ id, name }, i) => {
    const { rowIndex, columnIndex, formulas, values } = used[i];
    return { sheetId: id, name, row: rowIndex, column: columnIndex, formulas, values };
  });
}

function troublesOf(sheet: SheetCells, months: number): Trouble[] {
  return sheet.formulas.flatMap((row, r) =>
    row.flatMap((formula, c): Trouble[] => {
      const error = sheet.values[r][c];
      if (typeof formula !== 'string' || !formula.startsWith('=') || !isErrorText(error) || PASSING.has(error))
        return [];
      const called = CALLS_ADDIN.exec(formula)?.[1].toUpperCase();
      if (error !== NO_ROOM && !called) return [];
      const columns = WIDTHS[called ?? '']?.(months) ?? 1;
      const blocking = error === NO_ROOM ? firstContent(sheet, r, c, columns) : null;
      return [{ error, at: placeOf(sheet, r, c), inTheWay: blocking && placeOf(sheet, ...blocking) }];
    }),
  );
}

/** What stands below the answer comes after what stands in its way. */
function firstContent({ formulas }: SheetCells, row: number, column: number, columns: number): [number, number] | null {
  for (let r = row; r < formulas.length; r++)
    for (let c = column; c < column + columns; c++)
      if ((r > row || c > column) && (formulas[r][c] ?? '') !== '') return [r, c];
  return null;
}

function placeOf({ sheetId, name, row, column }: SheetCells, r: number, c: number): CellPlace {
  const cell = relative(row + r, column + c);
  return { sheetId, cell, address: onSheet(name, area(row + r, column + c)).replaceAll('$', '') };
}

export async function selectPlace({ sheetId, cell, address }: CellPlace): Promise<void> {
  await changeExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (sheet.isNullObject) throw new Refusal(`The sheet of ${address} is not there any more.`);
    sheet.activate();
    sheet.getRange(cell).select();
    await context.sync();
  });
}

/**
 * Writes every formula that calls the add-in once more, as if it were typed: Excel then looks its functions up anew. All
 * others are calculated with them, for one that Excel has passed over once keeps its old value until it is told.
 */
export async function calculateAgain(): Promise<void> {
  await changeExcel(async (context) => {
    for (const { sheetId, row, column, formulas } of await loadCells(context)) {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      formulas.forEach((cells, r) =>
        cells.forEach((content, c) => {
          if (typeof content === 'string' && content.startsWith('=') && CALLS_ADDIN.test(content))
            sheet.getCell(row + r, column + c).formulas = [[content]];
        }),
      );
    }
    context.application.calculate('Full');
    await context.sync();
  });
}
