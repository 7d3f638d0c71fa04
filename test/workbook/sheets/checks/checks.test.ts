import { describe, expect, test } from 'vitest';
import { NAMES } from '../../../../src/workbook/layout/names';
import { isFormula } from '../../../../src/workbook/plan/cells';
import { planWorkbook } from '../../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../../src/workbook/practice/practice';
import { contentAt, formulasOf } from '../../plan/planned-cells';

const plan = planWorkbook(SAMPLE_PRACTICE);

describe('Checks', () => {
  const checks = plan.sheets.find(({ name }) => name === 'Checks')!;
  const verdicts = formulasOf(plan).filter(({ at, text }) => at.startsWith('Checks!B') && text.includes('ABS('));

  test('are twenty or more, each with residual, tolerance, what is compared and where to look', () => {
    expect(verdicts.length).toBeGreaterThanOrEqual(20);
    verdicts.forEach((_, i) => {
      const row = 6 + i;
      expect(isFormula(contentAt(checks, row, 2)), `row ${row + 1}`).toBe(true);
      expect(typeof contentAt(checks, row, 3), `row ${row + 1}`).toBe('number');
      for (const column of [0, 4, 5])
        expect(String(contentAt(checks, row, column)).length, `row ${row + 1}`).toBeGreaterThan(3);
    });
  });

  test('check the add-in without its help: from it come the findings, and which rows and columns it reads', () => {
    const calls = formulasOf(plan).filter(({ at, text }) => at.startsWith('Checks!') && text.includes('PPPM.'));
    expect(calls.map(({ text }) => text)).toEqual([
      '=PPPM.PROGRAMS(tblPanel[#All])',
      '=PPPM.SCENARIONAMES(tblScenarios[#All])',
      '=PPPM.PROGRAMS(tblPanel[#All],tblPayerMix[#All])',
      '=PPPM.CHECKMODEL(tblPanel[#All],tblPayerMix[#All],tblCosts[#All],tblSettings[#All],tblScenarios[#All],tblChanges[#All],tblActuals[#All],InputStamp)',
    ]);
  });

  test('never turn into error values themselves', () => {
    for (const { at, text } of formulasOf(plan).filter(({ at: place }) => place.startsWith('Checks!C')))
      if (at !== 'Checks!C3') expect(text, at).toContain('IFERROR(');
  });

  test('feed one light that Start and Forecast repeat', () => {
    expect(plan.names.find(({ name }) => name === NAMES.light)).toMatchObject({ sheet: 'Checks' });
    for (const sheet of ['Start', 'Forecast'])
      expect(
        formulasOf(plan).some(({ at, text }) => at.startsWith(`${sheet}!`) && text === `=${NAMES.light}`),
        sheet,
      ).toBe(true);
  });

  test('take a name that looks like a condition, such as >50 miles, for a name', () => {
    for (const { at, text } of formulasOf(plan))
      for (const [, criterion] of text.matchAll(/(?:SUMIF|COUNTIF)\([^,()]+,([^,)]+)/g))
        // A text written here, or one of the numbers 1, 2, 3 of the programs: never a name, nor a place where one may stand.
        expect(criterion, at).toMatch(/^"|^J\d+$/);
  });
});
