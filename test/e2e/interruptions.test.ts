/** Excel interrupts, delays and forgets: whatever it does, no figure passes for current that is not. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type OpenOptions, type Workbench } from '../../src/workbench/driver/workbench';
import { buildFromPane, choose, pane, waitForLight } from './pane-actions';
import { differences, edited, expectedStatements, readStatements, SAMPLE_TABLES } from './statement';

const GREEN = /^All \d+ checks pass/;
const CALCULATING = /^Calculating…$/;
const OPENING = 'Panel!C7';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => void (browser = await launchBrowser()));
afterEach(() => workbench?.close());
afterAll(() => browser?.close());

const open = async (options: OpenOptions = {}) => void (workbench = await openWorkbench({ browser, ...options }));
const built = async (options: OpenOptions = {}) => {
  await open(options);
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
};
/** Types without waiting for anything. */
const typeOnly = (address: string, content: string | number) =>
  workbench.page.evaluate(([at, what]) => window.workbench.type(at, what), [address, content] as const);
const text = () => workbench.frame.locator('main').innerText();
const revenue = async () => (await workbench.cell('Start!B11')).text.trim();
const value = async (address: string) => (await workbench.cell(address)).value;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const selection = () =>
  workbench.excel(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });

describe('something typed into a spill', () => {
  it('is named with its cell and a button that selects it, and the figures come back with the room', async () => {
    await built();
    const before = await revenue();
    await workbench.type('Forecast!F12', 'my note');
    await workbench.frame.getByText('A cell is in the way of the forecast.').waitFor();
    const shown = await text();
    expect(shown).toContain('Forecast!F12');
    expect(shown).not.toContain(before);
    expect(shown).not.toContain('Calculating');
    await workbench.frame.getByRole('button', { name: 'Select Forecast!F12' }).click();
    await expect.poll(selection).toBe('Forecast!F12');

    expect(await value('Start!B4')).toBe('ERROR');
    expect(await value('Start!C4')).toBe('Something stands in the way of a formula: see Checks');
    const [room] = (await workbench.cells('Checks!A6:C9')).filter(([{ value: test }]) =>
      /in the way/.test(String(test)),
    );
    expect(room.map((cell) => cell.value)).toEqual(['Nothing stands in the way of a formula', 'ERROR', 1]);

    await workbench.type('Forecast!F12', '');
    await waitForLight(workbench, GREEN);
    await pane(workbench).figures('Expected').getByText(before).waitFor();
    expect(await text()).not.toContain('in the way');
  });

  it.each([
    ['below the header of the statement', 'Forecast!A9'],
    ['in the last month', 'Forecast!AM20'],
    ['in the block of a program', 'Forecast!D60'],
    ['over the findings', 'Checks!B46'],
    ['in the scenarios on Compare', 'Compare!E121'],
  ])('is found %s', async (_, cell) => {
    await built();
    await workbench.type(cell, 1);
    await workbench.frame.getByRole('button', { name: `Select ${cell}` }).waitFor();
    await workbench.type(cell, '');
    await waitForLight(workbench, GREEN);
  });
});

describe('while a cell is being typed in', () => {
  it.each([
    ['Excel puts batches off', []],
    ['Excel refuses them', ['DelayForCellEdit1.1']],
  ])('and %s, the pane waits and says so, and goes on by itself', async (_, without) => {
    await built({ without });
    const before = await revenue();
    await workbench.play({ editing: true });
    await typeOnly(OPENING, 700);
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await waitForLight(workbench, CALCULATING);
    expect(await text()).not.toContain('out of date');
    expect(await workbench.frame.getByRole('region', { name: 'Expected scenario' }).count()).toBe(0);
    await pause(3000);
    await workbench.play({ editing: false });
    await workbench.frame.getByText('Waiting for Excel.').waitFor({ state: 'detached' });
    await workbench.settled();
    const after = await revenue();
    expect(after).not.toBe(before);
    await pane(workbench).figures('Expected').getByText(after).waitFor();
  });

  it('from before the pane opened, the pane opens when the typing ends', async () => {
    await open({ editing: 'on', without: ['DelayForCellEdit1.1'] });
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await workbench.play({ editing: false });
    await pane(workbench).build().waitFor();
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
  });

  it.each([
    ['put off', []],
    ['refused', ['DelayForCellEdit1.1']],
  ])('during Build, what is %s is done when the typing ends, and nothing is left half-built', async (_, without) => {
    await open({ without, delay: 120 });
    await pane(workbench).build().click();
    await workbench.frame
      .getByText(/Step [34] of 5/)
      .first()
      .waitFor();
    await workbench.play({ editing: true });
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await pause(2500);
    await workbench.play({ editing: false });
    await pane(workbench).ready().waitFor();
    await workbench.settled();
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
  });
});

describe('answers of functions', () => {
  /** What pane and sheets show from an edit on until all is settled: never an old figure without a word. */
  async function watchEdit(
    edit: () => Promise<void>,
  ): Promise<{ lights: Set<unknown>; before: string; after: string }> {
    const before = await revenue();
    const lights = new Set<unknown>();
    await edit();
    let settled = false;
    const settling = workbench.settled().then(() => (settled = true));
    while (!settled) {
      const [light, shown] = await Promise.all([value('Start!B4'), revenue()]);
      lights.add(light);
      if (shown === before) expect(light).toBe('CALCULATING');
      await pause(20);
    }
    await settling;
    return { lights, before, after: await revenue() };
  }

  it.each([
    ['late', { late: 800 }],
    ['old first', { late: 800, oldValues: true }],
    ['old first and out of order', { late: 1500, oldValues: true, outOfOrder: true }],
  ])('that come %s: pane, Start and Checks say calculating until all are there', async (_, switches) => {
    await built();
    await workbench.play(switches);
    const { lights, before, after } = await watchEdit(async () => {
      await typeOnly(OPENING, 700);
      await waitForLight(workbench, CALCULATING);
      expect(await workbench.frame.getByRole('region', { name: 'Expected scenario' }).count()).toBe(0);
    });
    expect(lights).toContain('CALCULATING');
    expect(lights).not.toContain('ERROR');
    expect(after).not.toBe(before);
    const changed = expectedStatements(edited(SAMPLE_TABLES, 'panel', 1, 'Opening patients', 700), 'Expected');
    expect(differences(await readStatements(workbench), changed)).toEqual([]);
    await pane(workbench).figures('Expected').getByText(after).waitFor();

    await choose(workbench.frame, 'Stretch');
    await waitForLight(workbench, CALCULATING);
    await workbench.settled();
    await pane(workbench)
      .figures('Stretch')
      .getByText(await revenue())
      .waitFor();
  });

  it('of functions that Excel learns late are waited for, then asked for again', async () => {
    await open({ functionsAfter: 3000 });
    await pane(workbench).build().click();
    await pane(workbench).ready().waitFor({ timeout: 60_000 });
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
  });

  it('of functions that Excel does not learn are explained with the button that helps', async () => {
    await open({ functionsAfter: 22_000 });
    await pane(workbench).build().click();
    const unknown = workbench.frame.getByText('Excel does not know the functions of this add-in.');
    await unknown.waitFor({ timeout: 60_000 });
    expect(await text()).not.toContain('$');
    await pause(8000);
    await workbench.frame.getByRole('button', { name: 'Calculate again' }).click();
    await waitForLight(workbench, GREEN);
    expect(await unknown.count()).toBe(0);
  });
});
