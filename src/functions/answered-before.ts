/**
 * Answers of functions that take long, as they were last given: Excel asks again whenever it calculates anew, mostly
 * about the same cells. Other functions are answered from the forecast that is remembered of their tables.
 */
import { sameRange } from '../tables/reading/remembered-table';

type Answer = unknown[][];

/** A sheet asks the same of two tables, or of one before a change and after it. */
const REMEMBERED = 2;

/** Arguments that were handed in must not be written to afterwards; an answer may be. */
export class LastAnswers {
  /** The latest first. */
  private readonly known: { args: readonly unknown[]; answer: Answer }[] = [];

  /** @param most answers that are kept */
  constructor(private readonly most: number = REMEMBERED) {}

  to(args: readonly unknown[]): Answer | undefined {
    const at = this.known.findIndex((entry) => sameArguments(entry.args, args));
    if (at < 0) return undefined;
    const [entry] = this.known.splice(at, 1);
    this.known.unshift(entry);
    return copyOf(entry.answer);
  }

  keep(args: readonly unknown[], answer: Answer): Answer {
    this.known.unshift({ args, answer: copyOf(answer) });
    this.known.length = Math.min(this.known.length, this.most);
    return answer;
  }
}

/** The function as it is, but for calls that are its last ones again. */
export function answeredBefore<Args extends unknown[]>(
  calculate: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const last = new LastAnswers();
  return (...args) => last.to(args) ?? last.keep(args, calculate(...args));
}

const copyOf = (answer: Answer): Answer => answer.map((row) => row.slice());

const sameArguments = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => Object.is(one, b[i]) || (isRange(one) && isRange(b[i]) && sameRange(one, b[i])));

const isRange = (argument: unknown): argument is never[][] => Array.isArray(argument) && argument.every(Array.isArray);
