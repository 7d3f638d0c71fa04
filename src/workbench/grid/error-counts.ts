/**
 * SUMPRODUCT(--ISERROR(A1:Z99)), by which a model counts its errors. Univer makes three objects of every cell of the
 * range, blank ones included: two such formulas were four fifths of what all formulas took. Here one function counts,
 * and looks only where the sheet holds something.
 */
import type { ICellData } from '@univerjs/core';
import {
  BaseFunction,
  ERROR_TYPE_SET,
  NumberValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import { outsideQuotes, RANGE } from './formula-text';

/** No name that a user's formula can have: what is typed is taken to another one, which is unknown. */
const NAME = 'COUNTOFERRORS';
const OWN_NAME = outsideQuotes(`${NAME}(?=\\s*\\()`);
const ERROR_COUNT = outsideQuotes(`SUMPRODUCT\\(\\s*--\\s*ISERROR\\(\\s*(${RANGE})\\s*\\)\\s*\\)`);

export function withErrorCounts(formula: string): string {
  const typed = formula.replace(OWN_NAME, (match) => (match.startsWith('"') ? match : `${match}.UNKNOWN`));
  return typed.replace(ERROR_COUNT, (match, range?: string) => (range ? `${NAME}(${range})` : match));
}

interface Matrix {
  getMatrix(): Record<number, Record<number, ICellData | null> | undefined>;
}

/** Where the cells of a reference may be held: results of this pass, and what was there before. */
interface Held {
  getCurrentRuntimeSheetData(): Matrix | undefined;
  getCurrentRuntimeActiveArrayFormulaCellData(): Matrix | undefined;
  getCurrentActiveArrayFormulaCellData(): Matrix | undefined;
  getCurrentActiveSheetData(): { cellData: Matrix } | undefined;
}

export class CountErrors extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super(NAME);
  }

  override calculate(value: BaseValueObject) {
    if (!value.isReferenceObject()) return NumberValueObject.create(value.isError() ? 1 : 0);
    const reference = value as unknown as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    let errors = 0;
    for (let row = startRow; row <= endRow; row++) {
      for (const column of columnsHeld(reference as unknown as Held, row)) {
        if (column < startColumn || column > endColumn) continue;
        const shown = reference.getCellData(row, column)?.v;
        if (typeof shown === 'string' && ERROR_TYPE_SET.has(shown as ErrorType)) errors++;
      }
    }
    return NumberValueObject.create(errors);
  }
}

function columnsHeld(held: Held, row: number): Set<number> {
  const matrices = [
    held.getCurrentRuntimeSheetData(),
    held.getCurrentRuntimeActiveArrayFormulaCellData(),
    held.getCurrentActiveArrayFormulaCellData(),
    held.getCurrentActiveSheetData()?.cellData,
  ];
  return new Set(matrices.flatMap((matrix) => Object.keys(matrix?.getMatrix()[row] ?? {}).map(Number)));
}
