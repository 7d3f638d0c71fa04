/** What the cells hold: writes are gathered and handed to Univer as one mutation a sheet. */
import {
  BuildTextUtils,
  CellValueType,
  CommandType,
  ICommandService,
  isRealNum,
  WrapStrategy,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { FormulaDataModel, type IArrayFormulaRangeType } from '@univerjs/engine-formula';
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import { gridError } from './cell-errors';
import type { ErrorTexts } from './error-texts';
import type { CellRange, CellValue } from './grid';
import { fitRows } from './row-heights';

type CellMatrix<T> = Record<number, Record<number, T>>;

interface Pending {
  values: CellMatrix<ICellData>;
  styles: CellMatrix<IStyleData>;
}

interface SpilledCell {
  v?: Nullable<string | number | boolean>;
  t?: Nullable<CellValueType>;
}

/**
 * Univer takes a mutation for part of whichever command happens to be under way, and formulas would be lost in one
 * that it takes for formatting. So contents are written by a command of their own.
 */
const WRITE_COMMAND = 'workbench.command.write-cells';

/** Room kept free beyond the last cell written. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 20;

export class Cells {
  private pending = new Map<string, Pending>();
  private readonly unfitted = new Map<string, Set<number>>();
  private readonly model: FormulaDataModel;
  /** True while the add-in's writes are handed to Univer, so that they are not taken for the user's. */
  writing = false;

  constructor(
    private readonly app: UniverApp,
    private readonly texts: ErrorTexts,
  ) {
    this.model = app.injector.get(FormulaDataModel);
    app.commands.registerCommand({
      id: WRITE_COMMAND,
      type: CommandType.COMMAND,
      handler: (accessor, params: ISetRangeValuesMutationParams) =>
        accessor.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params),
    });
  }

  put(sheetId: string, row: number, column: number, content: string | number | boolean): void {
    this.pendingOf(sheetId).values[row] ??= {};
    this.pendingOf(sheetId).values[row][column] = cellOf(content);
  }

  putStyle(sheetId: string, row: number, column: number, style: IStyleData): void {
    const rows = this.pendingOf(sheetId).styles;
    rows[row] ??= {};
    const before = rows[row][column];
    rows[row][column] = before ? mergedStyle(before, style) : style;
  }

  /** Hands what was gathered to Univer. Reading anything calls for it first. */
  flush(): void {
    if (this.pending.size === 0) return;
    const pending = this.pending;
    this.pending = new Map();
    this.writing = true;
    try {
      for (const [sheetId, { values, styles }] of pending) {
        this.makeRoom(sheetId, values, styles);
        // Values first: a number format given to a text that looks like a number would turn it into one.
        this.writeContents(sheetId, values);
        this.writeStyles(sheetId, this.styledCells(sheetId, styles));
        for (const row of this.rowsToFit(sheetId, values, styles))
          this.unfitted.set(sheetId, (this.unfitted.get(sheetId) ?? new Set<number>()).add(row));
      }
    } finally {
      this.writing = false;
    }
  }

  /** Fits rows to what was written. Measuring text is slow, so this is done once for all that a batch writes. */
  fitRows(): void {
    this.flush();
    const unfitted = [...this.unfitted];
    this.unfitted.clear();
    for (const [sheetId, rows] of unfitted)
      if (this.app.workbook().getSheetBySheetId(sheetId)) fitRows(this.app, sheetId, rows);
  }

  /** The style of a cell, with what is still to be handed to Univer. */
  style(sheetId: string, row: number, column: number): IStyleData {
    const held = this.app.sheet(sheetId).getComposedCellStyle(row, column);
    const coming = this.pending.get(sheetId)?.styles[row]?.[column];
    return coming ? mergedStyle(held, coming) : held;
  }

  clearContents(sheetId: string, range: CellRange): void {
    this.forEachHeld(sheetId, range, (row, column, cell) => {
      if (cell.v != null || cell.f || cell.si || cell.p) this.put(sheetId, row, column, '');
    });
  }

  clearFormats(sheetId: string, range: CellRange): void {
    const cells: CellMatrix<ICellData> = {};
    this.forEachHeld(sheetId, range, (row, column, cell) => {
      if (cell.s) (cells[row] ??= {})[column] = cell.t ? { s: null, t: cell.t } : { s: null };
    });
    this.writeStyles(sheetId, cells);
  }

  /** Calls for each cell of the range that Univer holds anything of; far quicker than all cells of a big range. */
  forEachHeld(sheetId: string, range: CellRange, visit: (row: number, column: number, cell: ICellData) => void): void {
    this.flush();
    const matrix = this.app.sheet(sheetId).getCellMatrix().getMatrix();
    const lastRow = range.row + range.rows;
    const lastColumn = range.column + range.columns;
    for (const rowKey of Object.keys(matrix)) {
      const row = Number(rowKey);
      if (row < range.row || row >= lastRow) continue;
      for (const columnKey of Object.keys(matrix[row])) {
        const column = Number(columnKey);
        const cell = matrix[row][column];
        if (cell && column >= range.column && column < lastColumn) visit(row, column, cell);
      }
    }
  }

  value(sheetId: string, row: number, column: number): CellValue {
    const cell = this.raw(sheetId, row, column);
    const spilled = this.spilled(sheetId, row, column);
    // Univer puts empty text into the blank cells of a spill that has no room.
    const holds = cell && ((cell.v != null && cell.v !== '') || cell.f || cell.si || cell.p);
    const shown = holds ? cell : spilled;
    if (!shown) return null;
    const text = holds && cell.p ? plainText(cell) : undefined;
    const value = valueOf({ v: text ?? shown.v, t: text === undefined ? shown.t : CellValueType.STRING });
    const error = gridError(value);
    if (!error || !(cell?.f || cell?.si || spilled)) return error ? { error } : value;
    const said = this.errorText(sheetId, row, column, error);
    return said ? { error, text: said } : { error };
  }

  /** What was typed: a formula with its leading =, or the constant. */
  content(sheetId: string, row: number, column: number): string | number | boolean {
    const cell = this.raw(sheetId, row, column);
    if (!cell) return '';
    if (cell.f || cell.si) return this.model.getFormulaStringByCell(row, column, sheetId, WORKBOOK_ID) ?? '';
    if (cell.p) return plainText(cell);
    return valueOf(cell) ?? '';
  }

  text(sheetId: string, row: number, column: number): string {
    const shown = this.app.sheet(sheetId).getCellValueOnly(row, column);
    if (!shown) return '';
    if (shown.p) return plainText(shown);
    if (shown.t === CellValueType.BOOLEAN && (shown.v === 1 || shown.v === 0)) return shown.v === 1 ? 'TRUE' : 'FALSE';
    return shown.v == null ? '' : String(shown.v);
  }

  /** Every cell with content, and every cell spilled into; with `looks` every cell with a fill or borders, too; with `styles` of any look. */
  usedRange(sheetId: string, what: 'contents' | 'looks' | 'styles' = 'contents'): CellRange | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = (row: number, column: number) => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    this.forEachHeld(sheetId, { row: 0, column: 0, rows: Infinity, columns: Infinity }, (row, column, cell) => {
      if ((cell.v != null && cell.v !== '') || cell.f || cell.si || cell.p) include(row, column);
      else if (what === 'styles' && cell.s) include(row, column);
      else if (what === 'looks' && cell.s) {
        const { bg, bd } = this.style(sheetId, row, column);
        if (bg || bd) include(row, column);
      }
    });
    for (const range of this.spills(sheetId)) {
      include(range.row, range.column);
      include(range.row + range.rows - 1, range.column + range.columns - 1);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  spillFrom(sheetId: string, row: number, column: number): CellRange | null {
    const range = this.spillRanges(sheetId)[row]?.[column];
    if (!range || this.raw(sheetId, row, column)?.v === '#SPILL!') return null;
    return {
      row: range.startRow,
      column: range.startColumn,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    };
  }

  private errorText(
    sheetId: string,
    row: number,
    column: number,
    code: NonNullable<ReturnType<typeof gridError>>,
  ): string | undefined {
    const own = this.texts.find({ sheetId, row, column }, 0, 0, code);
    if (own) return own;
    const anchor = this.spills(sheetId).find(
      (spill) =>
        row >= spill.row &&
        row < spill.row + spill.rows &&
        column >= spill.column &&
        column < spill.column + spill.columns,
    );
    return (
      anchor &&
      this.texts.find(
        { sheetId, row: anchor.row, column: anchor.column },
        row - anchor.row,
        column - anchor.column,
        code,
      )
    );
  }

  private spills(sheetId: string): CellRange[] {
    return Object.entries(this.spillRanges(sheetId)).flatMap(([row, columns]) =>
      Object.keys(columns ?? {}).flatMap((column) => this.spillFrom(sheetId, Number(row), Number(column)) ?? []),
    );
  }

  private spillRanges(
    sheetId: string,
  ): CellMatrix<{ startRow: number; endRow: number; startColumn: number; endColumn: number } | null> {
    const all: IArrayFormulaRangeType = this.model.getArrayFormulaRange();
    return (all[WORKBOOK_ID]?.[sheetId] ?? {}) as CellMatrix<{
      startRow: number;
      endRow: number;
      startColumn: number;
      endColumn: number;
    } | null>;
  }

  private spilled(sheetId: string, row: number, column: number): SpilledCell | undefined {
    return this.model.getArrayFormulaCellData()[WORKBOOK_ID]?.[sheetId]?.[row]?.[column] ?? undefined;
  }

  private raw(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.app.sheet(sheetId).getCellMatrix().getValue(row, column);
  }

  private pendingOf(sheetId: string): Pending {
    let pending = this.pending.get(sheetId);
    if (!pending) this.pending.set(sheetId, (pending = { values: {}, styles: {} }));
    return pending;
  }

  /** A cell that only gets a style keeps its type, which Univer would guess anew. */
  private styledCells(sheetId: string, styles: CellMatrix<IStyleData>): CellMatrix<ICellData> {
    const cells: CellMatrix<ICellData> = {};
    for (const [rowKey, columns] of Object.entries(styles)) {
      const row = Number(rowKey);
      cells[row] = {};
      for (const [columnKey, s] of Object.entries(columns)) {
        const type = this.raw(sheetId, row, Number(columnKey))?.t;
        cells[row][Number(columnKey)] = type ? { s, t: type } : { s };
      }
    }
    return cells;
  }

  /** Rows with a new size of font, newly wrapped text, or new text in wrapped cells. */
  private rowsToFit(sheetId: string, values: CellMatrix<ICellData>, styles: CellMatrix<IStyleData>): Set<number> {
    const rows = new Set<number>();
    for (const [row, columns] of Object.entries(styles)) {
      if (Object.values(columns).some((style) => style.fs !== undefined || style.tb !== undefined))
        rows.add(Number(row));
    }
    const sheet = this.app.sheet(sheetId);
    for (const [row, columns] of Object.entries(values)) {
      const wraps = ([column, cell]: [string, ICellData]) =>
        typeof cell.v === 'string' && sheet.getComposedCellStyle(Number(row), Number(column)).tb === WrapStrategy.WRAP;
      if (!rows.has(Number(row)) && Object.entries(columns).some(wraps)) rows.add(Number(row));
    }
    return rows;
  }

  private writeContents(sheetId: string, cells: CellMatrix<ICellData>): void {
    if (Object.keys(cells).length > 0) this.app.commands.syncExecuteCommand(WRITE_COMMAND, mutation(sheetId, cells));
  }

  /** "Only local" keeps formulas and calculation out of it. */
  private writeStyles(sheetId: string, cells: CellMatrix<ICellData>): void {
    if (Object.keys(cells).length > 0)
      this.app.commands.syncExecuteCommand(SetRangeValuesMutation.id, mutation(sheetId, cells), { onlyLocal: true });
  }

  private makeRoom(sheetId: string, ...matrices: CellMatrix<unknown>[]): void {
    const sheet = this.app.sheet(sheetId);
    let [lastRow, lastColumn] = [0, 0];
    for (const matrix of matrices) {
      for (const [row, columns] of Object.entries(matrix)) {
        lastRow = Math.max(lastRow, Number(row));
        for (const column of Object.keys(columns)) lastColumn = Math.max(lastColumn, Number(column));
      }
    }
    const place = { unitId: WORKBOOK_ID, subUnitId: sheetId };
    if (lastRow >= sheet.getRowCount())
      this.app.commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, {
        ...place,
        rowCount: lastRow + SPARE_ROWS,
      });
    if (lastColumn >= sheet.getColumnCount())
      this.app.commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, {
        ...place,
        columnCount: lastColumn + SPARE_COLUMNS,
      });
  }
}

