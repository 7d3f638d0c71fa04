/** What people of Excel do with the mouse: drag the handle to fill, cells, widths of columns, and freeze panes. */
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
  // Wide enough for every column of Panel: what is scrolled cannot be reached by a place on the screen.
  workbench = await openWorkbench({ browser, viewport: { width: 2200, height: 900 } });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  grid = gridActions(workbench);
  standing = await grid.standing();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

/** Each test takes back what it did, so the next one begins with the sample's figures, under a green light, again. */
const expectStanding = async () => {
  await waitForLight(workbench, GREEN);
  await expect.poll(() => grid.standing(), { timeout: 20_000 }).toEqual(standing);
};
beforeEach(expectStanding);

/** Formulas, texts and widths as Office.js reads them. */
const read = (address: string) =>
  workbench.excel(async (context, cells) => {
    const [sheet, range] = cells.split('!');
    const found = context.workbook.worksheets.getItem(sheet).getRange(range);
    found.load('formulas,text,format/columnWidth');
    await context.sync();
    return { formulas: found.formulas.flat() as unknown[], texts: found.text.flat(), width: found.format.columnWidth };
  }, address);

describe('the handle of a cell', () => {
  it('fills as far as it is dragged, on the sheet that is shown, and Ctrl+Z takes it back', async () => {
    const before = await read('Panel!C7:C11');
    await grid.fill('Panel!C7', 'Panel!C9');
    expect((await read('Panel!C7:C11')).formulas).toEqual([380, 380, 380, '', '']);
    expect((await grid.standing()).figures).not.toEqual(standing.figures);
    await grid.press('Control+z');
    expect(await read('Panel!C7:C11')).toEqual(before);
    await expectStanding();
  });

  it('goes on with months, as the columns of a plan need them', async () => {
    await workbench.type('Sheet1!B2', '1/1/2027');
    await workbench.type('Sheet1!B3', '2/1/2027');
    await grid.fill('Sheet1!B2:B3', 'Sheet1!B5');
    expect((await read('Sheet1!B2:B6')).texts).toEqual(['1/1/2027', '2/1/2027', '3/1/2027', '4/1/2027', '']);
    await grid.fill('Panel!L10', 'Panel!L8');
    expect((await read('Panel!L8:L10')).texts).toEqual(['May-27', 'Jun-27', 'Jul-27']);
    await grid.press('Control+z');
    expect((await read('Panel!L8:L10')).texts).toEqual(['', '', 'Jul-27']);
    await expectStanding();
  });

  it('fills formulas with their references moved along', async () => {
    await workbench.type('Sheet1!D2', '=B2*2');
    await grid.fill('Sheet1!D2', 'Sheet1!D4');
    expect((await read('Sheet1!D2:D5')).formulas).toEqual(['=B2*2', '=B3*2', '=B4*2', '']);
    await expectStanding();
  });
});

describe('a cell that is dragged by its border', () => {
  it('moves, and formulas that refer to it follow', async () => {
    await workbench.type('Sheet1!F4', 77);
    await workbench.type('Sheet1!G2', '=F4+1');
    await grid.move('Sheet1!F4', 'Sheet1!F7');
    expect((await read('Sheet1!F4:F8')).formulas).toEqual(['', '', '', 77, '']);
    expect((await read('Sheet1!G2')).formulas).toEqual(['=F7+1']);
    await grid.press('Control+z');
    expect((await read('Sheet1!F4:F8')).formulas).toEqual([77, '', '', '', '']);
    expect((await read('Sheet1!G2')).formulas).toEqual(['=F4+1']);
    await expectStanding();
  });
});

describe('the width of a column', () => {
  it('follows the border that is dragged, and comes back', async () => {
    const { width } = await read('Panel!C6');
    await grid.widenColumn('Panel!C6', 40);
    // In points; the hand may be off by a few pixels.
    expect(Math.abs((await read('Panel!C6')).width - width - 30)).toBeLessThan(4);
    await grid.press('Control+z');
    expect((await read('Panel!C6')).width).toBe(width);
    await expectStanding();
  });

  it('fits what stands in it, longer or shorter, after a double click', async () => {
    await workbench.type('Sheet1!J2', 'a text that is longer than its column is wide');
    const { width } = await read('Sheet1!J2');
    await grid.fitColumn('Sheet1!J2');
    const fitted = (await read('Sheet1!J2')).width;
    expect(fitted).toBeGreaterThan(width * 2);
    await workbench.type('Sheet1!J2', 'short');
    await grid.fitColumn('Sheet1!J2');
    expect((await read('Sheet1!J2')).width).toBeLessThan(fitted / 2);
    await expectStanding();
  });
});

describe('panes', () => {
  const frozen = () =>
    workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').freezePanes.getLocationOrNullObject();
      range.load('address');
      await context.sync();
      return range.isNullObject ? null : range.address;
    });

  it('are frozen at a cell, take typing, and are freed again', async () => {
    expect(await frozen()).toBeNull();
    await grid.cellMenu('Sheet1!B3', 'Freeze', /^Freeze to active cell/);
    expect(await frozen()).toBe('Sheet1!A1:A2');
    await grid.go('Sheet1!M30');
    await grid.press('8', 'Enter');
    expect((await read('Sheet1!M30')).formulas).toEqual([8]);
    await grid.cellMenu('Sheet1!B3', 'Freeze', 'Cancel freeze');
    expect(await frozen()).toBeNull();
    await expectStanding();
  });
});
