/** Corners of the care team, of costs and of their bounds in which the forecast once was wrong; the rules are those of docs/model.md. */
import { describe, expect, it } from 'vitest';
import { breakEven } from '../../src/engine/analysis/break-even';
import { startedLater } from '../../src/engine/analysis/delay';
import { hirePlan, type HirePlanRow } from '../../src/engine/analysis/hire-plan';
import type { LineKey } from '../../src/engine/model/lines';
import type { ActualMonth, Change, CostItem, Model, Payer, Program } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { referenceBreakEven } from '../engine/reference/break-even';
import { putOff } from '../engine/reference/delay';
import { referenceHirePlan } from '../engine/reference/hire-plan';
import { plainItem, plainModel, plainPayer, plainProgram } from '../engine/reference/plain';
import { reference } from '../engine/reference/project';

const ccm: Program = {
  ...plainProgram,
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
};
const payer: Payer = {
  ...plainPayer,
  program: 'CCM',
  payer: 'Medicare',
  shareOfPanel: 1,
  allowedPppm: 100,
  realizationRate: 1,
  cleanClaimRate: 1,
  appealRate: 0,
  overturnRate: 0,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
};
const timed: Payer = { ...payer, thresholdMinutes: 20 };
const nurse: CostItem = {
  ...plainItem,
  item: 'Nurse',
  category: 'care team',
  program: 'CCM',
  basis: 'per unit',
  amount: 1_000,
  patientsPerUnit: 100,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
};
const planned: CostItem = { ...nurse, staffing: 'planned', unitsOnDuty: 2, minutesPerUnit: 3_000 };
const asNeeded: CostItem = { ...nurse, staffing: 'as needed' };
const rent: CostItem = { ...nurse, item: 'Rent', category: 'overhead and compliance', basis: 'per month' };

const change = (driver: string, kind: Change['change'], value: number, fromMonth = 1, toMonth = Infinity): Change => ({
  driver,
  program: null,
  payer: null,
  item: null,
  change: kind,
  value,
  fromMonth,
  toMonth,
});
const modelOf = (months: number, panel: Partial<Program>, costs: CostItem[], rest: Partial<Model> = {}): Model => ({
  ...plainModel,
  months,
  basis: 'closing',
  waitingLossRate: 0,
  hireAtUtilization: 1,
  programs: [{ ...ccm, ...panel }],
  payers: [payer],
  costs,
  changes: [],
  adjustments: [],
  ...rest,
});

/** What both implementations answer. */
interface Implementation {
  lines(model: Model): Record<LineKey, ArrayLike<number>>;
  /** Inputs held at a bound: what, value, bound, first month. */
  held(model: Model): [what: string, value: number, heldAt: number, month: number][];
  hires(model: Model): HirePlanRow[];
  breakEven(model: Model): { panel: number | null; panelMonth: number | null; month: number | null };
  later(model: Model, months: number, program: string | null): Model;
}
const engine: Implementation = {
  lines: (model) => project(model).total.series,
  held: (model) => project(model).clips.map(({ what, value, heldAt, firstMonth }) => [what, value, heldAt, firstMonth]),
  hires: (model) => hirePlan(model, project(model), null),
  breakEven: (model) => breakEven(model, project(model), null),
  later: startedLater,
};
const secondImplementation: Implementation = {
  lines: (model) => reference(model).total.lines,
  held: (model) =>
    reference(model)
      .findings.filter(
        ({ what, item }, i, all) => all.findIndex((each) => each.what === what && each.item === item) === i,
      )
      .map(({ what, value, heldAt, month }) => [what, value, heldAt, month]),
  hires: (model) => referenceHirePlan(model, null),
  breakEven: (model) => referenceBreakEven(model, null),
  later: putOff,
};

