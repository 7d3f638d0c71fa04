/** Single cells that broke more than their own row: settings that took every finding with them, names that were not there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../random-cases';
import { call, CellError, textOf } from '../functions/excel';
import { BLANK, handedOver } from '../tables/blanks';
import { inOrder, sampleTables, withCell, type Tables } from '../tables/sample-model';

const _ = BLANK;

/** The sample practice with what it leaves out: codes, minutes, staffing and all settings. */
function everything(): Tables {
  const tables = sampleTables();
  const add = (table: keyof Tables, headers: string[], rows: unknown[][]) =>
    tables[table].forEach((cells, r) =>
      cells.push(...headers.map((header, c) => (r === 0 ? header : (rows[r - 1]?.[c] ?? _)))),
    );
  add('panel', ['Service minutes'], [[30]]);
  add(
    'payerMix',
    ['Codes', 'Percent of Medicare', 'Threshold minutes', 'Minutes cv', 'Consent rate', 'Documentation rate'],
    [['99490 + 0.35*99439'], [_, _, 20, 0.5, 0.9, 0.9]],
  );
  tables.payerMix[1][3] = _;
  tables.payerMix[2][4] = _;
  add('costs', ['Staffing', 'Units on duty', 'Minutes per unit', 'Productive share'], [['as needed', 2, 9600, 0.7]]);
  for (const setting of [
    ['Hire at utilization', 0.9],
    ['Hire lead time', 1],
    ['Training time', 2],
    ['Minutes distribution', 'gamma'],
    ['Lowest realization', 0.1],
    ['Locality', 'AL'],
    ['Care setting', 'facility'],
    ['QP', 'no'],
    ['Assumed yearly update', 0.02],
    ['Billed by non-physicians', 0.1],
    ['Sequestration', 0.02],
    ['Coinsurance collected', 0.9],
  ])
    tables.settings.push([...setting, '', '']);
  return tables;
}

const arguments_ = (tables: Tables): unknown[][][] =>
  inOrder(tables).map((table) => handedOver(table, 0) as unknown[][]);

const findings = (tables: Tables): string[] =>
  call('CHECKMODEL', ...arguments_(tables)).map((row) => String(row[3] ?? row[0]));

const UNCERTAIN = [
  ['Driver', 'Program', 'Low', 'High'],
  ['Referrals per month', 'CCM', 40, 60],
];

/** Two months of one of the programs. */
const OVER = [
  ['Month', 'Program', 'Payer', 'Opening', 'New', 'Lost', 'Closing', 'Billable', 'Claims paid', 'Allowed', 'Cash'],
  [46388, 'CCM', 'Medicare', 175, 10, 5, 180, 140, 130, 8500, 3000],
  [46388, 'CCM', 'Medicaid', 75, 5, 2, 78, 60, 50, 2100, 900],
  [46419, 'CCM', 'Medicare', 180, 12, 6, 186, 150, 140, 9200, 8100],
  [46419, 'CCM', 'Medicaid', 78, 4, 3, 79, 61, 52, 2200, 2000],
];

/** A worksheet function of the model, asked for a scenario and a program. */
const ASKED: Readonly<Record<string, (tables: unknown[]) => unknown[]>> = {
  FORECAST: (tables) => [...tables, 'Stretch', 'CCM'],
  EXPLAIN: (tables) => ['Margin', 3, ...tables, 'Stretch', 'CCM'],
  LEAKAGE: (tables) => [...tables, 'Stretch', 'CCM'],
  BREAKEVEN: (tables) => [...tables, 'Stretch', 'RPM'],
  DELAY: (tables) => [...tables, 2, 'Stretch', 'RPM'],
  HIREPLAN: (tables) => [...tables, 'Stretch', 'CCM'],
  MONTHLY: (tables) => [...tables.slice(0, 6), 'Stretch', 'CCM'],
  SENSITIVITY: (tables) => [...tables, 'Margin', 0.1, 'Stretch', 'CCM', 3, [['Conversion rate'], ['Amount']]],
  GRID: (tables) => [...tables, 'Margin', 'Conversion rate', [[0.1, 0.9]], 'Days to pay', 5, 'Stretch', 'CCM'],
  SOLVE: (tables) => [...tables, 'Margin', 900, [['Launch month', 'RPM']], 'Stretch', 'CCM'],
  SCENARIOS: (tables) => [...tables, 'Margin', 'CCM'],
  BRIDGE: (tables) => [...tables, 'Margin', 'Conservative', 'Stretch', 'CCM'],
  SIMULATE: (tables) => [...tables, UNCERTAIN, 'Margin', 10, 1, 0.5, 'Stretch', 'CCM'],
};

describe('Months that are none, beside Codes and a Start month', () => {
  it.each([
    [121, 'Settings, row 2 (Months), Value is 121; give a number from 1 to 120.'],
    [
      '36 months',
      'Settings, row 2 (Months), Value is the text “36 months”; give a number, e.g. 100; blank = 36 months.',
    ],
    [-1, 'Settings, row 2 (Months), Value is -1; give a number from 1 to 120.'],
    ['zero', 'Settings, row 2 (Months), Value is the text “zero”; give a number, e.g. 100; blank = 36 months.'],
    [0.5, 'Settings, row 2 (Months), Value is 0.5; give a number from 1 to 120.'],
    [true, 'Settings, row 2 (Months), Value is TRUE; give a number, e.g. 100; blank = 36 months.'],
  ])('%s: every function answers with the finding of the setting', (months, text) => {
    const tables = withCell(everything(), 'settings', 2, 'Value', months);
    expect(findings(tables).filter((finding) => !finding.startsWith('Note: '))).toEqual([text]);
    for (const [id, asked] of Object.entries(ASKED)) expect(textOf(id, ...asked(arguments_(tables))), id).toBe(text);
  });
});

