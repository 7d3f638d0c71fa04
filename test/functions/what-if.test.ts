/** SENSITIVITY, GRID and SCENARIOS as a workbook calls them: layout, arguments, texts. */
import { describe, expect, it } from 'vitest';
import { inOrder, sampleTables, withCell } from '../tables/sample-model';
import { BLANK, onPlatform, PLATFORMS } from './excel';

describe.each(PLATFORMS)('The functions that ask what if, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const sensitivity = (...rest: unknown[]) => excel.call('SENSITIVITY', ...tables, ...rest);
  const grid = (...rest: unknown[]) => excel.call('GRID', ...tables, ...rest);
  const total = (edited: unknown[], line: string, ...rest: unknown[]) =>
    excel.call('FORECAST', ...edited, ...rest, ...(rest.length < 1 ? [BLANK] : []), BLANK, line, true)[1][2];

  it('SENSITIVITY gives today’s line, then a row a driver whose cells can be handed on to GRID', () => {
    const [header, today, ...bars] = sensitivity('Margin');
    expect(header).toEqual([
      ...['Driver', 'Program', 'Payer', 'Item', 'Low', 'Today', 'High', 'At low', 'At high', 'Swing', 'Note'],
    ]);
    expect(today.slice(7)).toEqual([total(tables, 'Margin'), total(tables, 'Margin'), 0, 'Margin']);
    for (const bar of bars) expect(bar).toHaveLength(header.length);
    const [row] = sensitivity('Margin', BLANK, BLANK, BLANK, BLANK, [['Referrals per month', 'CCM']]).slice(2);
    expect(row.slice(0, 7)).toEqual(['Referrals per month', 'CCM', '', '', 54, 60, 66]);
    const table = grid('Margin', [row.slice(0, 4)], [[54], [66]], 'Allowed PPPM', [[70]]);
    expect(table[0]).toEqual(['Margin', 70]);
    expect(grid('Margin', [row.slice(0, 4)], [[54, 66]], ['Conversion rate', 'RPM'], [[0.6]]).slice(1)).toEqual([
      [54, row[7]],
      [66, row[8]],
    ]);
  });

  it('SENSITIVITY takes a share, points, or two scenarios', () => {
    expect(sensitivity('Margin', 0.1)).toEqual(sensitivity('Margin'));
    expect(sensitivity('Margin', '10%')).toEqual(sensitivity('Margin'));
    const points = sensitivity('Margin', '3 points', BLANK, BLANK, BLANK, [['Conversion rate', 'CCM']])[2];
    expect(points.slice(4, 7)).toEqual([0.45 - 0.03, 0.45, 0.45 + 0.03]);
    const scenarios = sensitivity('Margin', [['Conservative', 'Stretch']]);
    expect(
      scenarios
        .slice(2)
        .map(([driver]) => driver)
        .sort(),
    ).toEqual(['Conversion rate', 'Days to pay', 'Patients per unit']);
    expect(scenarios[2].slice(4, 7)).toEqual(['as in Scenarios', 'as in Scenarios', 'as in Scenarios']);
  });

  it('SENSITIVITY looks at one month, and at each row on its own', () => {
    const month = sensitivity('Cash collected', BLANK, 'Stretch', 'CCM', 46508);
    expect(month[1].slice(7)).toEqual([
      excel.call('FORECAST', ...tables, 'Stretch', 'CCM', 'Cash collected')[0][4],
      excel.call('FORECAST', ...tables, 'Stretch', 'CCM', 'Cash collected')[0][4],
      0,
      'Cash collected of CCM in 2027-05',
    ]);
    expect(sensitivity('Margin', BLANK, BLANK, BLANK, BLANK, 'each row').length).toBeGreaterThan(
      sensitivity('Margin').length,
    );
  });

  it.each([
    [['Margn'], /^line “Margn” is not known; did you mean Margin/],
    [[BLANK], 'line is blank; give a line of the statement, e.g. "Margin".'],
    [
      ['Margin', 10],
      'change is 10; give a share, e.g. 10%, or a text such as "3 points", or the names of two scenarios, low and high.',
    ],
    [['Margin', [['Conservative', 'Strech']]], /^scenario “Strech” is not known; did you mean Stretch/],
    [['Margin', BLANK, BLANK, BLANK, 25], /^month is 25; give a month number from 1 to 24/],
    [
      ['Margin', BLANK, BLANK, BLANK, BLANK, 'Referals per month'],
      /^driver “Referals per month” is not known; did you mean Referrals per month/,
    ],
    [
      ['Margin', BLANK, BLANK, BLANK, BLANK, [['Amount', BLANK, BLANK, 'Nurse']]],
      /^item “Nurse” is not known; did you mean Nurses/,
    ],
    [
      ['Margin', BLANK, BLANK, BLANK, BLANK, [['Conversion rate', 'CCM', 'Medicare']]],
      'Conversion rate does not depend on the payer; leave the payer blank.',
    ],
    [
      ['Margin', BLANK, BLANK, BLANK, BLANK, [['Allowed PPPM', 'RPM', 'Medicaid']]],
      'No row is meant by Allowed PPPM, RPM, Medicaid; give the program, payer and item of a row in which it counts.',
    ],
  ] as [unknown[], string | RegExp][])('SENSITIVITY refuses %j', (args, text) => {
    const said = excel.textOf('SENSITIVITY', ...tables, ...args);
    if (typeof text === 'string') expect(said).toBe(text);
    else expect(said).toMatch(text);
  });

  it('GRID gives for each pair what typing both gives', () => {
    const answer = grid(
      'Margin',
      ['Referrals per month', 'CCM'],
      [[30, 60, 90]],
      ['Amount', BLANK, BLANK, 'Nurses'],
      [[6000], [7000]],
    );
    expect(answer[0]).toEqual(['Margin', 6000, 7000]);
    [30, 60, 90].forEach((referrals, r) =>
      [6000, 7000].forEach((amount, c) => {
        const edited = withCell(
          withCell(sampleTables(), 'panel', 1, 'Referrals per month', referrals),
          'costs',
          1,
          'Amount',
          amount,
        );
        expect(answer[r + 1]).toHaveLength(3);
        expect(answer[r + 1][c + 1]).toBe(total(inOrder(edited), 'Margin'));
      }),
    );
  });

  it('GRID takes months as dates, and shows them as the forecast does', () => {
    const answer = grid('Margin', ['Launch month', 'RPM'], [[46508], [46600]], 'Conversion rate', [[0.5]]);
    expect(answer.map(([value]) => value)).toEqual(['Margin', 46538, 46630]); // 2027-05-31, 2027-08-31
    expect(grid('Margin', ['Launch month', 'RPM'], [[5], [8]], 'Conversion rate', [[0.5]])).toEqual(answer);
  });

  it.each([
    [
      ['Margin', BLANK, [[1]], 'Amount', [[1]]],
      'driverA is blank; give a column’s header, e.g. "Referrals per month", or cells side by side: driver, program, payer, item.',
    ],
    [
      ['Margin', 'Conversion rate', [[45]], 'Amount', [[1]]],
      'valuesA has 45; for Conversion rate give a number from 0 to 1, e.g. 0.45.',
    ],
    [
      ['Margin', 'Launch month', [[1.5]], 'Amount', [[1]]],
      'valuesA has 1.5; give whole months, as numbers from 1 or as dates.',
    ],
    [
      ['Margin', 'Amount', [[1]], ['Amount', BLANK, BLANK, 'Nurses'], [[1]]],
      'driverA and driverB both move Amount; give two drivers, or rows that differ.',
    ],
    [
      ['Margin', 'Amount', [Array(61).fill(1)], 'Referrals per month', [[1]]],
      'valuesA has 61 cells; give at most 60 values.',
    ],
  ] as [unknown[], string][])('GRID refuses %j', (args, text) => {
    expect(excel.textOf('GRID', ...tables, ...args)).toBe(text);
  });

  it('SCENARIOS gives the totals of FORECAST, and what each scenario changes of them', () => {
    const [header, ...rows] = excel.call('SCENARIOS', ...tables, [['Margin'], ['Closing patients']], 'CCM');
    expect(header).toEqual([
      ...['Line', 'Unit', 'No scenario', 'Conservative', 'Expected', 'Stretch'],
      ...['Conservative − none', 'Expected − none', 'Stretch − none'],
    ]);
    for (const [line, , base, ...others] of rows as [string, string, ...number[]][]) {
      const totals = [BLANK, 'Conservative', 'Expected', 'Stretch'].map(
        (scenario) => excel.call('FORECAST', ...tables, scenario, 'CCM', line, true)[1][2] as number,
      );
      expect([base, ...others.slice(0, 3)]).toEqual(totals);
      expect(others.slice(3)).toEqual(totals.slice(1).map((value) => value - totals[0]));
    }
    expect(excel.call('SCENARIOS', ...tables)).toHaveLength(excel.call('FORECAST', ...tables).length + 1);
  });

  it('SCENARIOS wants a scenario', () => {
    const none = [...tables];
    none[4] = BLANK as never;
    expect(excel.textOf('SCENARIOS', ...none)).toBe(
      'The Scenarios table has no scenario; give the table with a column a scenario, e.g. Conservative and Stretch.',
    );
  });

  it.each(['SENSITIVITY', 'GRID', 'SCENARIOS'])('%s shows the first finding of spoilt tables', (id) => {
    const spoilt = inOrder(withCell(sampleTables(), 'panel', 1, 'Conversion rate', 62));
    expect(excel.textOf(id, ...spoilt, 'Margin', 'Amount', [[1]], 'Referrals per month', [[1]])).toBe(
      'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
    );
  });
});

