/** Handing the workbook over: loaded when the pane's Share page is first looked at. */
export { readBeforeSharing, type BeforeSharing } from '../excel/before-sharing';
export { openAsNewWorkbook } from '../excel/door';
export { openWithWorkbook } from '../excel/open-with-workbook';
export { opensWithWorkbook } from '../excel/opening';
export { readModelTables } from '../excel/read-tables';
export { removePatientRows, putBackPatientRows, type RemovedRows } from '../excel/remove-patients';
export { repair, undoRepair, type BrokenCell } from '../excel/repair';
export { readStamp, stampWorkbook, undoStamp, type DoneStamp, type StampNow } from '../excel/stamp';
export { forgetFormulas, swapIn, type LeftFormula, type SwapIn } from '../excel/swap-in';
export { swapOut, type OnSheet } from '../excel/swap-out';
export { undoUpdate, updateTemplate, type TemplateState, type UpdatedTemplate } from '../excel/update-template';
export type { PatientRows } from './patient-rows';
