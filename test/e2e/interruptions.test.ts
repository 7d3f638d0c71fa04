/** Excel interrupts, delays and forgets: whatever it does, no figure passes for current that is not. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type OpenOptions, type Workbench } from '../../src/workbench/driver/workbench';
import type { WorkbookSnapshot } from '../../src/workbench/page/workbench-api';
import { SWITCHES_OFF } from '../../src/workbench/host/switches';
import { statementRow } from '../../src/workbook/sheets/forecast/layout';
import { buildFromPane, choose, pane, waitForLight } from './pane-actions';
import { differences, edited, expectedStatements, readStatements, SAMPLE_TABLES } from './statement';
import { FINDINGS_ROW } from '../../src/workbook/sheets/checks/layout';
import { SCENARIO_LINES, scenarioRow } from '../../src/workbook/sheets/compare/layout';
import { PROGRAM_LINES, programRow } from '../../src/workbook/sheets/forecast/layout';

const GREEN = /^All \d+ checks pass/;
const CALCULATING = /^Calculating…$/;
const OPENING = 'Panel!C7';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => void (browser = await launchBrowser()));
afterEach(() => workbench?.close());
afterAll(() => browser?.close());

const open = async (options: OpenOptions = {}) => void (workbench = await openWorkbench({ browser, ...options }));
const built = async (options: OpenOptions = {}) => {
  await open(options);
  await buildFromPane(workbench);
  await waitForLight(workbench, GREEN);
};
/** Types without waiting for anything. */
const typeOnly = (address: string, content: string | number) =>
  workbench.page.evaluate(([at, what]) => window.workbench.type(at, what), [address, content] as const);
const text = () => workbench.frame.locator('main').innerText();
const revenue = async () => (await workbench.cell('Start!B11')).text.trim();
const value = async (address: string) => (await workbench.cell(address)).value;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const selection = () =>
  workbench.excel(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });

describe('something typed into a spill', () => {
  it('is named with its cell and a button that selects it, wherever it stands, and the figures come back with the room', async () => {
    await built();
    const before = await revenue();
    await workbench.type('Forecast!F12', 'my note');
    await workbench.frame.getByText('A cell is in the way of the forecast.').waitFor();
    const shown = await text();
    expect(shown).toContain('Forecast!F12');
    expect(shown).not.toContain(before);
    expect(shown).not.toContain('Calculating');
    await workbench.frame.getByRole('button', { name: 'Select Forecast!F12' }).click();
    await expect.poll(selection).toBe('Forecast!F12');

    expect(await value('Start!B4')).toBe('ERROR');
    expect(await value('Start!C4')).toBe('Something stands in the way of a formula: see Checks');
    const [room] = (await workbench.cells('Checks!A6:C9')).filter(([{ value: test }]) =>
      /in the way/.test(String(test)),
    );
    expect(room.map((cell) => cell.value)).toEqual(['Nothing stands in the way of a formula', 'ERROR', 1]);

    await workbench.type('Forecast!F12', '');
    await waitForLight(workbench, GREEN);
    await pane(workbench).figures('Expected').getByText(before).waitFor();
    expect(await text()).not.toContain('in the way');

    // Below the header, in the last month, in a program, over the findings, on Compare.
    const inProgram = `Forecast!D${programRow(0, PROGRAM_LINES[1]) + 1}`;
    const inScenario = `Compare!E${scenarioRow(0, SCENARIO_LINES[1]) + 1}`;
    for (const cell of ['Forecast!A9', 'Forecast!AM20', inProgram, `Checks!B${FINDINGS_ROW + 2}`, inScenario]) {
      await workbench.type(cell, 1);
      await workbench.frame.getByRole('button', { name: `Select ${cell}` }).waitFor();
      await workbench.type(cell, '');
      await waitForLight(workbench, GREEN);
    }
  });
});