describe.each([
  ['the engine', engine],
  ['the second implementation', secondImplementation],
])('%s', (_name, { lines, held, hires, breakEven: breaksEven, later }) => {
  const line = (key: LineKey, model: Model) => Array.from(lines(model)[key]);
  const units = (model: Model) => line('careTeamUnits', model);
  const cost = (model: Model) => line('totalCost', model);

  describe('staff for a time', () => {
    const threeMonthsOfTraining = { trainingMonths: 3, changes: [change('unitsOnDuty', 'add', 4, 3, 3)] };

    it('leaves the trained team behind it as it was', () => {
      const model = modelOf(6, { openingPatients: 150 }, [planned], { ...threeMonthsOfTraining, payers: [timed] });
      expect(units(model)).toEqual([2, 2, 6, 2, 2, 2]);
      const revenue = line('allowedRevenue', model).map(Math.round);
      expect(revenue).toEqual([11_930, 11_930, 13_634, 11_930, 11_930, 11_930]);
    });

    it('closes the door to nobody afterwards', () => {
      const model = modelOf(6, { openingPatients: 150, referrals: 10 }, [planned], threeMonthsOfTraining);
      expect(line('newPatients', model)).toEqual([10, 10, 10, 10, 10, 0]);
    });

    it('leaves before those who joined earlier and are still in training', () => {
      // Two trained; the third joins in month 2, the fourth only in month 3: with 400 asking, places 200, 225, 275, 275, 300.
      const model = modelOf(5, { openingPatients: 0, referrals: 400 }, [planned], {
        trainingMonths: 3,
        changes: [change('unitsOnDuty', 'add', 1, 2), change('unitsOnDuty', 'add', 1, 3, 3)],
      });
      expect(line('closingPatients', model)).toEqual([200, 225, 275, 275, 300]);
    });

    it('is trained where it was there from the first month', () => {
      const model = modelOf(4, { referrals: 400 }, [planned], {
        trainingMonths: 3,
        changes: [change('unitsOnDuty', 'add', 1, 1, 2)],
      });
      expect(line('closingPatients', model)).toEqual([300, 300, 300, 300]);
    });
  });

  describe('a hire', () => {
    it('comes on top of half a unit', () => {
      expect(units(modelOf(3, { openingPatients: 140 }, [{ ...asNeeded, unitsOnDuty: 0.5 }]))).toEqual([0.5, 1.5, 1.5]);
    });

    it('is not repeated by a minimum raised later', () => {
      const model = modelOf(7, { openingPatients: 300 }, [{ ...asNeeded, unitsOnDuty: 1 }], {
        changes: [change('minimumUnits', 'set', 3, 5)],
      });
      expect(units(model)).toEqual([1, 3, 3, 3, 3, 3, 3]);
    });

    it('comes on top of those whom only the minimum brought', () => {
      const model = modelOf(4, { openingPatients: 300 }, [{ ...asNeeded, minimumUnits: 2 }], {
        changes: [change('minimumUnits', 'set', 0, 4)],
      });
      expect(units(model)).toEqual([2, 3, 3, 3]);
    });

    it('is nobody whom the minimum alone brought', () => {
      const model = modelOf(4, { openingPatients: 150 }, [{ ...asNeeded, minimumUnits: 2 }], {
        changes: [change('minimumUnits', 'set', 0, 4)],
      });
      expect(units(model)).toEqual([2, 2, 2, 0]);
    });

    it('ordered before a pause is on duty after it', () => {
      const model = modelOf(5, { openingPatients: 200 }, [{ ...asNeeded, unitsOnDuty: 1 }], {
        changes: [change('endMonth', 'set', 0, 2, 3)],
      });
      expect(units(model)).toEqual([1, 0, 0, 2, 2]);
    });
  });

  describe('a team that is not charged in a month', () => {
    it('limits nobody', () => {
      const model = modelOf(4, { referrals: 150 }, [{ ...planned, endMonth: 2 }]);
      expect(line('closingPatients', model)).toEqual([150, 200, 450, 600]);
    });

    it('brings no minutes', () => {
      const model = modelOf(3, { openingPatients: 150 }, [{ ...planned, endMonth: 2 }], { payers: [timed] });
      expect(line('billablePatients', model).map(Math.round)).toEqual([119, 119, 0]);
    });

    it('does not stop the other roles of its program', () => {
      const coach: CostItem = { ...planned, item: 'Coach', unitsOnDuty: 4 };
      const model = modelOf(4, { referrals: 150 }, [{ ...planned, endMonth: 2 }, coach]);
      expect(line('closingPatients', model)).toEqual([150, 200, 400, 400]);
      expect(units(model)).toEqual([6, 6, 4, 4]);
    });
  });

  describe('training', () => {
    const late: CostItem = { ...planned, unitsOnDuty: 1 };

    it('is over for those of an item’s first month, whenever it is', () => {
      const model = modelOf(5, { referrals: 300, launchMonth: 3 }, [{ ...late, startMonth: 3 }], { trainingMonths: 3 });
      expect(line('closingPatients', model)).toEqual([0, 0, 100, 100, 100]);
    });

    it('makes a later start typed the same as one put off', () => {
      const typed = modelOf(8, { referrals: 60, launchMonth: 3 }, [{ ...late, startMonth: 3 }], { trainingMonths: 3 });
      const plan = modelOf(8, { referrals: 60 }, [late], { trainingMonths: 3 });
      for (const name of ['CCM', null]) {
        expect(line('allowedRevenue', later(plan, 2, name))).toEqual(line('allowedRevenue', typed));
        expect(line('totalCost', later(plan, 2, name))).toEqual(line('totalCost', typed));
      }
    });

    it('is ahead of those who join an item that began later', () => {
      const model = modelOf(4, { referrals: 300 }, [{ ...late, startMonth: 2 }], {
        trainingMonths: 1,
        changes: [change('unitsOnDuty', 'add', 1, 3), change('launchMonth', 'set', 2)],
      });
      expect(line('closingPatients', model)).toEqual([0, 100, 150, 200]);
    });

    it('is ahead of those who return after a pause', () => {
      const model = modelOf(5, { referrals: 300, enrollmentLimit: 10 }, [{ ...late, patientsPerUnit: 20 }], {
        trainingMonths: 1,
        changes: [change('startMonth', 'set', 99, 2, 2), change('enrollmentLimit', 'set', 0, 2, 2)],
      });
      expect(line('closingPatients', model)).toEqual([10, 10, 10, 20, 20]);
    });
  });

  describe('the hire plan', () => {
    const rows = (model: Model) =>
      hires(model).map(({ month, unitsOnDuty, unitsNeeded }) => [month, unitsOnDuty, unitsNeeded]);

    it('begins where the item does, and ends the month after its last', () => {
      const model = modelOf(6, { openingPatients: 150 }, [{ ...planned, startMonth: 2, endMonth: 4 }]);
      expect(rows(model)).toEqual([
        [2, 2, 2],
        [5, 0, 0],
      ]);
      expect(hires(model)[1]).toMatchObject({ nextUnitPaysAt: null, marginBefore: 13_000, marginAfter: 15_000 });
    });

    it('has the first month of an item without units or patients', () => {
      expect(rows(modelOf(3, { openingPatients: 150, launchMonth: 3 }, [nurse]))).toEqual([
        [1, 0, 0],
        [3, 2, 2],
      ]);
    });

    it('has a pause as an end and a beginning', () => {
      const model = modelOf(6, { openingPatients: 150 }, [planned], { changes: [change('endMonth', 'set', 0, 3, 4)] });
      expect(rows(model)).toEqual([
        [1, 2, 2],
        [3, 0, 0],
        [5, 2, 2],
      ]);
    });
  });

  describe('a bound', () => {
    it('keeps a share of cash at all of it', () => {
      const model = modelOf(2, { openingPatients: 10 }, [{ ...rent, basis: 'percent of cash', amount: 0.6 }], {
        changes: [change('amount', 'multiply', 2, 2)],
      });
      expect(cost(model)).toEqual([600, 1_000]);
      expect(held(model)).toEqual([['amount', 1.2, 1, 2]]);
    });

    it('keeps an annual increase between −100% and 100%', () => {
      const increase = (value: number) =>
        modelOf(13, {}, [rent], { adjustments: [change('annualIncrease', 'set', value)] });
      expect(cost(increase(1.6))[12]).toBe(2_000);
      expect(held(increase(1.6))).toEqual([['annualIncrease', 1.6, 1, 1]]);
      expect(cost(increase(-1.6))[12]).toBe(0);
      expect(held(increase(-1.6))).toEqual([['annualIncrease', -1.6, -1, 1]]);
    });

    it.each([
      ['daysToPay', 1_000],
      ['attritionMultiplier', 100],
      ['thresholdMinutes', 10_000],
      ['minutesCv', 10],
    ])('keeps %s at %d', (driver, upper) => {
      const model = modelOf(1, { openingPatients: 10 }, [], { changes: [change(driver, 'set', 2 * upper)] });
      expect(held(model)).toEqual([[driver, 2 * upper, upper, 1]]);
    });

    it('refuses units that serve nobody, but only where one is charged', () => {
      const model = modelOf(6, { openingPatients: 150 }, [{ ...nurse, endMonth: 3 }, rent], {});
      const moved = (fromMonth: number) => ({ ...model, changes: [change('patientsPerUnit', 'add', -100, fromMonth)] });
      expect(() => lines(moved(3))).toThrow(/patients per unit/i);
      expect(lines(moved(4))).toEqual(lines(model));
      expect(held(moved(4))).toEqual([]);
    });
  });

  describe('a one-off', () => {
    const launch: CostItem = { ...rent, basis: 'one-off' };
    const moved = (startMonth: number, ...changes: Change[]) =>
      cost(modelOf(6, {}, [{ ...launch, startMonth }], { changes }));

    it('is charged once, whatever moves its start afterwards', () => {
      expect(moved(2, change('startMonth', 'set', 5, 3))).toEqual([0, 1_000, 0, 0, 0, 0]);
      expect(moved(2, change('startMonth', 'add', 2, 4, 4))).toEqual([0, 1_000, 0, 0, 0, 0]);
    });

    it('is charged in the first month that is not before its start', () => {
      expect(moved(6, change('startMonth', 'set', 2, 4))).toEqual([0, 0, 0, 1_000, 0, 0]);
      expect(moved(2, change('startMonth', 'set', 4))).toEqual([0, 0, 0, 1_000, 0, 0]);
      expect(moved(6, change('startMonth', 'set', 2, 3, 3))).toEqual([0, 0, 1_000, 0, 0, 0]);
    });
  });

  describe('the annual increase', () => {
    it('applies at each anniversary as it then is, and reprices nothing later', () => {
      const model = modelOf(26, {}, [{ ...rent, annualIncrease: 0.5 }], {
        changes: [change('annualIncrease', 'set', 0.1, 20)],
      });
      const [first, before, after, changed, , last] = [11, 12, 13, 20, 24, 25].map((month) => cost(model)[month - 1]);
      expect([first, before, after, changed]).toEqual([1_000, 1_000, 1_500, 1_500]);
      expect(last).toBeCloseTo(1_650, 9);
    });

    it('applies although the item is not charged at the anniversary', () => {
      const model = modelOf(14, {}, [{ ...rent, annualIncrease: 0.5, startMonth: 14 }]);
      expect(cost(model)[13]).toBe(1_500);
    });

    it('keeps the calendar when the plan is put off, and so does a change of it', () => {
      const model = modelOf(26, {}, [{ ...rent, annualIncrease: 0.5 }], {
        changes: [change('annualIncrease', 'set', 0.1, 25), change('amount', 'set', 2_000, 20)],
      });
      const late = cost(later(model, 3, null));
      expect([3, 4, 12, 13, 22, 23, 24].map((month) => late[month - 1])).toEqual([
        0, 1_000, 1_000, 1_500, 1_500, 3_000, 3_000,
      ]);
      expect(late[24]).toBeCloseTo(3_300, 9);
    });
  });

  describe('nothing to divide by', () => {
    it('is a panel that has decayed to less than 10⁻⁹ patients', () => {
      const model = modelOf(60, { openingPatients: 1, dischargeRate: 0.9 }, [rent]);
      const rates = [
        'marginRate',
        'revenuePppm',
        'expensePmpm',
        'marginPppm',
        'realizationRate',
        'allowedPppm',
      ] as const;
      // Month 9 has 10⁻⁹ patients, give or take a rounding.
      for (const rate of rates) {
        expect(line(rate, model)[7], rate).not.toBe(0);
        expect(line(rate, model).slice(9), rate).toEqual(Array(51).fill(0));
      }
    });

    it('does not make a month one with patients', () => {
      const model = modelOf(24, { openingPatients: 1, dischargeRate: 0.9 }, [{ ...rent, endMonth: 20 }]);
      const { month, panel } = breaksEven(model);
      expect(month).toBe(null);
      expect(panel).toBeCloseTo(10, 9);
    });
  });

  describe('break-even', () => {
    it('with nothing to cover is any panel, from the first month with patients', () => {
      expect(breaksEven(modelOf(6, { openingPatients: 10, launchMonth: 3 }, []))).toMatchObject({
        panel: 0,
        panelMonth: 3,
        month: 3,
      });
    });

    it('takes the patients that pay the first nurse, though none is needed for nobody', () => {
      expect(breaksEven(modelOf(1, { openingPatients: 20 }, [nurse])).panel).toBeCloseTo(10, 9);
    });

    it('is out of reach where each patient costs more than it brings', () => {
      const device: CostItem = { ...rent, basis: 'per active patient', amount: 101 };
      expect(breaksEven(modelOf(1, { openingPatients: 20 }, [device])).panel).toBe(null);
    });

    it('has no panel where nothing but rounding is left of what a patient brings', () => {
      // $10.50 + $20.40 + $69.10 of the $100: all of it, but for the last bit.
      const of = (amount: number, item: string): CostItem => ({ ...rent, item, basis: 'per active patient', amount });
      const all = [of(10.5, 'Devices'), of(20.4, 'Software'), of(69.1, 'Calls')];
      const model = modelOf(1, { openingPatients: 19 }, [...all, { ...rent, amount: 500 }]);
      expect(breaksEven(model).panel).toBe(null);
      expect(breaksEven({ ...model, costs: all }).panel).toBe(0);
      expect(1_900 - (10.5 * 19 + 20.4 * 19 + 69.1 * 19)).toBeGreaterThan(0);
    });

    it('does not search for items that cost nothing', () => {
      const free: CostItem = { ...nurse, item: 'Volunteer', amount: 0, patientsPerUnit: 1e-3 };
      expect(breaksEven(modelOf(1, { openingPatients: 10 }, [free, { ...rent, amount: 5_000 }])).panel).toBeCloseTo(
        50,
        9,
      );
    });

    it('looks for as many as 10,000 units of each item', () => {
      // $60 of each patient's $100 go to a unit of both items, 18,000 units together.
      const small: CostItem = { ...nurse, amount: 50, patientsPerUnit: 1 };
      const large: CostItem = { ...nurse, item: 'Coach', amount: 10, patientsPerUnit: 1 };
      const model = modelOf(1, { openingPatients: 10 }, [small, large, { ...rent, amount: 40 * 9_000 }]);
      expect(breaksEven(model).panel).toBeCloseTo(9_000, 6);
    });
  });
});

