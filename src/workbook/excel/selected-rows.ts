/** The cells that the user has selected, as rows of an export. */
import { cellError, type Cell } from '../../tables/reading/cell';
import { readExcel } from './door';

export interface SelectedRows {
  /** As said to people: Sheet1!A1:F200 */
  address: string;
  cells: readonly (readonly Cell[])[];
}

/** What of the selection has something in it: a whole column is asked for as often as its table. Two syncs. */
export async function readSelectedRows(): Promise<SelectedRows> {
  return readExcel(async (context) => {
    const range = context.workbook.getSelectedRange();
    const selected = range.getIntersectionOrNullObject(range.worksheet.getUsedRange(true));
    selected.load('address,values,valueTypes');
    await context.sync();
    if (selected.isNullObject) return { address: '', cells: [] };
    const { address, values, valueTypes } = selected;
    return {
      address,
      cells: values.map((row: Cell[], r) =>
        row.map((cell, c) => (valueTypes[r][c] === Excel.RangeValueType.error ? cellError(String(cell)) : cell)),
      ),
    };
  });
}
