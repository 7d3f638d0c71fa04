/** The pane's What-if page in the workbench, and simulations beside it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { faintTexts } from './contrast';
import { buildFromPane, waitForLight } from './pane-actions';
import { expectReadable } from './readable';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, /^All \d+ checks pass/);
  await frame().getByRole('button', { name: 'What-if', exact: true }).click();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const frame = () => workbench.frame;
const button = (name: string | RegExp) => frame().getByRole('button', { name });
const MODEL =
  'tblPanel[#All],tblPayerMix[#All],tblCosts[#All],tblSettings[#All],tblScenarios[#All],tblChanges[#All],tblActuals[#All]';
/** The first rows and columns of a formula's answer, in a cell far from the others. */
const answerOf = (formula: string, rows: number, columns: number) =>
  workbench.excel(
    async (context, asked) => {
      const sheet = context.workbook.worksheets.getItem('Log');
      const cell = sheet.getRange('AZ200');
      cell.formulas = [[asked.formula]];
      await context.sync();
      for (let wait = 0; wait < 400; wait++) {
        const range = cell.getResizedRange(asked.rows - 1, asked.columns - 1).load('values');
        await context.sync();
        if (range.values[0][0] !== '#BUSY!' && range.values[0][0] !== '') {
          const { values } = range;
          cell.clear();
          await context.sync();
          return values as unknown[][];
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('no answer');
    },
    { formula, rows, columns },
  );

describe('the page', () => {
  it('shows what moves the margin, finds what meets a target, types it where it does, and takes it back', async () => {
    await frame().getByRole('heading', { level: 1, name: 'What if' }).waitFor();
    await frame().getByRole('listitem').first().waitFor();
    await frame().getByLabel('Line', { exact: true }).selectOption({ label: 'Allowed revenue' });
    await frame().getByLabel('Month', { exact: true }).selectOption('12');
    await frame().getByLabel('Driver that may move').selectOption({ label: 'Referrals per month, CCM' });
    const today = Number(
      /Today \$([\d,]+)/
        .exec(
          await frame()
            .getByText(/^Today \$.*, in the scenario/)
            .innerText(),
        )![1]
        .replaceAll(',', ''),
    );
    // The care team is full, so more referrals would bring next to nothing.
    const target = Math.round(today * 0.97);
    await frame().getByLabel('Allowed revenue is to be').fill(String(target));
    await button('Find').click();
    const type = button(/^Type .* into the sheet$/);
    await type.waitFor();
    expect(await frame().getByRole('status').last().innerText()).toMatch(/Referrals per month, CCM/);
    await workbench.screenshot('what-if-1-found');
    await type.click();
    await frame().getByText('Typed.').waitFor();
    await workbench.settled();
    const revenue = (await answerOf(`=PPPM.FORECAST(${MODEL},ActiveScenario,,"Allowed revenue")`, 1, 12))[0][11];
    expect(Math.abs((revenue as number) / target - 1)).toBeLessThan(1e-6);
    await workbench.screenshot('what-if-2-typed');
    await button('Undo').click();
    await frame().getByText('The cell and the Log are as they were.').waitFor();
    expect(await frame().evaluate(faintTexts)).toEqual([]);
  });
});

describe('in a narrow dark pane', () => {
  it('the page stays within it, and every text can be read', async () => {
    const narrow = await openWorkbench({ browser, theme: 'dark', pane: 320 });
    try {
      await buildFromPane(narrow);
      await narrow.frame.getByRole('button', { name: 'What-if', exact: true }).click();
      await narrow.frame.getByRole('listitem').first().waitFor();
      await expectReadable(narrow, 'what-if-320-dark');
    } finally {
      await narrow.close();
    }
  });
});

describe('PPPM.SIMULATE in a worker', () => {
  const question = (trials: number) =>
    `=PPPM.SIMULATE(${MODEL},{"Driver","Program","Low","Likely","High";"Referrals per month","CCM",10,20,40},"Margin",${trials})`;

  it('answers while the page’s own work stays short', async () => {
    await frame().evaluate(() => {
      const seen = window as unknown as { longTasks: number[] };
      seen.longTasks = [];
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ name, duration }) => name === 'self' && seen.longTasks.push(duration)),
      ).observe({ type: 'longtask' });
    });
    const rows = await answerOf(question(10_000), 6, 2);
    expect(rows[0][0]).toMatch(/^Margin, 10000 trials, seed 20270101$/);
    expect(rows.map(([name]) => name).slice(1)).toEqual(['P10', 'P50', 'P90', 'Mean', 'As forecast']);
    const workers = await frame().evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(workers.some((name) => name.includes('simulation-worker.js'))).toBe(true);
    const longest = await frame().evaluate(() =>
      Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
    );
    console.log(`longest task of the page meanwhile: ${longest.toFixed(0)} ms`);
  });
});
