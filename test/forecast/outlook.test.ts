import { describe, expect, it } from 'vitest';
import { outlook } from '../../src/forecast/outlook';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { project } from '../../src/engine/project';
import { readModel } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { SCENARIO_NAMES, STARTING_SCENARIO } from '../../src/workbook/practice/sample-tables';

const tables = planTables(planWorkbook(SAMPLE_PRACTICE));
const SETTINGS = [
  ['Setting', 'Value'],
  ['Months', 24],
];
const PAYERS = [
  ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Eligibility realization', 'Clean claim rate'],
  ['CCM', 'Medicare', 1, 66, 1, 1],
];

describe('the outlook', () => {
  it('reads every table of the plan, without a finding', () => {
    expect(Object.values(tables).every((range) => range && range.length > 1)).toBe(true);
    expect(readModel(tables).findings).toEqual([]);
  });

  it('is the engine’s forecast of the planned tables, in every scenario', () => {
    for (const scenario of SCENARIO_NAMES) {
      const { total } = project(modelOf(readModel(tables), scenario));
      expect(outlook(tables, scenario)).toMatchObject({
        scenario,
        months: 36,
        allowedRevenue: total.totals.allowedRevenue,
        margin: total.totals.margin,
        closingPatients: total.totals.closingPatients,
      });
    }
  });

  it('follows what is typed into the form', () => {
    const [first, ...others] = SAMPLE_PRACTICE.programs;
    const larger = planWorkbook({
      ...SAMPLE_PRACTICE,
      programs: [{ ...first, openingPatients: 2 * first.openingPatients }, ...others],
    });
    expect(outlook(planTables(larger), STARTING_SCENARIO)!.allowedRevenue).toBeGreaterThan(
      outlook(tables, STARTING_SCENARIO)!.allowedRevenue,
    );
  });

  it('is nothing where the tables cannot be used', () => {
    expect(outlook({ ...tables, panel: null }, STARTING_SCENARIO)).toBeNull();
  });

  it('tells the deepest cash need and the month from which it is earned back', () => {
    // 100 patients × $66 come in a month against $3,300, after $20,000 at the start: 20,000 ÷ 3,300 is earned in month 7.
    const forecast = outlook(
      {
        panel: [
          ['Program', 'Opening patients'],
          ['CCM', 100],
        ],
        payerMix: PAYERS,
        costs: [
          ['Item', 'Category', 'Basis', 'Amount'],
          ['Set-up', 'technology', 'one-off', 20_000],
          ['Nurse', 'care team', 'per month', 3_300],
        ],
        settings: SETTINGS,
        scenarios: [
          ['Driver', 'Change', 'Base'],
          ['Conversion rate', 'multiply', null],
        ],
      },
      'Base',
    )!;
    expect(forecast.cashNeed).toEqual({ amount: 16_700, month: 1 });
    expect(forecast.paidBackMonth).toBe(7);
  });

  it('knows of no cash need where cash is never below zero', () => {
    const forecast = outlook(
      {
        panel: [
          ['Program', 'Opening patients'],
          ['CCM', 100],
        ],
        payerMix: PAYERS,
        costs: [
          ['Item', 'Category', 'Basis', 'Amount'],
          ['Nurse', 'care team', 'per month', 3_300],
        ],
        settings: SETTINGS,
        scenarios: [
          ['Driver', 'Change', 'Base'],
          ['Conversion rate', 'multiply', null],
        ],
      },
      'Base',
    )!;
    expect(forecast.cashNeed).toBeNull();
    expect(forecast.paidBackMonth).toBe(1);
    expect(forecast.allowedRevenue).toBeCloseTo(158_400, 6);
  });
});
