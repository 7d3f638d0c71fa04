/**
 * A forecast that can be followed with a pencil: two programs, two payers each, six months.
 *
 * CCM is capped at 16 new patients a month until April, draws on 160 eligible patients, and runs out of them in May.
 * RPM launches in March with 64 patients, loses a quarter a month and enrolls as many.
 * Rates are halves, quarters and eighths, so most figures are exact.
 */
import { describe, expect, it } from 'vitest';
import { LINES, type StatementLineKey } from '../../src/engine/model/lines';
import type { Model } from '../../src/engine/model/model';
import { project } from '../../src/engine/project';
import { plainItem, plainModel, plainPayer, plainProgram } from './reference/plain';
import { reference } from './reference/project';

const everywhere = { program: null, payer: null, item: null };

const model: Model = {
  months: 6,
  basis: 'average',
  waitingLossRate: 0.5,
  ...plainModel,
  programs: [
    {
      name: 'CCM',
      eligiblePatients: 160,
      openingPatients: 80,
      referrals: 40,
      conversionRate: 0.5,
      enrollmentLimit: 16,
      dischargeRate: 0.25,
      disengagementRate: 0.25,
      benefitChangeRate: 0,
      adverseEventRate: 0,
      earlyDropOffRate: 0.25,
      launchMonth: 1,
      ...plainProgram,
    },
    {
      name: 'RPM',
      eligiblePatients: Infinity,
      openingPatients: 64,
      referrals: 32,
      conversionRate: 0.5,
      enrollmentLimit: Infinity,
      dischargeRate: 0,
      disengagementRate: 0,
      benefitChangeRate: 0.125,
      adverseEventRate: 0.125,
      earlyDropOffRate: 0,
      launchMonth: 3,
      ...plainProgram,
    },
  ],
  payers: [
    // Claim success 0.5 + 0.5 × 1 × 0.5 = 0.75; paid 1½ months later.
    {
      program: 'CCM',
      payer: 'Medicare',
      shareOfPanel: 0.5,
      allowedPppm: 160,
      realizationRate: 0.25,
      cleanClaimRate: 0.5,
      appealRate: 1,
      overturnRate: 0.5,
      daysToPay: 45,
      collectedRate: 1,
      attritionMultiplier: 1,
      ...plainPayer,
    },
    // Nobody leaves but in the month after joining; half the cash comes at once, half a month later, a quarter never.
    {
      program: 'CCM',
      payer: 'Advantage',
      shareOfPanel: 0.5,
      allowedPppm: 64,
      realizationRate: 0.5,
      cleanClaimRate: 1,
      appealRate: 0,
      overturnRate: 0,
      daysToPay: 15,
      collectedRate: 0.75,
      attritionMultiplier: 0,
      ...plainPayer,
    },
    {
      program: 'RPM',
      payer: 'Medicare',
      shareOfPanel: 0.75,
      allowedPppm: 100,
      realizationRate: 0.5,
      cleanClaimRate: 1,
      appealRate: 0,
      overturnRate: 0,
      daysToPay: 0,
      collectedRate: 1,
      attritionMultiplier: 1,
      ...plainPayer,
    },
    // Claim success 0.5 + 0.5 × 0.5 × 0.5 = 0.625; the scenario lifts realization to 0.75.
    {
      program: 'RPM',
      payer: 'Commercial',
      shareOfPanel: 0.25,
      allowedPppm: 120,
      realizationRate: 0.5,
      cleanClaimRate: 0.5,
      appealRate: 0.5,
      overturnRate: 0.5,
      daysToPay: 30,
      collectedRate: 0.5,
      attritionMultiplier: 1,
      ...plainPayer,
    },
  ],
  costs: [
    {
      item: 'Nurse',
      category: 'care team',
      program: 'CCM',
      basis: 'per unit',
      amount: 4_000,
      patientsPerUnit: 40,
      minimumUnits: 1,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Coordinator',
      category: 'care team',
      program: null,
      basis: 'per unit',
      amount: 2_000,
      patientsPerUnit: 100,
      minimumUnits: 1,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Platform',
      category: 'technology',
      program: 'CCM',
      basis: 'per month',
      amount: 1_000,
      patientsPerUnit: 1,
      minimumUnits: 0,
      startMonth: 2,
      endMonth: 5,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Launch',
      category: 'technology',
      program: 'RPM',
      basis: 'one-off',
      amount: 6_000,
      patientsPerUnit: 1,
      minimumUnits: 0,
      startMonth: 3,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Device',
      category: 'technology',
      program: 'RPM',
      basis: 'per active patient',
      amount: 10,
      patientsPerUnit: 1,
      minimumUnits: 0,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Outreach',
      category: 'overhead and compliance',
      program: 'CCM',
      basis: 'per new patient',
      amount: 25,
      patientsPerUnit: 1,
      minimumUnits: 0,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
    {
      item: 'Billing fee',
      category: 'overhead and compliance',
      program: null,
      basis: 'percent of cash',
      amount: 0.0625,
      patientsPerUnit: 1,
      minimumUnits: 0,
      startMonth: 1,
      endMonth: Infinity,
      annualIncrease: 0,
      ...plainItem,
    },
  ],
  changes: [
    {
      ...everywhere,
      driver: 'enrollmentLimit',
      program: 'CCM',
      change: 'set',
      value: 32,
      fromMonth: 4,
      toMonth: Infinity,
    },
    {
      ...everywhere,
      driver: 'allowedPppm',
      program: 'CCM',
      payer: 'Medicare',
      change: 'multiply',
      value: 1.25,
      fromMonth: 5,
      toMonth: 5,
    },
  ],
  adjustments: [
    {
      ...everywhere,
      driver: 'realizationRate',
      program: 'RPM',
      payer: 'Commercial',
      change: 'add',
      value: 0.25,
      fromMonth: 1,
      toMonth: Infinity,
    },
  ],
};

type Six = [number, number, number, number, number, number];
const same = (value: number): Six => [value, value, value, value, value, value];
const fromMarch = (value: number): Six => [0, 0, value, value, value, value];
const each = (rule: (t: number) => number): Six => [0, 1, 2, 3, 4, 5].map(rule) as Six;

// CCM, Medicare and Advantage apart
//   demand    40 × 0.5 = 20, plus half of those who waited
//   month 1   20           → 16 (limit), 4 wait      month 4   20 + 3.5 = 23.5 → 23.5 (limit 32), none waits
//   month 2   20 + 2 = 22  → 16, 6 wait              month 5   20, but 160 − 80 − 71.5 = 8.5 eligible are left → 8.5
//   month 3   20 + 3 = 23  → 16, 7 wait              month 6   20, and nobody eligible is left → 0
const medicareActive: Six = [
  34, //       40      − 20 discharged or disengaged             + 8     = 28        → (40 + 28) ÷ 2
  24, //       28      − 14            − 8 ÷ 4 = 2 early         + 8     = 20        → (28 + 20) ÷ 2
  18, //       20      − 10            − 2                       + 8     = 16
  16.875, //   16      − 8             − 2                       + 11.75 = 17.75
  13.96875, // 17.75   − 8.875         − 11.75 ÷ 4 = 2.9375      + 4.25  = 10.1875
  7.109375, // 10.1875 − 5.09375       − 4.25 ÷ 4 = 1.0625       + 0     = 4.03125
];
const advantageActive: Six = [
  44, //       40                      + 8     = 48              → (40 + 48) ÷ 2
  51, //       48      − 2 early       + 8     = 54
  57, //       54      − 2             + 8     = 60
  64.875, //   60      − 2             + 11.75 = 69.75
  70.40625, // 69.75   − 2.9375        + 4.25  = 71.0625
  70.53125, // 71.0625 − 1.0625        + 0     = 70
];
// Medicare is billed at 0.25, paid at 0.75, allowed $160 and in month 5 $160 × 1.25 = $200:
//   34 × 0.25 = 8.5 billable × 0.75 = 6.375 claims × 160 = 1,020; 13.96875 → 3.4921875 → 2.619140625 × 200 = 523.828125
const medicareRevenue: Six = [1_020, 720, 540, 506.25, 523.828125, 213.28125];
// Advantage is billed at 0.5, always paid, allowed $64: 44 × 0.5 × 64 = 1,408
const advantageRevenue: Six = [1_408, 1_632, 1_824, 2_076, 2_253, 2_257];
// 45 days are 1½ months: half after one month, half after two. Month 3: 1,020 ÷ 2 + 720 ÷ 2
const medicareCash: Six = [0, 510, 870, 630, 523.125, 515.0390625];
// 15 days are half a month: three quarters are ever collected, half of them at once. Month 2: (1,408 + 1,632) × 0.75 ÷ 2
const advantageCash: Six = [528, 1_140, 1_296, 1_462.5, 1_623.375, 1_691.25];

const ccmActive: Six = [78, 75, 75, 81.75, 84.375, 77.640625];
const bothActive: Six = [78, 75, 139, 145.75, 148.375, 141.640625]; // RPM brings 64 from March
/** CCM's part of what both programs share: by active patients. */
const ccmPart: Six = [1, 1, 75 / 139, 81.75 / 145.75, 84.375 / 148.375, 77.640625 / 141.640625];

const nurses: Six = [2, 2, 2, 3, 3, 2]; //      ⌈78 ÷ 40⌉, ⌈75 ÷ 40⌉, …, ⌈81.75 ÷ 40⌉ = 3
const coordinators: Six = [1, 1, 2, 2, 2, 2]; // ⌈78 ÷ 100⌉ = 1, with RPM ⌈139 ÷ 100⌉ = 2

const ccmCash = each((t) => medicareCash[t] + advantageCash[t]); // 528, 1,650, 2,166, 2,092.5, 2,146.5, 2,206.2890625
const rpmCash: Six = [0, 0, 2_400, 2_850, 2_850, 2_850]; // Medicare at once; Commercial's 900 × 0.5 a month later
const billingFee = each((t) => 0.0625 * (ccmCash[t] + rpmCash[t])); // 33, 103.125, 285.375, 308.90625, …

const ccmRevenue = each((t) => medicareRevenue[t] + advantageRevenue[t]); // 2,428, 2,352, 2,364, 2,582.25, 2,776.828125, 2,470.28125
const ccmBadDebt: Six = [352, 408, 456, 519, 563.25, 564.25]; // a quarter of Advantage
const ccmReceivable: Six = [
  1_548, //          0        + 2,428        − 352    − 528
  1_842, //          1,548    + 2,352        − 408    − 1,650
  1_584, //          1,842    + 2,364        − 456    − 2,166
  1_554.75, //       1,584    + 2,582.25     − 519    − 2,092.5
  1_621.828125, //   1,554.75 + 2,776.828125 − 563.25 − 2,146.5
  1_321.5703125, //  due in month 7 and 8: 523.828125 ÷ 2 + 213.28125 + 1,692.75 ÷ 2
];

const ccmCareTeam = each((t) => 4_000 * nurses[t] + 2_000 * coordinators[t] * ccmPart[t]); // 10,000 in month 1
const ccmTechnology: Six = [0, 1_000, 1_000, 1_000, 1_000, 0]; // from month 2 to month 5
const outreach: Six = [400, 400, 400, 587.5, 212.5, 0]; // $25 × 16, 16, 16, 23.5, 8.5, 0
const ccmOverhead = each((t) => outreach[t] + billingFee[t] * ccmPart[t]);
const ccmCost = each((t) => ccmCareTeam[t] + ccmTechnology[t] + ccmOverhead[t]);

const rpmCareTeam = each((t) => 2_000 * coordinators[t] * (1 - ccmPart[t]));
const rpmTechnology: Six = [0, 0, 6_640, 640, 640, 640]; // the launch, and $10 × 64
const rpmOverhead = each((t) => billingFee[t] * (1 - ccmPart[t]));
const rpmCost = each((t) => rpmCareTeam[t] + rpmTechnology[t] + rpmOverhead[t]);

const sumSoFar = (flow: (t: number) => number) =>
  each((t) => Array.from({ length: t + 1 }, (_, i) => flow(i)).reduce((a, b) => a + b));

const ccm: Record<StatementLineKey, Six> = {
  referrals: same(40),
  openingPatients: [80, 76, 74, 76, 87.5, 81.25],
  lostToDischarge: [10, 7, 5, 4, 4.4375, 2.546875], //     a quarter of Medicare's opening 40, 28, 20, 16, 17.75, 10.1875
  lostToDisengagement: [10, 7, 5, 4, 4.4375, 2.546875],
  lostToBenefitChange: same(0),
  lostToAdverseEvent: same(0),
  lostToEarlyDropOff: [0, 4, 4, 4, 5.875, 2.125], //       a quarter of last month's 16, 16, 16, 23.5, 8.5
  lostPatients: [20, 18, 14, 12, 14.75, 7.21875],
  newPatients: [16, 16, 16, 23.5, 8.5, 0],
  closingPatients: [76, 74, 76, 87.5, 81.25, 74.03125], // 80 − 20 + 16, 76 − 18 + 16, …
  waitingPatients: [4, 6, 7, 0, 0, 0],
  activePatients: ccmActive,
  careTeamUnits: each((t) => nurses[t] + coordinators[t] * ccmPart[t]),
  // Nurses and coordinators both serve CCM's patients; places are 40 a nurse and 100 a coordinator: 156 ÷ 180 in month 1
  utilizationRate: each((t) => (2 * ccmActive[t]) / (40 * nurses[t] + 100 * coordinators[t] * ccmPart[t])),
  realizationRate: each((t) => (0.25 * medicareActive[t] + 0.5 * advantageActive[t]) / ccmActive[t]), // 30.5 ÷ 78
  billablePatients: [30.5, 31.5, 33, 36.65625, 38.6953125, 37.04296875], //          8.5 + 22, 6 + 25.5, …
  claimSuccessRate: [
    28.375 / 30.5,
    30 / 31.5,
    31.875 / 33,
    35.6015625 / 36.65625,
    37.822265625 / 38.6953125,
    36.5986328125 / 37.04296875,
  ],
  paidClaims: [28.375, 30, 31.875, 35.6015625, 37.822265625, 36.5986328125], //      6.375 + 22, 4.5 + 25.5, …
  allowedPppm: [
    2_428 / 28.375,
    2_352 / 30,
    2_364 / 31.875,
    2_582.25 / 35.6015625,
    2_776.828125 / 37.822265625,
    2_470.28125 / 36.5986328125,
  ],
  potentialRevenue: [8_256, 7_104, 6_528, 6_852, 7_299.75, 5_651.5], //              34 × 160 + 44 × 64; in month 5 13.96875 × 200 + 70.40625 × 64
  allowedRevenue: ccmRevenue,
  badDebt: ccmBadDebt,
  cashCollected: [528, 1_650, 2_166, 2_092.5, 2_146.5, 2_206.2890625],
  receivable: ccmReceivable,
  careTeamCost: ccmCareTeam,
  technologyCost: ccmTechnology,
  overheadAndComplianceCost: ccmOverhead,
  totalCost: ccmCost,
  margin: each((t) => ccmRevenue[t] - ccmBadDebt[t] - ccmCost[t]), //                2,428 − 352 − 10,433 = −8,357 in month 1
  marginRate: each((t) => (ccmRevenue[t] - ccmBadDebt[t] - ccmCost[t]) / ccmRevenue[t]),
  cumulativeCash: sumSoFar((t) => ccmCash[t] - ccmCost[t]), //                       528 − 10,433 = −9,905 after month 1
  revenuePppm: each((t) => ccmRevenue[t] / ccmActive[t]),
  expensePmpm: each((t) => ccmCost[t] / ccmActive[t]),
  marginPppm: each((t) => (ccmRevenue[t] - ccmBadDebt[t] - ccmCost[t]) / ccmActive[t]),
};

const rpm: Record<StatementLineKey, Six> = {
  referrals: fromMarch(32), //          none before the launch
  openingPatients: fromMarch(64),
  lostToDischarge: same(0),
  lostToDisengagement: same(0),
  lostToBenefitChange: fromMarch(8), // 64 × 0.125
  lostToAdverseEvent: fromMarch(8),
  lostToEarlyDropOff: same(0),
  lostPatients: fromMarch(16),
  newPatients: fromMarch(16), //        32 × 0.5
  closingPatients: fromMarch(64),
  waitingPatients: same(0),
  activePatients: fromMarch(64), //     Medicare 48, Commercial 16
  careTeamUnits: each((t) => coordinators[t] * (1 - ccmPart[t])),
  utilizationRate: each((t) => (t < 2 ? 0 : bothActive[t] / 200)), // the coordinators': 139 ÷ 200 in March
  realizationRate: fromMarch(0.5625), // (24 + 12) ÷ 64
  billablePatients: fromMarch(36), //    48 × 0.5 + 16 × (0.5 + 0.25)
  claimSuccessRate: fromMarch(0.875), // 31.5 ÷ 36
  paidClaims: fromMarch(31.5), //        24 + 12 × 0.625
  allowedPppm: fromMarch(3_300 / 31.5),
  potentialRevenue: fromMarch(6_720), // 48 × 100 + 16 × 120
  allowedRevenue: fromMarch(3_300), //   24 × 100 + 7.5 × 120
  badDebt: fromMarch(450), //            900 × 0.5
  cashCollected: rpmCash,
  receivable: fromMarch(450), //         Commercial's 450 of the month
  careTeamCost: rpmCareTeam,
  technologyCost: rpmTechnology,
  overheadAndComplianceCost: rpmOverhead,
  totalCost: rpmCost,
  margin: each((t) => (t < 2 ? 0 : 2_850 - rpmCost[t])), // 3,300 − 450 − cost
  marginRate: each((t) => (t < 2 ? 0 : (2_850 - rpmCost[t]) / 3_300)),
  cumulativeCash: sumSoFar((t) => rpmCash[t] - rpmCost[t]),
  revenuePppm: fromMarch(51.5625), //    3,300 ÷ 64
  expensePmpm: each((t) => (t < 2 ? 0 : rpmCost[t] / 64)),
  marginPppm: each((t) => (t < 2 ? 0 : (2_850 - rpmCost[t]) / 64)),
};

/** Rates of both programs: what is divided by what, from the lines above. */
const served = each((t) => ccmActive[t] + bothActive[t]);
const places = each((t) => 40 * nurses[t] + 100 * coordinators[t]);
const plus = (key: StatementLineKey) => each((t) => ccm[key][t] + rpm[key][t]);
const over = (part: StatementLineKey, whole: StatementLineKey) => each((t) => plus(part)[t] / plus(whole)[t]);
const bothRates: Partial<Record<StatementLineKey, Six>> = {
  utilizationRate: each((t) => served[t] / places[t]), // 156 ÷ 180 in month 1, (75 + 139) ÷ (80 + 200) in March
  realizationRate: over('billablePatients', 'activePatients'), // (33 + 36) ÷ 139 in March
  claimSuccessRate: over('paidClaims', 'billablePatients'),
  allowedPppm: over('allowedRevenue', 'paidClaims'),
  marginRate: over('margin', 'allowedRevenue'),
  revenuePppm: over('allowedRevenue', 'activePatients'),
  expensePmpm: over('totalCost', 'activePatients'),
  marginPppm: over('margin', 'activePatients'),
};

/** The Total column of CCM: sums, last months, and ratios of sums. */
const ccmTotals: Partial<Record<StatementLineKey, number>> = {
  referrals: 240,
  openingPatients: 81.25,
  lostToEarlyDropOff: 20, //                       4 + 4 + 4 + 5.875 + 2.125
  lostPatients: 85.96875, //                       20 + 18 + 14 + 12 + 14.75 + 7.21875
  newPatients: 80, //                              all 160 − 80 who were eligible
  closingPatients: 74.03125, //                    80 − 85.96875 + 80
  waitingPatients: 0,
  activePatients: 77.640625,
  billablePatients: 207.39453125, //               30.5 + 31.5 + 33 + 36.65625 + 38.6953125 + 37.04296875
  paidClaims: 200.2724609375,
  realizationRate: 207.39453125 / 471.765625, //   ÷ 78 + 75 + 75 + 81.75 + 84.375 + 77.640625 patient-months
  claimSuccessRate: 200.2724609375 / 207.39453125,
  allowedRevenue: 14_973.359375, //                2,428 + 2,352 + 2,364 + 2,582.25 + 2,776.828125 + 2,470.28125
  allowedPppm: 14_973.359375 / 200.2724609375,
  revenuePppm: 14_973.359375 / 471.765625,
  badDebt: 2_862.5,
  cashCollected: 10_789.2890625,
  receivable: 1_321.5703125, //                    14,973.359375 − 2,862.5 − 10,789.2890625
  technologyCost: 4_000,
};

function expectCells(actual: ArrayLike<number>, expected: readonly number[], what: string) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, t) => {
    expect(Math.abs(actual[t] - value), `${what}, month ${t + 1}: ${actual[t]} is not ${value}`).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(value)),
    );
  });
}

