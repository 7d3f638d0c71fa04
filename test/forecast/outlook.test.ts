import { describe, expect, it } from 'vitest';
import { outlook } from '../../src/forecast/outlook';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { project } from '../../src/engine/project';
import { readModel } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { call } from '../functions/excel';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { SCENARIO_NAMES, STARTING_SCENARIO } from '../../src/workbook/practice/sample-tables';

const tables = planTables(planWorkbook(SAMPLE_PRACTICE));
const SETTINGS = [
  ['Setting', 'Value'],
  ['Months', 24],
];
const PAYERS = [
  ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate'],
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

  /** 100 patients × $66 come in a month against a nurse of $3,300. */
  const withOneOffs = (...oneOffs: [item: string, amount: number, month: number][]) => ({
    panel: [
      ['Program', 'Opening patients'],
      ['CCM', 100],
    ],
    payerMix: PAYERS,
    costs: [
      ['Item', 'Category', 'Basis', 'Amount', 'Starts'],
      ['Nurse', 'care team', 'per month', 3_300, 1],
      ...oneOffs.map(([item, amount, month]) => [item, 'technology', 'one-off', amount, month]),
    ],
    settings: SETTINGS,
    scenarios: [
      ['Driver', 'Change', 'Base'],
      ['Conversion rate', 'multiply', null],
    ],
  });

  it('tells the deepest cash need and the month in which it is earned back', () => {
    // After $20,000 at the start: 20,000 ÷ 3,300 is earned in month 7.
    const { peakFunding, peakMonth, paybackMonth } = outlook(withOneOffs(['Set-up', 20_000, 1]), 'Base')!;
    expect([peakFunding, peakMonth, paybackMonth]).toEqual([16_700, 1, 7]);
  });

  it('knows of no cash need where cash is never below zero', () => {
    const { peakFunding, peakMonth, paybackMonth, allowedRevenue } = outlook(withOneOffs(), 'Base')!;
    expect([peakFunding, peakMonth, paybackMonth]).toEqual([null, null, null]);
    expect(allowedRevenue).toBeCloseTo(158_400, 6);
  });

  it('says what BREAKEVEN says, also where cash returns to zero twice', () => {
    // 16,700 short in month 1, 3,100 over in month 7, and after $10,000 in month 9 once more 300 short until month 10.
    const tables = withOneOffs(['Set-up', 20_000, 1], ['Audit', 10_000, 9]);
    const { peakFunding, peakMonth, paybackMonth } = outlook(tables, 'Base')!;
    expect([peakFunding, peakMonth, paybackMonth]).toEqual([16_700, 1, 7]);
    const rows = call('BREAKEVEN', tables.panel, tables.payerMix, tables.costs, tables.settings);
    expect(rows.slice(-2)).toEqual([
      ['Peak funding', 16_700, '$', 1],
      ['Payback month', 7, 'month', 7],
    ]);
  });
});
