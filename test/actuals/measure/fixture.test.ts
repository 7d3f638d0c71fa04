import { describe, expect, it } from 'vitest';
import { asOfMonth } from '../../../src/actuals/as-of';
import { measure, type Measured, type MeasuredDriver } from '../../../src/actuals/measure/measure';
import { clinicRows, dayOf, expected } from '../fixtures/clinic';
import { priorsOf } from '../fixtures/clinic-priors';

/** What the fixture calls drivers. */
const DRIVERS: Readonly<Record<string, MeasuredDriver>> = {
  'Discharge rate': 'dischargeRate',
  'Disengagement rate': 'disengagementRate',
  'Benefit change rate': 'benefitChangeRate',
  'Adverse event rate': 'adverseEventRate',
  'Early drop-off rate': 'earlyDropOffRate',
  'Conversion rate': 'conversionRate',
  'Attrition multiplier': 'attritionMultiplier',
  'Eligibility realization': 'realizationRate',
  'Clean claim rate': 'cleanClaimRate',
  'Appeal rate': 'appealRate',
  'Overturn rate': 'overturnRate',
  'Collected share': 'collectedRate',
  'Allowed PPPM': 'allowedPppm',
  'Minutes mean': 'serviceMinutes',
  'Minutes cv': 'minutesCv',
  'Days to pay': 'daysToPay',
};

const measurement = measure(clinicRows(), priorsOf(expected.priors), { asOf: asOfMonth(dayOf(expected.asOf)) })!;

function measuredAs(driver: string, payer: string): Measured {
  const delay = /^Payment pattern, month (\d+)$/.exec(driver)?.[1];
  return measurement.drivers.find(
    (each) =>
      each.payer === payer &&
      (delay === undefined
        ? each.driver === DRIVERS[driver]
        : each.driver === 'paymentPattern' && each.delay === Number(delay)),
  )!;
}

describe('The clinic of the fixture', () => {
  it('starts in the month after the first leaver', () => {
    expect(measurement.firstMonth).toBe(2025 * 12 + 1);
    expect([...measurement.ripe.values()]).toEqual([
      { decisions: expected.ripeAge.first, appeals: expected.ripeAge.appeal },
    ]);
  });

  it.each(expected.rows)('has $driver of $payer to 1e-9', (row) => {
    const measured = measuredAs(row.driver, row.payer);
    for (const key of ['measured', 'low', 'high', 'exposure', 'effective', 'prior', 'weight', 'blended'] as const)
      expect(Math.abs(measured[key]! - row[key]), `${key}: ${measured[key]} is not ${row[key]}`).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(row[key])),
      );
  });

  it('has 63 figures, and nothing odd to say of its rows', () => {
    expect(expected.rows).toHaveLength(63);
    expect(measurement.findings).toEqual([]);
  });
});
