import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostItem, Model, Payer } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainItem, plainModel, plainRates, promptPayer, steadyProgram, unlimited } from '../reference/plain';
import { cases } from '../../random-cases';

const CASES = cases(2_000);

const nurse: CostItem = {
  ...plainItem,
  item: 'Nurse',
  category: 'care team',
  program: null,
  basis: 'per unit',
  amount: 6_500,
  patientsPerUnit: 100,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  staffing: 'planned',
  unitsOnDuty: 2,
  minutesPerUnit: 9_600,
  productiveRate: 0.6,
};
const ccm = steadyProgram;
const medicare: Payer = { ...promptPayer, allowedPppm: 66 };
const modelOf = (changes: Partial<Model>): Model => ({
  months: 12,
  basis: 'closing',
  waitingLossRate: 0,
  ...plainModel,
  programs: [ccm],
  payers: [medicare],
  costs: [nurse],
  changes: [],
  adjustments: [],
  ...changes,
});
const series = (values: Float64Array) => Array.from(values);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** Models whose team limits enrollment and whose minutes decide what is billable. */
const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const teamModel: fc.Arbitrary<Model> = fc
  .record({
    months: fc.integer({ min: 2, max: 36 }),
    opening: between(0, 300),
    referrals: between(0, 80),
    conversion: between(0, 1),
    disengagement: between(0, 0.2),
    early: between(0, 0.3),
    units: fc.integer({ min: 0, max: 6 }),
    perUnit: between(20, 200),
    minutes: between(500, 12_000),
    productive: between(0.2, 1),
    threshold: fc.constantFrom(0, 10, 20, 40),
    cv: between(0.1, 1.5),
    staffing: fc.constantFrom('planned' as const, 'as needed' as const),
    waitingLossRate: between(0, 0.5),
    training: fc.integer({ min: 0, max: 4 }),
    lead: fc.integer({ min: 0, max: 5 }),
    trigger: between(0.5, 1),
    shared: fc.boolean(),
  })
  .map((r) =>
    modelOf({
      months: r.months,
      waitingLossRate: r.waitingLossRate,
      trainingMonths: r.training,
      hireLeadMonths: r.lead,
      hireAtUtilization: r.trigger,
      programs: ['CCM', 'RPM'].map((name) => ({
        ...ccm,
        name,
        openingPatients: r.opening,
        referrals: name === 'RPM' ? r.referrals / 2 : r.referrals,
        conversionRate: r.conversion,
        disengagementRate: r.disengagement,
        earlyDropOffRate: Math.min(r.early, 1 - r.disengagement),
      })),
      payers: ['CCM', 'RPM'].map((program) => ({
        ...medicare,
        program,
        realizationRate: 0.8,
        thresholdMinutes: r.threshold,
        minutesCv: r.cv,
      })),
      costs: [null, ...(r.shared ? [] : ['CCM'])].map((program) => ({
        ...nurse,
        program,
        item: `Nurse ${program ?? 'all'}`,
        staffing: r.staffing,
        unitsOnDuty: r.units,
        patientsPerUnit: r.perUnit,
        minutesPerUnit: r.minutes,
        productiveRate: r.productive,
      })),
    }),
  );

describe('a care team with planned units', () => {
  it('turns patients away when its places are taken, and they wait', () => {
    const { total } = project(
      modelOf({ months: 4, programs: [{ ...ccm, referrals: 150, conversionRate: 0.5 }], costs: [nurse] }),
    );
    expect(series(total.series.newPatients)).toEqual([75, 75, 50, 0]);
    expect(series(total.series.closingPatients)).toEqual([75, 150, 200, 200]);
    expect(series(total.series.waitingPatients)).toEqual([0, 0, 25, 100]);
    expect(series(total.series.careTeamUnits)).toEqual([2, 2, 2, 2]);
    expect(series(total.series.utilizationRate)).toEqual([0.375, 0.75, 1, 1]);
  });

  it('takes the waiting in when a planned change adds a nurse', () => {
    const hire = {
      driver: 'unitsOnDuty',
      program: null,
      payer: null,
      item: 'Nurse',
      change: 'add' as const,
      value: 1,
      fromMonth: 4,
      toMonth: Infinity,
    };
    const { total } = project(
      modelOf({ months: 5, programs: [{ ...ccm, referrals: 150, conversionRate: 0.5 }], changes: [hire] }),
    );
    expect(series(total.series.closingPatients)).toEqual([75, 150, 200, 300, 300]);
    expect(series(total.series.waitingPatients)).toEqual([0, 0, 25, 0, 75]);
  });

  it('counts a newcomer in full only after training', () => {
    const hire = {
      driver: 'unitsOnDuty',
      program: null,
      payer: null,
      item: 'Nurse',
      change: 'add' as const,
      value: 1,
      fromMonth: 2,
      toMonth: Infinity,
    };
    const { total } = project(
      modelOf({
        months: 5,
        trainingMonths: 3,
        programs: [{ ...ccm, openingPatients: 200, referrals: 500, conversionRate: 1 }],
        changes: [hire],
      }),
    );
    expect(series(total.series.closingPatients)).toEqual([200, 225, 250, 275, 300]);
    expect(series(total.series.careTeamUnits)).toEqual([2, 3, 3, 3, 3]);
  });

  it('shares the places of a common team by what programs ask for', () => {
    const { byProgram } = project(
      modelOf({
        months: 1,
        programs: [
          { ...ccm, referrals: 300, conversionRate: 1 },
          { ...ccm, name: 'RPM', referrals: 100, conversionRate: 1 },
        ],
        payers: [medicare, { ...medicare, program: 'RPM' }],
      }),
    );
    expect(series(byProgram.get('CCM')!.series.newPatients)).toEqual([150]);
    expect(series(byProgram.get('RPM')!.series.newPatients)).toEqual([50]);
  });
});

