/** The pane's Refresh page in the workbench: four steps from a roster and claims to the workbook, and back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { SWITCHES_OFF } from '../../src/workbench/host/switches';
import { claimsText, rosterText } from '../taskpane/refresh/exports';
import { buildFromPane, waitForLight } from './pane-actions';
import { expectReadable } from './readable';

const PATIENTS = 2000;
const CLAIMS = 20_000;
/** As large as a file has to be before its reading can be stopped by hand. */
const MANY_CLAIMS = 500_000;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, /^All \d+ checks pass/);
  await open('Refresh');
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const frame = () => workbench.frame;
const open = (page: string) => frame().getByRole('button', { name: page, exact: true }).click();
const button = (name: string | RegExp) => frame().getByRole('button', { name, exact: true });
const heading = (name: string) => frame().getByRole('heading', { level: 1, name }).waitFor();
const shown = (text: string | RegExp) => frame().locator('main').getByText(text).first().waitFor();
const folder = mkdtempSync(join(tmpdir(), 'exports-'));
/** On a disk, as users have them: the page reads it piece by piece. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const choose = (...files: string[]) => frame().getByLabel('Files to read').setInputFiles(files);

const TABLES = ['tblPanel', 'tblPayerMix', 'tblActuals', 'tblChangeLog'] as const;
/** As Office.js reads them. */
const tables = () =>
  workbench.excel(
    async (context, names) => {
      const ranges = names.map((name) => context.workbook.tables.getItem(name).getRange().load('formulas'));
      await context.sync();
      return Object.fromEntries(names.map((name, i) => [name, ranges[i].formulas as unknown[][]]));
    },
    [...TABLES],
  );

/** Milliseconds of the longest piece of work in the pane’s own page since it was last asked. */
const longestTask = () =>
  frame().evaluate(async () => {
    const seen = window as unknown as { longTasks?: number[] };
    if (!seen.longTasks) {
      const tasks: number[] = (seen.longTasks = []);
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ name, duration }) => name === 'self' && tasks.push(duration)),
      ).observe({ type: 'longtask' });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    return Math.max(0, ...seen.longTasks.splice(0));
  });

describe('the four steps', () => {
  it('read a roster and claims, measure them, write what is ticked, and take all of it back', async () => {
    const before = await tables();
    await longestTask();
    await heading('Give the month’s rows');
    await workbench.screenshot('refresh-1-rows');
    await choose(file('roster.csv', rosterText(PATIENTS)), file('claims.csv', claimsText(CLAIMS, PATIENTS)));
    await shown(/^A roster: all 2,000 rows used/);
    await shown(/^Claims: all 20,000 rows used/);
    const reading = await longestTask();
    await workbench.screenshot('refresh-2-read');

    await button('Measure').click();
    await heading('Measured against assumed');
    const measuring = await longestTask();
    await workbench.screenshot('refresh-3-measured');
    await frame()
      .getByRole('checkbox', { name: /^Collected share, CCM, Medicare\b(?! Advantage)/ })
      .click();
    await button('Go on with 1 driver').click();
    await heading('What will be written');
    await workbench.screenshot('refresh-4-apply');
    const says = await frame().locator('main li').allInnerTexts();
    await button('Apply').click();
    await button('Undo').waitFor();
    const writing = await longestTask();
    await workbench.settled();
    await workbench.screenshot('refresh-5-applied');

    const after = await tables();
    expect(says[0]).toMatch(/^Actuals: \d+ rows of January 2026 to \w+ 202\d added$/);
    expect(after['tblActuals'].length - 1).toBe(Number(/\d+/.exec(says[0])![0]));
    const row = after['tblPayerMix'].findIndex(([program, payer]) => program === 'CCM' && payer === 'Medicare');
    const column = after['tblPayerMix'][0].indexOf('Collected share');
    const [was, is] = [before['tblPayerMix'][row][column], after['tblPayerMix'][row][column]];
    expect(is).not.toBe(was);
    expect(Number(is)).toBeGreaterThan(0.5);
    expect(after['tblChangeLog'][2].slice(0, 2)).toEqual([
      expect.stringMatching(/^CCM, Medicare: Collected share/),
      `${100 * Number(was)}%`,
    ]);
    expect(JSON.stringify(after)).not.toMatch(/SECRET|CLAIM\d/);
    expect(await workbench.errorCells()).toEqual([]);

    await button('Undo').click();
    await shown('Undone.');
    await workbench.settled();
    expect(await tables()).toEqual(before);
    expect(workbench.errors).toEqual([]);
    expect(workbench.externalRequests).toEqual([]);
    console.log(
      `Longest task: ${Math.round(reading)} ms reading, ${Math.round(measuring)} ms measuring, ${Math.round(writing)} ms writing`,
    );
  });

  it('write many old values below the Log’s blank rows, and take them back, too', async () => {
    const before = await tables();
    await choose(file('roster.csv', rosterText(PATIENTS)));
    await button('Measure').click();
    await heading('Measured against assumed');
    for (const all of await frame().getByRole('checkbox', { name: 'All of these' }).all()) await all.click();
    await button(/^Go on with/).click();
    await button('Apply').click();
    await button('Undo').waitFor();
    await workbench.settled();
    const lines = (await tables())['tblChangeLog'].filter(([what]) => what !== '');
    expect(lines.length).toBeGreaterThan(13);
    await button('Undo').click();
    await shown('Undone.');
    expect(await tables()).toEqual(before);
  });
});

