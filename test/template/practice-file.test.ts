import { describe, expect, it } from 'vitest';
import { planOfFile, type PracticeFile } from '../../src/template/practice-file';
import { SAMPLE_PRACTICE } from '../../src/workbook';

describe('What a practice’s file gets wrong is said:', () => {
  it.each<[PracticeFile, string]>([
    [{ programs: ['CMC'] }, 'No program “CMC”; known by name are CCM'],
    [{ start: 'January' }, 'Write start as year and month'],
    [{ months: 0 }, 'The practice’s months: Give a whole number'],
    [{ add: ['contracts of all kinds'] }, 'Nothing called “contracts of all kinds” can be added'],
    [{ actuals: [{ Mouth: '2027-01' }] }, 'Row 1 of actuals has a column “Mouth”'],
    [{ actuals: [{ Month: 'Jan' }] }, 'Write Month in row 1 of actuals'],
    [{ program: [] } as PracticeFile, 'The practice has a key “program”'],
  ])('%j', (file, text) => expect(() => planOfFile(file, '1.0.0')).toThrow(text));
});

describe('A practice’s file', () => {
  it('is the sample where it says nothing', () => {
    expect(planOfFile({}, '1.0.0').practice).toEqual(SAMPLE_PRACTICE);
  });

  it('puts added sheets before Checks, with their names', () => {
    const plan = planOfFile({ add: ['variance'] }, '1.0.0');
    const sheets = plan.sheets.map(({ name }) => name);
    expect(sheets.indexOf('Variance')).toBe(sheets.indexOf('Checks') - 1);
    expect(plan.names.length).toBeGreaterThanOrEqual(planOfFile({}, '1.0.0').names.length);
  });
});
