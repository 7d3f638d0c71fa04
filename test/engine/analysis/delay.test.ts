import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  delayEffects,
  RUN_ON_MONTHS,
  startedLater,
  type DelayEffects,
  type Effect,
} from '../../../src/engine/analysis/delay';
import { PAYER_DRIVERS } from '../../../src/engine/model/drivers';
import { LINES } from '../../../src/engine/model/lines';
import type { BillingBasis, Change, CostItem, Model, Payer, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import type { Statement } from '../../../src/engine/month/statement';
import { disagreements } from '../reference/agreement';
import { plainItem, plainModel, plainPayer, plainProgram } from '../reference/plain';
import { randomModel, randomTeamModel } from '../reference/random-model';
import { reference } from '../reference/project';
import { cases } from '../../random-cases';

vi.setConfig({ testTimeout: 300_000 });

const anyModel = fc.oneof(randomModel, randomTeamModel);
const months = fc.integer({ min: 1, max: 14 });
const oneOrAll = ({ programs }: Model) => fc.constantFrom(null, ...programs.map(({ name }) => name));

const program: Program = {
  name: 'CCM',
  eligiblePatients: Infinity,
  openingPatients: 0,
  referrals: 0,
  conversionRate: 1,
  enrollmentLimit: Infinity,
  dischargeRate: 0,
  disengagementRate: 0,
  benefitChangeRate: 0,
  adverseEventRate: 0,
  earlyDropOffRate: 0,
  launchMonth: 1,
  ...plainProgram,
};
const payer: Payer = {
  program: 'CCM',
  payer: 'Medicare',
  shareOfPanel: 1,
  allowedPppm: 100,
  realizationRate: 0.8,
  cleanClaimRate: 0.5,
  appealRate: 0.5,
  overturnRate: 0.5,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
  ...plainPayer,
};
const platform: CostItem = {
  item: 'Platform',
  category: 'technology',
  program: 'CCM',
  basis: 'per month',
  amount: 1_000,
  patientsPerUnit: 1,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...plainItem,
};
const modelOf = (changes: Partial<Program>, costs: CostItem[] = [platform]): Model => ({
  months: 36,
  basis: 'average',
  waitingLossRate: 0,
  ...plainModel,
  programs: [{ ...program, ...changes }],
  payers: [payer],
  costs,
  changes: [],
  adjustments: [],
});

const effects = (model: Model, later: number, name: string | null = null): Effect[] =>
  Object.values(delayEffects(model, later, name) as unknown as Record<string, Effect>);
const lost = ({ asPlanned, delayed }: Effect) => asPlanned - delayed;

describe('a start that is delayed', () => {
  it('by 0 months loses nothing', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { asPlanned, delayed, lostForGood, merelyLater } of effects(model, 0))
          expect([delayed, lostForGood, merelyLater]).toEqual([asPlanned, 0, 0]);
      }),
      { numRuns: cases(60) },
    );
  });

  it.each<[BillingBasis, (d: number) => number]>([
    ['average', (d) => 36 - d / 2],
    ['closing', (d) => 36 - (d - 1) / 2],
    ['retained', (d) => 36 - (d + 1) / 2],
  ])('loses what the closed form of the manual says, for good, on the %s basis', (basis, meanMonth) => {
    // 80% realized, 62.5% paid, $100 allowed: $50 a patient and month.
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        fc.integer({ min: 1, max: 36 }),
        (openingPatients, referrals, d) => {
          const { allowedRevenue } = delayEffects({ ...modelOf({ openingPatients, referrals }), basis }, d, null);
          const closedForm = 50 * d * (openingPatients + referrals * meanMonth(d));
          expect(Math.abs(lost(allowedRevenue) - closedForm)).toBeLessThanOrEqual(1e-9 * closedForm + 1e-6);
          expect(allowedRevenue.merelyLater).toBeLessThanOrEqual(1e-9 * closedForm);
        },
      ),
      { numRuns: cases(60) },
    );
  });

  it('merely moves a panel that is worked off, and a launch that is paid once', () => {
    // 400 patients, each here for ten months on average; nobody else is eligible.
    const launch: CostItem = { ...platform, item: 'Launch', basis: 'one-off', amount: 9_000, startMonth: 30 };
    const { allowedRevenue, totalCost } = delayEffects(
      modelOf({ openingPatients: 400, disengagementRate: 0.1 }, [launch]),
      12,
      null,
    );
    expect(lost(allowedRevenue)).toBeGreaterThan(10_000);
    expect(Math.abs(allowedRevenue.lostForGood)).toBeLessThan(1);
    expect([lost(totalCost), totalCost.merelyLater]).toEqual([9_000, 9_000]);
  });

  it('calls what is left of a loss by rounding nothing', () => {
    const { activePatients, allowedRevenue } = delayEffects(
      {
        ...modelOf({ eligiblePatients: 160, openingPatients: 100, referrals: 10, dischargeRate: 0.5 }),
        months: 12,
        basis: 'closing',
      },
      8,
      null,
    );
    expect([activePatients.lostForGood, allowedRevenue.lostForGood]).toEqual([0, 0]);
    expect(lost(activePatients)).toBeCloseTo(64.66796875, 9);
  });

  it('saves for good what is not paid in the meantime', () => {
    const { totalCost, margin, allowedRevenue } = delayEffects(modelOf({ referrals: 10 }), 3, null);
    expect([totalCost.asPlanned, totalCost.delayed, totalCost.lostForGood]).toEqual([36_000, 33_000, 3_000]);
    expect(lost(margin)).toBeCloseTo(lost(allowedRevenue) - 3_000, 6);
  });

  it('meets the fee schedule where it stands, and its own planned changes later', () => {
    const everywhere = { program: null, payer: null, item: null, toMonth: Infinity };
    const model: Model = {
      ...modelOf({ referrals: 10 }),
      months: 12,
      schedule: [{ ...everywhere, driver: 'allowedPppm', change: 'set', value: 200, fromMonth: 7 }],
      changes: [{ ...everywhere, driver: 'referrals', change: 'set', value: 20, fromMonth: 7 }],
    };
    const { series } = project(startedLater(model, 2, null)).total;
    expect(Array.from(series.newPatients)).toEqual([0, 0, 10, 10, 10, 10, 10, 10, 20, 20, 20, 20]);
    expect(Array.from(series.allowedPppm)).toEqual([0, 0, 100, 100, 100, 100, 200, 200, 200, 200, 200, 200]);
  });

  it('knows nothing of changes planned for after the forecast', () => {
    const model = modelOf({ referrals: 10 });
    const after: Change = {
      driver: 'dischargeRate',
      program: 'CCM',
      payer: null,
      item: null,
      change: 'set',
      value: 1,
      fromMonth: 37,
      toMonth: Infinity,
    };
    expect(delayEffects({ ...model, changes: [after] }, 3, null)).toEqual(delayEffects(model, 3, null));
    expect(delayEffects({ ...model, changes: [{ ...after, fromMonth: 36 }] }, 3, null)).not.toEqual(
      delayEffects(model, 3, null),
    );
  });

  it('of one program leaves the others and what all share as planned', () => {
    const rpm = { ...program, name: 'RPM', openingPatients: 50 };
    const two: Model = {
      ...modelOf({ openingPatients: 100 }, [platform, { ...platform, item: 'Rent', program: null }]),
      programs: [{ ...program, openingPatients: 100 }, rpm],
      payers: [payer, { ...payer, program: 'RPM' }],
    };
    const { total, byProgram } = project(startedLater(two, 2, 'CCM'));
    expect(Array.from(byProgram.get('CCM')!.series.activePatients.slice(0, 4))).toEqual([0, 0, 100, 100]);
    expect(Array.from(byProgram.get('RPM')!.series.activePatients.slice(0, 4))).toEqual([50, 50, 50, 50]);
    const cost = ({ series }: Statement) => Array.from(series.totalCost.slice(0, 4), Math.round);
    expect(cost(total)).toEqual([1_000, 1_000, 2_000, 2_000]);
    expect(cost(project(startedLater(two, 2, null)).total)).toEqual([0, 0, 2_000, 2_000]);
  });
});

