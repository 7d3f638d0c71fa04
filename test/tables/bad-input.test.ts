import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/tables/messages/finding';
import { readModel } from '../../src/tables/reading/read-model';
import { BLANK, PLATFORMS } from './blanks';
import { cpuTime } from './cpu-time';
import { handed, sampleTables, START, withCell, type Tables } from './sample-model';

const sample = sampleTables();
const cell = (table: keyof Tables, row: number, header: string, value: unknown) =>
  withCell(sample, table, row, header, value);
const withRow = (table: keyof Tables, row: unknown[]): Tables => ({ ...sample, [table]: [...sample[table], row] });
const withHeader = (table: keyof Tables, from: string, to: unknown): Tables => ({
  ...sample,
  [table]: [sample[table][0].map((header) => (header === from ? to : header)), ...sample[table].slice(1)],
});
const PANEL_ROW = sample.panel[1];

/** What is wrong, and the finding it gets first: where it stands and what it says. */
const CASES: readonly [
  what: string,
  tables: Tables,
  table: string,
  row: number | null,
  column: string | null,
  text: string,
][] = [
  // Headers
  [
    'a header that is missing',
    withHeader('payerMix', 'Allowed PPPM', 'Price'),
    'Payer mix',
    null,
    'Allowed PPPM',
    'Payer mix has no column “Allowed PPPM”; found Program, Payer, Share of panel, Price, Realization rate, Clean claim rate, Appeal rate, Overturn rate and 3 more.',
  ],
  [
    'a required header with a slip',
    withHeader('payerMix', 'Allowed PPPM', 'Alowed PPPM'),
    'Payer mix',
    null,
    'Allowed PPPM',
    'Payer mix has no column “Allowed PPPM”; is it “Alowed PPPM”? Found Program, Payer, Share of panel, Alowed PPPM, Realization rate, Clean claim rate, Appeal rate, Overturn rate and 3 more.',
  ],
  [
    'a header that stands twice',
    withHeader('panel', 'Adverse event rate', 'Discharge rate'),
    'Panel',
    null,
    'Discharge rate',
    'Panel has the column “Discharge rate” twice; keep one.',
  ],
  [
    'a table without headers',
    { ...sample, panel: sample.panel.slice(1) },
    'Panel',
    null,
    'Program',
    'Panel has no column “Program”; found CCM, 2000, 250, 60, 0.45, 20, 0.01, 0.015 and 3 more.',
  ],
  [
    'a table whose first row is blank',
    { ...sample, panel: [Array(12).fill(BLANK), ...sample.panel] },
    'Panel',
    null,
    'Program',
    'Panel has no column “Program”; the first row must hold the headers.',
  ],
  [
    'error values for headers',
    withHeader('panel', 'Program', { code: '#REF!' }),
    'Panel',
    null,
    'Program',
    'Panel has no column “Program”; found Eligible patients, Opening patients, Referrals per mon…, Conversion rate, Enrollment limit, Discharge rate, Disengagement rate, Benefit change ra… and 3 more.',
  ],
  // Whole tables
  [
    'no panel',
    { ...sample, panel: [[BLANK]] },
    'Panel',
    null,
    null,
    'Panel is not given; select the whole table with its header row, e.g. tblPanel[#All].',
  ],
  [
    'no payer mix',
    { ...sample, payerMix: [] },
    'Payer mix',
    null,
    null,
    'Payer mix is not given; select the whole table with its header row, e.g. tblPayerMix[#All].',
  ],
  [
    'no costs',
    { ...sample, costs: [[BLANK, BLANK]] },
    'Costs',
    null,
    null,
    'Costs is not given; select the whole table with its header row, e.g. tblCosts[#All].',
  ],
  [
    'a panel of a header only',
    { ...sample, panel: sample.panel.slice(0, 1) },
    'Panel',
    null,
    null,
    'Panel has a header but no rows; type at least one row below it.',
  ],
  [
    'a panel of blank rows and a total',
    { ...sample, panel: [sample.panel[0], [BLANK], ['Total', 5]] },
    'Panel',
    null,
    null,
    'Panel has a header but no rows; type at least one row below it.',
  ],
  [
    'one cell for a table',
    { ...sample, costs: [['Costs']] },
    'Costs',
    null,
    'Item',
    'Costs has no column “Item”; found Costs.',
  ],
  // Cells
  [
    'text in a number column',
    cell('panel', 1, 'Opening patients', 'many'),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM), Opening patients is the text “many”; give a number, e.g. 100; blank = none.',
  ],
  [
    'a number held as text',
    cell('panel', 1, 'Opening patients', '1,200'),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM), Opening patients is the text “1,200”, not a number; give a number, e.g. 1200; blank = none.',
  ],
  [
    'a percentage held as text',
    cell('panel', 1, 'Conversion rate', '62%'),
    'Panel',
    1,
    'Conversion rate',
    'Panel, row 1 (CCM), Conversion rate is the text “62%”, not a number; give a share from 0 to 1, e.g. 0.62 or 62%; blank = nobody enrolls.',
  ],
  [
    'dollars held as text',
    cell('payerMix', 1, 'Allowed PPPM', '$66'),
    'Payer mix',
    1,
    'Allowed PPPM',
    'Payer mix, row 1 (CCM, Medicare), Allowed PPPM is the text “$66”, not a number; give a number, e.g. 66; blank = from Codes.',
  ],
  [
    'TRUE in a number column',
    cell('payerMix', 1, 'Days to pay', true),
    'Payer mix',
    1,
    'Days to pay',
    'Payer mix, row 1 (CCM, Medicare), Days to pay is TRUE; give a number, e.g. 100; blank = in the month of service.',
  ],
  [
    'TRUE for a name',
    cell('panel', 1, 'Program', true),
    'Panel',
    1,
    'Program',
    'Panel, row 1 (true), Program is TRUE; give a name.',
  ],
  [
    'an error value in a cell',
    cell('panel', 1, 'Opening patients', { code: '#DIV/0!' }),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM), Opening patients is an error value; give a number, e.g. 100; blank = none.',
  ],
  [
    'a number that is none',
    cell('panel', 1, 'Opening patients', NaN),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM), Opening patients is a number too large for Excel; give a number, e.g. 100; blank = none.',
  ],
  [
    'negative patients',
    cell('panel', 1, 'Opening patients', -5),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM), Opening patients is -5; give 0 or more.',
  ],
  [
    '62 for 62%',
    cell('panel', 1, 'Conversion rate', 62),
    'Panel',
    1,
    'Conversion rate',
    'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
  ],
  [
    'a day too many to pay',
    cell('payerMix', 1, 'Days to pay', 1001),
    'Payer mix',
    1,
    'Days to pay',
    'Payer mix, row 1 (CCM, Medicare), Days to pay is 1,001; give a number from 0 to 1,000.',
  ],
  [
    'a blank name',
    cell('panel', 1, 'Program', BLANK),
    'Panel',
    1,
    'Program',
    'Panel, row 1, Program is blank or 0; give a name.',
  ],
  [
    'a blank required share',
    cell('payerMix', 1, 'Clean claim rate', BLANK),
    'Payer mix',
    1,
    'Clean claim rate',
    'Payer mix, row 1 (CCM, Medicare), Clean claim rate is blank or 0; give a value, or the word zero if you mean none.',
  ],
  [
    'an unknown category',
    cell('costs', 1, 'Category', 'staff'),
    'Costs',
    1,
    'Category',
    'Costs, row 1 (Nurses), Category is the text “staff”; give one of care team, technology, overhead and compliance.',
  ],
  [
    'a number for a basis',
    cell('costs', 1, 'Basis', 3),
    'Costs',
    1,
    'Basis',
    'Costs, row 1 (Nurses), Basis is 3; give one of per month, one-off, per active patient, per new patient, per unit, percent of cash.',
  ],
  // Rows against each other
  [
    'a duplicate program',
    withRow('panel', ['  ccm', ...PANEL_ROW.slice(1)]),
    'Panel',
    3,
    'Program',
    'Panel, row 3 (ccm) repeats row 1; keep one row, or give it another name.',
  ],
  [
    'a duplicate payer',
    withRow('payerMix', ['CCM', 'medicare', 'zero', 50, 0.5, 0.5]),
    'Payer mix',
    4,
    'Payer',
    'Payer mix, row 4 (CCM, medicare) repeats row 1; keep one row, or give it another name.',
  ],
  [
    'shares that add to 0.9',
    cell('payerMix', 2, 'Share of panel', 0.2),
    'Payer mix',
    1,
    'Share of panel',
    'Payer mix: Share of panel of CCM adds to 0.9; the shares of a program add to 1 (100%): add 0.1.',
  ],
  [
    'shares that add to 1.1',
    cell('payerMix', 2, 'Share of panel', 0.4),
    'Payer mix',
    1,
    'Share of panel',
    'Payer mix: Share of panel of CCM adds to 1.1; the shares of a program add to 1 (100%): take away 0.1.',
  ],
  [
    'a program without payers',
    withRow('panel', ['PCM', BLANK, 10]),
    'Panel',
    3,
    'Program',
    'Panel, row 3 (PCM) has no rows in Payer mix; add its payers there, shares adding to 100%.',
  ],
  [
    'an unknown program in the mix',
    cell('payerMix', 3, 'Program', 'RMP'),
    'Payer mix',
    3,
    'Program',
    'Payer mix, row 3: Program “RMP” is not known; did you mean RPM?',
  ],
  [
    'an unknown program in the costs',
    cell('costs', 1, 'Program', 'CMC'),
    'Costs',
    1,
    'Program',
    'Costs, row 1: Program “CMC” is not known; did you mean CCM?',
  ],
  [
    'more opening than eligible patients',
    cell('panel', 1, 'Eligible patients', 100),
    'Panel',
    1,
    'Opening patients',
    'Panel, row 1 (CCM): Opening patients 250 exceed Eligible patients 100; eligible counts those already enrolled too.',
  ],
  [
    'causes above 1',
    cell('panel', 1, 'Disengagement rate', 0.99),
    'Panel',
    1,
    'Discharge rate',
    'Panel, row 1 (CCM): the four monthly attrition rates add to 1.005; together they are at most 1 (100%).',
  ],
  [
    'per unit without a size',
    cell('costs', 1, 'Patients per unit', BLANK),
    'Costs',
    1,
    'Patients per unit',
    'Costs, row 1 (Nurses): Basis is per unit, so Patients per unit must be above 0, e.g. 150.',
  ],
  [
    'per unit with a size of zero',
    cell('costs', 1, 'Patients per unit', 'zero'),
    'Costs',
    1,
    'Patients per unit',
    'Costs, row 1 (Nurses): Basis is per unit, so Patients per unit must be above 0, e.g. 150.',
  ],
  [
    '5 for 5% of cash',
    cell('costs', 5, 'Amount', 5),
    'Costs',
    5,
    'Amount',
    'Costs, row 5 (Billing), Amount is 5; give a share from 0 to 1, e.g. 0.05 or 5%.',
  ],
  [
    'an end before the start',
    cell('costs', 6, 'Ends', 46450),
    'Costs',
    6,
    'Ends',
    'Costs, row 6 (Review): Ends lies before Starts; give the same month or a later one.',
  ],
  // Months
  [
    'a launch before the start',
    cell('panel', 2, 'Launch month', 46387),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month is 2026-12, before the start month 2027-01; give 2027-01 or later, or leave it blank where that means from the start.',
  ],
  [
    'a month number with a fraction',
    cell('panel', 2, 'Launch month', 4.5),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month is 4.5; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  [
    'a year for a month',
    cell('panel', 2, 'Launch month', 2027),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month: 2027 looks like January 2027; type 2027-01-01.',
  ],
  [
    'a date held as text of another country',
    cell('panel', 2, 'Launch month', '1.5.2027'),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month: “1.5.2027” looks like 1 May 2027; type 2027-05-01.',
  ],
  [
    'TRUE for a month',
    cell('panel', 2, 'Launch month', true),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month is TRUE; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  [
    'a negative month',
    cell('panel', 2, 'Launch month', -3),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month is -3; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  [
    'a date beyond Excel',
    cell('panel', 2, 'Launch month', 1e300),
    'Panel',
    2,
    'Launch month',
    'Panel, row 2 (RPM), Launch month is 1E+300; type a date in the month, e.g. 2027-04-01, or a month number such as 4.',
  ],
  // Settings
  [
    'a start that is text',
    cell('settings', 1, 'Value', 'next January'),
    'Settings',
    1,
    'Value',
    'Settings, row 1 (Start month) is the text “next January”, not a date; type a date in the first month, e.g. 2027-01-01, or leave it blank to count months 1, 2, 3.',
  ],
  [
    'a start that is a month number',
    cell('settings', 1, 'Value', 4),
    'Settings',
    1,
    'Value',
    'Settings, row 1 (Start month) is 4; type a date in the first month, e.g. 2027-01-01, or leave it blank to count months 1, 2, 3.',
  ],
  [
    '121 months',
    cell('settings', 2, 'Value', 121),
    'Settings',
    2,
    'Value',
    'Settings, row 2 (Months), Value is 121; give a number from 1 to 120.',
  ],
  [
    '85 for 85% of what may be over 100%',
    withRow('settings', ['Highest utilization', 85]),
    'Settings',
    5,
    'Value',
    'Settings, row 5 (Highest utilization), Value is 85; give a number from 0 to 5, e.g. 0.85 or 85%.',
  ],
  [
    '3 for 3% a year',
    withRow('settings', ['Assumed yearly update', 3]),
    'Settings',
    5,
    'Value',
    'Settings, row 5 (Assumed yearly update), Value is 3; give a number from -0.5 to 0.5, e.g. 0.03 or 3%.',
  ],
  [
    'half a month',
    cell('settings', 2, 'Value', 12.5),
    'Settings',
    2,
    'Value',
    'Settings, row 2 (Months), Value is 12.5; give a whole number.',
  ],
  [
    'months as text',
    cell('settings', 2, 'Value', '24'),
    'Settings',
    2,
    'Value',
    'Settings, row 2 (Months), Value is the text “24”, not a number; give a number, e.g. 24; blank = 36 months.',
  ],
  [
    'an unknown basis',
    cell('settings', 3, 'Value', 'opening'),
    'Settings',
    3,
    'Value',
    'Settings, row 3 (Billing basis), Value is the text “opening”; give one of average, closing, retained.',
  ],
  [
    'a setting that stands twice',
    withRow('settings', ['months', 12]),
    'Settings',
    5,
    'Value',
    'Settings, row 5 (months) repeats row 2; keep one row, or give it another name.',
  ],
];

describe.each(PLATFORMS)('Bad input, $name', ({ blank }) => {
  const errors = (tables: Tables): Finding[] =>
    readModel(handed(tables, blank)).findings.filter(({ severity }) => severity === 'error');

  it.each(CASES)('%s', (_, tables, table, row, column, text) => {
    const [first] = errors(tables);
    expect(first).toEqual({ severity: 'error', table, row, column, text });
  });

  it('counts rows below the header, blank ones included', () => {
    const { panel } = sample;
    const spaced = { ...cell('panel', 2, 'Conversion rate', 62) };
    spaced.panel = [panel[0], [BLANK], panel[1], [BLANK], spaced.panel[2]];
    expect(errors(spaced).map(({ row }) => row)).toEqual([4]);
  });

  it('reports a slip once, however much hangs on it', () => {
    expect(errors(cell('settings', 1, 'Value', 'soon'))).toHaveLength(1);
    expect(errors(cell('panel', 2, 'Program', BLANK)).map(({ table, row }) => `${table} ${row}`)).not.toContain(
      'Panel null',
    );
    expect(errors(cell('panel', 1, 'Opening patients', -1))).toHaveLength(1);
    expect(errors(withHeader('settings', 'Value', 'Amount'))).toHaveLength(1);
    expect(errors(cell('changes', 2, 'Value', 'x'))).toHaveLength(1);
    expect(errors(cell('changes', 2, 'Value', BLANK))).toHaveLength(1);
  });

  it('never says null, NaN, undefined or [object', () => {
    for (const [, tables] of CASES)
      for (const { text } of errors(tables)) expect(text).not.toMatch(/\bnull\b|NaN|undefined|\[object/);
  });

  it('takes dates without a start month for a slip in Settings', () => {
    const [first] = errors(cell('settings', 1, 'Value', BLANK));
    expect(first.text).toBe(
      'Panel, row 2 (RPM), Launch month is a date, but Settings has no Start month; give one there, or a month number such as 4.',
    );
  });

  it('takes blank months for the default, and 0 months for blank ones', () => {
    for (const value of [BLANK, 0]) {
      const { settings, findings } = readModel(handed(cell('settings', 2, 'Value', value), blank));
      expect(settings.months).toBe(36);
      expect(findings).toEqual([]);
    }
    expect(errors(cell('settings', 2, 'Value', 'zero'))[0].text).toMatch(
      /Months\), Value is the text “zero”; give a number/,
    );
  });

  it('reads very large numbers as what they are', () => {
    const { findings, programs } = readModel(handed(cell('panel', 1, 'Referrals per month', 1e300), blank));
    expect(findings).toEqual([]);
    expect(programs[0].referrals).toBe(1e300);
  });
});

describe('Rows by the ten thousand', () => {
  const many = (row: unknown[], count: number) => Array.from({ length: count }, () => row);

  it.each(['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes'] as const)(
    'get one text for 50,000 filled rows of %s, quickly',
    (table) => {
      const tables = { ...sample, [table]: [sample[table][0], ...many(sample[table][1], 50_000)] };
      const handedOver = handed(tables);
      let findings: readonly Finding[] = [];
      expect(
        cpuTime(() => {
          ({ findings } = readModel(handedOver));
        }),
      ).toBeLessThan(2_000);
      expect(findings.map(({ text }) => text)).toContainEqual(
        expect.stringMatching(
          / has 50,000 rows with content; at most [\d,]+ are read\. Select the table itself, or add up rows that are alike\.$/,
        ),
      );
    },
  );

  it.each(['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes'] as const)(
    'are read like the table when 50,000 blank ones follow %s',
    (table) => {
      const tables = {
        ...sample,
        [table]: [...sample[table], ...many(Array(sample[table][0].length).fill(BLANK), 50_000)],
      };
      const { findings, ...inputs } = readModel(handed(tables));
      expect(findings).toEqual([]);
      const { findings: _, ...plain } = readModel(handed(sample));
      expect(inputs).toEqual(plain);
    },
  );

  it('stay quick when all that is allowed is filled with mistakes', () => {
    const tables = {
      panel: [
        sample.panel[0],
        ...Array.from({ length: 200 }, (_, i) => [`Program ${i}`, 'x', -1, 2, 62, 'y', 5, 5, 5, 5, 5, 'May']),
      ],
      payerMix: [
        sample.payerMix[0],
        ...Array.from({ length: 1000 }, (_, i) => [`Programme ${i}`, `Payer ${i}`, 50, '$5', 80, 90, 1, 1, -1, 2, 'z']),
      ],
      costs: [
        sample.costs[0],
        ...Array.from({ length: 1000 }, (_, i) => [`Item ${i}`, 'x', `Prog ${i}`, 'y', 'z', -1, -1, 'May', 'June', 7]),
      ],
      settings: sample.settings,
      scenarios: [
        sample.scenarios[0],
        ...Array.from({ length: 1000 }, (_, i) => [
          'Conversion rat',
          `P ${i}`,
          `Q ${i}`,
          `R ${i}`,
          'sett',
          'a',
          'b',
          'c',
          'd',
        ]),
      ],
      changes: [
        sample.changes[0],
        ...Array.from({ length: 1000 }, (_, i) => [
          1,
          BLANK,
          'Conversion rate',
          BLANK,
          BLANK,
          BLANK,
          'set',
          i / 1000,
          'x',
        ]),
      ],
    };
    const handedOver = handed(tables);
    let findings: readonly Finding[] = [];
    expect(
      cpuTime(() => {
        ({ findings } = readModel(handedOver));
      }),
    ).toBeLessThan(3_000);
    expect(findings.length).toBeGreaterThan(10_000);
    expect(findings.length).toBeLessThan(60_000);
  });

  it('stay quick when names are as long as a cell can hold', () => {
    const long = 'n'.repeat(32_000);
    const tables = {
      ...sample,
      payerMix: [sample.payerMix[0], ...Array.from({ length: 300 }, (_, i) => [`${long}${i}`, long, 1, 50, 0.8, 0.9])],
      panel: [sample.panel[0], ...Array.from({ length: 200 }, (_, i) => [`${long} ${i}`, BLANK, 10])],
    };
    const handedOver = handed(tables);
    expect(cpuTime(() => readModel(handedOver))).toBeLessThan(3_000);
  });

  it('stay quick with a header of 32,000 brackets', () => {
    const handedOver = handed({
      ...sample,
      panel: [
        [...sample.panel[0], `${'('.repeat(32_000)}x`, `${'['.repeat(32_000)})`, `${'% $'.repeat(10_000)}x`],
        ...sample.panel.slice(1),
      ],
    });
    expect(cpuTime(() => readModel(handedOver))).toBeLessThan(500);
  });
});

describe('The start month', () => {
  it('is any date of it', () => {
    for (const day of [START, START + 15.75, START + 30])
      expect(readModel(handed(cell('settings', 1, 'Value', day))).settings.startMonth).toBe(2027 * 12);
  });
});
