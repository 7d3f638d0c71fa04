/** Empties the cells of rows that name patients, and puts them back while the pane still knows them. */
import { STORE_SHEET } from '../share/frozen-cells';
import { patientRows, type PatientRows } from '../share/patient-rows';
import { changeExcel } from './door';
import { loadBook } from './load-book';
import { Refusal } from './refusal';
import { isStore } from './store-sheet';
import { refuseProtected } from './swap-out';

/** What was removed: kept in the pane's memory only, and gone with it. */
export interface RemovedRows {
  found: PatientRows;
  /** Below the header, as they were typed, with their formats. */
  formulas: readonly (readonly unknown[])[];
  numberFormat: readonly (readonly unknown[])[];
}

/** @param shown what the user has seen and agreed to lose */
export const removePatientRows = (shown: readonly PatientRows[]): Promise<RemovedRows[]> =>
  changeExcel(async (context) => {
    const book = await loadBook(context);
    // Looked for where they were looked for when they were shown.
    const found = patientRows(book.sheets.filter(({ name, formulas }) => name !== STORE_SHEET || !isStore(formulas)));
    if (JSON.stringify(found) !== JSON.stringify(shown))
      throw new Refusal('The sheets have changed since these rows were found, so nothing was removed. Look again.');
    refuseProtected(book, found, 'removed');
    const ranges = found.map((each) => {
      const range = rowsOf(context, each);
      range.load('formulas,numberFormat');
      return range;
    });
    await context.sync();
    for (const range of ranges) range.clear('Contents');
    await context.sync();
    return found.map((each, i) => ({
      found: each,
      formulas: ranges[i].formulas,
      numberFormat: ranges[i].numberFormat,
    }));
  });

export const putBackPatientRows = (removed: readonly RemovedRows[]): Promise<void> =>
  changeExcel(async (context) => {
    const ranges = removed.map(({ found }) => {
      const range = rowsOf(context, found);
      range.load('formulas');
      return range;
    });
    await context.sync();
    const filled = ranges.findIndex(({ formulas }) => formulas.flat().some((content) => content !== ''));
    if (filled >= 0)
      throw new Refusal(
        `Something stands where the rows of ${removed[filled].found.sheet} were, so nothing was put back.`,
      );
    removed.forEach(({ formulas, numberFormat }, i) => {
      ranges[i].numberFormat = numberFormat as string[][];
      ranges[i].formulas = formulas as string[][];
    });
    await context.sync();
  });

/** The header stays: it names nobody, and a table needs it. */
function rowsOf(
  context: Excel.RequestContext,
  { sheet, area: { row, column, rows, columns }, rows: below }: PatientRows,
) {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row + rows - below, column, below, columns);
}
