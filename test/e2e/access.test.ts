/** The add-in in the workbench without a mouse, in a narrow pane, in the dark, and for a screen reader. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { faintTexts } from './contrast';
import { pane } from './pane-actions';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

const WIDTH = 320;

let browser: Browser;
let workbench: Workbench;
let keyboard: Page['keyboard'];
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser, theme: 'dark', pane: WIDTH });
  keyboard = workbench.page.keyboard;
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

/** What the element of the pane with the keyboard is called. */
const focused = () =>
  workbench.frame.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
  });

async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused()).trim() === name) return;
    await keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${name}; it is at ${await focused()}`);
}

async function lookWell(): Promise<void> {
  const { frame } = workbench;
  expect(await frame.evaluate(() => innerWidth)).toBeLessThanOrEqual(WIDTH);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(
    await frame.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => element.textContent),
    ),
  ).toEqual([]);
  expect(await frame.evaluate(faintTexts)).toEqual([]);
  expect(await frame.evaluate(() => getComputedStyle(document.querySelector('main')!.parentElement!).colorScheme)).toBe(
    'dark',
  );
}

it('the workbook is built, switched and removed with the keyboard alone', async () => {
  const { frame } = workbench;
  await frame.locator('h1').focus();
  await lookWell();
  await workbench.screenshot('first-run-320-dark');

  await tabTo('Practice name');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Oak Street Medicine');
  await tabTo('Build workbook');
  await keyboard.press('Enter');
  await pane(workbench).ready().waitFor();
  await workbench.settled();
  expect((await workbench.cell('Start!A1')).value).toBe('Oak Street Medicine');
  expect(await focused()).toBe('Oak Street Medicine');
  await lookWell();
  await workbench.screenshot('built-320-dark');

  await tabTo('Expected');
  await keyboard.press('ArrowRight');
  await pane(workbench).figures('Stretch').waitFor();
  await expect.poll(async () => (await workbench.cell('Start!B5')).value).toBe('Stretch');

  await tabTo('Remove these sheets');
  await keyboard.press('Enter');
  // The question is loaded when it is asked, and takes the keyboard.
  await frame.getByRole('dialog').or(frame.getByRole('alertdialog')).waitFor();
  await tabTo(`Remove ${planWorkbook(SAMPLE_PRACTICE).sheets.length} sheets`);
  await keyboard.press('Enter');
  await frame.getByText('The sheets are removed.').first().waitFor();
  expect(await workbench.sheets()).toEqual(['Sheet1']);
  expect(await focused()).toBe('Forecast your practice');
  expect(await frame.getByLabel('Practice name').inputValue()).toBe('Oak Street Medicine');
});

it('a screen reader finds a main region, headings and a name for everything', async () => {
  const { frame } = workbench;
  expect(await frame.getByRole('main', { name: 'PPPM for Excel' }).count()).toBe(1);
  expect(await frame.getByRole('heading', { level: 1 }).count()).toBe(1);
  const tree = await frame.locator('body').ariaSnapshot();
  expect(
    tree
      .split('\n')
      .filter((line) => /- (button|textbox|checkbox|radio|combobox|progressbar|group|region|img)(?! ")/.test(line)),
  ).toEqual([]);
  for (const { name } of SAMPLE_PRACTICE.programs) {
    expect(tree).toContain(`checkbox "${name}`);
    expect(tree).toContain(`textbox "${name} opening patients"`);
  }
});

it('nothing was complained about on the way', () => {
  expect([...new Set(workbench.errors)]).toEqual([]);
  expect(workbench.externalRequests).toEqual([]);
});
