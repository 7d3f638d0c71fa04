import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, call, onPlatform, outcome, PLATFORMS, textOf } from './excel';

const [OPENING, NEW, LOST, CLOSING, ACTIVE] = [0, 1, 2, 3, 4];
const numbers = (rows: unknown[][]) => rows as number[][];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const patients = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('PPPM.PANEL', () => {
  it('follows the geometric series opening × sⁿ + new × (1 − sⁿ) ÷ (1 − s)', () => {
    fc.assert(
      fc.property(
        patients,
        patients,
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 120 }),
        (opening, joining, rate, months) => {
          const rows = numbers(call('PANEL', [[opening]], [[joining]], [[rate]], months));
          expect(rows.map((row) => row.length)).toEqual(Array(5).fill(months));
          const stay = 1 - rate;
          rows[CLOSING].forEach((closing, t) => {
            const expected = opening * stay ** (t + 1) + (joining * (1 - stay ** (t + 1))) / rate;
            expect(Math.abs(closing - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
          });
        },
      ),
    );
  });

  it('balances every month, opens where it closed, and is active by the basis', () => {
    const months = fc.integer({ min: 1, max: 24 });
    const inputs = months.chain((count) =>
      fc.tuple(
        patients,
        fc.array(patients, { minLength: count, maxLength: count }),
        fc.array(share, { minLength: count, maxLength: count }),
        fc.constantFrom(null, 'average', 'closing', 'retained', ' CLOSING '),
      ),
    );
    fc.assert(
      fc.property(inputs, ([opening, joining, rates, basis]) => {
        const rows = numbers(call('PANEL', [[opening]], [joining], [rates], null, basis));
        const near = (actual: number, expected: number) =>
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
        rates.forEach((rate, t) => {
          near(rows[OPENING][t], t === 0 ? opening : rows[CLOSING][t - 1]);
          expect(rows[NEW][t]).toBe(joining[t]);
          near(rows[LOST][t], rows[OPENING][t] * rate);
          near(rows[CLOSING][t], rows[OPENING][t] - rows[LOST][t] + rows[NEW][t]);
          const active = {
            average: (rows[OPENING][t] + rows[CLOSING][t]) / 2,
            closing: rows[CLOSING][t],
            retained: rows[OPENING][t] - rows[LOST][t],
          };
          near(rows[ACTIVE][t], active[(basis ?? 'average').trim().toLowerCase() as keyof typeof active]);
        });
      }),
    );
  });

  it('runs down the sheet when a month input is a column, with the same figures', () => {
    const across = call('PANEL', 100, [[10, 20, 30]], 0.1);
    const down = call('PANEL', 100, [[10], [20], [30]], 0.1);
    expect(down).toEqual(across[0].map((_, t) => across.map((row) => row[t])));
    expect(call('PANEL', 100, 10, [[0.1], [0.2]])).toHaveLength(2);
  });

  it('takes 36 months when no input says how many', () => {
    expect(call('PANEL', 100, 10, 0.05)[0]).toHaveLength(36);
    expect(call('PANEL', 100, [[1, 2, 3, 4]], 0.05)[0]).toHaveLength(4);
  });

  it('puts names in front of rows, or on top of columns', () => {
    expect(call('PANEL', 100, 10, 0.05, 2, null, true).map((row) => row[0])).toEqual([
      'Opening',
      'New',
      'Lost',
      'Closing',
      'Active',
    ]);
    expect(call('PANEL', 100, [[10], [10]], 0.05, null, null, true)[0]).toEqual([
      'Opening',
      'New',
      'Lost',
      'Closing',
      'Active',
    ]);
  });

  it('leaves nobody when everybody leaves', () => {
    expect(numbers(call('PANEL', 1000, 0, 1, 3))[CLOSING]).toEqual([0, 0, 0]);
  });

  it.each([
    [
      'a row and a column',
      [100, [[1, 2]], [[0.1], [0.2]]],
      'newPatients is a row and attritionRate is a column; give both as rows or both as columns.',
    ],
    [
      'a block',
      [
        100,
        [
          [1, 2],
          [3, 4],
        ],
        0.1,
      ],
      'newPatients is a block; give one row or one column, a cell a month.',
    ],
    [
      'different lengths',
      [100, [[1, 2, 3]], [[0.1, 0.2]]],
      'newPatients has 3 months and attritionRate has 2; give the same number of months, or one number for all.',
    ],
    [
      'a series shorter than the months asked for',
      [100, [[1, 2, 3]], 0.1, 12],
      'newPatients has 3 months and months has 12; give the same number of months, or one number for all.',
    ],
    ['121 months', [100, 10, 0.1, 121], 'months is 121; give a whole number from 1 to 120.'],
    ['half a month', [100, 10, 0.1, 1.5], 'months is 1.5; give a whole number from 1 to 120.'],
    [
      'an unknown basis',
      [100, 10, 0.1, 12, 'ending'],
      'basis is the text “ending”; give one of average, closing, retained.',
    ],
    ['text for the switch', [100, 10, 0.1, 12, null, 'maybe'], 'labels is the text “maybe”; give TRUE or FALSE.'],
    ['an opening of several cells', [[[100, 200]], 10, 0.1], 'opening has several cells; give one number.'],
    ['an attrition of 3 for 3%', [100, 10, 3], 'attritionRate is 3; give a share from 0 to 1, e.g. 0.03 or 3%.'],
  ])('refuses %s', (_, args, text) => {
    expect(textOf('PANEL', ...(args as unknown[]))).toBe(text);
  });

  it.each(PLATFORMS)('takes its defaults for blank cells: $name', ({ blank }) => {
    const excel = onPlatform(blank);
    expect(excel.call('PANEL', [[BLANK]], [[10]], [[0.03]], BLANK, BLANK, BLANK)).toEqual(call('PANEL', 0, 10, 0.03));
    expect(excel.call('PANEL', [[100]], [[5, BLANK, 5]], [[BLANK]])).toEqual(call('PANEL', 100, [[5, 0, 5]], 0));
  });

  it('is the seed of the field: 10 a month from none are 152.07 at month 20 at 3% a month', () => {
    expect(numbers(call('PANEL', 0, 10, 0, 20))[CLOSING][19]).toBe(200);
    expect(numbers(call('PANEL', 0, 10, 0.03, 20))[CLOSING][19].toFixed(2)).toBe('152.07');
  });
});

