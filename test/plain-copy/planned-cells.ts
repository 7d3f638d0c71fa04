/** The cells of a planned workbook as they stand once all blocks are laid down. */
import { isFormula, type Content } from '../../src/workbook/plan/cells';
import type { SheetPlan, SheetsPlan } from '../../src/workbook/plan/plan';

export type Value = string | number | boolean | null;

export interface PlannedSheet {
  name: string;
  /** By row and column, counted from 0; what is missing is blank. */
  cells: Content[][];
}

export const plannedCells = ({ sheets }: SheetsPlan): PlannedSheet[] => sheets.map(cellsOf);

function cellsOf({ name, blocks }: SheetPlan): PlannedSheet {
  const cells: Content[][] = [];
  for (const { row, column, contents } of blocks)
    contents.forEach((line, i) =>
      line.forEach((content, j) => {
        (cells[row + i] ??= [])[column + j] = content;
      }),
    );
  return { name, cells };
}

export const formulasOf = (sheets: readonly PlannedSheet[]): string[] =>
  sheets.flatMap(({ cells }) =>
    cells.flat().flatMap((cell) => (isFormula(cell ?? null) ? [(cell as { formula: string }).formula] : [])),
  );
