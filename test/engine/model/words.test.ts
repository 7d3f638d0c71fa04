import { describe, expect, it } from 'vitest';
import { DRIVERS, driverByKey } from '../../../src/engine/model/drivers';
import { ALL_LINES, ALL_SERIES, lineByKey } from '../../../src/engine/model/lines';

/** What a name ends in says what the figure is. */
const ENDINGS = {
  count: /(Patients|Units|Claims)$/,
  share: /Rate$/,
  amountPerPatient: /(Pppm|Pmpm)$/,
  money: /(Revenue|Cost|Cash|Debt|Collected|[Rr]eceivable|margin)$/,
};

/** Names outside the grammar, and why. */
const LINE_EXCEPTIONS: Record<string, string> = {
  referrals: 'a count, and a plural noun that needs no second one',
  lostToDischarge: 'lostPatients by cause: the noun is understood',
  lostToDisengagement: 'as above',
  lostToBenefitChange: 'as above',
  lostToAdverseEvent: 'as above',
  lostToEarlyDropOff: 'as above',
  minutesAvailable: 'a count of minutes, named first',
  minutesUsed: 'as above',
};
const DRIVER_EXCEPTIONS: Record<string, string> = {
  referrals: 'a count, and a plural noun that needs no second one',
  enrollmentLimit: 'a limit of a count; a plural would read as a count',
  launchMonth: 'a month number',
  startMonth: 'a month number',
  endMonth: 'a month number',
  shareOfPanel: 'a share that the trade calls so',
  daysToPay: 'a count of days, named first',
  openingReceivable: 'a balance of money, as the line is',
  attritionMultiplier: 'a factor, not a share: it may exceed 1',
  serviceMinutes: 'a count of minutes per patient and month',
  thresholdMinutes: 'a count of minutes',
  minutesCv: 'a ratio that may exceed 1, named as statistics does',
  unitsOnDuty: 'a count of units, with where they are',
  minutesPerUnit: 'minutes, per unit',
  amount: 'dollars or a share of cash, as the basis says',
  patientsPerUnit: 'patients, per unit',
  annualIncrease: 'a growth that may be negative, so not a share',
};

/** The unit a line's ending promises. */
const unitPromised = (key: string): RegExp | null => {
  if (ENDINGS.share.test(key)) return /^%$/;
  if (ENDINGS.amountPerPatient.test(key)) return /^\$\/patient\/month$/;
  if (ENDINGS.money.test(key)) return /^\$$/;
  if (ENDINGS.count.test(key)) return /^(patients|units|claims)$/;
  return null;
};

describe('the grammar of names', () => {
  it('gives every line an ending that says its unit, save the stated exceptions', () => {
    for (const { key, unit } of ALL_LINES) {
      const promised = unitPromised(key);
      if (key in LINE_EXCEPTIONS) expect(promised, `${key} is no exception`).toBeNull();
      else expect(unit, key).toMatch(promised ?? /no such ending/);
    }
    for (const key of Object.keys(LINE_EXCEPTIONS)) expect(ALL_LINES.map((line) => line.key as string)).toContain(key);
  });

  it('gives a rate to every share and every amount per patient, and to nothing else', () => {
    for (const { key, kind } of ALL_LINES) {
      expect(kind === 'rate', key).toBe(ENDINGS.share.test(key) || ENDINGS.amountPerPatient.test(key));
    }
  });

  it('holds every driver that ends in Rate to 0..1, and no other save the stated exceptions', () => {
    for (const { key, lower, upper } of DRIVERS) {
      if (key !== 'shareOfPanel') expect(lower === 0 && upper === 1, key).toBe(ENDINGS.share.test(key));
    }
  });

  it('gives every driver an ending of the grammar, save the stated exceptions', () => {
    for (const { key } of DRIVERS) {
      const follows = ENDINGS.count.test(key) || ENDINGS.share.test(key) || ENDINGS.amountPerPatient.test(key);
      expect(follows, key).toBe(!(key in DRIVER_EXCEPTIONS));
    }
    for (const key of Object.keys(DRIVER_EXCEPTIONS)) expect(driverByKey.has(key), key).toBe(true);
  });

  it('calls every month driver a month', () => {
    for (const { key, isMonth } of DRIVERS) expect(isMonth, key).toBe(/Month$/.test(key));
  });

  it('writes keys in camel case and US spelling, and uses none twice', () => {
    const keys = [...ALL_SERIES.map((line) => line.key), ...DRIVERS.map((driver) => driver.key)];
    for (const key of keys) {
      expect(key).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
      expect(key).not.toMatch(/programme|enrolment|behaviour|utilisation|realisation/i);
    }
    expect(lineByKey.size).toBe(ALL_SERIES.length);
    expect(driverByKey.size).toBe(DRIVERS.length);
  });

  it('shows every line under its key’s own words', () => {
    for (const { key, name } of ALL_LINES) {
      expect(name.replace(/[^a-z]/gi, '').toLowerCase()).toBe(key.toLowerCase());
    }
  });

  it('uses one word for one thing: a name that is both a driver and a line has one meaning', () => {
    const shared = DRIVERS.map((driver) => driver.key as string).filter((key) => lineByKey.has(key as never));
    expect(shared.sort()).toEqual(['allowedPppm', 'openingPatients', 'realizationRate', 'referrals']);
  });
});
