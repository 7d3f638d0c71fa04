/**
 * SUMPRODUCT(--ISERROR(A1:Z99)), by which a model counts its errors, and ISERROR(SUM(A1:Z99)), by which it asks whether
 * there are any. Univer makes three objects of every cell of the range, blank ones included, and adds up in decimals: two
 * such formulas were four fifths of what all formulas took. Here one function counts, and looks only where the sheet
 * holds something. A sum that is too large for a number is an error, too; no cell of a model comes near it.
 */
import {
  BaseFunction,
  ERROR_TYPE_SET,
  NumberValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import { outsideQuotes, RANGE } from './formula-text';
import { cellsOf } from './range-cells';

/** No name that a user's formula can have: what is typed is taken to another one, which is unknown. */
const NAME = 'COUNTOFERRORS';
const OWN_NAME = outsideQuotes(`${NAME}(?=\\s*\\()`);
const ERROR_COUNT = outsideQuotes(`SUMPRODUCT\\(\\s*--\\s*ISERROR\\(\\s*(${RANGE})\\s*\\)\\s*\\)`);
const ANY_ERROR = outsideQuotes(`ISERROR\\(\\s*SUM\\(\\s*(${RANGE})\\s*\\)\\s*\\)`);

export function withErrorCounts(formula: string): string {
  const typed = formula.replace(OWN_NAME, (match) => (match.startsWith('"') ? match : `${match}.UNKNOWN`));
  return typed
    .replace(ERROR_COUNT, (match, range?: string) => (range ? `${NAME}(${range})` : match))
    .replace(ANY_ERROR, (match, range?: string) => (range ? `(${NAME}(${range})>0)` : match));
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
    const cells = cellsOf(reference);
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    let errors = 0;
    for (let row = startRow; row <= endRow; row++) {
      for (const column of cells.columnsHeld(row)) {
        if (column < startColumn || column > endColumn) continue;
        const shown = cells.at(row, column)?.v;
        if (typeof shown === 'string' && ERROR_TYPE_SET.has(shown as ErrorType)) errors++;
      }
    }
    return NumberValueObject.create(errors);
  }
}
