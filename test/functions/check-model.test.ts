import { describe, expect, it } from 'vitest';
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
    const tables = cell('panel', 2, 'Launch month', 47200);
    const rows = check(tables);
    expect(rows).toHaveLength(1);
    expect(rows[0].slice(0, 3)).toEqual(['Panel', 2, 'Launch month']);
    expect(rows[0][3]).toMatch(/^Note: Panel, row 2 \(RPM\): Launch month is 2029-03, after/);
    expect(excel.call('FORECAST', ...inOrder(tables))).toHaveLength(34);
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
    const scenarios = [sample.scenarios[0], ['Eligibility realization', _, 'Medicaid', _, 'multiply', _, _, 2, 'why']];
    expect(check({ ...sample, scenarios })).toEqual([
      [
        'Payer mix',
        2,
        'Eligibility realization',
        'Note: Eligibility realization (CCM, Medicaid, scenario Stretch) becomes 1.4 from 2027-01 to 2028-12 and is held at 1.',
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

  it('notes patients per unit that a change brings to nothing', () => {
    const changes = [sample.changes[0], [3, _, 'Patients per unit', _, _, 'Nurses', 'add', -150, _]];
    const tables = { ...sample, changes, scenarios: [] } as Tables;
    expect(check(tables)).toEqual([
      [
        'Costs',
        1,
        'Patients per unit',
        'Note: Patients per unit (CCM, Nurses) becomes 0 from 2027-03 to 2028-12 and is held at just above 0.',
      ],
    ]);
    const [units] = excel.call('FORECAST', ...inOrder(tables), _, _, 'Care team units');
    expect(units[0]).toBe(2);
    expect(String(units[2])).toMatch(
      /The answer is too large to show; look for a slip in the inputs, e\.g\. with PPPM\.CHECKMODEL\./,
    );
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

describe.each(PLATFORMS)('Guardrails, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const check = (tables: Tables) => excel.call('CHECKMODEL', ...inOrder(tables));
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
      `Note: Realization rate: ${(100 * worst).toFixed(1)}% in ${month} is under the limit of 80.0%${under.length === 1 ? '' : `, the worst of ${under.length} months`}. Raise Eligibility realization, or give patients more minutes with more units.`,
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
      costs: sample.costs.slice(0, 1),
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

describe.each(PLATFORMS)('A team and its minutes under planned changes, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const months = 6;
  const panel = [
    ['Program', 'Opening patients'],
    ['CCM', 100],
  ];
  const mix = (realization: unknown, threshold: unknown) => [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Eligibility realization',
      'Clean claim rate',
      'Threshold minutes',
    ],
    ['CCM', 'Medicare', 1, 100, realization, 1, threshold],
  ];
  const costs = (minutes: unknown, ...staffing: unknown[]) => [
    [
      'Item',
      'Category',
      'Program',
      'Basis',
      'Amount',
      'Patients per unit',
      'Minutes per unit',
      'Staffing',
      'Units on duty',
    ],
    ['Nurse', 'care team', 'CCM', 'per unit', 6500, 150, minutes, ...(staffing.length ? staffing : [_, _])],
  ];
  const change = (driver: string, value: unknown, last: unknown = _) => [
    ['From month', 'To month', 'Driver', 'Change', 'Value'],
    [3, last, driver, 'set', value],
  ];
  const model = (payerMix: unknown, items: unknown, changes: unknown) =>
    excel.range([
      [
        panel,
        payerMix,
        items,
        [
          ['Setting', 'Value'],
          ['Months', months],
        ],
        _,
        changes,
      ],
    ] as unknown[][])[0];
  const texts = (...args: Parameters<typeof model>) =>
    excel.call('CHECKMODEL', ...model(...args)).map((row) => row[3] ?? row[0]);
  const realization = (...args: Parameters<typeof model>) =>
    excel.call('FORECAST', ...model(...args), _, _, 'Realization rate')[0];
  const nobody = (when: string) => [
    `Note: Payer mix, row 1 (CCM, Medicare): the care team of CCM has no minutes in ${when}, so nobody is billable; see units, minutes, Starts and Ends on Costs.`,
  ];

  it('notes a threshold that comes where nobody has minutes', () => {
    const tables = [mix(0.8, _), costs(_), change('Threshold minutes', 20)] as const;
    expect(realization(...tables)).toEqual([0.8, 0.8, 0, 0, 0, 0]);
    expect(texts(...tables)).toEqual(nobody('month 3 (4 months in all)'));
  });

  it('notes months without a team, or without its minutes', () => {
    expect(texts(mix(_, 20), costs(9600, 'planned', 1), change('Units on duty', 'zero', 3))).toEqual(nobody('month 3'));
    expect(texts(mix(_, 20), costs(9600), change('Minutes per unit', 'zero'))).toEqual(
      nobody('month 3 (4 months in all)'),
    );
  });

  it('notes a threshold taken away where no realization is typed', () => {
    const tables = [mix(_, 20), costs(9600), change('Threshold minutes', 'zero')] as const;
    expect(realization(...tables).slice(2)).toEqual([0, 0, 0, 0]);
    expect(texts(...tables)).toEqual([
      'Note: Payer mix, row 1 (CCM, Medicare): Threshold minutes becomes 0 in month 3 (4 months in all) and Eligibility realization is blank, so nobody is billable; set both.',
    ]);
    const both = [...change('Threshold minutes', 'zero'), change('Eligibility realization', 0.8)[1]];
    expect(texts(mix(_, 20), costs(9600), both)).toEqual(['No findings']);
  });

  it('notes changes that nothing follows', () => {
    expect(texts(mix(0.8, _), costs(_), change('Units on duty', 3))).toEqual([
      'Note: Changes, row 1 (Units on duty): only items with Staffing planned or as needed have Units on duty, and none is meant; it changes nothing.',
    ]);
    expect(texts(mix(_, 20), costs(9600), change('Eligibility realization', 0.9))).toEqual([
      'Note: Changes, row 1 (Eligibility realization): the rows meant have Threshold minutes, so their realization follows from minutes; it changes nothing.',
    ]);
    expect(texts(mix(0.8, _), costs(_), change('Consent rate', 0.9))).toEqual([
      'Note: Changes, row 1 (Consent rate): none of the rows meant has Threshold minutes; it changes nothing.',
    ]);
    expect(texts(mix(_, 20), costs(9600), change('Consent rate', 0.9))).toEqual(['No findings']);
    expect(texts(mix(_, 20), costs(9600, 'planned', 1), change('Units on duty', 3))).toEqual(['No findings']);
  });
});
