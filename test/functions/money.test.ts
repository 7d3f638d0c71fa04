import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../tables/cpu-time';
import { BLANK, call, CellError, errorOf, onPlatform, PLATFORMS, textOf } from './excel';

const dollars = fc.double({ min: 0, max: 1e6, noNaN: true });
const row = (answer: unknown[][]) => answer[0] as number[];
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('PPPM.CASH', () => {
  const revenue = fc.array(dollars, { minLength: 1, maxLength: 24 });

  it('collects all revenue, and no more, once the days to pay are over', () => {
    fc.assert(
      fc.property(revenue, fc.oneof(fc.constant(0), fc.double({ min: 1, max: 360, noNaN: true })), (earned, days) => {
        const cash = row(call('CASH', [[...earned, ...Array(14).fill(0)]], days));
        expect(Math.abs(total(cash) - total(earned))).toBeLessThanOrEqual(1e-9 * Math.max(1, total(earned)));
      }),
    );
  });

  it('never collects more than was earned so far', () => {
    fc.assert(
      fc.property(revenue, fc.double({ min: 1, max: 400, noNaN: true }), (earned, days) => {
        let owed = 0;
        row(call('CASH', [earned], days)).forEach((received, t) => {
          owed += earned[t] - received;
          expect(owed).toBeGreaterThanOrEqual(-1e-6);
        });
      }),
    );
  });

  it('spreads revenue by a pattern, and keeps to its total', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 6 })
      .filter((weights) => total(weights) > 0);
    fc.assert(
      fc.property(revenue, shares, fc.double({ min: 0, max: 1, noNaN: true }), (earned, weights, collected) => {
        const pattern = weights.map((weight) => (weight / total(weights)) * collected);
        const cash = row(call('CASH', [[...earned, ...Array(6).fill(0)]], [pattern]));
        cash.forEach((received, t) => {
          const expected = pattern.reduce((sum, share, lag) => sum + share * (earned[t - lag] ?? 0), 0);
          expect(Math.abs(received - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
        });
        expect(Math.abs(total(cash) - collected * total(earned))).toBeLessThanOrEqual(
          1e-9 * Math.max(1, total(earned)),
        );
      }),
    );
  });

  it('takes a column of months, a block with a row a payer, and a pattern that runs down', () => {
    expect(call('CASH', [[100], [200], [0]], [[0.2], [0.5]])).toEqual([[20], [90], [100]]);
    expect(
      call(
        'CASH',
        [
          [100, 0],
          [0, 100],
        ],
        30,
      ),
    ).toEqual([
      [0, 100],
      [0, 0],
    ]);
  });

  it.each(PLATFORMS)('collects in the month of service when days to pay are blank: $name', ({ blank }) => {
    expect(onPlatform(blank).call('CASH', [[100, BLANK, 50]], [[BLANK]])).toEqual([[100, 0, 50]]);
    expect(onPlatform(blank).call('CASH', [[100, 100]], [[0.5, 0.25, BLANK, BLANK]])).toEqual([[50, 75]]);
  });

  it('refuses one share for days, patterns above 1, and more days than a claim lives', () => {
    expect(textOf('CASH', [[100]], 0.9)).toBe(
      'pattern is 0.9: one number is days to pay, e.g. 45; for shares give two cells or more, e.g. {0.9,0.1}.',
    );
    expect(textOf('CASH', [[100]], [[0.6, 0.6]])).toBe(
      'pattern adds to 1.2; the shares collected 0, 1, 2 … months later add to at most 1, e.g. {0.2,0.5,0.25}.',
    );
    expect(textOf('CASH', [[100]], [[20, 50, 30]])).toBe(
      'pattern is 20 (cell 1 of 3); give a share from 0 to 1, e.g. 0.2 or 20%.',
    );
    expect(textOf('CASH', [[100]], 1001)).toBe('pattern is 1,001; give a number from 0 to 1,000.');
    expect(textOf('CASH', [[100]], null)).toMatch(/^pattern is blank; give /);
  });

  it('is quick for a whole column of revenue with a whole column of pattern, most of it blank', () => {
    const revenueColumn = Array.from({ length: 200_000 }, (_, i) => [i < 36 ? 100 : '']);
    const patternColumn = Array.from({ length: 200_000 }, (_, i) => [i < 3 ? 0.3 : '']);
    expect(cpuTime(() => call('CASH', revenueColumn, patternColumn))).toBeLessThan(1_000);
    expect(textOf('CASH', [[100]], [Array(200).fill(0.001)])).toBe(
      'pattern reaches over 200 months; give at most 120 cells, or the days to pay as one number.',
    );
  });
});

