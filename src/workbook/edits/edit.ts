/** A change of the workbook's tables, as data: what is written where, said in words before it is done, and taken back. */
import type { Content } from '../plan/cells';
import type { EditedKey } from './tables-now';

/** Rows and columns count from 0 in the table as it stands before the edit. */
export type Step =
  | { what: 'insert row'; table: EditedKey; at: number; contents: readonly Content[]; formats: readonly string[] }
  | { what: 'delete row'; table: EditedKey; at: number }
  | { what: 'set'; table: EditedKey; at: number; column: number; content: Content; format?: string }
  | {
      what: 'insert column';
      table: EditedKey;
      at: number;
      header: string;
      contents: readonly Content[];
      formats: readonly string[];
    }
  | { what: 'delete column'; table: EditedKey; at: number };

/** A payer's share of a program's panel, before and after; null where the row is not there. */
export interface ShareChange {
  payer: string;
  before: number | null;
  after: number | null;
}

/** The shares of programs whose shares change alike. */
export interface ShareTable {
  programs: readonly string[];
  shares: readonly ShareChange[];
}

export interface Edit {
  /** Add PCM */
  title: string;
  /** PCM is added */
  done: string;
  /** What is written where, with rows as the sheets count them. */
  says: readonly string[];
  shares: readonly ShareTable[];
  steps: readonly Step[];
}

/** What was asked for, or why it cannot be done. */
export type Proposal = { edit: Edit; problem: null } | { edit: null; problem: string };

export const proposed = (edit: Edit): Proposal => ({ edit, problem: null });
export const refused = (problem: string): Proposal => ({ edit: null, problem });
