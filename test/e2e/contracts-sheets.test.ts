/** Contracts and ROI: a model tried in the pane, and the sheets added to a workbook that stands. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { call } from '../functions/excel';
import { buildFromPane, pane, waitForLight } from './pane-actions';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const button = (name: string) => workbench.frame.getByRole('button', { name, exact: true });
const region = (name: string) => workbench.frame.getByRole('region', { name });

async function add(name: string): Promise<void> {
  await button(`Add the ${name} sheets`).click();
  await button(`Go to ${name}`).waitFor({ timeout: 60_000 });
  await workbench.settled();
}

const tables = (...names: string[]) =>
  workbench.excel(async (context, asked) => {
    const ranges = asked.map((name) => context.workbook.tables.getItem(name).getRange().load('values'));
    await context.sync();
    return ranges.map(({ values }) => values as unknown[][]);
  }, names);

const named = (name: string) =>
  workbench.excel(async (context, asked) => {
    const range = context.workbook.names.getItem(asked).getRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  }, name);

const used = (sheet: string) =>
  workbench.excel(async (context, asked) => {
    const range = context.workbook.worksheets.getItem(asked).getUsedRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  }, sheet);

/** The rows of a sheet from the one that begins with a text on. */
const rowsFrom = (cells: unknown[][], first: string): unknown[][] =>
  cells.slice(cells.findIndex(([cell]) => cell === first));

describe('The page Contracts', () => {
  it('shows what a model of the book comes to, and whether the margin carries it', async () => {
    await button('Contracts').click();
    await region('Does the margin carry it?').waitFor();
    const model = await region('Model').innerText();
    expect(model).toContain('The practice bears savings, and losses up to two limits.');
    const result = await region('Does the margin carry it?').innerText();
    expect(result).toMatch(/At worst\s+\$2,664,000/);
    await workbench.screenshot('contracts-page');
  });

  it('says of a model that has ended what has become of it', async () => {
    await workbench.frame.getByLabel('Model of payment').selectOption('Primary Care First');
    await workbench.frame.getByText('Ended 2025-12-31.', { exact: true }).waitFor();
    await workbench.frame.getByText(/Primary Care First is not running on .*: it ended 2025-12-31/).waitFor();
    await workbench.screenshot('contracts-page-ended');
    await workbench.frame.getByLabel('Model of payment').selectOption('MSSP BASIC E');
  });
});

describe('The sheets of contracts', () => {
  it('show what the functions answer, without an error', async () => {
    await add('Contracts');
    expect(await workbench.errorCells()).toEqual([]);
    const sheet = await used('Contract Statement');
    const care = rowsFrom(sheet, 'Margin').slice(0, 2);
    const [contracts, uncertainty, settings] = await tables('tblContracts', 'tblContractUncertainty', 'tblSettings');
    const months = (row: unknown[]) => [row.slice(3).map((cell) => (typeof cell === 'number' ? cell : 0))];
    const answer = call(
      'MARGINPOOL',
      ...[contracts, settings, months(care[0]), months(care[1]), uncertainty, null, 1, 0.2],
    );
    const pool = await named('MarginPool');
    pool.forEach((row, i) => {
      expect(row[0]).toBe(answer[i + 1][0]);
      answer[i + 1]
        .slice(2)
        .forEach((value, j) =>
          typeof value === 'number'
            ? expect(row[j + 2], String(row[0])).toBeCloseTo(value, 4)
            : expect(row[j + 2]).toBe(value),
        );
    });
    expect(pool[0][2]).not.toBe(0);
    const statement = call('CONTRACTS', contracts, settings, null, null, true);
    const shown = rowsFrom(sheet, 'Line');
    for (let i = 0; i < 18; i++) expect(shown[i].slice(0, 3)).toEqual(statement[i].slice(0, 3));
    // Notes stand in full below.
    const texts = sheet.map(([cell]) => String(cell));
    for (const [name, text] of [...answer, ...statement].filter(([first]) => first === 'Note'))
      expect(texts, String(name)).toContain(text);
    await workbench.select("'Contract Statement'!A1");
    await workbench.screenshot('contract-statement');
    await workbench.select("'Contract Statement'!A75");
    await workbench.screenshot('contract-statement-months');
    await workbench.select('Contracts!A1');
    await workbench.screenshot('contracts-inputs');
  });

  it('follow the contract that is chosen', async () => {
    const before = await named('MarginPool');
    await workbench.type("'Contract Statement'!B5", 'Example: commercial fee');
    await workbench.settled();
    const after = await named('MarginPool');
    expect(after.find(([name]) => name === 'Worst loss')![2]).toBe(0);
    expect(before.find(([name]) => name === 'Worst loss')![2]).toBeGreaterThan(0);
    await workbench.type("'Contract Statement'!B5", '');
    await workbench.settled();
    expect(await named('MarginPool')).toEqual(before);
  });

  it('leave the forecast and its checks as they were', async () => {
    await button('Forecast').click();
    await waitForLight(workbench, GREEN);
    await button('Contracts').click();
  });
});