describe('PPPM.PAYERMIX', () => {
  const mix = fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 })
    .filter((weights) => total(weights) > 0)
    .map((weights) => weights.map((weight) => weight / total(weights)));

  it('lies between the least and the largest amount', () => {
    fc.assert(
      fc.property(
        mix.chain((shares) =>
          fc.tuple(fc.constant(shares), fc.array(dollars, { minLength: shares.length, maxLength: shares.length })),
        ),
        ([shares, amounts]) => {
          const [[blended]] = call(
            'PAYERMIX',
            shares.map((share) => [share]),
            amounts.map((amount) => [amount]),
          ) as number[][];
          expect(blended).toBeGreaterThanOrEqual(Math.min(...amounts) * (1 - 1e-12));
          expect(blended).toBeLessThanOrEqual(Math.max(...amounts) * (1 + 1e-12));
          expect(call('PAYERMIX', [shares], [amounts])).toEqual([[blended]]);
        },
      ),
    );
  });

  it('blends column by column, or row by row when the shares are a row', () => {
    expect(
      call(
        'PAYERMIX',
        [[0.5], [0.5]],
        [
          [10, 20],
          [30, 40],
        ],
      ),
    ).toEqual([[20, 30]]);
    expect(
      call(
        'PAYERMIX',
        [[0.5, 0.5]],
        [
          [10, 30],
          [20, 40],
        ],
      ),
    ).toEqual([[20], [30]]);
    expect(
      call(
        'PAYERMIX',
        [
          [0.5, 1],
          [0.5, 0],
        ],
        [[10], [30]],
      ),
    ).toEqual([[20, 10]]);
    expect(call('PAYERMIX', [[0.25], [0.75]], 66)).toEqual([[66]]);
    expect(call('PAYERMIX', 1, [[66, 70]])).toEqual([[66, 70]]);
  });

  it('refuses a row beside a column: every share would meet every amount', () => {
    expect(textOf('PAYERMIX', [[0.6, 0.4]], [[60], [50]])).toBe(
      'shares is a row and amounts is a column; give both as rows or both as columns.',
    );
    expect(textOf('PAYERMIX', [[0.6], [0.4]], [[60, 50]])).toBe(
      'amounts is a row and shares is a column; give both as rows or both as columns.',
    );
  });

  it('refuses shares that do not add to 1, and says what is missing', () => {
    expect(textOf('PAYERMIX', [[0.5], [0.4]], [[60], [50]])).toBe(
      'shares add to 0.9; they must add to 1 (100%): add 0.1.',
    );
    expect(textOf('PAYERMIX', [[0.5], [0.6]], [[60], [50]])).toBe(
      'shares add to 1.1; they must add to 1 (100%): take away 0.1.',
    );
    expect(textOf('PAYERMIX', [[60], [40]], [[60], [50]])).toBe(
      'shares is 60 (cell 1 of 2); give a share from 0 to 1, e.g. 0.6 or 60%.',
    );
    expect(call('PAYERMIX', [[0.333333], [0.333333], [0.333334]], [[30], [30], [30]])[0][0]).toBeCloseTo(30, 9);
  });
});

describe('PPPM.STAFFING', () => {
  it('gives whole steps that are enough, the last one needed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(1, 0.5, 0.25, 2),
        (patients, size, step) => {
          const [[units]] = call('STAFFING', patients, size, null, step) as number[][];
          expect(units / step).toBe(Math.round(units / step));
          expect(units * size).toBeGreaterThanOrEqual(patients);
          expect((units - step) * size).toBeLessThan(Math.max(1, patients));
        },
      ),
    );
  });

  it('buys no unit for the rounding of a sum', () => {
    expect(call('STAFFING', 0.1 + 0.2, 0.3)).toEqual([[1]]);
    expect(call('STAFFING', 1e-14, 150)).toEqual([[0]]);
    expect(call('STAFFING', 150.001, 150)).toEqual([[2]]);
  });

  it.each(PLATFORMS)('needs patients per unit above 0, and names the cell: $name', ({ blank }) => {
    expect(onPlatform(blank).textOf('STAFFING', 100, [[150, BLANK]])).toBe(
      'patientsPerUnit is blank or 0 (cell 2 of 2); give a number above 0, e.g. 150.',
    );
    expect(onPlatform(blank).call('STAFFING', [[100, BLANK]], 150, BLANK, BLANK)).toEqual([[1, 0]]);
  });
});

