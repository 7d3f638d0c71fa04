/** Goal seek beside a scan of ten thousand points, on models whose lines jump. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineKey } from '../../src/engine/model/lines';
import type { Model } from '../../src/engine/model/model';
import { forecastOf } from '../../src/forecast/forecast';
import { everyCell, withMoved, cellsNamed, type DriverCells } from '../../src/what-if/driver-cells';
import { measurer, type Measure } from '../../src/what-if/measure';
import { solve, type Meeting } from '../../src/what-if/solve';
import { randomModel, randomTeamModel } from '../engine/reference/random-model';
import { unlimited } from '../engine/reference/plain';
import { cases } from '../random-cases';
import { handed, sampleTables } from '../tables/sample-model';
import { withCells } from './edited-tables';

const POINTS = 10_000;
/** So many of them tell whether the line moves with the driver at all. */
const GLANCE = 100;
const LINES: LineKey[] = ['margin', 'totalCost', 'cumulativeCash', 'closingPatients', 'marginRate', 'careTeamUnits'];

/** One program of a model over a year, so that ten thousand of them are soon projected, with a cost that comes in whole units. */
const withSteps = (model: Model, patientsPerUnit: number, amount: number): Model => ({
  ...model,
  months: Math.min(model.months, 12),
  programs: model.programs.slice(0, 1),
  payers: model.payers.filter(({ program }) => program === model.programs[0].name),
  costs: [
    ...model.costs.filter(({ program }) => program === null || program === model.programs[0].name).slice(0, 3),
    {
      ...unlimited,
      item: 'Step',
      category: 'care team',
      program: null,
      basis: 'per unit',
      amount,
      patientsPerUnit,
      minimumUnits: 0,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0.03,
    },
  ],
});

const asked = fc.record({
  model: fc
    .tuple(
      fc.oneof(randomModel, randomTeamModel),
      fc.integer({ min: 20, max: 300 }),
      fc.integer({ min: 500, max: 20_000 }),
    )
    .map(([model, size, amount]) => withSteps(model, size, amount)),
  cell: fc.nat(),
  line: fc.constantFrom(...LINES),
  month: fc.option(fc.nat()),
  heights: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 3 }),
});

/** Whether one of the meetings lies between two points, its jump included. */
const isNamed = (meetings: readonly Meeting[], a: number, b: number): boolean =>
  meetings.some(({ value, beyond }) => {
    const [least, most] = [Math.min(value, beyond?.value ?? value), Math.max(value, beyond?.value ?? value)];
    return most >= a - 1e-12 * Math.abs(a) && least <= b + 1e-12 * Math.abs(b);
  });

/** Whether by more than the part of a target to which it is met: less than that meets it anywhere. */
const moves = (figures: readonly number[]): boolean => {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return most - least > 1e-6 * Math.max(Math.abs(most), Math.abs(least));
};

describe('Goal seek', () => {
  it('names every crossing that a scan of ten thousand points finds, on models with step costs', () => {
    let crossingsSeen = 0;
    fc.assert(
      fc.property(asked, ({ model, cell, line, month, heights }) => {
        const all = everyCell(model).filter(({ driver }) => !driver.isMonth);
        const cells = all[cell % all.length];
        const measure: Measure = { line, program: null, month: month === null ? null : 1 + (month % model.months) };
        const value = measurer(measure);
        const lineAt = (x: number) => value(withMoved(model, cells, { change: 'set', value: x }));
        const { lower, upper } = solve(model, {
          cells,
          measure,
          target: 1e300,
          lowest: Infinity,
          highest: Infinity,
        }).range;
        const pointsOf = (count: number) =>
          Array.from({ length: count }, (_, i) => lower + ((upper - lower) * i) / (count - 1));
        // A line that stands still is crossed nowhere: another model is drawn.
        fc.pre(moves(pointsOf(GLANCE).map(lineAt)));
        const xs = pointsOf(POINTS);
        const scan = xs.map(lineAt);
        const [least, most] = [Math.min(...scan), Math.max(...scan)];
        for (const height of heights) {
          const target = least + ((most - least) * height) / 1_000;
          const { meetings } = solve(model, { cells, measure, target, lowest: Infinity, highest: Infinity });
          for (const { value: x, line: reached, beyond } of meetings) {
            expect(x).toBeGreaterThanOrEqual(lower);
            expect(x).toBeLessThanOrEqual(upper);
            // A miss that is rounding counts as none.
            expect(Math.abs(reached - lineAt(x))).toBeLessThanOrEqual(
              1e-11 * Math.max(Math.abs(reached), Math.abs(target)),
            );
            if (!beyond) expect(Math.abs(reached - target)).toBeLessThanOrEqual(1e-6 * Math.abs(target));
            else expect((reached - target) * (beyond.line - target)).toBeLessThanOrEqual(0);
          }
          for (let i = 1; i < POINTS; i++) {
            if (!((scan[i - 1] - target) * (scan[i] - target) < 0)) continue;
            crossingsSeen++;
            expect(
              isNamed(meetings, xs[i - 1], xs[i]),
              `${cells.driver.key}: ${target} between ${xs[i - 1]} and ${xs[i]}`,
            ).toBe(true);
          }
        }
      }),
      // Each model is ten thousand projections: a smaller one that fails, too, would take minutes to find.
      { numRuns: cases(30), endOnFailure: true },
    );
    expect(crossingsSeen).toBeGreaterThan(0);
  }, 3_600_000);
});