describe('What cannot be used in a table of contracts', () => {
  const selection = () =>
    workbench.excel(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    });
  const verdict = async () =>
    (await named('ModelChecks')).find(([test]) => test === 'The tables of added sheets can be used')!.slice(1, 3);
  const finding = () => pane(workbench).findings();

  it('turns the light red, and is listed in the pane, where it leads to its cell', async () => {
    await button('Forecast').click();
    expect(await verdict()).toEqual(['OK', 0]);
    const [[, kind]] = (await tables('tblContracts'))[0].slice(1);
    expect(kind).toBe('shared savings');
    // The model of the first contract: the statement and the margin pool cannot answer then.
    await workbench.type('Contracts!C7', 'Primary Care First');
    await waitForLight(workbench, /check.* fail/);
    await finding().first().waitFor();
    expect(await verdict()).toEqual(['ERROR', 2]);
    expect(await finding().count()).toBe(1);
    const text = await finding().first().innerText();
    expect(text).toMatch(/Contracts, row 7, Model/);
    expect(text).toMatch(/Primary Care First is paid by care fee, not shared savings/);
    await workbench.screenshot('contracts-finding');
    await finding().first().click();
    await expect.poll(selection).toBe('Contracts!C7');
  });

  it('is gone when it is put right, and what is uncertain is looked at, too', async () => {
    await workbench.type('Contracts!C7', 'MSSP BASIC E');
    await waitForLight(workbench, GREEN);
    const [[headers, first]] = await tables('tblContractUncertainty');
    expect([headers[1], first[1]]).toEqual(['Contract', 'Example: MSSP BASIC E']);
    const row = (await used('Contracts')).findIndex((cells) => cells[0] === 'Driver') + 1;
    await workbench.type(`Contracts!B${row + 1}`, 'Example: MSSP BASIC F');
    await finding().filter({ hasText: 'did you mean Example: MSSP BASIC E' }).waitFor();
    expect(await finding().first().innerText()).toContain(`row ${row + 1}`);
    await workbench.type(`Contracts!B${row + 1}`, 'Example: MSSP BASIC E');
    await waitForLight(workbench, GREEN);
    await button('Contracts').click();
  });

  it('is counted by a formula that the added sheet writes on Checks, and none by sheets that are not there', async () => {
    const formula = await workbench.excel(async (context) => {
      const range = context.workbook.names.getItem('AddedAnswers').getRange().load('formulas');
      await context.sync();
      return range.formulas as unknown[][];
    });
    expect(formula.map(([sheet, count]) => [sheet, String(count).slice(0, 10)])).toEqual([
      ['Risk', ''],
      ['Variance', ''],
      ['KPI', ''],
      ['Contract Statement', '=IF(ISREF('],
      ['ROI', ''],
      ['Milestones', ''],
    ]);
  });
});