describe('realization from minutes', () => {
  const timed = { ...medicare, thresholdMinutes: 20, minutesCv: 1, consentRate: 0.9, documentationRate: 0.5 };

  it('is consent × documentation × the share that reaches the threshold', () => {
    // 9,600 × 60% = 5,760 minutes a nurse; two of them over 288 patients are 40 minutes each, an exponential spread.
    const { total } = project(modelOf({ months: 1, programs: [{ ...ccm, openingPatients: 288 }], payers: [timed] }));
    expect(total.series.realizationRate[0]).toBeCloseTo(0.9 * 0.5 * Math.exp(-0.5), 12);
  });

  it('gives no more minutes than the program means to', () => {
    const { total, byProgram } = project(
      modelOf({ months: 1, programs: [{ ...ccm, openingPatients: 100, serviceMinutes: 25 }], payers: [timed] }),
    );
    expect(total.series.realizationRate[0]).toBeCloseTo(0.9 * 0.5 * Math.exp(-20 / 25), 12);
    expect(byProgram.get('CCM')!.series.minutesUsed[0]).toBe(2_500);
    expect(byProgram.get('CCM')!.series.minutesAvailable[0]).toBeCloseTo(11_520, 9);
  });

  it('keeps the typed rate of a payer without a threshold', () => {
    const { total } = project(
      modelOf({
        months: 1,
        programs: [{ ...ccm, openingPatients: 100 }],
        payers: [{ ...medicare, realizationRate: 0.97 }],
      }),
    );
    expect(total.series.realizationRate[0]).toBeCloseTo(0.97, 12);
  });
});

