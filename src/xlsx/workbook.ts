/**
 * A workbook as a file holds it. Rows and columns count from 0, lengths on sheets are in pixels of 96 dpi, those on
 * paper in points, colors are #RRGGBB. Formulas are as Excel shows them, with their leading =.
 */
import type { Area } from './address';

export interface Workbook {
  sheets: readonly Sheet[];
  names: readonly Name[];
  /** Place of the sheet that is shown first. */
  activeSheet: number;
  /** Namespaces of functions that an add-in brings: PPPM, of PPPM.REVENUE. */
  addins: readonly string[];
  /** XML of programs that keep something in the file, a part each. */
  customXml: readonly string[];
  title: string;
  /** By name. */
  customProperties: Readonly<Record<string, string | number | boolean>>;
  /** Whether dates count from 1904. */
  since1904: boolean;
}

/** A name of the whole workbook. */
export interface Name {
  name: string;
  formula: string;
  comment: string;
}

export interface Sheet {
  name: string;
  tabColor: string | null;
  showGridlines: boolean;
  /** By row, then by column; what is missing is blank. */
  cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  /** By column; the others are as wide as a new one. */
  columns: ReadonlyMap<number, Column>;
  /** By row; the others are as high as their text. */
  rows: ReadonlyMap<number, Row>;
  freeze: { rows: number; columns: number };
  tables: readonly Table[];
  validations: readonly Validation[];
  /** The first of those that hold in a cell wins. */
  highlights: readonly Highlight[];
  charts: readonly Chart[];
  print: Print;
  notes: readonly Note[];
  /** What may be done although the sheet is protected; null where it is not. */
  protection: readonly string[] | null;
}

/** A blank cell is null. */
export type Value = number | string | boolean | null | { error: string };

export interface Cell {
  /** What stands there, or was calculated last. A cell that a formula spills into has a value and no formula. */
  value: Value;
  formula?: string;
  /** Cells that the formula fills, itself among them; 1 × 1 where none is given. */
  spill?: { rows: number; columns: number };
  format?: Format;
}

/** What is not given is as in a new cell: Calibri 11, black, at the bottom. */
export interface Format {
  numberFormat?: string;
  fill?: string;
  fontColor?: string;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  horizontal?: 'General' | 'Left' | 'Center' | 'Right';
  vertical?: 'Top' | 'Center' | 'Bottom';
  wrap?: boolean;
  indent?: number;
  borders?: Partial<Record<Side, Line>>;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Line {
  color: string;
  style: 'thin' | 'medium' | 'double' | 'dotted';
}

export interface Column {
  width?: number;
  isHidden?: boolean;
  format?: Format;
}

export interface Row {
  height: number;
  /** Whether the height follows the text. */
  isFitted?: boolean;
  isHidden?: boolean;
}

export interface Table {
  name: string;
  /** Header and totals included. */
  area: Area;
  style: string;
  hasTotals: boolean;
  hasBands: boolean;
  hasFilterButtons: boolean;
  /** Formulas of whole columns, by the column’s place in the table. */
  calculated: ReadonlyMap<number, string>;
}

export interface Validation {
  areas: readonly Area[];
  kind: 'list' | 'decimal' | 'wholeNumber' | 'date' | 'custom';
  operator?: ValidationOperator;
  /** A number, a formula, or for a list without a formula its entries between commas. */
  formula1: string | number;
  formula2?: string | number;
  ignoreBlanks: boolean;
  prompt?: { title: string; message: string };
  alert?: { title: string; message: string; style: 'Stop' | 'Warning' | 'Information' };
}

export type ValidationOperator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo';

/** Format in force while the formula is true; it is written for the first cell. */
export interface Highlight {
  areas: readonly Area[];
  formula: string;
  format: Format;
}

export interface Note {
  row: number;
  column: number;
  text: string;
}

export type ChartKind =
  | 'line'
  | 'columnClustered'
  | 'columnStacked'
  | 'barClustered'
  | 'barStacked'
  | 'area'
  | 'areaStacked'
  | 'pie'
  | 'doughnut';

export interface Chart {
  name: string;
  kind: ChartKind;
  title: string | null;
  series: readonly Series[];
  from: Corner;
  to: Corner;
  legend: 'top' | 'bottom' | 'left' | 'right' | null;
  valueAxis: { title: string | null; numberFormat: string | null };
  categoryAxis: {
    title: string | null;
    numberFormat: string | null;
    /** On an axis of dates what has the same date, in the base unit, stands in the same place. */
    type: 'Automatic' | 'TextAxis' | 'DateAxis';
    baseTimeUnit?: 'Days' | 'Months' | 'Years';
    tickLabels: 'Low' | 'NextToAxis';
  };
}

/** A cell, and how far into it. */
export interface Corner {
  row: number;
  column: number;
  down: number;
  right: number;
}

export interface Series {
  name: string;
  /** Payer!$A$1:$A$9 */
  values: string;
  categories: string | null;
  color: string | null;
  /** Where it differs from the chart’s. */
  kind: ChartKind | null;
  isOnSecondAxis: boolean;
}

export interface Print {
  isLandscape: boolean;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  /** A percentage, or into how many pages side by side and one below the other all must fit; null is as many as it takes. */
  zoom: { scale: number } | { wide: number | null; tall: number | null };
  isCentered: boolean;
  hasGridlines: boolean;
  area: Area | null;
  /** How many rows, from which, are repeated on each page. */
  titleRows: { first: number; count: number } | null;
  titleColumns: { first: number; count: number } | null;
  /** Columns that begin a new page. */
  columnBreaks: readonly number[];
  /** With Excel’s codes: Page &P of &N. */
  footer: { left: string; center: string; right: string };
}

/** Excel’s own: upright, with its normal margins. */
export const NEW_PRINT: Print = {
  isLandscape: false,
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  zoom: { scale: 100 },
  isCentered: false,
  hasGridlines: false,
  area: null,
  titleRows: null,
  titleColumns: null,
  columnBreaks: [],
  footer: { left: '', center: '', right: '' },
};
