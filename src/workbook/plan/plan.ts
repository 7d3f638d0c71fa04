/** The workbook as data: what the one writer lays into Excel. Nothing here knows Excel. */
import type { Area, Content, Formula, Place } from './cells';
import type { Practice } from '../practice/practice';

export interface WorkbookPlan extends SheetsPlan {
  practice: Practice;
  version: string;
}

export interface SheetsPlan {
  sheets: readonly SheetPlan[];
  /** Names of the whole workbook. */
  names: readonly NamePlan[];
  /** What Checks is to count of sheets that are added. */
  answers?: readonly { sheet: string; errors: Formula }[];
}

export interface NamePlan extends Place {
  name: string;
  comment: string;
}

export interface SheetPlan {
  name: string;
  tabColor: string;
  /** Widths of the columns from A on, in characters. */
  widths: readonly number[];
  /** Columns that are not shown. */
  hidden: readonly number[];
  blocks: readonly BlockPlan[];
  tables: readonly TablePlan[];
  formats: readonly FormatPlan[];
  heights: readonly HeightPlan[];
  validations: readonly ValidationPlan[];
  highlights: readonly HighlightPlan[];
  charts: readonly ChartPlan[];
  /** Rows and columns that stay in sight. */
  freeze: { rows: number; columns: number };
  print: PrintPlan;
}

/** Contents of a rectangle whose first cell is `row`, `column`. */
export interface BlockPlan {
  row: number;
  column: number;
  contents: readonly (readonly Content[])[];
}

/** An Excel table over cells that the blocks fill; its first row is the header. */
export interface TablePlan {
  name: string;
  area: Area;
  /** Formulas of whole columns, which rows typed later get, too; what the blocks have there instead is typed over them. */
  calculated: readonly { column: number; formula: string }[];
}

export interface CellFormat {
  numberFormat?: string;
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  align?: 'Left' | 'Center' | 'Right';
  /** Where the text stands in a tall row. */
  vertical?: 'Top' | 'Center';
  wrap?: boolean;
  indent?: number;
  top?: Rule;
  bottom?: Rule;
}

/** A line along the edge of an area. */
export interface Rule {
  color: string;
  weight: 'Thin' | 'Medium';
}

export interface FormatPlan {
  area: Area;
  format: CellFormat;
}

export interface HeightPlan {
  row: number;
  rows: number;
  /** Points. */
  height: number;
}

export type ValidationRule =
  /** Entries, or the cells that hold them. */
  | { kind: 'list'; source: readonly string[] | Place }
  /** True for what may be typed; written for the first cell of the area. */
  | { kind: 'custom'; formula: string };

export interface ValidationPlan {
  area: Area;
  rule: ValidationRule;
  /** Shown when the cell is selected. */
  prompt: { title: string; message: string };
  /** Shown when something else is typed; a warning can be overruled. */
  alert: { title: string; message: string; style: 'Stop' | 'Warning' };
}

/** Format in force while the formula is true; the formula is written for the first cell of the area. */
export interface HighlightPlan {
  area: Area;
  formula: string;
  fill: string;
  color: string;
}

/** The cells of a chart's line or bars. */
export interface ChartSeries extends Place {
  name: string;
  color: string;
}

export interface ChartPlan {
  name: string;
  title: string;
  kind: 'Line' | 'ColumnStacked' | 'ColumnClustered' | 'AreaStacked' | 'BarStacked';
  categories: Place;
  series: readonly ChartSeries[];
  /** Steps stand one beside the other; months each at its own date. */
  axis: 'steps' | 'months';
  /** Excel’s own; none where cells beside the chart say more. */
  legend: 'Bottom' | 'none';
  valueFormat: string;
  categoryFormat: string;
  /** Cells it covers. */
  at: Area;
}

export interface PrintPlan {
  /** Rows and columns repeated on every page. */
  titleRows: number;
  titleColumns: number;
  /** What is printed; all there is where nothing is said. */
  area: Area | null;
  /** Where only the first columns are printed, of as many rows as there are. */
  columns: number | null;
  /** Percent, for a page a year, with a break after every twelfth month; else the whole width is fitted to pagesWide. */
  yearScale: number | null;
  /** How many pages stand beside each other. */
  pagesWide: number;
}
