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
    await frame()
      .getByRole('status')
      .filter({ hasText: /^Referrals per month, CCM/ })
      .waitFor();
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

type Named = readonly [driver: string, program: string, payer: string, item: string];

/** Types a driver’s value into its cell; of a share of panel the program’s other payers make room in proportion. */
const typeDriver = (table: string, [driver, program, payer, item]: Named, value: number) =>
  workbench.excel(
    async (context, asked) => {
      const range = context.workbook.tables.getItem(asked.table).getRange().load('values');
      await context.sync();
      const [headers, ...rows] = range.values as (string | number)[][];
      const column = headers.indexOf(asked.driver);
      const at = (row: (string | number)[], header: string) => row[headers.indexOf(header)];
      const isOfProgram = (row: (string | number)[]) => !asked.program || at(row, 'Program') === asked.program;
      const isMeant = (row: (string | number)[]) =>
        isOfProgram(row) &&
        (!asked.payer || at(row, 'Payer') === asked.payer) &&
        (!asked.item || at(row, 'Item') === asked.item);
      const before = Number(rows.find(isMeant)![column]);
      rows.forEach((row, r) => {
        const others = asked.driver === 'Share of panel' && isOfProgram(row) && !isMeant(row);
        if (!isMeant(row) && !others) return;
        const typed = others ? (Number(row[column]) * (1 - asked.value)) / (1 - before) : asked.value;
        range.getCell(r + 1, column).values = [[typed]];
      });
      await context.sync();
      return before;
    },
    { table, driver, program, payer, item, value },
  );

describe('PPPM.SOLVE’s answer', () => {
  it.each<[kind: string, table: string, driver: Named, line: string]>([
    ['patients', 'tblPanel', ['Opening patients', 'RPM', '', ''], 'Allowed revenue'],
    ['a limit', 'tblPanel', ['Enrollment limit', 'CCM', '', ''], 'Closing patients'],
    ['a rate of leaving', 'tblPanel', ['Disengagement rate', 'CCM', '', ''], 'Allowed revenue'],
    ['an amount a payer allows', 'tblPayerMix', ['Allowed PPPM', 'CCM', 'Commercial', ''], 'Margin'],
    ['a share of claims', 'tblPayerMix', ['Clean claim rate', 'CCM', 'Medicare Advantage', ''], 'Allowed revenue'],
    ['a payer’s share of the panel', 'tblPayerMix', ['Share of panel', 'CCM', 'Commercial', ''], 'Allowed revenue'],
    ['days', 'tblPayerMix', ['Days to pay', 'CCM', 'Medicare', ''], 'Cash collected'],
    ['a cost', 'tblCosts', ['Amount', '', '', 'CCM care coordinators'], 'Margin'],
  ])('typed into its cell gives the target in the workbook: %s', async (_, table, driver, line) => {
    const cells = `{${driver.map((name) => `"${name}"`).join(',')}}`;
    const total = async () =>
      (await answerOf(`=PPPM.FORECAST(${MODEL},ActiveScenario,,"${line}",TRUE)`, 2, 3))[1][2] as number;
    const today = await total();
    const tornado = await answerOf(`=PPPM.SENSITIVITY(${MODEL},"${line}",2%,ActiveScenario,,,${cells})`, 3, 11);
    // What a little more of it would come to is in reach.
    const target = tornado[2][8] as number;
    expect(Math.abs(target / today - 1)).toBeGreaterThan(1e-5);
    const [[value, promised, words]] = await answerOf(
      `=PPPM.SOLVE(${MODEL},"${line}",${target},${cells},ActiveScenario)`,
      1,
      3,
    );
    expect(Math.abs((promised as number) / target - 1), String(words)).toBeLessThan(1e-6);
    const before = await typeDriver(table, driver, value as number);
    expect(value).not.toBe(before);
    await workbench.settled();
    expect(Math.abs((await total()) / target - 1)).toBeLessThan(1e-6);
    await typeDriver(table, driver, before);
    await workbench.settled();
    expect(Math.abs((await total()) / today - 1)).toBeLessThan(1e-9);
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
