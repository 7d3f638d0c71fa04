/** A sheet added to a workbook that stands: Variance, from actual months to figures, chart, removal, and back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { BRIDGE_STEPS, REVENUE_STEPS } from '../../src/actuals/variance/steps';
import { MODEL_SCHEMAS, TABLE_KEYS } from '../../src/tables/schemas/model-tables';
import { isoDate } from '../../src/tables/calendar';
import { call } from '../functions/excel';
import { buildFromPane, pane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;
const MONTHS = 3;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const open = (page: string) => workbench.frame.getByRole('button', { name: page, exact: true }).click();
const button = (name: string | RegExp) => workbench.frame.getByRole('button', { name, exact: true });
const card = () => workbench.frame.getByRole('region', { name: 'Sheet Variance' });
const add = () => button('Add the Variance sheet').click();

async function added(): Promise<void> {
  await button('Go to Variance').waitFor();
  await workbench.settled();
}

/** The tables as a function is given them. */
const tables = () =>
  workbench.excel(
    async (context, names) => {
      const ranges = names.map((name) => context.workbook.tables.getItem(name).getRange().load('values'));
      await context.sync();
      return ranges.map(({ values }) => values as unknown[][]);
    },
    TABLE_KEYS.map((key) => MODEL_SCHEMAS[key].name),
  );
const actualsAt = TABLE_KEYS.indexOf('actuals');

/** What was forecast of the months, in the active scenario. */
const forecast = async (): Promise<unknown[][]> =>
  call('MONTHLY', ...(await tables()).filter((_, i) => i !== actualsAt), 'Expected');

const bridge = async (): Promise<unknown[][]> => call('VARIANCE', await forecast(), (await tables())[actualsAt]);

/** A summary of the first months, in which fewer patients were billed and more was allowed. */
async function summaryText(): Promise<string> {
  const [headers, ...rows] = await forecast();
  const months = [...new Set(rows.map(([month]) => month as number))].slice(0, MONTHS);
  const changes: Readonly<Record<string, number>> = { Billable: 0.9, 'Claims paid': 0.88, Allowed: 0.95, Cost: 1.1 };
  const lines = rows
    .filter(([month]) => months.includes(month as number))
    .map((cells) =>
      cells.map((cell, i) => {
        if (i === 0) return isoDate(cell as number).slice(0, 7);
        return i < 3 ? cell : Number(cell) * (changes[String(headers[i])] ?? 1);
      }),
    );
  return [headers, ...lines].map((cells) => cells.join(',')).join('\n');
}

async function pasteActuals(): Promise<void> {
  await open('Refresh');
  await workbench.frame.getByLabel('Rows with their header row').fill(await summaryText());
  await button('Read').click();
  await button('Measure').click();
  await button('Go on with the months alone').click();
  await button('Apply').click();
  await button('Undo').waitFor();
  await workbench.settled();
}

/** Steps and figures as they stand on the sheet. */
const onTheSheet = () =>
  workbench.excel(async (context) => {
    const range = context.workbook.names.getItem('VarianceBridge').getRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  });

/** The light of all checks. */
const modelCheck = () =>
  workbench.excel(async (context) => {
    const range = context.workbook.names.getItem('ModelCheck').getRange().load('values');
    await context.sync();
    return range.values[0][0] as string;
  });

/** The rows behind the chart, as the chart is given them. */
const chartRows = () =>
  workbench.excel(async (context) => {
    const used = context.workbook.worksheets.getItem('Variance').getUsedRange().load('values');
    await context.sync();
    const at = used.values.findIndex(([first]) => first === 'For the chart');
    return used.values.slice(at + 2) as unknown[][];
  });

const sum = (values: readonly unknown[]): number => values.reduce<number>((total, value) => total + Number(value), 0);

