/** What somebody who is about to hand the workbook over has to know of it. */
import { formulasToFreeze } from '../share/find-formulas';
import { STORE_SHEET } from '../share/frozen-cells';
import { patientRows, type PatientRows } from '../share/patient-rows';
import { readExcel } from './door';
import { look } from './inspect';
import { loadBook } from './load-book';
import { brokenCells, type BrokenCell } from './repair';
import { isStore, readStore } from './store-sheet';
import { callingNames, perSheet, type OnSheet } from './swap-out';
import { templateOf, type TemplateState } from './update-template';

export interface BeforeSharing {
  patients: readonly PatientRows[];
  /** Sheets that are hidden and not the add-in's. */
  hidden: readonly string[];
  /** Cells that call the add-in, the user's own sheets included. */
  formulas: readonly OnSheet[];
  /** Names of the workbook that call it. */
  names: readonly string[];
  /** Formulas that stand as values and can be brought back. */
  kept: number;
  broken: readonly BrokenCell[];
  template: TemplateState;
}

export const readBeforeSharing = (): Promise<BeforeSharing> =>
  readExcel(async (context) => {
    const found = await look(context);
    const book = await loadBook(context);
    const store = book.sheets.find(({ name, formulas }) => name === STORE_SHEET && isStore(formulas));
    const sheets = book.sheets.filter((sheet) => sheet !== store);
    return {
      patients: patientRows(sheets),
      hidden: sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name),
      formulas: perSheet(formulasToFreeze(sheets)),
      names: callingNames(book),
      kept: store ? readStore(store.formulas).length : 0,
      broken: store ? [] : brokenCells(book, found.known),
      template: templateOf(found, book),
    };
  });
