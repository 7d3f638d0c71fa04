/** What the plan puts into cells. */
import { columnName, isFormula, type Content } from '../../../src/workbook/plan/cells';
import type { SheetPlan, WorkbookPlan } from '../../../src/workbook/plan/plan';

/** What the plan puts into a cell; null where nothing stands. */
export function contentAt(sheet: SheetPlan, row: number, column: number): Content {
  for (const block of [...sheet.blocks].reverse()) {
    const content = block.contents[row - block.row]?.[column - block.column];
    if (content !== undefined && content !== null) return content;
  }
  return null;
}

/** A planned table as Excel would hand it to a worksheet function: the header row and the rows below it. */
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

/** Every formula of the plan, with its address. */
export const formulasOf = ({ sheets }: WorkbookPlan): { at: string; text: string }[] =>
  sheets.flatMap((sheet) =>
    sheet.blocks.flatMap(({ row, column, contents }) =>
      contents.flatMap((cells, r) =>
        cells.flatMap((content, c) =>
          isFormula(content)
            ? [{ at: `${sheet.name}!${columnName(column + c)}${row + r + 1}`, text: content.formula }]
            : [],
        ),
      ),
    ),
  );