describe('Variance', () => {
  it('is offered before there is anything to compare, and then says that there is nothing', async () => {
    await open('Refresh');
    await card().getByText('Why revenue and cost').waitFor();
    await workbench.screenshot('variance-offered');
    await add();
    await added();
    expect((await onTheSheet())[0][0]).toBe('');
    expect((await workbench.cell('Variance!A8')).value).toBe('Actuals holds no month yet.');
    expect(await workbench.errorCells()).toEqual([]);
    expect(await workbench.sheets()).toContain('Variance');
  });

  it('shows, once months are over, what the functions answer, and its parts add up', async () => {
    await pasteActuals();
    const expected = await bridge();
    const shown = await onTheSheet();
    BRIDGE_STEPS.forEach(({ name, unit }, i) => {
      expect(shown[i].slice(0, 2)).toEqual([name, unit]);
      expected[i + 1].slice(2).forEach((value, j) => expect(shown[i][j + 2], name).toBeCloseTo(Number(value), 6));
    });
    const total = (name: string) => Number(shown.find(([step]) => step === name)![2]);
    expect(total('Actual revenue') / total('Forecast revenue')).toBeCloseTo(0.95, 3);
    const between = REVENUE_STEPS.slice(1, -1).map(({ name }) => total(name));
    expect(sum(between)).toBeCloseTo(total('Actual revenue') - total('Forecast revenue'), 6);
    expect(total('Volume') + total('Cost rate') + total('Cost without patients')).toBeCloseTo(
      total('Actual cost') - total('Forecast cost'),
      6,
    );
    for (const row of shown.slice(0, BRIDGE_STEPS.length - 2))
      expect(sum(row.slice(3)), String(row[0])).toBeCloseTo(Number(row[2]), 6);
    expect(await workbench.errorCells()).toEqual([]);
    expect(['OK', 'REVIEW']).toContain(await modelCheck());
    await workbench.select('Variance!A1');
    await workbench.screenshot('variance');
  });

  it('draws the steps from forecast to actual, each beginning where the one before ended', async () => {
    const [chart] = await workbench.charts('Variance');
    expect(chart).toMatchObject({ title: 'Revenue from forecast to actual' });
    const rows = await chartRows();
    expect(rows.map(([name]) => name)).toEqual(REVENUE_STEPS.map(({ name }) => name));
    let level = 0;
    rows.forEach(([, , value, after, below, end, more, less], i) => {
      const isEnd = i === 0 || i === rows.length - 1;
      expect(Number(below) + Number(end) + Number(more) + Number(less)).toBeCloseTo(
        isEnd ? Number(value) : Math.max(level, Number(after)),
        6,
      );
      expect(Number(after)).toBeCloseTo(isEnd ? Number(value) : level + Number(value), 6);
      level = Number(after);
    });
  });

  it('is found again where it was renamed, goes with Remove, and can be added anew', async () => {
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Variance').name = 'Why';
      context.workbook.worksheets.getItem('Panel').activate();
      await context.sync();
    });
    await button('Go to Variance').click();
    await expect
      .poll(() =>
        workbench.excel(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
          await context.sync();
          return sheet.name;
        }),
      )
      .toBe('Why');
    await open('Forecast');
    await pane(workbench).remove().click();
    await workbench.frame.getByRole('button', { name: 'Remove 12 sheets' }).click();
    await pane(workbench).build().waitFor();
    await workbench.settled();
    expect(await workbench.sheets()).toEqual(['Sheet1']);

    await buildFromPane(workbench);
    await pasteActuals();
    await add();
    await added();
    expect((await onTheSheet()).map(([name]) => name)).toEqual(BRIDGE_STEPS.map(({ name }) => name));
    expect(await workbench.errorCells()).toEqual([]);
  });

  it('stands before Checks, is taken away by hand, and is offered again', async () => {
    const sheets = await workbench.sheets();
    expect(sheets.slice(sheets.indexOf('Actuals'), sheets.indexOf('Checks') + 1)).toEqual([
      'Actuals',
      'Variance',
      'Checks',
    ]);
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Variance').delete();
      await context.sync();
    });
    await button('Add the Variance sheet').waitFor();
    await workbench.settled();
  });
});

