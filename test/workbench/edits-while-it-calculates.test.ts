/**
 * The workbench calculates in slices, between which edits fall. Whatever they are and wherever they fall: once all has
 * settled, every cell shows what a fresh calculation of the same workbook gives.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../random-cases';
import { staleCells, type Content, type Edit, type Step } from './edited-workbook';
import { content, edits } from './edits';

it('leaves no cell stale, whatever is edited between two slices', async () => {
  const contents = fc.array(content, { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(contents, edits, fc.integer(), async (cells, steps, seed) => {
      expect(await staleCells([{ after: 0, edit: { kind: 'write', sheet: 0, cells } }, ...steps], seed)).toEqual([]);
    }),
    { numRuns: cases(200) },
  );
}, 600_000);

/** The last edit comes this many turns after the others: before the calculation, amid it, and after it. */
const TURNS = [0, 1, 2, 3, 4, 6, 10, 40];

async function staleAtAnyTurn(before: readonly Step[], last: Edit, after: readonly Step[] = []): Promise<unknown[]> {
  const stale: unknown[] = [];
  for (const turns of TURNS) stale.push(...(await staleCells([...before, { after: turns, edit: last }, ...after])));
  return stale;
}

const at = (column: number, row: number, content: string | number): Content => ({ row, column, content });
const write = (sheet: number, ...cells: Content[]): Edit => ({ kind: 'write', sheet, cells });
const settled = 100;

describe('an edit while it is found out what the formulas read', () => {
  it('leaves no day on Rates of a start month that was not calculated yet', async () => {
    const build: Step[] = [
      { after: 0, edit: { kind: 'add sheet', name: 'Checks' } },
      { after: 0, edit: { kind: 'name', name: 'StartMonth', formula: '=Checks!C1' } },
      { after: settled, edit: write(1, at(6, 3, '=IF(ISNUMBER(StartMonth),MIN(EOMONTH(StartMonth,0),50000),"")')) },
      { after: 0, edit: write(2, at(2, 0, '=B1'), at(1, 0, '=A1'), at(0, 0, 46388)) },
    ];
    expect(await staleAtAnyTurn(build, write(0, at(0, 0, 'Settings')))).toEqual([]);
  });

  it('does not end the readers of a cell', async () => {
    const sums = Array.from({ length: 6 }, (_, row) => at(1, row, `=A${row + 1}+1`));
    const typed: Step = { after: settled, edit: write(0, at(0, 5, 10)) };
    expect(await staleAtAnyTurn([{ after: 0, edit: write(0, ...sums) }], write(0, at(0, 8, 1)), [typed])).toEqual([]);
  });

  it('loses no change that nothing seemed to read', async () => {
    const others = Array.from({ length: 6 }, (_, row) => at(1, row, '=A9+1'));
    const build: Step[] = [
      { after: 0, edit: write(0, ...others, at(1, 6, '=A1+1')) },
      { after: settled, edit: { kind: 'add table', name: 'tblOne', sheet: 0, row: 0, rows: 2 } },
      { after: 0, edit: write(0, at(0, 0, 1)) },
    ];
    expect(await staleAtAnyTurn(build, write(0, at(0, 12, 1)))).toEqual([]);
  });
});

it('calculates on when functions are registered anew while their answers are awaited', async () => {
  const build: Step[] = [
    { after: 0, edit: write(0, at(0, 0, 1), at(1, 0, '=TEST.DOUBLE(A1)'), at(2, 0, '=B1+A1')) },
    { after: settled, edit: write(0, at(0, 0, 2)) },
  ];
  expect(await staleAtAnyTurn(build, { kind: 'register functions' })).toEqual([]);
});

describe('calculation by hand', () => {
  const build: Step = { after: 0, edit: write(0, at(0, 0, 1), at(1, 0, '=A1+1'), at(2, 0, '=B1+1')) };
  const byHand: Edit = { kind: 'calculate by hand', byHand: true };

  it('that comes in the middle leaves nobody waiting who wanted all to settle', async () => {
    expect(await staleAtAnyTurn([build], byHand)).toEqual([]);
  });

  it('leaves nobody waiting where an edit then stops what was under way', async () => {
    expect(await staleAtAnyTurn([build], byHand, [{ after: 0, edit: write(0, at(0, 0, 3)) }])).toEqual([]);
  });
});

it('gives a formula that stands in the way of a spill its new value', async () => {
  const build: Step[] = [
    { after: 0, edit: write(0, at(1, 5, '=A1'), at(1, 4, '=IFERROR(Day,-1)')) },
    { after: 0, edit: { kind: 'name', name: 'Day', formula: '=Start!$A$1:$A$4' } },
  ];
  expect(await staleAtAnyTurn(build, write(0, at(0, 0, 7)))).toEqual([]);
});

describe('a name', () => {
  const named: Step[] = [
    { after: 0, edit: write(0, at(0, 2, 5), at(1, 0, '=Day+1')) },
    { after: 0, edit: { kind: 'name', name: 'Day', formula: '=Start!A3' } },
  ];

  it('goes with its cell when a row is inserted above, for the formulas that read it', async () => {
    const typed: Step = { after: settled, edit: write(0, at(0, 3, 50)) };
    expect(await staleAtAnyTurn(named, { kind: 'insert row', sheet: 0, row: 1 }, [typed])).toEqual([]);
  });

  it('of a cell whose sheet is deleted stands for #REF!', async () => {
    const elsewhere: Step = { after: 0, edit: { kind: 'name', name: 'Day', formula: '=Rates!A3' } };
    expect(await staleAtAnyTurn([...named, elsewhere], { kind: 'delete sheet', sheet: 1 })).toEqual([]);
  });
});

describe('a sheet that is deleted', () => {
  const own = write(0, at(1, 0, '=Start!A1'), at(0, 0, 1));

  it('takes its tables along, and leaves #REF! elsewhere, also where its formulas name itself', async () => {
    const build: Step[] = [
      { after: 0, edit: own },
      { after: 0, edit: { kind: 'add table', name: 'tblOne', sheet: 0, row: 0, rows: 2 } },
      { after: 0, edit: write(1, at(1, 0, '=SUM(tblOne[Value])'), at(2, 0, '=Start!A1')) },
    ];
    expect(await staleAtAnyTurn(build, { kind: 'delete sheet', sheet: 0 })).toEqual([]);
  });

  it('keeps its name from no other', async () => {
    const build: Step[] = [
      { after: 0, edit: own },
      { after: settled, edit: { kind: 'delete sheet', sheet: 1 } },
    ];
    expect(await staleAtAnyTurn(build, { kind: 'rename sheet', sheet: 0, name: 'Rates' })).toEqual([]);
  });
});