describe('The sheets of outcomes', () => {
  it('show the return that PPPM.ROI answers, and own staff beside a vendor', async () => {
    await add('ROI');
    expect(await workbench.errorCells()).toEqual([]);
    const sheet = await used('ROI');
    const [outcomes] = await tables('tblOutcomes');
    const figure = (name: string, column: number) => Number(sheet.find(([cell]) => cell === name)![column]);
    const cost = figure('Cost of care management a year', 2);
    expect(cost).toBeGreaterThan(0);
    const answer = call('ROI', outcomes, cost, null, 'low');
    const ends = (name: string) => answer.find(([, called]) => called === name)!.slice(2, 5) as number[];
    const headline = await named('ReturnOnCare');
    ends('Value').forEach((value, i) => expect(headline[0][i + 2]).toBeCloseTo(value, 4));
    ends('Return').forEach((value, i) => expect(headline[3][i + 2]).toBeCloseTo(value, 8));
    // Randomized evidence without an effect stands beside evidence with one, and nothing is expected.
    expect(
      answer.filter(([section, name]) => section === 'Evidence' && name === 'Medicare cost a year, CCM'),
    ).toHaveLength(2);
    expect(ends('Medicare cost a year, CCM')[1]).toBe(0);

    const [revenue, own, vendor, margin, beside] = rowsFrom(sheet, '$ in twelve months')
      .slice(1, 6)
      .map((row) => row.slice(2, 6).map(Number));
    const [fee, part, kept, rpm] = [
      'Vendor’s fee a patient and month',
      'Vendor’s share of the revenue',
      'Own cost that stays with a vendor',
      'RPM’s part of the revenue',
    ].map((name) => figure(name, 2));
    const patientMonths = sheet
      .find(([cell]) => cell === 'Active patients')!
      .slice(3, 15)
      .reduce<number>((sum, value) => sum + Number(value), 0);
    expect(own[0]).toBeCloseTo(cost, 6);
    [0, fee * patientMonths, part * revenue[0], fee * patientMonths * (1 - rpm)].forEach((value, i) =>
      expect(vendor[i]).toBeCloseTo(value, 4),
    );
    expect(own[1]).toBeCloseTo(cost * kept, 6);
    expect(revenue[3]).toBeCloseTo(revenue[0] * (1 - rpm), 4);
    margin.forEach((value, i) => {
      expect(value).toBeCloseTo(revenue[i] - own[i] - vendor[i], 4);
      expect(beside[i]).toBeCloseTo(value - margin[0], 4);
    });
    await workbench.select('ROI!A1');
    await workbench.screenshot('roi');
    await workbench.select('ROI!A60');
    await workbench.screenshot('roi-vendor');
    await workbench.select('Outcomes!A1');
    await workbench.screenshot('outcomes');
  });
});

