/**
 * Excel fails one call after the other while Build runs: a whole workbook stands at the end, or nothing of ours. Each of
 * three ways to fail is tried at every third call, so that the three have tried all; `npm run test:deep:browser` tries
 * each at all of them.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { everyNth } from '../random-cases';
import { buildFromPane, pane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;
const FIRST = 'FirstFailure';
const LATER = 'LaterFailure';
/** It writes nothing, and Build goes on where Excel refuses it: what it is refused with is not what failed first. */
const WHERE_THE_USER_IS = 'getActiveCell';
const INCOMPLETE = /The scenario workbook is incomplete/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const text = () => workbench.frame.locator('main').innerText();
const heading = () => workbench.frame.getByRole('heading', { level: 1 }).innerText();

/** Presses Build and waits for its end, whatever it is. */
async function build(): Promise<void> {
  await pane(workbench).build().click();
  await expect
    .poll(async () => /Building your workbook|Looking at|Getting ready/.test(await text()), { timeout: 5000 })
    .toBe(true)
    .catch(() => undefined);
  await expect.poll(heading, { timeout: 90_000 }).not.toBe('Building your workbook');
  await workbench.settled();
}

/** What is on the sheets beside their cells. */
async function looks() {
  const { document } = await workbench.save();
  const sheets = await workbench.excel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/id');
    await context.sync();
    const found = worksheets.items.map((sheet) => {
      const { charts, pageLayout } = sheet;
      charts.load('items/name');
      pageLayout.load('orientation');
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      return { sheet, charts, pageLayout, frozen };
    });
    await context.sync();
    return found.map(({ sheet: { name, id }, charts, pageLayout, frozen }) => ({
      id,
      name,
      charts: charts.items.map((chart) => chart.name),
      orientation: pageLayout.orientation,
      frozen: frozen.isNullObject ? '' : frozen.address,
    }));
  });
  return sheets.map(({ id, ...sheet }) => ({
    ...sheet,
    highlights: document.sheets[id]?.conditionalFormats.length ?? 0,
  }));
}

/** Sheets, tables, names and marks of add-ins. */
async function everything() {
  const { document } = await workbench.save();
  const names = await workbench.excel(async (context) => {
    const { tables, names: defined } = context.workbook;
    tables.load('items/name');
    defined.load('items/name');
    await context.sync();
    return [...tables.items, ...defined.items].map(({ name }) => name);
  });
  return [...(await workbench.sheets()), ...names, ...Object.keys(document.xmlParts)];
}

async function remove(): Promise<void> {
  await pane(workbench).remove().click();
  await workbench.frame.getByRole('button', { name: /^Remove \d+ sheets?$/ }).click();
  await pane(workbench).build().waitFor();
  await workbench.settled();
}

beforeEach(async () => {
  await workbench?.close();
  workbench = await openWorkbench({ browser });
});

describe('a batch that fails', () => {
  const WAYS: [string, { share: number; times: number }][] = [
    ['half done', { share: 0.5, times: 1 }],
    ['all done and called failed, and so is taking back at first,', { share: 1, times: 4 }],
    ['half done, and cannot be taken back,', { share: 0.5, times: 9 }],
  ];

  it.each(WAYS.map(([how, way], variant) => [how, way, variant] as const))(
    '%s at any time of Build leaves a whole workbook or nothing of ours, and says what failed first',
    { timeout: 600_000 },
    async (_, { share, times }, variant) => {
      await buildFromPane(workbench);
      const whole = await looks();
      await remove();
      const ends = { nothing: 0, remains: 0, whole: 0 };
      const { first, step } = everyNth(WAYS.length, variant);
      for (let after = first; ; after += step) {
        // The pane reads once more what the removal has stirred, a second later.
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await workbench.settled();
        const failed = await workbench.failed();
        await workbench.play({ failing: { after, times, share, except: WHERE_THE_USER_IS, codes: [FIRST, LATER] } });
        await build();
        await workbench.play({ failing: null });
        if ((await workbench.failed()) === failed) break;
        const shown = await text();
        if (await pane(workbench).build().count()) {
          ends.nothing++;
          expect(shown, `after ${after}`).toContain(FIRST);
          expect(shown, `after ${after}`).not.toContain(LATER);
          expect(await everything(), `after ${after}`).toEqual(['Sheet1']);
        } else if (INCOMPLETE.test(shown)) {
          ends.remains++;
          expect(times).toBeGreaterThan(5);
          expect(shown, `after ${after}`).toContain(FIRST);
          expect(shown, `after ${after}`).not.toContain(LATER);
          // What is left is known as ours, in another Excel, too.
          await workbench.reopen({ newSheetIds: true });
          workbench.frame = workbench.page.frame('addin')!;
          await workbench.frame.getByText(INCOMPLETE).waitFor();
          await remove();
          expect(await everything(), `after ${after}`).toEqual(['Sheet1']);
        } else {
          ends.whole++;
          const again = workbench.frame.getByRole('button', { name: 'Try again' });
          // It may go by itself.
          while (await again.count())
            await again
              .first()
              .click({ timeout: 2000 })
              .catch(() => undefined);
          await waitForLight(workbench, GREEN);
          await workbench.settled();
          expect(await workbench.errorCells(), `after ${after}`).toEqual([]);
          expect(await looks(), `after ${after}`).toEqual(whole);
          await remove();
        }
      }
      console.log(`Build, ${times} × ${share}: ${JSON.stringify(ends)}`);
      expect(ends.nothing + ends.remains).toBeGreaterThanOrEqual(Math.floor(4 / step));
      expect(ends.whole).toBeGreaterThanOrEqual(Math.ceil(2 / step));
    },
  );
});

