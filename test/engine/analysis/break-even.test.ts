import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { breakEven } from '../../../src/engine/analysis/break-even';
import type { CostItem, Model, Payer, Program } from '../../../src/engine/model/model';
import { Economics } from '../../../src/engine/analysis/month-economics';
import { NOTHING } from '../../../src/engine/math/tolerances';
import { project, type Projection } from '../../../src/engine/project';
import { plainItem, plainModel, plainPayer, plainProgram } from '../reference/plain';
import { randomModel, randomTeamModel } from '../reference/random-model';
import { cases } from '../../random-cases';

vi.setConfig({ testTimeout: 300_000 });

const program: Program = {
  name: 'CCM',
  eligiblePatients: Infinity,
  openingPatients: 0,
  referrals: 10,
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
  allowedPppm: 50,
  realizationRate: 1,
  cleanClaimRate: 1,
  appealRate: 0,
  overturnRate: 0,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
  ...plainPayer,
};
const rent: CostItem = {
  item: 'Rent',
  category: 'overhead and compliance',
  program: null,
  basis: 'per month',
  amount: 2_000,
  patientsPerUnit: 1,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...plainItem,
};
const nurse: CostItem = {
  ...rent,
  item: 'Nurse',
  category: 'care team',
  basis: 'per unit',
  amount: 6_500,
  patientsPerUnit: 150,
};
const modelOf = (costs: CostItem[], changes: Partial<Model> = {}, of: Partial<Program> = {}): Model => ({
  months: 12,
  basis: 'closing',
  waitingLossRate: 0,
  ...plainModel,
  programs: [{ ...program, ...of }],
  payers: [payer],
  costs,
  changes: [],
  adjustments: [],
  ...changes,
});
const answer = (model: Model, name: string | null = null) => breakEven(model, project(model), name);

describe('a program that enrolls ten patients a month at $50 each, with a rent of $2,000', () => {
  it('breaks even at 40 patients in month 4, needs $3,000 until month 3, and has it back in month 7', () => {
    // Margins −1,500, −1,000, −500, 0, 500 …; cumulative cash −1,500, −2,500, −3,000, −3,000, −2,500, −1,500, 0.
    expect(answer(modelOf([rent]))).toEqual({
      panelMonth: 4,
      panel: 40,
      lastingPanel: 40,
      month: 4,
      lastingMonth: 4,
      peakFunding: 3_000,
      peakMonth: 3,
      paybackMonth: 7,
    });
  });

  it('breaks even with any panel where nothing costs anything', () => {
    expect(answer(modelOf([]))).toMatchObject({ panel: 0, lastingPanel: 0, month: 1, lastingMonth: 1 });
  });

  it('looks as far as it takes where a full nurse leaves little', () => {
    // k nurses at $7,400 cost $7,400k + $2,000 and bring up to $7,500k: enough for the first time with the 20th full,
    // and from the 95th on without a patient of her own.
    expect(answer(modelOf([rent, { ...nurse, amount: 7_400 }]))).toMatchObject({ panel: 3_000, lastingPanel: 13_952 });
  });

  it('pays the minimum of a team whose program has nobody yet', () => {
    const team = { ...nurse, program: 'RPM', minimumUnits: 2 };
    const programs = [program, { ...program, name: 'RPM', launchMonth: 100 }];
    expect(answer(modelOf([rent, team], { programs, payers: [payer, { ...payer, program: 'RPM' }] }))).toMatchObject({
      panel: (2_000 + 2 * 6_500) / 50,
    });
  });

  it('does none of it within three months, and says which panel would', () => {
    expect(answer(modelOf([rent], { months: 3 }))).toEqual({
      panelMonth: 3,
      panel: 40,
      lastingPanel: 40,
      month: null,
      lastingMonth: null,
      peakFunding: 3_000,
      peakMonth: 3,
      paybackMonth: null,
    });
  });

  it('does not break even before it has patients, nor for good while a month of loss is to come', () => {
    const audit = { ...rent, item: 'Audit', basis: 'one-off' as const, amount: 1_900, startMonth: 8 };
    // From month 3 on: margins −1,500 … 0 in month 6, 500, then 1,000 − 1,900 in month 8.
    const found = answer(modelOf([{ ...rent, startMonth: 3 }, audit], {}, { launchMonth: 3 }));
    expect([found.month, found.lastingMonth]).toEqual([6, 9]);
  });

  it('needs no funding when nothing is ever short', () => {
    const found = answer(modelOf([]));
    expect([
      found.panel,
      found.lastingPanel,
      found.month,
      found.peakFunding,
      found.peakMonth,
      found.paybackMonth,
    ]).toEqual([0, 0, 1, null, null, null]);
  });
});

