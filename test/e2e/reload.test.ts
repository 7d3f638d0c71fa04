/** The page of the workbench is loaded again in the middle of work: the forecast stands, and goes on following its inputs. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { buildFromPane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const revenue = async () => (await workbench.cell('Start!B11')).value;

it('brings back what was typed a second ago, with charts, light and figures, and the next edit counts', async () => {
  const { page } = workbench;
  const first = await revenue();
  await workbench.type('Panel!C7', 391);
  const before = await revenue();
  expect(before).not.toBe(first);
  const charts = (await workbench.charts('Forecast')).length;
  await page.waitForTimeout(1000);

  await page.reload();
  await page.waitForFunction(() => 'workbench' in window);
  await page.evaluate(() => window.workbench.ready);
  const again = { ...workbench, frame: page.frame('addin')! };
  expect((await workbench.cell('Panel!C7')).value).toBe(391);
  expect(await revenue()).toBe(before);
  expect((await workbench.charts('Forecast')).length).toBe(charts);
  await waitForLight(again, GREEN);

  await workbench.type('Panel!C7', 380);
  expect(await revenue()).toBeCloseTo(first as number, 6);
  await waitForLight(again, GREEN);
});