describe('PPPM.ATTRITION', () => {
  it('gives one row a cause for a column of rates, and never loses more than there are', () => {
    const causes = fc.array(fc.double({ min: 0, max: 0.25, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(patients, { minLength: 1, maxLength: 5 }), causes, (panel, rates) => {
        const lost = numbers(
          call(
            'ATTRITION',
            [panel],
            rates.map((rate) => [rate]),
          ),
        );
        expect(lost).toEqual(rates.map((rate) => panel.map((count) => count * rate)));
        panel.forEach((count, t) =>
          expect(lost.reduce((sum, row) => sum + row[t], 0)).toBeLessThanOrEqual(count * (1 + 1e-12)),
        );
      }),
    );
  });

  it('refuses causes of one month that add to more than 1, below each other or, when the patients run down, beside each other', () => {
    expect(textOf('ATTRITION', [[100, 200]], [[0.6], [0.6]])).toBe(
      'rates add to 1.2; all causes of a month together are at most 1 (100%).',
    );
    expect(textOf('ATTRITION', [[100], [200]], [[0.6, 0.6]])).toBe(
      'rates add to 1.2; all causes of a month together are at most 1 (100%).',
    );
  });

  it('takes rates beside each other as months when the patients run across, and below each other as months when they run down', () => {
    expect(call('ATTRITION', [[100, 200]], [[0.6, 0.7]])).toEqual([[60, 140]]);
    expect(call('ATTRITION', [[100], [200]], [[0.6], [0.7]])).toEqual([[60], [140]]);
  });

  it('loses everybody to causes that add to exactly 1', () => {
    expect(call('ATTRITION', 100, [[0.7], [0.2], [0.1]])).toEqual([[70], [20], [10]]);
  });
});

describe('PPPM.SURVIVAL', () => {
  it('is the product of the shares that stay, the last rate carrying on', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (rates, months) => {
        const [shares] = numbers(call('SURVIVAL', [rates], months));
        const product = (count: number) =>
          Array.from({ length: count }, (_, i) => 1 - rates[Math.min(i, rates.length - 1)]).reduce(
            (all, stay) => all * stay,
            1,
          );
        expect(shares).toEqual(Array.from({ length: months }, (_, t) => product(t + 1)));
        shares.forEach((value, t) => expect(value).toBeLessThanOrEqual(t === 0 ? 1 : shares[t - 1]));
      }),
    );
  });

  it('runs down when the rates do', () => {
    expect(call('SURVIVAL', [[0.5], [0.2]], 3).map(([value]) => value)).toEqual(call('SURVIVAL', [[0.5, 0.2]], 3)[0]);
  });

  it.each(PLATFORMS)('asks for months that are blank, in the same words: $name', ({ blank }) => {
    expect(onPlatform(blank).textOf('SURVIVAL', [[0.1]], BLANK)).toBe(
      'months is blank or 0; give a whole number from 1 to 600.',
    );
  });

  it('refuses 601 months and rates above 1', () => {
    expect(textOf('SURVIVAL', 0.1, 601)).toBe('months is 601; give a whole number from 1 to 600.');
    expect(textOf('SURVIVAL', [[0.1, 25]], 12)).toBe(
      'rates is 25 (cell 2 of 2); give a share from 0 to 1, e.g. 0.25 or 25%.',
    );
  });
});