/** Without what keeps the calendar: changes of payer inputs, and annual increases. */
function ofThePlanOnly(model: Model): Model {
  const calendar = new Set<string>([...PAYER_DRIVERS.map(({ key }) => key), 'annualIncrease']);
  const own = (changes: readonly Change[]) => changes.filter(({ driver }) => !calendar.has(driver));
  return {
    ...model,
    changes: own(model.changes),
    adjustments: own(model.adjustments),
    costs: model.costs.map((item) => ({ ...item, annualIncrease: 0 })),
  };
}

describe('whatever the model', () => {
  it('the whole plan put off is the plan as it stands, so many months later', () => {
    fc.assert(
      fc.property(anyModel.map(ofThePlanOnly), months, (model, later) => {
        const plan = project(model).total.series;
        const late = project(startedLater({ ...model, months: model.months + later }, later, null)).total.series;
        for (const { key } of LINES) {
          expect(late[key].subarray(later), key).toEqual(plan[key]);
          for (let t = 0; t < later; t++) expect(late[key][t], key).toBe(0);
        }
      }),
      { numRuns: cases(75) },
    );
  });

  it('what is lost is lost for good or merely later, and no more of it comes back than was lost', () => {
    fc.assert(
      fc.property(
        anyModel.chain((model) => fc.tuple(fc.constant(model), oneOrAll(model))),
        months,
        ([model, name], later) => {
          const { margin, ...lines } = delayEffects(model, later, name);
          const size =
            lines.allowedRevenue.asPlanned +
            lines.allowedRevenue.delayed +
            lines.totalCost.asPlanned +
            lines.totalCost.delayed;
          for (const effect of [margin, ...Object.values(lines)]) {
            expect(Math.abs(lost(effect) - effect.lostForGood - effect.merelyLater)).toBeLessThanOrEqual(
              1e-9 * size + 1e-9 * Math.abs(effect.asPlanned),
            );
          }
          for (const effect of Object.values(lines)) {
            expect(effect.merelyLater * lost(effect)).toBeGreaterThanOrEqual(0);
            expect(Math.abs(effect.merelyLater)).toBeLessThanOrEqual(Math.abs(lost(effect)));
          }
        },
      ),
      { numRuns: cases(60) },
    );
  });

  it('the second implementation says the same', () => {
    fc.assert(
      fc.property(
        anyModel.chain((model) => fc.tuple(fc.constant(model), oneOrAll(model))),
        months,
        ([model, name], later) => {
          const late = startedLater(model, later, name);
          const actual = project(late),
            expected = reference(late);
          const found = disagreements(actual.total, { series: expected.total.lines, totals: expected.total.totals });
          for (const [each, { lines, totals }] of expected.byProgram)
            found.push(
              ...disagreements(actual.byProgram.get(each)!, { series: lines, totals }).map(
                (text) => `${each}: ${text}`,
              ),
            );
          expect(found.slice(0, 5)).toEqual([]);
        },
      ),
      { numRuns: cases(150) },
    );
  });

  it('effects are sums of what the second implementation says', () => {
    fc.assert(
      fc.property(anyModel, months, (model, later) => {
        const runsOn = {
          ...model,
          months: model.months + RUN_ON_MONTHS,
          changes: model.changes.filter(({ fromMonth }) => fromMonth < model.months + 1),
        };
        const plan = reference(runsOn).total.lines,
          late = reference(startedLater(runsOn, later, null)).total.lines;
        const found = delayEffects(model, later, null);
        for (const line of [
          'activePatients',
          'allowedRevenue',
          'badDebt',
          'totalCost',
          'cashCollected',
        ] as const satisfies readonly (keyof DelayEffects)[]) {
          let inTime = 0,
            after = 0,
            all = 0;
          plan[line].forEach((value, t) => {
            if (t < model.months) inTime += value - late[line][t];
            else after += late[line][t] - value;
            all += Math.abs(value);
          });
          const comesBack = Math.sign(inTime) * Math.min(Math.abs(inTime), Math.max(0, Math.sign(inTime) * after));
          expect(Math.abs(lost(found[line]) - inTime), line).toBeLessThanOrEqual(1e-9 * Math.abs(inTime) + 1e-12 * all);
          expect(Math.abs(found[line].merelyLater - comesBack), line).toBeLessThanOrEqual(
            1e-9 * Math.abs(comesBack) + 1e-11 * all,
          );
        }
      }),
      { numRuns: cases(40) },
    );
  });
});
