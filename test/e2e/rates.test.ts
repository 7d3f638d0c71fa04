/** The pane's Rates page in the workbench: looked up, inserted, added to Payer Mix, and taken back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, pane, waitForLight } from './pane-actions';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

let browser: Browser;
let workbench: Workbench;
let open: (page: 'Forecast' | 'Medicare rates') => Promise<void>;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  open = (page) => workbench.frame.getByRole('button', { name: page }).click();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const frame = () => workbench.frame;
const button = (name: string) => frame().getByRole('button', { name, exact: true });
/** What the list says of a code: 99490 $66.13 +9.3% 20 min */
const rowText = async (code: string) =>
  (await frame().getByRole('row', { name: code }).first().innerText()).replace(/\s+/g, ' ').trim();
const chooseLocality = async (typed: string) => {
  await frame().getByRole('combobox', { name: 'Locality' }).fill(typed);
  await frame().getByRole('listbox').getByRole('option').first().click();
};
const unfold = async (code: string) => {
  if ((await button(code).getAttribute('aria-expanded')) !== 'true') await button(code).click();
};
const insert = () => button('Insert in selected cell').click();
const shown = (text: string | RegExp) => frame().locator('main').getByText(text).first().waitFor();

describe('before a workbook is built', () => {
  it('lists each code’s amount, its change against last year and its threshold', async () => {
    await open('Medicare rates');
    await button('99490').waitFor();
    expect(await rowText('99490')).toBe('99490 $66.13 +9.3% 20 min');
    expect(await rowText('99454')).toBe('99454 $52.11 +21.1% 16–30 days');
    await unfold('99490');
    expect(await frame().locator('#rate-99490').innerText()).toMatch(
      /\$60\.49 a year before[\s\S]*Source: CMS PPRRVU2026[\s\S]*seen in a CMS file/,
    );
    await workbench.screenshot('rates-before-build');
  });

  it('says why a code has no amount, and never $0', async () => {
    expect(await rowText('98978')).toBe(
      '98978 Has no national amount: each Medicare contractor sets its own price. Ask yours and type it.',
    );
    expect(await frame().locator('main').innerText()).not.toMatch(/\$0(\.00)?\b/);
    expect(await button('98978').count()).toBe(0);
  });

  it('follows the locality, the month, the setting and the status of the practitioner', async () => {
    await chooseLocality('manhattan');
    expect(await rowText('99490')).toContain('$74.57');
    await frame().getByLabel('Month of service').selectOption('Dec 2025');
    expect(await rowText('99490')).toContain('$68.21');
    expect(await rowText('99445')).toContain('it starts 2026-01-01');
    await frame().getByLabel('Month of service').selectOption('Latest: 2026');
    await frame().getByLabel('Care setting').selectOption('RHC or FQHC');
    expect(await rowText('99490')).toContain('$66.13');
    await frame().getByLabel('Care setting').selectOption('Nonfacility');
    await frame().getByLabel(/^QP/).check();
    await chooseLocality('national');
    expect(await rowText('99490')).toContain('$66.46');
    await frame().getByLabel(/^QP/).uncheck();
  });

  it('inserts a formula that the grid calculates to the same amount, and takes it back', async () => {
    await workbench.select('Sheet1!B2');
    await chooseLocality('manhattan');
    await unfold('99490');
    await insert();
    await shown('Written to Sheet1!B2.');
    await workbench.settled();
    expect(await workbench.cell('Sheet1!B2')).toMatchObject({
      formula: '=PPPM.RATE("99490","NY-01")',
      value: 74.57,
      text: '$74.57',
    });
    await button('Undo').click();
    await shown('Sheet1!B2 is as it was.');
    expect(await workbench.cell('Sheet1!B2')).toMatchObject({ formula: '', value: null });
    await workbench.type('Sheet1!B2', 0.5);
    expect((await workbench.cell('Sheet1!B2')).text).toBe('0.5');
  });

  it('asks before it writes over a cell, and puts back what was there', async () => {
    await workbench.type('Sheet1!C2', '=40+2');
    await workbench.type('Sheet1!C3', "'=40+2");
    for (const [cell, text] of [
      ['Sheet1!C2', '42'],
      ['Sheet1!C3', '=40+2'],
    ] as const) {
      await workbench.select(cell);
      const before = await workbench.cell(cell);
      expect(before.text).toBe(text);
      await insert();
      await shown(`${cell} is not empty.`);
      await shown(`It holds ${text}. Nothing was written.`);
      expect(await workbench.cell(cell)).toEqual(before);
      await button('Keep it').click();
      expect(await workbench.cell(cell)).toEqual(before);
      await insert();
      // The selection moves on: what was asked about is what is replaced.
      await workbench.select('Sheet1!H9');
      await button('Replace it').click();
      await shown(`Written to ${cell}.`);
      await workbench.settled();
      expect((await workbench.cell(cell)).value).toBe(74.57);
      await button('Undo').click();
      await shown(`${cell} is as it was.`);
      await workbench.settled();
      expect(await workbench.cell(cell)).toEqual(before);
    }
    expect((await workbench.cell('Sheet1!H9')).value).toBeNull();
  });

  it('leaves a cell alone that was changed after the insertion', async () => {
    await workbench.select('Sheet1!D2');
    await insert();
    await shown('Written to Sheet1!D2.');
    await workbench.type('Sheet1!D2', 'my own');
    await button('Undo').click();
    await shown(/has been changed since/);
    expect((await workbench.cell('Sheet1!D2')).value).toBe('my own');
    await button('Dismiss').click();
  });

  it('offers no row of Payer Mix where there is none', async () => {
    expect(await button('Add row to Payer Mix').count()).toBe(0);
  });
});