describe('a care team that hires as needed', () => {
  it('orders past the trigger and is joined after the lead time', () => {
    // 100 patients a nurse, trigger 90%: month 1 closes with 95 patients, so a nurse is ordered and comes in month 1 + 1 + 2.
    const { total, team } = project(
      modelOf({
        months: 6,
        hireLeadMonths: 2,
        programs: [{ ...ccm, openingPatients: 80, referrals: 15, conversionRate: 1 }],
        costs: [{ ...nurse, staffing: 'as needed', unitsOnDuty: 1 }],
      }),
    );
    expect(series(team!.items[0].hired)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(series(total.series.careTeamUnits)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(series(total.series.closingPatients)).toEqual([95, 100, 100, 140, 155, 170]);
  });

  it('orders nobody for a panel that just fills its places, however they round', () => {
    // Parts of a nurse, and a trigger of 100%: the panel fills the places and stays there.
    for (const disengagementRate of [0.01, 0.03, 0.07, 0.11, 0.13]) {
      for (const unitsOnDuty of [0.6, 1.7, 2.3]) {
        const full = modelOf({
          months: 24,
          hireAtUtilization: 1,
          programs: [{ ...ccm, openingPatients: 10, referrals: 50, conversionRate: 1, disengagementRate }],
          costs: [{ ...nurse, staffing: 'as needed', unitsOnDuty, patientsPerUnit: 37.1 }],
        });
        expect(series(project(full).team!.items[0].hired), `${disengagementRate} of ${unitsOnDuty}`).toEqual(
          Array(24).fill(0),
        );
      }
    }
  });

  it('never orders before the trigger, nor more than the panel needs', () => {
    fc.assert(
      fc.property(
        teamModel.filter(({ costs }) => costs[0].staffing === 'as needed'),
        (model) => {
          const { team, total, byProgram } = project(model);
          for (const { item, program, unitsOnDuty, hired } of team!.items) {
            const { patientsPerUnit } = model.costs.find((cost) => cost.item === item)!;
            const { activePatients } = (program === null ? total : byProgram.get(program)!).series;
            for (let t = 0; t < model.months; t++) {
              if (hired[t] === 0) continue;
              const ordered = t - 1 - model.hireLeadMonths;
              expect(activePatients[ordered]).toBeGreaterThan(
                unitsOnDuty[ordered] * patientsPerUnit * model.hireAtUtilization,
              );
              expect(unitsOnDuty[t]).toBeLessThan(
                activePatients[ordered] / (patientsPerUnit * model.hireAtUtilization) + 1,
              );
            }
          }
        },
      ),
      { numRuns: CASES },
    );
  });
});

describe('whatever the team', () => {
  it('one nurse more never lowers revenue', () => {
    fc.assert(
      fc.property(teamModel, (model) => {
        const more = { ...model, costs: model.costs.map((cost) => ({ ...cost, unitsOnDuty: cost.unitsOnDuty + 1 })) };
        const before = project(model).total.totals.allowedRevenue;
        expect(project(more).total.totals.allowedRevenue).toBeGreaterThanOrEqual(before * (1 - 1e-9));
      }),
      { numRuns: CASES },
    );
  });

  it('minutes used never exceed minutes available', () => {
    fc.assert(
      fc.property(teamModel, between(1, 200), (model, serviceMinutes) => {
        const { byProgram } = project({
          ...model,
          programs: model.programs.map((program) => ({ ...program, serviceMinutes })),
        });
        for (const { series } of byProgram.values())
          series.minutesUsed.forEach((used, t) =>
            expect(used).toBeLessThanOrEqual(series.minutesAvailable[t] * (1 + 1e-12)),
          );
      }),
      { numRuns: CASES },
    );
  });

  it('more demand never lowers enrollment', () => {
    fc.assert(
      fc.property(
        teamModel.filter(({ costs }) => costs[0].staffing === 'planned'),
        between(1, 3),
        (model, factor) => {
          const more = {
            ...model,
            programs: model.programs.map((program) => ({ ...program, referrals: program.referrals * factor })),
          };
          const enrolled = (each: Model) => project(each).total.series.newPatients;
          const before = enrolled(model),
            after = enrolled(more);
          let least = 0,
            most = 0;
          for (let t = 0; t < model.months; t++) {
            least += before[t];
            most += after[t];
            expect(most).toBeGreaterThanOrEqual(least * (1 - 1e-9) - 1e-9);
          }
        },
      ),
      { numRuns: CASES },
    );
  });

  it('waiting patients are conserved: referred and converted = enrolled + gave up + waiting', () => {
    fc.assert(
      fc.property(teamModel, (model) => {
        const { byProgram } = project(model);
        for (const program of model.programs) {
          const { newPatients, waitingPatients, referrals } = byProgram.get(program.name)!.series;
          let gaveUp = 0;
          for (let t = 1; t < model.months; t++) gaveUp += waitingPatients[t - 1] * model.waitingLossRate;
          const came = sum(referrals) * program.conversionRate;
          expect(Math.abs(came - sum(newPatients) - gaveUp - waitingPatients[model.months - 1])).toBeLessThanOrEqual(
            1e-9 * Math.max(1, came),
          );
        }
      }),
      { numRuns: CASES },
    );
  });

  it('unlimited staff and plain rates give every figure of a model without a team, to the last bit', () => {
    fc.assert(
      fc.property(teamModel, (model) => {
        const plain: Model = {
          ...model,
          payers: model.payers.map((payer) => ({ ...payer, ...plainRates })),
          costs: model.costs.map((cost) => ({ ...cost, ...unlimited })),
        };
        // The same team with more places than anybody asks for.
        const roomy: Model = {
          ...plain,
          costs: [...plain.costs, { ...nurse, item: 'Everybody', amount: 0, category: 'care team', unitsOnDuty: 1e9 }],
        };
        const expected = project(plain).total.series,
          actual = project(roomy).total.series;
        for (const line of [
          'newPatients',
          'closingPatients',
          'allowedRevenue',
          'cashCollected',
          'totalCost',
          'margin',
        ] as const)
          expect(series(actual[line])).toEqual(series(expected[line]));
      }),
      { numRuns: cases(200) },
    );
  });
});
