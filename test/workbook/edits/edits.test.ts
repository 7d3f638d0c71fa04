import { describe, expect, test } from 'vitest';
import { outlook } from '../../../src/forecast/outlook';
import { forecastOf } from '../../../src/forecast/forecast';
import { addPayer } from '../../../src/workbook/edits/add-payer';
import { addProgram } from '../../../src/workbook/edits/add-program';
import { addScenario } from '../../../src/workbook/edits/add-scenario';
import type { Edit, Proposal } from '../../../src/workbook/edits/edit';
import { mentionsOf, removeProgram } from '../../../src/workbook/edits/remove-program';
import {
  columnAt,
  payersOf,
  programsOf,
  rowsNaming,
  scenariosOf,
  type TablesNow,
} from '../../../src/workbook/edits/tables-now';
import { undoing } from '../../../src/workbook/edits/undo';
import { isFormula } from '../../../src/workbook/plan/cells';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { contentsOf, done, edited, modelTables, plannedTables } from './tables';

const sample = plannedTables();
const PCM = { name: 'PCM', eligiblePatients: 600, openingPatients: 50 };

function editOf(proposal: Proposal): Edit {
  if (proposal.problem !== null) throw new Error(proposal.problem);
  return proposal.edit;
}
const after = (proposal: Proposal, tables = sample): TablesNow => edited(tables, editOf(proposal).steps);
const findings = (tables: TablesNow) => forecastOf(modelTables(tables)).findings.map(({ text }) => text);
const column = (tables: TablesNow, key: 'panel' | 'payerMix' | 'costs', name: string, rows: readonly number[]) =>
  rows.map((row) => tables[key].rows[row].contents[columnAt(tables[key], name)]);

/** What a program's payers hold together. */
const total = (tables: TablesNow, program: string) =>
  column(tables, 'payerMix', 'shareOfPanel', rowsNaming(tables.payerMix, { program })).reduce<number>(
    (sum, share) => sum + Number(share),
    0,
  );

test('the sample stands without findings', () => expect(findings(sample)).toEqual([]));

describe('adding a program', () => {
  const proposal = addProgram(sample, PCM);
  const tables = after(proposal);

  test('says beforehand which rows of which sheets it writes', () =>
    expect(editOf(proposal).says).toEqual([
      'Panel, row 11: PCM',
      'Payer Mix, rows 23 to 26: Medicare, Medicare Advantage, Medicaid, Commercial',
      'Costs, row 20: PCM care coordinators',
    ]));

  test('gives the workbook that Build would have made of it', () => {
    const { eligiblePatients, openingPatients } = PCM;
    const built = plannedTables({
      programs: [...SAMPLE_PRACTICE.programs, { name: 'PCM', eligiblePatients, openingPatients }],
    });
    for (const scenario of ['Conservative', 'Expected', 'Stretch']) {
      const [ours, theirs] = [tables, built].map((each) => outlook(modelTables(each), scenario)!);
      expect(ours.allowedRevenue).toBeCloseTo(theirs.allowedRevenue, 6);
      expect(ours.margin).toBeCloseTo(theirs.margin, 6);
    }
    expect(findings(tables)).toEqual([]);
  });

  test('shows amounts of codes by formula, and its sources', () => {
    const rows = rowsNaming(tables.payerMix, { program: 'PCM' });
    expect(column(tables, 'payerMix', 'allowedPppm', rows).map(isFormula)).toEqual([true, true, false, false]);
    for (const row of rows) expect(String(tables.payerMix.rows[row].contents.at(-1))).toMatch(/^Allowed: /);
  });

  test('shares its panel as the other programs do, and takes from a payer what is known of it by now', () => {
    const [first] = rowsNaming(sample.payerMix, { payer: 'Medicaid' });
    const set = (row: number, key: string, content: number) =>
      ({ what: 'set', table: 'payerMix', at: row, column: columnAt(sample.payerMix, key), content }) as const;
    const known = edited(sample, [set(first, 'daysToPay', 77)]);
    const rows = rowsNaming(after(addProgram(known, PCM), known).payerMix, { program: 'PCM', payer: 'Medicaid' });
    expect(column(after(addProgram(known, PCM), known), 'payerMix', 'daysToPay', rows)).toEqual([77]);
    expect(total(tables, 'PCM')).toBeCloseTo(1, 12);
  });

  test('counts months where the workbook counts them', () => {
    const start = sample.settings.rows.findIndex(({ contents }) => contents[0] === 'Start month');
    const counted = edited(sample, [
      { what: 'set', table: 'settings', at: start, column: columnAt(sample.settings, 'value'), content: null },
    ]);
    const without = after(removeProgram(counted, 'APCM', true), counted);
    const again = after(addProgram(without, { name: 'APCM', eligiblePatients: 1800, openingPatients: 0 }), without);
    const [row] = rowsNaming(again.panel, { name: 'APCM' });
    expect(column(again, 'panel', 'launchMonth', [row])).toEqual([7]);
  });

  test.each([
    ['ccm', /^Panel has “ccm” already/],
    ['', /^Type the name/],
    ['Total', /has a meaning/],
    ['all', /has a meaning/],
  ])('refuses the name “%s”', (name, why) => expect(addProgram(sample, { ...PCM, name }).problem).toMatch(why));

  test('refuses a program that nobody can be in, and one with more patients than it can have', () => {
    expect(addProgram(sample, { ...PCM, eligiblePatients: 0 }).problem).toMatch(/^0 eligible patients/);
    expect(addProgram(sample, { ...PCM, eligiblePatients: 40 }).problem).toMatch(/exceed 40 eligible/);
  });

  test('has room for twelve, and says why there is none for a thirteenth', () => {
    let full = sample;
    for (let i = 5; i <= 12; i++) full = after(addProgram(full, { ...PCM, name: `Program ${i}` }), full);
    expect(programsOf(full)).toHaveLength(12);
    expect(findings(full)).toEqual([]);
    expect(addProgram(full, { ...PCM, name: 'One more' }).problem).toMatch(/^There are 12 programs/);
  });
});