describe('with a nurse of $6,500 for every 150 patients', () => {
  it('first breaks even at 300 patients, and from 1,210 on whatever nurse comes next', () => {
    // k nurses and the rent are covered by 40 + 130 k patients: 300 are just what two nurses serve. The tenth nurse needs 1,340, which are there; the ninth 1,210, when 1,200 are.
    const { panel, lastingPanel } = answer(modelOf([rent, nurse]));
    expect(panel).toBeCloseTo(300, 9);
    expect(lastingPanel).toBeCloseTo(1_210, 9);
  });

  it('pays those on duty in any case', () => {
    // Three nurses and the rent: 430 patients; a fourth needs 560 when there are 450.
    const { panel } = answer(modelOf([rent, { ...nurse, staffing: 'planned', unitsOnDuty: 3 }]));
    expect(panel).toBeCloseTo(430, 9);
  });

  it('pays half a nurse on duty by half, as far as her places go', () => {
    // $200 and half of $6,500 take 69 patients, and half a nurse has 75 places; the rent and 2.5 nurses take 365 of 375.
    const half = { ...nurse, staffing: 'planned' as const, unitsOnDuty: 0.5 };
    expect(answer(modelOf([{ ...rent, amount: 200 }, half])).panel).toBeCloseTo(69, 9);
    expect(answer(modelOf([rent, { ...half, unitsOnDuty: 2.5 }])).panel).toBeCloseTo(365, 9);
  });

  it('buys a whole nurse beyond a minimum of one and a half', () => {
    // 1.5 × $6,500 would take 195 patients, but from 151 on they have two nurses, who take 260.
    expect(answer(modelOf([{ ...nurse, minimumUnits: 1.5 }])).panel).toBeCloseTo(260, 9);
  });

  it('is out of reach when a full nurse costs more than her patients bring', () => {
    const { panel, lastingPanel, panelMonth } = answer(modelOf([rent, { ...nurse, amount: 7_600 }]));
    expect([panel, lastingPanel, panelMonth]).toEqual([null, null, 12]);
  });
});

/** Anybody at all takes a unit; just full is full. */
const unitsFor = (patients: number, patientsPerUnit: number) =>
  patients > 0 ? Math.max(1, Math.ceil(patients / patientsPerUnit - 1e-7)) : 0;

/** A month's margin with another panel in the same proportions: every figure that follows patients is scaled, every unit counted anew. */
function marginWith(
  model: Model,
  { total, byProgram, team }: Projection,
  name: string | null,
  t: number,
  panel: number,
): number {
  const { activePatients, allowedRevenue, badDebt } = (name === null ? total : byProgram.get(name)!).series;
  const factor = panel / activePatients[t];
  let margin = (allowedRevenue[t] - badDebt[t]) * factor;
  for (const cost of model.costs) {
    if (name !== null && cost.program !== null && cost.program !== name) continue;
    if (t + 1 < cost.startMonth || t + 1 > cost.endMonth) continue;
    const { series } = cost.program === null ? total : byProgram.get(cost.program)!;
    const part = name !== null && cost.program === null ? activePatients[t] / series.activePatients[t] : 1;
    const amount = cost.amount * (1 + cost.annualIncrease) ** Math.floor(t / 12) * part;
    if (cost.basis === 'per month') margin -= amount;
    if (cost.basis === 'per new patient') margin -= amount * series.newPatients[t];
    if (cost.basis === 'per active patient') margin -= amount * series.activePatients[t] * factor;
    if (cost.basis === 'percent of cash') margin -= cost.amount * part * series.cashCollected[t] * factor;
    if (cost.basis === 'per unit') {
      const patients = series.activePatients[t] * factor;
      const needed = unitsFor(patients, cost.patientsPerUnit);
      const onDuty =
        cost.staffing === 'unlimited'
          ? cost.minimumUnits
          : team!.items.find(({ item, program }) => item === cost.item && program === cost.program)!.unitsOnDuty[t];
      const isServed = cost.staffing !== 'unlimited' && patients <= onDuty * cost.patientsPerUnit * (1 + 1e-7);
      margin -= amount * (isServed ? onDuty : Math.max(needed, onDuty));
    }
  }
  return margin;
}

