import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/actuals/complete/complete';
import { factorError } from '../../../src/actuals/complete/factors';
import { cases } from '../../random-cases';
import { MORTGAGE, RAA, TAYLOR_ASHE, triangle } from '../fixtures/triangles';

const decimals = (text: string): number => text.split('.')[1]?.length ?? 0;
/** As printed: 1336.97 as “1337”, 11.104 as “11.10”. */
const printed = (values: readonly number[], as: readonly string[]) =>
  values.map((value, i) => value.toFixed(decimals(as[i])));

describe('A published triangle has its published answers, to the printed digit:', () => {
  it('Taylor and Ashe', () => {
    const { rows, factors, toCome, error } = complete(triangle('taylor-ashe'));
    expect(factors.map(({ factor }) => Number(factor.toFixed(4)))).toEqual(TAYLOR_ASHE.factors);
    expect(rows.map((row) => Math.round(row.toCome))).toEqual(TAYLOR_ASHE.toCome);
    expect(rows.map((row) => Math.round(row.error!))).toEqual(TAYLOR_ASHE.errors);
    expect({ toCome: Math.round(toCome), error: Math.round(error!) }).toEqual(TAYLOR_ASHE.total);
  });

  it('the Reinsurance Association of America', () => {
    const { toCome, error } = complete(triangle('raa'));
    expect({ toCome: Math.round(toCome), error: Math.round(error!) }).toEqual(RAA.total);
  });

  it('mortgage guarantees', () => {
    const { factors } = complete(triangle('mortgage'));
    expect(
      printed(
        factors.map(({ factor }) => factor),
        MORTGAGE.factors,
      ),
    ).toEqual(MORTGAGE.factors);
    expect(printed(factors.map(factorError), MORTGAGE.factorErrors)).toEqual(MORTGAGE.factorErrors);
    expect(
      printed(
        factors.map(({ variance }) => Math.sqrt(variance)),
        MORTGAGE.sigmas,
      ),
    ).toEqual(MORTGAGE.sigmas);
  });
});

describe('Cells without an amount', () => {
  it('behind the latest diagonal are not observed, whether they are there as 0 or not at all', () => {
    const ragged = triangle('taylor-ashe').map((row, i) => row.slice(0, 10 - i));
    expect(complete(ragged)).toEqual(complete(triangle('taylor-ashe')));
  });

  it('before a row’s first amount are true zeros', () => {
    // 200 became 330, of which the row that began at 0 had 30.
    const { factors } = complete([
      [0, 30, 30],
      [100, 150, 0],
      [100, 0, 0],
    ]);
    expect(factors[0].factor).toBe(1.8);
  });

  it('after it are holes, which are left out and named', () => {
    const whole = complete([
      [100, 150, 165, 165],
      [110, 176, 180, 0],
      [120, 190, 0, 0],
      [90, 0, 0, 0],
    ]);
    const holed = complete([
      [100, 150, 165, 165],
      [110, 0, 180, 0],
      [120, 190, 0, 0],
      [90, 0, 0, 0],
    ]);
    expect(holed.rows[1].holes).toEqual([1]);
    expect(whole.rows[1].holes).toEqual([]);
    expect(holed.factors[0].factor).toBe((150 + 190) / (100 + 120));
    expect(holed.factors[1].factor).toBe(165 / 150);
    expect(holed.rows[1].ultimate).toBe(180);
  });

  it('of a whole row leave it at nothing, and say so', () => {
    const { rows } = complete([
      [100, 150],
      [0, 0],
    ]);
    expect(rows[1]).toMatchObject({ ultimate: 0, error: 0, isEmpty: true });
  });

  it('give a factor of 1 where nothing is there to measure it', () => {
    const { factors } = complete([
      [0, 0, 20],
      [0, 10, 0],
    ]);
    expect(factors.map(({ factor, isKnown }) => [factor, isKnown])).toEqual([
      [1, false],
      [1, false],
    ]);
  });
});

describe('The variance of a factor that one row tells', () => {
  it('goes on as the two before it, and never rises above them', () => {
    const { factors } = complete(triangle('taylor-ashe'));
    const [earlier, previous, last] = factors.slice(-3).map(({ variance }) => variance);
    expect(last).toBe(Math.min(previous ** 2 / earlier, earlier, previous));
  });

  it('is not known without one before it', () => {
    expect(complete([[100, 150], [90]]).factors[0]).toMatchObject({ variance: 0, hasVariance: false });
  });
});

describe('A running total that falls', () => {
  it('is named with its delay', () => {
    expect(complete([[100, 150, 140], [90, 100], [80]]).rows.map(({ falls }) => falls)).toEqual([[2], [], []]);
  });
});

describe('With an exposure', () => {
  it('a row is completed at the rate of all rows together', () => {
    const cells = [
      [80, 100],
      [10, 0],
    ];
    const { rows, error } = complete(cells, [100, 100]);
    // By the factor 1.25 the second row has had 80% of its time: 110 of 100 + 80.
    const rate = 110 / 180;
    expect(rows[1].ultimate).toBeCloseTo(10 + 0.2 * 100 * rate, 12);
    expect(rows[1].error).toBeNull();
    expect(error).toBeNull();
  });

  it('of 0 it is completed by the chain ladder', () => {
    const cells = triangle('raa');
    expect(
      complete(
        cells,
        cells.map(() => 0),
      ),
    ).toEqual(complete(cells));
  });

  it('in proportion to the ultimates, both ways agree', () => {
    const cells = triangle('taylor-ashe');
    const ladder = complete(cells);
    const both = complete(
      cells,
      ladder.rows.map(({ ultimate }) => ultimate / 7),
    );
    both.rows.forEach((row, i) => expect(row.ultimate / ladder.rows[i].ultimate).toBeCloseTo(1, 12));
  });
});

describe('Any triangle', () => {
  const amounts = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
  const triangles = fc
    .array(amounts, { minLength: 6, maxLength: 6 })
    .map((rows) =>
      rows.map((row, i) => row.slice(0, 6 - i).map((_, k) => row.slice(0, k + 1).reduce((a, b) => a + b))),
    );

  it('keeps observed + still to come = ultimate, of each row and in total', () => {
    fc.assert(
      fc.property(triangles, (cells) => {
        const answer = complete(cells);
        for (const { latest, toCome, ultimate } of [...answer.rows, answer])
          expect(Math.abs(latest + toCome - ultimate)).toBeLessThanOrEqual(1e-9 * ultimate);
      }),
      { numRuns: cases(200) },
    );
  });

  it('counts in cents as in dollars: amounts and errors grow alike', () => {
    fc.assert(
      fc.property(triangles, (cells) => {
        const dollars = complete(cells);
        const cents = complete(cells.map((row) => row.map((amount) => amount * 100)));
        expect(cents.error! / 100 / dollars.error!).toBeCloseTo(1, 9);
        expect(cents.toCome / 100 / dollars.toCome).toBeCloseTo(1, 9);
      }),
      { numRuns: cases(200) },
    );
  });

  it('that grows by the same factors in every row has no error', () => {
    const grown = [100, 300, 250, 70].map((first, i) => [first, first * 2, first * 3, first * 3.3].slice(0, 4 - i));
    const { error, rows } = complete(grown);
    expect(error).toBeCloseTo(0, 9);
    rows.forEach(({ ultimate }, i) => expect(ultimate).toBeCloseTo(grown[i][0] * 3.3, 9));
  });
});