describe('the second implementation', () => {
  it('finds each month in which a program with a limited team has none', () => {
    const model = modelOf(4, { openingPatients: 10, launchMonth: 2 }, [{ ...planned, endMonth: 2 }]);
    expect(reference(model).notices).toEqual(
      [3, 4].map((month) => ({ what: 'no team', program: 'CCM', item: null, month })),
    );
  });

  it('finds each month in which the start of a one-off is moved that has been charged', () => {
    const launch: CostItem = { ...rent, basis: 'one-off', startMonth: 2 };
    const model = modelOf(5, {}, [launch], { changes: [change('startMonth', 'set', 4, 4)] });
    expect(reference(model).notices).toEqual(
      [4, 5].map((month) => ({ what: 'one-off moved', program: 'CCM', item: 'Rent', month })),
    );
  });
});

describe('A month that is over', () => {
  it('with next to no paid claims is worth what a patient would bring, not what rounding leaves of dollars by claims', () => {
    const row: ActualMonth = {
      ...{ program: 'CCM', payer: 'Medicare', month: 1 },
      ...{ openingPatients: 100, newPatients: 0, lostPatients: 0, closingPatients: 100, activePatients: null },
      ...{ billablePatients: 4e-13, paidClaims: 4e-13, allowedRevenue: 5e-11, cashCollected: 0 },
      ...{ minutes: null, cost: null, referrals: 0, waitingPatients: 0 },
    };
    const model = modelOf(2, { openingPatients: 100 }, [], { actual: { months: 1, rows: [row] } });
    expect(Array.from(project(model).total.series.potentialRevenue)).toEqual([10_000, 10_000]);
  });
});
