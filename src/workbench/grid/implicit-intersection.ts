/**
 * The operator @, which Univer knows before a name and a table's column only: @PPPM.PANEL(…) is the first cell of what
 * the function gives, @A1:A9 the cell in the formula's own row. Excel stores the operator as the function SINGLE.
 */
import type { IRange, Nullable } from '@univerjs/core';
import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { outsideQuotes, REFERENCE } from './formula-text';

const NAME = 'SINGLE';
const FUNCTION = '[A-Za-z_][A-Za-z0-9_.]*\\(';
/** Not within brackets, where @ means the row of a table. */
const OPERATOR = outsideQuotes(`(?<![[\\]])@(?:(${FUNCTION})|(${REFERENCE}))`);

export function withoutIntersectionOperator(formula: string): string {
  if (!formula.includes('@')) return formula;
  OPERATOR.lastIndex = 0;
  for (let found = OPERATOR.exec(formula); found; found = OPERATOR.exec(formula)) {
    const [match, call, reference] = found;
    if (!reference && !call) continue;
    const end = reference ? found.index + match.length : endOfCall(formula, found.index + match.length);
    if (end < 0) return formula;
    const operand = formula.slice(found.index + 1, end);
    formula = `${formula.slice(0, found.index)}${NAME}(${operand})${formula.slice(end)}`;
    OPERATOR.lastIndex = found.index + NAME.length + 1;
  }
  return formula;
}

/** Behind the parenthesis that closes the one before the given place; -1 where none does. */
function endOfCall(formula: string, from: number): number {
  let open = 1;
  for (const { 0: token, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    if (token === '(') open++;
    if (token === ')' && --open === 0) return from + index + 1;
  }
  return -1;
}

export class Single extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super(NAME);
  }

  override calculate(value: BaseValueObject) {
    if (value.isReferenceObject()) return this.ownCell(value as unknown as BaseReferenceObject);
    return value.isArray() ? valueOrZero((value as ArrayValueObject).get(0, 0)) : value;
  }

  private ownCell(reference: BaseReferenceObject): BaseValueObject {
    const { startRow, endRow, startColumn, endColumn }: IRange = reference.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    const isInside = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
    // A block has no single cell in a row.
    if (!isInside || (startRow !== endRow && startColumn !== endColumn))
      return ErrorValueObject.create(ErrorType.VALUE);
    return valueOrZero(reference.toArrayValueObject().get(row - startRow, column - startColumn));
  }
}

/** A blank cell gives 0. */
function valueOrZero(value: Nullable<BaseValueObject>): BaseValueObject {
  return value && !value.isNull() ? value : NumberValueObject.create(0);
}
