import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonthRow } from '../../../src/actuals/monthly';
import { summaryOf } from '../../../src/actuals/summary';
import { shapley } from '../../../src/actuals/variance/shapley';
import { FACTORS, variance, type Bridge } from '../../../src/actuals/variance/variance';
import { cases } from '../../random-cases';
import { meanOverOrders } from './orders';

const row = (
  program: string,
  payer: string,
  active: number,
  billable: number,
  paid: number,
  allowed: number,
  cost = 0,
  month = 24_000,
): MonthRow => ({ month, program, payer, figures: { active, billable, paid, allowed, cost } });

const bridge = (forecast: readonly MonthRow[], actual: readonly MonthRow[]) =>
  variance(summaryOf(forecast), summaryOf(actual));

const parts = ({ factors }: Bridge) => FACTORS.map((factor) => factors[factor]);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('A factor’s part of a product’s change', () => {
  const factors = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 });

  it('is the mean over the 120 orders of reading', () => {
    fc.assert(
      fc.property(factors, factors, (before, after) => {
        const expected = meanOverOrders(before, after);
        shapley(before, after).forEach((part, i) =>
          expect(Math.abs(part - expected[i])).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(expected[i]))),
        );
      }),
      { numRuns: cases(300) },
    );
  });

  it('of two factors is half of each way', () => {
    expect(shapley([10, 2], [14, 3])).toEqual([(4 * (2 + 3)) / 2, (1 * (10 + 14)) / 2]);
  });
});

describe('A revenue bridge', () => {
  const forecast = [row('CCM', 'A', 600, 480, 456, 29_640), row('CCM', 'B', 400, 300, 270, 13_500)];

  it('has the parts of the worked example', () => {
    const actual = [row('CCM', 'A', 560, 462, 432, 28_944), row('CCM', 'B', 500, 360, 333, 16_317)];
    const { total: all } = bridge(forecast, actual);
    expect(all.revenue).toEqual([43_140, 45_261]);
    // Worked out by a program of its own, in orders of reading.
    const expected = [
      2577.7432660867435, -1282.2397788368862, 294.1478167483423, -56.74857696642874, 588.0972729682269,
    ];
    parts(all).forEach((part, i) => expect(part).toBeCloseTo(expected[i], 9));
    expect(all.revenueUnexplained).toBeCloseTo(0, 9);
  });

  it.each([
    [
      'panel',
      ({ active, billable, paid, allowed }: Figures) => [active * 1.1, billable * 1.1, paid * 1.1, allowed * 1.1],
    ],
    [
      'mix',
      ({ active, billable, paid, allowed }: Figures, payer: string) =>
        [active, billable, paid, allowed].map((figure) => figure * (payer === 'A' ? 0.5 / 0.6 : 0.5 / 0.4)),
    ],
    [
      'realization',
      ({ active, billable, paid, allowed }: Figures) => [active, billable * 0.9, paid * 0.9, allowed * 0.9],
    ],
    ['claimSuccess', ({ active, billable, paid, allowed }: Figures) => [active, billable, paid * 0.9, allowed * 0.9]],
    ['allowedRate', ({ active, billable, paid, allowed }: Figures) => [active, billable, paid, allowed * 1.05]],
  ] as const)('moves one bar when one factor changes: %s', (factor, changed) => {
    const actual = forecast.map(({ program, payer, figures }) => {
      const [active, billable, paid, allowed] = changed(figures as Figures, payer);
      return row(program, payer, active, billable, paid, allowed);
    });
    const { factors, revenue } = bridge(forecast, actual).total;
    for (const other of FACTORS)
      if (other !== factor) expect(Math.abs(factors[other]), other).toBeLessThan(1e-9 * revenue[0]);
      else expect(factors[other]).toBeCloseTo(revenue[1] - revenue[0], 8);
  });

  it('counts a payer that appears as mix, and a program that appears as panel', () => {
    const { programs } = bridge(
      [row('CCM', 'A', 100, 80, 76, 5000)],
      [row('CCM', 'A', 60, 48, 45.6, 3000), row('CCM', 'B', 40, 30, 27, 900), row('RPM', 'A', 50, 40, 30, 2000)],
    );
    for (const factor of ['panel', 'realization', 'claimSuccess', 'allowedRate'] as const)
      expect(programs[0].bridge.factors[factor], factor).toBeCloseTo(0, 9);
    expect(programs[0].bridge.factors.mix).toBeCloseTo(-1100, 9);
    expect(programs[1].bridge.factors.panel).toBeCloseTo(2000, 9);
  });

  it('has a line of its own for money that no factor carries', () => {
    const { total: all } = bridge([row('CCM', 'A', 100, 80, 76, 5000)], [row('CCM', 'A', 0, 0, 0, 700)]);
    expect(all.factors.panel).toBeCloseTo(-5000, 9);
    expect(all.revenueUnexplained).toBeCloseTo(700, 9);
  });

  it('compares a program as a whole where one side does not tell its payers apart, and says so', () => {
    const whole = [row('CCM', '', 1000, 780, 726, 43_140)];
    const answer = bridge(forecast, whole);
    expect(answer.withoutPayers).toEqual(['CCM']);
    parts(answer.total).forEach((part) => expect(part).toBeCloseTo(0, 9));
  });

  it('takes a cost of the whole program beside figures by payer, but no figure twice', () => {
    const withCost = [...forecast, row('CCM', '', 0, 0, 0, 0, 20_000)];
    expect(bridge(forecast, withCost)).toMatchObject({ twice: null, withoutPayers: [], total: { cost: [0, 20_000] } });
    expect(bridge(forecast, [...forecast, row('ccm', '', 1000, 0, 0, 0)]).twice).toMatchObject({
      side: 1,
      figure: 'active',
    });
  });

  it('compares the months that both have, and names the others', () => {
    const later = forecast.map((each) => ({ ...each, month: each.month + 1 }));
    const answer = bridge([...forecast, ...later], forecast);
    expect(answer.months).toEqual([24_000]);
    expect(answer.monthsApart).toEqual([[24_001], []]);
    expect(answer.total.revenue).toEqual([43_140, 43_140]);
  });
});

