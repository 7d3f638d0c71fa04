/** Batches between Microsoft's Office.js and the host, in a real browser. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../../driver/workbench';
import { buildFixture } from './fixture/build-fixture';

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let workbench: Workbench;

beforeAll(async () => {
  fixture = await buildFixture();
  workbench = await openWorkbench({ dist: fixture.dist });
}, 60_000);

beforeEach(() => {
  workbench.errors.length = 0;
});

afterAll(async () => {
  await workbench?.close();
  fixture?.remove();
});

test('Office.js believes to be in desktop Excel, with its pane shown', async () => {
  expect(await workbench.frame.evaluate(() => Office.onReady())).toMatchObject({
    host: 'Excel',
    platform: 'PC',
    addin: { visibilityMode: 'Taskpane' },
  });
});

test('nothing is fetched from elsewhere, and nothing fails on the way', async () => {
  expect(workbench.externalRequests).toEqual([]);
  expect(workbench.errors).toEqual([]);
});

describe('values and formulas', () => {
  test('values written in one batch are read in the next, read as Excel reads typed text', async () => {
    const read = await workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B3');
      range.values = [
        ['a', 1],
        [true, '62%'],
        ["'007", '2026-01-31'],
      ];
      range.load('values,address,numberFormat,rowCount,columnCount');
      await context.sync();
      return { ...range.toJSON() };
    });
    expect(read).toMatchObject({
      values: [
        ['a', 1],
        [true, 0.62],
        ['007', 46053],
      ],
      address: 'Sheet1!A1:B3',
      numberFormat: [
        ['General', 'General'],
        ['General', '0%'],
        ['General', 'm/d/yyyy'],
      ],
      rowCount: 3,
      columnCount: 2,
    });
  });

  test('null leaves a cell alone, empty text clears it', async () => {
    const read = await workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('D1:F1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 4]];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(read).toEqual([[[1, '', 4]], [['Double', 'Empty', 'Double']]]);
  });

  test('one value fills a range, and a block of another size is refused', async () => {
    await workbench.excel(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('H1:I2').values = 5 as unknown as number[][];
    });
    expect((await workbench.cells('Sheet1!H1:I2')).flat().map((cell) => cell.value)).toEqual([5, 5, 5, 5]);
    await expect(
      workbench.excel(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('H1:I2').values = [[1, 2, 3]];
      }),
    ).rejects.toThrow(/InvalidArgument: The number of rows or columns in the input array.*Range\.values/);
  });

  test('a block of thousands of cells goes in whole, in the slices Office.js makes', async () => {
    const sum = await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.add('Large');
      sheet.getRange('A1:J400').values = Array.from({ length: 400 }, (_, r) =>
        Array.from({ length: 10 }, (_, c) => r * 10 + c),
      );
      const last = sheet.getRange('J400');
      last.load('values');
      const used = sheet.getUsedRange();
      used.load('address');
      await context.sync();
      return [last.values[0][0], used.address];
    });
    expect(sum).toEqual([3999, 'Large!A1:J400']);
  });

  test('ranges follow from ranges', async () => {
    const addresses = await workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:D4');
      const made = [
        range.getCell(0, 0),
        range.getRow(1),
        range.getColumn(2),
        range.getOffsetRange(1, -1),
        range.getResizedRange(-1, 2),
        range.getLastCell(),
        range.getEntireColumn(),
        range.getEntireRow(),
        range.getRowsBelow(2),
        range.getColumnsAfter(1),
        range.getBoundingRect('F9'),
        range.getIntersection('C3:Z9'),
      ];
      for (const item of made) item.load('address');
      await context.sync();
      return made.map((item) => item.address.replace('Sheet1!', ''));
    });
    expect(addresses).toEqual([
      'B2',
      'B3:D3',
      'D2:D4',
      'A3:C5',
      'B2:F3',
      'D4',
      'B:D',
      '2:4',
      'B5:D6',
      'E2:E4',
      'B2:F9',
      'C3:D4',
    ]);
  });

  test('a range kept over several batches stays the same range', async () => {
    const values = await workbench.excel(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('K1');
      range.values = [[1]];
      await context.sync();
      range.values = [[2]];
      await context.sync();
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[2]]);
  });
});

describe('collections and null objects', () => {
  test('a collection loads its items with the properties asked for', async () => {
    const sheets = await workbench.excel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('Second');
      worksheets.load('items/name,items/position');
      await context.sync();
      return worksheets.items.map((sheet) => [sheet.name, sheet.position]);
    });
    expect(sheets[0]).toEqual(['Sheet1', 0]);
    expect(sheets.map(([name]) => name)).toContain('Second');
  });

  test('nested properties load through the object, and its items can be used on', async () => {
    const read = await workbench.excel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('name');
      await context.sync();
      const cell = worksheets.items[0].getRange('A30');
      cell.format.font.bold = true;
      cell.format.fill.color = '#ffee00';
      cell.load({
        address: true,
        format: { font: { bold: true, color: true }, fill: { color: true } },
        worksheet: { name: true },
      });
      await context.sync();
      return [cell.format.font.bold, cell.format.font.color, cell.format.fill.color, cell.worksheet.name];
    });
    expect(read).toEqual([true, '#000000', '#FFEE00', 'Sheet1']);
  });

  test('what is missing is a null object, and swallows what is done to it', async () => {
    const isNull = await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const range = sheet.getRange('A1');
      range.values = [[1]];
      sheet.delete();
      sheet.load('name');
      const name = context.workbook.names.getItemOrNullObject('Nothing');
      await context.sync();
      return [sheet.isNullObject, name.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });
});

describe('errors', () => {
  const failing = (body: (context: Excel.RequestContext) => Promise<unknown>) =>
    workbench.frame.evaluate(
      (text) =>
        // eslint-disable-next-line no-eval -- in the page of a test
        Excel.run((0, eval)(`(${text})`) as never).then(
          () => null,
          ({ code, message, debugInfo }: OfficeExtension.Error) => ({
            code,
            message,
            location: debugInfo.errorLocation,
            statement: debugInfo.statement,
          }),
        ),
      body.toString(),
    );

  test.each([
    [
      'ItemNotFound',
      'WorksheetCollection.getItem',
      async (context: Excel.RequestContext) =>
        context.workbook.worksheets.getItem('Nowhere').load('name') && context.sync(),
    ],
    [
      'InvalidArgument',
      'Worksheet.getRange',
      async (context: Excel.RequestContext) =>
        context.workbook.worksheets.getItem('Sheet1').getRange('no address').load('values') && context.sync(),
    ],
    [
      'InvalidArgument',
      'Range.getOffsetRange',
      async (context: Excel.RequestContext) =>
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').getOffsetRange(-1, 0).load('values') &&
        context.sync(),
    ],
    [
      'ItemAlreadyExists',
      'WorksheetCollection.add',
      async (context: Excel.RequestContext) => context.workbook.worksheets.add('sheet1') && context.sync(),
    ],
    [
      'InvalidArgument',
      'Worksheet.name',
      async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getItem('Sheet1').name = 'a/b';
        await context.sync();
      },
    ],
    [
      'ItemNotFound',
      'TableCollection.getItem',
      async (context: Excel.RequestContext) => context.workbook.tables.getItem('t').load('name') && context.sync(),
    ],
    [
      'ItemNotFound',
      'SettingCollection.getItem',
      async (context: Excel.RequestContext) => context.workbook.settings.getItem('t').load('value') && context.sync(),
    ],
    [
      'InvalidArgument',
      'RangeFormat.indentLevel',
      async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.indentLevel = -1;
        await context.sync();
      },
    ],
    [
      'InvalidArgument',
      'PageLayout.orientation',
      async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getItem('Sheet1').pageLayout.orientation = 'Upright' as Excel.PageOrientation;
        await context.sync();
      },
    ],
  ] as const)('%s in %s', async (code, location, body) => {
    expect(await failing(body)).toMatchObject({ code, location });
  });

  test('an error stops the batch, and what was done before it stays done', async () => {
    const error = await failing(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('M1').values = [['before']];
      context.workbook.worksheets.getItem('Nowhere').delete();
      sheet.getRange('M2').values = [['after']];
      await context.sync();
    });
    expect(error).toMatchObject({ code: 'ItemNotFound', message: "The requested resource doesn't exist." });
    expect((await workbench.cells('Sheet1!M1:M2')).flat().map((cell) => cell.value)).toEqual(['before', null]);
  });

  test('a member that the workbench lacks fails loudly with its name', async () => {
    const member = await failing(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').flashFill();
      await context.sync();
    });
    expect(member).toMatchObject({
      code: 'NotImplemented',
      message: 'Workbench: Range.flashFill is not implemented',
      location: 'Range.flashFill',
    });
    const property = await failing(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('hyperlink');
      await context.sync();
    });
    expect(property).toMatchObject({
      code: 'NotImplemented',
      message: 'Workbench: Range.hyperlink is not implemented',
    });
    expect(workbench.errors.join()).toContain('Workbench: Range.flashFill is not implemented');
  });

  test.each([
    [
      'RangeFormat.textOrientation (set)',
      async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.textOrientation = 90;
        await context.sync();
      },
    ],
    [
      "RangeFormat.horizontalAlignment = 'Justify'",
      async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.horizontalAlignment = 'Justify';
        await context.sync();
      },
    ],
    [
      'DataValidation.prompt without a rule',
      async (context: Excel.RequestContext) => {
        const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange('Z9');
        dataValidation.prompt = { showPrompt: true, title: 'Share', message: '0% to 100%' };
        await context.sync();
      },
    ],
  ] as const)('what cannot be set is named: %s', async (member, body) => {
    expect(await failing(body)).toMatchObject({
      code: 'NotImplemented',
      message: `Workbench: ${member} is not implemented`,
      location: member.split(' ')[0],
    });
  });
});

describe('events', () => {
  test('a change by the user reaches the sheet and the collection, with its address', async () => {
    await workbench.frame.evaluate(() =>
      Excel.run(async (context) => {
        const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.onChanged.add(
          async ({ address, source, triggerSource, changeType }) =>
            void heard.push(['sheet', address, source, triggerSource, changeType]),
        );
        context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(['sheets', address]));
        sheet.onSelectionChanged.add(async ({ address }) => void heard.push(['selected', address]));
        context.workbook.worksheets.onAdded.add(async () => void heard.push(['added']));
        context.workbook.worksheets.onDeleted.add(async () => void heard.push(['deleted']));
        context.workbook.worksheets.onActivated.add(async () => void heard.push(['activated']));
        sheet.onCalculated.add(async ({ address }) => void heard.push(['calculated', address.length > 0]));
        await context.sync();
      }),
    );
    await workbench.type('Sheet1!A20', 'typed');
    await workbench.select('Sheet1!B2:C3');
    await workbench.select('Second!A1');
    await workbench.excel(async (context) => {
      context.workbook.worksheets.add('Brief').delete();
      await context.sync();
    });
    await workbench.type('Sheet1!A21', '=A20');
    await workbench.settled();
    const heard = await workbench.frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    expect(heard).toContainEqual(['sheet', 'A20', 'Local', 'Unknown', 'RangeEdited']);
    expect(heard).toContainEqual(['sheets', 'A20']);
    expect(heard).toContainEqual(['selected', 'B2:C3']);
    expect(heard).toContainEqual(['added']);
    expect(heard).toContainEqual(['deleted']);
    expect(heard).toContainEqual(['activated']);
    expect(heard).toContainEqual(['calculated', true]);
  });

  test("a table hears of changes within it only, and the add-in's own are marked", async () => {
    await workbench.frame.evaluate(() =>
      Excel.run(async (context) => {
        const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
        const sheet = context.workbook.worksheets.add('Tabled');
        sheet.getRange('A1:B2').values = [
          ['One', 'Two'],
          [1, 2],
        ];
        const table = sheet.tables.add('A1:B2', true);
        table.name = 'tblHeard';
        await context.sync();
        table.onChanged.add(async (event) => {
          await Excel.run(async (again) => {
            const range = event.getRange(again);
            range.load('address');
            await again.sync();
            heard.push([event.address, range.address]);
          });
        });
        await context.sync();
      }),
    );
    await workbench.type('Tabled!C9', 1);
    await workbench.type('Tabled!A2:C2', 7);
    expect(await workbench.frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      ['A2:B2', 'Tabled!A2:B2'],
    ]);
  });

  test('a handler that is removed hears nothing more', async () => {
    await workbench.frame.evaluate(() =>
      Excel.run(async (context) => {
        const heard: unknown[] = ((window as unknown as { heard: unknown[] }).heard = []);
        const result = context.workbook.worksheets
          .getItem('Second')
          .onChanged.add(async () => void heard.push('heard'));
        await context.sync();
        (window as unknown as { result: typeof result }).result = result;
      }),
    );
    await workbench.type('Second!A1', 1);
    await workbench.frame.evaluate(async () => {
      const { result } = window as unknown as { result: OfficeExtension.EventHandlerResult<unknown> };
      result.remove();
      await result.context.sync();
    });
    await workbench.type('Second!A2', 1);
    expect(await workbench.frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual(['heard']);
  });
});