describe('beside a workbook', () => {
  const ROW = "'Payer Mix'!A23:T23";
  const filled = async () => (await workbench.cells(ROW))[0].map(({ value }) => value);

  beforeAll(async () => {
    await open('Forecast');
    await frame().getByLabel('Start year').selectOption('2026');
    await frame().getByLabel('Forecast for').fill('12');
    await buildFromPane(workbench);
  });

  it('starts from the workbook’s settings', async () => {
    await open('Medicare rates');
    await button('Back to this workbook’s settings').click();
    await shown('As in this workbook’s Settings.');
    expect(await frame().getByLabel('Month of service').locator('option:checked').innerText()).toBe('Jan 2026');
    expect(await frame().getByRole('combobox', { name: 'Locality' }).inputValue()).toBe('National');
  });

  it('adds a row whose payer’s name is text, whatever it looks like, and takes it back', async () => {
    const before = await filled();
    await frame().getByRole('combobox', { name: 'Payer' }).fill('=HYPERLINK("https://pane.test","x")');
    await button('Add row to Payer Mix').click();
    await shown(/row 17 of Payer Mix/);
    await workbench.settled();
    expect((await workbench.cell("'Payer Mix'!B23")).value).toBe('=HYPERLINK("https://pane.test","x")');
    await button('Undo').click();
    await shown('Payer Mix is as it was.');
    await workbench.settled();
    expect(await filled()).toEqual(before);
    await open('Forecast');
    await waitForLight(workbench, /^All \d+ checks pass/);
    await open('Medicare rates');
  });

  it('refuses a payer that the program has, and a name that the tables read as something else', async () => {
    for (const [payer, why] of [
      ['medicare', /CCM, medicare already, in row 1/],
      ['Total', /has a meaning in the tables/],
    ] as const) {
      await frame().getByRole('combobox', { name: 'Payer' }).fill(payer);
      await button('Add row to Payer Mix').click();
      await shown(why);
    }
    expect((await filled())[0]).toBeNull();
  });

  it('adds a row for Medicare that waits for its share, which a finding asks for; given the share, all is green', async () => {
    await frame().getByRole('combobox', { name: 'Payer' }).fill('Medicare FFS');
    await frame().getByLabel('% of Medicare').fill('110');
    await button('Add row to Payer Mix').click();
    await shown('CCM, Medicare FFS: row 17 of Payer Mix.');
    await shown(/give its share of panel in 'Payer Mix'!C23/);
    await workbench.settled();
    await workbench.screenshot('rates-row-added');
    const row = await filled();
    expect(row.slice(0, 3)).toEqual(['CCM', 'Medicare FFS', null]);
    expect(row[3]).toBeCloseTo(1.1 * 66.13, 9);
    expect(row).toEqual(expect.arrayContaining([99490, 1.1, 0.85]));

    await open('Forecast');
    await waitForLight(workbench, /fail/);
    await frame()
      .getByRole('button', { name: /Payer mix, row 17, Share of panel/ })
      .click();
    expect(await pane(workbench).findings().count()).toBe(1);

    const medicare = (await workbench.cell("'Payer Mix'!C7")).value as number;
    await workbench.type("'Payer Mix'!C23", 0.1);
    await workbench.type("'Payer Mix'!C7", medicare - 0.1);
    await waitForLight(workbench, /^All \d+ checks pass/);
    expect(await workbench.errorCells()).toEqual([]);
  });
});

it('nothing was complained about on the way', () => {
  expect([...new Set(workbench.errors)]).toEqual([]);
  expect(workbench.externalRequests).toEqual([]);
});
