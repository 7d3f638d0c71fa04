/** Simulation in the pane, and the sheets Risk and Uncertainty: they follow the inputs, and say what is wrong with theirs. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { call } from '../functions/excel';
import { buildFromPane, pane, waitForLight } from './pane-actions';
import { expectReadable } from './readable';

const GREEN = /^All \d+ checks pass/;

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
  await button('What-if').click();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const frame = () => workbench.frame;
const button = (name: string) => frame().getByRole('button', { name, exact: true });
const card = (name: string) => frame().getByRole('region', { name });

const tables = () =>
  workbench.excel(async (context) => {
    const names = ['Panel', 'PayerMix', 'Costs', 'Settings', 'Scenarios', 'Changes', 'Actuals', 'Uncertainty'];
    const ranges = names.map((name) => context.workbook.tables.getItem(`tbl${name}`).getRange().load('values'));
    await context.sync();
    return ranges.map(({ values }) => values as unknown[][]);
  });

type Cells = unknown[][];
const used = (sheet: string): Promise<Cells> =>
  workbench.excel(async (context, asked) => {
    const range = context.workbook.worksheets.getItem(asked).getUsedRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  }, sheet);

/** Risk once nothing on it is waited for. */
async function risk(): Promise<Cells> {
  await workbench.settled();
  await expect.poll(async () => (await used('Risk')).flat().includes('#BUSY!')).toBe(false);
  return used('Risk');
}

/** Writes cells as a colleague’s paste would, whatever the list to choose from says. */
const write = (address: string, content: string | number) =>
  workbench.excel(
    async (context, [sheet, cell], typed) => {
      context.workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[typed]];
      await context.sync();
    },
    address.split('!') as [string, string],
    content,
  );
const contentOf = async (address: string) => (await workbench.cell(address)).formula as string | number;

/** What stands below a title: the spill of as many rows and columns, from the column given. */
function below(cells: Cells, title: string, rows: number, columns: number, from = 0): Cells {
  const at = cells.findIndex(([cell]) => cell === title);
  expect(at, title).toBeGreaterThan(0);
  return cells.slice(at + 1, at + 1 + rows).map((row) => row.slice(from, from + columns));
}
const FANS = ['Allowed revenue', 'Cumulative cash, and whether it is paid back', 'Margin, and whether it breaks even'];
const TORNADO = 'Tornado: which drivers move the line asked about most, its total';
const fan = (cells: Cells, title: string) => below(cells, title, title === FANS[0] ? 6 : 7, 2 + 36, 1);
const gridOf = (cells: Cells) => {
  const at = cells.findIndex(([first, second]) => first === 'Across the top' && typeof second === 'string');
  return cells.slice(at + 2, at + 10).map((row) => row.slice(0, 6));
};
const bridgeOf = (cells: Cells) => {
  const at = cells.findIndex(([first]) => first === 'Step');
  const rows = cells.slice(at, at + 33).map((row) => row.slice(0, 6));
  return rows.slice(
    0,
    rows.findIndex(([first]) => first === ''),
  );
};

const close = (cells: Cells, answer: Cells, what: string) =>
  answer.forEach((row, r) =>
    row.forEach((value, c) =>
      typeof value === 'number' && c > 0
        ? expect(Math.abs(Number(cells[r][c]) - value), `${what}, row ${r}, column ${c}`).toBeLessThan(
            1e-9 * Math.max(1, Math.abs(value)),
          )
        : expect(cells[r][c], `${what}, row ${r}, column ${c}`).toBe(value),
    ),
  );

/** Risk shows what the functions answer of the tables as they are now. */
async function expectRiskOfTheTables(): Promise<Cells> {
  const cells = await risk();
  const all = await tables();
  const model = all.slice(0, 7),
    uncertainty = all[7];
  const [first, second, third] = FANS.map((title) => fan(cells, title));
  const simulated = (line: string, target: unknown) =>
    call('SIMULATE', ...model, uncertainty, line, 1_000, 20_270_101, null, 'Expected', null, target);
  close(first, simulated('Allowed revenue', null), 'revenue');
  close(second, simulated('Cumulative cash', 'zero'), 'cash');
  close(third, simulated('Margin', 'zero'), 'margin');
  const tornado = call('SENSITIVITY', ...model, 'Margin', 0.1, 'Expected');
  close(below(cells, TORNADO, tornado.length, 11), tornado, 'tornado');
  const inputs = ['Down the side', 'Across the top'].map((name) => cells.find(([cell]) => cell === name)!);
  const [down, across] = inputs.map((row) => [row.slice(1, 5)]);
  const grid = call(
    'GRID',
    ...model,
    'Margin',
    down,
    [inputs[0].slice(8, 15)],
    across,
    [inputs[1].slice(8, 13)],
    'Expected',
  );
  close(gridOf(cells), grid, 'grid');
  const bridge = call('BRIDGE', ...model, 'Margin', 'Conservative', 'Stretch');
  close(bridgeOf(cells), bridge, 'bridge');
  return cells;
}

