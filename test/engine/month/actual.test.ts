/** Months that are over, by hand. */
import { describe, expect, it } from 'vitest';
import type { ActualMonth, CostItem, Model } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainItem, plainModel, promptPayer, steadyProgram } from '../reference/plain';

const january: ActualMonth = {
  program: 'CCM',
  payer: 'Medicare',
  month: 1,
  openingPatients: 100,
  newPatients: 0,
  lostPatients: 0,
  closingPatients: 100,
  activePatients: null,
  billablePatients: 80,
  paidClaims: 80,
  allowedRevenue: 7_200,
  cashCollected: 7_200,
  minutes: null,
  cost: 5_000,
  referrals: 0,
  waitingPatients: 0,
};

const item = (name: string, more: Partial<CostItem>): CostItem => ({
  ...plainItem,
  item: name,
  category: 'care team',
  program: 'CCM',
  basis: 'per month',
  amount: 0,
  patientsPerUnit: 50,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...more,
});

const over = (row: Partial<ActualMonth>, costs: CostItem[]): Model => ({
  ...plainModel,
  months: 2,
  basis: 'average',
  waitingLossRate: 0,
  programs: [{ ...steadyProgram, openingPatients: 100 }],
  payers: [promptPayer],
  costs,
  changes: [],
  adjustments: [],
  actual: { months: 1, rows: [{ ...january, ...row }] },
});

const costsOf = (model: Model) => {
  const { careTeamCost, technologyCost, overheadAndComplianceCost, totalCost } = project(model).total.series;
  return [careTeamCost, technologyCost, overheadAndComplianceCost, totalCost].map(([first]) => first);
};

describe('A month that is over', () => {
  const plan = [item('Nurse', { amount: 3_000 }), item('Platform', { category: 'technology', amount: 1_000 })];

  it('costs what the table tells, in the proportions of the plan', () =>
    expect(costsOf(over({}, plan))).toEqual([3_750, 1_250, 0, 5_000]));

  it('costs what the table tells although payers took back more than they paid, of which a percentage is planned', () => {
    const ofCash = item('Billing', { category: 'overhead and compliance', basis: 'percent of cash', amount: 0.1 });
    expect(costsOf(over({ cashCollected: -500 }, [ofCash]))).toEqual([0, 0, 5_000, 5_000]);
    expect(costsOf(over({ cashCollected: -500 }, [...plan, ofCash]))).toEqual([3_750, 1_250, 0, 5_000]);
    const billers = item('Billers', { basis: 'percent of cash', amount: 0.1 });
    expect(costsOf(over({ cashCollected: -500 }, [billers]))).toEqual([0, 0, 5_000, 5_000]);
  });

  it('would have brought, with every active patient, what a paid claim was allowed; the typed amount without one', () => {
    const potential = (row: Partial<ActualMonth>) => project(over(row, plan)).total.series.potentialRevenue[0];
    expect(potential({})).toBe(9_000);
    expect(potential({ paidClaims: 0, allowedRevenue: 0 })).toBe(10_000);
  });
});
