/** The workbook in the window as an .xlsx file, and back. Loaded when somebody asks for it. */
import type { Grid } from '../grid/grid';
import type { DocumentState } from '../host/document-state';
import { readXlsx, writeXlsx } from '../../xlsx';
import { showWorkbook } from './from-file';
import { workbookOf } from './to-file';

/** @returns the file, and what of the workbook it does not hold */
export function toXlsx(
  grid: Grid,
  document: DocumentState,
  addins: readonly string[],
): { bytes: Uint8Array; leftOut: string[] } {
  const { workbook, leftOut } = workbookOf(grid, document, addins);
  return { bytes: writeXlsx(workbook), leftOut };
}

/** @returns what stands beside the grid, and what of the file is not shown */
export function fromXlsx(bytes: Uint8Array, grid: Grid): { document: DocumentState; leftOut: string[] } {
  const { workbook, leftOut } = readXlsx(bytes);
  if (workbook.since1904) leftOut.push('that its dates count from 1904');
  return { document: showWorkbook(workbook, grid), leftOut };
}
