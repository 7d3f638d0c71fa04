import { describe, expect, it } from 'vitest';
import { fingerprintOf, originOf } from '../../src/forecast/fingerprint';
import { cellError, type Cell } from '../../src/tables/reading/cell';
import type { ModelTables } from '../../src/tables/reading/read-model';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';

const TABLES = planTables(planWorkbook(SAMPLE_PRACTICE));
const PRINT = fingerprintOf(TABLES);
const mapped = (change: (cell: Cell, name: string, row: number, column: number) => Cell): ModelTables =>
  Object.fromEntries(
    Object.entries(TABLES).map(([name, range]) => [
      name,
      (range as Cell[][]).map((row, r) => row.map((cell, c) => change(cell, name, r, c))),
    ]),
  ) as unknown as ModelTables;

describe('the fingerprint of the tables', () => {
  it('is six digits and letters', () => expect(PRINT).toMatch(/^[0-9a-z]{6}$/));

  it('is the same however Excel hands blanks and digits over', () => {
    for (const blank of [0, '', null, undefined])
      expect(fingerprintOf(mapped((cell) => (cell === null || cell === '' ? blank : cell)))).toBe(PRINT);
    const fifteen = (cell: Cell) => (typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell);
    expect(fingerprintOf(mapped(fifteen))).toBe(PRINT);
  });

  it('is another one when any cell changes, by a little, to a text, or to an error', () => {
    const prints = new Set([PRINT]);
    let tried = 1;
    for (const [name, range] of Object.entries(TABLES) as [string, Cell[][]][])
      for (let r = 1; r < range.length; r++)
        for (let c = 0; c < range[r].length; c += 3)
          for (const to of [1e-7, 'x', cellError('#N/A')] as Cell[]) {
            const change = (cell: Cell) => (typeof to === 'number' && typeof cell === 'number' ? cell + to : to);
            prints.add(
              fingerprintOf(
                mapped((cell, n, row, column) => (n === name && row === r && column === c ? change(cell) : cell)),
              ),
            );
            tried++;
          }
    expect(prints.size).toBe(tried);
  });

  it('stands in a header with the scenario and the stamp', () => {
    expect(originOf('Expected', '4f7a0c', '8K2F1Q')).toBe('Expected · 4f7a0c-8K2F1Q');
    expect(originOf(null, '4f7a0c', '8K2F1Q')).toBe('No scenario · 4f7a0c-8K2F1Q');
  });
});
