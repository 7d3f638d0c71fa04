/** Whose sheets are whose: Build writes over nothing, and Remove takes away nothing else. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, pane, waitForLight } from './pane-actions';
import { differences, expectedStatements, readStatements, SAMPLE_TABLES } from './statement';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

const SHEETS = planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name }) => name);

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const names = () =>
  workbench.excel(async (context) => {
    context.workbook.names.load('items/name');
    context.workbook.tables.load('items/name');
    await context.sync();
    return [...context.workbook.names.items, ...context.workbook.tables.items].map(({ name }) => name);
  });

it('a sheet of the user with a name that Build needs is named and left alone', async () => {
  await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Panel');
    sheet.getRange('A1:B2').values = [
      ['Panel discussion', 'Date'],
      ['Budget 2027', 46_000],
    ];
    await context.sync();
  });
  await pane(workbench).build().click();
  await workbench.frame.getByText('Something of yours is in the way.').waitFor();
  expect(await workbench.frame.locator('main').innerText()).toContain('the sheet Panel');
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Panel']);
  expect((await workbench.cells('Panel!A1:B2')).map((row) => row.map(({ value }) => value))).toEqual([
    ['Panel discussion', 'Date'],
    ['Budget 2027', 46_000],
  ]);
  expect(await names()).toEqual([]);
});

it('once it is renamed, the workbook is built beside it', async () => {
  await workbench.excel(async (context) => {
    context.workbook.worksheets.getItem('Panel').name = 'Discussion';
    await context.sync();
  });
  await buildFromPane(workbench);
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Discussion', ...SHEETS]);
  expect(await workbench.errorCells()).toEqual([]);
});

it('Remove asks, and takes away what Build made and nothing else', async () => {
  const { frame } = workbench;
  await pane(workbench).remove().click();
  const question = frame.getByRole('alertdialog', { name: `Remove ${SHEETS.length} sheets?` });
  for (const name of SHEETS) expect(await question.innerText()).toContain(name);
  await frame.getByRole('button', { name: 'Keep them' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await workbench.sheets()).toHaveLength(2 + SHEETS.length);

  await pane(workbench).remove().click();
  await frame.getByRole('button', { name: `Remove ${SHEETS.length} sheets` }).click();
  await frame.getByText('The sheets are removed.').first().waitFor();
  await workbench.settled();
  expect(await workbench.sheets()).toEqual(['Sheet1', 'Discussion']);
  expect((await workbench.cell('Discussion!A2')).value).toBe('Budget 2027');
  expect(await names()).toEqual([]);
});

it('and it can be built again, as good as the first time', async () => {
  await buildFromPane(workbench);
  await waitForLight(workbench, /^All \d+ checks pass/);
  expect(await workbench.errorCells()).toEqual([]);
  expect(differences(await readStatements(workbench), expectedStatements(SAMPLE_TABLES, 'Expected'))).toEqual([]);
  expect([...new Set(workbench.errors)]).toEqual([]);
});
