import type { CellFormat, CellRange, CellValue } from '../../grid/grid';
import {
  bounding,
  fits,
  formatRange,
  intersect,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheet,
} from '../address';
import type { CellBlock } from '../cell-block';
import { invalidArgument, itemNotFound, notImplemented, wrongArraySize } from '../excel-error';
import { HostObject, identity } from '../host-object';
import type { HostState } from '../host-state';
import { toPoints } from '../units';
import { writeCells, type CellContent } from '../write-cells';
import { ConditionalFormatCollection } from './conditional-format-collection';
import { DataValidation } from './data-validation';
import { RangeFormat } from './range-format';
import { Worksheet } from './worksheet';

/** Excel gives no values of whole columns or rows: it would be a million cells. */
const MOST_CELLS = 5_000_000;

export class Range extends HostObject implements CellBlock {
  readonly typeName = 'Range';

  constructor(
    readonly state: HostState,
    readonly sheetId: string,
    readonly area: CellRange,
  ) {
    super();
    if (!fits(area)) throw invalidArgument();
  }

  override [identity]() {
    const id = this.state.references.idOf(this);
    return id ? { _ReferenceId: id } : {};
  }

  get values() {
    return this.readCells((cells) => this.state.grid.readValues(this.sheetId, cells).map((row) => row.map(asValue)));
  }
  set values(content: CellContent) {
    this.write(content);
  }

  get formulas() {
    return this.readCells((cells) => this.state.grid.readFormulas(this.sheetId, cells));
  }
  set formulas(content: CellContent) {
    this.write(content);
  }

  get text() {
    return this.readCells((cells) => this.state.grid.readTexts(this.sheetId, cells));
  }

  get valueTypes() {
    return this.readCells((cells) => this.state.grid.readValues(this.sheetId, cells).map((row) => row.map(valueType)));
  }

  get numberFormat(): (string | null)[][] | null {
    return this.readCells((cells) =>
      mapCells(cells, (row, column) => this.state.grid.readFormat(this.sheetId, row, column).numberFormat ?? 'General'),
    );
  }
  set numberFormat(formats: string | (string | null)[][] | null) {
    if (formats === null) return;
    const { area, sheetId, state } = this;
    if (!Array.isArray(formats)) {
      state.grid.format(sheetId, area, { numberFormat: formats });
      return;
    }
    if (formats.length !== area.rows || formats.some((row) => row.length !== area.columns)) throw wrongArraySize();
    formats.forEach((row, r) => {
      // Cells side by side with the same format are formatted together.
      for (let c = 0, end: number; c < row.length; c = end) {
        for (end = c + 1; end < row.length && row[end] === row[c];) end++;
        const numberFormat = row[c];
        if (numberFormat !== null)
          state.grid.format(
            sheetId,
            { row: area.row + r, column: area.column + c, rows: 1, columns: end - c },
            { numberFormat },
          );
      }
    });
  }

  get address() {
    return `${quoteSheet(this.sheetName())}!${formatRange(this.area)}`;
  }
  get rowIndex() {
    return this.area.row;
  }
  get columnIndex() {
    return this.area.column;
  }
  get rowCount() {
    return this.area.rows;
  }
  get columnCount() {
    return this.area.columns;
  }
  get left() {
    return toPoints(sum(this.area.column, (column) => this.state.grid.columnWidth(this.sheetId, column)));
  }
  get top() {
    return toPoints(sum(this.area.row, (row) => this.state.grid.rowHeight(this.sheetId, row)));
  }
  get width() {
    const { column, columns } = this.area;
    return toPoints(sum(columns, (i) => this.state.grid.columnWidth(this.sheetId, column + i)));
  }
  get height() {
    const { row, rows } = this.area;
    return toPoints(sum(rows, (i) => this.state.grid.rowHeight(this.sheetId, row + i)));
  }

  get columnHidden(): boolean | null {
    const { column, columns } = this.area;
    const { grid } = this.state;
    const first = grid.isColumnHidden(this.sheetId, column);
    for (let i = 1; i < Math.min(columns, 1000); i++)
      if (grid.isColumnHidden(this.sheetId, column + i) !== first) return null;
    return first;
  }
  set columnHidden(isHidden: boolean) {
    this.state.grid.hideColumns(this.sheetId, this.area.column, this.area.columns, Boolean(isHidden));
  }
  get worksheet() {
    return new Worksheet(this.state, this.sheetId);
  }
  get format() {
    return new RangeFormat(this);
  }
  get dataValidation() {
    return new DataValidation(this);
  }
  get conditionalFormats() {
    return new ConditionalFormatCollection(this.state, this.sheetId, this.area);
  }

