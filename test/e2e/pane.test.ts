/** The pane by itself in a real browser, with a stand-in for the workbook. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outlook } from '../../src/forecast/outlook';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { shortDollarText } from '../../src/taskpane/figures';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { faintTexts } from './contrast';

const ORIGIN = 'https://pane.test';
const root = join(__dirname, '..', '..');
/** The policy that the real page has. */
const POLICY = /Content-Security-Policy"\s+content="([^"]+)"/.exec(
  readFileSync(join(root, 'src/taskpane/taskpane.html'), 'utf8'),
)![1];

const REMOVE = `Remove ${planWorkbook(SAMPLE_PRACTICE).sheets.length} sheets`;

let browser: Browser;
let script: string;
let page: Page;
let errors: string[];

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [join(root, 'test/taskpane/pane-alone.tsx')],
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', __VERSION__: '"0.0.0"' },
  });
  script = bundle.outputFiles[0].text;
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await page.context().close();
  expect(errors).toEqual([]);
});

interface Opening {
  width?: number;
  scheme?: 'light' | 'dark';
  query?: string;
}

async function open({ width = 360, scheme = 'light', query = '' }: Opening = {}): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    colorScheme: scheme,
    locale: 'en-US',
    reducedMotion: 'no-preference',
  });
  page = await context.newPage();
  errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/pane.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/') {
      return route.fulfill({
        contentType: 'text/html',
        headers: { 'Content-Security-Policy': POLICY },
        body: '<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>Pane</title><link rel="icon" href="data:,"></head><body><div id="root"></div><script src="pane.js"></script></body></html>',
      });
    }
    errors.push(`request for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${ORIGIN}/${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const ready = () => page.getByText('Your workbook is ready.');
const buildHere = async () => {
  await button('Build workbook').click();
  await ready().waitFor();
};
/** What the element with the keyboard is called. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
  });

/** Elements that reach beyond the right edge of the window. */
const overflowing = () =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return [
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
      ...wide.map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`),
    ];
  });

/** What a screen reader could not call by name. */
const nameless = async (within: Locator = page.locator('body')) =>
  (await within.ariaSnapshot())
    .split('\n')
    .filter((line) =>
      /- (button|textbox|checkbox|radio|combobox|progressbar|group|region|img|dialog|alertdialog)(?! ")/.test(line),
    );

describe('the first screen', () => {
  it('shows the engine’s figure for the sample at once, and follows the form', async () => {
    await open();
    const headline = page.getByRole('region', { name: 'With these inputs' });
    const expected = (practice: typeof SAMPLE_PRACTICE) => outlook(planTables(planWorkbook(practice)), 'Expected')!;
    await headline.getByText(shortDollarText(expected(SAMPLE_PRACTICE).allowedRevenue), { exact: true }).waitFor();
    await page.getByLabel('CCM opening patients').fill('1,000');
    const [ccm, ...others] = SAMPLE_PRACTICE.programs;
    const larger = expected({ ...SAMPLE_PRACTICE, programs: [{ ...ccm, openingPatients: 1000 }, ...others] });
    await headline.getByText(shortDollarText(larger.allowedRevenue), { exact: true }).waitFor();
    expect(larger.allowedRevenue).toBeGreaterThan(expected(SAMPLE_PRACTICE).allowedRevenue);
  });

  it('says what Build will add before anything is built', async () => {
    await open();
    const text = await page.getByRole('region', { name: 'What Build does' }).innerText();
    for (const { name } of planWorkbook(SAMPLE_PRACTICE).sheets) expect(text).toContain(name);
    expect(text).toContain('changes nothing else');
  });

  it('explains a wrong input at its field, and takes the keyboard there instead of building', async () => {
    await open();
    const field = page.getByLabel('RPM opening patients');
    await field.fill('9O');
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('“9O” is not a number');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await button('Build workbook').click();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('region', { name: 'With these inputs' }).innerText()).not.toContain('$');
  });

  it('lets a number be typed over what its field holds', async () => {
    await open();
    for (const label of ['RPM opening patients', 'Forecast for']) {
      const field = page.getByLabel(label);
      await field.focus();
      await page.keyboard.type('7');
      expect(await field.inputValue(), label).toBe('7');
    }
    // A forecast of no months is none.
    const months = page.getByLabel('Forecast for');
    await months.fill('0');
    await button('Build workbook').click();
    await page.getByText('Give a whole number of months from 1 to 120.').waitFor();
  });

  it('names what is in the way and leaves it alone', async () => {
    await open({ query: '?foreign=Panel' });
    await button('Build workbook').click();
    const notice = page.getByText('Something of yours is in the way.');
    await notice.waitFor();
    expect(await page.locator('body').innerText()).toContain('Nothing of yours is overwritten');
    expect(await ready().count()).toBe(0);
  });

  it('tells in plain text why it cannot build here, and still forecasts', async () => {
    await open({ query: '?obstacle=This+version+of+Excel+lacks+shared+runtimes.' });
    await page.getByText('This version of Excel lacks shared runtimes.').waitFor();
    expect(await button('Build workbook').isDisabled()).toBe(true);
    expect(await page.getByRole('region', { name: 'With these inputs' }).innerText()).toContain('$');
  });
});

