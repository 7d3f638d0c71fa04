/** The scenario workbook: planned as data, written, read back, removed. */
export { checkPractice, PAYERS, PROGRAMS, SAMPLE_PRACTICE } from './practice';
export type { PayerChoice, Practice, PracticeMessage, PracticeProgram, ProgramChoice } from './practice';
export type { WorkbookPlan } from './plan';
export { planWorkbook } from './plan-workbook';
export { buildWorkbook, type Progress } from './write';
export { inspectWorkbook, type Inspection } from './inspect';
export { removeWorkbook } from './remove';
export { Refusal } from './refusal';
export {
  readStatus,
  setScenario,
  type GuardrailLight,
  type HeadlineFigure,
  type Hire,
  type Light,
  type Status,
} from './status';
export { selectFinding } from './select-finding';
export { watchWorkbook } from './watch';
export { rateFormula, type RateQuestion } from './rate-formula';
export { insertAmount, takeBackAmount, type CellPlace, type Insertion, type InsertionResult } from './insert-amount';
export { addPayerRow, removePayerRow, type AddedPayerRow, type PayerRow } from './payer-row';
export { readRateSettings, type RateSettings } from './rate-settings';
