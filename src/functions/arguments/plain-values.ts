/** Arguments as plain values: the one place that knows how Excel wraps what is no number, text or truth value. */
import { cellError } from '../../tables/reading/cell';

/** @param argument a value, or a range of them; what is wrapped in neither way stays as it is */
export function plainValues(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.some(isObject) ? argument.map(plainValues) : argument;
  if (!isObject(argument)) return argument;
  const { type, code, basicType, basicValue } = argument as Wrapped;
  if (type === 'Error' || type === 'CustomFunctionError') return cellError(String(code ?? basicValue));
  // An entity or a number with its format shows what it is beside it.
  return basicType === undefined ? argument : basicType === 'Error' ? cellError(String(basicValue)) : basicValue;
}

interface Wrapped {
  type?: unknown;
  code?: unknown;
  basicType?: unknown;
  basicValue?: unknown;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
