import { describe, expect, test } from 'vitest';
import { project } from '../../../src/engine/project';
import { readModel } from '../../../src/tables/reading/read-model';
import { modelOf } from '../../../src/forecast/model-of';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { PAYERS, PROGRAMS, SAMPLE_PRACTICE, type Practice } from '../../../src/workbook/practice/practice';
import { monthlyRate } from '../../../src/workbook/practice/sample';
import { SCENARIO_NAMES } from '../../../src/workbook/practice/sample-tables';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { sampleTables } from '../../../src/workbook/practice/sample-tables';
import { tableRange } from '../plan/planned-cells';

const read = (practice: Practice) => readModel(planTables(planWorkbook(practice)));

describe('the sample practice', () => {
  const inputs = read(SAMPLE_PRACTICE);
  const [conservative, expected, stretch] = SCENARIO_NAMES.map((name) => project(modelOf(inputs, name)).total);

  test('has no findings', () => expect(inputs.findings).toEqual([]));

  test('has its scenarios in the order their names promise', () => {
    expect(conservative.totals.margin).toBeLessThan(expected.totals.margin);
    expect(expected.totals.margin).toBeLessThan(stretch.totals.margin);
    expect(conservative.totals.allowedRevenue).toBeLessThan(expected.totals.allowedRevenue);
    expect(expected.totals.allowedRevenue).toBeLessThan(stretch.totals.allowedRevenue);
  });

  test('is a credible business: it costs money first, pays it back, and keeps a margin between 5% and 20%', () => {
    const cash = expected.series.cumulativeCash;
    expect(Math.min(...cash)).toBeLessThan(-20_000);
    expect(cash[cash.length - 1]).toBeGreaterThan(0);
    expect(expected.totals.marginRate).toBeGreaterThan(0.05);
    expect(expected.totals.marginRate).toBeLessThan(0.2);
    expect(expected.totals.utilizationRate).toBeGreaterThan(0.6);
    expect(expected.totals.utilizationRate).toBeLessThan(1);
    expect(stretch.totals.marginRate).toBeLessThan(0.35);
  });

  test('launches the program without patients later, and lets planned changes act', () => {
    const apcm = project(modelOf(inputs, 'Expected')).byProgram.get('APCM')!;
    expect(Array.from(apcm.series.activePatients.slice(0, 6))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(apcm.series.activePatients[6]).toBeGreaterThan(0);
    expect(expected.series.allowedPppm[12]).not.toBeCloseTo(expected.series.allowedPppm[11], 3);
    expect(inputs.changes).toHaveLength(3);
  });

  test('says of every input row where it comes from', () => {
    const plan = planWorkbook(SAMPLE_PRACTICE);
    for (const name of ['tblPanel', 'tblPayerMix', 'tblCosts', 'tblSettings', 'tblScenarios', 'tblChanges']) {
      const [headers, ...rows] = tableRange(plan, name);
      const at = headers.indexOf('Source');
      expect(at, name).toBeGreaterThan(0);
      for (const row of rows)
        expect(String(row[at]), `${name}: ${row[0]}`).toMatch(/assumption|published|\d{4}|\(.+\)|chosen/);
    }
    for (const { source } of Object.values(sampleTables(SAMPLE_PRACTICE)).flat())
      expect(source).toMatch(/assumption|\d{4}|\(.+\)|chosen/);
  });
});

test('28% a year is 2.7% a month', () => expect(monthlyRate(0.28)).toBe(0.027));

describe('other practices read without findings and run in every scenario', () => {
  const practice = (change: Partial<Practice>): Practice => ({ ...SAMPLE_PRACTICE, ...change });
  const all = PROGRAMS.map(({ name, eligiblePatients, openingPatients }) => ({
    name,
    eligiblePatients,
    openingPatients,
  }));
  const cases: [string, Practice][] = [
    ['every program and payer', practice({ programs: all, payers: PAYERS.map(({ name }) => name) })],
    ...all.map((program): [string, Practice] => [
      `${program.name} alone, one payer`,
      practice({ programs: [program], payers: ['Medicare'] }),
    ]),
    [
      'a program and payers of its own',
      practice({
        programs: [{ name: 'Stroke follow-up', eligiblePatients: 120, openingPatients: 7 }],
        payers: ['Acme Health', 'Blue, "Plus"', 'Third'],
      }),
    ],
    [
      'no limit, nobody enrolled',
      practice({ programs: [{ name: 'CCM', eligiblePatients: null, openingPatients: 0 }], distinctPatients: null }),
    ],
    ['one month', practice({ months: 1 })],
    ['three months from November', practice({ months: 3, startMonth: 2026 * 12 + 10 })],
    ['a start before the rate book', practice({ startMonth: 2022 * 12 + 6 })],
    ['a start in the book’s first year, before some codes', practice({ startMonth: 2024 * 12 + 2 })],
    ['ten years', practice({ months: 120 })],
  ];
  test.each(cases)('%s', (_, chosen) => {
    const inputs = read(chosen);
    expect(inputs.findings).toEqual([]);
    for (const scenario of SCENARIO_NAMES) {
      const { total, clips } = project(modelOf(inputs, scenario));
      expect(clips).toEqual([]);
      for (const series of Object.values(total.series)) expect(series.every(Number.isFinite)).toBe(true);
    }
  });
});
