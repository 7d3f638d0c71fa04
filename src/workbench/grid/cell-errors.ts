/** Error codes of the engine and of the grid. */
import { ErrorType } from '@univerjs/engine-formula';
import type { CellError } from './grid';

/** The engine has no #BUSY!; this error, which nothing else makes, stands for it. */
export const BUSY = ErrorType.CONNECT;

const ENGINE_CODES: Record<CellError['error'], ErrorType> = {
  '#VALUE!': ErrorType.VALUE,
  '#N/A': ErrorType.NA,
  '#NAME?': ErrorType.NAME,
  '#REF!': ErrorType.REF,
  '#DIV/0!': ErrorType.DIV_BY_ZERO,
  '#NUM!': ErrorType.NUM,
  '#NULL!': ErrorType.NULL,
  '#SPILL!': ErrorType.SPILL,
  '#CALC!': ErrorType.CALC,
  '#BUSY!': BUSY,
};

const GRID_CODES = new Map<string, CellError['error']>(
  Object.entries(ENGINE_CODES).map(([code, engine]) => [engine, code as CellError['error']]),
);
// Excel has no error of its own for a circular reference or a formula that cannot be read.
GRID_CODES.set(ErrorType.CYCLE, '#REF!');
GRID_CODES.set(ErrorType.ERROR, '#VALUE!');

export function engineError({ error }: CellError): ErrorType {
  return ENGINE_CODES[error] ?? ErrorType.VALUE;
}

/** The grid's code for a value of the engine, or undefined if it is no error. */
export function gridError(value: unknown): CellError['error'] | undefined {
  return typeof value === 'string' && value.startsWith('#') ? GRID_CODES.get(value) : undefined;
}