describe('while a cell is being typed in', () => {
  it.each([
    ['Excel puts batches off', []],
    ['Excel refuses them', ['DelayForCellEdit1.1']],
  ])('and %s, the pane waits and says so, and goes on by itself', async (_, without) => {
    await built({ without });
    const before = await revenue();
    await workbench.play({ editing: true });
    await typeOnly(OPENING, 700);
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await waitForLight(workbench, CALCULATING);
    expect(await text()).not.toContain('out of date');
    expect(await workbench.frame.getByRole('region', { name: 'Expected scenario' }).count()).toBe(0);
    await pause(3000);
    await workbench.play({ editing: false });
    await workbench.frame.getByText('Waiting for Excel.').waitFor({ state: 'detached' });
    await workbench.settled();
    const after = await revenue();
    expect(after).not.toBe(before);
    await pane(workbench).figures('Expected').getByText(after).waitFor();
  });

  it('from before the pane opened, the pane opens when the typing ends', async () => {
    await open({ editing: 'on', without: ['DelayForCellEdit1.1'] });
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await workbench.play({ editing: false });
    await pane(workbench).build().waitFor();
    await buildFromPane(workbench);
    await waitForLight(workbench, GREEN);
  });

  it.each([
    ['put off', []],
    ['refused', ['DelayForCellEdit1.1']],
  ])('during Build, what is %s is done when the typing ends, and nothing is left half-built', async (_, without) => {
    await open({ without, delay: 120 });
    await pane(workbench).build().click();
    await workbench.frame
      .getByText(/Step [34] of 4/)
      .first()
      .waitFor();
    await workbench.play({ editing: true });
    await workbench.frame.getByText('Waiting for Excel.').waitFor();
    await pause(2500);
    await workbench.play({ editing: false });
    await pane(workbench).ready().waitFor();
    await workbench.settled();
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
  });
});

describe('answers of functions', () => {
  /** The light, and the statement's revenue under its header, at one moment of which Excel shows something. */
  const lightAndTotal = () =>
    workbench.page.evaluate(
      (cell) =>
        window.workbench.isMidway()
          ? null
          : { light: window.workbench.cell('Start!B4').value, total: window.workbench.cell(cell).value },
      `Forecast!C${statementRow('allowedRevenue') + 1}`,
    );

  /** What pane and sheets show from an edit on until all is settled: never an old figure without a word. */
  async function watchEdit(
    edit: () => Promise<void>,
  ): Promise<{ lights: Set<unknown>; before: string; after: string }> {
    await workbench.settled();
    const before = await revenue();
    const stamp = await value('Checks!B5');
    const total = (await lightAndTotal())!.total;
    const lights = new Set<unknown>();
    await edit();
    // Excel calculates its own formulas before anybody sees the edit; the workbench takes a moment.
    await expect.poll(() => value('Checks!B5'), { timeout: 10_000 }).not.toBe(stamp);
    let settled = false;
    const settling = workbench.settled().then(() => (settled = true));
    while (!settled) {
      const seen = await lightAndTotal();
      if (seen) lights.add(seen.light);
      if (seen?.total === total) expect(seen.light).toBe('CALCULATING');
      await pause(20);
    }
    await settling;
    return { lights, before, after: await revenue() };
  }

  it('that come late, old first or out of order: pane, Start and Checks say calculating until all are there', async () => {
    await built();
    for (const [patients, switches] of [
      [700, { late: 1500 }],
      [710, { late: 1500, oldValues: true }],
      [720, { late: 1500, oldValues: true, outOfOrder: true }],
    ] as const) {
      await workbench.play({ ...SWITCHES_OFF, ...switches });
      const { lights, before, after } = await watchEdit(async () => {
        await typeOnly(OPENING, patients);
        await waitForLight(workbench, CALCULATING);
        expect(await workbench.frame.getByRole('region', { name: 'Expected scenario' }).count()).toBe(0);
      });
      expect(lights).toContain('CALCULATING');
      expect(lights).not.toContain('ERROR');
      expect(after).not.toBe(before);
      const changed = expectedStatements(edited(SAMPLE_TABLES, 'panel', 1, 'Opening patients', patients), 'Expected');
      expect(differences(await readStatements(workbench), changed)).toEqual([]);
      await pane(workbench).figures('Expected').getByText(after).waitFor();

      for (const scenario of ['Stretch', 'Expected']) {
        await choose(workbench.frame, scenario);
        // Back in the scenario before, the workbench remembers the answers: nothing is late.
        if (scenario === 'Stretch') await waitForLight(workbench, CALCULATING);
        await workbench.settled();
        await pane(workbench)
          .figures(scenario)
          .getByText(await revenue())
          .waitFor();
      }
    }
  });

  it('of functions that Excel learns late are waited for, then asked for again', async () => {
    await open({ functionsAfter: 3000 });
    await pane(workbench).build().click();
    await pane(workbench).ready().waitFor({ timeout: 60_000 });
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
  });

  it('of functions that Excel does not learn are explained with the button that helps', async () => {
    const learnt = Date.now() + 22_000;
    await open({ functionsAfter: 21_000 });
    await pane(workbench).build().click();
    const unknown = workbench.frame.getByText('Excel does not know the functions of this add-in.');
    await unknown.waitFor({ timeout: 60_000 });
    expect(await text()).not.toContain('$');
    await pause(Math.max(0, learnt - Date.now()));
    await workbench.frame.getByRole('button', { name: 'Calculate again' }).click();
    await waitForLight(workbench, GREEN);
    expect(await unknown.count()).toBe(0);
  });
});