describe('more rows than Excel takes at once', () => {
  it('are written and read in parcels, and taken back', async () => {
    const before = await tables();
    const segments = before['tblPayerMix'].slice(1).map(([program, payer]) => `${program},${payer}`);
    const months = Array.from(
      { length: 60 },
      (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const summary = [
      'Month,Program,Payer,Opening,New,Lost,Closing,Active,Billable,Claims submitted,Claims paid,Allowed,Cash,Minutes,Cost',
      ...months.flatMap((month) =>
        segments.map(
          (segment, s) =>
            `${month},${segment},${100 + s},10,10,${100 + s},${100 + s},80,80,70,${5000 + s}.25,${4000 + s}.5,2000,1500`,
        ),
      ),
    ].join('\n');
    await choose(file('summary.csv', summary));
    await shown(
      new RegExp(`^A monthly summary: all ${(months.length * segments.length).toLocaleString('en-US')} rows used`),
    );
    await button('Measure').click();
    await heading('Measured against assumed');
    await button(/^Go on with/).click();
    // At once they would be more than that to write, and twice as much to read.
    await workbench.play({ payload: 300_000 });
    await button('Apply').click();
    await button('Undo').waitFor();
    await workbench.settled();
    await workbench.play({ payload: SWITCHES_OFF.payload });
    const after = await tables();
    expect(after['tblActuals']).toHaveLength(1 + months.length * segments.length);
    await button('Undo').click();
    await frame().locator('main').getByText('Undone.').first().waitFor({ timeout: 90_000 });
    expect(await tables()).toEqual(before);
  });
});

describe('what is asked', () => {
  it('is remembered in the workbook: a header that is not known, and a program of another name', async () => {
    const text = rosterText(50).replace('Program', 'Kurs').replaceAll(',RPM,', ',Remote care,');
    const paste = async () => {
      await frame().getByLabel('Rows with their header row').fill(text);
      await button('Read').click();
    };
    await paste();
    await shown(/Program is missing/);
    await workbench.screenshot('refresh-mapping');
    await frame().getByLabel('“Kurs” is').selectOption('Program');
    await button('Read again').click();
    await frame().getByLabel('“Remote care” is').selectOption('RPM');
    await button('Read again').click();
    await shown(/^A roster: all 50 rows used/);
    await button('Remove Pasted rows').click();
    await paste();
    await shown(/^A roster: all 50 rows used/);
    await button('Remove Pasted rows').click();
  });

  it('can be rows of the workbook itself', async () => {
    const rows = rosterText(20)
      .split('\n')
      .map((line) => line.split(','));
    await workbench.excel(async (context, values) => {
      const sheet = context.workbook.worksheets.add('Export');
      const range = sheet.getRangeByIndexes(0, 0, values.length, values[0].length);
      range.values = values;
      range.select();
      await context.sync();
    }, rows);
    await button('Read the selected cells').click();
    await workbench.screenshot('refresh-selected');
    await shown(/^A roster: all 20 rows used/);
    await button(/^Remove Export/).click();
  });
});

describe('the keyboard alone', () => {
  const focused = () =>
    frame().evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return (element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
    });
  const tabTo = async (name: string | RegExp) => {
    for (let presses = 0; presses < 90; presses++) {
      const now = await focused();
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      await workbench.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(name)}; it is at ${await focused()}`);
  };

  it('goes through all four steps, each beginning at its heading, and says each to a screen reader', async () => {
    const { keyboard } = workbench.page;
    const says = () => frame().getByRole('status').allInnerTexts();
    await button('Refresh').focus();
    await tabTo('Rows with their header row');
    await keyboard.insertText(rosterText(60));
    await tabTo('Read');
    await keyboard.press('Enter');
    await shown(/^A roster: all 60 rows used/);
    await expect.poll(focused).toBe('What was read');
    await tabTo('Measure');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('Measured against assumed');
    expect(await says()).toContain('Step 3 of 4: Measured against assumed.');
    await tabTo(/^Discharge rate, CCM/);
    await keyboard.press('Space');
    await tabTo('Go on with 1 driver');
    await keyboard.press('Enter');
    await expect.poll(focused).toBe('What will be written');
    await tabTo('Apply');
    await keyboard.press('Enter');
    await button('Undo').waitFor();
    expect((await says()).join()).toMatch(/1 driver changed/);
    await tabTo('Undo');
    await keyboard.press('Enter');
    await shown('Undone.');
  });
});

describe('long work', () => {
  it('is stopped by hand, and the page answers meanwhile', async () => {
    await longestTask();
    await choose(file('claims.csv', claimsText(MANY_CLAIMS, PATIENTS)));
    await button('Stop').click();
    await shown('Stopped.');
    await heading('Give the month’s rows');
    console.log(`Longest task until it was stopped: ${Math.round(await longestTask())} ms`);
  });
});

describe('the page', () => {
  it.each([
    { name: 'narrow', pane: 320, theme: 'light' },
    { name: 'dark', pane: 400, theme: 'dark' },
  ] as const)('is readable $name', async ({ name, pane, theme }) => {
    const other = await openWorkbench({ browser, pane, theme });
    const inPane = other.frame;
    try {
      await buildFromPane(other);
      await inPane.getByRole('button', { name: 'Refresh', exact: true }).click();
      await inPane.getByRole('heading', { name: 'Give the month’s rows' }).waitFor();
      await expectReadable(other, `refresh-${name}-1-rows`);
      await inPane
        .getByLabel('Files to read')
        .setInputFiles([
          file('roster.csv', rosterText(300)),
          file('claims.csv', `${claimsText(3000, 300)}\nTotal,,,,,195000.00,174000.00,,`),
        ]);
      await inPane.getByText(/^Claims: /).waitFor();
      await expectReadable(other, `refresh-${name}-2-read`);
      await inPane.getByRole('button', { name: 'Measure' }).click();
      await inPane.getByRole('heading', { name: 'Measured against assumed' }).waitFor();
      await expectReadable(other, `refresh-${name}-3-measured`);
      await inPane.getByRole('checkbox', { name: 'All of these' }).first().click();
      await inPane.getByRole('button', { name: /^Go on/ }).click();
      await inPane.getByRole('heading', { name: 'What will be written' }).waitFor();
      await expectReadable(other, `refresh-${name}-4-apply`);
    } finally {
      await other.close();
    }
  });
});
