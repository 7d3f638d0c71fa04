/** The same workbook on Excels that differ: how they hand over blanks, how slow they are, what they lack. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, pane, waitForLight } from './pane-actions';
import { differences, edited, expectedStatements, readStatements, SAMPLE_TABLES } from './statement';
import { openWorkbench, type OpenOptions, type Workbench } from '../../src/workbench/driver/workbench';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => workbench?.close());
afterAll(() => browser?.close());

const open = async (options: OpenOptions) => {
  workbench = await openWorkbench({ browser, ...options });
};

describe.each(['empty', 'null'] as const)('where a blank cell arrives as %s', (blanks) => {
  it('the forecast is the same', async () => {
    await open({ blanks });
    await buildFromPane(workbench);
    expect(differences(await readStatements(workbench), expectedStatements(SAMPLE_TABLES, 'Expected'))).toEqual([]);
    expect(await workbench.errorCells()).toEqual([]);
    await waitForLight(workbench, GREEN);
  });
});

it('a slow Excel gets the same figures, and the pane never passes old ones off as new', async () => {
  await open({ delay: 400 });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  const before = (await workbench.cell('Start!B11')).text.trim();
  await workbench.page.evaluate(() => window.workbench.type('Panel!C7', 700));
  await workbench.frame.getByText('Calculating…').first().waitFor();
  await workbench.settled();
  const changed = expectedStatements(edited(SAMPLE_TABLES, 'panel', 1, 'Opening patients', 700), 'Expected');
  expect(differences(await readStatements(workbench), changed)).toEqual([]);
  const after = (await workbench.cell('Start!B11')).text.trim();
  expect(after).not.toBe(before);
  await pane(workbench).figures('Expected').getByText(after).waitFor();
});

it('in the pane nothing turns at first while an edit is calculated, which would have the whole page painted all the while', async () => {
  await open({ delay: 600 });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  const turning = workbench.frame.evaluate(async () => {
    const first = await new Promise<number>((resolve) => {
      // Heard before anything else has its turn.
      const observer = new MutationObserver(() => {
        if (!document.body.innerText.includes('Calculating…')) return;
        observer.disconnect();
        resolve(document.getAnimations().length);
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    while (document.getAnimations().length === 0) await new Promise(requestAnimationFrame);
    return first;
  });
  await workbench.page.evaluate(() => window.workbench.type('Panel!C7', 700));
  expect(await turning).toBe(0);
});

it('another workbook that is opened in its place has a pane of its own, which follows it', async () => {
  await open({});
  await buildFromPane(workbench);
  const snapshot = await workbench.save();
  await workbench.reopen({ newSheetIds: true, withoutSettings: false, withoutXmlParts: false });
  await workbench.load(snapshot);
  await workbench.settled();
  await pane(workbench).figures('Expected').waitFor();
  await workbench.type('Panel!C7', 'many');
  await workbench.frame
    .getByText(/cannot be calculated until/)
    .first()
    .waitFor();
});

it('without the add-in the saved values stay until a cell is calculated again', async () => {
  await open({});
  await buildFromPane(workbench);
  const values = async () => (await workbench.cells('Forecast!A6:F40')).map((row) => row.map(({ value }) => value));
  const saved = await values();
  const snapshot = await workbench.save();
  await workbench.close();

  await open({ addin: 'none' });
  await workbench.load(snapshot);
  await workbench.settled();
  expect(await values()).toEqual(saved);
  expect(await workbench.errorCells()).toEqual([]);

  await workbench.type('Panel!C7', 700);
  expect((await workbench.cell('Forecast!A6')).value).toBe('#NAME?');
  expect((await workbench.cell('Panel!C7')).value).toBe(700);
});

it('an Excel that lacks what is needed is told so in plain words, and nothing is written', async () => {
  await open({ without: ['ExcelApi1.9'] });
  const text = await workbench.frame.locator('main').innerText();
  expect(text).toContain('This version of Excel lacks');
  expect(text).toContain('ExcelApi 1.9');
  expect(text).toContain('Microsoft 365');
  expect(await pane(workbench).build().isDisabled()).toBe(true);
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});
