/** What the engine's tests use of vitest, in a process that runs them thousands of times. */
import { isDeepStrictEqual } from 'node:util';

export interface Test {
  name: string;
  run: () => void;
}

let collected: Test[] = [];
let path: string[] = [];

/** The tests that a file declares while it is evaluated. */
export function testsOf(evaluate: () => void): Test[] {
  collected = [];
  path = [];
  evaluate();
  return collected;
}

const named = (name: string, row: unknown): string => `${name} ${JSON.stringify(row)?.slice(0, 60)}`;

const cases =
  (declare: (name: string, body: () => void) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: (...row: unknown[]) => void): void => {
    for (const row of rows) declare(named(name, row), () => body(...(Array.isArray(row) ? row : [row])));
  };

const it = Object.assign(
  (name: string, run: () => void) => void collected.push({ name: [...path, name].join(' '), run }),
  { each: (rows: readonly unknown[]) => cases(it)(rows) },
);

function group(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}
const describe = Object.assign(group, { each: cases(group) });

/** Fields that hold nothing are as good as absent, and so is the class of an object, as for toEqual. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, plain(entry)]));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value) || value instanceof Set) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, plain(field)]),
  );
}

function throws(call: () => unknown, expected?: RegExp | string | (new (...args: never[]) => Error)): boolean {
  try {
    call();
    return false;
  } catch (error) {
    if (expected === undefined) return true;
    if (typeof expected === 'function') return error instanceof expected;
    const { message } = error as Error;
    return typeof expected === 'string' ? message.includes(expected) : expected.test(message);
  }
}

function expect(actual: unknown, message = '') {
  const number = actual as number;
  const matchers = (wanted: boolean) => {
    const check = (holds: boolean) => {
      if (holds !== wanted) throw new Error(`${message} ${String(actual)}`);
    };
    return {
      toBe: (expected: unknown) => check(Object.is(actual, expected)),
      toEqual: (expected: unknown) => check(isDeepStrictEqual(plain(actual), plain(expected))),
      toMatchObject: (expected: Record<string, unknown>) =>
        check(
          Object.entries(expected).every(([key, value]) => isDeepStrictEqual((actual as typeof expected)[key], value)),
        ),
      toBeCloseTo: (expected: number, digits = 2) =>
        check(number === expected || Math.abs(number - expected) < 10 ** -digits / 2),
      toBeLessThan: (bound: number) => check(number < bound),
      toBeLessThanOrEqual: (bound: number) => check(number <= bound),
      toBeGreaterThan: (bound: number) => check(number > bound),
      toBeGreaterThanOrEqual: (bound: number) => check(number >= bound),
      toHaveLength: (length: number) => check((actual as ArrayLike<unknown>).length === length),
      toBeNull: () => check(actual === null),
      toBeDefined: () => check(actual !== undefined),
      toThrow: (expected?: RegExp | string | (new (...args: never[]) => Error)) =>
        check(throws(actual as () => unknown, expected)),
      toContain: (part: unknown) => check((actual as unknown[]).includes(part)),
      toMatch: (pattern: RegExp | string) =>
        check(typeof pattern === 'string' ? String(actual).includes(pattern) : pattern.test(String(actual))),
    };
  };
  return { ...matchers(true), not: matchers(false) };
}

export const vitest = { describe, it, test: it, expect, vi: { setConfig: () => undefined } };
