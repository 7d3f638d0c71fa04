/** How the built workbook prints, read back through Office.js: a year a page, as far as the forecast goes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { buildFromPane } from './pane-actions';

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

const page = (name: string) =>
  workbench.excel(async (context, sheetName) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.pageLayout.load('orientation,zoom,leftMargin,rightMargin');
    const printed = sheet.pageLayout.getPrintAreaOrNullObject();
    printed.load('address');
    const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject();
    titles.load('rowCount');
    sheet.verticalPageBreaks.load('items/columnIndex');
    await context.sync();
    return {
      area: printed.isNullObject ? null : printed.address.slice(printed.address.indexOf('!') + 1),
      titleRows: titles.isNullObject ? 0 : titles.rowCount,
      breaks: sheet.verticalPageBreaks.items.map(({ columnIndex }) => columnIndex),
      zoom: sheet.pageLayout.zoom,
    };
  }, name);

const heading = async (sheet: string) => (await workbench.cells(`${sheet}!C4:F4`))[0].map(({ value }) => value);

const typeMonths = async (months: number, into = workbench) => {
  const address = await workbench.excel(async (context) => {
    const body = context.workbook.tables.getItem('tblSettings').getDataBodyRange();
    body.load('values');
    await context.sync();
    const cell = body.getCell(
      body.values.findIndex(([name]) => name === 'Months'),
      1,
    );
    cell.load('address');
    await context.sync();
    return cell.address;
  });
  await into.type(address, months);
};

/** The pane sets areas anew a moment after the figures are there. */
async function follows(sheet: string, columns: string, breaks: number[]): Promise<void> {
  await expect
    .poll(async () => (await page(sheet)).area, { timeout: 10_000 })
    .toMatch(new RegExp(`^A1:${columns}\\d+$`));
  const { area, breaks: set } = await page(sheet);
  expect(set).toEqual(breaks);
  expect(await heading(sheet)).toEqual(['Printed, needed', area, area, '']);
}

describe('Print', () => {
  it('of 36 months is three pages of a year, with titles repeated', async () => {
    for (const sheet of ['Forecast', 'Compare']) {
      await follows(sheet, 'AM', [15, 27]);
      const { zoom, titleRows } = await page(sheet);
      expect(zoom.scale).toBeGreaterThanOrEqual(54);
      expect(titleRows).toBeGreaterThanOrEqual(5);
    }
    expect(await page('Panel')).toMatchObject({
      area: null,
      breaks: [],
      zoom: { horizontalFitToPages: 1 },
      titleRows: 6,
    });
    expect((await page('Rates')).area).toMatch(/^A:K$|^A1:K\d+$/);
    expect((await page('Checks')).area).toMatch(/^A1:F\d+$/);
  });

  it.each([
    [48, 'AY', [15, 27, 39]],
    [12, 'O', []],
    [36, 'AM', [15, 27]],
  ])('follows a horizon of %i months', async (months, columns, breaks) => {
    await typeMonths(months);
    for (const sheet of ['Forecast', 'Compare']) await follows(sheet, columns, breaks);
  });

  it('is said on the sheet, and so in print, not to follow where the add-in is not there', async () => {
    const alone = await openWorkbench({ browser, addin: 'none' });
    try {
      await alone.load(await workbench.save());
      await alone.settled();
      await typeMonths(48, alone);
      expect((await alone.cells('Forecast!D4:F4'))[0].map(({ value }) => value)).toEqual([
        expect.stringMatching(/^A1:AM\d+$/),
        expect.stringMatching(/^A1:AY\d+$/),
        expect.stringMatching(
          /^Not all is printed, or more than there is: open the pane, or set A1:AY\d+ at Page Layout/,
        ),
      ]);
    } finally {
      await alone.close();
    }
  });
});

describe('Columns that nobody uses', () => {
  const hidden = (sheet: string, cells: string) =>
    workbench.excel(
      async (context, name, address) => {
        const range = context.workbook.worksheets.getItem(name).getRange(address);
        range.load('columnHidden');
        await context.sync();
        return range.columnHidden;
      },
      sheet,
      cells,
    );

  it('are hidden, named above the table, and a value in one is said', async () => {
    expect(await hidden('Payer Mix', 'N:Q')).toBe(true);
    expect(await hidden('Payer Mix', 'M:M')).toBe(false);
    expect(await hidden('Panel', 'M:M')).toBe(true);
    expect((await workbench.cell('Panel!B4')).text).toMatch(/^Not used: Service minutes\./);
    await workbench.type('Panel!M7', 30);
    expect((await workbench.cell('Panel!B4')).text).toMatch(/^In use, 1 cell filled: Service minutes\./);
    // The pane shows what is in use; whoever hides it again has it so.
    await expect.poll(() => hidden('Panel', 'M:M'), { timeout: 10_000 }).toBe(false);
    expect(await hidden('Payer Mix', 'N:Q')).toBe(false);
    await workbench.type('Panel!M7', '');
  });
});

describe('The leak chart', () => {
  it('falls from enrolled on: what reaches a step and what is lost on the way are the step before', async () => {
    const [chart] = (await workbench.charts('Compare')).filter(({ name }) => name === 'Leakage');
    expect(chart.series).toHaveLength(2);
    const values = await Promise.all(
      chart.series.map(({ values: { range } }) =>
        workbench.excel(async (context, { row, column, rows, columns }) => {
          const cells = context.workbook.worksheets.getItem('Compare').getRangeByIndexes(row, column, rows, columns);
          cells.load('values');
          await context.sync();
          return cells.values.flat() as number[];
        }, range),
      ),
    );
    const [reach, lost] = values;
    expect(reach).toHaveLength(5);
    expect(lost[0]).toBe(0);
    for (let step = 1; step < 5; step++) expect(reach[step] + lost[step]).toBeCloseTo(reach[step - 1], 4);
    const remark = (await workbench.cells('Compare!A80:C130')).flat().map(({ text }) => text);
    expect(
      remark.some((text) =>
        /^Not in the chart: all who are eligible would be \$[\d,]+; those enrolled are [\d.]+% of that\.$/.test(text),
      ),
    ).toBe(true);
  });
});
