import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionDocs } from '../../src/build/function-docs';
import { answer, CellError, loadFunctions } from './built-functions';
import { readFormula, readResult } from './formula';
import { EXAMPLE_TABLES } from '../../src/build/example-tables';

const docs = functionDocs(join(__dirname, '..', '..', 'src', 'functions'));
const functions = loadFunctions();

async function answerTo(formula: string): Promise<unknown[][]> {
  const { name, args } = readFormula(formula, EXAMPLE_TABLES);
  try {
    return await answer(
      functions,
      name,
      args.map((argument) => argument && argument.map((row) => row.map(({ value }) => value))),
    );
  } catch (error) {
    if (error instanceof CellError) return [[error.code]];
    throw error;
  }
}

describe.each(docs)('The documented examples of $id', ({ id, examples }) => {
  it.each(examples)('$formula gives $result', async ({ formula, result }) => {
    expect(readFormula(formula, EXAMPLE_TABLES).name).toBe(id);
    const { cells, rounded } = readResult(result);
    const actual = await answerTo(formula);
    expect(
      actual.map((row) => row.length),
      'the shape',
    ).toEqual(cells.map((row) => row.length));
    cells.forEach((row, r) =>
      row.forEach(({ value, decimals }, c) => {
        const cell = actual[r][c];
        if (typeof value !== 'number') expect(cell).toBe(value);
        else if (rounded) expect((cell as number).toFixed(decimals)).toBe(value.toFixed(decimals));
        else
          expect(Math.abs((cell as number) - value), `${cell} is not ${value}`).toBeLessThanOrEqual(
            1e-9 * Math.abs(value),
          );
      }),
    );
  });
});

describe('The examples', () => {
  it('cover every function', () => {
    expect(docs.filter(({ examples }) => examples.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('would be caught when wrong', async () => {
    expect(readResult('152.07 (rounded)')).toEqual({ cells: [[{ value: 152.07, decimals: 2 }]], rounded: true });
    expect(await answerTo('=PPPM.REVENUE(100, 80%, 95%, 66)')).not.toEqual([[5017]]);
    expect(await answerTo('=PPPM.REVENUE(100, 80, 95%, 66)')).toEqual([['#VALUE!']]);
    expect(() => readFormula('=PPPM.REVENUE(100, 80%', {})).toThrow('Expected');
  });
});
