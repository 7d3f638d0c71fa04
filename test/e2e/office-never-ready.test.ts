/** The pane's page where Office.js cannot be loaded, or never says that it is ready: no blank pane, but what to do. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { faintTexts } from './contrast';

const ADDRESS = 'https://pane.example';
const DIST = join(__dirname, '..', '..', 'dist');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** @param office what Microsoft's server answers in place of Office.js; null = nothing at all */
async function openPane(office: string | null, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === ADDRESS)
      return route.fulfill({ body: readFileSync(join(DIST, pathname)), contentType: TYPES[extname(pathname)] });
    return office === null ? route.abort() : route.fulfill({ body: office, contentType: 'text/javascript' });
  });
  await page.goto(`${ADDRESS}/taskpane.html`, { waitUntil: 'domcontentloaded' });
  return page;
}

it.each<[string, string | null, 'light' | 'dark']>([
  ['cannot be loaded', null, 'light'],
  ['never becomes ready', 'window.Office = { onReady: () => new Promise(() => {}), actions: {} };', 'dark'],
])('where Office.js %s the pane says that it waits, and after a while what to do', async (_, office, scheme) => {
  const page = await openPane(office, scheme);
  expect(await page.getByText('PPPM for Excel is starting…').isVisible()).toBe(true);
  const advice = page.getByText('Excel has not answered yet.');
  expect(await advice.isVisible()).toBe(false);
  await advice.waitFor({ state: 'visible', timeout: 15_000 });
  expect(await page.getByRole('link', { name: 'what else helps' }).getAttribute('href')).toBe('help/support.html');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(faintTexts)).toEqual([]);
  await page.close();
});
