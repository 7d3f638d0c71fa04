/**
 * What the workbench needs from a spreadsheet: the seam between the grid (Univer) and the host that
 * plays Excel to Office.js. Rows and columns count from 0. Nothing here knows Office.js or Univer.
 */

import type { Format, Line, Side } from '../../xlsx';

/** A blank cell is null; an error is its code, as `{ error: '#VALUE!' }`. */
export type CellValue = number | string | boolean | null | CellError;

export interface CellError {
  error: '#VALUE!' | '#N/A' | '#NAME?' | '#REF!' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#SPILL!' | '#CALC!' | '#BUSY!';
  /** What a custom function said about it; shown when the cell is selected or hovered. */
  text?: string;
}

export interface CellRange {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface SheetInfo {
  id: string;
  name: string;
  position: number;
  tabColor: string | null;
  showGridlines: boolean;
  /** Its tab is not shown. */
  isHidden: boolean;
}

/** Only what is given is changed. Colors are #RRGGBB. */
export interface CellFormat extends Omit<Format, 'fill' | 'borders'> {
  fill?: string | null;
  borders?: Partial<
    Record<Side | 'insideHorizontal' | 'insideVertical', { color: string; style: Line['style'] | 'none' }>
  >;
}

export interface TableInfo {
  id: string;
  name: string;
  sheetId: string;
  /** Header row and, if shown, totals row included. */
  range: CellRange;
  showTotals: boolean;
  style: string;
}

export interface ValidationRule {
  kind: 'list' | 'decimal' | 'wholeNumber' | 'date' | 'custom';
  /** `list`: comma-separated entries or a formula such as =Start!$A$1:$A$3; `custom`: a formula. */
  source?: string;
  operator?:
    | 'Between'
    | 'NotBetween'
    | 'EqualTo'
    | 'NotEqualTo'
    | 'GreaterThan'
    | 'LessThan'
    | 'GreaterThanOrEqualTo'
    | 'LessThanOrEqualTo';
  formula1?: string | number;
  formula2?: string | number;
  ignoreBlanks: boolean;
  prompt?: { title: string; message: string };
  alert?: { title: string; message: string; style: 'Stop' | 'Warning' | 'Information' };
}

export interface ConditionalFormatRule {
  kind: 'formula';
  formula: string;
  format: CellFormat;
}

export interface ChartSpec {
  id: string;
  name: string;
  kind:
    | 'line'
    | 'columnClustered'
    | 'columnStacked'
    | 'barClustered'
    | 'barStacked'
    | 'area'
    | 'areaStacked'
    | 'pie'
    | 'doughnut';
  title: string | null;
  series: {
    name: string;
    values: { sheetId: string; range: CellRange };
    categories: { sheetId: string; range: CellRange } | null;
    color: string | null;
    kind: ChartSpec['kind'] | null;
    secondaryAxis: boolean;
  }[];
  /** Pixels from the sheet's top left corner. */
  position: { left: number; top: number; width: number; height: number };
  legend: 'top' | 'bottom' | 'left' | 'right' | null;
  valueAxis: { title: string | null; numberFormat: string | null };
  categoryAxis: {
    title: string | null;
    numberFormat: string | null;
    /** On an axis of dates what has the same date, in the base unit, stands in the same place. */
    type?: 'Automatic' | 'TextAxis' | 'DateAxis';
    baseTimeUnit?: 'Days' | 'Months' | 'Years';
    /** Kept and read back; labels are always drawn below the plot. */
    tickLabels?: 'Low' | 'NextToAxis';
  };
}

/** A worksheet function that the add-in brings, as functions.json describes it. */
export interface AddinFunction {
  /** With its namespace: PPPM.REVENUE. */
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean; matrix: boolean; takesErrors?: boolean }[];
  /** An omitted argument is undefined; a blank cell or blank argument is null; an error is as in a cell; `caller` is like Panel!A1. */
  call(args: unknown[], caller: string): Promise<CellValue[][]>;
}

export type GridEvent =
  | { type: 'changed'; sheetId: string; range: CellRange; source: 'user' | 'addin' }
  /** Whole rows, before what was written into them. */
  | { type: 'rowsInserted'; sheetId: string; range: CellRange; source: 'user' | 'addin' }
  | { type: 'calculated'; sheetId: string }
  | { type: 'selectionChanged'; sheetId: string; range: CellRange }
  | { type: 'sheetActivated'; sheetId: string }
  | { type: 'sheetAdded' | 'sheetDeleted'; sheetId: string }
  /** Anything has changed that `save` would hold, formats and charts included. */
  | { type: 'stored' };

export interface Grid {
  sheets(): SheetInfo[];
  addSheet(name: string): string;
  deleteSheet(sheetId: string): void;
  updateSheet(sheetId: string, change: Partial<Omit<SheetInfo, 'id'>>): void;
  activeSheet(): string;
  activateSheet(sheetId: string): void;
  /** Every cell with content; with `looks` also those that only have a fill or borders. */
  usedRange(sheetId: string, what?: 'contents' | 'looks'): CellRange | null;
  /** A locked sheet takes nothing from the user. */
  lockSheet(sheetId: string, locked: boolean): void;