const { total, byProgram } = project(model);
const slow = reference(model);

describe('the worked example, cell by cell', () => {
  it.each(LINES.map(({ key, name }) => [name, key] as const))('%s of CCM', (name, key) => {
    expectCells(byProgram.get('CCM')!.series[key], ccm[key], name);
  });

  it.each(LINES.map(({ key, name }) => [name, key] as const))('%s of RPM', (name, key) => {
    expectCells(byProgram.get('RPM')!.series[key], rpm[key], name);
  });

  it.each(LINES.map(({ key, name }) => [name, key] as const))('%s of both', (name, key) => {
    expectCells(total.series[key], bothRates[key] ?? plus(key), name);
  });

  it.each(Object.entries(ccmTotals) as [StatementLineKey, number][])('total of %s of CCM', (key, value) => {
    expectCells([byProgram.get('CCM')!.totals[key]], [value], key);
  });

  it('totals utilization by patient-months and place-months', () => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b);
    expectCells([total.totals.utilizationRate], [sum(served) / sum(places)], 'utilizationRate');
  });

  it('is what the second implementation says, too', () => {
    for (const { key, name } of LINES) {
      expectCells(slow.byProgram.get('CCM')!.lines[key], ccm[key], name);
      expectCells(slow.byProgram.get('RPM')!.lines[key], rpm[key], name);
      expectCells(slow.total.lines[key], bothRates[key] ?? plus(key), name);
    }
  });
});
