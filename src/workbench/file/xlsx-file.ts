/** The workbook in the window as an .xlsx file, and back. Loaded when somebody asks for it. */
import type { Grid } from '../grid/grid';
import type { DocumentState } from '../host/document-state';
import { readXlsx, writeXlsx, type ReadWorkbook, type Workbook } from '../../xlsx';
import type { Answer } from './calculating-worker';
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

/** @param copyOf makes another workbook of the one in the window; its formulas wait to be calculated */
export async function toXlsxOf(
  copyOf: (workbook: Workbook) => Workbook,
  grid: Grid,
  document: DocumentState,
): Promise<Uint8Array> {
  return writeXlsx(await calculatedBeside(copyOf(workbookOf(grid, document, []).workbook)));
}

/** A file as it is when everything in it has been calculated. */
export const calculatedXlsx = async (bytes: Uint8Array): Promise<Uint8Array> =>
  writeXlsx(await calculatedBeside(readXlsx(bytes).workbook));

/** The window goes on meanwhile. */
function calculatedBeside(workbook: Workbook): Promise<Workbook> {
  const worker = new Worker(new URL(/* webpackChunkName: "calculating" */ './calculating-worker', import.meta.url));
  return new Promise<Workbook>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      'workbook' in data ? resolve(data.workbook) : reject(new Error(data.failure));
    worker.onerror = ({ message }) => reject(new Error(`The copy could not be calculated: ${message}`));
    worker.postMessage(workbook);
  }).finally(() => worker.terminate());
}

export const showXlsx = showWorkbook;

/** The workbook of a file, and what of it is not shown. @throws where it is none */
export function readFile(bytes: Uint8Array): ReadWorkbook {
  const { workbook, leftOut } = readXlsx(bytes);
  return { workbook, leftOut: workbook.since1904 ? [...leftOut, 'that its dates count from 1904'] : leftOut };
}
