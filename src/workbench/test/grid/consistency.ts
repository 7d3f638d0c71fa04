/**
 * Random sheets of formulas that spill, read spills and call the add-in, edited at random: after every edit the grid
 * must show what it shows when the same cells are put into an empty sheet.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

interface Difference {
  seed: number;
  step: number;
  cell: string;
  formula: unknown;
  edited: unknown;
  fresh: unknown;
}

export function describeConsistency(page: () => Page): void {
  describe('calculation after edits', () => {
    it.each([11, 23, 37])('agrees with a fresh sheet, seed %i', async (seed) => {
      const differences = await page().evaluate(compareEditedWithFresh, { seed, rows: 26, edits: 6 });
      expect(differences).toEqual([]);
    });

    it('follows cells that are named by text, beside formulas and after them', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at, blank } = window;
        grid.load(blank);
        const sheet = grid.sheets()[0].id;
        const found: unknown[] = [];
        const put = async (address: string, content: string | number) => {
          grid.write(sheet, at(address), [[content]], 'user');
          await grid.settled();
          found.push(grid.readValues(sheet, at('D1:F1'))[0]);
        };
        grid.write(sheet, at('A1:B1'), [[1, 'A1']], 'addin');
        grid.write(sheet, at('D1:F1'), [['=INDIRECT(B1)*10', '=D1+1', '=SUM(OFFSET(A1,0,0,2,1))']], 'addin');
        await grid.settled();
        await put('A1', 2);
        await put('A2', 5);
        await put('B1', 'A2');
        await put('A2', 7);
        await put('D1', '=A2');
        await put('F1', '=E1*2');
        await put('A2', 9);
        return found;
      });
      expect(seen).toEqual([
        [20, 21, 2],
        [20, 21, 7],
        [50, 51, 7],
        [70, 71, 9],
        [7, 8, 9],
        [7, 8, 16],
        [9, 10, 20],
      ]);
    });
  });
}

async function compareEditedWithFresh({
  seed,
  rows,
  edits,
}: {
  seed: number;
  rows: number;
  edits: number;
}): Promise<Difference[]> {
  const { grid, blank, at } = window;
  let state = seed;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below) % below;
  };
  const area = at('A1:P40');
  const formula = (row: number) => {
    const above = () => random(Math.max(1, row)) + 1;
    const input = () => `H${1 + random(6)}`;
    const line = (last: string) => {
      const r = above();
      return `A${r}:${last}${r}`;
    };
    const makers = [
      () => `=PPPM.GROW(${input()},${input()})`,
      () => `=PPPM.TOTAL(${line('F')})`,
      () => `=IFERROR(PPPM.TIMES(A${above()}#,2),-3)`,
      () => `=A${above()}+1`,
      () => `=SUM(${line('F')})`,
      () => `=IFERROR(SUM(A${above()}#),-1)`,
      () => `=IFERROR(A${above()}#*2,-2)`,
      () => `=SCAN(0,${line('D')},LAMBDA(a,b,a+b))`,
      () => {
        const range = line('E');
        return `=IFERROR(FILTER(${range},${range}>2),"none")`;
      },
      () => `=COUNTIF(${line('F')},">3")`,
      () => `=SEQUENCE(1,1+MOD(${input()},4))`,
      () => {
        const range = line('E');
        return `=IFERROR(XLOOKUP(${input()},${range},${range}),0)`;
      },
      () => `=IFERROR(INDEX(${line('F')},${input()}),-4)`,
      () => `=B${above()}+C${above()}`,
      () => `=LET(x,${line('C')},SUMPRODUCT(x,x))`,
      () => `=MAX(${line('F')})`,
    ];
    return makers[random(makers.length)]();
  };

  type Cells = Map<string, string | number>;
  const cells: Cells = new Map();
  for (let row = 0; row < 6; row++) cells.set(`${row},7`, 1 + random(6));
  for (let row = 0; row < rows; row++) cells.set(`${row},0`, row < 2 ? 1 + random(5) : formula(row));

  const put = async (sheet: string, contents: Iterable<[string, string | number]>) => {
    grid.batch(() => {
      for (const [key, content] of contents) {
        const [row, column] = key.split(',').map(Number);
        grid.write(sheet, { row, column, rows: 1, columns: 1 }, [[content]], 'user');
      }
    });
    await grid.settled();
  };
  grid.load(blank);
  const sheet = grid.sheets()[0].id;
  await put(sheet, cells);
  const history: { cells: Cells; values: unknown[][] }[] = [
    { cells: new Map(cells), values: grid.readValues(sheet, area) },
  ];
  for (let edit = 0; edit < edits; edit++) {
    let key = `${random(6)},7`;
    let content: string | number = 1 + random(6);
    if (random(4) === 2) {
      // A number in the way of a spill, or out of it again.
      key = `${5 + random(15)},${1 + random(3)}`;
      if (cells.has(key)) content = '';
    } else if (random(4) === 3) {
      const row = 3 + random(rows - 4);
      key = `${row},0`;
      content = formula(row);
    }
    if (content === '') cells.delete(key);
    else cells.set(key, content);
    await put(sheet, [[key, content]]);
    history.push({ cells: new Map(cells), values: grid.readValues(sheet, area) });
  }

  const differences: Difference[] = [];
  const shown = (value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value === '' ? null : value;
  for (const [step, moment] of history.entries()) {
    const another = grid.addSheet('Fresh');
    await put(another, moment.cells);
    grid.readValues(another, area).forEach((row, r) =>
      row.forEach((fresh, c) => {
        const edited = moment.values[r][c];
        if (JSON.stringify(shown(fresh)) !== JSON.stringify(shown(edited)))
          differences.push({
            seed,
            step,
            cell: `${String.fromCharCode(65 + c)}${r + 1}`,
            formula: moment.cells.get(`${r},0`),
            edited,
            fresh,
          });
      }),
    );
    grid.deleteSheet(another);
  }
  return differences.slice(0, 10);
}
