/**
 * Univer orders formulas by the cells they name, so a formula that reads a spilled cell can run before the
 * spill. The watch compares all spills before and after a pass and names the cells that changed.
 */
import type { IRange, IUnitRange } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';
import { WORKBOOK_ID } from './univer-app';

interface Spill {
  sheetId: string;
  range: IRange;
  values: unknown[];
}

export class SpillWatch {
  private before = new Map<string, Spill>();

  constructor(private readonly model: FormulaDataModel) {}

  reset(): void {
    this.before = this.read();
  }

  /**
   * The spilled cells, anchors apart, that changed since the last call and whose readers may have run before the spill:
   * readers are ordered by the spills there were when the pass began.
   */
  changes(orderedBy: (sheetId: string, row: number, column: number) => IRange | null): IUnitRange[] {
    const now = this.read();
    const changed: IUnitRange[] = [];
    for (const [key, spill] of now) {
      const old = this.before.get(key);
      if (old && sameSpill(old, spill)) continue;
      const ordered = orderedBy(spill.sheetId, spill.range.startRow, spill.range.startColumn);
      if (old && ordered && sameExtent(ordered, spill.range) && sameExtent(old.range, spill.range)) continue;
      changed.push(...cellsWithoutAnchor(spill));
      if (old) changed.push(...cellsWithoutAnchor(old));
    }
    for (const [key, old] of this.before) if (!now.has(key)) changed.push(...cellsWithoutAnchor(old));
    this.before = now;
    return changed;
  }

  private read(): Map<string, Spill> {
    const spills = new Map<string, Spill>();
    const cells = this.model.getArrayFormulaCellData()[WORKBOOK_ID] ?? {};
    for (const [sheetId, rows] of Object.entries(this.model.getArrayFormulaRange()[WORKBOOK_ID] ?? {})) {
      for (const [row, columns] of Object.entries(rows ?? {})) {
        for (const [column, range] of Object.entries((columns ?? {}) as Record<string, IRange | null>)) {
          if (!range) continue;
          const values: unknown[] = [];
          for (let r = range.startRow; r <= range.endRow; r++) {
            for (let c = range.startColumn; c <= range.endColumn; c++) values.push(cells[sheetId]?.[r]?.[c]?.v ?? null);
          }
          spills.set(`${sheetId}|${row}|${column}`, { sheetId, range, values });
        }
      }
    }
    return spills;
  }
}

function sameExtent(a: IRange, b: IRange): boolean {
  return a.endRow === b.endRow && a.endColumn === b.endColumn;
}

function sameSpill(a: Spill, b: Spill): boolean {
  return sameExtent(a.range, b.range) && a.values.every((value, index) => value === b.values[index]);
}

function cellsWithoutAnchor({ sheetId, range }: Spill): IUnitRange[] {
  const { startRow, startColumn, endRow, endColumn } = range;
  const parts: IUnitRange[] = [];
  if (endColumn > startColumn)
    parts.push({
      unitId: WORKBOOK_ID,
      sheetId,
      range: { startRow, endRow: startRow, startColumn: startColumn + 1, endColumn },
    });
  if (endRow > startRow)
    parts.push({ unitId: WORKBOOK_ID, sheetId, range: { startRow: startRow + 1, endRow, startColumn, endColumn } });
  return parts;
}
