/** Formats laid on cells, whole columns and the whole sheet. */
import { WrapStrategy } from '@univerjs/core';
import { SetColDataMutation, SetWorksheetDefaultStyleMutation } from '@univerjs/sheets';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Cells } from './cells';
import { formatOf, plainStyle, styleAt } from './formats';
import type { CellFormat, CellRange } from './grid';

export class Formatting {
  constructor(
    private readonly app: UniverApp,
    private readonly cells: Cells,
  ) {}

  format(sheetId: string, range: CellRange, format: CellFormat): void {
    const sheet = this.app.sheet(sheetId);
    const plain = plainStyle(format);
    const wholeColumns = range.row === 0 && range.rows >= sheet.getRowCount();
    const wholeRows = range.column === 0 && range.columns >= sheet.getColumnCount();
    if (wholeColumns && !format.borders) {
      this.formatColumns(sheetId, range, plain, wholeRows);
      return;
    }
    const rows = Math.min(range.rows, sheet.getRowCount() - range.row);
    const columns = Math.min(range.columns, sheet.getColumnCount() - range.column);
    for (let row = range.row; row < range.row + Math.max(rows, 1); row++) {
      for (let column = range.column; column < range.column + Math.max(columns, 1); column++)
        this.cells.putStyle(sheetId, row, column, styleAt(format, range, row, column, plain));
    }
  }

  read(sheetId: string, row: number, column: number): CellFormat {
    return formatOf(this.cells.style(sheetId, row, column));
  }

  /** Univer draws a cell with a list by the cell's own style alone, and wraps it unless told not to. */
  styleListCells(sheetId: string, range: CellRange): void {
    const sheet = this.app.sheet(sheetId);
    for (let row = range.row; row < Math.min(range.row + range.rows, sheet.getRowCount()); row++) {
      for (let column = range.column; column < range.column + range.columns; column++) {
        const { ff, fs, tb = WrapStrategy.CLIP } = this.cells.style(sheetId, row, column);
        this.cells.putStyle(sheetId, row, column, { ff, fs, tb });
      }
    }
  }

  private formatColumns(
    sheetId: string,
    range: CellRange,
    style: ReturnType<typeof plainStyle>,
    wholeSheet: boolean,
  ): void {
    this.cells.flush();
    const sheet = this.app.sheet(sheetId);
    const place = { unitId: WORKBOOK_ID, subUnitId: sheetId };
    const known = (held: unknown) => (held && typeof held === 'object' ? held : {});
    if (wholeSheet) {
      this.app.commands.syncExecuteCommand(SetWorksheetDefaultStyleMutation.id, {
        ...place,
        defaultStyle: { ...known(sheet.getDefaultCellStyle()), ...style },
      });
    } else {
      const columnData: Record<number, object> = {};
      for (let column = range.column; column < range.column + range.columns; column++) {
        const before = sheet.getColumnManager().getColumn(column);
        columnData[column] = { ...before, s: { ...known(before?.s), ...style } };
      }
      this.app.commands.syncExecuteCommand(SetColDataMutation.id, { ...place, columnData });
    }
    this.cells.forEachHeld(sheetId, range, (row, column, cell) => {
      if (cell.s) this.cells.putStyle(sheetId, row, column, style);
    });
  }
}
