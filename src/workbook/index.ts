/** The scenario workbook: planned as data, written, read back, removed. */
export { checkPractice, PAYERS, PROGRAMS, SAMPLE_PRACTICE } from './practice/practice';
export type { PayerChoice, Practice, PracticeMessage, PracticeProgram, ProgramChoice } from './practice/practice';
export type { WorkbookPlan } from './plan/plan';
export { planWorkbook } from './plan/plan-workbook';
export { buildWorkbook, type Progress } from './excel/write';
export { finishAgain, finishName, type FinishKey } from './excel/finish';
export { calculateByItself, calculateNow } from './excel/calculation';
export { addSheets, finishAddition, readCapabilities, showSheets } from './excel/add-sheets';
export { CAPABILITIES, type CapabilityKey } from './sheets/capabilities';
export { inspectWorkbook, type Inspection } from './excel/inspect';
export { removeWorkbook } from './excel/remove';
export { Refusal } from './excel/refusal';
export {
  readStatus,
  setScenario,
  type GuardrailLight,
  type HeadlineFigure,
  type Hire,
  type Light,
  type Status,
} from './excel/status';
export type { FailedCheck } from './excel/failed-checks';
export { placed, type PlacedFinding } from './excel/finding-places';
export { calculateAgain, selectPlace, type Trouble } from './excel/trouble';
export { excelIsWaiting, onExcelWaiting } from './excel/door';
export { selectFinding } from './excel/select-finding';
export { watchWorkbook } from './excel/watch';
export { rateFormula, type RateQuestion } from './excel/rate-formula';
export {
  insertAmount,
  takeBackAmount,
  type CellPlace,
  type Insertion,
  type InsertionResult,
} from './excel/insert-amount';
export { readRateSettings, type RateSettings } from './excel/rate-settings';
export { readTables } from './excel/tables-now';
export { doEdit, undoEdit } from './excel/edit-tables';
export type { DoneEdit } from './edits/undo';
export type { Edit, Proposal, ShareTable } from './edits/edit';
export type { TablesNow } from './edits/tables-now';
export { readExportWords, writeExportWords, NO_WORDS, type ExportWords } from './excel/export-words';
export { readSelectedRows, type SelectedRows } from './excel/selected-rows';
