/** A contract tried in the pane, beside the functions that state and guard it. */
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/contracts/book/find-terms';
import { EXAMPLES, proposedTerms, runsText, tryContract } from '../../../src/taskpane/contracts/try-contract';
import { InputError } from '../../../src/tables/messages/input-error';
import { call } from '../../functions/excel';
import { plannedTables } from '../../workbook/edits/tables';

const JANUARY_2027 = 2027 * 12;
const tables = plannedTables({ startMonth: JANUARY_2027, months: 36 });
const model = (name: string) => MODELS.find((each) => each.name === name)!;
const of = (name: string, on = tables) => tryContract(model(name), EXAMPLES[model(name).kind], on, null);
const SETTINGS = [
  ['Setting', 'Value'],
  ['Start month', 46388],
  ['Months', 36],
];

describe('A contract that is tried', () => {
  it.each(MODELS.filter(({ to }) => to >= '2027-12-31').map(({ name, kind }) => ({ name, kind })))(
    'has figures in its first year with the examples of its kind: $name',
    ({ name }) => {
      const { figures, losses, margin } = of(name);
      expect(figures.accrued).not.toBeNaN();
      expect(margin).not.toBeNull();
      // Each case is no better than the one before.
      expect(losses[1].loss).toBeGreaterThanOrEqual(losses[0].loss);
      expect(losses[2].loss).toBeGreaterThanOrEqual(losses[1].loss);
    },
  );

  it('comes to what PPPM.CONTRACTS states of its first twelve months', () => {
    const { figures, year, losses, isLimited } = of('MSSP BASIC E');
    const table = [
      ['Contract', 'Kind', 'Model', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality'],
      ['One', 'shared savings', 'MSSP BASIC E', 5000, 1110, 1058, 0.8],
    ];
    const lines = [['Benchmark or premium'], ['Expected medical cost'], ['Savings or loss'], ['Practice’s part']];
    const stated = call('CONTRACTS', table, SETTINGS, null, lines).map((row) =>
      (row.slice(0, 12) as number[]).reduce((sum, value) => sum + value, 0),
    );
    [figures.benchmark, figures.medicalCost, figures.savings, figures.share].forEach((value, i) =>
      expect(value).toBeCloseTo(stated[i], 4),
    );
    expect(year).toBe('Jan 2027 to Dec 2027');
    expect(isLimited).toBe(true);
    // 4% of the benchmark, since no revenue is given.
    expect(losses[2].loss).toBeCloseTo(0.04 * 5000 * 1110 * 12, 3);
  });

  it('starts with its model, where the forecast starts earlier, and ends with it', () => {
    const before = plannedTables({ startMonth: JANUARY_2027 - 6, months: 36 });
    expect(of('LEAD Global', before).year).toBe('Jan 2027 to Dec 2027');
    expect(of('ACO REACH Global', before).year).toBe('Jul 2026 to Dec 2026');
    expect(of('ACCESS eCKM', before).year).toBe('Aug 2026 to Jul 2027');
  });

  it('is refused with what follows a model that has ended', () => {
    const text = (name: string) => {
      try {
        of(name);
      } catch (error) {
        if (error instanceof InputError) return error.message;
        throw error;
      }
      return '';
    };
    expect(text('ACO REACH Global')).toBe(
      'Model: ACO REACH Global is not running on 2027-12-31: it ended 2026-12-31, and LEAD Global follows.',
    );
    expect(text('Primary Care First')).toMatch(/it ended 2025-12-31\.$/);
  });

  it('says what is assumed', () => {
    expect(of('MSSP BASIC E').notes.join('\n')).toMatch(/Months to settlement is blank, so 9 months are assumed/);
    expect(of('MSSP BASIC E').notes.join('\n')).not.toMatch(/row 1/);
  });
});

describe('A model beside a day', () => {
  it('has ended, starts later, or runs', () => {
    expect(runsText(model('ACO REACH Global'), '2027-01-01')).toBe('Ended 2026-12-31; LEAD Global follows.');
    expect(runsText(model('LEAD Global'), '2026-11-26')).toBe('Starts 2027-01-01, until 2036-12-31.');
    expect(runsText(model('MSSP ENHANCED'), '2026-11-26')).toBe('Runs.');
    expect(runsText(model('Primary Care First'), '2026-11-26')).toBe('Ended 2025-12-31.');
  });

  it('names terms that are only proposed', () => {
    expect(proposedTerms(model('MSSP BASIC E'))).toEqual(['Sharing rate 60% from 2027-01-01']);
    expect(proposedTerms(model('MSSP ENHANCED'))).toEqual([]);
  });
});
