/** Every formula of the workbook that stands or falls with the add-in. */
import { areaOf } from './frozen-cells';
import { callsAddin, cellReferences, sheetOf } from './formula-parts';

/** What a sheet holds, from its first cell on. */
export interface SheetContents {
  name: string;
  row: number;
  column: number;
  formulas: readonly (readonly unknown[])[];
  values: readonly (readonly unknown[])[];
}

export interface FoundFormula {
  sheet: string;
  row: number;
  column: number;
  formula: string;
  /** What it shows. */
  value: unknown;
}

/** A text that looks like a formula shows itself. */
export const isCalculated = (content: unknown, value: unknown): content is string =>
  typeof content === 'string' && content.startsWith('=') && content !== value;

export const formulasOf = (sheets: readonly SheetContents[]): FoundFormula[] =>
  sheets.flatMap(({ name, row, column, formulas, values }) =>
    formulas.flatMap((cells, r) =>
      cells.flatMap((formula, c): FoundFormula[] =>
        isCalculated(formula, values[r][c])
          ? [{ sheet: name, row: row + r, column: column + c, formula, value: values[r][c] }]
          : [],
      ),
    ),
  );

/**
 * Those that call the add-in, and those that ask for all that one of these spills (A6#), which no value can answer;
 * and so on.
 */
export function formulasToFreeze(sheets: readonly SheetContents[]): FoundFormula[] {
  const all = formulasOf(sheets);
  const frozen = all.filter(({ formula }) => callsAddin(formula));
  const keyOf = (sheet: string, row: number, column: number) => `${sheet.toLowerCase()}\n${row}\n${column}`;
  const anchors = new Set(frozen.map(({ sheet, row, column }) => keyOf(sheet, row, column)));
  const asking = all
    .filter(({ formula }) => formula.includes('#') && !callsAddin(formula))
    .map((found) => ({
      found,
      asked: cellReferences(found.formula)
        .filter(({ isSpill }) => isSpill)
        .flatMap(({ prefix, cells }) => {
          const cell = areaOf(cells);
          return cell ? [keyOf(prefix ? sheetOf(prefix) : found.sheet, cell.row, cell.column)] : [];
        }),
    }));
  for (let before = -1; before !== frozen.length;) {
    before = frozen.length;
    for (const { found, asked } of asking) {
      const own = keyOf(found.sheet, found.row, found.column);
      if (anchors.has(own) || !asked.some((key) => anchors.has(key))) continue;
      anchors.add(own);
      frozen.push(found);
    }
  }
  return frozen;
}