describe('Milestones', () => {
  it('are due in the months that PPPM.MILESTONES answers', async () => {
    await button('Add the Milestones sheet').click();
    await button('Go to Milestones').waitFor({ timeout: 60_000 });
    await workbench.settled();
    expect(await workbench.errorCells()).toEqual([]);
    const due = await named('MilestonesDue');
    expect(due[0][0]).toBe('Example: nurse manager');
    expect(due[0][1]).toBe('Active patients ≥ 1500');
    await workbench.select('Milestones!A1');
    await workbench.screenshot('milestones');
  });

  /** The line of the forecast, by month. */
  const technology = async () =>
    (await used('Forecast'))
      .find(([name]) => name === 'Technology cost')!
      .slice(3)
      .map(Number);
  const accepted = async () => {
    const [costs] = await tables('tblCosts');
    const [headers, ...rows] = costs;
    const cell = (row: unknown[], header: string) => row[headers.indexOf(header)];
    const row = rows.find((each) => cell(each, 'Item') === 'Registry');
    return row && ['Category', 'Basis', 'Amount', 'Starts'].map((header) => cell(row, header));
  };

  it('are accepted into Costs, where the forecast pays for them, and taken back', async () => {
    // The row's threshold and lead time are chosen so that it is due within the forecast.
    const [milestones] = await tables('tblMilestones');
    expect(milestones[2].slice(0, 6)).toEqual([
      'Example: registry and dashboards',
      'Active patients',
      '',
      2000,
      4,
      40_000,
    ]);
    const active = (await used('Forecast'))
      .find(([name]) => name === 'Active patients')!
      .slice(3)
      .map(Number);
    const threshold = Math.ceil(active[8]);
    const reached = active.findIndex((patients) => patients >= threshold);
    await workbench.type('Milestones!A8', 'Registry');
    await workbench.type('Milestones!D8', String(threshold));
    const card = region('Milestones');
    await card.getByText(`Active patients ≥ ${threshold.toLocaleString('en-US')}`).waitFor();
    await card.getByText('Example: second platform license').scrollIntoViewIfNeeded();
    await workbench.screenshot('milestones-page');
    const before = { technology: await technology(), costs: (await tables('tblCosts'))[0] };

    await button('Accept Registry into Costs').click();
    await workbench.frame.getByText(/^Registry is a row of Costs: \$40,000 once, in /).waitFor();
    await workbench.settled();
    const header = (await used('Forecast'))
      .find(([, unit]) => unit === 'Unit')!
      .slice(3)
      .map(Number);
    const row = await accepted();
    expect(row!.slice(0, 3)).toEqual(['technology', 'one-off', 40_000]);
    // The first day of the month whose last day stands in the header.
    const due = reached - 4;
    expect(due).toBeGreaterThanOrEqual(0);
    const daysBefore = header[due] - Number(row![3]);
    expect(daysBefore).toBeGreaterThanOrEqual(27);
    expect(daysBefore).toBeLessThanOrEqual(30);
    (await technology()).forEach((cost, t) =>
      expect(cost - before.technology[t], `month ${t + 1}`).toBeCloseTo(t === due ? 40_000 : 0, 6),
    );
    const [log] = (await tables('tblChangeLog')).slice(-1);
    expect(log.flat().join(' ')).toContain('Milestone accepted: Active patients ≥');
    expect((await named('MilestonesDue')).find(([what]) => what === 'Registry')!.join(' ')).toContain('In Costs from ');
    expect(await button('Accept Registry into Costs').count()).toBe(0);
    await workbench.screenshot('milestones-page-accepted');
    await button('Forecast').click();
    await waitForLight(workbench, GREEN);
    await button('Contracts').click();

    await button('Undo').click();
    await workbench.frame.getByText('Costs and the Log are as they were.').waitFor();
    await workbench.settled();
    expect(await accepted()).toBeUndefined();
    expect((await tables('tblCosts'))[0]).toEqual(before.costs);
    expect(await technology()).toEqual(before.technology);
    await button('Accept Registry into Costs').waitFor();
    await button('Forecast').click();
    await waitForLight(workbench, GREEN);
    await button('Contracts').click();
  });

  it('are not accepted where the line never reaches the threshold', async () => {
    await workbench.type('Milestones!D8', '1000000');
    await region('Milestones')
      .getByText(/^Never due in Expected: Active patients ≥ 1,000,000/)
      .waitFor();
    expect(await button('Accept Registry into Costs').count()).toBe(0);
  });
});

describe('The page in a narrow and dark pane', () => {
  it('is as wide as the pane', async () => {
    const narrow = await openWorkbench({ browser, theme: 'dark', pane: 320 });
    try {
      await buildFromPane(narrow);
      await narrow.frame.getByRole('button', { name: 'Contracts', exact: true }).click();
      const carries = narrow.frame.getByRole('region', { name: 'Does the margin carry it?' });
      await carries.waitFor();
      await narrow.screenshot('contracts-page-dark');
      await carries.scrollIntoViewIfNeeded();
      await narrow.screenshot('contracts-page-dark-below');
      const wider = await narrow.frame
        .locator('main')
        .evaluate(
          (main) => [...main.querySelectorAll('*')].filter((each) => each.scrollWidth > main.clientWidth).length,
        );
      expect(wider).toBe(0);
    } finally {
      await narrow.close();
    }
  });
});
