import { describe, expect, it } from 'vitest';
import { hirePlan } from '../../../src/engine/analysis/hire-plan';
import type { CostItem, Model, Payer, Program } from '../../../src/engine/model/model';
import { project } from '../../../src/engine/project';
import { plainItem, plainModel, plainPayer, plainProgram } from '../reference/plain';

const program: Program = {
  name: 'CCM',
  eligiblePatients: Infinity,
  openingPatients: 80,
  referrals: 15,
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
  allowedPppm: 65,
  realizationRate: 1,
  cleanClaimRate: 1,
  appealRate: 0,
  overturnRate: 0,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
  ...plainPayer,
};
const nurse: CostItem = {
  item: 'Nurse',
  category: 'care team',
  program: 'CCM',
  basis: 'per unit',
  amount: 5_200,
  patientsPerUnit: 100,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...plainItem,
};
const modelOf = (costs: CostItem[], changes: Partial<Program> = {}, payers = [payer]): Model => ({
  months: 6,
  basis: 'closing',
  waitingLossRate: 0,
  ...plainModel,
  hireLeadMonths: 2,
  programs: [{ ...program, ...changes }],
  payers,
  costs,
  changes: [],
  adjustments: [],
});
const plan = (model: Model, name: string | null = null) => hirePlan(model, project(model), name);

describe('the hire plan', () => {
  it('has a row for the first month and for each month in which units on duty or needed change', () => {
    // Panels 95, 100, 100, 140, 155, 170: the nurse ordered in month 1, past 90 patients, comes in month 4.
    // A nurse costs what 80 patients bring: the second pays at 180, the third at 280.
    const row = { role: 'Nurse', program: 'CCM', staffing: 'as needed', isThere: true };
    expect(plan(modelOf([{ ...nurse, staffing: 'as needed', unitsOnDuty: 1 }]))).toEqual([
      {
        ...row,
        month: 1,
        unitsOnDuty: 1,
        unitsNeeded: 1,
        nextUnitPaysAt: 180,
        marginBefore: null,
        marginAfter: 95 * 65 - 5_200,
      },
      {
        ...row,
        month: 4,
        unitsOnDuty: 2,
        unitsNeeded: 2,
        nextUnitPaysAt: 280,
        marginBefore: 100 * 65 - 5_200,
        marginAfter: 140 * 65 - 10_400,
      },
    ]);
  });

  it('has unlimited staff join in the month the panel needs them', () => {
    expect(
      plan(modelOf([nurse])).map(({ month, staffing, unitsOnDuty, unitsNeeded }) => [
        month,
        staffing,
        unitsOnDuty,
        unitsNeeded,
      ]),
    ).toEqual([
      [1, 'unlimited', 1, 1],
      [2, 'unlimited', 2, 2],
    ]); // 95 patients, then 110
  });

  it('shows where planned staff are too few', () => {
    expect(
      plan(modelOf([{ ...nurse, staffing: 'planned', unitsOnDuty: 2 }], { openingPatients: 250 })).map(
        ({ month, unitsOnDuty, unitsNeeded }) => [month, unitsOnDuty, unitsNeeded],
      ),
    ).toEqual([[1, 2, 3]]);
  });

  it('has its rows in the order of months, with the margins of the month and of the one before', () => {
    // Panels 95, 110, 125, 140, 155, 170, all at $65: a nurse at each 100, a coach at each 120.
    const coach = { ...nurse, item: 'Coach', amount: 1_000, patientsPerUnit: 120 };
    expect(
      plan(modelOf([nurse, coach])).map(({ month, role, marginBefore, marginAfter }) => [
        month,
        role,
        marginBefore,
        marginAfter,
      ]),
    ).toEqual([
      [1, 'Coach', null, 95 * 65 - 6_200],
      [1, 'Nurse', null, 95 * 65 - 6_200],
      [2, 'Nurse', 95 * 65 - 6_200, 110 * 65 - 11_400],
      [3, 'Coach', 110 * 65 - 11_400, 125 * 65 - 12_400],
    ]);
  });

  it('knows a nurse who never pays for herself', () => {
    expect(plan(modelOf([{ ...nurse, amount: 6_600 }]))[0].nextUnitPaysAt).toBeNull();
    expect(plan(modelOf([nurse], {}, [{ ...payer, collectedRate: 0 }]))[0].nextUnitPaysAt).toBeNull();
  });

  it('counts costs that follow patients against what a patient brings', () => {
    const device: CostItem = {
      ...nurse,
      item: 'Device',
      category: 'technology',
      basis: 'per active patient',
      amount: 13,
    };
    expect(plan(modelOf([nurse, device]))[0].nextUnitPaysAt).toBe(100 + 5_200 / 52);
  });

  it('names the roles of a program and those it shares, and nobody where nobody is bought by the unit', () => {
    const shared = { ...nurse, item: 'Coach', program: null };
    const other = { ...nurse, item: 'Educator', program: 'RPM' };
    const model: Model = {
      ...modelOf([nurse, shared, other]),
      programs: [program, { ...program, name: 'RPM' }],
      payers: [payer, { ...payer, program: 'RPM' }],
    };
    const roles = (name: string | null) => [...new Set(plan(model, name).map(({ role }) => role))].sort();
    expect([roles(null), roles('CCM'), roles('RPM')]).toEqual([
      ['Coach', 'Educator', 'Nurse'],
      ['Coach', 'Nurse'],
      ['Coach', 'Educator'],
    ]);
    expect(plan(modelOf([{ ...nurse, basis: 'per month' }]))).toEqual([]);
  });
});
