/** A workbook as an .xlsx file: written and read. Knows nothing of what stands in it. */
export { writeXlsx } from './write/write-xlsx';
export { NotInAFile } from './limits';
export * from './workbook';
export type { Area } from './address';
