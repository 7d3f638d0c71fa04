import { expect } from 'vitest';
import { call, CellError } from './excel';

const isCell = (value: unknown) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value instanceof CellError;

/** What every answer and every error must be. @returns whether there was an answer */
export function expectDecent(id: string, args: readonly unknown[]): boolean {
  const decentText = ({ message }: CellError) => {
    expect(message, id).not.toMatch(/undefined|\bNaN\b|\[object|please report|\bnull\b/);
    expect(message.length, id).toBeGreaterThan(10);
    expect(message.length, id).toBeLessThan(255);
    // The advice stands at the end of the sentence.
    expect(message, id).toMatch(/[.?)]$/);
  };
  let answer: unknown[][];
  try {
    answer = call(id, ...args);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    decentText(error);
    return false;
  }
  expect(Array.isArray(answer) && answer.length > 0 && answer[0].length > 0, id).toBe(true);
  for (const row of answer) {
    expect(row.length, id).toBe(answer[0].length);
    for (const value of row) {
      if (!isCell(value)) throw new Error(`PPPM.${id} put ${String(value)} into a cell`);
      if (value instanceof CellError) decentText(value);
    }
  }
  return true;
}
