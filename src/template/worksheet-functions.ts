/** The add-in's worksheet functions, called as Excel calls them, without Excel. */
import { join } from 'node:path';
import { functionMetadata } from '../build/function-metadata';
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

export async function worksheetFunctions(): Promise<AddinFunction[]> {
  const associated = new Map<string, Calculate>();
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, calculate: Calculate) => associated.set(id, calculate),
      Error: FunctionError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
    },
  });
  await import('../functions/index');
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
    call: (args) => call(described, associated.get(described.id)!, args),
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
  if (value instanceof FunctionError) return { error: value.code, text: value.message };
  if (value instanceof Error) throw value;
  return value as CellValue;
}
