/**
 * More staff is never less revenue, in any month: for good or for a time.
 *
 * Where patients leave, that does not follow: who is let in early is gone early, and the queue is worked off sooner.
 * Nor where minutes decide and the panel grows with the team: those let in for a time share the minutes of those who
 * stay. Nor where staff is hired as needed and more of it comes for a time: nobody is hired in the meantime. So each
 * of these is left out of the model where another is looked at.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cases } from '../../random-cases';
import type { Change, CostItem, Model, Payer, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainItem, plainModel, promptPayer, steadyProgram } from '../reference/plain';
import { reference } from '../reference/project';

vi.setConfig({ testTimeout: 120_000 });

/** A thousand steps: 5e-324 patients teach nothing. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000 }).map((step) => min + ((max - min) * step) / 1_000);
const halves = (max: number) => fc.integer({ min: 0, max: 2 * max }).map((each) => each / 2);

interface Drawn {
  opening: number;
  referrals: number;
  leave: number;
  eligible: number;
  limit: number;
  waitingLossRate: number;
  units: number;
  minimum: number;
  patientsPerUnit: number;
  training: number;
  lead: number;
  hireAt: number;
  basis: Model['basis'];
  pause: [from: number, to: number];
  planned: [value: number, from: number, to: number];
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  opening: between(0, 400),
  referrals: between(0, 120),
  leave: between(0, 0.3),
  eligible: fc.oneof(fc.constant(Infinity), between(0, 1_000)),
  limit: fc.oneof(fc.constant(Infinity), between(0, 100)),
  waitingLossRate: between(0, 1),
  units: halves(6),
  minimum: halves(3),
  patientsPerUnit: between(10, 150),
  training: fc.integer({ min: 0, max: 6 }),
  lead: fc.integer({ min: 0, max: 4 }),
  hireAt: between(0.4, 1),
  basis: fc.constantFrom('average', 'closing', 'retained'),
  pause: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 24 })),
  planned: fc.tuple(halves(5), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 30 })),
});

const change = (driver: string, kind: Change['change'], value: number, fromMonth: number, toMonth: number): Change => ({
  driver,
  program: null,
  payer: null,
  item: null,
  change: kind,
  value,
  fromMonth,
  toMonth,
});

function modelOf(of: Drawn, staffing: CostItem['staffing'], rest: Partial<Program>, terms: Partial<Payer> = {}): Model {
  const program: Program = {
    ...steadyProgram,
    eligiblePatients: of.eligible,
    openingPatients: of.opening,
    referrals: of.referrals,
    conversionRate: 1,
    enrollmentLimit: of.limit,
    ...rest,
  };
  const payer: Payer = { ...promptPayer, realizationRate: 0.9, ...terms };
  const nurse: CostItem = {
    ...plainItem,
    item: 'Nurse',
    category: 'care team',
    program: 'CCM',
    basis: 'per unit',
    amount: 1_000,
    patientsPerUnit: of.patientsPerUnit,
    minimumUnits: of.minimum,
    startMonth: 1,
    endMonth: Infinity,
    annualIncrease: 0,
    staffing,
    unitsOnDuty: of.units,
    minutesPerUnit: 3_000,
  };
  const [value, from, to] = of.planned;
  const [pauseFrom, pauseTo] = of.pause;
  return {
    ...plainModel,
    months: 24,
    basis: of.basis,
    waitingLossRate: of.waitingLossRate,
    hireAtUtilization: of.hireAt,
    hireLeadMonths: of.lead,
    trainingMonths: of.training,
    programs: [program],
    payers: [payer],
    costs: [nurse],
    changes: [
      change('endMonth', 'set', 0, pauseFrom, pauseTo),
      ...(staffing === 'planned' ? [change('unitsOnDuty', 'set', value, from, to)] : []),
    ],
    adjustments: [],
  };
}

/** Units added, from a month to another one or for good. */
const more = fc.tuple(
  fc.constantFrom(0.5, 1, 2, 5),
  fc.integer({ min: 1, max: 24 }),
  fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 12 })),
);
const withMore = (model: Model, [units, from, lasting]: [number, number, number]): Model => ({
  ...model,
  changes: [...model.changes, change('unitsOnDuty', 'add', units, from, from + lasting)],
});

describe.each([
  ['the engine', (model: Model) => project(model).total.series.allowedRevenue],
  ['the second implementation', (model: Model) => reference(model).total.lines.allowedRevenue],
])('by %s, a nurse more, for good or for a time, never lowers a month’s revenue', (_name, revenueOf) => {
  const expectNoLess = (model: Model, better: Model) => {
    const before = Array.from(revenueOf(model));
    const after = Array.from(revenueOf(better));
    const noise = 1e-9 * Math.max(...before, ...after);
    after.forEach((revenue, t) => {
      if (!(revenue >= before[t] - noise)) expect(revenue, `month ${t + 1}`).toBeGreaterThanOrEqual(before[t]);
    });
  };

  it('where nobody leaves and staff is planned', () => {
    fc.assert(
      fc.property(drawn, more, (of, added) => {
        const model = modelOf(of, 'planned', {});
        expectNoLess(model, withMore(model, added));
      }),
      { numRuns: cases(500) },
    );
  });

  it('where minutes decide what is billable, of a panel that nobody joins', () => {
    fc.assert(
      fc.property(drawn, more, (of, added) => {
        const model = modelOf(
          of,
          'planned',
          { referrals: 0, dischargeRate: of.leave },
          { thresholdMinutes: 20, minutesCv: 0.6 },
        );
        expectNoLess(model, withMore(model, added));
      }),
      { numRuns: cases(150) },
    );
  });

  it('where nobody leaves and staff is hired as needed, when it is there from the first month for good', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 4 }), (of, units) => {
        const model = modelOf({ ...of, minimum: 0 }, 'as needed', {});
        expectNoLess(model, withMore(model, [units, 1, Infinity]));
      }),
      { numRuns: cases(500) },
    );
  });
});
