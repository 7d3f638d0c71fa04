/**
 * Calls the worksheet functions as Excel does: through src/functions/index.ts, with blanks as the platform hands
 * them over, and errors as CustomFunctions.Error.
 */
import type { WorksheetFunction } from '../../src/functions/answering';
import { handedOver } from '../tables/blanks';

export { BLANK, PLATFORMS } from '../tables/blanks';

/** What the add-in throws, or puts into a cell, where Excel shows an error with its text. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
  }
}

type Calculate = (...args: unknown[]) => unknown;
const associated = new Map<string, Calculate>();

Object.assign(globalThis, {
  CustomFunctions: {
    associate: (id: string, calculate: Calculate) => associated.set(id, calculate),
    Error: CellError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
  },
});
await import('../../src/functions/index');
// Loaded here, so that they answer at once as the others do.
const { answering } = await import('../../src/functions/answering');
const { LATER } = await import('../../src/functions/later');
const { simulateAtOnce } = await import('../../src/functions/simulate');
for (const [id, load] of Object.entries(LATER)) {
  const loaded = (id === 'SIMULATE' ? simulateAtOnce : await load()) as WorksheetFunction;
  associated.set(id, answering(id, loaded) as Calculate);
}

export const FUNCTION_IDS: readonly string[] = [...associated.keys()];

/** @throws CellError */
export function call(id: string, ...args: unknown[]): unknown[][] {
  const calculate = associated.get(id);
  if (!calculate) throw new Error(`There is no function ${id}`);
  return calculate(...args) as unknown[][];
}

/** The error of a whole call, or of its only cell. */
export function errorOf(id: string, ...args: unknown[]): CellError {
  let answer: unknown[][];
  try {
    answer = call(id, ...args);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  const [[cell]] = answer;
  if (answer.length === 1 && answer[0].length === 1 && cell instanceof CellError) return cell;
  throw new Error(`PPPM.${id} answered ${JSON.stringify(answer).slice(0, 200)} instead of an error`);
}

export const textOf = (id: string, ...args: unknown[]): string => errorOf(id, ...args).message;

export type Range = readonly (readonly unknown[])[];

/** Calls with arguments as the platform hands them over. */
export const onPlatform = (blank: unknown) => {
  const given = (args: readonly unknown[]) => args.map((argument) => handedOver(argument, blank));
  return {
    call: (id: string, ...args: unknown[]) => call(id, ...given(args)),
    errorOf: (id: string, ...args: unknown[]) => errorOf(id, ...given(args)),
    textOf: (id: string, ...args: unknown[]) => textOf(id, ...given(args)),
    range: (range: Range) => handedOver(range, blank) as unknown[][],
  };
};

/** An answer, or the error in its place, so that two calls can be compared. */
export function outcome(id: string, ...args: unknown[]): unknown {
  const plain = (cell: unknown) => (cell instanceof CellError ? `${cell.code} ${cell.message}` : cell);
  try {
    return call(id, ...args).map((row) => row.map(plain));
  } catch (error) {
    return plain(error);
  }
}
