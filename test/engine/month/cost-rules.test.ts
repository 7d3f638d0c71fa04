import { describe, expect, it } from 'vitest';
import type { CostItem, Model, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainItem, plainModel, promptPayer, steadyProgram } from '../reference/plain';

const item: CostItem = {
  item: 'Item',
  category: 'care team',
  program: null,
  basis: 'per month',
  amount: 1_000,
  patientsPerUnit: 50,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...plainItem,
};
const steady = (name: string, openingPatients: number): Program => ({ ...steadyProgram, name, openingPatients });

/** Programs with a steady panel, one payer at $10 paid at once, and the costs given. */
const practice = (panels: Record<string, number>, costs: Partial<CostItem>[], months = 3): Model => ({
  months,
  basis: 'average',
  waitingLossRate: 0,
  ...plainModel,
  programs: Object.entries(panels).map(([name, patients]) => steady(name, patients)),
  payers: Object.keys(panels).map((program) => ({ ...promptPayer, program, allowedPppm: 10 })),
  costs: costs.map((cost) => ({ ...item, ...cost })),
  changes: [],
  adjustments: [],
});
const costOf = (model: Model) => [...project(model).total.series.totalCost];
const unitsFor = (patients: number, rest: Partial<CostItem> = {}) =>
  project(practice({ CCM: patients }, [{ basis: 'per unit', ...rest }])).total.totals.careTeamUnits;

describe('units', () => {
  it('come whole: cost jumps when the panel outgrows them', () => {
    expect([1, 50, 50.5, 51, 100, 100.001].map((patients) => unitsFor(patients))).toEqual([1, 1, 2, 2, 2, 3]);
  });

  it('are at least the minimum, patients or none', () => {
    expect(unitsFor(0, { minimumUnits: 2 })).toBe(2);
    expect(unitsFor(0)).toBe(0);
    expect(unitsFor(500, { minimumUnits: 2 })).toBe(10);
  });

  it('are not bought for rounding noise', () => {
    expect(unitsFor(150.000_000_000_02)).toBe(3);
    expect(unitsFor(1e-12)).toBe(0);
    expect(unitsFor(150.000_01)).toBe(4);
  });

  it('of two items that serve the same patients count twice in utilization', () => {
    const { utilizationRate } = project(
      practice({ CCM: 80 }, [{ basis: 'per unit' }, { item: 'Other', basis: 'per unit', patientsPerUnit: 100 }]),
    ).total.totals;
    expect(utilizationRate).toBe(160 / 200);
  });
});

describe('the annual increase', () => {
  it('comes at each full twelve months of the forecast, compounded', () => {
    const cost = costOf(practice({ CCM: 10 }, [{ annualIncrease: 0.5 }], 25));
    expect([cost[0], cost[11], cost[12], cost[23], cost[24]]).toEqual([1_000, 1_000, 1_500, 1_500, 2_250]);
  });

  it('counts from the start of the forecast, not of the item', () => {
    expect(costOf(practice({ CCM: 10 }, [{ annualIncrease: 0.5, startMonth: 12 }], 13)).slice(10)).toEqual([
      0, 1_000, 1_500,
    ]);
  });

  it('does not raise a share of cash', () => {
    const cost = costOf(practice({ CCM: 10 }, [{ basis: 'percent of cash', amount: 0.5, annualIncrease: 0.5 }], 13));
    expect([cost[0], cost[12]]).toEqual([50, 50]);
  });
});

describe('a one-off', () => {
  it('is charged in its start month only', () => {
    expect(costOf(practice({ CCM: 10 }, [{ basis: 'one-off', startMonth: 2 }]))).toEqual([0, 1_000, 0]);
  });

  it('that starts before the forecast is charged in its first month', () => {
    expect(costOf(practice({ CCM: 10 }, [{ basis: 'one-off', startMonth: -5 }]))).toEqual([1_000, 0, 0]);
  });

  it('that starts after the forecast is not charged', () => {
    expect(costOf(practice({ CCM: 10 }, [{ basis: 'one-off', startMonth: 4 }]))).toEqual([0, 0, 0]);
  });
});

describe('an item of all programs', () => {
  const shareOf = (panels: Record<string, number>) => {
    const { byProgram } = project(practice(panels, [{}]));
    return Object.keys(panels).map((name) => byProgram.get(name)!.series.totalCost[0]);
  };

  it('is shared by active patients', () => {
    expect(shareOf({ CCM: 30, RPM: 10 })).toEqual([750, 250]);
  });

  it('is shared evenly when there are none', () => {
    expect(shareOf({ APCM: 0, CCM: 0, RPM: 0, PCM: 0 })).toEqual([250, 250, 250, 250]);
  });

  it('is bought in units for the patients of all, not of each', () => {
    expect(project(practice({ CCM: 25, RPM: 25 }, [{ basis: 'per unit' }])).total.totals.careTeamUnits).toBe(1);
    expect(
      project(
        practice({ CCM: 25, RPM: 25 }, [
          { basis: 'per unit', program: 'CCM' },
          { basis: 'per unit', program: 'RPM' },
        ]),
      ).total.totals.careTeamUnits,
    ).toBe(2);
  });
});

describe('costs before a launch', () => {
  it('follow their own start months', () => {
    const model = practice({ CCM: 10 }, [
      { program: 'CCM' },
      { program: 'CCM', basis: 'per unit', minimumUnits: 1, amount: 200, startMonth: 2 },
    ]);
    const later = { ...model, programs: model.programs.map((program) => ({ ...program, launchMonth: 3 })) };
    expect(costOf(later)).toEqual([1_000, 1_200, 1_200]);
    expect([...project(later).total.series.activePatients]).toEqual([0, 0, 10]);
  });
});
