/** Worksheet functions: called through Office.js as Excel calls them, their results in the cells. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../driver/browser';
import { openWorkbench, type OpenOptions, type Workbench } from '../../driver/workbench';
import { buildFixture } from './fixture/build-fixture';

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let browser: Browser;

beforeAll(async () => {
  fixture = await buildFixture();
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  fixture?.remove();
});

const open = (options: OpenOptions = {}) => openWorkbench({ ...options, browser, dist: fixture.dist });

describe('with everything as in Excel for Windows', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await open();
  });
  afterAll(() => workbench.close());
  afterEach(() => expect(workbench.externalRequests).toEqual([]));

  const result = async (formula: string) => {
    await workbench.type('Sheet1!A1', formula);
    return workbench.cell('Sheet1!A1');
  };

  test('a function gives its value', async () => {
    expect(await result('=TEST.TWICE(21)')).toMatchObject({ value: 42 });
    expect(await result('=TEST.TWICE(21, 3)')).toMatchObject({ value: 63 });
  });

  test('an omitted argument arrives as null', async () => {
    expect(await result('=TEST.ECHO()')).toMatchObject({ value: 'null' });
    expect(await result('=TEST.ECHOBLOCK()')).toMatchObject({ value: 'null' });
  });

  test('a single value for a block arrives as a block', async () => {
    expect(await result('=TEST.ECHOBLOCK(5)')).toMatchObject({ value: '[[5]]' });
  });

  test('a block spills, and takes its cells back when it shrinks', async () => {
    await result('=TEST.BLOCK(2, 3)');
    const spilled = await workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1').getSpillingToRange();
      range.load('values,address');
      await context.sync();
      return [range.values, range.address];
    });
    expect(spilled).toEqual([
      [
        [0, 1, 2],
        [10, 11, 12],
      ],
      'Sheet1!A1:C2',
    ]);
    await result('=TEST.BLOCK(1, 1)');
    expect((await workbench.cells('Sheet1!A1:C2')).flat().map((cell) => cell.value)).toEqual([
      0,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('an error of value or availability carries its text, another does not', async () => {
    expect(await result('=TEST.REFUSE("invalidValue")')).toMatchObject({
      value: '#VALUE!',
      errorText: 'give a share from 0 to 1',
    });
    expect(await result('=TEST.REFUSE("notAvailable")')).toMatchObject({
      value: '#N/A',
      errorText: 'give a share from 0 to 1',
    });
    const number = await result('=TEST.REFUSE("invalidNumber")');
    expect(number).toMatchObject({ value: '#NUM!' });
    expect(number.errorText).toBeUndefined();
    expect(await result('=TEST.REFUSE("divisionByZero")')).toMatchObject({ value: '#DIV/0!' });
  });

  test('an exception is #VALUE! without a text', async () => {
    const thrown = await result('=TEST.THROWS()');
    expect(thrown.value).toBe('#VALUE!');
    expect(thrown.errorText).toBeUndefined();
  });

  test('a promise is waited for, and shows nothing of its cell meanwhile', async () => {
    expect(await result('=TEST.LATER("done")')).toMatchObject({ value: 'done' });
  });

  test('a block may hold texts, truth values, errors; null shows as 0, empty text as empty', async () => {
    await result('=TEST.MIXED()');
    const [first, second] = await workbench.cells('Sheet1!A1:C2');
    expect(first.map((cell) => cell.value)).toEqual([1, 'a', true]);
    expect(second.map((cell) => cell.value)).toEqual([0, '', '#N/A']);
    expect(second[2].errorText).toBe('no such rate');
  });

  test('a flat list is no block', async () => {
    expect(await result('=TEST.FLAT()')).toMatchObject({ value: '#VALUE!' });
  });

  test('a function that was declared and never associated is #VALUE!, as Office.js has it', async () => {
    expect(await result('=TEST.NOWHERE()')).toMatchObject({ value: '#VALUE!' });
  });

  test('text where a number is declared is refused before the call', async () => {
    expect(await result('=TEST.TWICE("many")')).toMatchObject({ value: '#VALUE!' });
    expect(await result('=TEST.TWICE("21")')).toMatchObject({ value: 42 });
  });

  test('an error among the arguments is passed on without a call', async () => {
    await workbench.type('Sheet1!F1', '=TEST.REFUSE("notAvailable")');
    expect(await result('=TEST.TWICE(F1)')).toMatchObject({ value: '#N/A' });
    await workbench.type('Sheet1!F1', '');
  });

  test('a function knows the cell it stands in', async () => {
    expect(await result('=TEST.WHERE()')).toMatchObject({ value: 'Sheet1!A1' });
  });

  test('the calls of a moment go out together', async () => {
    const roundTrips = async (calls: number) => {
      const before = await workbench.batches();
      await workbench.excel(async (context, count) => {
        const cells = context.workbook.worksheets
          .getItem('Sheet1')
          .getRange('H1')
          .getResizedRange(count - 1, 0);
        cells.formulas = Array.from({ length: count }, (_, i) => [`=TEST.TWICE(${i + count})`]);
      }, calls);
      await workbench.settled();
      return (await workbench.batches()) - before;
    };
    const ofOne = await roundTrips(1);
    expect(await roundTrips(40)).toBe(ofOne);
    expect((await workbench.cells('Sheet1!H1:H40')).flat().map((cell) => cell.value)).toEqual(
      Array.from({ length: 40 }, (_, i) => (i + 40) * 2),
    );
  });

  test('a read does not wait for a function that takes its time, as in Excel', async () => {
    const seen = await workbench.excel(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('J1');
      cell.formulas = [['=TEST.LATER(7)']];
      await context.sync();
      cell.load('values');
      await context.sync();
      return cell.values[0][0];
    });
    expect(seen).not.toBe(7);
    await workbench.settled();
    expect(await workbench.cell('Sheet1!J1')).toMatchObject({ value: 7 });
  });

  test('without the add-in saved values stay until a cell is calculated, then show #NAME?', async () => {
    await workbench.type('Sheet1!L1', '=TEST.TWICE(4)');
    const snapshot = await workbench.save();
    const bare = await open({ addin: 'none' });
    try {
      await bare.load(snapshot);
      expect(await bare.cell('Sheet1!L1')).toMatchObject({ value: 8, formula: '=TEST.TWICE(4)' });
      await bare.type('Sheet1!L1', '=TEST.TWICE(5)');
      expect(await bare.cell('Sheet1!L1')).toMatchObject({ value: '#NAME?' });
      expect(await bare.page.locator('#pane-body').innerText()).toContain('does not have the add-in');
    } finally {
      await bare.close();
    }
  });
});

test.each([
  ['0', '[[0,1],[0,"a"]]', '0'],
  ['empty', '[["",1],["","a"]]', '""'],
  ['null', '[[null,1],[null,"a"]]', 'null'],
] as const)('a blank cell arrives as %s where the platform does so', async (blanks, block, single) => {
  const workbench = await open({ blanks });
  try {
    await workbench.type('Sheet1!B1', 1);
    await workbench.type('Sheet1!B2', 'a');
    await workbench.type('Sheet1!D1', '=TEST.ECHOBLOCK(A1:B2)');
    await workbench.type('Sheet1!D2', '=TEST.ECHO(A1)');
    expect(await workbench.cell('Sheet1!D1')).toMatchObject({ value: block });
    expect(await workbench.cell('Sheet1!D2')).toMatchObject({ value: single });
  } finally {
    await workbench.close();
  }
});

test('a slow machine takes its time for every round trip', async () => {
  const workbench = await open({ delay: 200 });
  try {
    const started = Date.now();
    await workbench.excel(async (context) => {
      await context.sync();
      context.workbook.load('name');
      await context.sync();
    });
    expect(Date.now() - started).toBeGreaterThanOrEqual(200);
    await workbench.type('Sheet1!A1', '=TEST.TWICE(1)');
    expect(await workbench.cell('Sheet1!A1')).toMatchObject({ value: 2 });
  } finally {
    await workbench.close();
  }
});