describe('building, looking and removing', () => {
  it('needs nothing but the keyboard', async () => {
    await open();
    await page.keyboard.press('Tab');
    const visited: string[] = [];
    for (let i = 0; i < 40 && !(await focused()).includes('Build workbook'); i++) {
      visited.push(await focused());
      await page.keyboard.press('Tab');
    }
    expect(visited).toEqual(
      expect.arrayContaining([
        'Practice name',
        'Start month',
        'Start year',
        'Forecast for, in months',
        'CCM opening patients',
        'CCM eligible patients',
        'Medicaid',
      ]),
    );
    expect(await focused()).toContain('Build workbook');
    await page.keyboard.press('Enter');
    await ready().waitFor();
    expect(await focused()).toBe('Lakeside Primary Care');

    const stretch = page.getByRole('radio', { name: 'Stretch' });
    while (!(await page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'radio')))
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('region', { name: 'Stretch scenario' }).waitFor();
    expect(await stretch.isChecked()).toBe(true);

    while (!(await focused()).includes('Remove these sheets')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog', { name: `${REMOVE}?` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await focused()).toContain('Remove these sheets');
    await page.keyboard.press('Enter');
    while (!(await focused()).includes(REMOVE)) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The sheets are removed.').first().waitFor();
    expect(await focused()).toBe('Forecast your practice');
  });

  it('leaves nothing hidden from screen readers once a question is answered with the mouse', async () => {
    await open();
    await buildHere();
    await button('Remove these sheets').click();
    await button(REMOVE).click();
    await button('Build workbook').waitFor();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('main', { name: 'PPPM for Excel' }).count()).toBe(1);
    expect(await page.getByText('The sheets are removed.').count()).toBeGreaterThan(0);
  });

  it('shows where the keyboard is', async () => {
    await open();
    await buildHere();
    for (const target of [page.getByRole('radio', { name: 'Expected' }), button('Remove these sheets')]) {
      await page.keyboard.press('Tab');
      while (!(await target.evaluate((element) => element === document.activeElement)))
        await page.keyboard.press('Tab');
      const outlined = await target.evaluate((element) => {
        const shows = (e: Element) => {
          const own = getComputedStyle(e);
          const after = getComputedStyle(e, '::after');
          return [own, after].some(
            (style) =>
              (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none',
          );
        };
        return shows(element) || shows(element.parentElement!);
      });
      expect(outlined).toBe(true);
    }
  });

  it('shows each step, then the figures with their units, and marks them while they are being updated', async () => {
    await open({ query: '?delay=120' });
    await button('Build workbook').click();
    await page.getByRole('progressbar', { name: 'Build progress' }).waitFor();
    await page.getByText('Writing Panel').first().waitFor();
    await ready().waitFor();
    await page.getByText('All checks pass', { exact: true }).waitFor();
    const figures = page.getByRole('region', { name: 'Expected scenario' });
    const before = await figures.innerText();
    expect(before).toMatch(/\$[\d,]+/);
    expect(before).toMatch(/\d patients/);
    await page.evaluate(() => window.standIn.edit('panel', 1, 'Opening patients', 480));
    await page.getByText('Calculating…').first().waitFor();
    expect(await page.getByRole('region', { name: 'Figures, calculating' }).count()).toBe(1);
    await figures.waitFor();
    expect(await figures.innerText()).not.toBe(before);
  });

  it('lists a finding by table, row and column, and leads to its cell', async () => {
    await open();
    await buildHere();
    await page.evaluate(() => window.standIn.edit('panel', 1, 'Conversion rate', 62));
    const finding = button(/Panel, row 7, Conversion rate/);
    await finding.click();
    await expect.poll(() => page.evaluate(() => window.standIn.selected.length)).toBe(1);
    await page.getByText('One input stops the forecast').first().waitFor();
    expect(await page.getByText('Your workbook is ready.').count()).toBe(0);
    await page.evaluate(() => window.standIn.edit('panel', 1, 'Conversion rate', 0.62));
    await page.getByText('No findings').waitFor();
  });

  it('follows a scenario chosen in the sheet', async () => {
    await open();
    await buildHere();
    await page.evaluate(() => window.standIn.chooseScenario('Conservative'));
    await page.getByRole('region', { name: 'Conservative scenario' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Conservative' }).isChecked()).toBe(true);
  });

  it('says when Excel waits for a cell being typed in, and reads again on request', async () => {
    await open();
    await buildHere();
    await page.evaluate(() => {
      window.standIn.failNext = Object.assign(new Error('x'), { code: 'InvalidOperationInCellEditMode' });
      window.standIn.edit('panel', 1, 'Opening patients', 300);
    });
    await page.getByText('The figures below may be out of date.').waitFor();
    expect(await page.getByRole('region', { name: 'Figures, calculating' }).count()).toBe(1);
    await button('Try again').click();
    await page.getByRole('region', { name: 'Expected scenario' }).waitFor();
  });

  it('tells a screen reader how it stands', async () => {
    await open();
    const status = page.getByRole('status').first();
    await buildHere();
    expect(await status.textContent()).toMatch(/^Expected: All checks pass\. Allowed revenue \$[\d,]+$/);
  });
});

describe('the rates', () => {
  const tabTo = async (name: string) => {
    for (let i = 0; i < 60 && (await focused()).trim() !== name; i++) await page.keyboard.press('Tab');
    expect((await focused()).trim()).toBe(name);
  };

  it('are looked up, inserted and taken back with the keyboard alone', async () => {
    await open();
    await tabTo('Rates');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Medicare rates' }).waitFor();
    await tabTo('Locality');
    await page.keyboard.type('manhattan');
    await page.keyboard.press('Enter');
    await tabTo('99490');
    await page.keyboard.press('Enter');
    await tabTo('Insert in selected cell');
    await page.keyboard.press('Enter');
    await page.getByText('Written to Sheet1!B7.').first().waitFor();
    expect(await page.evaluate(() => window.standIn.selectedCell)).toBe('=PPPM.RATE("99490","NY-01")');
    for (let i = 0; i < 2 && (await focused()) !== 'Undo'; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Undo');
    await page.keyboard.press('Enter');
    await page.getByText('Sheet1!B7 is as it was.').first().waitFor();
    expect(await page.evaluate(() => window.standIn.selectedCell)).toBe('');
    await tabTo('Dismiss');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('99490');
  });

  it('ask with the harmless answer at hand before a cell is overwritten', async () => {
    await open();
    await page.evaluate(() => {
      window.standIn.selectedCell = '120';
    });
    await button('Rates').click();
    await button('99454').click();
    await button('Insert in selected cell').click();
    await page.getByText('It holds 120. Nothing was written.').waitFor();
    expect(await focused()).toBe('Keep it');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.standIn.selectedCell)).toBe('120');
    expect(await page.getByRole('status').allTextContents()).not.toContain('Sheet1!B7 is not empty. Replace it?');
  });

  it('can be looked up where nothing can be written', async () => {
    await open({ query: '?obstacle=This+version+of+Excel+lacks+shared+runtimes.' });
    await button('Rates').click();
    await button('99490').click();
    await page.getByText('$60.49 a year before').waitFor();
    expect(await button(/Insert|Add row/).count()).toBe(0);
  });

  it('keep what was chosen and what can be undone while another page is looked at', async () => {
    await open();
    await button('Rates').click();
    await page.getByLabel('Find a code or program').fill('apcm');
    await button('G0557').click();
    await button('Insert in selected cell').click();
    await button('Undo').waitFor();
    await button('Forecast').click();
    await button('Build workbook').waitFor();
    await button('Rates').click();
    expect(await page.getByRole('rowgroup').count()).toBe(3);
    await button('Undo').click();
    await expect.poll(() => page.evaluate(() => window.standIn.selectedCell)).toBe('');
  });
});

describe('a page added to the list', () => {
  it('has its button while it is available, and keeps what was typed while another page is looked at', async () => {
    await open({ query: '?diary' });
    expect(await button('Diary').count()).toBe(0);
    await buildHere();
    await button('Diary').click();
    await page.getByRole('heading', { level: 1, name: 'Dear diary' }).waitFor();
    expect(await page.title()).toBe('Diary - PPPM for Excel');
    expect(await page.locator('[aria-current=page]').allTextContents()).toEqual(['Diary']);
    await page.getByLabel('Today').fill('It forecasts.');
    await button('Forecast').click();
    await page.getByRole('heading', { level: 1, name: 'Lakeside Primary Care' }).waitFor();
    expect(await page.title()).toBe('Forecast - PPPM for Excel');
    await button('Diary').click();
    expect(await page.getByLabel('Today').inputValue()).toBe('It forecasts.');
  });

  it('leaves its place, and the keyboard, to the first page when it goes, and does not come back by itself', async () => {
    await open({ query: '?diary' });
    await buildHere();
    await button('Diary').click();
    await page.evaluate(() => window.standIn.lose());
    await page.getByRole('heading', { level: 1, name: 'The scenario workbook is incomplete' }).waitFor();
    expect(await button('Diary').count()).toBe(0);
    expect(await focused()).toBe('The scenario workbook is incomplete');
    await button('Remove these sheets').click();
    await button(/^Remove \d+ sheets$/).click();
    await buildHere();
    expect(await page.locator('[aria-current=page]').allTextContents()).toEqual(['Forecast']);
    expect(await button('Diary').count()).toBe(1);
  });
});

describe.each(['light', 'dark'] as const)('in %s, 320 pixels wide', (scheme) => {
  it('nothing sticks out, is faint or has no name, at any stage', async () => {
    await open({ width: 320, scheme, query: '?foreign=Panel' });
    const look = async (stage: string) => {
      expect([stage, await overflowing()]).toEqual([stage, []]);
      expect([stage, await page.evaluate(faintTexts)]).toEqual([stage, []]);
      expect([stage, await nameless()]).toEqual([stage, []]);
    };
    await look('in the way');
    await page.evaluate(() => {
      window.standIn.foreign = [];
    });
    await page.getByLabel('CCM opening patients').fill('12x');
    await page.getByLabel('Forecast for').fill('121');
    await page.getByLabel('Practice name').fill('');
    await look('wrong input');
    await page.getByLabel('CCM opening patients').fill('240');
    await page.getByLabel('Forecast for').fill('36');
    await page.getByLabel('Practice name').fill('Internal Medicine Associates of Greater Saint Petersburg');
    await buildHere();
    await look('built');
    await page.evaluate(() => window.standIn.edit('payerMix', 1, 'Share of panel', 0.3));
    await button(/Payer mix/).waitFor();
    await look('finding');
    await button('Remove these sheets').click();
    await page.getByRole('alertdialog').waitFor();
    await look('asking');
    await button('Keep them').click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });

    await button('Rates').click();
    await page.getByText('As in this workbook’s Settings.').waitFor();
    await look('rates');
    await page.getByRole('combobox', { name: 'Locality' }).fill('california');
    await look('localities');
    await page.getByRole('option', { name: /San Mateo/ }).click();
    await button('99490').click();
    await button('Insert in selected cell').click();
    await look('inserted');
    await button('Insert in selected cell').click();
    await button('Keep it').waitFor();
    await look('occupied');
    await button('Keep it').click();
    await button('Put in Payer Mix…').click();
    await look('row proposed');
    await button('Change row of Payer Mix').click();
    await button('Undo').waitFor();
    await look('row added');
    await button('Dismiss').click();
    await button('Inputs').click();
    for (const form of ['Add program', 'Remove program', 'Add payer', 'Add scenario']) {
      await button(form).click();
      await look(form);
      await button('Cancel').click();
    }
    await button('Remove program').click();
    await button(/^Remove (?!program)/).click();
    await button('Undo').waitFor();
    await look('program removed');
    await button('Rates').click();
    await page.getByLabel('Month of service').selectOption('Jun 2024');
    await page.getByLabel('Care setting').selectOption('Facility');
    await look('many reasons');
  });
});

it('the pane and its workbook weigh less than 250 kB gzipped', () => {
  expect(gzipSync(readFileSync(join(root, 'dist/taskpane.js'))).length).toBeLessThan(250_000);
});
