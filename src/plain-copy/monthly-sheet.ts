/**
 * A sheet of months: label in A, unit in B, one value for all months in C, the months from D on; one formula a row, the
 * same in every month. Rows are given out first and filled later, since programs, payers and team refer to each other.
 */
import { area, columnName, fixed, formula, onSheet, type Content } from '../workbook/plan/cells';
import { COLORS, FORMATS, formatOfUnit, THIN_LINE, type TAB_COLORS } from '../workbook/layout/look';
import { yearScale } from '../workbook/layout/print-area';
import { HEADER_ROW, SheetDraft, UNITS_ROW } from '../workbook/layout/sheet-draft';
import { FIRST_MONTH_COLUMN, MONTH_WIDTH, MONTHLY_WIDTHS, TOTAL_COLUMN } from '../workbook/layout/statement-table';
import type { CellFormat, SheetPlan } from '../workbook/plan/plan';
import { range } from './reading';

/** Stand in a formula for the columns of its month and of the month before. */
const THIS = '\u0001';
const LAST = '\u0002';

/** The month's number, on every sheet of months. */
export const MONTH = `${THIS}$${UNITS_ROW + 1}`;
const FIRST = columnName(FIRST_MONTH_COLUMN);
export const MONTHS_SO_FAR = `$${FIRST}$${UNITS_ROW + 1}:${MONTH}`;

/** What a formula of a month can ask for: the same value in all months, or one a month. */
export interface Series {
  readonly now: string;
  /** That of month 1, and those of all months. */
  readonly first: string;
  readonly all: string;
}

/** A value that is the same in all months. */
export const constant = (reference: string): Series => ({ now: reference, first: reference, all: reference });

/** A row of a sheet of months, as formulas of whatever sheet name it. */
export class MonthRow implements Series {
  constructor(
    private readonly sheet: string,
    readonly row: number,
    private readonly months: number,
  ) {}

  /** This month’s value. */
  get now(): string {
    return this.at(`${THIS}$${this.row + 1}`);
  }
  /** Last month’s; in month 1 the cell in C, which is blank. */
  get before(): string {
    return `N(${this.at(`${LAST}$${this.row + 1}`)})`;
  }
  /** Last month’s, where it may be a text. */
  get beforeAsIs(): string {
    return this.at(`${LAST}$${this.row + 1}`);
  }
  /** Months 1 to this one. */
  get soFar(): string {
    return this.at(`$${FIRST}$${this.row + 1}:${THIS}$${this.row + 1}`);
  }
  /** From C, which is blank, to the month before: nothing in it waits for this month. */
  get untilBefore(): string {
    return this.at(`$${columnName(TOTAL_COLUMN)}$${this.row + 1}:${LAST}$${this.row + 1}`);
  }
  /** All months. */
  get all(): string {
    return range(this.sheet, area(this.row, FIRST_MONTH_COLUMN, 1, this.months));
  }
  get first(): string {
    return this.at(fixed(area(this.row, FIRST_MONTH_COLUMN)));
  }
  get last(): string {
    return this.at(fixed(area(this.row, FIRST_MONTH_COLUMN + this.months - 1)));
  }
  /** The value for all months. */
  get one(): string {
    return this.at(fixed(area(this.row, TOTAL_COLUMN)));
  }
  get label(): string {
    return this.at(fixed(area(this.row, 0)));
  }
  private at(cell: string): string {
    return onSheet(this.sheet, area(0, 0)).replace('$A$1', cell.replaceAll('$', '$$$$'));
  }
}

/** What a row of months is called, and its unit. */
export type RowNames<Key extends string> = Readonly<Record<Key, readonly [label: string, unit: string]>>;
export type Rows<Key extends string> = Readonly<Record<Key, MonthRow>>;

export interface MonthlyHeading {
  purpose: string;
  tip: string;
  /** Cell with the start month; blank where months are counted. */
  start: string;
  /** Header of column C. */
  third: string;
}

export class MonthlySheet {
  private readonly draft: SheetDraft;
  private next = HEADER_ROW + 1;
  private readonly own: string;

  constructor(
    readonly name: string,
    tab: (typeof TAB_COLORS)[keyof typeof TAB_COLORS],
    readonly months: number,
    { purpose, tip, start, third }: MonthlyHeading,
  ) {
    this.draft = new SheetDraft(name, tab);
    this.own = onSheet(name, area(0, 0)).replace('$A$1', '');
    this.draft
      .widths([...MONTHLY_WIDTHS, ...new Array<number>(months).fill(MONTH_WIDTH)])
      .heading(name, purpose, { tip, frozenColumns: FIRST_MONTH_COLUMN })
      .freeze(HEADER_ROW + 1, FIRST_MONTH_COLUMN)
      .print({
        titleRows: HEADER_ROW + 1,
        titleColumns: FIRST_MONTH_COLUMN,
        yearScale: yearScale(MONTHLY_WIDTHS, MONTH_WIDTH),
      });
    const numbers = Array.from({ length: months }, (_, t) =>
      t === 0 ? 1 : this.inMonth(`${LAST}$${UNITS_ROW + 1}+1`, t),
    );
    const dates = numbers.map((_, t) =>
      this.inMonth(`IF(N(${start})=0,${MONTH},DATE(YEAR(${start}),MONTH(${start})+${MONTH}-1,1))`, t),
    );
    this.draft
      .put(UNITS_ROW, 0, [['Month', '', '', ...numbers]])
      .put(HEADER_ROW, 0, [['Line', 'Unit', third, ...dates]])
      .format(area(UNITS_ROW, 0, 1, FIRST_MONTH_COLUMN + months), FORMATS.units, { numberFormat: '0' })
      .format(area(UNITS_ROW, FIRST_MONTH_COLUMN, 1, months), { align: 'Right' })
      .format(area(HEADER_ROW, 0, 1, FIRST_MONTH_COLUMN + months), FORMATS.header)
      .format(area(HEADER_ROW, TOTAL_COLUMN, 1, 1 + months), { align: 'Right', numberFormat: HEADER_MONTH });
  }