describe('KPI', () => {
  it('sets cost PMPM and the other figures of the months that are over beside what was forecast and the limits', async () => {
    await button('Add the KPI sheet').click();
    await button('Go to KPI').waitFor();
    await workbench.settled();
    const rows = await workbench.excel(async (context) => {
      const range = context.workbook.names.getItem('Kpis').getRange().load('values');
      await context.sync();
      return range.values as unknown[][];
    });
    const kpi = (name: string) => rows.find(([first]) => first === name)!;
    const steps = await bridge();
    const total = (name: string) => Number(steps.find(([step]) => step === name)![2]);
    expect(rows[0][0]).toBe('Expense PMPM');
    expect(kpi('Expense PMPM')[2]).toBeCloseTo(total('Cost PMPM allocated'), 9);
    expect(kpi('Expense PMPM')[3]).toBeCloseTo(total('Cost PMPM actual'), 9);
    expect(Number(kpi('Expense PMPM')[4])).toBeCloseTo(total('Cost PMPM actual') - total('Cost PMPM allocated'), 9);
    expect(kpi('Allowed revenue').slice(2, 4)).toEqual([
      expect.closeTo(total('Forecast revenue'), 6),
      expect.closeTo(total('Actual revenue'), 6),
    ]);
    const [, , typed, actual, , limit, verdict] = kpi('Realization rate');
    expect(Number(actual) / Number(typed)).toBeCloseTo(0.9, 9);
    expect(verdict).toBe(Number(actual) < Number(limit) ? 'REVIEW' : 'OK');
    expect((await workbench.cell('KPI!C5')).value).toBe(MONTHS);
    expect(await workbench.errorCells()).toEqual([]);
    await workbench.select('KPI!A1');
    await workbench.screenshot('kpi');
  });

  it('turns the light red where something stands in the way of its months, and well again without it', async () => {
    const light = async () => (await workbench.cell('Start!B4')).value;
    expect(await light()).not.toBe('ERROR');
    const names = (await workbench.cells('KPI!A1:A80')).map(([{ value }]) => value);
    const row = names.lastIndexOf('Expense PMPM') + 1;
    await workbench.type(`KPI!F${row}`, 'my note');
    await expect.poll(light).toBe('ERROR');
    await workbench.type(`KPI!F${row}`, '');
    await expect.poll(light).not.toBe('ERROR');
  });
});

describe('an addition', () => {
  it('that meets a name of the user’s changes nothing, and says which', async () => {
    const rename = (from: string, to: string) =>
      workbench.excel(
        async (context, old, name) => {
          context.workbook.worksheets.getItem(old).name = name;
          await context.sync();
        },
        from,
        to,
      );
    const before = await workbench.sheets();
    await rename('Sheet1', 'Variance');
    await add();
    await card()
      .getByText('Nothing was added: the workbook already holds the sheet Variance, not made by this add-in.')
      .waitFor();
    await rename('Variance', 'Sheet1');
    expect(await workbench.sheets()).toEqual(before);
  });

  it(
    'that Excel cuts off at any call is taken back, says so, and goes through when tried again',
    { timeout: 600_000 },
    async () => {
      const before = await workbench.sheets();
      let refused = 0;
      for (let after = 0; ; after++) {
        const failures = await workbench.failed();
        await workbench.play({ failing: { after, times: 1, share: 0.5, codes: ['GeneralException'] } });
        await add();
        const trouble = card().getByText('That did not work.');
        await trouble.or(button('Go to Variance')).first().waitFor();
        await workbench.settled();
        await workbench.play({ failing: null });
        const isOver = (await workbench.failed()) === failures;
        if (await trouble.count()) {
          refused++;
          expect(await workbench.sheets(), `after ${after}`).toEqual(before);
          await add();
        }
        await added();
        expect(await workbench.errorCells(), `after ${after}`).toEqual([]);
        await workbench.excel(async (context) => {
          context.workbook.worksheets.getItem('Variance').delete();
          await context.sync();
        });
        await button('Add the Variance sheet').waitFor();
        if (isOver) break;
      }
      expect(refused).toBeGreaterThanOrEqual(3);
    },
  );

  it('stands without its chart where Excel refuses that, says so, and draws it when asked again', async () => {
    await workbench.play({
      failing: { after: 0, times: 9, call: 'charts.add', share: 1, codes: ['GeneralException'] },
    });
    await add();
    await card().getByText('Every figure stands. Excel refused: charts.').waitFor();
    expect(await workbench.charts('Variance')).toEqual([]);
    await workbench.play({ failing: null });
    await card().getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => workbench.charts('Variance')).toHaveLength(1);
    await card().getByText('Excel refused').waitFor({ state: 'detached' });
    expect(workbench.errors).toEqual([]);
  });
});