function mergedStyle(before: IStyleData, style: IStyleData): IStyleData {
  return { ...before, ...style, ...(before.bd && style.bd ? { bd: { ...before.bd, ...style.bd } } : {}) };
}

function mutation(sheetId: string, cells: CellMatrix<ICellData>): ISetRangeValuesMutationParams {
  return { unitId: WORKBOOK_ID, subUnitId: sheetId, cellValue: cells as IObjectMatrixPrimitiveType<ICellData> };
}

/** A leading apostrophe makes text of anything, as in Excel. Text is kept as text even where it looks like a number. */
function cellOf(content: string | number | boolean): ICellData {
  const nothing = { f: null, si: null, p: null };
  if (typeof content === 'number') return { ...nothing, v: content, t: CellValueType.NUMBER };
  if (typeof content === 'boolean') return { ...nothing, v: content ? 1 : 0, t: CellValueType.BOOLEAN };
  if (content === '') return { ...nothing, v: null, t: null };
  if (content.startsWith('=') && content.length > 1) return { ...nothing, f: content, v: null, t: null };
  const text = content.startsWith("'") ? content.slice(1) : content;
  const looksOtherwise = isRealNum(text) || /^(true|false)$/i.test(text);
  return { ...nothing, v: text, t: looksOtherwise ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function valueOf({ v, t }: SpilledCell): number | string | boolean | null {
  if (v === undefined || v === null) return null;
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === '1' || v === 'TRUE';
  if (t === CellValueType.NUMBER && typeof v === 'string') return Number(v);
  return v;
}

/** Lines end as in Excel. */
function plainText(cell: ICellData): string {
  return BuildTextUtils.transform.getPlainText(cell.p?.body?.dataStream ?? '').replaceAll('\r', '\n');
}