  /** Leaves rows free. */
  skip(rows = 1): this {
    this.next += rows;
    return this;
  }

  /** The name of what follows. */
  title(text: Content, remark: Content = null): this {
    this.draft
      .put(this.next, 0, [[text, null, null, remark]])
      .format(area(this.next, 0, 1, FIRST_MONTH_COLUMN + this.months), FORMATS.blockName);
    if (remark !== null) this.draft.format(area(this.next, FIRST_MONTH_COLUMN), FORMATS.remark, { bold: false });
    this.next++;
    return this;
  }

  /** A block of rows with a name above and a blank row below, to be filled later. */
  block<Key extends string>(title: Content, names: RowNames<Key>, remark: Content = null): Rows<Key> {
    this.title(title, remark);
    const rows = Object.fromEntries(
      (Object.entries(names) as [Key, readonly [string, string]][]).map(([key, [label, unit]]) => [
        key,
        this.row(label, unit),
      ]),
    ) as Rows<Key>;
    this.skip();
    return rows;
  }

  /** The next row. */
  row(label: Content, unit: Content, more: CellFormat = {}): MonthRow {
    const row = this.next++;
    this.draft
      .put(row, 0, [[label, unit]])
      .format(area(row, 1), FORMATS.unit)
      .format(area(row, TOTAL_COLUMN, 1, 1 + this.months), {
        numberFormat: typeof unit === 'string' ? formatOfRow(unit) : undefined,
      });
    if (Object.keys(more).length > 0) this.draft.format(area(row, 0, 1, FIRST_MONTH_COLUMN + this.months), more);
    return new MonthRow(this.name, row, this.months);
  }

  /** One formula for all months. */
  fill({ row }: MonthRow, text: string): this {
    this.draft.put(row, FIRST_MONTH_COLUMN, [Array.from({ length: this.months }, (_, t) => this.inMonth(text, t))]);
    return this;
  }

  /** A value for all months. */
  one({ row }: MonthRow, content: string | number, more: CellFormat = {}): this {
    this.draft.put(row, TOTAL_COLUMN, [[typeof content === 'string' ? this.here(content) : content]]);
    if (Object.keys(more).length > 0) this.draft.format(area(row, TOTAL_COLUMN), more);
    return this;
  }

  /**
   * Values that no formula here makes: month by month as they were worked out.
   * @param from first of their months, counted from 0
   */
  frozen({ row }: MonthRow, values: readonly number[], from = 0): this {
    if (values.length === 0) return this;
    this.draft
      .put(row, FIRST_MONTH_COLUMN + from, [values])
      .format(area(row, FIRST_MONTH_COLUMN + from, 1, values.length), { color: COLORS.muted, italic: true });
    return this;
  }

  /** What a reader looks for first, and where a part begins. */
  emphasize({ row }: MonthRow, { isTotal, startsPart }: { isTotal: boolean; startsPart: boolean }): this {
    const line = area(row, 0, 1, FIRST_MONTH_COLUMN + this.months);
    if (isTotal) this.draft.format(line, { bold: true });
    if (startsPart) this.draft.format(line, { top: THIN_LINE });
    return this;
  }

  /** All rows of a column so far: labels in A, units in B, values for all months in C. */
  column(column: number): string {
    return range(this.name, area(HEADER_ROW + 1, column, this.next - HEADER_ROW - 1, 1));
  }

  /** All months of all rows so far. */
  get figures(): string {
    return range(this.name, area(HEADER_ROW + 1, FIRST_MONTH_COLUMN, this.next - HEADER_ROW - 1, this.months));
  }

  plan(): SheetPlan {
    return this.draft.plan();
  }

  private inMonth(text: string, t: number): Content {
    const column = FIRST_MONTH_COLUMN + t;
    return this.here(text.replaceAll(THIS, columnName(column)).replaceAll(LAST, columnName(column - 1)));
  }

  /** A sheet does not name itself. */
  private here(text: string): Content {
    return formula(text.replaceAll(this.own, ''));
  }
}

/** Of a value in C that counts, whatever the unit of its row. */
export const COUNTED: CellFormat = { numberFormat: '0' };

/** A month, or its number where months are counted. */
const HEADER_MONTH = '[<1000]0;mmm-yy';

const formatOfRow = (unit: string): string => {
  if (unit === '1 or 0' || unit === 'month') return '0';
  if (unit === '×') return '0.0000';
  if (unit === 'units' || unit === 'months') return '#,##0.0_);(#,##0.0);"–"_)';
  return formatOfUnit(unit.split(' ')[0]);
};
