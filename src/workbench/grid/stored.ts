/** What a file of Excel's asks of the grid: every look, every rule, and formulas put back with their last values. */
import { CellValueType, type ICellData } from '@univerjs/core';
import type { Cells } from './cells';
import { withTableName } from './formula-text';
import type { CellRange, CellValue, Grid, RestoredFormula, StoredGrid } from './grid';
import type { Sheets } from './sheets';
import type { WorkbookSnapshot } from './snapshots';
import type { Tables } from './tables';
import type { Validation } from './validation';

type CellMatrix<T> = Record<number, Record<number, T>>;

export class Stored implements StoredGrid {
  constructor(
    private readonly grid: Pick<Grid, 'save' | 'load'>,
    private readonly cells: Cells,
    private readonly sheets: Sheets,
    private readonly tables: Tables,
    private readonly validation: Validation,
  ) {}

  usedRange(sheetId: string): CellRange | null {
    return this.cells.usedRange(sheetId, 'styles');
  }

  validations(sheetId: string) {
    return this.validation.all(sheetId);
  }

  isRowFitted(sheetId: string, row: number): boolean {
    return this.sheets.isRowFitted(sheetId, row);
  }

  hideRow(sheetId: string, row: number): void {
    this.sheets.hideRow(sheetId, row);
  }

  calculatedColumns() {
    return this.tables.calculatedColumns();
  }

  restore(formulas: readonly RestoredFormula[], calculatedColumns: readonly [string, [number, string][]][]): void {
    const named = formulas.map((restored) => {
      const table = this.tables.at(restored.sheetId, restored.row, restored.column);
      return table ? { ...restored, formula: withTableName(restored.formula, table.name) } : restored;
    });
    const snapshot = this.grid.save() as { workbook: WorkbookSnapshot };
    this.grid.load({ ...snapshot, workbook: withFormulas(snapshot.workbook, named), calculatedColumns });
  }
}

function withFormulas(snapshot: WorkbookSnapshot, formulas: readonly RestoredFormula[]): WorkbookSnapshot {
  const { workbook } = snapshot;
  const spillRanges: Record<string, CellMatrix<object>> = {};
  const spilledCells: Record<string, CellMatrix<ICellData>> = {};
  for (const { sheetId, row, column, formula, value, spill } of formulas) {
    const cells = (workbook.sheets[sheetId].cellData ??= {}) as CellMatrix<ICellData>;
    put(cells, row, column, { ...cells[row]?.[column], ...valued(value), f: formula });
    if (!spill) continue;
    const [endRow, endColumn] = [row + spill.length - 1, column + spill[0].length - 1];
    put((spillRanges[sheetId] ??= {}), row, column, { startRow: row, startColumn: column, endRow, endColumn });
    const spilled = (spilledCells[sheetId] ??= {});
    spill.forEach((line, r) => line.forEach((held, c) => put(spilled, row + r, column + c, valued(held ?? ''))));
  }
  return { workbook, spillRanges, spilledCells };
}

function put<T>(matrix: CellMatrix<T>, row: number, column: number, held: T): void {
  (matrix[row] ??= {})[column] = held;
}

/** A value as Univer keeps it. */
function valued(value: CellValue): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value === null) return { v: null, t: null };
  return { v: typeof value === 'string' ? value : value.error, t: CellValueType.STRING };
}
