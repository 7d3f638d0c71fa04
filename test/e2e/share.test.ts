/** The pane's Share page in the workbench: look, stamp, values out and back, repair, and a workbook that lacks parts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

import { gridActions } from './grid-actions';
import { SCENARIO_CELL } from './watch-pane';
import { buildFromPane, waitForLight } from './pane-actions';
import { expectReadable } from './readable';
import { partsHolding } from '../xlsx/parts-holding';
import { saveAsXlsx, savePlainCopy } from './xlsx-actions';

let browser: Browser;
let workbench: Workbench;
let built: Awaited<ReturnType<Workbench['save']>>;

beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  await waitForLight(workbench, /^All \d+ checks pass/);
  await addOwnSheet();
  await workbench.settled();
  built = await workbench.save();
  await open('Share');
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const frame = () => workbench.frame;
const open = (page: string) => frame().getByRole('button', { name: page, exact: true }).click();
const button = (name: string | RegExp) => frame().getByRole('button', { name, exact: true });
const region = (name: string) => frame().getByRole('region', { name });
const shown = (text: string | RegExp) => frame().locator('main').getByText(text).first().waitFor();
const look = async () => {
  await button('Look again').click();
  await workbench.settled();
};
/** As it was built, whatever a test before has done. */
async function startAnew(): Promise<void> {
  await workbench.load(built);
  await workbench.settled();
  await open('Share');
  await button('Look again').waitFor();
}

/** A sheet of the user's own, with a table, a spill, a formula that asks for all of the spill, and one that nobody knows. */
const addOwnSheet = () =>
  workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Mine');
    sheet.getRange('A1:B2').formulas = [
      ['Complex CCM', '=PPPM.RATE("99487")'],
      ['In words', '="PPPM.RATE(is text)"'],
    ];
    sheet.getRange('A4:C9').formulas = [
      ['Code', 'Rate', 'Note'],
      ['99490', '=PPPM.RATE(tblMine[[#This Row],[Code]])', 'first'],
      ['99487', '=PPPM.RATE(tblMine[[#This Row],[Code]])+1', 'second'],
      ['99426', '=PPPM.RATE(tblMine[[#This Row],[Code]])', 'third'],
      ['99439', '=PPPM.RATE(tblMine[[#This Row],[Code]])+Panel!$B$7*0', 'fourth'],
      ['99457', 7, 'typed'],
    ].map((row) => row.map((cell, i) => (i === 0 && cell !== 'Code' ? `'${cell}` : cell)));
    const table = sheet.tables.add('A4:C9', true);
    table.name = 'tblMine';
    sheet.getRange('E1').formulas = [['=PPPM.PROGRAMS(tblPanel[#All])']];
    sheet.getRange('G1').formulas = [['=MYOWN.FUNCTION(1)']];
    sheet.getRange('G2').formulas = [['=B1*2']];
    await context.sync();
  });

interface SheetNow {
  name: string;
  address: string;
  formulas: unknown[][];
  values: unknown[][];
}

/** Every sheet as Office.js reads it. */
const everything = (): Promise<SheetNow[]> =>
  workbench.excel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRange(true).load('address,formulas,values'));
    await context.sync();
    return worksheets.items.map(({ name }, i) => ({
      name,
      address: used[i].address,
      formulas: used[i].formulas as unknown[][],
      values: used[i].values as unknown[][],
    }));
  });

const formulasOf = (sheets: readonly SheetNow[]) =>
  Object.fromEntries(sheets.map(({ name, address, formulas }) => [name, { address, formulas }]));
