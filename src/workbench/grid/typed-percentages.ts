/** 62 typed into a cell that shows percentages means 62%, as in Excel; 0.62 does too. */
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { UniverApp } from './univer-app';

/** Before Univer reads the number that was typed. */
const FIRST = 1000;

export function readTypedPercentages(app: UniverApp): void {
  app.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, context, next) => {
      const typed = cell?.p || cell?.f ? NaN : Number(cell?.v ?? NaN);
      const shows = context.worksheet.getComposedCellStyle(context.row, context.col).n?.pattern ?? '';
      return next(shows.includes('%') && Math.abs(typed) >= 1 ? { ...cell, v: `${typed}%` } : cell);
    },
  });
}
