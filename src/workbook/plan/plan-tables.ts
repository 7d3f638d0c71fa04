/** The input tables of a planned workbook, as the model reads them from the sheets once they are built. */
import { MODEL_SCHEMAS, TABLE_KEYS } from '../../tables/schemas/model-tables';
import type { ModelTables, Range } from '../../tables/reading/read-model';
import type { Cell } from '../../tables/reading/cell';
import { isFormula } from './cells';
import type { SheetPlan, TablePlan, WorkbookPlan } from '../plan/plan';

export function planTables({ sheets }: Pick<WorkbookPlan, 'sheets'>): ModelTables {
  const range = (name: string): Range | null => {
    for (const sheet of sheets) {
      const table = sheet.tables.find((candidate) => candidate.name === name);
      if (table) return contents(sheet, table);
    }
    return null;
  };
  return Object.fromEntries(TABLE_KEYS.map((key) => [key, range(MODEL_SCHEMAS[key].name)])) as unknown as ModelTables;
}

/** Cells as later blocks leave them; what Excel has yet to calculate is blank. */
function contents({ blocks }: SheetPlan, { area }: TablePlan): Range {
  const cells: Cell[][] = Array.from({ length: area.rows }, () => new Array<Cell>(area.columns).fill(null));
  for (const block of blocks) {
    block.contents.forEach((row, i) =>
      row.forEach((content, j) => {
        const target = cells[block.row + i - area.row];
        const column = block.column + j - area.column;
        if (target && column >= 0 && column < area.columns) target[column] = isFormula(content) ? null : content;
      }),
    );
  }
  return cells;
}
