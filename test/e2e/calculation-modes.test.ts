/** Excel that calculates by hand, counts dates from 1904, or has another workbook in front. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { buildFromPane, choose, pane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;
const NOT_YET = /^Not calculated yet$/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => void (browser = await launchBrowser()));
afterEach(() => workbench?.close());
afterAll(() => browser?.close());

const built = async () => {
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
};
/** Changes every figure and no light. */
const oneMorePatient = async () => workbench.type('Panel!C7', Number((await workbench.cell('Panel!C7')).value) + 1);
const text = () => workbench.frame.locator('main').innerText();
const revenue = async () => (await workbench.cell('Start!B11')).text.trim();
const button = (name: string) => workbench.frame.getByRole('button', { name });
const figures = () => workbench.frame.getByRole('region', { name: 'Expected scenario' });

describe('calculation by hand', () => {
  it('is noticed: old figures are not called current, and a button calculates them', async () => {
    await built();
    const before = await revenue();
    await workbench.play({ manual: true });
    await oneMorePatient();
    await waitForLight(workbench, NOT_YET);
    await workbench.frame.getByText('These figures are not calculated yet.').waitFor();
    expect(await figures().count()).toBe(0);
    expect(await revenue()).toBe(before);
    await button('Calculate now').click();
    await waitForLight(workbench, GREEN);
    const after = await revenue();
    expect(after).not.toBe(before);
    await figures().getByText(after).waitFor();
    // It is still so.
    await workbench.frame.getByText('Excel calculates only when asked.').waitFor();
    expect(await button('Calculate now').count()).toBe(0);

    await choose(workbench.frame, 'Stretch');
    await waitForLight(workbench, NOT_YET);
    await button('Calculate automatically').click();
    await waitForLight(workbench, GREEN);
    await pane(workbench)
      .figures('Stretch')
      .getByText(await revenue())
      .waitFor();
    expect(await text()).not.toContain('only when asked');
  });

  it('is no obstacle to Build, whose figures are calculated at once', async () => {
    workbench = await openWorkbench({ browser });
    await workbench.play({ manual: true });
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
    await workbench.frame.getByText('Excel calculates only when asked.').waitFor();
  });
});

describe('a workbook that counts dates from 1904', () => {
  it('is refused by Build, with the reason', async () => {
    workbench = await openWorkbench({ browser });
    await workbench.play({ since1904: true });
    await pane(workbench).build().click();
    await workbench.frame.getByText('this workbook counts dates from 1904').waitFor();
    expect(await workbench.sheets()).toEqual(['Sheet1']);
    await workbench.play({ since1904: false });
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
  });

  it('after it was built is an error of the light, in words', async () => {
    await built();
    await workbench.play({ since1904: true });
    await oneMorePatient();
    await workbench.frame.getByText('The workbook counts dates from 1900').waitFor();
    expect(await text()).toContain('turn off Use 1904 date system');
    expect((await workbench.cell('Start!B4')).value).toBe('ERROR');
    await workbench.play({ since1904: false });
    await waitForLight(workbench, GREEN);
  });
});

describe('the window of another workbook in front', () => {
  it('changes nothing: the pane waits, and goes on when this one is in front again', async () => {
    await built();
    const before = await revenue();
    await workbench.play({ behind: true });
    await oneMorePatient();
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    expect(await figures().count()).toBe(0);
    expect(await text()).not.toContain('out of date');
    await workbench.play({ behind: false });
    await waitForLight(workbench, GREEN);
    const after = await revenue();
    expect(after).not.toBe(before);
    await figures().getByText(after).waitFor();
  });

  it('while Build runs leaves nothing half-built', async () => {
    workbench = await openWorkbench({ browser, delay: 150 });
    await pane(workbench).build().click();
    await workbench.frame
      .getByText(/Step [23] of/)
      .first()
      .waitFor();
    await workbench.play({ behind: true });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await workbench.play({ behind: false });
    await pane(workbench).build().or(pane(workbench).ready()).waitFor();
    await workbench.settled();
    if (await pane(workbench).ready().count()) await waitForLight(workbench, GREEN);
    else {
      expect(await workbench.sheets()).toEqual(['Sheet1']);
      expect(await text()).toContain('The window of another workbook was in front.');
    }
  });
});