const calling = (sheets: readonly SheetNow[]): string[] =>
  sheets.flatMap(({ name, formulas }) =>
    formulas
      .flat()
      .flatMap((formula) =>
        /^=.*PPPM\.[A-Z]+\(/.test(String(formula).replace(/"[^"]*"/g, '')) ? [`${name} ${String(formula)}`] : [],
      ),
  );
/** A blank cell and an empty text show the same, at the end of what is used, too; figures differ by less than anybody sees. */
const figuresOf = (sheets: readonly SheetNow[]) =>
  sheets.map(({ name, values }) => [
    name,
    withoutBlankEnd(
      values.map((row) =>
        withoutBlankEnd(
          row.map((value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)),
          (value) => value === '',
        ),
      ),
      (row) => row.length === 0,
    ),
  ]);

function withoutBlankEnd<T>(list: readonly T[], isBlank: (item: T) => boolean): T[] {
  let end = list.length;
  while (end > 0 && isBlank(list[end - 1])) end--;
  return list.slice(0, end);
}

/** What a reader of the copy may do: rows are inserted, a table is sorted, sheets are renamed, an input is changed. */
async function disturb(): Promise<void> {
  const grid = gridActions(workbench);
  await grid.rowMenu('Mine!A3', 'rows above');
  await grid.rowMenu('Mine!A1', 'rows above');
  await grid.rowMenu('Forecast!A3', 'rows above');
  await workbench.excel(async (context) => {
    const { workbook } = context;
    workbook.tables.getItem('tblMine').sort.apply([{ key: 2, ascending: false }]);
    workbook.worksheets.getItem('Panel').name = 'Our panel';
    workbook.worksheets.getItem('Mine').name = 'My notes';
    workbook.worksheets.getItem('Checks').name = 'Control';
    await context.sync();
  });
  await workbench.type('Our panel!D7', 91);
  await workbench.settled();
}

/** And what else: a row is deleted, a column inserted, a sheet moved, another scenario chosen. */
async function rearrange(): Promise<void> {
  const grid = gridActions(workbench);
  await grid.rowMenu('Mine!A6', 'Delete Selected Row');
  await grid.go('Mine!E1');
  await grid.press('Control+Space', 'Control+Shift+Equal');
  await workbench.settled();
  await workbench.excel(async (context) => {
    context.workbook.worksheets.getItem('Mine').position = 0;
    await context.sync();
  });
  await workbench.type(SCENARIO_CELL, 'Stretch');
  await workbench.settled();
}

/** The pane sets the print area anew a moment after rows were inserted. */
const printed = () =>
  expect
    .poll(
      async () => {
        const [[area, needed]] = await workbench.cells('Forecast!D5:E5');
        return [area.value, area.value === needed.value];
      },
      { timeout: 30_000 },
    )
    .toEqual([expect.stringMatching(/^A1:/), true]);

async function swapOut(): Promise<void> {
  await button('Replace formulas by values').click();
  await shown(/ formulas replaced by values\.$/);
  await workbench.settled();
}
async function swapIn(): Promise<void> {
  await button('Bring the formulas back').click();
  await shown(/ formulas brought back\.$/);
  await workbench.settled();
}

describe('values out and formulas back', () => {
  it('leave no call of the add-in and no other figure, and bring back every formula byte for byte', async () => {
    const before = await everything();
    expect(calling(before).length).toBeGreaterThan(30);
    await swapOut();
    const values = await everything();
    expect(calling(values.filter(({ name }) => name !== 'PPPM formulas'))).toEqual([]);
    const own = values.filter(({ name }) => before.some((sheet) => sheet.name === name));
    // It stands in a row of its own.
    const withoutNote = (sheets: ReturnType<typeof figuresOf>) =>
      JSON.parse(JSON.stringify(sheets).replace(/\["Values of [^"]*"\]/, '[]')) as unknown;
    expect(withoutNote(figuresOf(own))).toEqual(withoutNote(figuresOf(before)));
    expect(JSON.stringify(values)).toMatch(
      /"Values of \d{4}-\d\d-\d\d, version 1\.0\.0: \d+ formulas frozen\. The pane brings them back\."/,
    );
    await workbench.screenshot('share-values');
    await swapIn();
    expect(formulasOf(await everything())).toEqual(formulasOf(before));
    await waitForPage();
    expect(await workbench.errorCells()).toEqual([expect.objectContaining({ error: '#NAME?', address: 'Mine!G1' })]);
  });

  it('survive inserted rows, a sorted table, renamed sheets and a changed input, as if the formulas had stood there', async () => {
    await startAnew();
    await disturb();
    await printed();
    const without = formulasOf(await everything());
    expect(Object.keys(without)).toEqual(expect.arrayContaining(['Our panel', 'My notes', 'Control']));
    // Row 1 is blank now, so what is used begins in row 2.
    expect(without['My notes'].address).toMatch(/!A2:/);
    expect(without['My notes'].formulas.findIndex(([code]) => code === 'Code')).toBe(4);
    await startAnew();
    await swapOut();
    await disturb();
    await swapIn();
    await printed();
    const back = formulasOf(await everything());
    expect(back).toEqual(without);
    expect(await frame().getByText('could not be brought back').count()).toBe(0);
  });

  it('survive a deleted row, an inserted column, a moved sheet and another scenario; what stood in the row is kept and said', async () => {
    await startAnew();
    await rearrange();
    const without = formulasOf(await everything());
    const own = without['Mine'].formulas;
    expect(own.map(([code]) => code)).not.toContain('99487');
    expect(own[0].indexOf('=MYOWN.FUNCTION(1)')).toBe(7);
    await startAnew();
    await swapOut();
    await rearrange();
    await swapIn();
    const { 'PPPM formulas': kept, ...back } = formulasOf(await everything());
    // Start says so as long as one is kept.
    expect(JSON.parse(JSON.stringify(back).replace(/"Values of [^"]*1 formula frozen[^"]*"/, '""'))).toEqual(without);
    expect(kept.formulas.slice(2).map(([place, , formula]) => [place, formula])).toEqual([
      ['Mine!B6', '=PPPM.RATE(tblMine[[#This Row],[Code]])+1'],
    ]);
    await shown(/^Mine!B6: /);
  });

  it('write over nothing that was typed meanwhile, say where, and keep the formula', async () => {
    await startAnew();
    await swapOut();
    await workbench.type('Mine!B1', 12);
    await swapIn();
    await shown(/^Mine!B1: its value was changed since/);
    await workbench.screenshot('share-left');
    expect((await workbench.cell('Mine!B1')).value).toBe(12);
    // Blank again, it still is not what was put there; the formula goes back once the value does.
    await button('Keep these values for good').click();
    await shown('The values stay.');
    expect(await workbench.sheets()).not.toContain('PPPM formulas');
    expect((await workbench.cell('Mine!B1')).value).toBe(12);
  });

  it('are found in the workbook itself: another Excel, without settings and with other ids, brings them back', async () => {
    await startAnew();
    const before = formulasOf(await everything());
    await swapOut();
    await workbench.reopen({ newSheetIds: true, withoutSettings: true, withoutXmlParts: true });
    await workbench.settled();
    await open('Share');
    await swapIn();
    expect(formulasOf(await everything())).toEqual(before);
  });

  it('refuse a protected sheet before anything is changed', async () => {
    await startAnew();
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Compare').protection.protect();
      await context.sync();
    });
    const before = formulasOf(await everything());
    await button('Replace formulas by values').click();
    await shown(/^The sheet Compare is protected, so nothing was replaced/);
    expect(formulasOf(await everything())).toEqual(before);
  });
});

const waitForPage = () => region('A copy of values').waitFor();

describe('repair', () => {
  /** As other programs and Excels leave cells of ours, and cells that are not ours. */
  const breakCells = () =>
    workbench.excel(async (context) => {
      const { workbook } = context;
      const origin = workbook.names.getItem('ForecastOf').getRange();
      const findings = workbook.names.getItem('ModelFindings').getRange().getCell(0, 0).getOffsetRange(-1, 0);
      origin.load('formulas');
      findings.load('formulas');
      await context.sync();
      const [[statement]] = origin.formulas as string[][];
      const [[check]] = findings.formulas as string[][];
      origin.formulas = [
        [
          statement
            .replace('PPPM.FORECAST', '_xldudf_pppm_forecast')
            .replaceAll('#All', '#all')
            .replace(',TRUE,', ',TRUE(),'),
        ],
      ];
      findings.formulas = [[check.replace('PPPM.', 'CONTOSO.PPPM.')]];
      const mine = workbook.worksheets.getItem('Mine');
      mine.getRange('B1').formulas = [['=_xldudf_PPPM_RATE("99487")']];
      mine.getRange('H1:H3').formulas = [['=_xldudf_CONTOSO_PRICE(1)'], ['=NOTHERE("PPPM.RATE(1)")'], ['=UNKNOWN(B1)']];
      await context.sync();
      return { statement, check };
    });

  it('writes cells of ours as they were, says which, touches no other cell, and can be taken back', async () => {
    await startAnew();
    const before = await everything();
    await breakCells();
    await workbench.settled();
    const broken = await everything();
    await look();
    await shown('3 cells of ours came back broken:');
    await workbench.screenshot('share-repair');
    const said = await region('Repair').locator('li').allInnerTexts();
    expect(said.sort()).toEqual([
      expect.stringMatching(/^Checks!A\d+ is written as CONTOSO\.PPPM\.CHECKMODEL$/),
      expect.stringMatching(/^Forecast!A\d+ is written as _xldudf_pppm_forecast$/),
      expect.stringMatching(/^Mine!B1 is written as _xldudf_PPPM_RATE$/),
    ]);
    await button('Repair 3 cells').click();
    await shown('3 cells repaired.');
    await workbench.settled();
    const after = await everything();
    const foreign = (sheets: SheetNow[]) =>
      sheets.find(({ name }) => name === 'Mine')!.formulas.map((row) => row.slice(6));
    expect(foreign(after)).toEqual(foreign(broken));
    const ours = (sheets: SheetNow[]) =>
      sheets.map(({ name, formulas }) => [name, name === 'Mine' ? formulas.map((row) => row.slice(0, 6)) : formulas]);
    expect(ours(after)).toEqual(ours(before));
    expect((await workbench.errorCells()).map(({ address }) => address).sort()).toEqual([
      'Mine!G1',
      'Mine!H1',
      'Mine!H2',
      'Mine!H3',
    ]);
    await button('Undo').click();
    await shown('Undone.');
    await workbench.settled();
    expect(formulasOf(await everything())).toEqual(formulasOf(broken));
  });
});

describe('before sharing', () => {
  const SECRET = 'SECRET-PATIENT';
  const pasteRoster = () =>
    workbench.excel(async (context, secret) => {
      const sheet = context.workbook.worksheets.getItem('Actuals');
      const { values, row } = {
        values: [['Patient ID', 'Program', 'Enrolled'], ...[1, 2, 3].map((i) => [`${secret}-${i}`, 'CCM', 45000 + i])],
        row: 20,
      };
      sheet.getRangeByIndexes(row, 2, values.length, 3).values = values;
      // What shows patients without being their rows: a formula, and a chart that keeps the texts of its axis.
      sheet.getRange('H22').formulas = [['="is "&C22']];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('C21:E24'), 'Columns');
      chart.series.getItemAt(0).setXAxisValues(sheet.getRange('C22:C24'));
      await context.sync();
    }, SECRET);

  it('finds a roster pasted into Actuals, removes its rows so that nothing of the file holds them, and puts them back', async () => {
    await startAnew();
    await shown('No rows that name patients were found on any sheet, hidden ones included.');
    await pasteRoster();
    const before = await everything();
    await look();
    await shown('Rows that name patients: Actuals C21:E24, 3 rows (Patient ID).');
    expect(JSON.stringify(await workbench.save())).toContain(SECRET);
    const holding = partsHolding(await saveAsXlsx(workbench), SECRET);
    for (const part of ['sharedStrings', 'worksheets/sheet', 'charts/chart'])
      expect(holding.filter((name) => name.startsWith(`xl/${part}`))).not.toEqual([]);
    await workbench.screenshot('share-patients');
    await button('Remove patient rows').click();
    await shown('3 rows removed.');
    await workbench.settled();
    await shown('No rows that name patients were found on any sheet, hidden ones included.');
    expect(JSON.stringify(await workbench.save())).not.toContain(SECRET);
    expect(partsHolding(await saveAsXlsx(workbench), SECRET)).toEqual([]);
    expect(partsHolding(await savePlainCopy(workbench), SECRET)).toEqual([]);
    // A copy of values made then does not know them either.
    await swapOut();
    expect(JSON.stringify(await workbench.save())).not.toContain(SECRET);
    expect(partsHolding(await saveAsXlsx(workbench), SECRET)).toEqual([]);
    await swapIn();
    expect(JSON.stringify(await workbench.save())).not.toContain(SECRET);
    await startAnew();
    await pasteRoster();
    await look();
    await button('Remove patient rows').click();
    await shown('3 rows removed.');
    await button('Undo').click();
    await shown('Undone.');
    await workbench.settled();
    expect(formulasOf(await everything())).toEqual(formulasOf(before));
  });

  it('says what is unanswered', async () => {
    await startAnew();
    await workbench.type('Panel!D7', 'many');
    await workbench.settled();
    // Nobody asks the page to look again.
    await shown(/^Unanswered: .*\. The page Forecast lists them\.$/);
  });

  it('stamps Start, the file’s properties and the Log, each version beside the one before, and takes it back', async () => {
    await startAnew();
    const before = await everything();
    const stamp = async (author: string) => {
      await frame().getByLabel('Author').fill(author);
      await button('Stamp').click();
      await shown('This version is stamped.');
      await workbench.settled();
    };
    await stamp('A. Consultant');
    const read = () =>
      workbench.excel(async (context) => {
        const { workbook } = context;
        const start = workbook.names.getItem('VersionStamp').getRange().load('text,address');
        const log = workbook.tables.getItem('tblChangeLog').getDataBodyRange().load('text');
        const { custom } = workbook.properties;
        const properties = ['author', 'date', 'as of', 'add-in version', 'template version'].map((name) =>
          custom.getItem(`PPPM ${name}`).load('value'),
        );
        await context.sync();
        return {
          start: start.text.map(([text]) => text),
          log: log.text.filter(([what]) => what !== ''),
          properties: properties.map(({ value }) => String(value)),
        };
      });
    const first = await read();
    expect(first.start).toEqual([
      'A. Consultant',
      expect.stringMatching(/^\d{1,2}-[A-Z]/),
      'no month is over: all are forecast',
      '1.0.0',
      '1.0.0',
    ]);
    expect(first.properties).toEqual([
      'A. Consultant',
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      'no month is over: all are forecast',
      '1.0.0',
      '1.0.0',
    ]);
    expect(first.log).toHaveLength(10);
    expect(first.log[0].slice(0, 4)).toEqual([
      'Key figure, Expected: Revenue, first 12 months',
      '',
      expect.stringMatching(/^\$[\d,]+$/),
      'A. Consultant',
    ]);
    await workbench.screenshot('share-stamped');
    await stamp('B. Consultant');
    const second = await read();
    expect(second.start[0]).toBe('B. Consultant');
    expect(second.log).toHaveLength(20);
    expect(second.log[10][1]).toBe(first.log[0][2]);
    await button('Undo').click();
    await shown('Undone.');
    await workbench.settled();
    expect(await read()).toEqual(first);
    const values = (sheets: SheetNow[]) => sheets.filter(({ name }) => !['Start', 'Log'].includes(name));
    expect(formulasOf(values(await everything()))).toEqual(formulasOf(values(before)));
  });
});

describe('a workbook of an earlier version', () => {
  it('gets the columns and the sheet that it lacks, says which, and keeps every figure', async () => {
    await startAnew();
    const figures = await headline();
    const columns = await headers('tblPayerMix');
    await workbench.excel(async (context) => {
      const { workbook } = context;
      const { columns } = workbook.tables.getItem('tblPayerMix');
      for (const name of ['Payment pattern', 'Opening receivable']) columns.getItem(name).delete();
      workbook.worksheets.getItem('Actuals').delete();
      await context.sync();
    });
    // Nobody asks the page to look again.
    await expect.poll(() => frame().locator('main').innerText(), { timeout: 20_000 }).toContain('Bring it up to date');
    const lacks = await region('Version of the workbook').locator('li').allInnerTexts();
    await workbench.screenshot('share-template');
    expect(lacks).toContain('The sheet Actuals: added, empty');
    expect(lacks).toContain('Payer Mix: Payment pattern, Opening receivable added, blank');
    await button('Bring it up to date').click();
    await shown('The workbook is up to date.');
    await workbench.settled();
    expect(await headline()).toEqual(figures);
    expect(await headers('tblPayerMix')).toEqual(columns);
    expect(await workbench.sheets()).toContain('Actuals');
    expect((await workbench.errorCells()).map(({ address }) => address)).toEqual(['Mine!G1']);
    await open('Share');
    await shown('Template 1.0.0: up to date.');
  });

  const headline = () =>
    workbench.excel(async (context) => {
      const range = context.workbook.names.getItem('HeadlineFigures').getRange().load('text');
      await context.sync();
      return range.text;
    });
  const headers = (table: string) =>
    workbench.excel(async (context, name) => {
      const range = context.workbook.tables.getItem(name).getHeaderRowRange().load('values');
      await context.sync();
      return range.values[0].map(String);
    }, table);
});

describe('opening the pane with the workbook', () => {
  it('is done only where it was asked for, from the next opening on, and no longer when that is taken back', async () => {
    await startAnew();
    const isOpen = () => workbench.page.locator('#pane').isVisible();
    const openAgain = async () => {
      await workbench.page.locator('#pane-close').click();
      await workbench.reopen({});
      await workbench.settled();
    };
    await openAgain();
    expect(await isOpen()).toBe(false);
    await workbench.page.evaluate(() => window.workbench.openPane());
    await open('Share');
    await shown('Shall Excel start the add-in and show this pane whenever this workbook is opened? It does not now.');
    await button('Open it with this workbook').click();
    await shown('This pane opens with the workbook.');
    await shown(/^This pane opens by itself with the workbook, and with every copy/);
    await workbench.screenshot('share-opening');
    await openAgain();
    await expect.poll(isOpen).toBe(true);
    await open('Share');
    await button('Do not open it by itself').click();
    await shown('This pane opens by itself no longer.');
    await openAgain();
    expect(await isOpen()).toBe(false);
    await workbench.page.evaluate(() => window.workbench.openPane());
  });
});

describe('the page', () => {
  it.each([
    { name: 'narrow', pane: 320, theme: 'light' },
    { name: 'dark', pane: 400, theme: 'dark' },
  ] as const)('is readable $name', async ({ name, pane, theme }) => {
    const other = await openWorkbench({ browser, pane, theme });
    const inPane = other.frame;
    try {
      await buildFromPane(other);
      await inPane.getByRole('button', { name: 'Share', exact: true }).click();
      await inPane.getByRole('heading', { name: 'Hand the workbook over' }).waitFor();
      await inPane.getByRole('region', { name: 'Repair' }).waitFor();
      await expectReadable(other, `share-${name}-1-first`);
      await inPane.getByRole('region', { name: 'Version of the workbook' }).scrollIntoViewIfNeeded();
      await expectReadable(other, `share-${name}-2-end`);
      await inPane.getByRole('button', { name: 'Replace formulas by values' }).click();
      await inPane.getByRole('button', { name: 'Bring the formulas back' }).waitFor();
      await expectReadable(other, `share-${name}-3-values`);
    } finally {
      await other.close();
    }
  });
});
