/** Keys as people of Excel have them in their fingers, what they type, and what other add-ins do to our tables. */
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
/** The forecast and the light, which the order of the programs and remarks do not change. */
const expectStanding = async () => {
  await waitForLight(workbench, GREEN);
  await expect.poll(() => grid.standing(), { timeout: 10_000 }).toEqual(standing);
};
const expectSample = async () => {
  expect(await grid.table('tblPanel')).toEqual(before);
  await expectStanding();
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
  it.each(['2027-09', 'Sep 2027', '9/2027'])(
    'as %s is that month, and shown as the column shows months',
    async (month) => {
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
    },
  );

  it('with @ is the first cell of what a function gives', async () => {
    await grid.go('Sheet1!F20');
    await workbench.page.keyboard.type('=@PPPM.PANEL(100,10,5%,3)');
    await grid.press('Enter');
    await workbench.type('Sheet1!H20', '=PPPM.PANEL(100,10,5%,3)');
    const formula = await workbench.excel(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('F20').load('formulas');
      await context.sync();
      return cell.formulas[0][0] as unknown;
    });
    expect(formula).toBe('=@PPPM.PANEL(100,10,5%,3)');
    expect(await values('Sheet1!F20:J21')).toEqual([
      [100, '', 100, 105, 109.75],
      ['', '', 10, 10, 10],
    ]);
    await expectSample();
    await workbench.type('Sheet1!F20', '');
    await workbench.type('Sheet1!H20', '');
    await expectSample();
  });
});

describe('another add-in, or a script,', () => {
  const columns = () =>
    workbench.excel(async (context) => {
      const range = context.workbook.tables.getItem('tblPanel').getHeaderRowRange().load('values');
      await context.sync();
      return range.values[0] as string[];
    });

  it('sorts the table with Table.sort, and the forecast stands', async () => {
    const sort = (key: number) =>
      workbench.excel(async (context, by) => {
        context.workbook.tables.getItem('tblPanel').sort.apply([{ key: by, ascending: true }]);
        await context.sync();
      }, key);
    const order = (await column(0)).slice(1) as string[];
    await sort(0);
    expect((await column(0)).slice(1)).toEqual([...order].sort());
    await expectStanding();
    await sort(1);
    const eligible = (await column(1)).slice(1) as number[];
    expect(eligible).toEqual([...eligible].sort((a, b) => a - b));
    await expectStanding();
    // Back by hand: what an add-in does is not the user's to undo.
    await workbench.excel(async (context, rows) => {
      context.workbook.tables.getItem('tblPanel').getDataBodyRange().formulas = rows;
      await context.sync();
    }, before.formulas.slice(1));
    await workbench.settled();
    await expectSample();
  });

  it('deletes a column of remarks with TableColumn.delete, and the forecast stands', async () => {
    await workbench.excel(async (context) => {
      const { columns } = context.workbook.tables.getItem('tblPanel');
      columns.add(undefined, undefined, 'Remark').getDataBodyRange().values = [['a'], ['b'], ['c'], ['d']];
      await context.sync();
    });
    expect((await columns()).at(-1)).toBe('Remark');
    await waitForLight(workbench, GREEN);
    await expect.poll(async () => (await grid.standing()).figures, { timeout: 10_000 }).toEqual(standing.figures);
    await workbench.excel(async (context) => {
      context.workbook.tables.getItem('tblPanel').columns.getItem('Remark').delete();
      await context.sync();
    });
    await workbench.settled();
    expect(await columns()).toEqual(before.formulas[0]);
    await expectSample();
  });
});
