import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, call, onPlatform, outcome, PLATFORMS, textOf } from './excel';
import { cases } from '../random-cases';

/** The functions that answer cell by cell, with arguments that give an answer and the plain formula of one cell. */
const CELLWISE: readonly {
  id: string;
  args: readonly { name: string; kind: 'share' | 'number' | 'size'; optional?: boolean }[];
  of: (...values: number[]) => number;
}[] = [
  {
    id: 'REVENUE',
    args: [
      { name: 'activePatients', kind: 'number' },
      { name: 'realizationRate', kind: 'share' },
      { name: 'claimSuccessRate', kind: 'share' },
      { name: 'allowedPppm', kind: 'number' },
    ],
    of: (active, realized, paid, allowed) => active * realized * paid * allowed,
  },
  {
    id: 'BILLABLE',
    args: [
      { name: 'activePatients', kind: 'number' },
      { name: 'realizationRate', kind: 'share' },
    ],
    of: (active, realized) => active * realized,
  },
  {
    id: 'CLAIMSUCCESS',
    args: [
      { name: 'cleanClaimRate', kind: 'share' },
      { name: 'appealRate', kind: 'share', optional: true },
      { name: 'overturnRate', kind: 'share', optional: true },
    ],
    of: (clean, appealed, won) => clean + (1 - clean) * appealed * won,
  },
  { id: 'MONTHLYRATE', args: [{ name: 'annualRate', kind: 'share' }], of: (annual) => 1 - (1 - annual) ** (1 / 12) },
  {
    id: 'STAFFING',
    args: [
      { name: 'patients', kind: 'number' },
      { name: 'patientsPerUnit', kind: 'size' },
      { name: 'minimum', kind: 'number', optional: true },
      { name: 'increment', kind: 'size', optional: true },
    ],
    of: (patients, size, minimum, increment) => Math.max(minimum, Math.ceil(patients / (size * increment)) * increment),
  },
  {
    id: 'PMPM',
    args: [
      { name: 'cost', kind: 'number' },
      { name: 'patients', kind: 'size' },
    ],
    of: (cost, patients) => cost / patients,
  },
];

/** Simple fractions: exact enough that whole units are never a matter of rounding. */
const valueOf = {
  share: fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
  number: fc.integer({ min: 0, max: 4096 }).map((n) => n / 2),
  size: fc.integer({ min: 1, max: 512 }).map((n) => n / 2),
};

const block = <T>(cell: fc.Arbitrary<T>, rows: number, columns: number) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

const side = fc.integer({ min: 1, max: 4 });