describe('a formula of Excel’s own that it has passed over', () => {
  it('is calculated by Calculate again, with all others', async () => {
    await built();
    const day = await value('Rates!G4');
    const stamp = await value('Checks!B5');
    const snapshot = await workbench.save();
    // A workbook is opened as it was saved: nothing is calculated.
    leaveBehind(snapshot, 'Rates', { row: 3, column: 6 }, 1);
    leaveBehind(snapshot, 'Checks', { row: 4, column: 1 }, `${String(stamp)} of before`);
    await workbench.load(snapshot);
    workbench.frame = workbench.page.frame('addin')!;
    await workbench.frame.getByText('Excel has not calculated these figures yet.').waitFor({ timeout: 60_000 });
    expect(await value('Rates!G4')).toBe(1);
    await workbench.frame.getByRole('button', { name: 'Calculate again' }).click();
    await waitForLight(workbench, GREEN);
    expect(await value('Rates!G4')).toBe(day);
    expect(await value('Checks!B5')).toBe(stamp);
  });
});

interface SavedSheet {
  name: string;
  cellData: Record<number, Record<number, { f?: string; v?: unknown } | undefined> | undefined>;
}

/** Gives a cell a value that its formula does not have. */
function leaveBehind(
  { grid }: WorkbookSnapshot,
  name: string,
  { row, column }: { row: number; column: number },
  left: number | string,
): void {
  const { sheets } = (grid as { workbook: { workbook: { sheets: Record<string, SavedSheet> } } }).workbook.workbook;
  const sheet = Object.values(sheets).find((candidate) => candidate.name === name);
  const cell = sheet?.cellData[row]?.[column];
  if (!cell?.f) throw new Error(`There is no formula in row ${row + 1} of ${name}.`);
  cell.v = left;
}

