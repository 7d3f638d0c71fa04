/** One cause is one finding: a row that is not finished, and a program that is gone. */
import { describe, expect, test } from 'vitest';
import { call } from '../functions/excel';
import { columnAt } from '../../src/workbook/edits/tables-now';
import { edited, modelTables, plannedTables } from '../workbook/edits/tables';

const sample = plannedTables();
type Tables = typeof sample;
const findings = (tables: Tables) => {
  const { panel, payerMix, costs, settings, scenarios, changes } = modelTables(tables);
  return (call('CHECKMODEL', panel, payerMix, costs, settings, scenarios, changes) as unknown as string[][]).map(
    (row) => row[3],
  );
};
const row = (key: 'panel' | 'payerMix' | 'costs', cells: Record<string, string | number>) => {
  const table = sample[key];
  const contents = table.headers.map(() => null as string | number | null);
  for (const [name, content] of Object.entries(cells)) contents[columnAt(table, name)] = content;
  return edited(sample, [{ what: 'insert row', table: key, at: table.rows.length, contents, formats: [] }]);
};

describe('a row that is not finished is one finding', () => {
  test('Payer mix with a program only', () =>
    expect(findings(row('payerMix', { program: 'CCM' }))).toEqual([
      'Payer mix, row 17 (CCM) is incomplete: Payer, Share of panel, Clean claim rate, Allowed PPPM, Realization rate are blank or 0; give them, or the word zero where you mean none.',
    ]));

  test('Costs with an item only', () =>
    expect(findings(row('costs', { item: 'Scheduler' }))).toEqual([
      expect.stringMatching(/^Costs, row \d+ \(Scheduler\) is incomplete: Category, Basis, Amount are blank/),
    ]));

  test('a single lack keeps its own words', () =>
    expect(findings(row('costs', { item: 'Scheduler', category: 'technology', basis: 'per month' }))).toEqual([
      `Costs, row ${sample.costs.rows.length + 1} (Scheduler), Amount is blank or 0; give a value, or the word zero if you mean none.`,
    ]));
});

test('a program deleted from Panel alone is one finding that names all rows with it', () => {
  const at = sample.panel.rows.findIndex(({ contents }) => contents[0] === 'RPM');
  const found = findings(edited(sample, [{ what: 'delete row', table: 'panel', at }]));
  expect(found).toEqual([
    'Program “RPM” is not known, but named in Payer mix, rows 5 to 8; Costs, rows 2, 8 to 10; Changes, row 1; Scenarios, row 4. Change or delete those rows, or did you mean APCM, CCM?',
  ]);
});
