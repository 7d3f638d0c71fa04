/** A workbook as an .xlsx file: written and read. Knows nothing of what stands in it. */
export { writeXlsx } from './write/write-xlsx';
export { readXlsx, type ReadWorkbook } from './read/read-xlsx';
export { NoWorkbook } from './read/parts';
export { NotInAFile } from './limits';
export * from './workbook';
export type { Area } from './address';
export { movedFormula } from './formula/moved';
