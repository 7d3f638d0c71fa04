/** A click on a cell with =HYPERLINK("#Panel!A1") goes there. Links to elsewhere are not followed. */
import { HoverManagerService } from '@univerjs/sheets-ui';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { CellRange } from './grid';

const HERE = /^#gid=([^&]+)&range=\$?([A-Z]{1,3})\$?(\d+)/;

export function followLinks(app: UniverApp, select: (sheetId: string, range: CellRange) => void): void {
  app.injector.get(HoverManagerService).currentClickedCell$.subscribe((clicked) => {
    if (!clicked || clicked.location.unitId !== WORKBOOK_ID) return;
    const { subUnitId, row, col } = clicked.location;
    const ranges = app.sheet(subUnitId).getCell(row, col)?.p?.body?.customRanges ?? [];
    for (const { properties } of ranges) {
      const target = HERE.exec(String(properties?.url ?? ''));
      if (!target || !app.workbook().getSheetBySheetId(target[1])) continue;
      const column = [...target[2]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      select(target[1], { row: Number(target[3]) - 1, column, rows: 1, columns: 1 });
      return;
    }
  });
}
