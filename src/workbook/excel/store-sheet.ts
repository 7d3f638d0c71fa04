/** The hidden sheet that keeps the formulas whose place values have taken. */
import { isoDate } from '../../tables/calendar';
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
const NOTE = /^Values (?:only|(of \d{4}-\d\d-\d\d, version [^:]*)):/;

/**
 * Loaded with the next sync: the cell for that line, two above the active scenario's.
 * @returns says how many formulas are frozen, and since which day, a serial; the day that stands there stays
 */
export function loadNote(context: Excel.RequestContext): (formulas: number, since?: number) => void {
  const scenario = context.workbook.names.getItemOrNullObject(NAMES.scenario).getRangeOrNullObject();
  const cell = scenario.getOffsetRange(-2, -1);
  cell.load('values');
  return (formulas, since) => {
    if (cell.isNullObject) return;
    const standing = String(cell.values[0][0]);
    // What the user has typed there stays.
    if (standing !== '' && !NOTE.test(standing)) return;
    const of = since === undefined ? NOTE.exec(standing)?.[1] : `of ${isoDate(since)}, version ${__VERSION__}`;
    cell.formulas = [[formulas > 0 ? noteText(formulas, of) : '']];
    cell.format.font.bold = formulas > 0;
    cell.format.font.color = formulas > 0 ? COLORS.reviewInk : FORMATS.muted.color;
  };
}

/**
 * As long as the columns that stand free of charts are wide.
 * @param of the day and the add-in whose figures stand there
 */
const noteText = (formulas: number, of = 'only'): string =>
  formulas === 1
    ? `Values ${of}: 1 formula frozen. The pane brings it back.`
    : `Values ${of}: ${formulas} formulas frozen. The pane brings them back.`;
