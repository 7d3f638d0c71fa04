/** The pane's Inputs page in the workbench: programs, payers and scenarios in all tables at once, and taken back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, waitForLight } from './pane-actions';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  await open('Inputs');
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const GREEN = /^All \d+ checks pass/;
const NAMES = ['tblPanel', 'tblPayerMix', 'tblCosts', 'tblSettings', 'tblScenarios', 'tblChanges'] as const;
const frame = () => workbench.frame;
const open = (page: string) => frame().getByRole('button', { name: page, exact: true }).click();
const button = (name: string) => frame().getByRole('button', { name, exact: true });
const shown = (text: string | RegExp) => frame().locator('main').getByText(text).first().waitFor();
const written = () => frame().locator('main li').allInnerTexts();

/** The tables as Office.js reads them: what is typed, and how it is shown. */
const tables = () =>
  workbench.excel(
    async (context, names) => {
      const ranges = names.map((name) => {
        const range = context.workbook.tables.getItem(name).getRange();
        range.load('formulas,numberFormat,address');
        return range;
      });
      await context.sync();
      return Object.fromEntries(
        names.map((name, i) => [
          name,
          { address: ranges[i].address, formulas: ranges[i].formulas, formats: ranges[i].numberFormat },
        ]),
      );
    },
    [...NAMES],
  );
const rowsOf = async (name: (typeof NAMES)[number]) => (await tables())[name].formulas;
const figure = async (name: string) =>
  workbench.excel(async (context, of) => {
    const range = context.workbook.names.getItem(of).getRange();
    range.load('values');
    await context.sync();
    return range.values;
  }, name);
const headline = () => figure('HeadlineFigures');

/** Does what the form says, once the sheets have calculated. */
async function confirm(title: string): Promise<void> {
  await button(title).click();
  await button('Undo').waitFor();
  await workbench.settled();
}

async function undo(): Promise<void> {
  await button('Undo').click();
  await shown('Undone.');
  await workbench.settled();
}

async function light(text: RegExp): Promise<void> {
  await open('Forecast');
  await waitForLight(workbench, text);
  await open('Inputs');
}

/** Whatever an action has done is as it was before, cell by cell. */
async function untouched(action: () => Promise<void>): Promise<void> {
  const [before, figures] = [await tables(), await headline()];
  await action();
  expect(await tables()).not.toEqual(before);
  await undo();
  expect(await tables()).toEqual(before);
  expect(await headline()).toEqual(figures);
  await light(GREEN);
}

