/** Opens a file as a new workbook beside the one that is open, which stays as it is. */

/** @param base64 of an .xlsx file. Office.js asks for cell edit to end by itself. */
export const openAsNewWorkbook = (base64: string): Promise<void> => Excel.createWorkbook(base64);