describe('A row of the Panel without a name', () => {
  it.each(Object.entries(ASKED))('is what %s of a program answers with', (id, asked) => {
    for (const row of [1, 2])
      expect(textOf(id, ...asked(arguments_(withCell(everything(), 'panel', row, 'Program', _))))).toMatch(
        new RegExp(`^Panel, row ${row}, Program is blank or 0; give a name\\. \\(\\d more: see PPPM\\.CHECKMODEL\\)$`),
      );
  });
});

describe('The end of the calendar', () => {
  it('is too far for a forecast: a later start month than 2100 is refused', () => {
    const startingIn = (value: unknown) => withCell(everything(), 'settings', 1, 'Value', value);
    for (const late of [2958101, 73_416, '9999-12', '2101-01-01'])
      expect(findings(startingIn(late)).find((text) => !text.startsWith('Note: '))).toMatch(
        /^Settings, row 1 \(Start month\)/,
      );
    const longest = withCell(startingIn('2100-12-01'), 'settings', 2, 'Value', 120);
    const late = withCell({ ...longest, changes: longest.changes.slice(0, 1) }, 'panel', 2, 'Launch month', _);
    const costs = late.costs.map((cells, r) => cells.map((cell, c) => (r > 0 && (c === 7 || c === 8) ? _ : cell)));
    const [header] = call('FORECAST', ...arguments_({ ...late, costs }), '', '', 'Margin', true);
    // 30 November 2110
    expect(header[header.length - 1]).toBe(77_036);
  });
});

describe('Numbers in texts', () => {
  it('are written as people write them', () => {
    const sum = 0.1 + 0.2;
    expect(sum).not.toBe(0.3);
    expect(textOf('RATE', sum)).toMatch(/^code “0\.3” is not known/);
    expect(textOf('ALLOWED', '99490', '', '', '', '', '', sum + 10)).toMatch(/^percentOfMedicare is 10\.3; /);
    expect(findings(withCell(everything(), 'settings', 2, 'Value', 24 + sum))).toContain(
      'Settings, row 2 (Months), Value is 24.3; give a whole number.',
    );
    expect(textOf('FORECAST', ...arguments_(everything()), sum)).toMatch(/^scenario “0\.3” is not known/);
    const moved = withCell(everything(), 'scenarios', 3, 'Stretch', 10 * sum);
    const rows = call('EXPLAIN', 'Cash collected', 8, ...arguments_(moved), 'Stretch', 'RPM');
    expect(rows.map(([, , , where]) => where)).toContain(
      'Payer mix, row 3, Days to pay; Scenarios (Stretch) row 3: add 3',
    );
    expect(findings(withCell(everything(), 'panel', 1, 'Program', sum))).toContain(
      'Panel, row 1 (0.3) has no rows in Payer mix; add its payers there, shares adding to 100%.',
    );
  });
});

describe('Percent of Medicare', () => {
  it('over 200% is noted', () => {
    const at = (percent: number) => findings(withCell(everything(), 'payerMix', 1, 'Percent of Medicare', percent));
    const text =
      'Note: Payer mix, row 1 (CCM, Medicare), Percent of Medicare is 2.5: few payers allow more than twice what Medicare does; see that it is meant.';
    expect(at(2.5)).toContain(text);
    for (const usual of [1, 1.3, 2]) expect(at(usual).join()).not.toMatch(/twice/);
  });
});

/** What a cell holds when something went wrong: slips of the pen and of formulas, and what no person types. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    0,
    '',
    null,
    undefined,
    ' ',
    true,
    false,
    -1,
    0.5,
    121,
    1e-320,
    1e308,
    -1e308,
    NaN,
    Infinity,
  ),
  fc.constantFrom('36 months', 'zero', 'Total', 'CCM', '#N/A', '(((', '99490', '12%', '1,200', 'n'.repeat(400), '🩺'),
  fc.constantFrom<unknown[]>(46388, 46600, 73_384, 2958465, 202601, '2027-01', { code: '#DIV/0!' }),
  fc.double(),
  fc.string(),
);

const whole = (): unknown[][][] => [...arguments_(everything()).slice(0, 6), OVER.map((row) => [...row])];

/** Any cell of any table, headers among them. */
const spoilt = fc.nat(6).chain((t) => {
  const table = whole()[t];
  const row = fc.nat(table.length - 1);
  return fc.tuple(row, fc.nat(table[0].length - 1), hostile).map(([r, c, value]) => {
    const tables = whole();
    tables[t][r][c] = value;
    return tables;
  });
});

describe('Any one cell', () => {
  it('is looked for among tables that every function answers', () => {
    for (const [id, asked] of Object.entries(ASKED)) expect(call(id, ...asked(whole())).length, id).toBeGreaterThan(0);
  });

  it('leaves CHECKMODEL its rows, and every other function an answer or a text', () => {
    fc.assert(
      fc.property(spoilt, (tables) => {
        for (const row of call('CHECKMODEL', ...tables)) expect(row).toHaveLength(row[0] === 'No findings' ? 1 : 4);
        for (const [id, asked] of Object.entries(ASKED)) {
          try {
            expect(call(id, ...asked(tables)).length).toBeGreaterThan(0);
          } catch (error) {
            if (!(error instanceof CellError)) throw error;
            expect(error.message, id).not.toMatch(/please report|undefined|NaN/);
            expect(error.message.length, id).toBeLessThan(255);
          }
        }
      }),
      { numRuns: cases(500) },
    );
  });
});