describe('a workbook opened by another Excel', () => {
  it.each([
    ['gives other ids to its sheets', { newSheetIds: true }],
    ['lost what add-ins kept in it', { withoutSettings: true, withoutXmlParts: true }],
    ['did both', { newSheetIds: true, withoutSettings: true, withoutXmlParts: true }],
  ])('that %s is known by what is on its sheets, is followed, and can be removed', async (_, change) => {
    await built();
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Costs').name = 'Our costs';
      await context.sync();
    });
    await workbench.reopen(change);
    workbench.frame = workbench.page.frame('addin')!;
    await waitForLight(workbench, GREEN);
    expect(await text()).not.toContain('in the way');
    const before = await revenue();
    await workbench.type(OPENING, 700);
    const after = await revenue();
    expect(after).not.toBe(before);
    await pane(workbench).figures('Expected').getByText(after).waitFor();
    await pane(workbench).remove().click();
    await workbench.frame.getByRole('button', { name: /^Remove \d+ sheets$/ }).click();
    await pane(workbench).build().waitFor();
    expect(await workbench.sheets()).toEqual(['Sheet1']);
  });
});

describe('data that no table covers', () => {
  it('is a finding with its cells, in the pane and on Checks; what is pasted directly below a table is taken into it', async () => {
    await built();
    await typeOnly('Panel!B13:B14', 100);
    await workbench.settled();
    const finding = workbench.frame.getByRole('button', { name: /Panel!B13:B14 stands below the table Panel/ });
    await finding.click();
    await expect.poll(selection).toBe('Panel!B13:B14');
    const stray = (await workbench.cells('Checks!A7:C40')).find(([{ value: test }]) =>
      /beside or below/.test(String(test)),
    )!;
    expect(stray.map((cell) => cell.value)).toEqual(['Nothing stands beside or below a table', 'REVIEW', 2]);
    await typeOnly('Panel!B13:B14', '');
    await waitForLight(workbench, GREEN);
    // Below Planned changes, and between two tables.
    const verdict = async () =>
      (await workbench.cells('Checks!A7:C40'))
        .find(([{ value: test }]) => /beside or below/.test(String(test)))!
        .map((cell) => cell.value)
        .slice(1);
    for (const place of ['Scenarios!A60', 'Scenarios!C19']) {
      await typeOnly(place, 'left over');
      await workbench.settled();
      expect(await verdict(), place).toEqual(['REVIEW', 1]);
      await workbench.frame.getByText(`${place} stands below the table`).waitFor();
      await typeOnly(place, '');
      await workbench.settled();
      expect(await verdict(), place).toEqual(['OK', 0]);
    }
    await workbench.type('Panel!P8', 5);
    await workbench.frame.getByText('Panel!P8 stands beside the table Panel').waitFor();
    await workbench.type('Panel!P8', '');

    await typeOnly('Panel!A11:A12', 'New program');
    await workbench.settled();
    const address = await workbench.excel(async (context) => {
      const range = context.workbook.tables.getItem('tblPanel').getRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe('Panel!A6:N12');
  });
});

describe('an error in a cell of the inputs', () => {
  it('is told by its place, by every function', async () => {
    await built();
    for (const [cell, said] of [
      ['Panel!C7', 'Opening patients is the error #N/A'],
      ["'Payer Mix'!A8", 'the error #N/A'],
      ['Costs!E7', 'the error #N/A'],
    ]) {
      const before = await value(cell);
      await workbench.type(cell, '=NA()');
      await workbench.frame.locator('li button').filter({ hasText: said }).first().waitFor();
      expect((await workbench.cell('Forecast!A6')).errorText, cell).toContain('the error #N/A');
      const findings = await workbench.cells('Checks!A40:D80');
      expect(
        findings.some((row) => String(row[3].value).includes('the error #N/A')),
        cell,
      ).toBe(true);
      await workbench.type(cell, before!);
      await waitForLight(workbench, GREEN);
    }
  });

  it('in a range of numbers is told by its place', async () => {
    await open();
    await typeOnly('Sheet1!A1:A3', 100);
    await workbench.type('Sheet1!A2', '=1/0');
    await workbench.type('Sheet1!C1', '=PPPM.REVENUE(A1:A3,1,1,66)');
    expect((await workbench.cell('Sheet1!C1')).errorText).toContain('the error #DIV/0! (cell 2 of 3)');
  });
});
