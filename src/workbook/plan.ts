/** The workbook as data: what the one writer lays into Excel. */
import type { Practice } from './practice';

export interface WorkbookPlan {
  practice: Practice;
  version: string;
  sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  name: string;
}
