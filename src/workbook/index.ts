/** The scenario workbook: planned as data, written, read back, removed. */
import type * as laterPages from './excel/for-later-pages';
export { checkPractice, PAYERS, PROGRAMS, SAMPLE_PRACTICE } from './practice/practice';
export type { PayerChoice, Practice, PracticeMessage, PracticeProgram, ProgramChoice } from './practice/practice';
export type { WorkbookPlan } from './plan/plan';
export { planWorkbook } from './plan/plan-workbook';
export { buildWorkbook, type Progress } from './excel/write';
export { finishAgain, finishName, type FinishKey } from './excel/finish';
export { calculateByItself, calculateNow } from './excel/calculation';
export { CAPABILITIES, type CapabilityKey } from './sheets/capabilities';
export { inspectWorkbook, type Inspection } from './excel/inspect';
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
export type { Trouble } from './excel/trouble';
export { excelIsWaiting, onExcelWaiting } from './excel/door';
export { watchWorkbook } from './excel/watch';
export { rateFormula, type RateQuestion } from './excel/rate-formula';
export type { CellPlace, Insertion, InsertionResult } from './excel/insert-amount';
export type { RateSettings } from './excel/rate-settings';
export type { DoneEdit } from './edits/undo';
export type { Edit, Proposal, ShareTable } from './edits/edit';
export type { TablesNow } from './edits/tables-now';
export { NO_WORDS, type ExportWords } from './excel/export-words';
export type { SelectedRows } from './excel/selected-rows';

type ForLaterPages = typeof laterPages;
const later = () => import(/* webpackChunkName: "later" */ './excel/for-later-pages');
export const addSheets: ForLaterPages['addSheets'] = async (...given) => (await later()).addSheets(...given);
export const finishAddition: ForLaterPages['finishAddition'] = async (...given) =>
  (await later()).finishAddition(...given);
export const readCapabilities: ForLaterPages['readCapabilities'] = async (...given) =>
  (await later()).readCapabilities(...given);
export const showSheets: ForLaterPages['showSheets'] = async (...given) => (await later()).showSheets(...given);
export const readAddedTables: ForLaterPages['readAddedTables'] = async (...given) =>
  (await later()).readAddedTables(...given);
export const doEdit: ForLaterPages['doEdit'] = async (...given) => (await later()).doEdit(...given);
export const undoEdit: ForLaterPages['undoEdit'] = async (...given) => (await later()).undoEdit(...given);
export const readExportWords: ForLaterPages['readExportWords'] = async (...given) =>
  (await later()).readExportWords(...given);
export const writeExportWords: ForLaterPages['writeExportWords'] = async (...given) =>
  (await later()).writeExportWords(...given);
export const insertAmount: ForLaterPages['insertAmount'] = async (...given) => (await later()).insertAmount(...given);
export const takeBackAmount: ForLaterPages['takeBackAmount'] = async (...given) =>
  (await later()).takeBackAmount(...given);
export const readRateSettings: ForLaterPages['readRateSettings'] = async (...given) =>
  (await later()).readRateSettings(...given);
export const readSelectedRows: ForLaterPages['readSelectedRows'] = async (...given) =>
  (await later()).readSelectedRows(...given);
export const readUncertainty: ForLaterPages['readUncertainty'] = async (...given) =>
  (await later()).readUncertainty(...given);
export const readTables: ForLaterPages['readTables'] = async () => (await later()).readTables();
export const removeWorkbook: ForLaterPages['removeWorkbook'] = async (...given) =>
  (await later()).removeWorkbook(...given);
export const selectFinding: ForLaterPages['selectFinding'] = async (...given) =>
  (await later()).selectFinding(...given);
export const calculateAgain: ForLaterPages['calculateAgain'] = async () => (await later()).calculateAgain();
export const selectPlace: ForLaterPages['selectPlace'] = async (...given) => (await later()).selectPlace(...given);
