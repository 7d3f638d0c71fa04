import { describe, expect, it } from 'vitest';
import { milestonesNow } from '../../../src/taskpane/contracts/milestones-now';
import { MilestonesSession } from '../../../src/taskpane/contracts/milestones-session';
import { outlook } from '../../../src/forecast/outlook';
import { forecastOf } from '../../../src/forecast/forecast';
import { monthIndexOfSerial, monthStartSerial } from '../../../src/tables/calendar';
import type { Cell } from '../../../src/tables/reading/cell';
import { columnAt, rowsNaming, type RowNow, type TablesNow } from '../../../src/workbook/edits/tables-now';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { modelTables } from '../../workbook/edits/tables';
import { standIn } from '../workbook-stand-in';

const HEADERS = ['What', 'Trigger line', 'Program', 'Threshold', 'Lead time', 'Cost', 'Basis', 'Category'];
const REGISTRY = ['Registry', 'Active patients', '', 1000, 2, 40_000, '', ''];

async function opened(...rows: Cell[][]) {
  const api = standIn(planWorkbook, []);
  await api.buildWorkbook(planWorkbook(SAMPLE_PRACTICE));
  if (rows.length) api.addedTables = { tblMilestones: [HEADERS, ...rows] };
  const session = new MilestonesSession(api, () => 46_400);
  await session.look('Expected');
  const tables = async () => modelTables(await api.readTables());
  const series = async (line: 'activePatients' | 'technologyCost' | 'careTeamCost', program: string | null = null) =>
    Array.from(forecastOf(await tables()).statement('Expected', program).series[line]);
  const item = async (what: string) => {
    const { costs } = await api.readTables();
    const [row] = rowsNaming(costs, { item: what });
    const cell = (key: string) => costs.rows[row]?.contents[columnAt(costs, key)] ?? null;
    return row === undefined
      ? null
      : {
          ...{ category: cell('category'), program: cell('program'), basis: cell('basis') },
          ...{ amount: cell('amount'), starts: cell('startMonth') },
        };
  };
  const shown = (what: string) => session.getState().milestones!.find((each) => each.what === what)!;
  return { api, session, tables, series, item, shown };
}

describe('The milestones on the page', () => {
  it('are none where the workbook has no such table', async () => {
    const { session } = await opened();
    expect(session.getState()).toMatchObject({ milestones: null, obstacle: null });
  });

  it('are due in the active scenario, less the lead time', async () => {
    const { session, series, shown } = await opened(REGISTRY);
    const reached = (await series('activePatients')).findIndex((patients) => patients >= 1000);
    expect(reached).toBeGreaterThan(2);
    expect(shown('Registry')).toMatchObject({
      trigger: 'Active patients ≥ 1,000',
      cost: '$40,000',
      remarks: [],
      accepted: null,
    });
    expect(monthIndexOfSerial(shown('Registry').toAccept!.starts)).toBe(SAMPLE_PRACTICE.startMonth + reached - 2);
    const { due } = shown('Registry');
    await session.look('Stretch');
    expect(shown('Registry').due).not.toBe(due);
  });

  it('are told as the first finding says where the table cannot be read', async () => {
    const { session } = await opened(['Registry', 'Active patient', '', 1000, 2, 1, '', '']);
    expect(session.getState().milestones).toBeNull();
    expect(session.getState().obstacle).toMatch(/Milestones, row 1: Trigger line.* did you mean Active patients/);
  });
});

