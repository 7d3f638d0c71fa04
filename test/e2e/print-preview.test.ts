/** The print preview of the workbench: the pages as the built workbook sets them up, beside what Office.js reads. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { gridActions } from './grid-actions';
import { buildFromPane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
let grid: ReturnType<typeof gridActions>;
let standing: Awaited<ReturnType<typeof grid.standing>>;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  grid = gridActions(workbench);
  standing = await grid.standing();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});
beforeEach(async () => {
  await waitForLight(workbench, GREEN);
  expect(await grid.standing()).toEqual(standing);
});

const preview = () => workbench.page.getByRole('dialog', { name: 'Print preview' });

async function previewOf<T>(sheet: string, look: () => Promise<T>): Promise<T> {
  await grid.go(`${sheet}!A1`);
  await workbench.page.keyboard.press('Control+p');
  await preview().waitFor();
  try {
    return await look();
  } finally {
    await workbench.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'hidden' });
  }
}

/** The texts on each page, and its footer. */
const pages = () =>
  preview()
    .locator('.printed-page')
    .evaluateAll((all) =>
      all.map((page) => ({
        texts: [...page.querySelectorAll('.printed-text')].map(({ textContent }) => textContent),
        footer: [...page.querySelectorAll('.printed-footer')].map(({ textContent }) => textContent),
      })),
    );
const summary = () => preview().getByRole('status').innerText();

/** What Office.js says of the sheet: texts of the cells, and how it is printed. */
const printed = (sheet: string) =>
  workbench.excel(async (context, name) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    const { pageLayout } = worksheet;
    pageLayout.load('zoom');
    const area = pageLayout.getPrintAreaOrNullObject();
    area.load('address');
    const used = worksheet.getUsedRange(true).load('address');
    await context.sync();
    const address = area.isNullObject ? used.address : area.address;
    const cells = worksheet.getRange(address.slice(address.indexOf('!') + 1)).load('text');
    await context.sync();
    return { texts: cells.text, scale: pageLayout.zoom.scale };
  }, sheet);

describe.each(['Forecast', 'Compare'])('%s', (sheet) => {
  it('is printed a year a page, at the scale that was set, with titles on each and every text on one', async () => {
    const { texts, scale } = await printed(sheet);
    const shown = await previewOf(sheet, async () => {
      expect(await summary()).toMatch(new RegExp(`^\\d+ pages, Letter, landscape, at ${scale}%$`));
      await workbench.screenshot(`print-preview-${sheet.toLowerCase()}`);
      return pages();
    });
    expect(shown.length % 3).toBe(0);
    shown.forEach(({ texts: onPage, footer }, index) => {
      expect(footer).toEqual(['Book1.xlsx', sheet, `Page ${index + 1} of ${shown.length}`]);
      expect(onPage).toContain(sheet);
      expect(onPage).toContain('Model check');
    });
    const onPages = new Set(shown.flatMap((page) => page.texts));
    for (const text of texts.flat()) if (text !== '') expect(onPages).toContain(text);
    // Down first, then over: the second third of the pages holds the second year.
    const years = [0, 1, 2].map((year) => shown[(year * shown.length) / 3].texts);
    if (sheet === 'Forecast')
      years.forEach((onPage, year) => {
        expect(onPage).toContain(`Mar-${27 + year}`);
        expect(onPage).not.toContain(`Mar-${27 + ((year + 1) % 3)}`);
      });
  });
});

describe('Panel', () => {
  it('is fitted to one page, without the columns that are hidden', async () => {
    const [page, ...others] = await previewOf('Panel', async () => {
      await workbench.screenshot('print-preview-panel');
      return pages();
    });
    expect(others).toEqual([]);
    expect(page.texts).toEqual(expect.arrayContaining(['CCM', '2,400', '380', 'Launch month', 'Jul-27']));
    expect(page.texts).not.toContain('Service minutes');
  });

  it('leaves out rows that a filter hides', async () => {
    await grid.headerMenu('Panel!B6', /^900$/);
    await workbench.page.getByRole('button', { name: 'Confirm' }).click();
    await grid.settled();
    const [{ texts }] = await previewOf('Panel', pages);
    expect(texts).toContain('CCM');
    expect(texts).not.toContain('RPM');
    await grid.press('Control+z');
    expect((await previewOf('Panel', pages))[0].texts).toContain('RPM');
  });
});

