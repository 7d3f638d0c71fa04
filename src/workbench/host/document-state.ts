import type { CellFormat, CellRange } from '../grid/grid';

/** What a workbook file holds and the grid does not draw: kept here, saved and loaded with the grid's snapshot. */
export interface DocumentState {
  properties: Record<string, string>;
  customProperties: Record<string, unknown>;
  settings: Record<string, unknown>;
  /** XML of add-ins, by id. */
  xmlParts: Record<string, { namespace: string; xml: string }>;
  sheets: Record<string, SheetState>;
  tables: Record<string, TableLook>;
}

export interface SheetState {
  customProperties: Record<string, string>;
  pageLayout: Record<string, unknown>;
  headerFooter: Record<string, string>;
  conditionalFormats: ConditionalFormatState[];
  comments: CommentState[];
  protection?: ProtectionState;
  /** Hidden so that only a program shows it again. */
  isVeryHidden?: boolean;
}

export interface ProtectionState {
  password: string | null;
  options: Record<string, unknown>;
}

export interface ConditionalFormatState {
  id: string;
  range: CellRange;
  formula: string;
  format: CellFormat;
}

export interface CommentState {
  id: string;
  row: number;
  column: number;
  content: string;
}

export interface TableLook {
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** What its headers say it was sorted by. */
  sort?: SortState;
}

export interface SortState {
  /** Columns from the table's first. */
  fields: { key: number; ascending: boolean }[];
  matchCase: boolean;
}

export function emptyDocument(): DocumentState {
  return { properties: {}, customProperties: {}, settings: {}, xmlParts: {}, sheets: {}, tables: {} };
}

export function sheetState(document: DocumentState, sheetId: string): SheetState {
  return (document.sheets[sheetId] ??= {
    customProperties: {},
    pageLayout: {},
    headerFooter: {},
    conditionalFormats: [],
    comments: [],
  });
}

export function tableLook(document: DocumentState, tableId: string): TableLook {
  return (document.tables[tableId] ??= { showBandedRows: true, showFilterButton: true });
}
