/**
 * Cells as they are painted. Univer asks a dozen plugins for each cell, anew for each of the eight layers it paints, in
 * each of the four parts of a sheet with frozen panes. Nothing changes while a frame is painted: each cell is asked for
 * once. A part that is as it was before is copied from its picture of before: its cells are not asked for at all.
 */
import { Worksheet } from '@univerjs/core';
import { SHEET_VIEWPORT_KEY, Spreadsheet, SpreadsheetSkeleton, type IViewportInfo } from '@univerjs/engine-render';

/** More than a sheet has, to number cells by. */
const COLUMNS = 16_384;

let isCorrected = false;

/** To be called before Univer starts. */
export function askForEachCellOnce(): void {
  if (isCorrected) return;
  isCorrected = true;
  let depth = 0;
  const cells = new Answers<ReturnType<Worksheet['getCell']>>();
  const filtered = new Answers<boolean>();
  let isSheetMarked = true;
  const { render } = Spreadsheet.prototype;
  Spreadsheet.prototype.render = function (...args) {
    depth++;
    isSheetMarked = this.isDirty() || this.isForceDirty();
    try {
      return render.apply(this, args);
    } finally {
      depth--;
      isSheetMarked = true;
      if (depth === 0) {
        cells.forget();
        filtered.forget();
      }
    }
  };
  const { setStylesCache } = SpreadsheetSkeleton.prototype;
  SpreadsheetSkeleton.prototype.setStylesCache = function (part) {
    if (!part || (showsCells(part) && (isSheetMarked || isPainted(part)))) return setStylesCache.call(this, part);
    this.updateVisibleRange(part);
    return this;
  };
  const { getCell, getRowFiltered } = Worksheet.prototype;
  Worksheet.prototype.getCell = function (row, column) {
    const ask = () => getCell.call(this, row, column);
    return depth > 0 ? cells.of(this, row * COLUMNS + column, ask) : ask();
  };
  Worksheet.prototype.getRowFiltered = function (row) {
    const ask = () => getRowFiltered.call(this, row);
    return depth > 0 ? filtered.of(this, row, ask) : ask();
  };
}

/** Where a part shows cells: the others show the letters of columns and the numbers of rows. */
const CELLS: readonly string[] = [
  SHEET_VIEWPORT_KEY.VIEW_MAIN,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP,
];

const showsCells = ({ viewportKey }: IViewportInfo): boolean => CELLS.includes(viewportKey);

/** It has been marked or scrolled, or has no picture that could be copied. */
const isPainted = ({ cacheCanvas, isDirty, isForceDirty, diffBounds, diffCacheBounds, diffX, diffY }: IViewportInfo) =>
  !cacheCanvas || isDirty || isForceDirty || diffBounds.length > 0 || diffCacheBounds.length > 0 || diffX || diffY;

class Answers<T> {
  private readonly bySheet = new Map<Worksheet, Map<number, T>>();

  of(sheet: Worksheet, key: number, ask: () => T): T {
    let answers = this.bySheet.get(sheet);
    if (!answers) this.bySheet.set(sheet, (answers = new Map<number, T>()));
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known!;
    const answer = ask();
    answers.set(key, answer);
    return answer;
  }

  forget(): void {
    this.bySheet.clear();
  }
}
