/** The workbook in the window as an .xlsx file, and back. Loaded when somebody asks for it. */
import type { Grid } from '../grid/grid';
import type { DocumentState } from '../host/document-state';
import { readXlsx, writeXlsx, type ReadWorkbook } from '../../xlsx';
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

export const showXlsx = showWorkbook;

/** The workbook of a file, and what of it is not shown. @throws where it is none */
export function readFile(bytes: Uint8Array): ReadWorkbook {
  const { workbook, leftOut } = readXlsx(bytes);
  return { workbook, leftOut: workbook.since1904 ? [...leftOut, 'that its dates count from 1904'] : leftOut };
}