describe('the Inputs page', () => {
  it('adds a program to every table as it says beforehand, and takes it back', async () => {
    await untouched(async () => {
      const revenue = Number((await headline())[1][1]);
      await button('Add program').click();
      await frame().getByLabel('Opening patients').fill('50');
      await frame().getByLabel('Eligible patients').fill('600');
      expect(await written()).toEqual([
        'Panel, row 11: PCM',
        'Payer Mix, rows 23 to 26: Medicare, Medicare Advantage, Medicaid, Commercial',
        'Costs, row 20: PCM care coordinators',
      ]);
      await workbench.screenshot('inputs-add-program');
      await confirm('Add PCM');
      await shown('PCM is added.');
      expect((await workbench.cells('Panel!A11:C11'))[0].map(({ value }) => value)).toEqual(['PCM', 600, 50]);
      const mix = await rowsOf('tblPayerMix');
      expect(mix.slice(17).map((row) => row.slice(0, 3))).toEqual([
        ['PCM', 'Medicare', 0.45],
        ['PCM', 'Medicare Advantage', 0.35],
        ['PCM', 'Medicaid', 0.08],
        ['PCM', 'Commercial', 0.12],
      ]);
      // What codes give is shown by formula, in the looks of one.
      expect(await workbench.cell("'Payer Mix'!D23")).toMatchObject({ formula: mix[1][3] });
      expect((await workbench.cell("'Payer Mix'!D23")).value).toBeGreaterThan(60);
      expect((await workbench.cell('Costs!A20')).value).toBe('PCM care coordinators');
      expect(Number((await headline())[1][1])).toBeGreaterThan(revenue);
      expect(await workbench.errorCells()).toEqual([]);
      await light(GREEN);
      await workbench.screenshot('inputs-program-added');
    });
  });

  it('removes a program from every table, with the rows that mention it, and brings it back where it was', async () => {
    await untouched(async () => {
      await button('Remove program').click();
      await frame().getByLabel('Program', { exact: true }).selectOption('RPM');
      await workbench.screenshot('inputs-remove-program');
      await confirm('Remove RPM');
      expect(JSON.stringify(await tables())).not.toContain('"RPM"');
      await light(GREEN);
    });
  });

  it('names the rows that still mention a removed program in one finding, with the sheets’ own row numbers', async () => {
    await button('Remove program').click();
    await frame().getByLabel('Program', { exact: true }).selectOption('RPM');
    await frame()
      .getByLabel(/^Delete these rows, too/)
      .uncheck();
    const kept = await frame().locator('main li').first().innerText();
    await confirm('Remove RPM');
    await open('Forecast');
    await waitForLight(workbench, /^One input stops the forecast/);
    const found = await frame().locator('li button').allInnerTexts();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Program “RPM” is not known');
    expect(found[0]).toContain(kept.replace('Scenarios, ', ''));
    await workbench.screenshot('inputs-program-mentioned');
    await open('Inputs');
    await undo();
    await light(GREEN);
  });

  it('adds a payer to each program, and scales the others down where the user agrees', async () => {
    await untouched(async () => {
      await button('Add payer').click();
      await frame().getByRole('combobox', { name: 'Payer' }).fill('1/2');
      await frame().getByLabel('Share of panel').fill('20');
      await workbench.screenshot('inputs-add-payer');
      await confirm('Add 1/2');
      const mix = await rowsOf('tblPayerMix');
      const ccm = mix.filter(([program]) => program === 'CCM');
      expect(ccm.map((row) => row.slice(1, 3))).toEqual([
        ['Medicare', 0.36],
        ['Medicare Advantage', 0.28],
        ['Medicaid', 0.064],
        ['Commercial', 0.096],
        ['1/2', 0.2],
      ]);
      expect(mix.filter(([, payer]) => payer === '1/2').map(([program]) => program)).toEqual([
        'CCM',
        'RPM',
        'BHI',
        'APCM',
      ]);
      await light(GREEN);
    });
  });

  it.each(['+10%', 'Jan 2027', '1/2', 'TRUE', '=x'])(
    'adds the scenario “%s”, and makes it the active one',
    async (name) => {
      await untouched(async () => {
        await button('Add scenario').click();
        await frame().getByRole('combobox', { name: 'Name' }).fill(name);
        await frame().getByLabel('Starts as').selectOption('Conservative');
        await confirm(`Add ${name}`);
        const [headers, ...rows] = await rowsOf('tblScenarios');
        expect(headers.slice(6, 10)).toEqual(['Conservative', 'Expected', 'Stretch', name]);
        for (const row of rows) expect(row[9]).toEqual(row[6]);
        await open('Forecast');
        await frame().getByText(name, { exact: true }).click();
        await frame()
          .getByRole('region', { name: `${name} scenario` })
          .waitFor();
        await workbench.settled();
        expect((await figure('ActiveScenario'))[0][0]).toBe(name);
        const ours = await headline();
        await frame().getByText('Conservative', { exact: true }).click();
        await frame().getByRole('region', { name: 'Conservative scenario' }).waitFor();
        await workbench.settled();
        expect(ours).toEqual(await headline());
        await frame().getByText('Expected', { exact: true }).click();
        await frame().getByRole('region', { name: 'Expected scenario' }).waitFor();
        await workbench.settled();
        await open('Inputs');
        await workbench.screenshot('inputs-scenario-added');
      });
    },
  );

  it('refuses to take back what has been changed since, and says where', async () => {
    await button('Add program').click();
    await confirm('Add PCM');
    await workbench.type('Panel!D11', 25);
    await button('Undo').click();
    await shown(/^Panel, row 11, has been changed since, so nothing was undone/);
    await button('Remove program').click();
    await frame().getByLabel('Program', { exact: true }).selectOption('PCM');
    await confirm('Remove PCM');
    await light(GREEN);
  });
});

it('nothing was complained about on the way', () => {
  expect([...new Set(workbench.errors)]).toEqual([]);
  expect(workbench.externalRequests).toEqual([]);
});