  getCell(row: number, column: number) {
    return this.at({ row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }
  getRow(row: number) {
    if (row < 0 || row >= this.area.rows) throw invalidArgument();
    return this.at({ ...this.area, row: this.area.row + row, rows: 1 });
  }
  getColumn(column: number) {
    if (column < 0 || column >= this.area.columns) throw invalidArgument();
    return this.at({ ...this.area, column: this.area.column + column, columns: 1 });
  }
  getLastCell() {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }
  getOffsetRange(rows: number, columns: number) {
    return this.at({ ...this.area, row: this.area.row + rows, column: this.area.column + columns });
  }
  getResizedRange(rows: number, columns: number) {
    return this.at({ ...this.area, rows: this.area.rows + rows, columns: this.area.columns + columns });
  }
  getEntireColumn() {
    return this.at({ ...this.area, row: 0, rows: MAX_ROWS });
  }
  getEntireRow() {
    return this.at({ ...this.area, column: 0, columns: MAX_COLUMNS });
  }
  getRowsBelow(count = 1) {
    if (count < 0) return this.at({ ...this.area, row: this.area.row + this.area.rows + count, rows: -count });
    return this.at({ ...this.area, row: this.area.row + this.area.rows, rows: count });
  }
  getColumnsAfter(count = 1) {
    return this.at({ ...this.area, column: this.area.column + this.area.columns, columns: count });
  }
  getBoundingRect(other: Range | string) {
    return this.at(bounding(this.area, this.other(other).area));
  }
  getIntersection(other: Range | string) {
    const common = this.getIntersectionOrNullObject(other);
    if (!common) throw itemNotFound();
    return common;
  }
  getIntersectionOrNullObject(other: Range | string) {
    const range = this.other(other);
    const common = range.sheetId === this.sheetId ? intersect(this.area, range.area) : null;
    return common ? this.at(common) : null;
  }
  getSpillingToRange() {
    const spill = this.getSpillingToRangeOrNullObject();
    if (!spill) throw itemNotFound();
    return spill;
  }
  getSpillingToRangeOrNullObject() {
    if (this.area.rows * this.area.columns !== 1) throw invalidArgument();
    const spill = this.state.grid.spillRange(this.sheetId, this.area.row, this.area.column);
    return spill ? this.at(spill) : null;
  }

  clear(what: 'All' | 'Contents' | 'Formats' = 'All') {
    if (!['All', 'Contents', 'Formats'].includes(what)) throw notImplemented(`Range.clear('${what}')`);
    this.state.grid.clear(this.sheetId, this.area, what.toLowerCase() as 'all' | 'contents' | 'formats');
  }
  select() {
    this.state.grid.activateSheet(this.sheetId);
    this.state.grid.select(this.sheetId, this.area);
  }

  _keepReference() {
    this.state.references.keep(this);
  }
  _validateArraySize(rows: number, columns: number) {
    if (rows !== this.area.rows || columns !== this.area.columns) throw wrongArraySize();
  }

  // What follows is not Excel's: fields, so that they stay out of the API.

  readonly sheetName = (): string => {
    const sheet = this.state.grid.sheets().find(({ id }) => id === this.sheetId);
    if (!sheet) throw itemNotFound();
    return sheet.name;
  };

  readonly at = (area: CellRange): Range => new Range(this.state, this.sheetId, area);

  /** A format's value where all cells agree, else null. */
  readonly common = <K extends keyof CellFormat>(key: K): CellFormat[K] | null => {
    const { grid } = this.state;
    const cells =
      intersect(
        this.area,
        bounding(
          { ...this.area, rows: 1, columns: 1 },
          grid.usedRange(this.sheetId) ?? { ...this.area, rows: 1, columns: 1 },
        ),
      ) ?? this.area;
    const first = grid.readFormat(this.sheetId, cells.row, cells.column)[key];
    const agree = mapCells(cells, (row, column) => grid.readFormat(this.sheetId, row, column)[key] === first)
      .flat()
      .every(Boolean);
    return agree ? first : null;
  };

  private readonly other = (range: Range | string): Range =>
    typeof range === 'string' ? new Worksheet(this.state, this.sheetId).getRange(range) : range;

  private readonly readCells = <T>(read: (cells: CellRange) => T[][]): T[][] | null => {
    this.sheetName();
    return this.area.rows * this.area.columns > MOST_CELLS || isEntireColumn(this.area) || isEntireRow(this.area)
      ? null
      : read(this.area);
  };

  private readonly write = (content: CellContent) => {
    this.sheetName();
    writeCells(this, content);
  };
}

function asValue(value: CellValue): number | string | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { number: 'Double', string: 'String', boolean: 'Boolean' }[typeof value as 'number' | 'string' | 'boolean'];
}

function mapCells<T>(area: CellRange, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => read(area.row + r, area.column + c)),
  );
}

function sum(count: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += size(i);
  return total;
}
