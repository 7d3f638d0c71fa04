/**
 * A second calculator for the native formulas of a workbook: IronCalc, whose engine shares nothing with the grid's. It
 * knows no tables and no functions of ours, so those arrive as plain ranges and as values.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import {
  ERROR_FORMULAS,
  isNative,
  type Answer,
  type CalculatedSheet,
  type CalculatedWorkbook,
  type Value,
} from './calculated-workbook';
import { columnName, plainReferences } from './plain-references';

const wasm = createRequire(__filename)
  .resolve('@ironcalc/wasm')
  .replace(/wasm\.js$/, 'wasm_bg.wasm');
let isLoaded = false;

/**
 * What IronCalc 0.8.4 cannot work out, or gets wrong: TRIM and ERROR.TYPE of a range, and texts taken apart over one.
 * Such formulas stand as the values they had.
 */
const BEYOND_IT: readonly RegExp[] = [/TRIM\(\w+\[/, /UNICODE\(/, /ERROR\.TYPE\([^()]*:/];

/** Whether a formula is calculated here; calls of the add-in stand as the values they gave, too. */
export const isCalculated = (formula: string | null): formula is string =>
  isNative(formula) && !BEYOND_IT.some((beyond) => beyond.test(formula));

/** Every cell of every formula that is calculated: what this calculator says, beside what the workbook says. */
export function recalculate(workbook: CalculatedWorkbook): Answer[] {
  if (!isLoaded) initSync({ module: readFileSync(wasm) });
  isLoaded = true;
  const model = new Model('workbook', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  workbook.sheets.forEach(({ name }, sheet) => {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, name);
  });
  for (const [name, area] of Object.entries(workbook.names)) model.newDefinedName(name, null, area);
  const answers: Answer[] = [];
  const read: (() => void)[] = [];
  workbook.sheets.forEach(({ name, cells }, sheet) =>
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (!cell) return;
        if (!isCalculated(cell.formula)) {
          if (cell.value !== '' && !isInSpill(cells, r, c)) model.setUserInput(sheet, r + 1, c + 1, typed(cell.value));
          return;
        }
        const formula = inItsWords(plainReferences(cell.formula, workbook.tables, { sheet: name, row: r }));
        if (cell.rows * cell.columns > 1)
          model.setUserArrayFormula(sheet, r + 1, c + 1, cell.columns, cell.rows, formula);
        else model.setUserInput(sheet, r + 1, c + 1, formula);
        for (let down = 0; down < cell.rows; down++)
          for (let right = 0; right < cell.columns; right++) {
            const expected = cells[r + down]?.[c + right]?.value ?? '';
            read.push(() =>
              answers.push({
                at: `${name}!${columnName(c + right)}${r + down + 1}`,
                formula: cell.formula!,
                value: valueAt(model, sheet, r + down, c + right),
                expected,
              }),
            );
          }
      }),
    ),
  );
  model.resumeEvaluation();
  model.evaluate();
  // Numbers are read as they are shown: dates and shares as plain numbers, with fifteen digits.
  workbook.sheets.forEach(({ cells }, sheet) =>
    model.updateRangeStyle(
      { sheet, row: 1, column: 1, height: cells.length, width: Math.max(1, ...cells.map((row) => row.length)) },
      'num_fmt',
      'General',
    ),
  );
  for (const each of read) each();
  model.free();
  return answers;
}

/**
 * IronCalc 0.8.4 takes -- away, also where it makes numbers of truth values, and asks ISERROR of the first cell of a
 * range only, and EXACT and LOWER of none: all are said in other words.
 */
const inItsWords = (formula: string): string =>
  formula
    .replace(/EXACT\(LOWER\(([^()]+)\),LOWER\(([^()]+)\)\)/g, '($1=$2)')
    .replace(/--ISERROR\(([^()]+)\)/g, '1*(IFERROR($1&"","§")="§")')
    .replace(/--(?=[A-Z(])/g, '1*');

/** Whether a native formula spills there. */
const isInSpill = (cells: CalculatedSheet['cells'], row: number, column: number): boolean =>
  cells
    .slice(0, row + 1)
    .some((line, r) =>
      line
        .slice(0, column + 1)
        .some((cell, c) => cell && isCalculated(cell.formula) && r + cell.rows > row && c + cell.columns > column),
    );

const typed = (value: Value): string => {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return ERROR_FORMULAS[value] ?? `'${value}`;
};

const TEXT = 2;
const TRUTH = 4;
const NUMBER = 1;

function valueAt(model: Model, sheet: number, row: number, column: number): Value {
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  const type = model.getCellType(sheet, row + 1, column + 1);
  if (type === NUMBER && shown !== '') return Number(shown);
  if (type === TRUTH) return shown === 'TRUE';
  if (type === TEXT) return shown;
  return shown;
}
