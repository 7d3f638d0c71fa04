/** Keys as people of Excel have them in their fingers, and what they type. */
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
let before: Awaited<ReturnType<typeof grid.table>>;
let standing: Awaited<ReturnType<typeof grid.standing>>;

beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  grid = gridActions(workbench);
  before = await grid.table('tblPanel');
  standing = await grid.standing();
  await grid.go('Panel!A11');
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

/** Each test takes back what it did, so the next one begins with the sample again. */
beforeEach(async () => {
  expect(await grid.table('tblPanel')).toEqual(before);
});

const column = async (index: number) => (await grid.table('tblPanel')).formulas.map((row) => row[index]);
const values = (address: string) =>
  workbench.excel(async (context, cells) => {
    const [sheet, range] = cells.split('!');
    const found = context.workbook.worksheets.getItem(sheet).getRange(range).load('values');
    await context.sync();
    return found.values as unknown[][];
  }, address);
const selected = () =>
  workbench.excel(async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return range.address;
  });
const expectSample = async () => {
  expect(await grid.table('tblPanel')).toEqual(before);
  await waitForLight(workbench, GREEN);
  await expect.poll(() => grid.standing(), { timeout: 10_000 }).toEqual(standing);
};

describe('a row of cells', () => {
  it('is filled to the right with Ctrl+R', async () => {
    await workbench.type('Sheet1!B20', 7);
    await grid.go('Sheet1!B20:D20');
    await grid.press('Control+r');
    expect(await values('Sheet1!B20:E20')).toEqual([[7, 7, 7, '']]);
    await grid.press('Control+z');
    expect(await values('Sheet1!B20:E20')).toEqual([[7, '', '', '']]);
    await workbench.type('Sheet1!B20', '');
    await expectSample();
  });
});

describe('keys that move the selection', () => {
  it.each([
    ['Control+Home', 'Panel!C8', 'Panel!B7'],
    ['Control+End', 'Panel!C8', 'Panel!N10'],
    ['Home', 'Panel!E9', 'Panel!B9'],
    ['Control+Shift+End', 'Panel!M9', 'Panel!M9:N10'],
    ['Control+Shift+Home', 'Panel!C8', 'Panel!B7:C8'],
    ['Shift+Home', 'Panel!D9', 'Panel!B9:D9'],
    ['Control+ArrowDown', 'Panel!A7', 'Panel!A10'],
    ['Control+Shift+ArrowDown', 'Panel!A7', 'Panel!A7:A10'],
    ['Shift+Space', 'Panel!C8', /^Panel!A8:[A-Z]+8$/],
    ['Control+Space', 'Panel!C8', /^Panel!C1:C\d+$/],
  ])('%s, from %s', async (keys, from, to) => {
    await grid.go(from);
    await grid.press(keys);
    if (typeof to === 'string') expect(await selected()).toBe(to);
    else expect(await selected()).toMatch(to);
    await expectSample();
  });
});

describe('a cell that is typed in', () => {
  it('takes the end of what stands there after F2, and what stood there again after Escape', async () => {
    await grid.go('Panel!C7');
    await grid.press('F2', '5', 'Enter');
    expect(await column(2)).toEqual(['Opening patients', 3805, 140, 130, '']);
    await grid.press('Control+z');
    await grid.go('Panel!C7');
    await grid.press('9', '9', 'Escape');
    await expectSample();
  });

  it('is emptied with Delete, which Ctrl+Z takes back', async () => {
    await grid.go('Panel!C7:C8');
    await grid.press('Delete');
    expect(await column(2)).toEqual(['Opening patients', '', '', 130, '']);
    await grid.press('Control+z');
    await expectSample();
  });
});

describe('what is typed', () => {
  it.each(['2027-09'])('as %s is that month, and shown as the column shows months', async (month) => {
    await grid.go('Panel!L10');
    await workbench.page.keyboard.type(month);
    await grid.press('Enter');
    const text = await workbench.excel(async (context) => {
      const cell = context.workbook.worksheets.getItem('Panel').getRange('L10').load('text');
      await context.sync();
      return cell.text[0][0];
    });
    expect(text).toBe('Sep-27');
    expect((await grid.standing()).figures).not.toEqual(standing.figures);
    await grid.press('Control+z');
    await expectSample();
  });
});