describe('PPPM.MONTHLYRATE', () => {
  it('compounds back to the annual rate', () => {
    fc.assert(
      fc.property(share, (annual) => {
        const monthly = call('MONTHLYRATE', annual)[0][0] as number;
        expect(Math.abs(1 - (1 - monthly) ** 12 - annual)).toBeLessThanOrEqual(1e-12);
      }),
    );
    expect(call('MONTHLYRATE', [[0, 1]])).toEqual([[0, 1]]);
  });
});

describe('PPPM.ENROLLMENT', () => {
  const months = (values: fc.Arbitrary<number>) => fc.array(values, { minLength: 6, maxLength: 6 });

  it('loses nobody: enrolled and still waiting are all who were referred and would, and those who waited before', () => {
    fc.assert(
      fc.property(
        months(patients),
        months(share),
        months(fc.double({ min: 1, max: 1e5, noNaN: true })),
        patients,
        (referrals, rates, limits, waiting) => {
          const [enrolled, queue] = numbers(call('ENROLLMENT', [referrals], [rates], [limits], waiting));
          let came = waiting,
            joined = 0;
          enrolled.forEach((count, t) => {
            came += referrals[t] * rates[t];
            joined += count;
            expect(Math.abs(joined + queue[t] - came)).toBeLessThanOrEqual(1e-9 * Math.max(1, came));
            expect(count).toBeLessThanOrEqual(limits[t]);
            expect(queue[t]).toBeGreaterThanOrEqual(0);
            // Nobody waits while there is room.
            if (queue[t] > 0) expect(count).toBe(limits[t]);
          });
        },
      ),
    );
  });

  it('enrolls everybody at once without a limit, left out, blank or 0', () => {
    for (const limit of [null, undefined, 0, '', [[0]], [['']]])
      expect(call('ENROLLMENT', [[40, 20]], 0.5, limit)).toEqual([
        [20, 10],
        [0, 0],
      ]);
  });

  it.each(PLATFORMS)('has no limit in the months whose limit is blank: $name', ({ blank }) => {
    expect(onPlatform(blank).call('ENROLLMENT', [[40, 40, 40]], 0.5, [[15, BLANK, 5]], BLANK)).toEqual([
      [15, 25, 5],
      [5, 0, 15],
    ]);
  });

  it('answers in columns when a month input is a column, one month when all are numbers', () => {
    expect(call('ENROLLMENT', [[40], [40]], 0.5, 15)).toEqual([
      [15, 5],
      [15, 10],
    ]);
    expect(call('ENROLLMENT', 40, 0.5)).toEqual([[20], [0]]);
  });

  it('refuses mixed directions, and a conversion of 62 for 62%', () => {
    expect(textOf('ENROLLMENT', [[40, 40]], [[0.5], [0.5]])).toBe(
      'referrals is a row and conversionRate is a column; give both as rows or both as columns.',
    );
    expect(textOf('ENROLLMENT', [[40, 40]], 62)).toBe(
      'conversionRate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
    );
    expect(outcome('ENROLLMENT', 40, 0.5, null, [[1, 2]])).toBe('#VALUE! waiting has several cells; give one number.');
  });
});