describe.each(PLATFORMS)('SOLVE, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const solve = (...rest: unknown[]) => excel.call('SOLVE', ...tables, ...rest);
  const RPM = ['Referrals per month', 'RPM'];

  it('gives the value, the line, and a sentence; typed into the cell, the value meets the target', () => {
    const [[value, line, words], ...others] = solve('Allowed revenue', 35_000, RPM, BLANK, BLANK, 46_722);
    expect(others).toEqual([]);
    expect(Math.abs((line as number) / 35_000 - 1)).toBeLessThan(1e-6);
    expect(words).toMatch(
      /^Referrals per month, RPM \(today 30\): at [\d.]+, Allowed revenue in 2027-12 is \$35,000\.$/,
    );
    const edited = withCell(sampleTables(), 'panel', 2, 'Referrals per month', value);
    const revenue = excel.call('FORECAST', ...inOrder(edited), BLANK, BLANK, 'Allowed revenue')[0][11] as number;
    expect(Math.abs(revenue / 35_000 - 1)).toBeLessThan(1e-6);
  });

  it('says that nothing in reach meets the target, and what comes nearest', () => {
    const [[value, , words]] = solve('Allowed revenue', 1e6, ['Realization rate', 'RPM'], BLANK, BLANK, 12);
    expect(value).toBe(1);
    expect(words).toMatch(
      /^Realization rate, RPM \(today 65%\): nothing from 0% to 100% gives Allowed revenue in 2027-12 of \$1,000,000; the nearest is \$[\d,.]+, at 100%\.$/,
    );
  });

  it('says that the target lies in a jump', () => {
    const [[, , words]] = solve(
      'Care team units',
      2.5,
      ['Patients per unit', BLANK, BLANK, 'Nurses'],
      BLANK,
      BLANK,
      12,
    );
    expect(words).toMatch(
      /^Patients per unit, Nurses \(today 150\): the target of 2\.5 lies in a jump at [\d.]+: Care team units in 2027-12 is 3 below it and 2 above it\.$/,
    );
    const [[month, , between]] = solve('Closing patients', 100, ['Launch month', 'RPM'], BLANK, 'RPM');
    expect(month).toBeGreaterThan(46_388);
    expect(between).toMatch(
      /lies in a jump: Closing patients of RPM is [\d.]+ at 20\d\d-\d\d and [\d.]+ at 20\d\d-\d\d\.$/,
    );
  });

  it('looks between lowest and highest', () => {
    expect(solve('Allowed revenue', 35_000, RPM, BLANK, BLANK, 12, 10, 31)[0][2]).toContain(
      'nothing from 10 to 31 gives',
    );
    expect(excel.textOf('SOLVE', ...tables, 'Margin', 1, RPM, BLANK, BLANK, BLANK, 31, 10)).toBe(
      'lowest is 31 and highest is 10; give lowest below highest, 0 or more.',
    );
  });

  it.each([
    [
      ['Margin', BLANK, BLANK],
      'driver is blank; give a column’s header, e.g. "Referrals per month", or cells side by side: driver, program, payer, item.',
    ],
    [['Margin', '50,000', RPM], 'target is the text “50,000”, not a number; give a number, e.g. 50000.'],
    [['Margin', 0, ['Conversion rte']], 'driver “Conversion rte” is not known; did you mean Conversion rate?'],
  ] as [unknown[], string][])('refuses %j', (args, text) => {
    expect(excel.textOf('SOLVE', ...tables, ...args)).toContain(text.slice(0, 40));
  });
});

