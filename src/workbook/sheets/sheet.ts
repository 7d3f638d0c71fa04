/** What a sheet is: an entry of the catalogue, planned from the book that it is a sheet of. */
import type { Area } from '../plan/cells';
import type { TAB_COLORS } from '../layout/look';
import type { SheetDraft } from '../layout/sheet-draft';
import type { ModelTables } from '../../tables/reading/read-model';
import type { Practice } from '../practice/practice';
import type { SampleTables } from '../practice/sample-tables';

/** What every sheet of a workbook is planned from. */
export interface Book {
  practice: Practice;
  version: string;
  /** Rows of the input tables. */
  tables: SampleTables;
  programs: readonly string[];
  scenarios: readonly string[];
}

export interface Sheet {
  name: string;
  kind: keyof typeof TAB_COLORS;
  /** Names of the Excel tables on it. */
  tables?: readonly string[];
  names?: readonly SheetName[];
  draw(sheet: SheetDraft, book: Book): void;
}

/** A name of the whole workbook for cells of the sheet. */
export interface SheetName {
  name: string;
  comment: string;
  area(book: Book): Area;
}

/**
 * A sheet of what not every practice uses, added when one does, so that the first workbook stays small. It knows the
 * workbook by its names and tables alone, whatever became of it since Build.
 */
export interface AddedSheet extends Omit<Sheet, 'names' | 'draw'> {
  /** First cells of answers that are errors where its tables cannot be used; Checks counts them. */
  answers?: readonly Area[];
  names?: readonly (Omit<SheetName, 'area'> & { area: Area })[];
  /** @param tables the input tables as they are when it is added */
  draw(sheet: SheetDraft, tables: ModelTables): void;
}
