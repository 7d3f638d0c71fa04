/** What is taken for uncertain until a practice types its own. */
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/tables/reading/read-model';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { asRead, assumedUncertainty } from '../../../src/workbook/sheets/risk/assumed';
import { modelOf } from '../../../src/forecast/model-of';
import { uncertainDrivers } from '../../../src/what-if/uncertain-drivers';

const tablesOf = (programs: number) =>
  planTables(planWorkbook({ ...SAMPLE_PRACTICE, programs: SAMPLE_PRACTICE.programs.slice(0, programs) }));

describe('What is assumed to be uncertain', () => {
  it.each([1, 2, 3, 4])('can be drawn as it stands, for %i of the programs', (programs) => {
    const inputs = readModel(tablesOf(programs));
    const rows = assumedUncertainty(inputs);
    expect(rows.length).toBeGreaterThanOrEqual(4 * programs);
    expect(uncertainDrivers(rows.map(asRead), modelOf(inputs, null))).toHaveLength(rows.length);
  });

  it('has no group of one', () => {
    expect(assumedUncertainty(readModel(tablesOf(1))).map(({ group }) => group)).toEqual([null, null, null, null]);
  });

  it('leaves out what is nothing, and realization where its payers differ or minutes decide', () => {
    const { panel, payerMix, ...others } = tablesOf(2);
    const at = (range: typeof panel, header: string) => range![0].indexOf(header);
    const typed = (range: typeof panel, row: number, header: string, value: number | null) =>
      range!.map((cells, r) => (r === row ? cells.map((cell, c) => (c === at(range, header) ? value : cell)) : cells));
    const inputs = readModel({
      ...others,
      panel: typed(panel, 1, 'Disengagement rate', null),
      payerMix: typed(payerMix, 1, 'Realization rate', 0.6),
    });
    const named = assumedUncertainty(inputs).map(({ driver, program }) => `${driver}, ${program}`);
    expect(named).toContain('Disengagement rate, RPM');
    expect(named).not.toContain('Disengagement rate, CCM');
    expect(named).toContain('Realization rate, RPM');
    expect(named).not.toContain('Realization rate, CCM');
  });

  it('is nothing where the tables cannot be read', () => {
    expect(assumedUncertainty(readModel({ ...tablesOf(1), panel: null }))).toEqual([]);
  });
});