  /** Values as calculated, spilled cells included. */
  readValues(sheetId: string, range: CellRange): CellValue[][];
  /** What was typed: a formula with its leading =, or the constant; '' where blank or spilled into. */
  readFormulas(sheetId: string, range: CellRange): (string | number | boolean)[][];
  /** What the user sees. */
  readTexts(sheetId: string, range: CellRange): string[][];
  /** A string that starts with = is a formula, as in Excel; null leaves the cell as it is, '' clears it. */
  write(
    sheetId: string,
    range: CellRange,
    content: (string | number | boolean | null)[][],
    source: 'user' | 'addin',
  ): void;
  clear(sheetId: string, range: CellRange, what: 'all' | 'contents' | 'formats'): void;
  /** The range that the formula in this cell spills into, itself included; null if it does not spill. */
  spillRange(sheetId: string, row: number, column: number): CellRange | null;

  format(sheetId: string, range: CellRange, format: CellFormat): void;
  readFormat(sheetId: string, row: number, column: number): CellFormat;
  /** Pixels; null = all columns or rows of the sheet. */
  setColumnWidth(sheetId: string, column: number, columns: number, pixels: number): void;
  setRowHeight(sheetId: string, row: number, rows: number, pixels: number): void;
  columnWidth(sheetId: string, column: number): number;
  hideColumns(sheetId: string, column: number, columns: number, isHidden: boolean): void;
  isColumnHidden(sheetId: string, column: number): boolean;
  rowHeight(sheetId: string, row: number): number;
  /** By the user, or by a filter. */
  isRowHidden(sheetId: string, row: number): boolean;
  freeze(sheetId: string, rows: number, columns: number): void;
  frozen(sheetId: string): { rows: number; columns: number };

  addTable(name: string, sheetId: string, range: CellRange, style: string): TableInfo;
  updateTable(tableId: string, change: Partial<Pick<TableInfo, 'name' | 'range' | 'style' | 'showTotals'>>): void;
  deleteTable(tableId: string): void;
  tables(): TableInfo[];
  /** Validation and conditional formats that end in the row hold in as many rows below it, too. */
  extendRulesDown(sheetId: string, row: Pick<CellRange, 'row' | 'column' | 'columns'>, rows: number): void;

  /** A workbook-level name; formula as =Start!$C$5. */
  setName(name: string, formula: string, comment?: string): void;
  deleteName(name: string): void;
  names(): { name: string; formula: string; comment: string }[];

  setValidation(sheetId: string, range: CellRange, rule: ValidationRule | null): void;
  readValidation(sheetId: string, row: number, column: number): ValidationRule | null;
  addConditionalFormat(sheetId: string, range: CellRange, rule: ConditionalFormatRule): void;
  clearConditionalFormats(sheetId: string, range: CellRange | null): void;
  setNote(sheetId: string, row: number, column: number, text: string | null): void;

  putChart(sheetId: string, chart: ChartSpec): void;
  deleteChart(sheetId: string, chartId: string): void;
  charts(sheetId: string): ChartSpec[];
  /** Draws a chart once more, as large as the parent of the canvas, until the answer is called. */
  drawChart(chartId: string, canvas: HTMLCanvasElement): () => void;

  select(sheetId: string, range: CellRange): void;
  selection(): { sheetId: string; range: CellRange };

  /** Makes the functions known; cells that wait for them are calculated, or keep #NAME? until they are written again. */
  registerFunctions(functions: AddinFunction[], wakesCells?: boolean): void;
  /** As when the add-in is gone: values stay until a cell is recalculated, then #NAME?. */
  unregisterFunctions(): void;
  /** How an Excel behaves whose functions answer late: cells show #BUSY! meanwhile, or the values they had. */
  awaitAnswers(as: { late: boolean; oldValues: boolean }): void;
  /** Whether what changes waits until somebody asks for it. */
  calculateByHand(byHand: boolean): void;
  /** What waits is calculated, or everything. */
  calculateNow(everything: boolean): void;
  calculationState(): { byHand: boolean; state: 'Done' | 'Calculating' | 'Pending' };
  /** Some formulas are calculated and others not yet; awaited answers of functions are not meant. */
  isMidway(): boolean;
  /** Whether DATE counts from 1904; what is there is calculated again. */
  countDaysSince1904(since1904: boolean): void;
  /** Calculates everything again. */
  recalculate(): void;
  /** Resolves when no formula, spill or custom function is under way. */
  settled(): Promise<void>;

  /** Groups writes: one calculation at the end. */
  batch<T>(work: () => T): T;

  on(listener: (event: GridEvent) => void): () => void;

  /** Everything that a saved file would hold, to be copied before the workbook changes; `load` shows it with its saved values, without calculating. */
  save(): unknown;
  load(snapshot: unknown): void;
  /** What only a file of Excel's asks for; null where the grid makes none. */
  readonly stored: StoredGrid | null;
}

/** A formula with what it gave last. */
export interface RestoredFormula {
  sheetId: string;
  row: number;
  column: number;
  formula: string;
  value: CellValue;
  /** The values of all cells that it fills, where it fills more than its own. */
  spill: CellValue[][] | null;
}

export interface StoredGrid {
  /** Every cell that holds anything, looks alone included. */
  usedRange(sheetId: string): CellRange | null;
  validations(sheetId: string): { ranges: CellRange[]; rule: ValidationRule }[];
  /** Whether the row is as high as its text, and follows it. */
  isRowFitted(sheetId: string, row: number): boolean;
  hideRow(sheetId: string, row: number): void;
  /** By table, the formulas of whole columns by their place. */
  calculatedColumns(): [string, [number, string][]][];
  /** Puts formulas into the cells, with their values as they were: nothing is calculated. */
  restore(formulas: readonly RestoredFormula[], calculatedColumns: readonly [string, [number, string][]][]): void;
}