describe('A cost variance', () => {
  it('is volume at the mean cost per patient and rate at the mean number of patients', () => {
    const { total: all } = bridge([row('CCM', 'A', 100, 0, 0, 0, 4000)], [row('CCM', 'A', 120, 0, 0, 0, 5400)]);
    expect(all.costVolume).toBeCloseTo((20 * (40 + 45)) / 2, 9);
    expect(all.costRate).toBeCloseTo((5 * (100 + 120)) / 2, 9);
    expect(all.costPmpm).toEqual([40, 45]);
  });
});

interface Figures {
  active: number;
  billable: number;
  paid: number;
  allowed: number;
}

/** Cents, patients and claims of three programs, four payers and some months; some rows missing, some figures none. */
const tables = fc
  .array(
    fc.record({
      month: fc.integer({ min: 24_000, max: 24_005 }),
      program: fc.constantFrom('CCM', 'RPM', 'BHI'),
      payer: fc.constantFrom('Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial'),
      active: fc.oneof(fc.constant(0), fc.double({ min: 0.5, max: 2000, noNaN: true })),
      billable: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1, noNaN: true })),
      paid: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1, noNaN: true })),
      cents: fc.integer({ min: 0, max: 20_000_000 }),
      cost: fc.integer({ min: 0, max: 20_000_000 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ month, program, payer, active, billable, paid, cents, cost }) =>
      row(program, payer, active, active * billable, active * billable * paid, cents / 100, cost / 100, month),
    ),
  );

describe('Any two tables', () => {
  const differences = (answer: ReturnType<typeof bridge>) =>
    [answer.total, ...answer.programs.map(({ bridge: of }) => of)].map((of) => ({
      of,
      parts: [...parts(of), of.revenueUnexplained],
      costs: [of.costVolume, of.costRate, of.costUnexplained],
    }));

  it('sum to the cent, in total and by program', () => {
    fc.assert(
      fc.property(tables, tables, (forecast, actual) => {
        for (const { of, parts: all, costs } of differences(bridge(forecast, actual))) {
          expect(Math.abs(total(all) - (of.revenue[1] - of.revenue[0]))).toBeLessThan(0.005);
          expect(Math.abs(total(costs) - (of.cost[1] - of.cost[0]))).toBeLessThan(0.005);
        }
      }),
      { numRuns: cases(300) },
    );
  });

  it('have every sign flipped when they are swapped', () => {
    fc.assert(
      fc.property(tables, tables, (forecast, actual) => {
        const [there, back] = [bridge(forecast, actual), bridge(actual, forecast)];
        [...parts(there.total), there.total.costVolume, there.total.costRate].forEach((part, i) => {
          const other = [...parts(back.total), back.total.costVolume, back.total.costRate][i];
          expect(Math.abs(part + other)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: cases(200) },
    );
  });

  it('that are the same differ in nothing', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { total: all } = bridge(rows, rows);
        for (const part of [...parts(all), all.costVolume, all.costRate]) expect(Math.abs(part)).toBe(0);
      }),
      { numRuns: cases(100) },
    );
  });
});
