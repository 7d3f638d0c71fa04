/**
 * How long formulas run, or are read, at one go, before keys, the wheel and the painter have their turn. Univer counts
 * formulas; a hundred of one kind take as long as one of another, so what counts here is time.
 */
import { requestImmediateMacroTask } from '@univerjs/core';

/** Milliseconds, well below a frame. */
const SLICE = 12;

/**
 * What Univer divides the number of the formula by: it lets others have their turn where nothing is left over. By 1
 * nothing ever is; by infinity something always is, but at the first.
 */
export function formulasAtOneGo(now: () => number = () => performance.now()): number {
  let since = -Infinity;
  let isTurnOfOthers = false;
  const divisor = {
    valueOf() {
      if (isTurnOfOthers) since = now();
      isTurnOfOthers = now() - since > SLICE;
      return isTurnOfOthers ? 1 : Infinity;
    },
  };
  return divisor as unknown as number;
}

/** The channel that is waited for is closed afterwards: an open one keeps Node from ending. */
const others = () =>
  new Promise<void>((resolve) => {
    const close = requestImmediateMacroTask(() => {
      close();
      resolve();
    });
  });

/** Waits for the others where their turn has come, counted from now on. */
export function turnsOfOthers(now: () => number = () => performance.now(), wait = others): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since <= SLICE) return;
    await wait();
    since = now();
  };
}
