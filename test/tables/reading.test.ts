import { describe, expect, it } from 'vitest';
import { project } from '../../src/engine/project';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { BLANK, PLATFORMS } from './blanks';
import { handed, sampleTables, START, withCell, type Tables } from './sample-model';

/** What the tables come to: enough to tell whether two ways of writing them are read alike. */
function figures(tables: ModelTables, scenario: string | null = 'Stretch', findings: readonly string[] = []) {
  const inputs = readModel(tables);
  expect(inputs.findings.map(({ text }) => text)).toEqual(findings);
  const { series, totals } = project(modelOf(inputs, scenario)).total;
  return { closing: [...series.closingPatients], cash: [...series.cumulativeCash], totals };
}

const SKIPPED = ['Panel, row 6 (Total)', 'Payer mix, row 7 (TOTALS)', 'Costs, row 11 (Grand total)'].map(
  (where) =>
    `${where} is read as a total of other rows and left out; if it is a row of its own, give it a name without total or sum.`,
);

describe.each(PLATFORMS)('The sample tables, $name', ({ blank }) => {
  const read = (tables: Tables) => readModel(handed(tables, blank));
  const texts = (tables: Tables) =>
    read(tables).findings.map(({ severity, text }) => (severity === 'note' ? `Note: ${text}` : text));
  const plain = figures(handed(sampleTables(), 0));

  it('have no findings and the same figures as everywhere', () =>
    expect(figures(handed(sampleTables(), blank))).toEqual(plain));

  it('are read whatever the order of columns and rows', () => {
    const turned = Object.fromEntries(
      Object.entries<unknown[][]>({ ...sampleTables() }).map(([name, range]) => {
        const [header, ...rows] = range.map((row) => [...row].reverse());
        return [name, [header, ...rows.reverse()]];
      }),
    ) as unknown as Tables;
    expect(figures(handed(turned, blank))).toEqual(plain);
  });

  it.each([
    ['case', (header: string) => header.toUpperCase()],
    ['spacing', (header: string) => `  ${header.replaceAll(' ', '   ')} `],
    ['no spaces at all', (header: string) => header.replaceAll(' ', '')],
    ['underscores and hyphens', (header: string) => header.replaceAll(' ', '_').replace('-', '‑')],
    ['a line break', (header: string) => header.replace(' ', '\n')],
    ['non-breaking spaces', (header: string) => `\u00a0${header.replaceAll(' ', '\u00a0')}\u00a0`],
    ['characters without a width', (header: string) => `\ufeff${[...header].join('\u200b')}`],
    ['a unit in brackets', (header: string) => `${header} ($/patient/month)`],
    ['a unit in square brackets', (header: string) => `${header}[%]`],
    ['a percent sign', (header: string) => `${header} %`],
  ])('find their columns in spite of %s', (_, write) => {
    const tables = sampleTables();
    // Headers of scenarios are names and keep their form.
    const known = new Set(['Conservative', 'Expected', 'Stretch']);
    for (const range of Object.values(tables) as string[][][])
      range[0] = range[0].map((header) => (known.has(header) ? header : write(header)));
    expect(figures(handed(tables, blank))).toEqual(plain);
  });

  it('know other names for their columns', () => {
    const tables = sampleTables();
    const rename = (table: keyof Tables, names: Record<string, string>) => {
      tables[table][0] = (tables[table][0] as string[]).map((header) => names[header] ?? header);
    };
    rename('panel', {
      Program: 'Program name',
      'Eligible patients': 'Eligible',
      'Opening patients': 'Opening panel',
      'Referrals per month': 'Referrals',
      'Conversion rate': 'Conversion',
      'Enrollment limit': 'Enrolment limit',
      'Launch month': 'Launch',
    });
    rename('payerMix', {
      'Share of panel': 'Share',
      'Allowed PPPM': 'Average allowed PPPM',
      'Realization rate': 'Eligibility realization',
      'Collected share': 'Collection rate',
    });
    rename('costs', { Item: 'Cost item', Starts: 'Start month', Ends: 'End' });
    rename('scenarios', { Why: 'Reason' });
    tables.settings[1][0] = 'START DATE';
    tables.settings[2][0] = 'Number of months';
    expect(figures(handed(tables, blank))).toEqual(plain);
  });

  it('may have columns of the user’s own, whatever stands in them', () => {
    const tables = sampleTables();
    for (const [name, range] of Object.entries<unknown[][]>({ ...tables })) {
      if (name === 'scenarios') continue; // there a column is a scenario
      range.forEach((row, r) => row.unshift(r === 0 ? 'Remark' : [true, -5, 'text', BLANK][r % 4]));
    }
    expect(figures(handed(tables, blank))).toEqual(plain);
  });

  it('may hold anything in the columns for people', () => {
    let tables = sampleTables();
    for (const [table, header] of [
      ['settings', 'Unit'],
      ['settings', 'Note'],
      ['scenarios', 'Why'],
      ['changes', 'Reason'],
    ] as const)
      for (const value of [true, -5, { code: '#N/A' }]) tables = withCell(tables, table, 1, header, value);
    expect(figures(handed(tables, blank))).toEqual(plain);
  });

  it('may have blank rows and a totals row', () => {
    const tables = sampleTables();
    for (const range of Object.values(tables) as unknown[][][]) {
      const width = range[0].length;
      range.splice(2, 0, Array(width).fill(BLANK), Array(width).fill('  '));
      range.push(Array(width).fill(BLANK));
    }
    tables.panel.push(['Total', 2000, 250, 90, BLANK, 20]);
    tables.payerMix.push([' TOTALS ', BLANK, 2]);
    tables.costs.push(['Grand total', BLANK, BLANK, BLANK, 32_500]);
    expect(figures(handed(tables, blank), 'Stretch', SKIPPED)).toEqual(plain);
  });

  it('may have rows of different lengths', () => {
    const tables = sampleTables();
    for (const range of Object.values(tables) as unknown[][][])
      for (const row of range) while (row[row.length - 1] === BLANK) row.pop();
    expect(figures(handed(tables, blank))).toEqual(plain);
  });

  it('find names however they are cased, spaced or composed', () => {
    let tables = withCell(sampleTables(), 'panel', 1, 'Program', 'Côte  d’Or (CCM)');
    for (const row of [1, 2]) tables = withCell(tables, 'payerMix', row, 'Program', ' co\u0302te\u00a0d’or (ccm) ');
    tables = withCell(
      withCell(tables, 'costs', 1, 'Program', 'CO\u0302TE D’OR (CCM)'),
      'scenarios',
      1,
      'Program',
      'côte d’or\u200b (ccm)',
    );
    tables = withCell(withCell(tables, 'scenarios', 2, 'Item', 'NURSES'), 'scenarios', 3, 'Payer', 'medicare ');
    expect(figures(handed(tables, blank)).totals.allowedRevenue).toBeCloseTo(plain.totals.allowedRevenue, 6);
  });

  it.each([
    '=cmd|x',
    '<b>RPM</b>',
    '+1',
    '(.*)',
    '$&',
    '__proto__',
    'constructor',
    'R[PM',
    '\\',
    '100%',
    '#N/A text',
    'Ünïcödé 🩺',
  ])('take “%s” for a program’s name', (name) => {
    let tables = withCell(withCell(sampleTables(), 'panel', 2, 'Program', name), 'payerMix', 3, 'Program', name);
    tables = withCell(withCell(tables, 'costs', 3, 'Program', name), 'changes', 1, 'Program', name);
    const inputs = readModel(handed(tables, blank));
    expect(inputs.findings).toEqual([]);
    const model = project(modelOf(inputs, 'stretch'));
    expect([...model.byProgram.keys()].sort()).toEqual(['CCM', name].sort());
    expect(model.total.totals.margin).toBeCloseTo(plain.totals.margin, 6);
    const misspelt = withCell(tables, 'changes', 1, 'Program', `${name}x`);
    expect(texts(misspelt)[0]).toBe(`Changes, row 1: Program “${name}x” is not known; did you mean ${name}?`);
  });

  it('may have a program whose name is a number', () => {
    let tables = withCell(withCell(sampleTables(), 'panel', 2, 'Program', 99454), 'payerMix', 3, 'Program', '99454');
    tables = withCell(withCell(tables, 'costs', 3, 'Program', 99454), 'changes', 1, 'Program', 99454);
    expect(figures(handed(tables, blank)).totals.margin).toBeCloseTo(plain.totals.margin, 6);
  });

  it('read dates with a time in them, month numbers, the last day of a month, and texts', () => {
    for (const launch of [46508, 46508.75, 46538, 5, '2027-05', 'May 2027', 'May-27', '5/1/2027'])
      expect(figures(handed(withCell(sampleTables(), 'panel', 2, 'Launch month', launch), blank))).toEqual(plain);
    expect(figures(handed(withCell(sampleTables(), 'settings', 1, 'Value', START + 30.5), blank))).toEqual(plain);
  });

  it('read zero as a true zero where blank means something else', () => {
    const sold = readModel(handed(withCell(sampleTables(), 'panel', 2, 'Eligible patients', ' ZERO '), blank));
    expect(sold.programs[1].eligiblePatients).toBe(0);
    expect(sold.findings).toEqual([]);
    const uncollected = readModel(handed(withCell(sampleTables(), 'payerMix', 2, 'Collected share', 'Zero'), blank));
    expect(uncollected.payers[1].collectedRate).toBe(0);
    expect(readModel(handed(sampleTables(), blank)).payers[1].collectedRate).toBe(1);
  });

  it('need a Value column in Settings rather than taking every default', () => {
    const tables = sampleTables();
    tables.settings[0][1] = 'Amount';
    expect(texts(tables)[0]).toBe('Settings has no column “Value”; found Setting, Amount, Unit, Note.');
  });
});