describe('On the sample, goal seek', () => {
  const tables = sampleTables();
  const model = forecastOf(handed(tables)).model(null);
  const cellsOf = (
    driver: string,
    program: string | null = null,
    payer: string | null = null,
    item: string | null = null,
  ) => cellsNamed(model, { driver, program, payer, item });
  const ask = (cells: DriverCells, measure: Measure, target: number, lowest = Infinity, highest = Infinity) =>
    solve(model, { cells, measure, target, lowest, highest });
  const REVENUE: Measure = { line: 'allowedRevenue', program: null, month: 12 };

  it('gives a value that, typed into the cell, meets the target', () => {
    const referrals = cellsOf('Referrals per month', 'RPM');
    const { today, meetings } = ask(referrals, REVENUE, 35_000);
    expect(today).toBe(30);
    expect(meetings).toHaveLength(1);
    const edited = withCells(tables, referrals, () => meetings[0].value);
    const { series } = forecastOf(handed(edited)).statement(null, null);
    expect(Math.abs(series.allowedRevenue[11] / 35_000 - 1)).toBeLessThan(1e-6);
  });

  it('says that a target lies in a jump, with what is on either side of it', () => {
    const units: Measure = { line: 'careTeamUnits', program: null, month: 12 };
    const { meetings } = ask(cellsOf('Patients per unit', 'CCM', null, 'Nurses'), units, 2.5);
    expect(meetings).toHaveLength(1);
    const [{ line, value, beyond }] = meetings;
    expect([line, beyond!.line].sort()).toEqual([2, 3]);
    expect(Math.abs(value - beyond!.value)).toBeLessThan(1e-12 * value);
  });

  it('gives what comes nearest where nothing within the bounds meets the target', () => {
    const { meetings, nearest } = ask(cellsOf('Realization rate', 'RPM', 'Medicare'), REVENUE, 1e6);
    expect(meetings).toEqual([]);
    expect(nearest!.value).toBe(1);
    const { nearest: least } = ask(cellsOf('Realization rate', 'RPM', 'Medicare'), REVENUE, 0);
    expect(least!.value).toBe(0);
  });

  it('finds today’s value for today’s line', () => {
    const today = measurer(REVENUE)(model);
    const { meetings } = ask(cellsOf('Conversion rate', 'RPM'), REVENUE, today);
    expect(meetings[0]).toEqual({ value: 0.6, line: today, beyond: null });
  });

  it('looks at every month of a driver that is a month', () => {
    const launch = cellsOf('Launch month', 'RPM');
    const closing: Measure = { line: 'closingPatients', program: 'RPM', month: null };
    const at = (month: number) => measurer(closing)(withMoved(model, launch, { change: 'set', value: month }));
    expect(ask(launch, closing, at(9)).meetings[0]).toEqual({ value: 9, line: at(9), beyond: null });
    const between = ask(launch, closing, (at(9) + at(10)) / 2 + 1).meetings[0];
    expect([between.value, between.beyond!.value].sort((a, b) => a - b)).toEqual([9, 10]);
  });

  it('looks no further than it is asked to', () => {
    const referrals = cellsOf('Referrals per month', 'RPM');
    const { range, meetings } = ask(referrals, REVENUE, 35_000, 10, 31);
    expect(range).toEqual({ lower: 10, upper: 31 });
    expect(meetings).toEqual([]);
  });
});