describe.each(CELLWISE)('PPPM.$id', ({ id, args, of }) => {
  const near = (actual: unknown, expected: number) =>
    expect(Math.abs((actual as number) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(expected)),
    );

  it('answers each cell of numbers, rows, columns and blocks, repeated along the sides that are 1', () => {
    const inputs = fc
      .tuple(side, side)
      .chain(([rows, columns]) =>
        fc.tuple(
          fc.constant({ rows, columns }),
          ...args.map(({ kind }) =>
            fc
              .tuple(fc.constantFrom(1, rows), fc.constantFrom(1, columns))
              .chain(([r, c]) => block(valueOf[kind], r, c)),
          ),
        ),
      );
    fc.assert(
      fc.property(inputs, ([, ...grids]) => {
        const rows = Math.max(...grids.map((grid) => grid.length));
        const columns = Math.max(...grids.map((grid) => grid[0].length));
        const answer = call(id, ...grids);
        expect(answer.map((row) => row.length)).toEqual(Array(rows).fill(columns));
        answer.forEach((row, r) =>
          row.forEach((cell, c) =>
            near(cell, of(...grids.map((grid) => grid[grid.length === 1 ? 0 : r][grid[0].length === 1 ? 0 : c]))),
          ),
        );
      }),
      { numRuns: cases(60) },
    );
  });

  it('takes a bare number for a range of one cell', () => {
    fc.assert(
      fc.property(fc.tuple(...args.map(({ kind }) => valueOf[kind])), (values) => {
        expect(call(id, ...values)).toEqual(call(id, ...values.map((value) => [[value]])));
      }),
      { numRuns: 20 },
    );
  });

  it('treats an argument left out as null and as undefined alike', () => {
    const optional = args.filter((argument) => argument.optional).length;
    const given = args.slice(0, args.length - optional).map(({ kind }) => (kind === 'share' ? 0.5 : 100));
    const answer = call(id, ...given);
    expect(call(id, ...given, ...Array(optional).fill(null))).toEqual(answer);
    expect(call(id, ...given, ...Array(optional).fill(undefined))).toEqual(answer);
    // Excel passes an invocation object behind the last argument.
    expect(call(id, ...given, ...Array(optional).fill(null), { address: 'Sheet1!A1' })).toEqual(answer);
  });

  const needed = args.filter(({ optional }) => !optional);
  it.each(needed)('asks for $name when it is left out', ({ name }) => {
    const values = args.map((argument) => (argument.name === name ? null : argument.kind === 'share' ? 0.5 : 100));
    expect(textOf(id, ...values)).toMatch(new RegExp(`^${name} is blank; give `));
  });

  it.each(args)(
    'refuses text, TRUE, negative numbers and shares above 1 in $name, and says which cell',
    ({ name, kind }) => {
      const withCell = (cell: unknown) =>
        args.map((argument) =>
          argument.name === name
            ? [[argument.kind === 'share' ? 0.25 : 10, cell, argument.kind === 'share' ? 0.5 : 20]]
            : argument.kind === 'share'
              ? 0.5
              : 100,
        );
      expect(textOf(id, ...withCell('seven'))).toMatch(
        new RegExp(`^${name} is the text “seven” \\(cell 2 of 3\\); give `),
      );
      expect(textOf(id, ...withCell(true))).toMatch(new RegExp(`^${name} is TRUE \\(cell 2 of 3\\); give `));
      if (name !== 'cost')
        expect(textOf(id, ...withCell(-3))).toMatch(new RegExp(`^${name} is -3 \\(cell 2 of 3\\); give `));
      if (kind === 'share') {
        expect(textOf(id, ...withCell(92))).toBe(
          `${name} is 92 (cell 2 of 3); give a share from 0 to 1, e.g. 0.92 or 92%.`,
        );
        expect(textOf(id, ...withCell('62%'))).toBe(
          `${name} is the text “62%”, not a number (cell 2 of 3); give a share from 0 to 1, e.g. 0.62 or 62%.`,
        );
      } else {
        expect(textOf(id, ...withCell('$1,200'))).toBe(
          `${name} is the text “$1,200”, not a number (cell 2 of 3); give a number, e.g. 1200.`,
        );
      }
    },
  );

  it.each(PLATFORMS)('reads a blank cell as 0: $name', ({ blank }) => {
    const excel = onPlatform(blank);
    for (const { name } of args) {
      const values = (cell: unknown) =>
        args.map((argument) =>
          argument.name === name
            ? [[cell, argument.kind === 'share' ? 0.5 : 100]]
            : argument.kind === 'share'
              ? 0.5
              : 100,
        );
      const cells = values(BLANK).map((value) => (Array.isArray(value) ? excel.range(value) : value));
      expect(outcome(id, ...cells)).toEqual(outcome(id, ...values(0)));
    }
  });

  if (args.length > 1) {
    it('refuses ranges whose shapes do not fit, and names both', () => {
      const values = args.map(({ kind }, i) =>
        i === 0
          ? [[10, 20, 30]].map((row) => row.map((cell) => (kind === 'share' ? cell / 100 : cell)))
          : i === 1
            ? [[0.5, 0.5]]
            : kind === 'share'
              ? 0.5
              : 100,
      );
      expect(textOf(id, ...values)).toMatch(
        new RegExp(
          `^${args[0].name} is 1 × 3 and ${args[1].name} is 1 × 2 \\(rows × columns\\); give ranges of the same shape`,
        ),
      );
    });
  }
});

describe('A whole column beside a whole row', () => {
  it('is refused at once, with the shape the answer would have', () => {
    const column = Array.from({ length: 5_000 }, () => [1]);
    const row = [Array(5_000).fill(1)];
    expect(textOf('BILLABLE', column, row)).toBe(
      'The answer would be 5,000 rows × 5,000 columns; at most 200,000 cells are given. Select the filled cells, not whole rows and columns.',
    );
  });
});

describe('A spread out of reach', () => {
  it('is refused by REALIZATION, whether it is a percentage without its sign or beyond all numbers', () => {
    for (const distribution of ['gamma', 'lognormal']) {
      expect(textOf('REALIZATION', 20, 60, 20, distribution)).toBe('cv is 60; give a number from 0 to 10.');
      expect(textOf('REALIZATION', 20, 1e200, 20, distribution)).toBe('cv is 1E+200; give a number from 0 to 10.');
    }
  });

  it.each([
    [10, 2.58, 2.59, 14.1],
    [15, 2.73, 2.74, 14.99],
    [1e-9, 1e-5, 3.17e-5, 1.73e-4],
  ])('is told by DEVICEDAYS for a mean of %d, and what the text says is taken', (mean, spread, least, most) => {
    const [, from, to] = /standard deviation from (\S+) to below (\S+),/.exec(textOf('DEVICEDAYS', mean, spread, 16))!;
    expect(Number(from)).toBe(least);
    expect(Number(to)).toBeGreaterThanOrEqual(most);
    for (const taken of [least, most]) expect(call('DEVICEDAYS', mean, taken, 16)[0][0]).toBeGreaterThanOrEqual(0);
  });
});
