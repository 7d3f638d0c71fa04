/** The scenario workbook: planned as data, written, read back, removed. */
import type { Practice } from './practice';
import type { WorkbookPlan } from './plan';

export type { Practice, PracticeProgram } from './practice';
export type { WorkbookPlan } from './plan';
export type { Status, HeadlineFigure, Light } from './status';
export { readStatus, setScenario, selectFinding, watchWorkbook } from './status';

/** A program that can be chosen: CCM, "Chronic care management" … with the panel it starts from in the sample. */
export interface ProgramChoice { name: string; title: string; eligiblePatients: number; openingPatients: number }
/** A payer that can be chosen. */
export interface PayerChoice { name: string }

export declare const SAMPLE_PRACTICE: Practice;
export declare const PROGRAMS: readonly ProgramChoice[];
export declare const PAYERS: readonly PayerChoice[];

/** What is wrong with the practice as typed; field is name, startMonth, months, programs, payers or programs.0.openingPatients. */
export declare function checkPractice(practice: Practice): { field: string; text: string }[];
export declare function planWorkbook(practice: Practice): WorkbookPlan;
/** Lays the plan into Excel; refuses, with a text for the user, when sheets that are not ours have the names it needs. */
export declare function buildWorkbook(plan: WorkbookPlan, onProgress?: (done: number, total: number, what: string) => void): Promise<void>;
/** Sheets that we made, and sheets in our way that we did not. */
export declare function inspectWorkbook(): Promise<{ ours: string[]; conflicts: string[] }>;
/** Deletes the sheets and names that we made, nothing else. */
export declare function removeWorkbook(): Promise<void>;
