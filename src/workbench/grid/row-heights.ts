/** Rows that fit their text, as Excel makes them when a bigger font or wrapped text comes in. */
import { SetWorksheetRowAutoHeightMutation, SheetSkeletonService } from '@univerjs/sheets';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

/** Rows whose height was set by hand stay as they are. */
export function fitRows(app: UniverApp, sheetId: string, rows: Iterable<number>): void {
  const sheet = app.sheet(sheetId);
  const skeleton = app.injector.get(SheetSkeletonService).ensureSkeleton(WORKBOOK_ID, sheetId);
  if (!skeleton) return;
  const endColumn = Math.max(0, sheet.getCellMatrix().getLength() > 0 ? sheet.getCellMatrix().getRange().endColumn : 0);
  skeleton.resetCache();
  skeleton.calculate();
  const ranges = [...rows]
    .sort((a, b) => a - b)
    .map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn }));
  const rowsAutoHeightInfo = skeleton.calculateAutoHeightInRange(ranges);
  if (rowsAutoHeightInfo.length > 0)
    app.commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      rowsAutoHeightInfo,
    });
}
