import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { BLANK, errorOf, onPlatform, PLATFORMS } from './excel';
import { inOrder, sampleTables, withCell, type Tables } from '../tables/sample-model';

const _ = BLANK;
const sample = sampleTables();
const cell = (table: keyof Tables, row: number, header: string, value: unknown, tables = sample) =>
  withCell(tables, table, row, header, value);

describe.each(PLATFORMS)('PPPM.CHECKMODEL, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const check = (tables: Tables) => excel.call('CHECKMODEL', ...inOrder(tables));

  it('says when there is nothing to say', () => expect(check(sample)).toEqual([['No findings']]));

  it('gives table, row, column and text of every finding, in the order of the tables', () => {
    let tables = cell('panel', 1, 'Conversion rate', 62);
    tables = cell('payerMix', 2, 'Days to pay', '45 days', tables);
    tables = cell('costs', 3, 'Program', 'RMP', tables);
    tables = cell('scenarios', 1, 'Stretch', 6, tables);
    tables = cell('changes', 2, 'Driver', 'Allowed', tables);
    tables = cell('changes', 1, 'Change', 'times', tables);
    tables = cell('settings', 2, 'Value', 121, tables);
    const rows = check(tables);
    expect(rows.map(([table, row, column]) => [table, row, column])).toEqual([
      ['Panel', 1, 'Conversion rate'],
      ['Payer mix', 2, 'Days to pay'],
      ['Costs', 3, 'Program'],
      ['Changes', 1, 'Change'],
      ['Scenarios', 1, 'Stretch'],
      ['Settings', 2, 'Value'],
    ]);
    expect(rows.every((row) => row.length === 4 && String(row[3]).length > 20)).toBe(true);
  });

  it('says nothing of settings that other functions read', () => {
    const settings = [...sample.settings, ['Discount rate', 0.1, '', ''], ['Discount rate', 0.08, '', '']];
    expect(check({ ...sample, settings })).toEqual([['No findings']]);
  });

  it('leaves row and column blank where the whole table is meant', () => {
    expect(check({ ...sample, payerMix: [] })).toEqual([
      [
        'Payer mix',
        '',
        '',
        'Payer mix is not given; select the whole table with its header row, e.g. tblPayerMix[#All].',
      ],
    ]);
  });

  it('marks as notes what does not stop the forecast', () => {
    const tables = cell('panel', 2, 'Launch month', 47178);
    const rows = check(tables);
    expect(rows).toHaveLength(1);
    expect(rows[0].slice(0, 3)).toEqual(['Panel', 2, 'Launch month']);
    expect(rows[0][3]).toMatch(/^Note: Panel, row 2 \(RPM\): Launch month is 2029-03, after/);
    expect(excel.call('FORECAST', ...inOrder(tables))).toHaveLength(LINES.length);
  });

  it('notes what a planned change pushes out of bounds, in which months, and where it is held', () => {
    const changes = [sample.changes[0], [46447, 46507, 'Conversion rate', 'CCM', _, _, 'add', 0.9, _]];
    expect(check({ ...sample, changes, scenarios: [] })).toEqual([
      [
        'Panel',
        1,
        'Conversion rate',
        'Note: Conversion rate (CCM) becomes 1.35 from 2027-03 to 2027-04 and is held at 1.',
      ],
    ]);
  });

  it('notes what only a scenario pushes out of bounds, with its name', () => {
    const scenarios = [sample.scenarios[0], ['Realization rate', _, 'Medicaid', _, 'multiply', _, _, 2, 'why']];
    expect(check({ ...sample, scenarios })).toEqual([
      [
        'Payer mix',
        2,
        'Realization rate',
        'Note: Realization rate (CCM, Medicaid, scenario Stretch) becomes 1.4 from 2027-01 to 2028-12 and is held at 1.',
      ],
    ]);
  });

  it('notes a single month as such, and months without dates as numbers', () => {
    let tables = {
      ...sample,
      scenarios: [],
      settings: [
        ['Setting', 'Value'],
        ['Months', 24],
      ],
      changes: [sample.changes[0], [3, 3, 'Days to pay', 'CCM', 'Medicare', _, 'add', -30, _]],
    } as Tables;
    tables = cell('panel', 2, 'Launch month', 5, tables);
    tables = cell('costs', 6, 'Starts', _, cell('costs', 6, 'Ends', _, cell('costs', 4, 'Starts', _, tables)));
    expect(check(tables)).toEqual([
      ['Payer mix', 1, 'Days to pay', 'Note: Days to pay (CCM, Medicare) becomes -5 in month 3 and is held at 0.'],
    ]);
  });

  it('notes attrition that a payer’s multiplier drives above 1, and shares that a scenario throws off', () => {
    const scenarios = [
      sample.scenarios[0],
      ['Attrition multiplier', 'CCM', 'Medicaid', _, 'set', _, _, 50, 'why'],
      ['Share of panel', 'CCM', 'Medicare', _, 'set', 0.9, _, _, 'why'],
    ];
    const rows = check({ ...sample, scenarios });
    expect(rows.map(([table, row, column]) => `${table}/${row}/${column}`)).toEqual([
      'Payer mix/1/Share of panel',
      'Payer mix/2/Attrition multiplier',
      'Panel/1/Early drop-off rate',
    ]);
    expect(rows[0][3]).toBe(
      'Note: The sum of payer shares (CCM, scenario Conservative) becomes 1.2 from 2027-01 to 2028-12 and is held at 1.',
    );
    expect(rows[1][3]).toBe(
      'Note: Monthly attrition of all causes (CCM, Medicaid, scenario Stretch) becomes 1.5 from 2027-01 to 2028-12 and is held at 1.',
    );
    expect(rows[2][3]).toMatch(
      /^Note: Early drop-off rate \(CCM, Medicaid, scenario Stretch\) becomes 0\.1 .* and is held at 0\.$/,
    );
  });

  it('refuses patients per unit that a change brings to nothing, in each scenario too', () => {
    const changes = [sample.changes[0], [3, _, 'Patients per unit', _, _, 'Nurses', 'add', -150, _]];
    const tables = { ...sample, changes } as Tables;
    const text =
      'Changes, row 1 (Patients per unit), Value makes Patients per unit of Nurses 0 in 2027-03, so that no unit serves anybody; keep them above 0, or end the item before.';
    expect(check(tables)).toEqual([['Changes', 1, 'Value', text]]);
    for (const scenario of [_, 'Stretch'])
      expect(excel.textOf('FORECAST', ...inOrder(tables), scenario, _, 'Care team units')).toBe(text);
  });

  it('checks scenarios that are not active, and names the scenario’s own column', () => {
    const tables = cell('scenarios', 1, 'Conservative', 35);
    expect(check(tables)).toEqual([
      [
        'Scenarios',
        1,
        'Conservative',
        'Scenarios, row 1 (Conversion rate), Conservative is 35; give a share from 0 to 1, e.g. 0.35 or 35%.',
      ],
    ]);
    expect(excel.textOf('FORECAST', ...inOrder(tables), 'Stretch')).toMatch(/^Scenarios, row 1/);
  });

  it('becomes clean again when the cell is corrected', () => {
    expect(check(cell('panel', 1, 'Conversion rate', 62))).toHaveLength(1);
    expect(check(cell('panel', 1, 'Conversion rate', 0.62))).toEqual([['No findings']]);
  });

  it('gives FORECAST and EXPLAIN the first finding for their error', () => {
    const tables = inOrder(cell('panel', 1, 'Conversion rate', 62));
    const text = 'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.';
    expect(excel.errorOf('FORECAST', ...tables)).toMatchObject({ code: '#VALUE!', message: text });
    expect(excel.errorOf('EXPLAIN', 'Margin', 1, ...tables)).toMatchObject({ code: '#VALUE!', message: text });
  });
});

describe('PPPM.CHECKMODEL', () => {
  it('never throws for what the tables hold', () => {
    for (const nothing of [null, undefined, '', 0, [], [[]], [['']], 'Panel', 42, true, [['x']], [[{ code: '#REF!' }]]])
      expect(
        onPlatform('').call('CHECKMODEL', nothing, nothing, nothing, nothing, nothing, nothing).length,
      ).toBeGreaterThan(2);
  });

  it('reports thousands of findings as rows, while the forecast still says one and how many more', () => {
    const payerMix = [
      sample.payerMix[0],
      ...Array.from({ length: 900 }, (_unused, i) => ['CCM', `Payer ${i}`, 50, -1, 80, 90]),
    ];
    const tables = inOrder({ ...sample, payerMix }).map((range) => onPlatform('').range(range));
    expect(onPlatform('').call('CHECKMODEL', ...tables).length).toBeGreaterThan(3_000);
    expect(errorOf('FORECAST', ...tables).message).toMatch(
      /^Payer mix, row 1 \(CCM, Payer 0\), Share of panel is 50; give a share from 0 to 1, e\.g\. 0\.5 or 50%\. \(3,\d+ more: see PPPM\.CHECKMODEL\)$/,
    );
  });
});