const workersStarted = () =>
  frame().evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('simulation-worker.js')).length,
  );

describe('The card “What may come”', () => {
  it('simulates the line that is asked about, says the spread and the likelihood of a target in sentences', async () => {
    const what = card('What may come');
    await what.getByLabel('Target, if any').fill('150,000');
    await what.getByRole('button', { name: 'Simulate' }).click();
    await what.getByText(/^In eight cases of ten Margin comes to between \$[\d,]+ and \$[\d,]+; half/).waitFor();
    await what.getByText(/^It reaches \$150,000 in [\d.]+% of the 1,000 cases\.$/).waitFor();
    await what.getByText(/^Drawn from \d+ assumptions/).waitFor();
    expect(await what.getByRole('img').getAttribute('aria-label')).toMatch(/^By month, to .*eight cases in ten from/);
    await what.scrollIntoViewIfNeeded();
    await workbench.screenshot('simulation');
  });

  it('is called off while it draws, and says so; the page stays free meanwhile', async () => {
    const what = card('What may come');
    await what.getByLabel('Cases drawn', { exact: true }).first().selectOption('100000');
    await frame().evaluate(() => {
      const seen = window as unknown as { tasks: number[] };
      seen.tasks = [];
      new PerformanceObserver((list) =>
        list.getEntries().forEach(({ name, duration }) => name === 'self' && seen.tasks.push(duration)),
      ).observe({ type: 'longtask' });
    });
    await what.getByRole('button', { name: 'Simulate' }).click();
    await what.getByText(/^[1-9][\d,]* of 100,000 cases$/).waitFor();
    const took = await frame().evaluate(async () => {
      const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')!;
      const start = performance.now();
      cancel.click();
      while (!document.body.innerText.includes('Canceled.')) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });
    await what.getByText(/^Canceled\./).waitFor();
    expect(await what.getByRole('progressbar').count()).toBe(0);
    const longest = await frame().evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
    console.log(
      `from the click on Cancel to “Canceled.”: ${took.toFixed(0)} ms; longest task of the page: ${longest.toFixed(0)} ms`,
    );
    await what.getByLabel('Cases drawn', { exact: true }).first().selectOption('1000');
    await what.getByRole('button', { name: 'Simulate' }).click();
    await what.getByText(/^In eight cases of ten Margin/).waitFor();
  });
});

