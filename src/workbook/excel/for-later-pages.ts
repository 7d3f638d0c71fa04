/** What the pane's pages ask of the workbook beside the first look at it; loaded when one of them first asks. */
export { addSheets, finishAddition, readCapabilities, showSheets } from './add-sheets';
export { readAddedTables } from './added-tables';
export { doEdit, undoEdit } from './edit-tables';
export { readExportWords, writeExportWords } from './export-words';
export { insertAmount, takeBackAmount } from './insert-amount';
export { readRateSettings } from './rate-settings';
export { readSelectedRows } from './selected-rows';
export { readUncertainty } from './read-tables';
export { readTables } from './tables-now';
export { removeWorkbook } from './remove';
export { selectFinding } from './select-finding';
export { calculateAgain, findTrouble, selectPlace } from './trouble';
