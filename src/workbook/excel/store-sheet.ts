/** The hidden sheet that keeps the formulas whose place values have taken. */
import type { Content } from '../plan/cells';
import { NAMES } from '../layout/names';
import { COLORS, FORMATS } from '../layout/look';
import {
  readStoreRow,
  STORE_HEADERS,
  STORE_SHEET,
  STORE_TITLE,
  STORE_TOP,
  type StoredCell,
} from '../share/frozen-cells';
import { typed } from './typed';

/** What a sheet of the store's name holds, if it is the store: somebody else may have a sheet of that name. */
export const isStore = (formulas: readonly (readonly unknown[])[]): boolean => formulas[0]?.[0] === STORE_TITLE;

export const readStore = (formulas: readonly (readonly unknown[])[]): StoredCell[] =>
  formulas.slice(STORE_TOP).flatMap((row) => readStoreRow(row) ?? []);

/** Written anew each time; it is shown to nobody who does not look for it. */
export function writeStore(context: Excel.RequestContext, rows: readonly (readonly Content[])[]): void {
  const sheet = context.workbook.worksheets.add(STORE_SHEET);
  const columns = Math.max(STORE_HEADERS.length, ...rows.map(({ length }) => length));
  sheet.getRangeByIndexes(0, 0, rows.length + STORE_TOP, columns).formulas = [
    [STORE_TITLE],
    STORE_HEADERS,
    ...rows,
  ].map((cells) => Array.from({ length: columns }, (_, i) => typed(cells[i] ?? null)));
  sheet.visibility = 'VeryHidden';
}

/** What begins the line on Start that says so, above the light. */
const VALUES_ONLY = 'Values only:';

/** Loaded with the next sync: the cell for that line, two above the active scenario's. */
export function loadNote(context: Excel.RequestContext): (formulas: number) => void {
  const scenario = context.workbook.names.getItemOrNullObject(NAMES.scenario).getRangeOrNullObject();
  const cell = scenario.getOffsetRange(-2, -1);
  cell.load('values');
  return (formulas) => {
    if (cell.isNullObject) return;
    const standing = String(cell.values[0][0]);
    // What the user has typed there stays.
    if (standing !== '' && !standing.startsWith(VALUES_ONLY)) return;
    cell.formulas = [[formulas > 0 ? noteText(formulas) : '']];
    cell.format.font.bold = formulas > 0;
    cell.format.font.color = formulas > 0 ? COLORS.reviewInk : FORMATS.muted.color;
  };
}

/** As long as the columns that stand free of charts are wide. */
const noteText = (formulas: number): string =>
  formulas === 1
    ? `${VALUES_ONLY} 1 formula is frozen. The pane’s Share brings it back.`
    : `${VALUES_ONLY} ${formulas} formulas are frozen. The pane’s Share brings them back.`;
