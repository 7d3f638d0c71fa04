import { describe, expect, it, test } from 'vitest';
import { rateBook } from '../../../src/rates/book';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { PUBLISHED } from '../../../src/workbook/practice/published';
import { PROGRAM_SAMPLES } from '../../../src/workbook/practice/sample';
import { MEDICAL_ASSISTANT, patientsAt, REGISTERED_NURSE } from '../../../src/workbook/practice/staff';
import { sampleTables } from '../../../src/workbook/practice/sample-tables';
import { tableRange } from '../plan/planned-cells';

/** Rows of a table of the sample workbook, by header. */
function rows(name: string): Record<string, unknown>[] {
  const [headers, ...cells] = tableRange(planWorkbook(SAMPLE_PRACTICE), name);
  return cells.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i]])));
}

describe('The sample’s staff', () => {
  it('costs its published wage, brought to the latest pay, with benefits', () => {
    // 36,930 × 31.47 ÷ 24.36 ÷ 0.748 ÷ 12 = 5,315 and 77,460 × … = 11,149, to whole hundreds.
    expect(MEDICAL_ASSISTANT.monthlyCost).toBe(5_300);
    expect(REGISTERED_NURSE.monthlyCost).toBe(11_100);
  });

  it('costs more than its wage, whatever it is called', () => {
    for (const { team } of PROGRAM_SAMPLES) {
      const wage = team.staff === REGISTERED_NURSE ? PUBLISHED.nurseWage.low : PUBLISHED.assistantWage.low;
      expect(team.staff.monthlyCost, team.item).toBeGreaterThan(wage / 12);
    }
  });

  it('serves as many as its hours allow', () => expect([patientsAt(42), patientsAt(60)]).toEqual([200, 140]));

  it('has cost and patients of one kind of staff in every row, each with its source', () => {
    const teams = sampleTables(SAMPLE_PRACTICE).costs.filter(({ cells }) => cells.basis === 'per unit');
    expect(teams).toHaveLength(4);
    for (const { cells, source } of teams) {
      expect(cells.amount, String(cells.item)).toBe(MEDICAL_ASSISTANT.monthlyCost);
      expect(source).toMatch(/minutes a patient.*cost: medical assistant at \$36,930 a year \(BLS, May 2020\)/);
    }
  });
});

describe('The sample', () => {
  test('has sequestration on', () => {
    const { cells, source } = sampleTables(SAMPLE_PRACTICE).settings.find(
      ({ cells: { setting } }) => setting === 'Sequestration',
    )!;
    expect([cells.value, source]).toEqual([0.02, expect.stringContaining('2% of Medicare’s payment')]);
  });

  test('pays for the set-up of RPM', () => {
    expect(rows('tblCosts').filter(({ Item }) => /^RPM (devices|set-up)/.test(String(Item)))).toHaveLength(2);
  });

  test('has a scenario in which Medicare’s rates are cut as they were in 2025', () => {
    const factorOn = (day: string) =>
      rateBook().factors.find(({ from, to, kind }) => from <= day && day <= to && kind === 'all')!.tenThousandths;
    const cut = factorOn('2025-01-01') / factorOn('2024-12-31');
    const cuts = rows('tblScenarios').filter(({ Driver }) => Driver === 'Allowed PPPM');
    expect(cuts.map(({ Payer }) => Payer)).toEqual(['Medicare', 'Medicare Advantage']);
    for (const row of cuts) {
      expect(row.Conservative).toBeCloseTo(cut, 3);
      expect([row.Expected, row.Stretch]).toEqual([null, null]);
    }
  });

  test('has as many distinct patients as its programs that exclude each other count', () => {
    expect(rows('tblSettings').find(({ Setting }) => Setting === 'Distinct patients')!.Value).toBe(5_000);
  });
});
