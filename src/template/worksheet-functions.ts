/** The add-in's worksheet functions, called as Excel calls them, without Excel. */
import { join } from 'node:path';
import { functionMetadata } from '../build/function-metadata';
import { answering, answeringLater } from '../functions/answering';
import { AT_ONCE } from '../functions/at-once';
import { LATER } from '../functions/later';
import { marshalArguments } from '../workbench/host/function-arguments';
import { functionsOf, type FunctionMetadata, type FunctionsFile } from '../workbench/host/function-metadata';
import type { AddinFunction, CellError, CellValue } from '../workbench/grid/grid';

export const NAMESPACE = 'PPPM';

type Calculate = (...args: unknown[]) => unknown[][] | Promise<unknown[][]>;

/** What the functions throw, or put into a cell, where Excel shows an error with its text. */
class FunctionError extends Error {
  constructor(
    readonly code: CellError['error'],
    message = '',
  ) {
    super(message);
  }
}

export function worksheetFunctions(): AddinFunction[] {
  // Where there is an Excel, or one stands in for it, its errors serve.
  Object.assign(globalThis, {
    CustomFunctions: globalThis.CustomFunctions ?? {
      Error: FunctionError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    },
  });
  const functions = new Map<string, Calculate>([
    ...Object.entries(AT_ONCE).map(([id, calculate]) => [id, answering(id, calculate)] as const),
    ...Object.entries(LATER).map(([id, load]) => [id, answeringLater(id, load)] as const),
  ] as [string, Calculate][]);
  const { metadata, errors } = functionMetadata(join(__dirname, '..', 'functions'), '');
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return functionsOf(metadata as FunctionsFile).map((described) => ({
    name: `${NAMESPACE}.${described.name}`.toUpperCase(),
    description: '',
    parameters: described.parameters.map(({ name, optional, dimensionality, takesErrors }) => ({
      name,
      description: '',
      optional: optional ?? false,
      matrix: dimensionality === 'matrix',
      takesErrors: takesErrors ?? false,
    })),
    call: (args) => call(described, functions.get(described.id)!, args),
  }));
}

async function call(
  described: FunctionMetadata,
  calculate: Calculate,
  args: readonly unknown[],
): Promise<CellValue[][]> {
  // A blank cell is 0, as on Windows and the Mac.
  const given = marshalArguments(described, args, 0);
  if ('error' in given) return [[given.error]];
  try {
    const answer = await calculate(...given.values);
    return answer.map((row) => row.map(cellOf));
  } catch (error) {
    return [[cellOf(error)]];
  }
}

function cellOf(value: unknown): CellValue {
  if (value instanceof CustomFunctions.Error)
    return { error: value.code as string as CellError['error'], text: value.message ?? '' };
  if (value instanceof Error) throw value;
  return value as CellValue;
}