/** As typed, and no role twice, so that the test finds who is on duty. */
const typed = (model: Model): Model => ({
  ...model,
  changes: [],
  adjustments: [],
  costs: model.costs.filter(
    ({ item, program }, i) =>
      !model.costs.slice(0, i).some((earlier) => earlier.item === item && earlier.program === program),
  ),
});
const question = fc
  .oneof(randomModel, randomTeamModel)
  .map(typed)
  .chain((model) => fc.tuple(fc.constant(model), fc.constantFrom(null, ...model.programs.map(({ name }) => name))));

describe('whatever the model', () => {
  it('what a month is taken apart into adds up to its margin', () => {
    fc.assert(
      fc.property(question, fc.nat(59), ([model, name], at) => {
        const projection = project(model);
        const t = at % model.months;
        const economics = new Economics(projection).ofMonth(t, name);
        const { series } = name === null ? projection.total : projection.byProgram.get(name)!;
        if (economics === null) {
          expect(series.activePatients[t]).toBeLessThan(NOTHING);
          return;
        }
        const { activePatients, contributionPppm, fixedCost, steps } = economics;
        const units = steps.reduce(
          (cost, { unitCost, patientsPerUnit, leastUnits, leastPlaces }) =>
            cost +
            unitCost *
              (activePatients <= leastPlaces * (1 + 1e-7)
                ? leastUnits
                : Math.max(leastUnits, unitsFor(activePatients, patientsPerUnit))),
          0,
        );
        const margin = contributionPppm * activePatients - fixedCost - units;
        const size = Math.abs(contributionPppm * activePatients) + fixedCost + units + series.totalCost[t];
        expect(Math.abs(margin - marginWith(model, projection, name, t, activePatients))).toBeLessThanOrEqual(
          // Of each patient nothing is left that is less than a billionth of a dollar.
          1e-9 * (size + activePatients),
        );
      }),
      { numRuns: cases(800) },
    );
  });

  it('no smaller panel breaks even, and no larger one than the lasting panel falls short', () => {
    fc.assert(
      fc.property(
        question,
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        ([model, name], parts) => {
          const projection = project(model);
          const { panel, lastingPanel, panelMonth } = breakEven(model, projection, name);
          if (panelMonth === null) return;
          const margin = (patients: number) => marginWith(model, projection, name, panelMonth - 1, patients);
          const noise = 1e-6 * (Math.abs(margin(1)) + Math.abs(margin((panel ?? 0) + 1)));
          for (const part of parts) {
            if (panel !== null && panel > 0) expect(margin(panel * part * (1 - 1e-6))).toBeLessThan(noise);
            if (panel === null) expect(margin(10_000 * part)).toBeLessThanOrEqual(noise);
            if (lastingPanel !== null) {
              const beyond = (lastingPanel * (1 + 1e-6)) / part;
              expect(margin(beyond)).toBeGreaterThanOrEqual(
                -1e-6 * (Math.abs(margin(1)) + Math.abs(margin(2 * beyond))),
              );
            }
          }
          if (panel !== null && panel > 0) expect(margin(panel * (1 + 1e-9))).toBeGreaterThanOrEqual(-noise);
          if (lastingPanel !== null && lastingPanel > 1e-3)
            expect(margin(lastingPanel * (1 - 1e-5))).toBeLessThan(noise);
          expect(lastingPanel ?? Infinity).toBeGreaterThanOrEqual(panel ?? Infinity);
        },
      ),
      { numRuns: cases(800) },
    );
  });

  it('months, funding and payback are what the statement says', () => {
    fc.assert(
      fc.property(question, ([model, name]) => {
        const projection = project(model);
        const { activePatients, margin, cumulativeCash } = (
          name === null ? projection.total : projection.byProgram.get(name)!
        ).series;
        const found = breakEven(model, projection, name);
        const months = Array.from({ length: model.months }, (_, t) => t + 1);
        const pays = (month: number) => activePatients[month - 1] >= NOTHING && margin[month - 1] >= 0;
        const least = Math.min(0, ...cumulativeCash);
        const peak = least < 0 ? months.find((month) => cumulativeCash[month - 1] === least)! : null;
        expect(found.month).toBe(months.find(pays) ?? null);
        expect(found.lastingMonth).toBe(
          months.find((month) => pays(month) && margin.slice(month - 1).every((each) => each >= 0)) ?? null,
        );
        expect([found.peakFunding, found.peakMonth]).toEqual([peak === null ? null : -least, peak]);
        expect(found.paybackMonth).toBe(
          peak === null ? null : (months.find((month) => month > peak && cumulativeCash[month - 1] >= 0) ?? null),
        );
      }),
      { numRuns: cases(800) },
    );
  });
});