describe('Accepting a milestone', () => {
  it('makes it a row of Costs in the month it is due, which the forecast pays, and Undo takes it back', async () => {
    const { api, session, series, item, shown } = await opened(REGISTRY);
    const before = await series('technologyCost');
    const typed = await api.readTables();
    const { starts } = shown('Registry').toAccept!;
    const month = monthIndexOfSerial(starts) - SAMPLE_PRACTICE.startMonth;
    await session.accept(shown('Registry'));
    expect(session.getState()).toMatchObject({ failure: null, isWriting: false });
    expect(await item('Registry')).toEqual({
      ...{ category: 'technology', program: null, basis: 'one-off', amount: 40_000, starts },
    });
    (await series('technologyCost')).forEach((cost, t) =>
      expect(cost - before[t]).toBeCloseTo(t === month ? 40_000 : 0, 6),
    );
    expect(forecastOf(modelTables(await api.readTables())).findings).toEqual([]);
    const { log } = await api.readTables();
    const line = log!.rows.find(({ values }) => String(values[columnAt(log!, 'what')]).startsWith('Registry'))!;
    expect(line.values[columnAt(log!, 'before')]).toBe('none');
    expect(line.values[columnAt(log!, 'why')]).toBe('Milestone accepted: Active patients ≥ 1,000 in Expected');
    expect(shown('Registry')).toMatchObject({ toAccept: null, accepted: expect.stringMatching(/^Costs, row \d+$/) });

    await session.undo();
    expect(session.getState()).toMatchObject({ failure: null, done: null });
    expect(await item('Registry')).toBeNull();
    expect(modelTables(await api.readTables())).toEqual(modelTables(typed));
    expect(await series('technologyCost')).toEqual(before);
    expect(shown('Registry').toAccept).not.toBeNull();
  });

  it('charges each month from then on, to the program and in the category that it names', async () => {
    const nurse = ['Nurse manager', 'Active patients', 'CCM', 300, 1, 9_500, 'per month', 'care team'];
    const { session, series, item, shown } = await opened(nurse);
    const before = await series('careTeamCost', 'CCM');
    const { starts } = shown('Nurse manager').toAccept!;
    const month = monthIndexOfSerial(starts) - SAMPLE_PRACTICE.startMonth;
    expect(shown('Nurse manager')).toMatchObject({ trigger: 'Active patients of CCM ≥ 300', cost: '$9,500 a month' });
    await session.accept(shown('Nurse manager'));
    expect(await item('Nurse manager')).toMatchObject({ category: 'care team', program: 'CCM', basis: 'per month' });
    (await series('careTeamCost', 'CCM')).forEach((cost, t) =>
      expect(cost - before[t]).toBeCloseTo(t >= month ? 9_500 : 0, 6),
    );
  });

  it('is refused where its name stands on Costs already, however it is cased', async () => {
    const { api, session, item, shown } = await opened(REGISTRY);
    const costs = (await api.readTables()).costs;
    const { length } = costs.rows;
    api.edit('costs', length, 'Item', 'REGISTRY');
    await session.look('Expected');
    expect(shown('Registry')).toMatchObject({ toAccept: null, accepted: `Costs, row ${costs.headerRow + length}` });
    await session.accept(shown('Registry'));
    expect(session.getState().done).toBeNull();
    expect((await item('registry'))!.amount).not.toBe(40_000);
  });

  it('is not offered for one that is never due in the active scenario, or that costs nothing', async () => {
    const { shown } = await opened(
      ['Tower', 'Active patients', '', 1e9, 0, 1, '', ''],
      ['Free', 'Active patients', '', 1, 0, '', '', ''],
    );
    expect(shown('Tower')).toMatchObject({ due: 'Never due in Expected', toAccept: null, accepted: null });
    expect(shown('Free')).toMatchObject({ cost: 'no cost', toAccept: null });
    expect(shown('Free').remarks).toEqual(['It has no cost to accept: type one on Milestones.']);
  });

  it('begins with the forecast where the order would lie before it, and says how late that is', async () => {
    const { session, item, shown } = await opened(['Late', 'Active patients', '', 1, 3, 500, '', '']);
    const first = monthStartSerial(SAMPLE_PRACTICE.startMonth);
    expect(shown('Late').remarks[0]).toMatch(/^Late: needed in Jan 2027, and it takes 3 months; .* 3 months before/);
    await session.accept(shown('Late'));
    expect((await item('Late'))!.starts).toBe(first);
    // Late is not moved.
    expect(shown('Late').remarks).toEqual([]);
  });

  it('begins in the first month to come where the month it is due in is over, and needs no word once that is over, too', async () => {
    const { api, shown, session } = await opened(['Late', 'Active patients', '', 1, 0, 500, '', '']);
    const planned = await api.readTables();
    const over = (months: number): TablesNow => {
      const { actuals, payerMix } = planned;
      const rows = Array.from({ length: months }).flatMap((_, t) =>
        payerMix.rows.map((mix): RowNow => {
          const cells = actuals.headers.map((header): string | number => {
            if (header === 'Month') return monthStartSerial(SAMPLE_PRACTICE.startMonth + t);
            if (header === 'Program' || header === 'Payer') return String(mix.values[header === 'Program' ? 0 : 1]);
            return ['Opening', 'Active', 'Closing'].includes(header) ? 50 : '';
          });
          return { contents: cells, values: cells, formats: cells.map(() => 'General') };
        }),
      );
      return { ...planned, actuals: { ...actuals, rows } };
    };
    const [range] = Object.values(api.addedTables);
    const [late] = milestonesNow(over(3), range, 'Expected');
    expect(late).toMatchObject({ due: 'Due Jan 2027', remarks: ['That month is over: the cost begins in Apr 2027.'] });
    expect(late.toAccept!.starts).toBe(monthStartSerial(SAMPLE_PRACTICE.startMonth + 3));
    await session.accept(shown('Late'));
    const { costs } = await api.readTables();
    expect(milestonesNow({ ...over(3), costs }, range, 'Expected')[0]).toMatchObject({ remarks: [], toAccept: null });
  });

  it('has a word beside it where its month has moved away since, or is never reached any more', async () => {
    const { api, session, shown } = await opened(REGISTRY);
    await session.accept(shown('Registry'));
    expect(shown('Registry').remarks).toEqual([]);
    api.addedTables = { tblMilestones: [HEADERS, [...REGISTRY.slice(0, 3), 1200, ...REGISTRY.slice(4)]] };
    await session.look('Expected');
    expect(shown('Registry').remarks[0]).toMatch(/^It is charged from .*, and due .* in Expected: change Starts/);
    api.addedTables = { tblMilestones: [HEADERS, [...REGISTRY.slice(0, 3), 1e9, ...REGISTRY.slice(4)]] };
    await session.look('Expected');
    expect(shown('Registry').remarks[0]).toMatch(/^It is charged from .*, and never due in Expected/);
  });

  it('writes nothing where the milestone is another than was shown', async () => {
    const { api, session, item, shown } = await opened(REGISTRY);
    const old = shown('Registry');
    api.addedTables = { tblMilestones: [HEADERS, [...REGISTRY.slice(0, 5), 90_000, '', '']] };
    await session.accept(old);
    expect(session.getState()).toMatchObject({ done: null, failure: expect.stringMatching(/^Registry has changed/) });
    expect(await item('Registry')).toBeNull();
    await session.accept(shown('Registry'));
    expect((await item('Registry'))!.amount).toBe(90_000);
  });

  it('changes the headline of every scenario, since Costs has no scenario', async () => {
    const { session, tables, shown } = await opened(REGISTRY);
    const margins = async () => {
      const now = await tables();
      return ['Conservative', 'Expected', 'Stretch'].map((scenario) => outlook(now, scenario)!.margin);
    };
    const before = await margins();
    await session.accept(shown('Registry'));
    expect((await margins()).map((margin, i) => Math.round(before[i] - margin))).toEqual([40_000, 40_000, 40_000]);
  });
});
