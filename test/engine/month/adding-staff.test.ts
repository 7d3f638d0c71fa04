/**
 * More staff is not less revenue, in any month, for good or for a time: where that follows from the rules, and where it
 * does not, as docs/model.md tells both.
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

  it('where patients leave, but nobody waits or runs out, and staff is planned', () => {
    fc.assert(
      fc.property(drawn, more, (of, added) => {
        const model = modelOf({ ...of, eligible: Infinity, waitingLossRate: 1 }, 'planned', {
          dischargeRate: of.leave,
        });
        expectNoLess(model, withMore(model, added));
      }),
      { numRuns: cases(500) },
    );
  });

  it('where minutes decide what is billable and nobody leaves, when it is there from the first month for good', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(0.5, 1, 2, 5), (of, units) => {
        const steady = modelOf({ ...of, minimum: 0 }, 'planned', {}, { thresholdMinutes: 20, minutesCv: 0.6 });
        const model = { ...steady, changes: [] };
        expectNoLess(model, withMore(model, [units, 1, Infinity]));
      }),
      { numRuns: cases(150) },
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

  describe('but a later month can bring less', () => {
    const steady: Drawn = {
      ...{ opening: 0, referrals: 200, leave: 0, eligible: Infinity, limit: Infinity, waitingLossRate: 0 },
      ...{ units: 1, minimum: 0, patientsPerUnit: 100, training: 0, lead: 0, hireAt: 0.9, basis: 'closing' },
      ...{ pause: [99, 99], planned: [0, 99, 99] },
    };
    const revenue = (model: Model) => Array.from(revenueOf({ ...model, months: 6 }), (dollars) => Math.round(dollars));

    it('where those who are eligible run out, and leave the sooner the sooner they came', () => {
      const model = modelOf({ ...steady, eligible: 200 }, 'planned', { dischargeRate: 0.5 }, { realizationRate: 1 });
      expect(revenue(model)).toEqual([10_000, 10_000, 10_000, 5_000, 2_500, 1_250]);
      expect(revenue(withMore(model, [1, 1, Infinity]))).toEqual([20_000, 10_000, 5_000, 2_500, 1_250, 625]);
    });

    it('where those who were let in for a time share the minutes of a team that is small again', () => {
      const model = modelOf(
        { ...steady, opening: 100, referrals: 10 },
        'planned',
        {},
        { realizationRate: 1, thresholdMinutes: 20, minutesCv: 0.6 },
      );
      model.costs = model.costs.map((nurse) => ({ ...nurse, minutesPerUnit: 2_200 }));
      expect(revenue(model)).toEqual([4_814, 4_814, 4_814, 4_814, 4_814, 4_814]);
      expect(revenue(withMore(model, [1, 2, 2]))).toEqual([4_814, 9_126, 9_423, 9_644, 3_765, 3_765]);
    });

    it('where nobody is hired while more of the staff is there for a time, and patients leave', () => {
      const model = modelOf(
        { ...steady, opening: 100, referrals: 30, lead: 2 },
        'as needed',
        { dischargeRate: 0.05 },
        { realizationRate: 1 },
      );
      expect(revenue(model)).toEqual([10_000, 10_000, 10_000, 20_000, 20_000, 20_000]);
      expect(revenue(withMore(model, [1, 1, 2]))).toEqual([12_500, 14_875, 17_131, 16_275, 15_461, 14_688]);
    });
  });
});
