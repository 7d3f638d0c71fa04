import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from './excel';
import { cases } from '../random-cases';

/** The functions of one step and the forecast of a model with one program and one payer tell one story. */

const amount = (max: number) => fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 10_000) * max);
const share = fc.integer({ min: 1, max: 1_000 }).map((n) => n / 1_000);

const practice = fc.record({
  opening: amount(2_000),
  referrals: amount(200),
  conversion: share,
  limit: fc.oneof(fc.constant(0), amount(60)),
  attrition: amount(0.2),
  realization: share,
  clean: share,
  appealed: share,
  won: share,
  allowed: amount(200).map((value) => value + 1),
  days: fc.integer({ min: 1, max: 120 }),
  size: fc.integer({ min: 20, max: 300 }),
  minimum: fc.integer({ min: 0, max: 3 }),
  pay: amount(8_000).map((value) => value + 1),
  basis: fc.constantFrom('average', 'closing', 'retained'),
  months: fc.integer({ min: 1, max: 24 }),
});

type Practice = typeof practice extends fc.Arbitrary<infer T> ? T : never;

const LINES = [
  'Opening patients',
  'New patients',
  'Lost patients',
  'Closing patients',
  'Active patients',
  'Waiting patients',
  'Care team units',
  'Claim success rate',
  'Allowed revenue',
  'Cash collected',
  'Total cost',
  'Expense PMPM',
] as const;

function forecast(p: Practice): Record<(typeof LINES)[number], number[]> {
  const rows = call(
    'FORECAST',
    [
      [
        'Program',
        'Opening patients',
        'Referrals per month',
        'Conversion rate',
        'Enrollment limit',
        'Disengagement rate',
      ],
      ['CCM', p.opening, p.referrals, p.conversion, p.limit, p.attrition],
    ],
    [
      [
        'Program',
        'Payer',
        'Share of panel',
        'Allowed PPPM',
        'Realization rate',
        'Clean claim rate',
        'Appeal rate',
        'Overturn rate',
        'Days to pay',
      ],
      ['CCM', 'Medicare', 1, p.allowed, p.realization, p.clean, p.appealed, p.won, p.days],
    ],
    [
      ['Item', 'Category', 'Basis', 'Amount', 'Patients per unit', 'Minimum units'],
      ['Nurses', 'care team', 'per unit', p.pay, p.size, p.minimum],
    ],
    [
      ['Setting', 'Value'],
      ['Months', p.months],
      ['Billing basis', p.basis],
    ],
    null,
    null,
    null,
    null,
    null,
    LINES.map((line) => [line]),
  ) as number[][];
  return Object.fromEntries(LINES.map((line, i) => [line, rows[i]])) as Record<(typeof LINES)[number], number[]>;
}

const expectNear = (actual: unknown[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  actual.forEach((value, t) =>
    expect(
      Math.abs((value as number) - expected[t]),
      `month ${t + 1}: ${value} is not ${expected[t]}`,
    ).toBeLessThanOrEqual(1e-9 * scale),
  );
};

describe('On a model of one program and one payer', () => {
  const check = (holds: (p: Practice, lines: ReturnType<typeof forecast>) => void) =>
    fc.assert(
      fc.property(practice, (p) => holds(p, forecast(p))),
      { numRuns: cases(60) },
    );

  it('ENROLLMENT gives the new and the waiting patients', () =>
    check((p, lines) => {
      const [enrolled, waiting] = call('ENROLLMENT', [Array(p.months).fill(p.referrals)], p.conversion, p.limit);
      expectNear(enrolled, lines['New patients']);
      expectNear(waiting, lines['Waiting patients']);
    }));

  it('PANEL gives opening, new, lost, closing and active patients', () =>
    check((p, lines) => {
      const [opening, joined, lost, closing, active] = call(
        'PANEL',
        p.opening,
        [lines['New patients']],
        p.attrition,
        p.months,
        p.basis,
      );
      expectNear(opening, lines['Opening patients']);
      expectNear(joined, lines['New patients']);
      expectNear(lost, lines['Lost patients']);
      expectNear(closing, lines['Closing patients']);
      expectNear(active, lines['Active patients']);
    }));

  it('REVENUE of CLAIMSUCCESS gives the allowed revenue', () =>
    check((p, lines) => {
      const success = call('CLAIMSUCCESS', p.clean, p.appealed, p.won);
      expectNear(
        call('REVENUE', [lines['Active patients']], p.realization, success, p.allowed)[0],
        lines['Allowed revenue'],
      );
      lines['Claim success rate'].forEach((rate, t) => {
        if (lines['Active patients'][t] > 0) expect(rate).toBeCloseTo(success[0][0] as number, 9);
      });
    }));

  it('CASH gives the cash collected', () =>
    check((p, lines) => {
      expectNear(call('CASH', [lines['Allowed revenue']], p.days)[0], lines['Cash collected']);
    }));

  it('STAFFING gives the care team, and PMPM its expense', () =>
    check((p, lines) => {
      const [units] = call('STAFFING', [lines['Active patients']], p.size, p.minimum);
      expectNear(units, lines['Care team units']);
      expectNear(
        lines['Total cost'],
        (units as number[]).map((count) => count * p.pay),
      );
      lines['Active patients'].forEach((active, t) => {
        if (active > 0)
          expectNear([lines['Expense PMPM'][t]], call('PMPM', lines['Total cost'][t], active)[0] as number[]);
      });
    }));
});
