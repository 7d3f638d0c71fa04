import { describe, expect, test } from 'vitest';
import type { Milestone } from '../../../src/tables/reading/read-milestones';
import { acceptMilestone } from '../../../src/workbook/edits/accept-milestone';
import { columnAt, type TablesNow } from '../../../src/workbook/edits/tables-now';
import { undoing } from '../../../src/workbook/edits/undo';
import { contentsOf, done, edited, plannedTables } from './tables';

const sample = plannedTables();
const REGISTRY: Milestone = {
  ...{ row: 1, what: 'Registry', line: 'activePatients', program: null, threshold: 1000, leadMonths: 2 },
  ...{ cost: 40_000, basis: 'one-off', category: 'technology' },
};
const accept = (tables: TablesNow, change: Partial<Milestone> = {}) =>
  acceptMilestone(
    tables,
    {
      milestone: { ...REGISTRY, ...change },
      ...{ starts: 46_600, month: 'Aug 2027', why: 'Active patients ≥ 1,000 in Expected' },
    },
    46_400,
  );
const withCosts = (change: Partial<TablesNow['costs']>): TablesNow => ({
  ...sample,
  costs: { ...sample.costs, ...change },
});

describe('accepting a milestone', () => {
  test('says beforehand which row of Costs it writes, and what it costs from when', () => {
    const row = sample.costs.headerRow + 1 + sample.costs.rows.length;
    expect(accept(sample).edit).toMatchObject({
      title: 'Accept Registry',
      done: 'Registry is a row of Costs: $40,000 once, in Aug 2027, in every scenario.',
      says: [`Costs, row ${row}: Registry, $40,000 once, in Aug 2027`, 'Log: 1 line'],
    });
    expect(accept(sample, { basis: 'per month', cost: 950.5 }).edit!.says[0]).toMatch(
      /\$950\.5 a month from Aug 2027$/,
    );
  });

  test('names on the row what makes it due, and the program as the Panel writes it', () => {
    const tables = edited(sample, accept(sample, { program: 'ccm' }).edit!.steps);
    const { contents } = tables.costs.rows.at(-1)!;
    expect(contents[columnAt(tables.costs, 'program')]).toBe('CCM');
    expect(contents.at(-1)).toBe('milestone: Active patients ≥ 1,000 in Expected');
  });

  test('is found again and taken back after rows were sorted', () => {
    const now = done(sample, accept(sample).edit!);
    const sorted = { ...now.after, costs: { ...now.after.costs, rows: [...now.after.costs.rows].reverse() } };
    const { steps } = undoing(now, sorted);
    expect(contentsOf(edited(sorted, steps!)).costs).toEqual(
      contentsOf({ ...sample, costs: { ...sample.costs, rows: [...sample.costs.rows].reverse() } }).costs,
    );
    const { steps: plainly } = undoing(now, now.after);
    expect(contentsOf(edited(now.after, plainly!))).toEqual(contentsOf(sample));
  });

  test('is not taken back over what somebody has typed since', () => {
    const now = done(sample, accept(sample).edit!);
    const amount = columnAt(sample.costs, 'amount');
    const typed = edited(now.after, [
      { what: 'set', table: 'costs', at: sample.costs.rows.length, column: amount, content: 1 },
    ]);
    expect(undoing(now, typed).problem).toMatch(/^Costs, row \d+, has been changed since/);
  });

  test.each([
    [
      'twice',
      () => accept(edited(sample, accept(sample).edit!.steps), { what: ' registry ' }),
      /accepted already: Costs, row/,
    ],
    ['without a cost', () => accept(sample, { cost: 0 }), /has no cost/],
    [
      'without a column for its start',
      () => accept(withCosts({ headers: sample.costs.headers.map((each) => (each === 'Starts' ? 'Begins' : each)) })),
      /Costs lacks the column Starts; add it first/,
    ],
    ['without a log', () => accept({ ...sample, log: null }), /old values have to be kept/],
  ])('is refused %s', (_, ask, why) => expect(ask().problem).toMatch(why));

  test('takes the place of the one blank row of an empty table', () => {
    const blank = sample.costs.headers.map(() => null);
    const empty = withCosts({ rows: [{ contents: blank, values: blank, formats: blank.map(() => 'General') }] });
    const { rows } = edited(empty, accept(empty).edit!.steps).costs;
    expect(rows).toHaveLength(1);
    expect(rows[0].contents[columnAt(empty.costs, 'item')]).toBe('Registry');
  });
});
