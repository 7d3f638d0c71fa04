/** The worksheet functions of dist/. */
import { join } from 'node:path';
import { answerOf, callOf, functionsOf, readBuiltFiles, type Calculate } from './bare-context';

export { CellError, type Calculate } from './bare-context';

const built = readBuiltFiles(join(__dirname, '..', '..', 'dist'));

export const { bundle, metadata } = built;

export const loadFunctions = (globals?: Record<string, unknown>): Map<string, Calculate> => functionsOf(built, globals);

export const call = (functions: Map<string, Calculate>, id: string, args: (unknown[][] | null)[]): unknown[][] =>
  callOf(built, functions, id, args);

/** The same of any function, of those that are loaded when first used, too. */
export const answer = (
  functions: Map<string, Calculate>,
  id: string,
  args: (unknown[][] | null)[],
): Promise<unknown[][]> => answerOf(built, functions, id, args);