describe('The sheets Risk and Uncertainty', () => {
  it('are added with the figures that the functions answer, those of the pane among them', async () => {
    const said = await card('What may come')
      .getByText(/^In eight cases of ten/)
      .innerText();
    await button('Add the Risk sheets').click();
    await button('Go to Risk').waitFor({ timeout: 60_000 });
    const cells = await expectRiskOfTheTables();
    expect(await workbench.errorCells()).toEqual([]);
    const figures = cells.find(([cell]) => cell === 'Line asked about, in total')!.slice(2, 5);
    const dollars = (value: unknown) => `$${Math.round(Number(value)).toLocaleString('en-US')}`;
    for (const figure of figures) expect(said).toContain(dollars(figure));
    const charts = (await workbench.charts('Risk')).map(({ name, kind }) => [name, kind]);
    expect(charts).toEqual([
      ['RevenueFan', 'line'],
      ['CashFan', 'line'],
      ['BreakEvenOdds', 'line'],
      ['Tornado', 'barStacked'],
      ['ScenarioBridge', 'columnStacked'],
    ]);
    for (const [at, name] of ['A1', 'A62', 'A100', 'A139', 'A160'].map((at, i) => [at, `risk-${i}`])) {
      await workbench.select(`Risk!${at}`);
      await workbench.screenshot(name);
    }
    await workbench.select('Uncertainty!A1');
    await workbench.screenshot('uncertainty');
  });

  it('have charts that add up: the bridge from end to end, the tornado’s bars as long as the swing', async () => {
    const cells = await risk();
    const steps = below(cells, 'Step', 12, 10).filter(([name]) => name !== '');
    const waterfall = below(
      cells,
      'For the bridge: its ends, the largest steps, and all others together',
      13,
      10,
    ).slice(1);
    expect(steps.length).toBeGreaterThan(3);
    let level = Number(waterfall[0][2]);
    for (const [name, , value, after, base, end, more, moreBelow, less, lessBelow] of waterfall.filter(
      ([step]) => step,
    )) {
      const parts = [more, moreBelow, less, lessBelow].map((part) => Math.abs(Number(part)));
      if (Number(end) !== 0) expect(Number(end), String(name)).toBe(Number(value));
      else {
        level += Number(value);
        expect(
          parts.reduce((sum, part) => sum + part, 0),
          String(name),
        ).toBeCloseTo(Math.abs(Number(value)), 4);
        expect(Number(base) * Number(after), String(name)).toBeGreaterThanOrEqual(0);
      }
    }
    const last = waterfall.filter(([step]) => step).at(-1)!;
    expect(level).toBeCloseTo(Number(last[2]), 4);
    const tornado = below(cells, TORNADO, 12, 11);
    const bars = below(cells, 'For the tornado: what the line moves by, the largest last', 9, 4).slice(1).reverse();
    bars.forEach(([driver, , low, high], i) => {
      expect(driver).toBe(tornado[2 + i][0]);
      const [a, b] = [Number(low), Number(high)];
      expect(Math.abs(a) + Math.abs(b), String(driver)).toBeCloseTo(Number(tornado[2 + i][9]), 4);
    });
  });

  it('follow an input that is changed: fans, likelihoods, tornado, two-way table and bridge', async () => {
    const before = await risk();
    const panel = (await tables())[0];
    const column = panel[0].indexOf('Disengagement rate');
    const cell = `Panel!${String.fromCharCode(65 + column)}7`;
    const was = await contentOf(cell);
    await write(cell, 0.04);
    const after = await expectRiskOfTheTables();
    expect(
      (await used('Uncertainty')).find(([driver, of]) => driver === 'Disengagement rate' && of === 'CCM')![5],
    ).toBeCloseTo(0.03);
    for (const title of FANS) expect(fan(after, title)[2][1], title).not.toBe(fan(before, title)[2][1]);
    expect(below(after, TORNADO, 2, 9)).not.toEqual(below(before, TORNADO, 2, 9));
    expect(gridOf(after)).not.toEqual(gridOf(before));
    expect(bridgeOf(after)).not.toEqual(bridgeOf(before));
    await button('Forecast').click();
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
    await write(cell, was);
    expect(await risk()).toEqual(before);
    await waitForLight(workbench, GREEN);
    await button('What-if').click();
  });

  it('follow the drivers, scenarios, line and target that are asked about', async () => {
    const before = await risk();
    const row = before.findIndex(([cell]) => cell === 'Across the top') + 1;
    const to = before.findIndex(([cell]) => cell === 'To scenario') + 1;
    await write(`Risk!B${row}`, 'Realization rate');
    await write(`Risk!B${to}`, 'Expected');
    await write('Risk!B9', 150_000);
    const after = await risk();
    expect(after[row - 1].slice(5, 8)).toEqual([0.85, expect.closeTo(0.68, 9), 1]);
    expect(gridOf(after)[0].slice(1).at(-1)).toBe(1);
    expect(
      gridOf(after)
        .flat()
        .every((value) => typeof value === 'number' || value === 'Margin'),
    ).toBe(true);
    expect(bridgeOf(after).at(-1)![0]).toBe('Expected');
    const chance = after.find(([cell]) => cell === 'Line asked about reaches its target')![2];
    expect(chance).toBeGreaterThan(0.5);
    expect(chance).toBeLessThan(1);
    for (const [at, content] of [
      [`B${row}`, 'Disengagement rate'],
      [`B${to}`, 'Stretch'],
      ['B9', ''],
    ] as const)
      await write(`Risk!${at}`, content);
    expect(await risk()).toEqual(before);
  });

  it('draw again only when inputs, seed or trials change', async () => {
    const before = await risk();
    const started = await workersStarted();
    await workbench.excel(async (context) => {
      context.workbook.application.calculate('Full');
      await context.sync();
    });
    expect(await risk()).toEqual(before);
    expect(await workersStarted()).toBe(started);
    await write('Risk!B6', 7);
    const other = await risk();
    expect(fan(other, FANS[0])[0][0]).toBe('Allowed revenue, 1000 trials, seed 7');
    expect(fan(other, FANS[0])[1][1]).not.toBe(fan(before, FANS[0])[1][1]);
    expect(await workersStarted()).toBeGreaterThan(started);
    await write('Risk!B6', 20_270_101);
    expect(await risk()).toEqual(before);
  });

  it.each([
    ['Low above High', 'Uncertainty!F7', 1_000, /Uncertainty, row 1: Low is 1,?000, above High, which is 80/],
    [
      'Likely outside',
      'Uncertainty!G7',
      1,
      /Uncertainty, row 1: Likely is 1; give a value from Low \(48\) to High \(80\)/,
    ],
    [
      'an unknown driver',
      'Uncertainty!A7',
      'Referals per month',
      /Uncertainty, row 1: driver “Referals per month” is not known; did you mean Referrals per month/,
    ],
    ['a program without rows', 'Uncertainty!B7', 'PCM', /Uncertainty, row 1: program “PCM” is not known/],
    ['a group of one', 'Uncertainty!I7', 'alone', /Uncertainty, row 1 is alone in group “alone”/],
    ['no trials', 'Risk!B5', 0, /trials is (0|blank)/],
    ['too many trials', 'Risk!B5', 2_000_000, /trials is 2,?000,?000.*100,?000/],
  ])('say what is wrong: %s', async (_, address, content, text) => {
    const before = await risk();
    const was = await contentOf(address);
    await write(address, content);
    await risk();
    const told = (await workbench.errorCells()).filter(({ text: words }) => words);
    expect(told.map(({ text: words }) => words)).toEqual(told.map(() => expect.stringMatching(text)));
    expect(told.length).toBe(4);
    await write(address, was);
    expect(await risk()).toEqual(before);
    expect(await workbench.errorCells()).toEqual([]);
  });
});

