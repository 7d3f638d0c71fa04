/** Excel's window around the add-in: ribbon, pane, options, server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { get } from 'node:http';
import { startWorkbench } from '../../server';
import { withWorkbench } from '../../server/addin-page';
import { launchBrowser } from '../../driver/browser';
import { openWorkbench, type OpenOptions, type Workbench } from '../../driver/workbench';
import { buildFixture } from './fixture/build-fixture';

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let browser: Browser;

beforeAll(async () => {
  fixture = await buildFixture();
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  fixture?.remove();
});

async function using<T>(options: OpenOptions, work: (workbench: Workbench) => Promise<T>): Promise<T> {
  const workbench = await openWorkbench({ ...options, browser, dist: fixture.dist });
  try {
    return await work(workbench);
  } finally {
    await workbench.close();
  }
}

test('a ribbon button runs the function that the add-in associated, and waits until it is completed', () =>
  using({}, async (workbench) => {
    await workbench.page.getByRole('button', { name: 'Remember' }).click();
    await workbench.press('Remember');
    expect(await workbench.frame.evaluate(() => (window as unknown as { commands: string[] }).commands)).toEqual([
      'Remember',
      'Remember',
    ]);
    await expect(workbench.press('Missing')).rejects.toThrow('nobodyKnows');
    expect(await workbench.page.getByRole('alert').innerText()).toContain('nobodyKnows');
  }));

test('a page that the add-in opens comes from this machine', () =>
  using({}, async (workbench) => {
    const [popup] = await Promise.all([workbench.page.context().waitForEvent('page'), workbench.press('Help')]);
    expect(popup.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/addin\/help\/index\.html$/);
  }));

test('the pane opens and closes, by its button and by the add-in, and the add-in hears of it', () =>
  using({ pane: 320 }, async (workbench) => {
    const pane = workbench.page.getByRole('complementary', { name: 'Task pane' });
    expect((await pane.boundingBox())?.width).toBe(320);
    await workbench.frame.evaluate(async () => {
      const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
      await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void heard.push(visibilityMode));
      await Office.addin.hide();
    });
    expect(await pane.isVisible()).toBe(false);
    await workbench.press('Pane');
    expect(await pane.isVisible()).toBe(true);
    await workbench.page.getByRole('button', { name: 'Close the pane' }).click();
    await workbench.frame.evaluate(() => Office.addin.showAsTaskpane());
    expect(await pane.isVisible()).toBe(true);
    await workbench.settled();
    expect(await workbench.frame.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      'Hidden',
      'Taskpane',
      'Hidden',
      'Taskpane',
    ]);
  }));

test('the pane is resized by dragging and by keys', () =>
  using({ pane: 360 }, async (workbench) => {
    const splitter = workbench.page.getByRole('separator', { name: 'Width of the pane' });
    const width = async () => (await workbench.page.locator('#pane').boundingBox())!.width;
    const box = (await splitter.boundingBox())!;
    await workbench.page.mouse.move(box.x + 2, box.y + 50);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x - 98, box.y + 50, { steps: 4 });
    await workbench.page.mouse.up();
    expect(Math.abs((await width()) - 460)).toBeLessThan(6);
    const before = await width();
    await splitter.focus();
    await workbench.page.keyboard.press('ArrowRight');
    expect(Math.abs(before - (await width()) - 16)).toBeLessThan(1);
  }));

test('a missing requirement set is missing for Office.js too', () =>
  using({ without: 'ExcelApi1.9' }, async (workbench) => {
    const supported = await workbench.frame.evaluate(() =>
      ['1.8', '1.9'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
    );
    expect(supported).toEqual([true, false]);
    await expect(
      workbench.excel(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').pageLayout.orientation = 'Landscape';
      }),
    ).rejects.toThrow(/ApiNotFound/);
  }));

test('with everything there, today’s sets are supported', () =>
  using({}, async (workbench) => {
    const sets = [
      ['ExcelApi', '1.17'],
      ['SharedRuntime', '1.1'],
      ['CustomFunctionsRuntime', '1.4'],
    ];
    expect(
      await workbench.frame.evaluate(
        (all) => all.map(([name, version]) => Office.context.requirements.isSetSupported(name, version)),
        sets,
      ),
    ).toEqual([true, true, true]);
    expect(await workbench.frame.evaluate(() => Office.context.requirements.isSetSupported('ExcelApi', '1.18'))).toBe(
      false,
    );
  }));

test('the dark theme is told by Office and by the browser', () =>
  using({ theme: 'dark' }, async (workbench) => {
    const theme = await workbench.frame.evaluate(() => [
      Office.context.officeTheme.bodyBackgroundColor,
      matchMedia('(prefers-color-scheme: dark)').matches,
    ]);
    expect(theme).toEqual(['#1f1f1f', true]);
  }));

test('the add-in can be removed from the menu: values stay, the ribbon goes', () =>
  using({}, async (workbench) => {
    await workbench.type('Sheet1!A1', '=TEST.TWICE(21)');
    await workbench.page.getByText('Options').click();
    await workbench.page.getByLabel('Add-in').selectOption('none');
    expect(await workbench.page.getByRole('button', { name: 'Remember' }).count()).toBe(0);
    expect(await workbench.cell('Sheet1!A1')).toMatchObject({ value: 42 });
    await workbench.type('Sheet1!A1', '=TEST.TWICE(22)');
    expect(await workbench.cell('Sheet1!A1')).toMatchObject({ value: '#NAME?' });
    expect(new URL(workbench.page.url()).search).toBe('?addin=none');
  }));

test('an unknown option is said, not ignored', async () => {
  await expect(openWorkbench({ browser, dist: fixture.dist, blanks: 'nothing' as 'null' })).rejects.toThrow(
    'blanks=nothing: choose 0, empty, null',
  );
});

test('Office.js comes from this machine, with the native side before it', () => {
  const page = withWorkbench(
    '<html><head lang="en"><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head></html>',
  );
  expect(page).toBe(
    '<html><head lang="en"><script>parent.workbenchHost?.attach(window)</script><script src="/office-js/office.js"></script></head></html>',
  );
});

test('the server serves its folders only, to this machine only', async () => {
  const server = await startWorkbench({ port: 0, dist: fixture.dist });
  const second = await startWorkbench({ port: Number(new URL(server.url).port), dist: fixture.dist });
  try {
    expect(second.url).not.toBe(server.url);
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    const status = (path: string, method = 'GET') =>
      new Promise<number>((resolve) =>
        get({ host: '127.0.0.1', port: new URL(server.url).port, path, method }, (answer) =>
          resolve(answer.resume().statusCode!),
        ),
      );
    expect(await status('/')).toBe(200);
    expect(await status('/addin/functions.json')).toBe(200);
    expect(await status('/office-js/office.js')).toBe(200);
    for (const path of [
      '/addin/../package.json',
      '/addin/%2e%2e/%2e%2e/etc/passwd',
      '/addin/..%2f..%2fetc%2fpasswd',
      '/office-js/../package.json',
      '/addin/%00',
      '/%',
      '/nothing',
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    expect(await status('/', 'POST')).toBe(405);
  } finally {
    await server.close();
    await second.close();
  }
});
