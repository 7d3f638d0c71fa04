import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Model } from '../../src/engine/model/model';
import { forecastOf } from '../../src/forecast/forecast';
import { bridge } from '../../src/what-if/bridge';
import { measurer, type Measure } from '../../src/what-if/measure';
import { driversThatDiffer, withDriversOf } from '../../src/what-if/scenario-drivers';
import { randomModel, reordered } from '../engine/reference/random-model';
import { cases } from '../random-cases';
import { handed, sampleTables } from '../tables/sample-model';

const MARGIN: Measure = { line: 'margin', program: null, month: null };

/** Two scenarios of one model: the adjustments of two models on the programs of the first. */
const twoScenarios = fc.tuple(randomModel, randomModel).map(([model, { adjustments }]) => ({
  model: { ...model, months: Math.min(model.months, 12) },
  // Few enough to look at every order.
  other: adjustments.slice(0, 4),
}));
const few = (model: Model): Model => ({ ...model, adjustments: model.adjustments.slice(0, 3) });

/** The mean over every order, one order after the other. */
function byEveryOrder(model: Model, other: readonly Change[], measure: Measure): number[] {
  const drivers = driversThatDiffer([model.adjustments, other]);
  const value = measurer(measure);
  const effects = drivers.map(() => 0);
  let orders = 0;
  const walk = (order: number[]) => {
    if (order.length === drivers.length) {
      orders++;
      order.forEach((driver, i) => {
        const line = (count: number) =>
          value(
            withDriversOf(
              model,
              other,
              order.slice(0, count).map((at) => drivers[at]),
            ),
          );
        effects[driver] += line(i + 1) - line(i);
      });
    } else drivers.forEach((_, i) => order.includes(i) || walk([...order, i]));
  };
  walk([]);
  return effects.map((effect) => effect / orders);
}

describe('A bridge between two scenarios', () => {
  it('gives each driver what it adds on average over every order', () => {
    const forecast = forecastOf(handed(sampleTables()));
    const model = forecast.model('Conservative');
    const other = forecast.model('Stretch').adjustments;
    const { steps, from, to } = bridge(model, other, MARGIN);
    const expected = byEveryOrder(model, other, MARGIN);
    const drivers = driversThatDiffer([model.adjustments, other]);
    for (const { cells, effect } of steps) {
      const i = drivers.findIndex(({ driver }) => driver === cells.driver);
      expect(Math.abs(effect - expected[i])).toBeLessThanOrEqual(1e-12 * Math.abs(to - from));
    }
    expect([from, to]).toEqual([
      forecast.statement('Conservative', null).totals.margin,
      forecast.statement('Stretch', null).totals.margin,
    ]);
  });

  it('sums to the difference, whatever the order of rows', () => {
    fc.assert(
      fc.property(
        twoScenarios.chain(({ model, other }) =>
          fc.tuple(fc.constant(few(model)), reordered(few(model)), fc.constant(other)),
        ),
        ([model, sameModel, other]) => {
          const { steps, from, to } = bridge(model, other, MARGIN);
          const total = steps.reduce((sum, { effect }) => sum + effect, 0);
          const size = Math.max(Math.abs(from), Math.abs(to), ...steps.map(({ effect }) => Math.abs(effect)));
          expect(Math.abs(from + total - to)).toBeLessThanOrEqual(1e-9 * size);
          const again = bridge(sameModel, [...other].reverse(), MARGIN);
          expect(again).toEqual({ steps, from, to, drawn: 0 });
        },
      ),
      { numRuns: cases(60) },
    );
  });

  it('draws orders from its seed beyond ten drivers, states the error, and still sums', () => {
    const forecast = forecastOf(handed(sampleTables()));
    const base = forecast.model(null);
    const scale = (driver: string, program: string | null, value: number): Change => ({
      ...{ driver, program, payer: null, item: null, change: 'multiply', value, fromMonth: 1, toMonth: Infinity },
    });
    const drivers = ['referrals', 'conversionRate', 'disengagementRate', 'dischargeRate'].flatMap((driver, i) =>
      ['CCM', 'RPM'].map((program, p) => scale(driver, program, 1.1 + i / 20 + p / 50)),
    );
    const more = ['allowedPppm', 'realizationRate', 'cleanClaimRate', 'collectedRate'].map((driver, i) =>
      scale(driver, null, 0.9 + i / 50),
    );
    const { steps, from, to, drawn } = bridge(base, [...drivers, ...more], MARGIN);
    expect(steps).toHaveLength(12);
    expect(drawn).toBeGreaterThan(100);
    expect(steps.filter(({ error }) => error > 0).length).toBeGreaterThan(8);
    expect(Math.abs(from + steps.reduce((sum, { effect }) => sum + effect, 0) - to)).toBeLessThan(1e-9 * Math.abs(to));
    expect(bridge(base, [...more, ...drivers].reverse(), MARGIN)).toEqual({ steps, from, to, drawn });
    // Beside the exact value, from all 4,096 sets of drivers.
    const all = driversThatDiffer([base.adjustments, [...drivers, ...more]]);
    const value = measurer(MARGIN);
    const lines = Array.from({ length: 2 ** 12 }, (_, set) =>
      value(
        withDriversOf(
          base,
          [...drivers, ...more],
          all.filter((_, i) => (set >> i) & 1),
        ),
      ),
    );
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    for (const { cells, effect, error } of steps) {
      const i = all.findIndex(({ driver, program }) => driver === cells.driver && program === cells.program);
      const exact = lines.reduce((sum, line, set) => {
        if ((set >> i) & 1) return sum;
        const size = all.filter((_, j) => (set >> j) & 1).length;
        return sum + (factorial(size) * factorial(11 - size) * (lines[set | (1 << i)] - line)) / factorial(12);
      }, 0);
      // Referrals beyond the enrollment limit add nothing in any order.
      expect(Math.abs(effect - exact)).toBeLessThanOrEqual(5 * error + 1e-9 * Math.abs(to));
    }
  });
});
