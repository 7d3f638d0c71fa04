/** PPPM.MILESTONES: when growth makes something necessary. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_TABLES } from '../../src/build/example-tables';
import { dueOf } from '../../src/what-if/milestone';
import { cases } from '../random-cases';
import { BLANK, call, onPlatform, PLATFORMS, textOf } from './excel';

const { tblPanel, tblPayerMix, tblCosts } = EXAMPLE_TABLES;
const SETTINGS = [
  ['Setting', 'Value'],
  ['Start month', 46388],
  ['Months', 24],
];
const SCENARIOS = [
  ['Driver', 'Program', 'Change', 'Slow', 'Fast'],
  ['Referrals per month', 'CCM', 'multiply', 0.2, 2],
];
const HEADERS = ['What', 'Trigger line', 'Program', 'Threshold', 'Lead time', 'Cost'];
const ask = (...rows: unknown[][]) =>
  call('MILESTONES', tblPanel, tblPayerMix, tblCosts, SETTINGS, SCENARIOS, null, null, [HEADERS, ...rows]);
const line = (name: string, scenario: unknown) =>
  call(
    'FORECAST',
    tblPanel,
    tblPayerMix,
    tblCosts,
    SETTINGS,
    SCENARIOS,
    null,
    null,
    scenario,
    null,
    name,
  )[0] as number[];
const monthEnd = (month: number) => Math.round(Date.UTC(2027, month, 0) / 86_400_000) + 25_569;

describe('PPPM.MILESTONES', () => {
  it('is due so many months before its line reaches the threshold, in each scenario its own month', () => {
    const [header, [what, when, cost, ...months]] = ask(['Registry', 'Active patients', '', 160, 2, 20_000]);
    expect(header).toEqual(['What', 'Due when', 'Cost', 'No scenario', 'Slow', 'Fast', 'Remark']);
    expect([what, when, cost]).toEqual(['Registry', 'Active patients ≥ 160', 20_000]);
    const reached = (scenario: unknown) => line('Active patients', scenario).findIndex((value) => value >= 160) + 1;
    expect(reached(null)).toBeGreaterThan(2);
    expect(reached('Fast')).toBeLessThan(reached(null));
    expect(months).toEqual([monthEnd(reached(null) - 2), 'never', monthEnd(reached('Fast') - 2), '']);
  });

  it('says how late it is where the order lies before the forecast', () => {
    const [, row] = ask(['Nurse manager', 'Active patients', 'CCM', 100, 3, '']);
    expect(row[1]).toBe('Active patients of CCM ≥ 100');
    expect(row.slice(3, 4)).toEqual([monthEnd(1)]);
    expect(row.at(-1)).toMatch(/^late by 3 months without a scenario\. late by/);
  });

  it('says of one that is a row of Costs from when it is charged, and of one that is paid each month that it is', () => {
    const [headers, ...items] = tblCosts as unknown[][];
    const at = (header: string) => headers.indexOf(header);
    const row = headers.map((header, i) =>
      header === 'Item' ? 'registry ' : header === 'Starts' ? 46_478 : items[0][i],
    );
    row[at('Basis')] = 'one-off';
    const remark = (costs: unknown, basis: string) =>
      call('MILESTONES', tblPanel, tblPayerMix, costs, SETTINGS, null, null, null, [
        [...HEADERS, 'Basis'],
        ['Registry', 'Active patients', '', 110, 1, 20_000, basis],
      ])[1].at(-1);
    expect(at('Starts')).toBeGreaterThan(0);
    expect(remark(tblCosts, '')).toBe('');
    expect(remark([headers, ...items, row], '')).toBe('In Costs from 2027-04.');
    expect(remark(tblCosts, 'per month')).toBe('Its cost is paid each month from then on.');
  });

  it('refuses two of one name, since a name tells which is accepted', () => {
    const table = [HEADERS, ['A', 'Margin', '', 1, 0, 0], ['a ', 'Margin', '', 2, 0, 0]];
    expect(textOf('MILESTONES', tblPanel, tblPayerMix, tblCosts, SETTINGS, null, null, null, table)).toMatch(
      /Milestones, row 2.*row 1/,
    );
  });

  it('charges nothing: the forecast is as it was', () => {
    const before = line('Total cost', null);
    ask(['Registry', 'Active patients', '', 1, 0, 1e6]);
    expect(line('Total cost', null)).toEqual(before);
  });

  it('says what cannot be read', () => {
    const of = (...rows: unknown[][]) =>
      textOf('MILESTONES', tblPanel, tblPayerMix, tblCosts, SETTINGS, null, null, null, [HEADERS, ...rows]);
    expect(of(['A', 'Active patient', '', 1, 0, 0])).toMatch(/did you mean Active patients/);
    expect(of(['A', 'Active patients', 'CCN', 1, 0, 0])).toMatch(/did you mean CCM/);
    expect(of(['A', 'Active patients', '', '', 0, 0])).toMatch(/Threshold is blank/);
    expect(of(['A', 'Active patients', '', 1, 1.5, 0])).toMatch(/Lead time/);
    expect(of()).toMatch(/header but no rows/);
  });

  it.each(PLATFORMS)('takes blank cells as not given, $name', ({ blank }) => {
    const row = ['Registry', 'Active patients', BLANK, 160, BLANK, BLANK];
    const given = [tblPanel, tblPayerMix, tblCosts, SETTINGS, BLANK, BLANK, BLANK, [HEADERS, row]];
    expect(onPlatform(blank).call('MILESTONES', ...given)).toEqual(onPlatform('').call('MILESTONES', ...given));
  });
});

describe('A milestone', () => {
  it('is due no later for a lower threshold, and a month earlier for each month of lead time', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), value, value, fc.nat(12), (series, one, other, lead) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((threshold) =>
          dueOf(series, threshold, lead),
        );
        if (high) expect(low!.due).toBeLessThanOrEqual(high.due);
        if (low) expect(dueOf(series, Math.min(one, other), lead + 1)!.due).toBe(low.due - 1);
      }),
      { numRuns: cases(1000) },
    );
  });
});
