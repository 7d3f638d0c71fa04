/**
 * What the pane asks of the workbook, and nothing else: the pane itself never talks to cells. A seam, so that
 * the pane can be tested without a spreadsheet.
 */
import type * as workbook from '../workbook';

export type WorkbookApi = Pick<
  typeof workbook,
  | 'planWorkbook'
  | 'buildWorkbook'
  | 'inspectWorkbook'
  | 'removeWorkbook'
  | 'readCapabilities'
  | 'addSheets'
  | 'finishAddition'
  | 'showSheets'
  | 'readStatus'
  | 'setScenario'
  | 'selectFinding'
  | 'selectPlace'
  | 'calculateAgain'
  | 'calculateNow'
  | 'calculateByItself'
  | 'finishAgain'
  | 'excelIsWaiting'
  | 'onExcelWaiting'
  | 'watchWorkbook'
  | 'readRateSettings'
  | 'insertAmount'
  | 'takeBackAmount'
  | 'readTables'
  | 'readAddedTables'
  | 'doEdit'
  | 'undoEdit'
  | 'readExportWords'
  | 'writeExportWords'
  | 'readSelectedRows'
  | 'readUncertainty'
>;
