/** What people of Excel try first: paste, fill, insert, delete, sort, filter, and take it back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { gridActions } from './grid-actions';
import { buildFromPane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;
const NOT_GREEN = /stops? the forecast|fail/;

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
  expect(before.address).toBe('Panel!A6:N10');
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
const expectStanding = async () => {
  await waitForLight(workbench, GREEN);
  // A pass may still be under way when the light is green already.
  await expect.poll(() => grid.standing(), { timeout: 10_000 }).toEqual(standing);
};
const expectSample = async () => {
  expect(await grid.table('tblPanel')).toEqual(before);
  await expectStanding();
};

describe('two programs pasted below the last', () => {
  const TEXT = 'Heart\t500\nLung\t300';
  const FROM_EXCEL =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body>' +
    '<table><!--StartFragment--><tr><td>Heart</td><td align=right x:num>500</td></tr>' +
    '<tr><td>Lung</td><td align=right x:num>300</td></tr><!--EndFragment--></table></body></html>';

  it.each([
    ['from text with tabs', TEXT, undefined],
    ['from Excel', TEXT, FROM_EXCEL],
    ['from csv', 'Heart,500\nLung,300', undefined],
  ])('%s, make the table grow, and Ctrl+Z and Ctrl+Y take them back and forth', async (_, text, html) => {
    await grid.go('Panel!A11');
    await grid.paste(text, html);
    const grown = await grid.table('tblPanel');
    expect(grown.address).toBe('Panel!A6:N12');
    expect(grown.formulas.slice(5).map((row) => row.slice(0, 3))).toEqual([
      ['Heart', 500, ''],
      ['Lung', 300, ''],
    ]);
    await waitForLight(workbench, NOT_GREEN);
    await grid.press('Control+z');
    await expectSample();
    await grid.press('Control+y');
    expect(await grid.table('tblPanel')).toEqual(grown);
    await grid.press('Control+z');
    await expectSample();
  });

  it('have the hints and the bounds of the others, and lose them when taken back', async () => {
    const rule = () =>
      workbench.excel(async (context) => {
        const { dataValidation } = context.workbook.worksheets.getItem('Panel').getRange('B12');
        dataValidation.load('type');
        await context.sync();
        return dataValidation.type;
      });
    expect(await rule()).toBe('None');
    await grid.go('Panel!A11');
    await grid.paste(TEXT);
    expect(await rule()).toBe('Custom');
    await grid.press('Control+z');
    expect(await rule()).toBe('None');
  });
});

describe('what is typed', () => {
  it.each([
    ['Shift+Tab', 'Panel!D8', 'Panel!C8'],
    ['Shift+Enter', 'Panel!C8', 'Panel!C7'],
  ])('is entered with %s, which goes back', async (keys, cell, next) => {
    await grid.go(cell);
    await grid.press('9', '9', keys);
    const [entered, selected] = await workbench.excel(async (context, address) => {
      const range = context.workbook.worksheets.getItem('Panel').getRange(address.slice(6)).load('values');
      const selection = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return [range.values[0][0] as unknown, selection.address];
    }, cell);
    expect(entered).toBe(99);
    expect(selected).toBe(next);
    await grid.press('Control+z');
    await expectSample();
  });

  it('in several lines, pasted, has Excel’s ends of lines', async () => {
    await grid.go('Sheet1!F2');
    await grid.paste('"two\nlines"\tx\r\ny\tz\r\n');
    expect(await values('Sheet1!F2:G4')).toEqual([
      ['two\nlines', 'x'],
      ['y', 'z'],
      ['', ''],
    ]);
    await expectStanding();
    await grid.press('Control+z');
  });
});

describe('a column', () => {
  it('is filled down with Ctrl+D', async () => {
    await grid.go('Panel!C7:C9');
    await grid.press('Control+d');
    expect(await column(2)).toEqual(['Opening patients', 380, 380, 380, '']);
    expect((await grid.standing()).figures).not.toEqual(standing.figures);
    await grid.press('Control+z');
    await expectSample();
  });

  it('that is filtered is filled down where it is shown', async () => {
    await grid.headerMenu('Panel!B6', /^900$/);
    await workbench.page.getByRole('button', { name: 'Confirm' }).click();
    await grid.settled();
    await grid.go('Panel!C7:C9');
    await grid.press('Control+d');
    expect(await column(2)).toEqual(['Opening patients', 380, 140, 380, '']);
    await grid.press('Control+z', 'Control+z');
    await expectSample();
  });
});

describe('cells', () => {
  it('are copied out as text with tabs', async () => {
    const context = workbench.page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await grid.go('Panel!A7:C8');
    await grid.press('Control+c', 'Escape');
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim().split(/\r?\n/)).toEqual(['CCM\t2,400\t380', 'RPM\t900\t140']);
  });

  it('are found with Ctrl+F, one after another, on every sheet', async () => {
    await grid.go('Panel!A1');
    await grid.press('Control+f');
    const field = workbench.page.getByRole('searchbox', { name: 'Find in the workbook' });
    await field.fill('disengagement rate');
    await field.press('Enter');
    expect(await selected()).toBe('Panel!H6');
    await field.press('Enter');
    expect(await selected()).not.toMatch(/^Panel!/);
    await field.fill('no such text');
    await field.press('Enter');
    await workbench.page.getByText('Nothing found').waitFor();
    await field.press('Escape');
    expect(await field.isVisible()).toBe(false);
  });
});

const keysAt = async (cell: string, ...keys: string[]) => {
  await grid.go(cell);
  await grid.press(...keys);
};

describe('a row', () => {
  it.each([
    ['of the sheet', () => grid.rowMenu('Panel!A8', 'rows above')],
    ['of the table', () => grid.cellMenu('Panel!B8', /^Insert$/, 'Table Rows Above')],
    ['of the table, by Ctrl+Shift+=,', () => keysAt('Panel!B8', 'Control+Shift+Equal')],
    ['of the sheet, by Shift+Space and Ctrl+Shift+=,', () => keysAt('Panel!B8', 'Shift+Space', 'Control+Shift+Equal')],
  ])('%s inserted in the table is a row of the table, and changes no figure', async (_, insert) => {
    await insert();
    const grown = await grid.table('tblPanel');
    expect(grown.address).toBe('Panel!A6:N11');
    expect(await column(0)).toEqual(['Program', 'CCM', '', 'RPM', 'BHI', 'APCM']);
    await expectStanding();
    await grid.press('Control+z');
    await expectSample();
    await grid.press('Control+y');
    expect(await grid.table('tblPanel')).toEqual(grown);
    await grid.press('Control+z');
    await expectSample();
  });

  it('inserted above the first looks like the rows, not like the headers', async () => {
    await grid.rowMenu('Panel!A7', 'rows above');
    const fills = await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Panel');
      const cells = ['B6', 'B7', 'B8'].map((address) => sheet.getRange(address).format.fill.load('color'));
      await context.sync();
      return cells.map(({ color }) => color);
    });
    expect(fills[1]).toBe(fills[2]);
    expect(fills[1]).not.toBe(fills[0]);
    await grid.press('Control+z');
    await expectSample();
  });

  it.each([
    ['of the sheet', () => grid.rowMenu('Panel!A8', 'Delete Selected Row')],
    ['of the table', () => grid.cellMenu('Panel!B8', /^Delete$/, /^Table Rows$/)],
    ['of the table, by Ctrl+-,', () => keysAt('Panel!B8', 'Control+Minus')],
  ])('%s deleted is said at once, and comes back', async (_, remove) => {
    await remove();
    expect((await grid.table('tblPanel')).address).toBe('Panel!A6:N9');
    expect(await column(0)).toEqual(['Program', 'CCM', 'BHI', 'APCM']);
    expect((await workbench.cell('Forecast!A6')).errorText).toContain('Program “RPM” is not known');
    await waitForLight(workbench, NOT_GREEN);
    await grid.press('Control+z');
    await waitForLight(workbench, GREEN);
    await expectSample();
  });
});

describe('the arrow of a header', () => {
  it('sorts the table, and formulas that read it follow', async () => {
    await workbench.type('Sheet1!A1', '=Panel!A7');
    await grid.go('Panel!A11');
    await grid.headerMenu('Panel!B6', 'Ascending');
    expect(await column(0)).toEqual(['Program', 'RPM', 'BHI', 'APCM', 'CCM']);
    expect((await workbench.cell('Sheet1!A1')).value).toBe('RPM');
    await expectStanding();
    await grid.press('Control+z');
    expect((await workbench.cell('Sheet1!A1')).value).toBe('CCM');
    await expectSample();
  });

  it('filters the table: hidden rows count as before', async () => {
    await grid.headerMenu('Panel!B6', /^900$/);
    await workbench.page.getByRole('button', { name: 'Confirm' }).click();
    await grid.settled();
    await expectSample();
    await grid.press('Control+z');
    await expectSample();
  });
});

describe('a function that nobody knows', () => {
  it('shows #NAME?, and the near ones beside the cell', async () => {
    await workbench.type('Sheet1!A3', '=PPPM.REVENU(1)');
    await grid.go('Sheet1!A3');
    const callout = workbench.page.locator('[data-callout=error]');
    await callout.waitFor();
    expect(await callout.innerText()).toMatch(
      /#NAME\?\s+There is no function PPPM\.REVENU\. Did you mean .*PPPM\.REVENUE/,
    );
    await workbench.screenshot('near-names');
    await workbench.type('Sheet1!A3', '');
  });
});

describe('a protected sheet', () => {
  const protect = (on: boolean) =>
    workbench.excel(async (context, locked) => {
      const { protection } = context.workbook.worksheets.getItem('Panel');
      if (locked) protection.protect();
      else protection.unprotect();
      await context.sync();
    }, on);

  it('takes nothing typed, and what the pane would write is refused in words that name it', async () => {
    await protect(true);
    try {
      await grid.go('Panel!B7');
      await grid.press('7', 'Enter');
      expect(await column(1)).toEqual(before.formulas.map((row) => row[1]));
      await workbench.page.keyboard.press('Escape');
      const { frame } = workbench;
      await frame.getByRole('button', { name: 'Inputs', exact: true }).click();
      await frame.getByRole('button', { name: 'Add program', exact: true }).click();
      await frame.getByLabel('Eligible patients').fill('600');
      await frame.getByRole('button', { name: 'Add PCM', exact: true }).click();
      await frame
        .getByText(/Panel is protected, so Excel lets nothing change it/)
        .first()
        .waitFor();
      await workbench.screenshot('protected-sheet');
      expect(await grid.table('tblPanel')).toEqual(before);
    } finally {
      await protect(false);
    }
  });
});
