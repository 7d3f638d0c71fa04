import { describe, expect, it } from 'vitest';
import type { Model, Payer, Program } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { plainModel, plainPayer, plainProgram } from './reference/plain';

/** A program in which nothing goes wrong: nobody leaves, every patient is billed, every claim is paid at once. */
const program: Program = {
  name: 'RPM',
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
  program: 'RPM',
  payer: 'Medicare',
  shareOfPanel: 1,
  allowedPppm: 66,
  realizationRate: 1,
  cleanClaimRate: 1,
  appealRate: 0,
  overturnRate: 0,
  daysToPay: 0,
  collectedRate: 1,
  attritionMultiplier: 1,
  ...plainPayer,
};
const perfect = (months: number, changes: Partial<Program>): Model => ({
  months,
  basis: 'average',
  waitingLossRate: 0,
  ...plainModel,
  programs: [{ ...program, ...changes }],
  payers: [payer],
  costs: [],
  changes: [],
  adjustments: [],
});

describe('a steady panel at $66 per patient per month', () => {
  it.each([
    [50, 3_300, 39_600],
    [100, 6_600, 79_200],
    [200, 13_200, 158_400],
  ])('%i patients bring $%i a month and $%i a year', (openingPatients, month, year) => {
    const { total } = project(perfect(12, { openingPatients }));
    expect([...total.series.allowedRevenue]).toEqual(Array(12).fill(month));
    expect(total.totals.allowedRevenue).toBe(year);
    expect(total.totals.cashCollected).toBe(year);
    expect(total.totals.revenuePppm).toBe(66);
  });
});

describe('ten new patients a month from none', () => {
  it('are 200 at the end of month 20 when nobody leaves', () => {
    const { closingPatients } = project(perfect(20, { referrals: 10 })).total.series;
    expect(closingPatients[19]).toBe(200);
    expect([...closingPatients]).toEqual(Array.from({ length: 20 }, (_, t) => 10 * (t + 1)));
  });

  it('are 152.07 at the end of month 20 when 3% leave each month', () => {
    const { closingPatients } = project(perfect(20, { referrals: 10, disengagementRate: 0.03 })).total.series;
    expect(closingPatients[19].toFixed(2)).toBe('152.07');
  });

  it('follow the closed form 10 × (1 − 0.97ⁿ) ÷ 0.03 in every month', () => {
    const { closingPatients } = project(perfect(120, { referrals: 10, disengagementRate: 0.03 })).total.series;
    closingPatients.forEach((patients, t) => {
      const closedForm = (10 * (1 - 0.97 ** (t + 1))) / 0.03;
      expect(Math.abs(patients / closedForm - 1)).toBeLessThanOrEqual(1e-12);
    });
  });
});
