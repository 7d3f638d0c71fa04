import type { CellError } from '../grid/grid';
import type { FunctionMetadata, ParameterMetadata } from './function-metadata';

/** What a blank cell becomes on its way to a function: Excel's platforms do not agree. */
export type BlankConvention = 0 | '' | null;

/** The arguments as Office.js passes them on, or the error that Excel shows without calling. */
export function marshalArguments(
  metadata: FunctionMetadata,
  args: readonly unknown[],
  blanks: BlankConvention,
): { values: unknown[] } | { error: CellError } {
  const values: unknown[] = [];
  for (const [i, parameter] of metadata.parameters.entries()) {
    const converted = convert(parameter, args[i], blanks);
    const error = firstError(converted);
    if (error && !parameter.takesErrors) return { error };
    values.push(error ? captured(converted) : converted);
  }
  return { values };
}

function convert(parameter: ParameterMetadata, arg: unknown, blanks: BlankConvention): unknown {
  // An omitted argument is null on every platform.
  if (arg === undefined) return null;
  if (parameter.dimensionality === 'matrix') {
    const rows: unknown[][] = Array.isArray(arg) ? (arg as unknown[][]) : [[arg]];
    return rows.map((row) => row.map((cell) => cell ?? blanks));
  }
  if (Array.isArray(arg)) {
    const rows = arg as unknown[][];
    // A function of one value does not take a range.
    if (rows.length !== 1 || rows[0].length !== 1) return { error: '#VALUE!' };
    return scalar(parameter, rows[0][0], blanks);
  }
  return scalar(parameter, arg, blanks);
}

/** Excel converts a single value to the declared type, or refuses. */
function scalar(parameter: ParameterMetadata, value: unknown, blanks: BlankConvention): unknown {
  if (value === null || value === undefined) return blanks;
  if (typeof value === 'object') return value;
  if (parameter.type === 'number' && typeof value !== 'number') {
    const number = typeof value === 'boolean' ? Number(value) : value === '' ? NaN : Number(value);
    return Number.isNaN(number) ? { error: '#VALUE!' } : number;
  }
  if (parameter.type === 'string' && typeof value !== 'string')
    return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  if (parameter.type === 'boolean' && typeof value !== 'boolean') {
    if (typeof value === 'number') return value !== 0;
    return /^(true|false)$/i.test(String(value)) ? /^true$/i.test(String(value)) : { error: '#VALUE!' };
  }
  return value;
}

function isError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

function firstError(value: unknown): CellError | undefined {
  if (Array.isArray(value)) {
    for (const part of value) {
      const error = firstError(part);
      if (error) return error;
    }
    return undefined;
  }
  return isError(value) ? { error: value.error } : undefined;
}

/** For functions that take errors: Office.js makes CustomFunctions.Error of this. */
function captured(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(captured);
  return isError(value) ? { type: 'CustomFunctionError', code: value.error } : value;
}