describe('PPPM.STEPCOST', () => {
  const tiers = [
    [500, 6000],
    [0, 1000],
    [100, 1800],
  ];

  it('is the cost of the highest tier that the volume reaches, whatever the order of the tiers', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 2000 }),
        (starts, volume) => {
          const table = starts.map((from) => [from, from * 3 + 7]);
          const reached = starts.filter((from) => from <= volume);
          if (reached.length === 0) expect(errorOf('STEPCOST', volume, table).code).toBe('#N/A');
          else expect(call('STEPCOST', volume, table)).toEqual([[Math.max(...reached) * 3 + 7]]);
        },
      ),
    );
    expect(
      call(
        'STEPCOST',
        [
          [99, 100],
          [499, 500],
        ],
        tiers,
      ),
    ).toEqual([
      [1000, 1800],
      [1800, 6000],
    ]);
  });

  it('puts #N/A only into the cell whose volume lies below the first tier', () => {
    const [[low, enough]] = call('STEPCOST', [[50, 150]], [[100, 1800]]);
    expect(enough).toBe(1800);
    expect(low).toBeInstanceOf(CellError);
    expect((low as CellError).code).toBe('#N/A');
    expect((low as CellError).message).toBe(
      'volume is 50, below the first tier, which starts at 100; add a tier from 0.',
    );
  });

  it.each(PLATFORMS)('skips blank rows below the tiers, and reads a blank start as 0: $name', ({ blank }) => {
    expect(
      onPlatform(blank).call(
        'STEPCOST',
        [[50, 150]],
        [
          [BLANK, 1000],
          [100, 1800],
          [BLANK, BLANK],
          [BLANK, BLANK],
        ],
      ),
    ).toEqual([[1000, 1800]]);
  });

  it('refuses tiers that start twice, have text or other than two columns', () => {
    expect(
      textOf('STEPCOST', 50, [
        [0, 1],
        [0, 2],
      ]),
    ).toBe('tiers starts twice at 0; give each starting volume once.');
    expect(
      textOf('STEPCOST', 50, [
        ['From', 'Cost'],
        [0, 2],
      ]),
    ).toBe('tiers is the text “From” (cell 1 of 4); give a number, e.g. 100.');
    expect(textOf('STEPCOST', 50, [[0], [1]])).toBe(
      'tiers has 1 column; give two: the volume a tier starts at, and its cost.',
    );
  });
});

describe('PPPM.PMPM', () => {
  it.each(PLATFORMS)(
    'gives #N/A with a reason in a month without patients, and the others their expense: $name',
    ({ blank }) => {
      const [[first, none]] = onPlatform(blank).call('PMPM', [[6500, 6500]], [[130, BLANK]]);
      expect(first).toBe(50);
      expect(none).toBeInstanceOf(CellError);
      expect((none as CellError).code).toBe('#N/A');
      expect((none as CellError).message).toBe(
        'patients is 0: an expense per member needs at least one member that month.',
      );
    },
  );
});

describe('PPPM.REVENUE', () => {
  it('brings the seeds of the field: 50, 100 and 200 patients at $66', () => {
    expect(call('REVENUE', [[50, 100, 200]], 1, 1, 66)).toEqual([[3_300, 6_600, 13_200]]);
  });

  it('says when an answer is too large to show, in its own cell', () => {
    const [[large, usual]] = call('REVENUE', [[1e200, 100]], 1, 1, [[1e200, 66]]);
    expect(usual).toBe(6_600);
    expect((large as CellError).message).toBe(
      'The answer is too large to show; look for a slip in the inputs, e.g. with PPPM.CHECKMODEL.',
    );
  });
});

describe('PPPM.CLAIMSUCCESS', () => {
  it('lies between the clean-claim rate and 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (clean, appealed, won) => {
        const [[success]] = call('CLAIMSUCCESS', clean, appealed, won) as number[][];
        expect(success).toBeGreaterThanOrEqual(clean);
        expect(success).toBeLessThanOrEqual(1);
      }),
    );
  });
});