describe('removing a program', () => {
  test('takes its rows out of every table, and says which rows still mention it', () => {
    expect(mentionsOf(sample, 'RPM')).toEqual([
      expect.stringMatching(/^Scenarios, row \d+$/),
      expect.stringMatching(/^Changes on Scenarios, row \d+$/),
    ]);
    const tables = after(removeProgram(sample, 'RPM', true));
    expect(JSON.stringify(modelTables(tables))).not.toContain('"RPM"');
    expect(findings(tables)).toEqual([]);
    expect(programsOf(tables)).toEqual(['CCM', 'BHI', 'APCM']);
  });

  test('left behind, the rows that mention it are one finding that names them', () => {
    const found = findings(after(removeProgram(sample, 'RPM', false)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^Program “RPM” is not known, but named in Changes, row 1; Scenarios, row 4\./);
  });

  test('rows that name a cost item which goes with it count as well', () =>
    expect(mentionsOf(sample, 'CCM')[0]).toBe('Scenarios, rows 8, 9, 10 and 12'));

  test('keeps the last one', () => {
    let tables = sample;
    for (const name of ['CCM', 'RPM', 'BHI']) tables = after(removeProgram(tables, name, true), tables);
    expect(removeProgram(tables, 'APCM', true).problem).toMatch(/^A forecast needs a program/);
  });
});

describe('adding a payer', () => {
  const proposal = addPayer(sample, { name: 'Acme Health', share: 0.2, rebalance: true });
  const tables = after(proposal);

  test('writes a row in each program, behind its other payers, and shows the shares before and after', () => {
    const edit = editOf(proposal);
    expect(edit.says[0]).toMatch(/^Payer Mix, rows 11, 16, 21 and 26: Acme Health in CCM, RPM, BHI, APCM$/);
    expect(edit.shares).toEqual([
      {
        programs: ['CCM', 'RPM', 'BHI', 'APCM'],
        shares: [
          { payer: 'Medicare', before: 0.45, after: 0.36 },
          { payer: 'Medicare Advantage', before: 0.35, after: 0.28 },
          { payer: 'Medicaid', before: 0.08, after: 0.064 },
          { payer: 'Commercial', before: 0.12, after: 0.096 },
          { payer: 'Acme Health', before: null, after: 0.2 },
        ],
      },
    ]);
    for (const program of programsOf(tables)) {
      expect(total(tables, program)).toBeCloseTo(1, 12);
      const rows = rowsNaming(tables.payerMix, { program });
      expect(rows.at(-1)! - rows[0]).toBe(4);
      expect(column(tables, 'payerMix', 'payer', rows.slice(-1))).toEqual(['Acme Health']);
    }
    expect(findings(tables)).toEqual([]);
  });

  test('touches no share without consent', () => {
    const kept = after(addPayer(sample, { name: 'Acme Health', share: 0.2, rebalance: false }));
    expect(total(kept, 'CCM')).toBeCloseTo(1.2, 12);
    expect(findings(kept)).toHaveLength(4);
  });

  test.each([0, 1, -0.1, Number.NaN])('refuses a share of %s', (share) =>
    expect(addPayer(sample, { name: 'Acme', share, rebalance: true }).problem).toMatch(/above 0% and below 100%/),
  );

  test('has room for eight', () => {
    let full = sample;
    for (let i = 5; i <= 8; i++)
      full = after(addPayer(full, { name: `Payer ${i}`, share: 0.07, rebalance: true }), full);
    expect(payersOf(full)).toHaveLength(8);
    expect(findings(full)).toEqual([]);
    expect(addPayer(full, { name: 'One more', share: 0.1, rebalance: true }).problem).toMatch(/^There are 8 payers/);
  });
});

describe('adding a scenario', () => {
  test('is a column to the right of the last, which changes nothing until something is typed', () => {
    const proposal = addScenario(sample, 'Downside', null);
    expect(editOf(proposal).says[0]).toMatch(/^Scenarios, rows 8 to \d+: a column Downside to the right of Stretch$/);
    const tables = after(proposal);
    expect(scenariosOf(tables)).toEqual(['Conservative', 'Expected', 'Stretch', 'Downside']);
    expect(outlook(modelTables(tables), 'Downside')).toEqual({
      ...outlook(modelTables(tables), 'Expected'),
      scenario: 'Downside',
    });
    expect(findings(tables)).toEqual([]);
  });

  test('starts as another one', () => {
    const tables = after(addScenario(sample, 'Like it', 'Conservative'));
    expect(outlook(modelTables(tables), 'Like it')!.margin).toBe(outlook(modelTables(tables), 'Conservative')!.margin);
  });

  test.each([
    ['stretch', /^Scenarios has “stretch” already/],
    ['Why', /has a meaning/],
    ['Owner', /has a meaning/],
    ['zero', /has a meaning/],
  ])('refuses the name “%s”', (name, why) => expect(addScenario(sample, name, null).problem).toMatch(why));

  test('has room for six', () => {
    let full = sample;
    for (const name of ['A', 'B', 'C']) full = after(addScenario(full, name, 'Stretch'), full);
    expect(addScenario(full, 'D', null).problem).toMatch(/^There are 6 scenarios/);
  });
});

describe('taking back', () => {
  const edits: [string, Proposal][] = [
    ['a program added', addProgram(sample, PCM)],
    ['a program removed', removeProgram(sample, 'RPM', true)],
    ['a program removed with its mentions kept', removeProgram(sample, 'CCM', false)],
    ['a payer added', addPayer(sample, { name: 'Acme', share: 0.15, rebalance: true })],
    ['a scenario added', addScenario(sample, 'Downside', 'Stretch')],
  ];

  test.each(edits)('%s: every table is as it was', (_, proposal) => {
    const it = done(sample, editOf(proposal));
    expect(contentsOf(it.after)).not.toEqual(contentsOf(sample));
    const { steps } = undoing(it, it.after);
    expect(contentsOf(edited(it.after, steps!))).toEqual(contentsOf(sample));
  });

  test('finds its rows where they were sorted, and keeps what others added', () => {
    const it = done(sample, editOf(addProgram(sample, PCM)));
    const sorted = { ...it.after, panel: { ...it.after.panel, rows: [...it.after.panel.rows].reverse() } };
    const later = after(addProgram(sorted, { ...PCM, name: 'TCM' }), sorted);
    const back = edited(later, undoing(it, later).steps!);
    expect(programsOf(back)).toEqual(['APCM', 'BHI', 'RPM', 'CCM', 'TCM']);
  });

  test('leaves all as it is where what was written has been changed, and says where', () => {
    const it = done(sample, editOf(addProgram(sample, PCM)));
    const changed = edited(it.after, [
      { what: 'set', table: 'panel', at: 4, column: columnAt(sample.panel, 'referrals'), content: 99 },
    ]);
    expect(undoing(it, changed)).toEqual({
      steps: null,
      problem: 'Panel, row 11, has been changed since, so nothing was undone.',
    });
  });

  test('does not bring a program back beside one of its name', () => {
    const it = done(sample, editOf(removeProgram(sample, 'RPM', true)));
    const again = after(addProgram(it.after, { ...PCM, name: 'RPM' }), it.after);
    expect(undoing(it, again).problem).toBe('Panel has got RPM since, so nothing was undone.');
  });
});
