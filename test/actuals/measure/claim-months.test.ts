import { describe, expect, it } from 'vitest';
import { claimMonths } from '../../../src/actuals/measure/claim-months';
import { development, ripeAge } from '../../../src/actuals/measure/development';
import { paymentPattern, daysOfPattern, patternOfDays } from '../../../src/actuals/measure/payment-pattern';
import { CLAIM_STATUSES, type Claims, type ClaimStatus } from '../../../src/actuals/rows';
import { namesOf } from '../../../src/actuals/summary';
import { dayOf } from '../fixtures/clinic';

const month = (year: number, number: number) => year * 12 + number - 1;
type Line = readonly [
  claim: string,
  service: number,
  status: ClaimStatus,
  decided: string,
  allowed: number,
  paid: number,
];

function monthsOf(lines: readonly Line[], asOf = month(2026, 6)) {
  const all = (at: 0) => namesOf(lines.map((line) => line[at]));
  const same = (name: string) => namesOf(lines.map(() => name));
  const claims: Claims = {
    kind: 'claims',
    claims: all(0),
    patients: same('P'),
    programs: same('CCM'),
    payers: same('Medicare'),
    codes: same('99490'),
    serviceMonths: Int32Array.from(lines, (line) => line[1]),
    statuses: Uint8Array.from(lines, (line) => CLAIM_STATUSES.indexOf(line[2])),
    decided: Int32Array.from(lines, (line) => dayOf(line[3])),
    allowed: Float64Array.from(lines, (line) => line[4] * 100),
    paid: Float64Array.from(lines, (line) => line[5] * 100),
  };
  return claimMonths(
    claims,
    lines.map((_, row) => ({ row, patient: 0, payer: 0 })),
    asOf,
  );
}

const APRIL = month(2026, 4);

describe('A patient’s month of service', () => {
  it('joins its lines, and is paid if any of them is', () => {
    const [claim, ...others] = monthsOf([
      ['C1', APRIL, 'denied', '2026-05-02', 0, 0],
      ['C2', APRIL, 'paid', '2026-05-10', 66, 50],
      ['C3', APRIL, 'paid', '2026-05-11', 48, 48],
    ]);
    expect(others).toEqual([]);
    expect(claim).toMatchObject({ status: 'paid', decided: month(2026, 5), allowed: 114, paid: 98 });
  });

  it('is paid on appeal where a claim is denied in one row and paid in a later one, and counts its money once', () => {
    const [claim] = monthsOf([
      ['C1', APRIL, 'denied', '2026-05-02', 66, 0],
      ['C1', APRIL, 'paid', '2026-06-10', 66, 60],
    ]);
    expect(claim).toMatchObject({ status: 'paid on appeal', decided: month(2026, 6), allowed: 66, paid: 60 });
  });

  it('is pending, or open on appeal, where its decision comes after the as-of month', () => {
    const statuses = (['paid', 'denied', 'paid on appeal', 'appeal lost'] as const).map(
      (status) => monthsOf([['C1', APRIL, status, '2026-07-02', 66, 60]])[0],
    );
    expect(statuses.map(({ status }) => status)).toEqual(['pending', 'pending', 'in appeal', 'in appeal']);
    expect(statuses.map(({ paid }) => paid)).toEqual([0, 0, 0, 0]);
  });

  it('takes a reversal off in the month of its decision', () => {
    const [claim] = monthsOf([
      ['C1', APRIL, 'paid', '2026-05-02', 66, 60],
      ['C1', APRIL, 'paid', '2026-06-02', 0, -60],
    ]);
    expect(claim.paid).toBe(0);
    expect([...claim.payments]).toEqual([
      [month(2026, 5), 60],
      [month(2026, 6), -60],
    ]);
  });

  it('tells where a line of it is still pending', () => {
    const [claim] = monthsOf([
      ['C1', APRIL, 'paid', '2026-05-02', 66, 60],
      ['C2', APRIL, 'pending', '', 48, 0],
    ]);
    expect(claim).toMatchObject({ status: 'paid', hasPendingLine: true });
  });
});

describe('Development by delay', () => {
  // Ten a month: 5 at once, 3 a month later, 2 after two.
  const arrivals = [0, 1, 2, 3].flatMap((service) => [5, 3, 2].map((amount, delay) => ({ service, delay, amount })));

  it('is seen whole though the youngest months are not', () => {
    const { share } = development(arrivals, 0, 3)!;
    [0.5, 0.8, 1, 1].forEach((expected, delay) => expect(share[delay]).toBeCloseTo(expected, 12));
  });

  it('is ripe at the first age with so much of it', () => {
    expect([0.5, 0.75, 0.8, 0.95].map((level) => ripeAge(development(arrivals, 0, 3), level - 1e-9))).toEqual([
      0, 1, 1, 2,
    ]);
    expect(ripeAge(null, 0.99)).toBe(0);
  });

  it('makes a payment pattern whose mean delay is its days to pay', () => {
    const { shares, days, hadNegative } = paymentPattern(arrivals, 0, 3, { shares: [0, 1], source: '' });
    expect(days.measured).toBeCloseTo(30 * (0.3 + 2 * 0.2), 9);
    expect(shares.map(({ measured }) => Number(measured!.toFixed(9)))).toEqual([0.5, 0.3, 0.2, 0]);
    expect(daysOfPattern(shares.map(({ blended }) => blended))).toBeCloseTo(days.blended, 9);
    expect(hadNegative).toBe(false);
  });

  it('sets a share that reversals make negative to 0, and says so', () => {
    const reversed = [0, 1, 2, 3].flatMap((service) => [5, 6, -1].map((amount, delay) => ({ service, delay, amount })));
    const { shares, hadNegative } = paymentPattern(reversed, 0, 3, { shares: [0, 1], source: '' });
    expect(hadNegative).toBe(true);
    expect(shares[2].measured).toBe(0);
    expect(shares.reduce((sum, { measured }) => sum + measured!, 0)).toBeCloseTo(1, 12);
  });
});

describe('Days to pay as a pattern', () => {
  it('are the two months that the model pays in', () => {
    expect(patternOfDays(45)).toEqual([0, 0.5, 0.5]);
    expect(daysOfPattern(patternOfDays(37))).toBeCloseTo(37, 12);
  });
});
