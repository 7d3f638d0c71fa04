/** The pane's Rates page in the workbench: looked up, inserted, added to Payer Mix, and taken back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, pane, waitForLight } from './pane-actions';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

let browser: Browser;
let workbench: Workbench;
let open: (page: 'Forecast' | 'Rates') => Promise<void>;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  open = (page) => workbench.frame.getByRole('button', { name: page, exact: true }).click();
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
    await open('Rates');
    await button('99490').waitFor();
    expect(await rowText('99490')).toBe('99490 $66.13 +9.3% 20 min');
    expect(await rowText('99454')).toBe('99454 $52.11 +21.1% 16–30 days');
    await unfold('99490');
    expect(await frame().locator('#rate-99490').innerText()).toMatch(
      /\$60\.49 a year before[\s\S]*Source: CMS RVU26\w*, PPRRVU2026[\s\S]*seen in a CMS file/,
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
    await frame().getByLabel('Care setting').selectOption('Office');
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
    expect(await button('Put in Payer Mix…').count()).toBe(0);
  });
});

describe('beside a workbook', () => {
  const rows = async () => (await workbench.cells("'Payer Mix'!A7:V27")).map((row) => row.map(({ value }) => value));
  const contents = async () =>
    (await workbench.cells("'Payer Mix'!A7:V27")).map((row) => row.map(({ formula, value }) => formula || value));
  const written = async () => (await frame().locator('main li').allInnerTexts()).map((line) => line.trim());
  const put = async (payer: string) => {
    await button('Put in Payer Mix…').click();
    await frame().getByRole('combobox', { name: 'Payer' }).fill(payer);
  };
  const confirm = async (title: string) => {
    await button(title).click();
    await button('Undo').waitFor();
    await workbench.settled();
  };
  const undo = async () => {
    await button('Undo').click();
    await shown('Payer Mix is as it was.');
    await workbench.settled();
  };
  const green = async () => {
    await open('Forecast');
    await waitForLight(workbench, /^All \d+ checks pass/);
    await open('Rates');
  };

  beforeAll(async () => {
    await open('Forecast');
    await frame().getByLabel('Start year').selectOption('2026');
    await frame().getByLabel('Forecast for').fill('12');
    await buildFromPane(workbench);
    await open('Rates');
    await button('Back to this workbook’s settings').click();
  });

  it('starts from the workbook’s settings', async () => {
    await shown('As in this workbook’s Settings.');
    expect(await frame().getByLabel('Month of service').locator('option:checked').innerText()).toBe('Jan 2026');
    expect(await frame().getByRole('combobox', { name: 'Locality' }).inputValue()).toBe('National');
  });

  it('adds a row with the amount shown, by its code where the workbook prices it alike, and the others make room', async () => {
    const before = await contents();
    await put('=HYPERLINK("https://pane.test","x")');
    await frame().getByLabel('% of Medicare').fill('110');
    await frame().getByLabel('Share of panel').fill('10');
    expect((await written())[0]).toBe('Payer Mix, row 11: CCM, =HYPERLINK("https://pane.test","x") at $72.74');
    await workbench.screenshot('rates-row-proposed');
    await confirm('Add row to Payer Mix');
    await workbench.screenshot('rates-row-added');
    const row = (await rows())[4];
    expect(row.slice(0, 3)).toEqual(['CCM', '=HYPERLINK("https://pane.test","x")', 0.1]);
    expect(row[3]).toBeCloseTo(1.1 * 66.13, 9);
    expect(row).toEqual(expect.arrayContaining([99490, 1.1, 0.85]));
    expect((await rows()).slice(0, 4).map((cells) => cells[2])).toEqual([0.405, 0.315, 0.072, 0.108]);
    expect(await workbench.errorCells()).toEqual([]);
    await green();
    await undo();
    expect(await contents()).toEqual(before);
    await green();
  });

  it('writes the amount of the locality that is shown, which the workbook’s own would not give', async () => {
    const before = await contents();
    await chooseLocality('manhattan');
    await put('Medicare FFS');
    await confirm('Add row to Payer Mix');
    const added = await workbench.cell("'Payer Mix'!D11");
    expect(added).toMatchObject({ formula: '=PPPM.RATE("99490","NY-01","2026-01")', value: 74.57, text: '$74.57' });
    const row = (await rows())[4];
    expect(row.at(-3)).toMatch(
      /^Allowed: Medicare physician fee schedule, 99490, New York: Manhattan \(NY-01\), Jan 2026/,
    );
    expect(row[17] ?? null).toBeNull();
    await green();
    await undo();
    expect(await contents()).toEqual(before);
  });

  it('changes the row of a payer that is there, and shows the amount before and after', async () => {
    const before = await contents();
    await put('Medicare');
    expect((await written()).slice(0, 2)).toEqual([
      'Payer Mix, row 7, CCM, Medicare: Allowed PPPM $78.74 before, $74.57 after',
      'Codes 99490 + 0.25*99439 before, none after',
    ]);
    await confirm('Change row of Payer Mix');
    expect((await workbench.cell("'Payer Mix'!D7")).value).toBe(74.57);
    await undo();
    expect(await contents()).toEqual(before);
    await chooseLocality('national');
    await green();
  });

  it('refuses a name that the tables read as something else', async () => {
    await put('Total');
    await shown(/has a meaning in the tables/);
    expect(await button('Add row to Payer Mix').count()).toBe(0);
    await button('Cancel').click();
  });

  it('shows the amount of codes in a row that is typed by hand, and says its lack as one cause', async () => {
    await workbench.type("'Payer Mix'!A23", 'CCM');
    await workbench.type("'Payer Mix'!R23", 99490);
    expect(await workbench.cell("'Payer Mix'!D23")).toMatchObject({ value: 66.13, text: '$66.13' });
    await open('Forecast');
    await waitForLight(workbench, /^One input stops the forecast/);
    expect(await pane(workbench).findings().allInnerTexts()).toEqual([
      expect.stringMatching(/^Payer Mix, row 23[\s\S]*row 23 \(CCM\) is incomplete: Payer, Share of panel/),
    ]);
  });
});

it('nothing was complained about on the way', () => {
  expect([...new Set(workbench.errors)]).toEqual([]);
  expect(workbench.externalRequests).toEqual([]);
});
