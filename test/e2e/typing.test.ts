/** Keys as fast as people type them, while the workbook calculates: each entry is in the cell it was typed into. */
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { columnName } from '../../src/workbook/plan/cells';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { gridActions } from './grid-actions';
import { entering, pressKeys } from './keyboard';
import { buildFromPane, pane } from './pane-actions';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  // Keys go where the user clicked last.
  await workbench.page.locator('#grid canvas').first().click();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

/** Types from the cell on, and waits until everything is calculated. */
async function type(cell: string, keys: readonly string[], pause: (place: number) => number): Promise<void> {
  await workbench.select(cell);
  await pressKeys(workbench.page, keys, pause);
  await workbench.settled();
}

const values = async (address: string) => (await workbench.cells(address)).flat().map(({ value }) => value);

describe('391⏎141⏎131⏎11⏎ from Panel!C7', () => {
  it.each([0, 40, 80, 120])('at %i ms a key', async (pause) => {
    await type('Panel!C7', entering(391, 141, 131, 11), () => pause);
    expect(await values('Panel!C7:C10')).toEqual([391, 141, 131, 11]);
    await type('Panel!C7', entering(380, 140, 130, 20), () => pause);
    expect(await values('Panel!C7:C10')).toEqual([380, 140, 130, 20]);
  });

  it('with a second and a half between entries', async () => {
    await type('Panel!C7', entering(391, 141, 131, 11), (place) => ([3, 7, 11].includes(place) ? 1500 : 100));
    expect(await values('Panel!C7:C10')).toEqual([391, 141, 131, 11]);
  });
});

describe('300 keys at 40 to 120 ms a key, over ten runs', () => {
  /** Columns of numbers that take any of these. */
  const PLACES = [
    { sheet: 'Panel', row: 7, columns: [1, 2, 3] },
    { sheet: 'Payer Mix', row: 7, columns: [8] },
    { sheet: 'Costs', row: 7, columns: [4] },
  ];
  const numbers = (count: number) =>
    fc.array(fc.integer({ min: 10, max: 360 }), { minLength: count, maxLength: count });
  const runs = fc.sample(fc.tuple(numbers(9), fc.infiniteStream(fc.integer({ min: 40, max: 120 }))), 10);
  const runsAtPlaces = runs.map(([typed, pauses], index) => {
    const { columns, ...place } = PLACES[index % PLACES.length];
    // Along a row with Tab, and on to the next one with Enter, which goes back to where the row began.
    const keys = typed.flatMap((number, at) => [...String(number), (at + 1) % columns.length ? 'Tab' : 'Enter']);
    return { run: index + 1, ...place, columns, typed, keys, pauses };
  });

  it('are 300 keys', () => {
    expect(runsAtPlaces.reduce((sum, { keys }) => sum + keys.length, 0)).toBeGreaterThanOrEqual(300);
  });

  it.each(runsAtPlaces)('run $run, into $sheet', async ({ sheet, row, columns, typed, keys, pauses }) => {
    const from = `${sheet}!${columnName(columns[0])}${row}`;
    await type(from, keys, () => pauses.next().value as number);
    const last = `${columnName(columns.at(-1)!)}${row + typed.length / columns.length - 1}`;
    expect(await values(`${from}:${last}`)).toEqual(typed);
  });
});

describe('while the workbook is built', () => {
  let fresh: Workbench;
  beforeEach(async () => void (fresh = await openWorkbench({ browser })));
  afterEach(() => fresh.close());

  const activeCell = () =>
    fresh.excel(async (context) => {
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return cell.address;
    });
  const built = async () => {
    await pane(fresh).ready().waitFor();
    await fresh.settled();
  };

  it('keys are in the cells they were typed into: neither the pane nor the new sheets take them', async () => {
    const { left, top } = await gridActions(fresh).boxOf('Sheet1!C3');
    const canvas = (await fresh.page.locator('#univer-sheet-main-canvas_workbook').boundingBox())!;
    await pane(fresh).build().click();
    // Waits its turn, as a hand's click does, whatever the page is busy with.
    await fresh.page.mouse.click(canvas.x + left + 8, canvas.y + top + 8);
    const typed = Array.from({ length: 15 }, (_, place) => 100 + place);
    await pressKeys(fresh.page, entering(...typed), () => 80);
    await built();
    expect((await fresh.cells('Sheet1!C3:C18')).flat().map(({ value }) => value)).toEqual([...typed, null]);
    expect(await activeCell()).toBe('Sheet1!C18');
  });

  it('who leaves the cells alone is brought to the choice of the scenario', async () => {
    await pane(fresh).build().click();
    await built();
    expect(await activeCell()).toBe('Start!B5');
  });
});

describe('what a rule refuses', () => {
  const dialog = () => workbench.page.getByRole('dialog');

  it('is taken back, and said, when its verdict comes, and what was typed meanwhile stays', async () => {
    const before = await values('Panel!C7:C10');
    await type('Panel!C7', entering(-5, 77), () => 0);
    await expect.poll(() => values('Panel!C7:C10'), { timeout: 10_000 }).toEqual([before[0], 77, before[2], before[3]]);
    await dialog().getByText('Give a number of 0 or more').waitFor();
    await workbench.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('is selected again, and can be typed anew once Escape has closed the dialog', async () => {
    await type('Panel!C7', entering(-5), () => 60);
    await dialog().waitFor();
    await workbench.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await workbench.page.waitForTimeout(400);
    await pressKeys(workbench.page, entering(55), () => 60);
    await workbench.settled();
    expect(await values('Panel!C7')).toEqual([55]);
  });
});

it('between entries the window rests: a hundred timers a second once took a fiftieth of the page’s thread', async () => {
  await type('Panel!C7', entering(391), () => 40);
  // What follows an edit, in the pane and in the browser's storage, is done.
  await workbench.page.waitForTimeout(1500);
  await browser.startTracing(workbench.page, { categories: ['devtools.timeline'] });
  await workbench.page.waitForTimeout(1000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: { name: string }[] };
  expect(traceEvents.length).toBeGreaterThan(0);
  expect(traceEvents.filter(({ name }) => name === 'TimerFire').length).toBeLessThan(40);
});
