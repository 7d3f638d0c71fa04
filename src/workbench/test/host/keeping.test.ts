/** What is worked on survives: loading the page again, saving as a file, starting anew. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../driver/browser';
import { openWorkbench, type Workbench } from '../../driver/workbench';
import { buildFixture } from './fixture/build-fixture';

declare global {
  interface Window {
    /** Counts and holds back what keeps the workbook, in one test. */
    storage: { opened: number; held: (() => void)[]; isHeld: boolean };
  }
}

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  fixture = await buildFixture();
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser, dist: fixture.dist });
}, 60_000);
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  fixture?.remove();
});

const kept = () => workbench.page.getByText('Kept in this browser').waitFor();
const reloaded = async () => {
  await workbench.page.reload();
  await workbench.page.waitForFunction(() => 'workbench' in window);
  await workbench.page.evaluate(() => window.workbench.ready);
};

test('a reload brings back values and formats', async () => {
  await workbench.type('Sheet1!A1', '5');
  await workbench.page.evaluate(() => window.workbench.type('Sheet1!B1', '50%'));
  await workbench.settled();
  await kept();
  await reloaded();
  expect((await workbench.cell('Sheet1!A1')).value).toBe(5);
  expect((await workbench.cell('Sheet1!B1')).text).toBe('50%');
});

test('a reload a second after the last keystroke loses nothing', async () => {
  await workbench.type('Sheet1!A3', '1234');
  await workbench.page.waitForTimeout(1000);
  await reloaded();
  expect((await workbench.cell('Sheet1!A3')).value).toBe(1234);
});

test('leaving asks while something is not kept yet, and not afterwards', async () => {
  const asks = () => workbench.page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await workbench.page.evaluate(() => window.workbench.type('Sheet1!A4', 1));
  expect(await asks()).toBe(true);
  await workbench.page.waitForTimeout(1500);
  expect(await asks()).toBe(false);
});

test.each([
  ['Ctrl+S', () => workbench.page.keyboard.press('Control+s')],
  ['the button Save', () => workbench.page.getByRole('button', { name: 'Save', exact: true }).click()],
])('%s makes a file', async (_, save) => {
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), save()]);
  expect(download.suggestedFilename()).toBe('workbook.json');
  expect(readFileSync(await download.path(), 'utf8')).toContain('1234');
});

test('New workbook forgets what was kept', async () => {
  await workbench.page.locator('summary').click();
  await Promise.all([
    workbench.page.waitForEvent('load'),
    workbench.page.getByRole('button', { name: 'New workbook' }).click(),
  ]);
  await workbench.page.waitForFunction(() => 'workbench' in window);
  await workbench.page.evaluate(() => window.workbench.ready);
  expect((await workbench.cell('Sheet1!A3')).value).toBeNull();
});

test('New workbook waits until a keeping that is under way is done, which would bring the old one back', async () => {
  const other = await openWorkbench({ browser, dist: fixture.dist });
  try {
    const { page } = other;
    // The worker gets nothing before the test says so; whoever opens the browser's storage from the page is counted.
    await page.addInitScript(() => {
      const { postMessage } = Worker.prototype;
      const { open } = IDBFactory.prototype;
      const storage: typeof window.storage = { opened: 0, held: [], isHeld: true };
      window.storage = storage;
      Worker.prototype.postMessage = function (this: Worker, message: unknown) {
        if (storage.isHeld) storage.held.push(() => postMessage.call(this, message));
        else postMessage.call(this, message);
      };
      IDBFactory.prototype.open = function (...database) {
        storage.opened++;
        return open.apply(this, database);
      };
    });
    const reload = async (cause: () => Promise<unknown>) => {
      await Promise.all([page.waitForEvent('load'), cause()]);
      await page.waitForFunction(() => 'workbench' in window);
      await page.evaluate(() => window.workbench.ready);
    };
    await reload(() => page.reload());
    const opened = () => page.evaluate(() => window.storage.opened);
    await other.type('Sheet1!A1', '77');
    await expect.poll(() => page.evaluate(() => window.storage.held.length)).toBe(1);
    const before = await opened();
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'New workbook' }).click();
    expect(await opened()).toBe(before);
    await reload(() =>
      page.evaluate(() => {
        window.storage.isHeld = false;
        for (const send of window.storage.held) send();
      }),
    );
    expect((await other.cell('Sheet1!A1')).value).toBeNull();
  } finally {
    await other.close();
  }
});
