/** What a table takes in by itself: rows typed or pasted below its last one, with its rules, and what was inserted. */
import type { UniverApp } from './univer-app';
import type { Cells } from './cells';
import type { CellRange, GridEvent } from './grid';
import type { Marks } from './marks';
import type { Tables } from './tables';
import type { Validation } from './validation';

export class TableGrowth {
  constructor(
    private readonly app: UniverApp,
    private readonly cells: Cells,
    private readonly tables: Tables,
    private readonly validation: Validation,
    private readonly marks: Marks,
  ) {}

  complete({ type, sheetId, range }: Extract<GridEvent, { source: unknown }>): void {
    if (type === 'rowsInserted') this.tables.fillInserted(sheetId, range);
    else this.grow(sheetId, range);
  }

  /** Validation and conditional formats that end in the row hold in as many rows below it, too. */
  extendRulesDown(sheetId: string, row: Pick<CellRange, 'row' | 'column' | 'columns'>, rows: number): void {
    this.cells.flush();
    this.validation.extendDown(sheetId, row, rows);
    this.marks.extendDown(sheetId, row, rows);
    const table = this.tables.at(sheetId, row.row, row.column);
    if (!table) return;
    const first = table.range.row + 1;
    const data = { ...table.range, row: first, rows: row.row - first + 1 };
    this.validation.lengthenLists(this.app.sheet(sheetId).getName(), data, rows);
  }

  private grow(sheetId: string, range: CellRange): void {
    for (let row = range.row; row < range.row + range.rows; row++) if (!this.growIntoRow(sheetId, row, range)) return;
  }

  private growIntoRow(sheetId: string, row: number, { column: first, columns }: CellRange): boolean {
    let hasGrown = false;
    for (let column = first; column < first + columns; column++) {
      const table = this.tables.growInto(sheetId, row, column);
      if (table) this.extendRulesDown(sheetId, { ...table.range, row: row - 1 }, 1);
      hasGrown ||= table !== undefined;
    }
    return hasGrown;
  }
}
