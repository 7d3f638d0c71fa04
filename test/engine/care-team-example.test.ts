/**
 * docs/care-team-example.md, cell by cell: two nurses, one who arrives in month 7, a waiting list that drains.
 *
 * The manual's cells are rounded to cents and hundredths of a patient; here stand the same figures in full, from the
 * same pencil.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakEven } from '../../src/engine/analysis/break-even';
import { hirePlan } from '../../src/engine/analysis/hire-plan';
import { LINES, type StatementLineKey } from '../../src/engine/model/lines';
import type { Model } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { plainItem, plainModel, plainPayer, plainProgram } from './reference/plain';
import { reference } from './reference/project';

const item = {
  program: 'CCM',
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  patientsPerUnit: 1,
  ...plainItem,
} as const;

const model: Model = {
  months: 12,
  ...plainModel,
  basis: 'closing',
  waitingLossRate: 0.2,
  hireAtUtilization: 0.95,
  hireLeadMonths: 5,
  trainingMonths: 1,
  minutesDistribution: 'gamma',
  programs: [
    {
      ...plainProgram,
      name: 'CCM',
      eligiblePatients: Infinity,
      openingPatients: 400,
      referrals: 100,
      conversionRate: 0.5,
      enrollmentLimit: 60,
      dischargeRate: 0.1,
      disengagementRate: 0,
      benefitChangeRate: 0,
      adverseEventRate: 0,
      earlyDropOffRate: 0,
      launchMonth: 1,
      serviceMinutes: 48,
    },
  ],
  payers: [
    {
      ...plainPayer,
      program: 'CCM',
      payer: 'Medicare',
      shareOfPanel: 1,
      allowedPppm: 100,
      realizationRate: 0,
      cleanClaimRate: 0.9,
      appealRate: 0.5,
      overturnRate: 0.4,
      daysToPay: 45,
      collectedRate: 0.95,
      attritionMultiplier: 1,
      thresholdMinutes: 20,
      minutesCv: 1,
      consentRate: 0.95,
      documentationRate: 0.9,
    },
  ],
  costs: [
    {
      ...item,
      item: 'Nurses',
      category: 'care team',
      basis: 'per unit',
      amount: 6_500,
      patientsPerUnit: 200,
      staffing: 'as needed',
      unitsOnDuty: 2,
      minutesPerUnit: 10_000,
      productiveRate: 0.8,
    },
    { ...item, item: 'Platform', category: 'technology', basis: 'per active patient', amount: 4 },
    { ...item, item: 'Billing fee', category: 'overhead and compliance', basis: 'percent of cash', amount: 0.05 },
  ],
  changes: [],
  adjustments: [],
};

type Twelve = readonly number[];
const each = (rule: (t: number) => number): Twelve => Array.from({ length: 12 }, (_, t) => rule(t));
const same = (value: number): Twelve => each(() => value);
const soFar = (flow: Twelve): Twelve => each((t) => flow.slice(0, t + 1).reduce((sum, value) => sum + value));

const opening: Twelve = [400, 400, 400, 400, 400, 400, 400, 420, 438, 448.6891136, 453.82020224, 458.438182016];
const lost: Twelve = [40, 40, 40, 40, 40, 40, 40, 42, 43.8, 44.86891136, 45.382020224, 45.8438182016];
const joined: Twelve = [40, 40, 40, 40, 40, 40, 60, 60, 54.4891136, 50, 50, 50];
const closing: Twelve = [
  400, 400, 400, 400, 400, 400, 420, 438, 448.6891136, 453.82020224, 458.438182016, 462.5943638144,
];
/** 50, and four fifths of those who waited; and who of them waits on. */
const demand: Twelve = [50, 58, 64.4, 69.52, 73.616, 76.8928, 79.51424, 65.611392, 54.4891136, 50, 50, 50];
const waiting: Twelve = [10, 18, 24.4, 29.52, 33.616, 36.8928, 19.51424, 5.611392, 0, 0, 0, 0];
const nurses: Twelve = [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3];
const worth: Twelve = [2, 2, 2, 2, 2, 2, 2.5, 3, 3, 3, 3, 3];

const reach: Twelve = [
  ...Array<number>(6).fill(Math.exp(-0.5)),
  Math.exp(-0.42),
  ...Array<number>(5).fill(Math.exp(-5 / 12)),
];
const realization = each((t) => 0.855 * reach[t]);
const billable = each((t) => closing[t] * realization[t]);
const claims = each((t) => 0.92 * billable[t]);
const revenue = each((t) => 100 * claims[t]);
const badDebt = each((t) => 5 * claims[t]);
const cash = each((t) => 47.5 * ((claims[t - 1] ?? 0) + (claims[t - 2] ?? 0)));
const nursesCost = each((t) => 6_500 * nurses[t]);
const platform = each((t) => 4 * closing[t]);
const fee = each((t) => 0.05 * cash[t]);
const cost = each((t) => nursesCost[t] + platform[t] + fee[t]);
const margin = each((t) => 95 * claims[t] - cost[t]);