describe('a removal that is cut off time and again', () => {
  it.each([
    ['as it was built', {}],
    ['that another program has saved without its mark', { withoutXmlParts: true }],
    ['that another Excel has opened, which gives other sheet ids', { newSheetIds: true }],
  ])('of a workbook %s leaves what is left known as ours, and goes on from there', async (_, reopening) => {
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
    const reopen = async (as: typeof reopening) => {
      await workbench.settled();
      await workbench.reopen(as);
      workbench.frame = workbench.page.frame('addin')!;
      await pane(workbench).remove().or(pane(workbench).build()).waitFor();
    };
    await reopen(reopening);
    await waitForLight(workbench, GREEN);
    let remains = 0;
    for (let after = 0; await pane(workbench).remove().count(); after++) {
      await workbench.settled();
      await workbench.play({ failing: { after, times: 1, share: 0.5, codes: [FIRST] } });
      await pane(workbench).remove().click();
      await workbench.frame.getByRole('button', { name: /^Remove \d+ sheets?$/ }).click();
      await workbench.frame.getByText(FIRST).or(pane(workbench).build()).first().waitFor();
      await workbench.play({ failing: null });
      await reopen({});
      if (INCOMPLETE.test(await text())) remains++;
    }
    expect(remains).toBeGreaterThan(0);
    expect(await everything()).toEqual(['Sheet1']);
  });
});

describe('what only concerns the looks', () => {
  it.each([
    ['charts.add', 'charts', 1],
    ['pageLayout.orientation', 'page set-up for printing', 1],
    ['conditionalFormats.add', 'highlighted cells', 1],
    ['freezePanes.freezeRows', 'frozen headings', 1],
    ['series.add', 'charts', 1],
  ])('%s, refused by Excel, is reported and offered again, and the figures stand', async (call, name, share) => {
    await buildFromPane(workbench);
    const whole = await looks();
    await remove();
    await workbench.play({ failing: { after: 0, times: 100, share, call, codes: [FIRST] } });
    await build();
    await waitForLight(workbench, GREEN);
    await workbench.frame.getByText(`Excel refused: ${name}.`).waitFor();
    await workbench.frame.getByRole('button', { name: 'Try again' }).click();
    await workbench.settled();
    await workbench.frame.getByText(`Excel refused: ${name}.`).waitFor();
    await workbench.play({ failing: null });
    await workbench.frame.getByRole('button', { name: 'Try again' }).click();
    await workbench.frame.getByText('Excel refused').waitFor({ state: 'detached' });
    await workbench.settled();
    expect(await looks()).toEqual(whole);
    expect(await workbench.errorCells()).toEqual([]);
  });

  it('an Excel that does not tell where the user is gets the whole workbook, and leaves the user there', async () => {
    await workbench.play({ failing: { after: 0, times: 100, share: 1, call: '.getActiveCell', codes: [FIRST] } });
    await build();
    await workbench.play({ failing: null });
    await waitForLight(workbench, GREEN);
    expect(await workbench.failed()).toBeGreaterThan(0);
    expect(await workbench.errorCells()).toEqual([]);
    expect(await text()).not.toContain(FIRST);
    const [sheet, cell] = await workbench.excel(async (context) => {
      const active = context.workbook.getActiveCell();
      active.load('address');
      active.worksheet.load('name');
      await context.sync();
      return [active.worksheet.name, active.address];
    });
    expect([sheet, cell]).toEqual(['Sheet1', 'Sheet1!A1']);
  });
});
