/**
 * Cells as they are painted. Univer asks a dozen plugins for each cell, anew for each of the eight layers it paints, in
 * each of the four parts of a sheet with frozen panes. Nothing changes while a frame is painted: each cell is asked for
 * once.
 */
import { Worksheet } from '@univerjs/core';
import { Spreadsheet } from '@univerjs/engine-render';

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
  const { render } = Spreadsheet.prototype;
  Spreadsheet.prototype.render = function (...args) {
    depth++;
    try {
      return render.apply(this, args);
    } finally {
      depth--;
      if (depth === 0) {
        cells.forget();
        filtered.forget();
      }
    }
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
