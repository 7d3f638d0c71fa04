/** A new workbook and a new sheet, with Excel's fonts and sizes. */
import {
  mergeWorksheetSnapshotWithDefault,
  VerticalAlign,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import { fontStack } from './font-stacks';
import { WORKBOOK_ID } from './univer-app';

const DEFAULT_ROW_HEIGHT = 20;
const DEFAULT_COLUMN_WIDTH = 72;

/** Excel's: Calibri 11 at the bottom of the cell. */
export const DEFAULT_STYLE: IStyleData = { ff: fontStack('Calibri'), fs: 11, vt: VerticalAlign.BOTTOM };

/** Room enough for 120 months beside labels; sheets grow when more is written. */
export const INITIAL_ROWS = 1000;
export const INITIAL_COLUMNS = 150;

export function emptySheet(id: string, name: string): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    rowCount: INITIAL_ROWS,
    columnCount: INITIAL_COLUMNS,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultStyle: DEFAULT_STYLE,
    cellData: {},
  });
}

export function emptyWorkbook(): Partial<IWorkbookData> {
  const id = 'sheet-1';
  return {
    id: WORKBOOK_ID,
    name: 'Workbook',
    sheetOrder: [id],
    sheets: { [id]: emptySheet(id, 'Sheet1') },
    styles: {},
  };
}
