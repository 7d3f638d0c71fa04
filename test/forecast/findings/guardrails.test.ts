import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform, PLATFORMS } from '../../functions/excel';
import { complete } from '../../tables/complete';
import { inOrder, sampleTables, withCell, type Tables } from '../../tables/sample-model';

const _ = BLANK;
const sample = sampleTables();
const cell = (table: keyof Tables, row: number, header: string, value: unknown, tables = sample) =>
  withCell(tables, table, row, header, value);

describe.each(PLATFORMS)('Guardrails, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const check = (tables: Tables) => excel.call('CHECKMODEL', ...inOrder(complete(tables)));
  const withLimits = (limits: unknown[][], tables = sample): Tables => ({
    ...tables,
    settings: [...tables.settings, ...limits] as Tables['settings'],
  });

  it('notes the worst month that crosses a limit, scenario by scenario, with month, value, limit and what to do', () => {
    const tables = withLimits([['Lowest realization', 0.8]], { ...sample, scenarios: [] });
    const row = tables.settings.length - 1;
    const [[rates], [actives]] = ['Realization rate', 'Active patients'].map(
      (line) => excel.call('FORECAST', ...inOrder(tables), _, _, line) as number[][],
    );
    const under = rates.filter((rate, t) => actives[t] > 0 && rate < 0.8);
    const worst = Math.min(...under);
    const month = new Date(Date.UTC(2027, rates.indexOf(worst), 1)).toISOString().slice(0, 7);
    const [[table, at, column, text], ...more] = check(tables);
    expect([table, at, column, more]).toEqual(['Settings', row, 'Value', []]);
    expect(text).toBe(
      `Note: Realization rate: ${(100 * worst).toFixed(1)}% in ${month} is under the limit of 80.0%${under.length === 1 ? '' : `, the worst of ${under.length} months`}. Raise Realization rate, or give patients more minutes with more units.`,
    );
    // With scenarios, each speaks for itself.
    const texts = check(withLimits([['Highest utilization', 0.01]])).map(([, , , finding]) => finding);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toMatch(
      /^Note: Utilization rate, scenario Conservative: \d+\.\d% in 20\d\d-\d\d is over the limit of 1\.0%/,
    );
  });

  it.each([
    ['Lowest claim success', 0.999, /Claim success rate.* is under the limit of 99\.9%.*Clean claim rate/],
    ['Highest expense PMPM', 0.5, /Expense PMPM.*\$\d+\.\d\d in .* is over the limit of \$0\.50.*Cut costs/],
    ['Most waiting patients', 'zero', /Waiting patients: \d+\.\d in .* is over the limit of 0\.0.*Enrollment limit/],
  ])('holds %s against the forecast', (name, limit, text) => {
    const crowded = { ...cell('panel', 1, 'Enrollment limit', 1), scenarios: [] };
    const findings = check(withLimits([[name, limit]], crowded));
    expect(findings).toHaveLength(1);
    expect(findings[0][3]).toMatch(text);
  });

  it.each([
    [0.79996, 'Realization rate: 79.996% in 2027-01 is under the limit of 80.000%, the worst of 24 months.'],
    [0.7994, 'Realization rate: 79.9% in 2027-01 is under the limit of 80.0%, the worst of 24 months.'],
  ])('tells a realization of %d from a limit of 80%%, in the first month that is as bad', (realization, text) => {
    const alone = {
      ...sample,
      panel: sample.panel.slice(0, 2),
      payerMix: [sample.payerMix[0], ['CCM', 'Medicare', 1, 66.13, realization, 0.95]],
      costs: [sample.costs[0], sample.costs[7]],
      scenarios: [],
      changes: [],
    };
    const [[, , , finding], ...more] = check(withLimits([['Lowest realization', 0.8]], alone));
    expect(finding).toContain(text);
    expect(more).toEqual([]);
  });

  it('names the program whose own team is beyond the limit, where all together keep it', () => {
    const panel = [
      ['Program', 'Opening patients'],
      ['CCM', 300],
      ['RPM', 10],
    ];
    const payerMix = [
      sample.payerMix[0],
      ...['CCM', 'RPM'].map((program) => [program, 'Medicare', 1, 66.13, 0.8, 0.95]),
    ];
    const costs = [
      ['Item', 'Category', 'Program', 'Basis', 'Amount', 'Patients per unit', 'Staffing', 'Units on duty'],
      ['CCM nurse', 'care team', 'CCM', 'per unit', 5000, 200, 'planned', 1],
      ['RPM nurse', 'care team', 'RPM', 'per unit', 5000, 200, 'planned', 1],
    ];
    const tables = { ...sample, panel, payerMix, costs, scenarios: [], changes: [] } as unknown as Tables;
    expect(check(withLimits([['Highest utilization', 1]], tables)).map(([, , , text]) => text)).toEqual([
      'Note: Utilization rate (CCM): 150.0% in 2027-01 is over the limit of 100.0%, the worst of 24 months. Add units on Costs earlier, or raise Patients per unit.',
    ]);
  });

  it('says nothing of limits that are blank or kept', () => {
    expect(
      check(
        withLimits([
          ['Lowest realization', _],
          ['Lowest claim success', 0.01],
          ['Highest utilization', 5],
          ['Highest expense PMPM', 1e6],
          ['Most waiting patients', 1e6],
        ]),
      ),
    ).toEqual([['No findings']]);
  });

  it('counts no month in which there is nobody', () => {
    // RPM launches later; before, it has no realization at all.
    const alone = cell('panel', 1, 'Launch month', 46478, cell('panel', 2, 'Launch month', 46478));
    expect(
      check(
        withLimits([['Lowest realization', 0.01]], { ...alone, scenarios: [], changes: [] } as unknown as Tables),
      ).filter(([, , , text]) => /Realization/.test(String(text))),
    ).toEqual([]);
  });
});