describe.each(PLATFORMS)('SIMULATE, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const uncertainty = (...rows: unknown[][]) => [
    ['Driver', 'Program', 'Distribution', 'Low', 'Likely', 'High', 'Group'],
    ...rows,
  ];
  const one = ['Referrals per month', 'RPM', BLANK, 20, 30, 50, BLANK];
  const textOf = (row: unknown[], ...rest: unknown[]) =>
    excel.textOf('SIMULATE', ...tables, uncertainty(row), 'Margin', ...rest);

  it('gives percentiles, the mean and the forecast by month, and says how many trials from which seed', () => {
    const answer = excel.call('SIMULATE', ...tables, uncertainty(one), 'Margin', 60, BLANK, BLANK, BLANK, BLANK, 1000);
    expect(answer.map(([name]) => name)).toEqual([
      'Margin, 60 trials, seed 20270101',
      ...['P10', 'P50', 'P90', 'Mean', 'As forecast', 'Probability of at least 1000'],
    ]);
    expect(answer[5].slice(2)).toEqual(excel.call('FORECAST', ...tables, BLANK, BLANK, 'Margin')[0]);
    for (const row of answer) expect(row).toHaveLength(26);
  });

  it.each([
    [
      ['Referals', 'RPM', BLANK, 20, 30, 50, BLANK],
      /^Uncertainty, row 1: driver “Referals” is not known; did you mean/,
    ],
    [
      ['Referrals per month', 'RPM', BLANK, 50, 30, 20, BLANK],
      'Uncertainty, row 1: Low is 50, above High, which is 20; give the lower value as Low.',
    ],
    [
      ['Referrals per month', 'RPM', BLANK, 20, 60, 50, BLANK],
      /^Uncertainty, row 1: Likely is 60; give a value from Low \(20\) to High \(50\)/,
    ],
    [['Referrals per month', 'RPM', BLANK, 20, 30, 50, 'demand'], /^Uncertainty, row 1 is alone in group “demand”/],
    [
      ['Conversion rate', 'RPM', BLANK, 20, 30, 50, BLANK],
      /^Uncertainty, row 1: it has 20; for Conversion rate, RPM give a number from 0 to 1/,
    ],
    [
      ['Conversion rate', 'RPM', 'beta', 0.01, 0.05, 0.99, BLANK],
      /^Uncertainty, row 1: no beta distribution has this mean/,
    ],
    [['Units on duty', 'RPM', BLANK, 1, 2, 3, BLANK], /^Uncertainty, row 1: No row is meant by Units on duty, RPM/],
  ] as [unknown[], string | RegExp][])('refuses %j', (row, text) => {
    if (typeof text === 'string') expect(textOf(row)).toBe(text);
    else expect(textOf(row)).toMatch(text);
  });

  it('refuses no trials and too many', () => {
    expect(textOf(one, 2_000_000)).toBe('trials is 2,000,000; give a whole number from 10 to 100,000.');
    expect(textOf(one, 0)).toBe('trials is blank or 0; give a whole number from 10 to 100,000.');
  });
});
