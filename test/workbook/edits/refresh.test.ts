import { describe, expect, it } from 'vitest';
import { driverPlace } from '../../../src/workbook/edits/accept-drivers';
import { refresh, type Refresh } from '../../../src/workbook/edits/refresh';
import { undoing } from '../../../src/workbook/edits/undo';
import { columnAt } from '../../../src/workbook/edits/tables-now';
import { contentsOf, done, edited, plannedTables } from './tables';

const JANUARY = 2027 * 12;
const asked = (change: Partial<Refresh>): Refresh => ({
  months: [],
  drivers: [],
  from: 'a roster',
  asOf: JANUARY,
  today: 46_500,
  ...change,
});
const driver = (name: string, payer: string, value: number) => ({ driver: name, program: 'CCM', payer, value });

describe('an accepted driver', () => {
  it('is written into its one cell, with what stood there in the log', () => {
    const tables = plannedTables();
    const { edit } = refresh(tables, asked({ drivers: [driver('dischargeRate', '', 0.0123456)] }));
    const { panel, log } = edited(tables, edit!.steps);
    expect(panel.rows[0].contents[columnAt(panel, 'dischargeRate')]).toBe(0.0123456);
    expect(log!.rows[0].contents).toEqual([
      'CCM: Discharge rate (Panel, row 7)',
      '0.2%',
      '1.235%',
      'PPPM for Excel, Refresh',
      46_500,
      'measured from a roster through January 2027',
    ]);
  });

  it('of nothing is written as the word zero, since 0 is a blank', () => {
    const tables = plannedTables();
    const { edit } = refresh(tables, asked({ drivers: [driver('dischargeRate', '', 0)] }));
    const { panel } = edited(tables, edit!.steps);
    expect(panel.rows[0].contents[columnAt(panel, 'dischargeRate')]).toBe('zero');
  });

  it('in the place of a formula says so, and the log keeps the formula', () => {
    const tables = plannedTables();
    const { edit } = refresh(tables, asked({ drivers: [driver('allowedPppm', 'Medicare', 64.84)] }));
    expect(edit!.says[0]).toBe('CCM, Medicare: Allowed PPPM (Payer Mix, row 7): a formula → $64.84');
    expect(edited(tables, edit!.steps).log!.rows[0].contents[1]).toMatch(/^blank \(=IFERROR\(/);
  });

  it('that has no cell of its own is refused in words', () => {
    const tables = plannedTables();
    const problem = (name: string, payer: string, program = 'CCM') =>
      driverPlace(tables, { driver: name, program, payer }).problem;
    expect(problem('serviceMinutes', 'Medicare')).toBe('is typed by program, not by payer');
    expect(problem('cleanClaimRate', 'Acme')).toBe('has no row on Payer Mix');
    expect(problem('dischargeRate', '', 'PCM')).toBe('has no row on Panel');
    expect(problem('dischargeRate', '')).toBeNull();
  });
});

describe('months that are over', () => {
  const month = (index: number, figures: Record<string, number>, payer = 'Medicare') => ({
    month: index,
    program: 'CCM',
    payer,
    figures,
  });

  it('take their own place: what is told anew replaces, what is not told stays', () => {
    const before = plannedTables();
    const first = refresh(before, asked({ months: [month(JANUARY, { Active: 100, Cash: 50.25 })] })).edit!;
    const once = edited(before, first.steps);
    const second = refresh(
      once,
      asked({ months: [month(JANUARY, { Active: 101 }), month(JANUARY + 1, { Active: 102 })] }),
    ).edit!;
    const { rows, headers } = edited(once, second.steps).actuals;
    const figuresOf = (row: number) => ['Active', 'Cash'].map((header) => rows[row].contents[headers.indexOf(header)]);
    expect([rows.length, figuresOf(0), figuresOf(1)]).toEqual([2, [101, 50.25], [102, null]]);
  });

  it('of a whole program with several payers are not written, and are told', () => {
    const { edit, left } = refresh(plannedTables(), asked({ months: [month(JANUARY, { Minutes: 900 }, '')] }));
    expect(edit).toBeNull();
    expect(left[0]).toMatch(/^1 row tells of a whole program that has several payers/);
  });
});

describe('the change log', () => {
  it('grows where its blank rows are used up, keeps the last one blank, and shrinks again', () => {
    const tables = plannedTables();
    const room = tables.log!.rows.length;
    const drivers = ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial'].flatMap((payer) =>
      ['cleanClaimRate', 'appealRate', 'collectedRate', 'daysToPay'].map((name) => driver(name, payer, 0.123)),
    );
    const { edit } = refresh(tables, asked({ drivers }));
    const after = edited(tables, edit!.steps);
    const filled = after.log!.rows.filter(({ contents }) => contents[0] !== null);
    expect([filled.length, after.log!.rows.length]).toEqual([16, 17]);
    expect(room).toBe(12);
    const { steps } = undoing(done(tables, edit!), after);
    expect(contentsOf(edited(after, steps!))).toEqual(contentsOf(tables));
  });

  it('that was deleted is asked for, since old values have nowhere to go', () => {
    const { problem } = refresh(
      { ...plannedTables(), log: null },
      asked({ drivers: [driver('dischargeRate', '', 0.01)] }),
    );
    expect(problem).toMatch(/^The sheet Log has no table of changes any more/);
  });
});
