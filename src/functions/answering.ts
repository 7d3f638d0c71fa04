/** A worksheet function as Excel calls it: plain values go in, cells or an error with its text come out. */
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { plainValues } from './arguments/plain-values';
import type { SlowFunction } from './later';

export type WorksheetFunction = (...args: never[]) => unknown[][];
type Asked = (...args: never[]) => unknown[][];

export const answering =
  (id: string, calculate: WorksheetFunction): Asked =>
  (...args) => {
    try {
      return cellAnswers(calculate(...plain(args)));
    } catch (error) {
      throw refusal(id, error);
    }
  };

/** The same of a function that has to be loaded first. */
export const answeringLater =
  (id: string, load: () => Promise<SlowFunction>) =>
  async (...args: never[]): Promise<unknown[][]> => {
    try {
      const calculate = await load().catch(() => {
        throw new InputError(messages.notLoaded(id));
      });
      return cellAnswers(await calculate(...plain(args)));
    } catch (error) {
      throw refusal(id, error);
    }
  };

const plain = (args: never[]): never[] => args.map(plainValues) as never[];

/** An answer's cells as Excel takes them; a figure that is not finite would show as a bare #NUM!. */
function cellAnswers(answer: unknown[][]): unknown[][] {
  for (const row of answer) {
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (typeof cell === 'number') {
        if (!Number.isFinite(cell)) row[c] = cellError(new InputError(messages.notFinite()));
      } else if (cell instanceof InputError) row[c] = cellError(cell);
    }
  }
  return answer;
}

/** What the cell shows instead of an answer: an input error with its text; any other error is ours and says so. */
const refusal = (id: string, error: unknown): unknown =>
  error instanceof InputError
    ? cellError(error)
    : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, messages.ourFault(id, error));

const cellError = (error: InputError) =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[error.kind], error.message);
