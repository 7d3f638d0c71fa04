/** The copy in plain formulas, from the workbench's menu and from the pane: made, opened, calculated again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { tablesOf } from '../../src/plain-copy/of-file';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { readXlsx, writeXlsx, type Cell, type Workbook } from '../../src/xlsx';
import { apart } from '../plain-copy/figures';
import { CANARY } from '../plain-copy/recalculated';
import { faultsOf } from '../xlsx/package-faults';
import { valuesIn } from '../xlsx/values-in';
import { buildFromPane, waitForLight } from './pane-actions';
import { downloaded, openXlsx, saveAsXlsx, savePlainCopy } from './xlsx-actions';

let browser: Browser;
let workbench: Workbench;
let folder: string;
let live: Uint8Array;
let plain: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pppm-plain-'));
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await workbench.type('Panel!C7', 391);
  await waitForLight(workbench, /^All \d+ checks pass/);
  live = await saveAsXlsx(workbench);
  plain = await savePlainCopy(workbench);
}, 180_000);
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Nobody could read the difference of two files. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

const forecast = () => forecastOf(tablesOf(readXlsx(live).workbook));

function differences(file: Workbook, scenario: string): string[] {
  const of = forecast();
  const programs = of.inputs.programs.map(({ name }) => name);
  return apart(valuesIn(file), of.projection(scenario), programs, of.inputs.settings.months);
}

const changed = (file: Workbook, change: (cell: Cell) => Cell): Workbook => ({
  ...file,
  sheets: file.sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([row, columns]) => [
        row,
        new Map([...columns].map(([column, cell]) => [column, change(cell)])),
      ]),
    ),
  })),
});

/** A line for each cell that holds something. */
const contents = ({ sheets }: Workbook): string[] =>
  sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, { value, formula }]) =>
        value === null && formula === undefined
          ? []
          : [`${name} ${row + 1},${column + 1}: ${JSON.stringify([value, formula])}`],
      ),
    ),
  );

const standing = ({ sheets }: Workbook, value: number): string[] =>
  sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, cell]) => (cell.value === value ? [`${name} ${row + 1},${column + 1}`] : [])),
    ),
  );

it('is saved beside the live workbook, calculated, with the figures that stand in the window', async () => {
  expect(faultsOf(plain)).toEqual([]);
  const { workbook: file, leftOut } = readXlsx(plain);
  expect(leftOut).toEqual([]);
  expect(file.addins).toEqual([]);
  expect(differences(file, 'Expected')).toEqual([]);
  const formulas = file.sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap((row) => [...row.values()].filter(({ formula }) => formula !== undefined)),
  );
  expect(formulas.length).toBeGreaterThan(10_000);
  expect(formulas.filter(({ value }) => value === null)).toEqual([]);
  expect(formulas.filter(({ formula }) => /PPPM\.|_xl/i.test(formula!))).toEqual([]);
  // The workbook itself is as it was.
  expect(same(await saveAsXlsx(workbench), live)).toBe(true);
});

it('is the same when the pane makes it and Excel opens it', async () => {
  const { frame } = workbench;
  await frame.getByRole('button', { name: 'Share', exact: true }).click();
  const made = await downloaded(workbench, 'new-workbook.xlsx', () =>
    frame.getByRole('button', { name: 'Open a plain copy' }).click(),
  );
  await frame.getByText('The copy is a new workbook.').first().waitFor();
  await workbench.screenshot('share-plain');
  const [one, other] = [contents(readXlsx(made).workbook), contents(readXlsx(plain).workbook)];
  expect(one.length).toBeGreaterThan(10_000);
  const known = new Set(other);
  expect(one.filter((line) => !known.has(line)).slice(0, 5)).toEqual([]);
  expect(one.length).toBe(other.length);
});

it('opens in the workbench and gives the engine’s figures there, of each scenario, whatever values it was saved with', async () => {
  const wrong = changed(readXlsx(plain).workbook, (cell) =>
    cell.formula === undefined ? cell : { ...cell, value: CANARY },
  );
  expect(standing(wrong, CANARY).length).toBeGreaterThan(10_000);
  const copy = await openXlsx(workbench, folder, writeXlsx(wrong));
  // As in Excel, a file shows what it was saved with until it is calculated.
  const first = /^Statement (\d+),4$/.exec(standing(wrong, CANARY).find((at) => /^Statement \d+,4$/.test(at))!)![1];
  expect(await copy.cell(`Statement!D${first}`)).toMatchObject({ value: CANARY });
  await copy.excel(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  await copy.settled();
  const again = readXlsx(await saveAsXlsx(copy)).workbook;
  expect(standing(again, CANARY)).toEqual([]);
  expect(differences(again, 'Expected')).toEqual([]);
  expect(differences(again, 'Stretch').length).toBeGreaterThan(0);

  await copy.type('Start!B5', 'Stretch');
  await copy.settled();
  expect(differences(readXlsx(await saveAsXlsx(copy)).workbook, 'Stretch')).toEqual([]);
}, 240_000);
