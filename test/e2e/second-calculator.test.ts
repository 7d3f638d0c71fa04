/** Every native formula of the built workbook, calculated again by an engine that shares nothing with the grid's. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { differs, isCalculated, isNative, recalculate, type CalculatedWorkbook } from '../second-calculator/iron-calc';
import { buildFromPane } from './pane-actions';
import { readWorkbook } from './read-workbook';

let browser: Browser;
let workbench: Workbench;
let workbook: CalculatedWorkbook;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  workbook = await readWorkbook(workbench);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

it('gives the same values in every cell', () => {
  const answers = recalculate(workbook);
  expect(answers.length).toBeGreaterThan(500);
  expect(answers.filter(differs)).toEqual([]);
});

it('leaves only a few native formulas out: what the settings say as read, and the stamp', () => {
  const formulas = workbook.sheets.flatMap(({ name, cells }) =>
    cells.flat().flatMap((cell) => (isNative(cell?.formula ?? null) ? [{ name, formula: cell!.formula! }] : [])),
  );
  const left = formulas.filter(({ formula }) => !isCalculated(formula));
  expect(new Set(left.map(({ name }) => name))).toEqual(new Set(['Checks']));
  expect(left.length).toBeLessThan(formulas.length / 20);
});

it.each<[string, string, string | number]>([
  ['another scenario', 'ActiveScenario', 'Conservative'],
  ['a share of panel that is missing', 'Payer Mix!C7', ''],
  ['an eligible number that is none', 'Panel!B7', 'many'],
])('gives the same values with %s', async (_, address, content) => {
  const at = workbook.names[address] ?? address;
  const before = (await workbench.cell(at)).value;
  await workbench.type(at.replaceAll('$', '').replaceAll("'", ''), content);
  const answers = recalculate(await readWorkbook(workbench));
  await workbench.type(at.replaceAll('$', '').replaceAll("'", ''), before as string | number);
  expect(answers.filter(differs)).toEqual([]);
});

it('sees a wrong value wherever one is planted in the workbook’s own', () => {
  const wrong: CalculatedWorkbook = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row) =>
        row.map((cell) => (cell && isCalculated(cell.formula) ? { ...cell, value: -999 } : cell)),
      ),
    })),
  };
  const right = new Map(recalculate(workbook).map(({ at, value }) => [at, value]));
  for (const answer of recalculate(wrong)) expect(answer.value, answer.at).toBe(right.get(answer.at));
  expect(recalculate(wrong).filter((answer) => answer.expected === -999 && !differs(answer))).toEqual([]);
});
