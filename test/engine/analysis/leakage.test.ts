import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { leakage, LEAKAGE_STEPS, type Leakage, type LeakageStep } from '../../../src/engine/analysis/leakage';
import type { Change, Model, Payer, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainModel, plainPayer, plainProgram } from '../reference/plain';
import { randomModel, randomTeamModel } from '../reference/random-model';
import { referenceLeakage } from '../reference/leakage';
import { cases } from '../../random-cases';

vi.setConfig({ testTimeout: 300_000 });

const anyModel = fc.oneof(randomModel, randomTeamModel);

/** A model, one of its programs or all, and some of its months. */
const question = anyModel.chain((model) =>
  fc.tuple(
    fc.constant(model),
    fc.constantFrom(null, ...model.programs.map(({ name }) => name)),
    fc
      .tuple(fc.integer({ min: 1, max: model.months }), fc.integer({ min: 1, max: model.months }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  ),
);

/** To one part in 10⁹ of the largest figure around: “to the cent” on dollars by the million. */
function expectTied(actual: number, expected: number, ...around: number[]) {
  const size = Math.max(Math.abs(expected), ...around.map(Math.abs));
  if (!(Math.abs(actual - expected) <= 1e-9 * size)) expect(actual).toBe(expected);
}

const everyFigure = ({
  patients,
  dollars,
  cashCollected,
  cashToCome,
}: Leakage): [name: string, value: number, size: number][] => [
  ...LEAKAGE_STEPS.map((step) => [`${step} patients`, patients[step], patients.eligible] as [string, number, number]),
  ...LEAKAGE_STEPS.map((step) => [`${step} dollars`, dollars[step], dollars.eligible] as [string, number, number]),
  ['cash collected', cashCollected, dollars.eligible],
  ['cash to come', cashToCome, dollars.eligible],
];

const ccm: Program = {
  name: 'CCM',
  eligiblePatients: 400,
  openingPatients: 100,
  referrals: 20,
  conversionRate: 0.5,
  enrollmentLimit: Infinity,
  dischargeRate: 0,
  disengagementRate: 0,
  benefitChangeRate: 0,
  adverseEventRate: 0,
  earlyDropOffRate: 0,
  launchMonth: 1,
  ...plainProgram,
};
const medicare: Payer = {
  program: 'CCM',
  payer: 'Medicare',
  shareOfPanel: 1,
  allowedPppm: 50,
  realizationRate: 0.8,
  cleanClaimRate: 0.9,
  appealRate: 0.5,
  overturnRate: 0.4,
  daysToPay: 45,
  collectedRate: 0.95,
  attritionMultiplier: 1,
  ...plainPayer,
};
const plan: Model = {
  months: 3,
  basis: 'closing',
  waitingLossRate: 0,
  ...plainModel,
  programs: [ccm],
  payers: [medicare],
  costs: [],
  changes: [],
  adjustments: [],
};

describe('two months of a program, by hand', () => {
  // Panels of 110 and 120; of the 400 eligible 290 and 280 are not enrolled.
  const { patients, dollars, cashCollected, cashToCome } = leakage(plan, null, 1, 2);

  it.each<[LeakageStep, number, number]>([
    ['eligible', 800, 40_000],
    ['enrolled', 230, 11_500],
    ['billable', 184, 9_200], //       80%
    ['claimed', 174.8, 8_740], //      90% clean, half of the rest appealed: 95%
    ['paid', 169.28, 8_464], //        90% + 10% × 0.5 × 0.4 = 92%
    ['collected', 160.816, 8_040.8], // 95%
  ])('%s', (step, ofPatients, ofDollars) => {
    expectTied(patients[step], ofPatients);
    expectTied(dollars[step], ofDollars);
  });

  it('has half of the first month after one month and half after two, within the three months; of the second, half', () => {
    const first = 110 * 0.8 * 0.92 * 0.95 * 50,
      second = 120 * 0.8 * 0.92 * 0.95 * 50;
    expectTied(cashCollected, first + second / 2);
    expectTied(cashToCome, second / 2);
  });

  it('counts those not enrolled as the billing basis counts the active ones', () => {
    expectTied(leakage({ ...plan, basis: 'average' }, null, 1, 1).patients.eligible, 105 + 295);
    expectTied(leakage({ ...plan, basis: 'retained' }, null, 1, 1).patients.eligible, 100 + 300);
  });

  it('takes those who wait for those not enrolled, where nobody knows how many are eligible', () => {
    const limited: Model = { ...plan, programs: [{ ...ccm, eligiblePatients: Infinity, enrollmentLimit: 4 }] };
    expectTied(leakage(limited, null, 2, 2).patients.eligible, 108 + 12);
    expectTied(leakage({ ...limited, basis: 'average' }, null, 2, 2).patients.eligible, 106 + 9);
  });
});

describe('from eligible patients to cash', () => {
  it('no step has more than the one before, and the last one is cash collected and still to come', () => {
    fc.assert(
      fc.property(question, ([model, program, [from, to]]) => {
        const { patients, dollars, cashCollected, cashToCome } = leakage(model, program, from, to);
        for (const figures of [patients, dollars]) {
          LEAKAGE_STEPS.forEach((step, i) => {
            const before = i === 0 ? Infinity : figures[LEAKAGE_STEPS[i - 1]];
            expect(figures[step] >= 0 && figures[step] <= before * (1 + 1e-12), step).toBe(true);
          });
        }
        expectTied(cashCollected + cashToCome, dollars.collected, dollars.collected);
      }),
      { numRuns: cases(100) },
    );
  });

  it('over all months is what the statement says', () => {
    fc.assert(
      fc.property(question, ([model, program]) => {
        const { total, byProgram } = project(model);
        const { series, totals } = program === null ? total : byProgram.get(program)!;
        const { patients, dollars, cashCollected, cashToCome } = leakage(model, program, 1, model.months);
        expectTied(
          patients.enrolled,
          series.activePatients.reduce((sum, active) => sum + active, 0),
        );
        expectTied(patients.billable, totals.billablePatients);
        expectTied(patients.paid, totals.paidClaims);
        expectTied(dollars.enrolled, totals.potentialRevenue);
        expectTied(dollars.paid, totals.allowedRevenue);
        expectTied(dollars.collected, totals.allowedRevenue - totals.badDebt, totals.allowedRevenue);
        expectTied(cashCollected, totals.cashCollected, totals.allowedRevenue);
        expectTied(cashToCome, totals.receivable, totals.allowedRevenue);
      }),
      { numRuns: cases(100) },
    );
  });

  it('is the sum of its months, and of its programs', () => {
    fc.assert(
      fc.property(question, ([model, , [from, to]]) => {
        const whole = everyFigure(leakage(model, null, from, to));
        const sumOf = (parts: Leakage[]) =>
          whole.map(([, , size], i) => [parts.reduce((sum, part) => sum + everyFigure(part)[i][1], 0), size]);
        const middle = Math.floor((from + to) / 2);
        const halves =
          middle < to
            ? [leakage(model, null, from, middle), leakage(model, null, middle + 1, to)]
            : [leakage(model, null, from, to)];
        for (const parts of [halves, model.programs.map(({ name }) => leakage(model, name, from, to))]) {
          sumOf(parts).forEach(([sum, size], i) =>
            expectTied(sum, whole[i][1], size, project(model).total.totals.allowedRevenue),
          );
        }
      }),
      { numRuns: cases(100) },
    );
  });

  it('agrees with the second implementation', () => {
    fc.assert(
      fc.property(question, ([model, program, [from, to]]) => {
        const expected = everyFigure(referenceLeakage(model, program, from, to));
        const billed = project(model).total.totals.allowedRevenue;
        everyFigure(leakage(model, program, from, to)).forEach(([name, value], i) => {
          const [, figure, size] = expected[i];
          // Cash of some months is a difference of cash of more months.
          const around = name.startsWith('cash') ? billed : size;
          expect(Math.abs(value - figure), `${name}: ${value}, not ${figure}`).toBeLessThanOrEqual(
            // Less than a millionth of a millionth of a dollar is nothing, however it compares: it is what thousands leave.
            Math.max(1e-9 * Math.abs(figure), 1e-12 * around, 1e-12),
          );
        });
      }),
      { numRuns: cases(100) },
    );
  });
});

describe('a step at 100% loses nothing', () => {
  const all: Readonly<Record<string, [step: LeakageStep, before: LeakageStep]>> = {
    realizationRate: ['billable', 'enrolled'],
    appealRate: ['claimed', 'billable'],
    overturnRate: ['paid', 'claimed'],
    collectedRate: ['collected', 'paid'],
  };
  it.each(Object.entries(all))('%s, to the last bit', (driver, [step, before]) => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const others = (changes: readonly Change[]) =>
          changes.filter((change) => change.driver !== driver && change.driver !== 'thresholdMinutes');
        const full: Model = {
          ...model,
          changes: others(model.changes),
          adjustments: others(model.adjustments),
          payers: model.payers.map((payer) => ({
            ...payer,
            [driver]: 1,
            thresholdMinutes: driver === 'realizationRate' ? 0 : payer.thresholdMinutes,
          })),
        };
        const { patients, dollars } = leakage(full, null, 1, full.months);
        expect([patients[step], dollars[step]]).toEqual([patients[before], dollars[before]]);
      }),
      { numRuns: cases(100) },
    );
  });

  it('everybody eligible enrolled from the start', () => {
    const { patients, dollars } = leakage({ ...plan, programs: [{ ...ccm, openingPatients: 400 }] }, null, 1, 3);
    expect([patients.enrolled, dollars.enrolled]).toEqual([patients.eligible, dollars.eligible]);
  });
});