const byHand: Record<StatementLineKey, Twelve> = {
  referrals: same(100),
  openingPatients: opening,
  lostToDischarge: lost,
  lostToDisengagement: same(0),
  lostToBenefitChange: same(0),
  lostToAdverseEvent: same(0),
  lostToEarlyDropOff: same(0),
  lostPatients: lost,
  newPatients: joined,
  closingPatients: closing,
  waitingPatients: waiting,
  activePatients: closing,
  careTeamUnits: nurses,
  utilizationRate: each((t) => closing[t] / (200 * nurses[t])),
  realizationRate: realization,
  billablePatients: billable,
  claimSuccessRate: same(0.92),
  paidClaims: claims,
  allowedPppm: same(100),
  potentialRevenue: each((t) => 100 * closing[t]),
  allowedRevenue: revenue,
  badDebt,
  cashCollected: cash,
  receivable: soFar(each((t) => 95 * claims[t] - cash[t])),
  careTeamCost: nursesCost,
  technologyCost: platform,
  overheadAndComplianceCost: fee,
  totalCost: cost,
  margin,
  marginRate: each((t) => margin[t] / revenue[t]),
  cumulativeCash: soFar(each((t) => cash[t] - cost[t])),
  revenuePppm: each((t) => revenue[t] / closing[t]),
  expensePmpm: each((t) => cost[t] / closing[t]),
  marginPppm: each((t) => margin[t] / closing[t]),
};

function expectCells(actual: ArrayLike<number>, expected: Twelve, what: string) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, t) => {
    expect(Math.abs(actual[t] - value), `${what}, month ${t + 1}: ${actual[t]} is not ${value}`).toBeLessThanOrEqual(
      1e-10 * Math.max(1, Math.abs(value)),
    );
  });
}

const projection = project(model);
const { total, byProgram, team } = projection;
const slow = reference(model);

describe('twelve months of a care team, cell by cell', () => {
  it.each(LINES.map(({ key, name }) => [name, key] as const))('%s', (name, key) => {
    expectCells(total.series[key], byHand[key], name);
    expectCells(slow.total.lines[key], byHand[key], name);
  });

  it('has the nurses and minutes of the manual', () => {
    expect(Array.from(team!.items[0].hired)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    const { minutesAvailable, minutesUsed } = byProgram.get('CCM')!.series;
    expectCells(
      minutesAvailable,
      each((t) => 8_000 * worth[t]),
      'minutes available',
    );
    expectCells(
      minutesUsed,
      each((t) => (t < 7 ? 8_000 * worth[t] : 48 * closing[t])),
      'minutes used',
    );
  });

  it('loses nobody: who wants to join has joined, waits, or gave up', () => {
    expectCells(
      demand,
      each((t) => joined[t] + waiting[t]),
      'demand',
    );
    expectCells(
      demand,
      each((t) => 50 + 0.8 * (waiting[t - 1] ?? 0)),
      'demand',
    );
  });

  it('hires and pays as the manual says', () => {
    const [first, third, ...others] = hirePlan(model, projection, null);
    expect(others).toEqual([]);
    expect([
      first.month,
      first.unitsOnDuty,
      first.unitsNeeded,
      third.month,
      third.unitsOnDuty,
      third.unitsNeeded,
    ]).toEqual([1, 2, 2, 7, 3, 3]);
    expect(first.nextUnitPaysAt).toBeCloseTo(400 + 6_500 / ((95 * claims[0] - 1_600) / 400), 9);
    expect(first.nextUnitPaysAt!.toFixed(0)).toBe('557');
    expect([third.marginBefore, third.marginAfter]).toEqual([total.series.margin[5], total.series.margin[6]]);
    const { month, lastingMonth } = breakEven(model, projection, null);
    expect([month, lastingMonth]).toEqual([1, 11]);
  });
});

/** The manual's columns, as its headings name them. */
const columns: Readonly<Record<string, Twelve>> = {
  Month: each((t) => t + 1),
  Opening: opening,
  Lost: lost,
  Stayed: each((t) => opening[t] - lost[t]),
  Nurses: nurses,
  Worth: worth,
  Places: each((t) => 200 * worth[t]),
  Free: each((t) => 200 * worth[t] - (opening[t] - lost[t])),
  Demand: demand,
  New: joined,
  Waiting: waiting,
  Closing: closing,
  'Minutes available': each((t) => 8_000 * worth[t]),
  'For each': each((t) => (8_000 * worth[t]) / closing[t]),
  'Mean minutes': each((t) => Math.min(48, (8_000 * worth[t]) / closing[t])),
  'Reach 20': reach,
  Realization: realization,
  Billable: billable,
  'Paid claims': claims,
  Revenue: revenue,
  'Bad debt': badDebt,
  Cash: cash,
  Receivable: byHand.receivable,
  Platform: platform,
  'Billing fee': fee,
  'Total cost': cost,
  Margin: margin,
  'Cumulative cash': byHand.cumulativeCash,
};

describe('the tables of the manual', () => {
  const manual = readFileSync(join(__dirname, '..', '..', 'docs', 'care-team-example.md'), 'utf8');
  const tables = [...manual.matchAll(/^\| Month .*\n\|[-:|]+\n((?:\|.*\n)+)/gm)].map(([text]) =>
    text
      .trim()
      .split('\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  );

  it('have twelve months each', () => {
    expect(tables.map((rows) => rows.length - 2)).toEqual([12, 12, 12]);
  });

  it.each(tables.flatMap(([headings], i) => headings.map((heading, c) => [heading, i, c] as const)))(
    '%s of table %i',
    (heading, i, c) => {
      // Nurses are people in the first table and dollars in the last.
      const expected = heading === 'Nurses' && i === 2 ? nursesCost : columns[heading];
      tables[i].slice(2).forEach((row, t) => {
        const shown = row[c];
        const value = Number(shown.replace(/[,%]/g, '')) / (shown.endsWith('%') ? 100 : 1);
        const rounding = shown.endsWith('%') ? 0.5e-4 : 0.5e-2;
        expect(
          Math.abs(value - expected[t]),
          `${heading}, month ${t + 1}: ${shown} is not ${expected[t]}`,
        ).toBeLessThanOrEqual(rounding * (1 + 1e-9));
      });
    },
  );
});
