/** The workbook leaves the window as an .xlsx file and comes back: the same in every cell, chart and rule. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import type { PracticeFile } from '../../src/template/practice-file';
import { template } from '../../src/template/template';
import { readXlsx, type Cell, type Sheet, type Workbook } from '../../src/xlsx';
import { faultsOf } from '../xlsx/package-faults';
import { buildFromPane, waitForLight } from './pane-actions';
import { menu, openXlsx, saveAsXlsx } from './xlsx-actions';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pppm-xlsx-'));
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A line for each cell, so that a difference names its place. */
const cellsOf = ({ sheets }: Workbook, told: (cell: Cell) => unknown): string[] =>
  sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, cell]) => {
        const text = JSON.stringify(told(cell));
        return text === '{}' ? [] : [`${name} ${row + 1},${column + 1}: ${text}`];
      }),
    ),
  );
const contents = ({ value, formula, spill }: Cell) => ({ ...(value !== null && { value }), formula, spill });
const looks = ({ format = {} }: Cell) => Object.fromEntries(Object.entries(format).sort());

/** Everything but cells, and but the places of charts, which are rounded. */
const around = (workbook: Workbook) => ({
  ...workbook,
  names: [...workbook.names].sort((a, b) => (a.name < b.name ? -1 : 1)),
  sheets: workbook.sheets.map(({ cells: _, ...sheet }) => ({
    ...sheet,
    columns: [...sheet.columns],
    rows: [...sheet.rows],
    charts: sheet.charts.map(({ from: _from, to: _to, ...chart }) => chart),
    tables: sheet.tables.map((table) => ({ ...table, calculated: [...table.calculated] })),
  })),
});

it('saves what was built and changed, and opens it again with the same figures, rules, looks and charts', async () => {
  await workbench.type('Panel!C7', 391);
  await workbench.type('Panel!A6', 'Program');
  const revenue = (await workbench.cell('Start!B11')).value;
  const first = await saveAsXlsx(workbench);
  expect(faultsOf(first)).toEqual([]);
  const saved = readXlsx(first);
  expect(saved.leftOut).toEqual([]);

  const again = await openXlsx(workbench, folder, first);
  expect((await again.cell('Panel!C7')).value).toBe(391);
  expect((await again.cell('Start!B11')).value).toBe(revenue);
  await waitForLight(again, GREEN);
  const second = readXlsx(await saveAsXlsx(again));
  expect(cellsOf(second.workbook, contents)).toEqual(cellsOf(saved.workbook, contents));
  expect(around(second.workbook)).toEqual(around(saved.workbook));
  expect(cellsOf(second.workbook, looks)).toEqual(cellsOf(saved.workbook, looks));

  // It is alive: an input moves it, and moved back it is as before.
  await again.type('Panel!C7', 380);
  expect((await again.cell('Start!B11')).value).not.toBe(revenue);
  await waitForLight(again, GREEN);
  await again.type('Panel!C7', 391);
  expect((await again.cell('Start!B11')).value).toBeCloseTo(revenue as number, 6);
});

it('holds as built what the file holds that is made without Excel', async () => {
  const fresh = await openWorkbench({ browser });
  try {
    await buildFromPane(fresh);
    const built = readXlsx(await saveAsXlsx(fresh)).workbook;
    const made = readXlsx(await template({} satisfies PracticeFile)).workbook;
    expect(built.sheets.map(({ name }) => name).slice(1)).toEqual(made.sheets.map(({ name }) => name));
    for (const sheet of made.sheets) {
      const other = built.sheets.find(({ name }) => name === sheet.name)!;
      const cells = ({ cells: held }: Sheet) =>
        [...held].flatMap(([row, columns]) =>
          [...columns].flatMap(([column, { value, formula }]) =>
            value === null && formula === undefined ? [] : [`${row},${column}: ${JSON.stringify([value, formula])}`],
          ),
        );
      expect(cells(other).sort(), sheet.name).toEqual(cells(sheet).sort());
      expect(other.print, sheet.name).toEqual(sheet.print);
      expect(other.freeze, sheet.name).toEqual(sheet.freeze);
      expect(other.tables, sheet.name).toEqual(sheet.tables);
      expect(other.highlights, sheet.name).toEqual(sheet.highlights);
      expect(
        other.charts.map(({ name, kind, series }) => ({ name, kind, series })),
        sheet.name,
      ).toEqual(sheet.charts.map(({ name, kind, series }) => ({ name, kind, series })));
    }
    expect(built.names.map(({ name, formula, comment }) => [name, formula, comment]).sort()).toEqual(
      made.names.map(({ name, formula, comment }) => [name, formula, comment]).sort(),
    );
  } finally {
    await fresh.close();
  }
});

it('opens a file that was made without Excel as a workbook of ours, which goes on', async () => {
  const again = await openXlsx(workbench, folder, await template({ programs: ['CCM'], months: 12 }));
  await waitForLight(again, GREEN);
  const before = (await again.cell('Start!B11')).value as number;
  expect(before).toBeGreaterThan(10_000);
  await again.type('Panel!C7', 900);
  expect((await again.cell('Start!B11')).value).toBeGreaterThan(before);
});

it('says that the words of errors are not in the file', async () => {
  await workbench.type('Costs!Z1', '=PPPM.RATE("none")');
  expect((await workbench.cell('Costs!Z1')).errorText).toBeTruthy();
  await saveAsXlsx(workbench);
  await workbench.page.getByText(/^Saved without the words of 1 error, which come/).waitFor();
  await workbench.type('Costs!Z1', '');
});

it('says that a file is none', async () => {
  const { page } = workbench;
  writeFileSync(join(folder, 'none.xlsx'), 'not a zip');
  await menu(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open .xlsx' }).click(),
  ]);
  await chooser.setFiles(join(folder, 'none.xlsx'));
  await page.getByText('This is no .xlsx file').waitFor();
});