describe('What cannot be used on Uncertainty or Risk', () => {
  it('turns the light red, is listed in the pane, and is gone when it is put right', async () => {
    await button('Forecast').click();
    await waitForLight(workbench, GREEN);
    const was = await contentOf('Uncertainty!F7');
    await write('Uncertainty!F7', 1_000);
    await waitForLight(workbench, /check.* fail/);
    const finding = pane(workbench).findings().filter({ hasText: 'above High' });
    await finding.waitFor();
    expect(await finding.innerText()).toMatch(/Uncertainty/);
    // Nothing is drawn, and no cell says a figure or a month.
    const cells = await risk();
    const summary = cells.filter(([, unit]) => unit === '$' || unit === '%' || unit === 'month').slice(0, 9);
    expect(summary.map((row) => row.slice(2, 6).filter((cell) => cell !== ''))).toEqual([
      ...Array<string[]>(3).fill(['–', '–', '–', '–']),
      ...[['–'], ['–'], ['no target'], ['–'], ['–'], ['–']],
    ]);
    await write('Uncertainty!F7', was);
    await waitForLight(workbench, GREEN);
    expect(await finding.count()).toBe(0);
    await write('Risk!B5', 0);
    await waitForLight(workbench, /check.* fail/);
    await write('Risk!B5', 1_000);
    await waitForLight(workbench, GREEN);
    await button('What-if').click();
  });
});

describe('In a narrow dark pane', () => {
  it('the simulation stays within it, and every text can be read', async () => {
    const narrow = await openWorkbench({ browser, theme: 'dark', pane: 320 });
    try {
      await buildFromPane(narrow);
      await narrow.frame.getByRole('button', { name: 'What-if', exact: true }).click();
      const what = narrow.frame.getByRole('region', { name: 'What may come' });
      await what.getByLabel('Target, if any').fill('1');
      await what.getByRole('button', { name: 'Simulate' }).click();
      await what.getByText(/^It reaches/).waitFor();
      await what.scrollIntoViewIfNeeded();
      await expectReadable(narrow, 'simulation-320-dark');
      const wider = await narrow.frame
        .locator('main')
        .evaluate(
          (main) =>
            [...main.querySelectorAll('section, select, input, button')].filter(
              (each) => each.getBoundingClientRect().right > main.clientWidth,
            ).length,
        );
      expect(wider).toBe(0);
    } finally {
      await narrow.close();
    }
  });
});
