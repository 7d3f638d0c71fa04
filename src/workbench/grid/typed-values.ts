/** What is typed into a cell, where Univer reads it otherwise than Excel. */
import { CellValueType, type ICellData, type IStyleData, type Styles } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { readTypedDate } from './typed-dates';
import type { UniverApp } from './univer-app';

/** Before Univer reads what was typed. */
const FIRST = 1000;

export function readTypedValues(app: UniverApp): void {
  app.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { worksheet, workbook, row, col }, next) => {
      if (!cell || cell.p || cell.f) return next(cell);
      const shows = worksheet.getComposedCellStyle(row, col).n?.pattern ?? '';
      return next(asPercentage(cell, shows) ?? asDate(cell, shows, workbook.getStyles()) ?? cell);
    },
  });
}

/** 62 typed into a cell that shows percentages means 62%; 0.62 does too. */
function asPercentage(cell: ICellData, shows: string): ICellData | null {
  return shows.includes('%') && Math.abs(Number(cell.v ?? NaN)) >= 1 ? { ...cell, v: `${cell.v}%` } : null;
}

/** A date, in the cell's own format if it has one. */
function asDate(cell: ICellData, shows: string, styles: Styles): ICellData | null {
  const date = typeof cell.v === 'string' && shows !== '@' ? readTypedDate(cell.v) : null;
  if (!date) return null;
  const style: IStyleData = styles.getStyleByCell(cell) ?? {};
  const s = shows && shows !== 'General' ? style : { ...style, n: { pattern: date.numberFormat } };
  return { ...cell, v: date.serial, t: CellValueType.NUMBER, s };
}
