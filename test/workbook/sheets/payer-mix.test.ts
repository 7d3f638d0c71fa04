import { describe, expect, test } from 'vitest';
import { isFormula } from '../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE, type Practice } from '../../../src/workbook/practice/practice';
import { sampleTables } from '../../../src/workbook/practice/sample-tables';
import { contentAt, tableRange } from '../plan/planned-cells';

const planOf = (change: Partial<Practice> = {}) => planWorkbook({ ...SAMPLE_PRACTICE, ...change });
const program = (name: string) => ({ name, eligiblePatients: 500, openingPatients: 40 });
const FIRST_ROW = 6;

describe('Payer Mix', () => {
  const rowsOf = (plan = planOf()) => {
    const sheet = plan.sheets.find(({ name }) => name === 'Payer Mix')!;
    const [headers, ...rows] = tableRange(plan, 'tblPayerMix');
    const at = (header: string) => headers.indexOf(header);
    return rows.map((cells, i) => ({
      program: cells[at('Program')],
      payer: cells[at('Payer')],
      codes: cells[at('Codes')],
      percent: cells[at('Percent of Medicare')],
      source: String(cells[at('Source')]),
      allowed: contentAt(sheet, FIRST_ROW + i, at('Allowed PPPM')),
    }));
  };

  test('prices Medicare and Medicare Advantage by codes, with a formula of one kind; the other payers have typed amounts', () => {
    for (const { payer, codes, percent, allowed } of rowsOf()) {
      const byCodes = ['Medicare', 'Medicare Advantage'].includes(String(payer));
      expect([codes !== null, percent !== null, isFormula(allowed)], String(payer)).toEqual([
        byCodes,
        byCodes,
        byCodes,
      ]);
      if (isFormula(allowed)) expect(allowed.formula).toBe('=IFERROR(INDEX(AllowedByCodes,ROW()-ROW($D$6)),0)');
      else expect(allowed).toBeGreaterThan(0);
    }
  });

  test('calls units that nobody publishes an assumption', () => {
    for (const { cells, source } of sampleTables(SAMPLE_PRACTICE).payerMix)
      if (String(cells.codes).includes('*'))
        expect(source).toMatch(/^Allowed: Codes at 100% of Medicare.*, see Rates; .*%.*: assumption/);
  });

  test('gives a program of one’s own no codes of another', () => {
    for (const { codes, allowed } of rowsOf(planOf({ programs: [program('Stroke follow-up'), program('RTM')] }))) {
      expect(codes).toBeNull();
      expect(allowed).toBeGreaterThan(0);
    }
  });

  test('has typed amounts where the forecast starts before a code or the book does', () => {
    const APRIL_2024 = 2024 * 12 + 3;
    const started = rowsOf(planOf({ startMonth: APRIL_2024 })).filter(({ payer }) => payer === 'Medicare');
    expect(started.map(({ program: name, codes }) => [name, codes !== null])).toEqual([
      ['CCM', true],
      ['RPM', true],
      ['BHI', true],
      ['APCM', false],
    ]);
    for (const { codes, allowed } of rowsOf(planOf({ startMonth: APRIL_2024 - 12 })))
      expect([codes, typeof allowed]).toEqual([null, 'number']);
  });

  test('leaves amounts priced by codes to the calendar: no planned change moves them again', () => {
    const [headers, ...changes] = tableRange(planOf(), 'tblChanges');
    const moves = changes.filter((cells) => cells[headers.indexOf('Driver')] === 'Allowed PPPM');
    expect(moves.length).toBeGreaterThan(0);
    for (const cells of moves) {
      const touched = rowsOf().filter(({ payer }) => payer === cells[headers.indexOf('Payer')]);
      expect(touched.length).toBeGreaterThan(0);
      for (const { codes } of touched) expect(codes).toBeNull();
    }
  });
});
