import { describe, expect, it } from 'vitest';
import { WhatIfSession } from '../../../src/taskpane/what-if/what-if-session';
import { columnAt, rowsNaming } from '../../../src/workbook/edits/tables-now';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { standIn } from '../workbook-stand-in';

async function opened() {
  const api = standIn(planWorkbook, []);
  // One program over a year: each goal sought is thousands of forecasts.
  const { programs, ...practice } = SAMPLE_PRACTICE;
  await api.buildWorkbook(planWorkbook({ ...practice, months: 12, programs: programs.slice(0, 1) }));
  const session = new WhatIfSession(api, () => 46_400);
  await session.look(null);
  const cell = async (key: 'panel' | 'costs', named: Record<string, string>, column: string) => {
    const table = (await api.readTables())[key];
    return table.rows[rowsNaming(table, named)[0]].contents[columnAt(table, column)];
  };
  return { api, session, cell };
}

describe('A session with questions', () => {
  it('reads the tables, and shows the figure with what moves it, the largest first', async () => {
    const { session } = await opened();
    const { model, today, tornado, drivers } = session.getState();
    expect(model!.programs.map(({ name }) => name)).toEqual(['CCM']);
    expect(tornado!.today).toBe(today);
    const swings = tornado!.bars.map(({ swing }) => swing);
    expect(swings[0]).toBeGreaterThan(0);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(drivers.map(({ label }) => label)).toContain('Referrals per month, CCM');
  });

  it.each([
    ['panel', 'Referrals per month, CCM', { name: 'CCM' }, 'referrals'],
    ['costs', null, null, 'amount'],
  ] as const)(
    'finds the value that meets a target, types it into %s, where it does, and takes it back',
    async (table, label, named, column) => {
      const { api, session, cell } = await opened();
      const { drivers, today } = session.getState();
      const chosen =
        label === null
          ? drivers.find(({ cells }) => cells.driver.key === column)!
          : drivers.find((each) => each.label === label)!;
      const at = named ?? { item: chosen.cells.item!, program: chosen.cells.program ?? '' };
      const before = await cell(table, at, column);
      const target = today + 5_000;
      session.choose(chosen.label);
      session.seek(target);
      const { found } = session.getState();
      expect(found!.sentence).toContain(chosen.label);
      await session.type();
      expect(session.getState()).toMatchObject({
        failure: null,
        done: { edit: { done: expect.stringContaining(' is ') } },
      });
      expect(await cell(table, at, column)).toBe(found!.value);
      expect(Math.abs(session.getState().today / target - 1)).toBeLessThan(1e-6);
      const { log } = await api.readTables();
      expect(log!.rows.some(({ contents }) => contents.includes('Goal seek: Margin'))).toBe(true);
      await session.undo();
      expect(await cell(table, at, column)).toBe(before);
      expect(session.getState().today).toBe(today);
      expect(session.getState()).toMatchObject({ done: null, failure: null });
    },
  );

  it('offers nothing to type where the target cannot be met, and says what comes nearest', async () => {
    const { session } = await opened();
    session.choose('Conversion rate, CCM');
    session.seek(1e12);
    expect(session.getState().found).toMatchObject({ value: null });
    await session.type();
    expect(session.getState().done).toBeNull();
  });

  it('says why it can ask nothing of tables that have an error', async () => {
    const { api, session } = await opened();
    api.edit('panel', 1, 'Conversion rate', 7);
    await session.look(null);
    expect(session.getState()).toMatchObject({ model: null, obstacle: expect.stringContaining('Conversion rate') });
  });
});
