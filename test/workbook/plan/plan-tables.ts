/** The planned tables as Excel would hand them to a worksheet function: a header row and the rows below it. */
import type { ModelTables } from '../../../src/tables/reading/read-model';
import { isFormula, type Content } from '../../../src/workbook/plan/cells';
import type { SheetPlan, WorkbookPlan } from '../../../src/workbook/plan/plan';

/** What the plan puts into a cell; null where nothing stands. */
export function contentAt(sheet: SheetPlan, row: number, column: number): Content {
  for (const block of [...sheet.blocks].reverse()) {
    const content = block.contents[row - block.row]?.[column - block.column];
    if (content !== undefined && content !== null) return content;
  }
  return null;
}

export function tableRange(plan: WorkbookPlan, name: string): (string | number | boolean | null)[][] {
  for (const sheet of plan.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (!table) continue;
    const { row, column, rows, columns } = table.area;
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => {
        const content = contentAt(sheet, row + r, column + c);
        // Not calculated yet; the only formulas in tables are amounts that codes give, blank or not.
        return isFormula(content) ? null : content;
      }),
    );
  }
  throw new Error(`no table ${name}`);
}

export const modelTables = (plan: WorkbookPlan): ModelTables => ({
  panel: tableRange(plan, 'tblPanel'),
  payerMix: tableRange(plan, 'tblPayerMix'),
  costs: tableRange(plan, 'tblCosts'),
  settings: tableRange(plan, 'tblSettings'),
  scenarios: tableRange(plan, 'tblScenarios'),
  changes: tableRange(plan, 'tblChanges'),
});