describe('any sheet', () => {
  it('shows what was typed, and follows the set-up', async () => {
    await workbench.type('Sheet1!A1:D60', 'here');
    await workbench.type('Sheet1!B2', 12.5);
    const setUp = () =>
      workbench.excel(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem('Sheet1');
        pageLayout.zoom = { scale: 200 };
        pageLayout.setPrintArea('A1:B50');
        pageLayout.setPrintTitleRows('$1:$1');
        pageLayout.headersFooters.defaultForAllPages.centerFooter = '&"Calibri,Bold"R&&D &P/&N';
        await context.sync();
      });
    const asIs = await previewOf('Sheet1', async () => ({ summary: await summary(), pages: await pages() }));
    expect(asIs.summary).toBe('2 pages, Letter, portrait, at 100%');
    expect(asIs.pages.flatMap(({ texts }) => texts)).toHaveLength(240);
    await setUp();
    const set = await previewOf('Sheet1', async () => ({ summary: await summary(), pages: await pages() }));
    expect(set.summary).toBe('3 pages, Letter, portrait, at 200%');
    expect(set.pages.map(({ footer }) => footer)).toEqual([['R&D 1/3'], ['R&D 2/3'], ['R&D 3/3']]);
    // The title row stands on each, so there are two more rows than in the area.
    expect(set.pages.flatMap(({ texts }) => texts)).toHaveLength(2 * 52);
    expect(set.pages[0].texts).toContain('12.5');
    await workbench.type('Sheet1!A1:D60', '');
  });
});

describe('Start', () => {
  it('shows the charts where they stand', async () => {
    const charts = await workbench.charts('Start');
    expect(charts.length).toBeGreaterThan(1);
    await previewOf('Start', async () => {
      const scale = Number(/(\d+)%/.exec(await summary())![1]) / 100;
      const zoom = Number(
        await preview()
          .locator('.pages')
          .evaluate((all) => (all as HTMLElement).style.getPropertyValue('--zoom')),
      );
      const page = (await preview().locator('.printed-page').first().boundingBox())!;
      // Narrow margins left, Excel's own at the top, in points; pixels of the sheet, and of the window.
      const at = (margin: number, pixels: number) => ((margin * 4) / 3 + pixels * scale) * zoom;
      for (const {
        name,
        position: { left, top, width },
      } of charts) {
        const box = (await preview().locator(`[data-chart="${name}"]`).boundingBox())!;
        expect(box.x - page.x).toBeCloseTo(at(18, left), -0.5);
        expect(box.y - page.y).toBeCloseTo(at(54, top), -0.5);
        expect(box.width).toBeCloseTo(at(0, width), -0.5);
      }
      const inked = await preview()
        .locator('.printed-chart canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) =>
          canvas
            .getContext('2d')!
            .getImageData(0, 0, canvas.width, canvas.height)
            .data.some((value) => value > 0),
        );
      expect(inked).toBe(true);
    });
  });
});

describe('the preview', () => {
  it('opens from the menu, shows another sheet, zooms, and gives the keys back to the cells when it closes', async () => {
    const { page } = workbench;
    await grid.go('Panel!C7');
    await page.getByText('Options', { exact: true }).click();
    await page.getByRole('button', { name: 'Print preview' }).click();
    await preview().waitFor();
    expect(await preview().getByLabel('Sheet').inputValue()).not.toBe('');
    const width = async () => (await preview().locator('.printed-page').first().boundingBox())!.width;
    const room = (await preview().locator('.pages').boundingBox())!.width;
    expect(await width()).toBeGreaterThan(room * 0.9);
    expect(await width()).toBeLessThan(room);
    await preview().getByLabel('Zoom').selectOption('50%');
    expect(await width()).toBeCloseTo(792 * (4 / 3) * 0.5, 0);
    await preview().getByLabel('Zoom').selectOption('Page width');
    await preview().getByLabel('Sheet').selectOption('Costs');
    expect((await pages())[0].texts).toContain('Costs');
    await page.keyboard.press('7');
    await page.keyboard.press('Escape');
    await preview().waitFor({ state: 'hidden' });
    await grid.go('Panel!C7');
    await grid.press('3', '9', '1', 'Enter');
    expect((await grid.table('tblPanel')).formulas[1][2]).toBe(391);
    await waitForLight(workbench, GREEN);
    await grid.press('Control+z');
    expect((await grid.table('tblPanel')).formulas[1][2]).toBe(380);
    await expect.poll(() => grid.standing(), { timeout: 10_000 }).toEqual(standing);
  });
});
