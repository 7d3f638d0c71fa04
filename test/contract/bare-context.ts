/** Worksheet functions from a folder of built files, run as Excel's JavaScript-only runtime would: nothing but CustomFunctions around them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, createContext, runInContext } from 'node:vm';
import type { FunctionMetadata } from '../../src/build/function-metadata';

export interface BuiltFiles {
  /** Where functions.js lies, and beside it the files that it loads later. */
  folder: string;
  bundle: string;
  metadata: FunctionMetadata;
}

export const readBuiltFiles = (dist: string): BuiltFiles => ({
  folder: dist,
  bundle: readFileSync(join(dist, 'functions.js'), 'utf8'),
  metadata: JSON.parse(readFileSync(join(dist, 'functions.json'), 'utf8')),
});

/** What the add-in throws where Excel shows an error with a text. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
  }
}

export type Calculate = (...args: unknown[]) => unknown;

/** What the bundle associates, by function id. `globals` are put beside CustomFunctions. */
export function functionsOf(
  { folder, bundle }: BuiltFiles,
  globals: Record<string, unknown> = {},
): Map<string, Calculate> {
  const associated = new Map<string, Calculate>();
  const CustomFunctions = {
    associate: (id: string, calculate: Calculate) => associated.set(id, calculate),
    Error: CellError,
    ErrorCode: {
      invalidValue: '#VALUE!',
      notAvailable: '#N/A',
      divisionByZero: '#DIV/0!',
      invalidNumber: '#NUM!',
      nullReference: '#NULL!',
      invalidName: '#NAME?',
      invalidReference: '#REF!',
    },
  };
  runInContext(bundle, createContext({ CustomFunctions, ...globals }), {
    filename: join(folder, 'functions.js'),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return associated;
}

type Argument = unknown[][] | null;

/** Calls a function the way Excel does: a range as rows of cells, a single value bare, an omitted argument as null. */
export function callOf(
  built: BuiltFiles,
  functions: Map<string, Calculate>,
  id: string,
  args: readonly Argument[],
): unknown[][] {
  const answer = called(built, functions, id, args);
  if (answer instanceof Promise) throw new Error(`${id} answers later: wait for answerOf`);
  return asRange(answer);
}

/** The same of any function, of those that are loaded when first used, too. */
export const answerOf = async (
  built: BuiltFiles,
  functions: Map<string, Calculate>,
  id: string,
  args: readonly Argument[],
): Promise<unknown[][]> => asRange(await called(built, functions, id, args));

function called({ metadata }: BuiltFiles, functions: Map<string, Calculate>, id: string, args: readonly Argument[]) {
  const calculate = functions.get(id);
  const parameters = metadata.functions.find((candidate) => candidate.id === id)?.parameters;
  if (!calculate || !parameters) throw new Error(`There is no function ${id}`);
  if (args.length > parameters.length)
    throw new Error(`${id} takes ${parameters.length} arguments, not ${args.length}`);
  return calculate(
    ...parameters.map(({ dimensionality }, i) => {
      const argument = args[i] ?? null;
      return argument === null || dimensionality === 'matrix' ? argument : argument[0][0];
    }),
  );
}

const asRange = (answer: unknown): unknown[][] => (Array.isArray(answer) ? (answer as unknown[][]) : [[answer]]);
