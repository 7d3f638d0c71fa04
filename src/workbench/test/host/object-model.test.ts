/** The objects of the workbook, as the add-in uses them through Office.js. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../../driver/workbench';
import { buildFixture } from './fixture/build-fixture';

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let workbench: Workbench;

beforeAll(async () => {
  fixture = await buildFixture();
  workbench = await openWorkbench({ dist: fixture.dist });
}, 60_000);

afterAll(async () => {
  await workbench?.close();
  fixture?.remove();
});

test('a sheet has name, place, color, gridlines; the last one cannot be deleted', async () => {
  const read = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Panel');
    sheet.tabColor = '#0F5F5C';
    sheet.showGridlines = false;
    sheet.position = 0;
    sheet.visibility = Excel.SheetVisibility.visible;
    sheet.name = 'Payer Mix';
    sheet.customProperties.add('pppm', 'ours');
    sheet.load('name,position,tabColor,showGridlines,visibility');
    const property = sheet.customProperties.getItemOrNullObject('PPPM');
    property.load('value');
    const cell = sheet.getRange('B2');
    cell.load('address');
    await context.sync();
    return [
      sheet.name,
      sheet.position,
      sheet.tabColor,
      sheet.showGridlines,
      sheet.visibility,
      property.value,
      cell.address,
    ];
  });
  expect(read).toEqual(['Payer Mix', 0, '#0F5F5C', false, 'Visible', 'ours', "'Payer Mix'!B2"]);
  await expect(
    workbench.excel(async (context) => {
      for (const name of ['Payer Mix', 'Sheet1']) context.workbook.worksheets.getItem(name).delete();
    }),
  ).rejects.toThrow(/InvalidOperation.*Worksheet\.delete/);
  expect(await workbench.sheets()).toEqual(['Sheet1']);
});

test('a range is formatted, in the units of the API', async () => {
  const read = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A:A').format.columnWidth = 48;
    const range = sheet.getRange('B2:C3');
    const { format } = range;
    format.columnWidth = 120;
    format.rowHeight = 30;
    format.horizontalAlignment = 'Right';
    format.verticalAlignment = 'Center';
    format.wrapText = true;
    format.indentLevel = 2;
    format.fill.color = 'lightyellow';
    format.font.set({ name: 'Calibri', size: 14, bold: true, italic: true, color: '#0000ff', underline: 'Single' });
    format.borders.getItem('EdgeBottom').set({ style: 'Continuous', weight: 'Medium', color: '#123456' });
    range.numberFormat = '0.0%' as unknown as string[][];
    range.load('numberFormat,left,width');
    format.load(
      'columnWidth,rowHeight,horizontalAlignment,verticalAlignment,wrapText,indentLevel,fill/color,font/name,font/size,font/bold,font/italic,font/color,font/underline',
    );
    const border = format.borders.getItem('EdgeBottom');
    border.load('style,weight,color');
    await context.sync();
    return {
      ...format.toJSON(),
      numberFormat: range.numberFormat,
      left: range.left,
      width: range.width,
      border: border.toJSON(),
    };
  });
  expect(read).toMatchObject({
    columnWidth: 120,
    rowHeight: 30,
    horizontalAlignment: 'Right',
    verticalAlignment: 'Center',
    wrapText: true,
    indentLevel: 2,
    fill: { color: '#FFFFE0' },
    font: { name: 'Calibri', size: 14, bold: true, italic: true, color: '#0000FF', underline: 'Single' },
    numberFormat: [
      ['0.0%', '0.0%'],
      ['0.0%', '0.0%'],
    ],
    left: 48,
    width: 240,
    border: { style: 'Continuous', weight: 'Medium', color: '#123456' },
  });
});

test('a border keeps its color when its style changes, and is drawn by weight or color alone', async () => {
  const read = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const line = (address: string) => sheet.getRange(address).format.borders.getItem('EdgeTop');
    line('N1').set({ style: 'Continuous', color: '#123456' });
    line('N1').style = 'Double';
    line('N2').color = '#654321';
    line('N3').weight = 'Medium';
    line('N3').style = 'None';
    sheet.getRange('N4').format.borders.getItem('EdgeTop').style = 'Continuous';
    sheet.getRange('N4').clear();
    const lines = ['N1', 'N2', 'N3', 'N4'].map(line);
    for (const item of lines) item.load('style,color,weight');
    await context.sync();
    return lines.map((item) => [item.style, item.color]);
  });
  expect(read).toEqual([
    ['Double', '#123456'],
    ['Continuous', '#654321'],
    ['None', expect.any(String)],
    ['None', '#000000'],
  ]);
});

test('panes are frozen at a range and read back', async () => {
  const read = await workbench.excel(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('Sheet1');
    freezePanes.freezeAt('A1:C2' as unknown as Excel.Range);
    const location = freezePanes.getLocationOrNullObject();
    location.load('address');
    await context.sync();
    freezePanes.unfreeze();
    const none = freezePanes.getLocationOrNullObject();
    await context.sync();
    return [location.address, none.isNullObject];
  });
  expect(read).toEqual(['Sheet1!A1:C2', true]);
});

test('print set-up is kept', async () => {
  const read = await workbench.excel(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem('Sheet1');
    pageLayout.orientation = 'Landscape';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P of &N';
    pageLayout.setPrintArea('A1:C9');
    pageLayout.setPrintTitleRows('$1:$2');
    const rows = pageLayout.getPrintTitleRowsOrNullObject();
    rows.load('address');
    pageLayout.load(
      'orientation,zoom,centerHorizontally,printGridlines,headersFooters/defaultForAllPages/centerFooter',
    );
    await context.sync();
    return { ...pageLayout.toJSON(), rows: rows.address };
  });
  expect(read).toMatchObject({
    orientation: 'Landscape',
    zoom: { horizontalFitToPages: 1 },
    centerHorizontally: true,
    printGridlines: false,
    headersFooters: { defaultForAllPages: { centerFooter: '&P of &N' } },
    rows: 'Sheet1!1:2',
  });
});

describe('tables', () => {
  test('a table knows its parts, its columns and its rows', async () => {
    const read = await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A10:B12').values = [
        ['Program', 'Patients'],
        ['CCM', 100],
        ['RPM', 200],
      ];
      const table = sheet.tables.add('A10:B12', true);
      table.name = 'tblPanel';
      table.style = 'TableStyleLight9';
      table.showBandedRows = false;
      table.showFilterButton = false;
      sheet.getRange('B12').numberFormat = [['#,##0']];
      table.rows.add(undefined, [
        ['BHI', 50],
        ['PCM', 25],
      ]);
      table.columns.load('items/name,items/index');
      table.load('name,style,showBandedRows,showFilterButton');
      const ranges = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('patients').getDataBodyRange(),
      ];
      for (const range of ranges) range.load('address,values,numberFormat');
      table.rows.load('count');
      await context.sync();
      return {
        ...table.toJSON(),
        names: table.columns.items.map((column) => column.name),
        addresses: ranges.map((range) => range.address),
        patients: ranges[3].values,
        formats: ranges[3].numberFormat,
        rows: table.rows.count,
      };
    });
    expect(read).toMatchObject({
      name: 'tblPanel',
      style: 'TableStyleLight9',
      showBandedRows: false,
      showFilterButton: false,
      names: ['Program', 'Patients'],
      addresses: ['Sheet1!A10:B14', 'Sheet1!A10:B10', 'Sheet1!A11:B14', 'Sheet1!B11:B14'],
      patients: [[100], [200], [50], [25]],
      formats: [['General'], ['#,##0'], ['#,##0'], ['#,##0']],
      rows: 4,
    });
  });

  test('rows are inserted and deleted within, the table is resized and removed', async () => {
    const read = await workbench.excel(async (context) => {
      const table = context.workbook.tables.getItem('tblPanel');
      table.rows.add(1, [['APCM', 75]]);
      table.rows.getItemAt(0).delete();
      table.resize('A10:B13');
      const body = table.getDataBodyRange();
      body.load('values,address');
      await context.sync();
      const read = [body.values, body.address];
      table.delete();
      const gone = context.workbook.tables.getItemOrNullObject('tblPanel');
      await context.sync();
      return [...read, gone.isNullObject];
    });
    expect(read).toEqual([
      [
        ['APCM', 75],
        ['RPM', 200],
        ['BHI', 50],
      ],
      'Sheet1!A11:B13',
      true,
    ]);
  });

  test('a name that a table or cell could not have is refused', async () => {
    const named = (name: string) =>
      workbench.excel(async (context, text) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('H10:I10').values = [['X', 'Y']];
        const table = sheet.tables.add('H10:I11', true);
        try {
          table.name = text;
          await context.sync();
        } finally {
          await Excel.run(async (again) => {
            again.workbook.worksheets.getItem('Sheet1').tables.getItemAt(0).delete();
            await again.sync();
          });
        }
      }, name);
    await expect(named('A1')).rejects.toThrow(/InvalidArgument.*Table\.name/);
    await expect(named('two words')).rejects.toThrow(/InvalidArgument/);
  });
});

test('names point to ranges and constants', async () => {
  const read = await workbench.excel(async (context) => {
    const { names } = context.workbook;
    const range = names.add('startMonth', context.workbook.worksheets.getItem('Sheet1').getRange('C5'), 'first month');
    const constant = names.add('target', '=0.25');
    const cells = range.getRange();
    for (const name of [range, constant]) name.load('name,value,formula,type,comment');
    cells.load('address');
    await context.sync();
    const read = [range.toJSON(), constant.toJSON(), cells.address];
    range.delete();
    constant.delete();
    names.load('items/name');
    await context.sync();
    return [...read, names.items.length];
  });
  expect(read).toMatchObject([
    { name: 'startMonth', value: 'Sheet1!$C$5', formula: '=Sheet1!$C$5', type: 'Range', comment: 'first month' },
    { name: 'target', value: 0.25, formula: '=0.25', type: 'Double' },
    'Sheet1!C5',
    0,
  ]);
});

test('validation has rule, prompt and alert', async () => {
  const read = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const share = sheet.getRange('E1:E3').dataValidation;
    share.rule = { decimal: { formula1: 0, formula2: 1, operator: 'Between' } };
    share.prompt = { showPrompt: true, title: 'Share', message: '0% to 100%' };
    share.errorAlert = { showAlert: true, style: 'Warning', title: 'Share', message: 'Give a share from 0 to 1.' };
    share.load('rule,type,prompt,errorAlert,ignoreBlanks');
    const list = sheet.getRange('F1').dataValidation;
    list.rule = { list: { inCellDropDown: true, source: sheet.getRange('A1:A3') } };
    list.load('rule');
    await context.sync();
    const read = [share.toJSON(), list.rule];
    share.clear();
    share.load('type');
    await context.sync();
    return [...read, share.type];
  });
  expect(read).toMatchObject([
    {
      type: 'Decimal',
      rule: { decimal: { formula1: 0, formula2: 1, operator: 'Between' } },
      prompt: { title: 'Share', message: '0% to 100%' },
      errorAlert: { style: 'Warning', message: 'Give a share from 0 to 1.' },
      ignoreBlanks: true,
    },
    { list: { source: '=Sheet1!$A$1:$A$3' } },
    'None',
  ]);
});

// Read from the memory grid's own snapshot: the product's grid keeps them in a form of its own.
test.skipIf(process.env['WORKBENCH_GRID'] === 'univer')(
  'a conditional format of a formula reaches the grid whole',
  async () => {
    await workbench.excel(async (context) => {
      const format = context.workbook.worksheets
        .getItem('Sheet1')
        .getRange('A1:B2')
        .conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '=$A1>1';
      format.custom.format.font.color = '#9C0006';
      format.custom.format.fill.color = '#FFC7CE';
    });
    const { grid } = await workbench.save();
    expect((grid as { conditionalFormats: unknown[] }[])[0].conditionalFormats).toEqual([
      {
        range: { row: 0, column: 0, rows: 2, columns: 2 },
        rule: { kind: 'formula', formula: '=$A1>1', format: { fontColor: '#9C0006', fill: '#FFC7CE' } },
      },
    ]);
  },
);

describe('charts', () => {
  test('a chart takes headers and categories from its cells, and every setting that is drawn', async () => {
    await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.add('Chart data');
      sheet.getRange('A:H').format.columnWidth = 48;
      sheet.getRange('1:10').format.rowHeight = 15;
      sheet.getRange('A1:C4').values = [
        ['', 'Revenue', 'Cost'],
        ['Jan', 10, 7],
        ['Feb', 12, 8],
        ['Mar', 15, 8],
      ];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Auto');
      chart.name = 'Margin';
      chart.title.text = 'Revenue against cost';
      chart.legend.position = 'Right';
      chart.setPosition('E2', 'H10');
      chart.axes.valueAxis.numberFormat = '$#,##0';
      chart.axes.valueAxis.title.text = 'Dollars';
      const cost = chart.series.getItemAt(1);
      cost.chartType = 'Line';
      cost.axisGroup = 'Secondary';
      cost.format.line.color = '#C00000';
      chart.series.getItemAt(0).format.fill.setSolidColor('#0F5F5C');
      const added = chart.series.add('Twice');
      added.setValues(sheet.getRange('B2:B4'));
      added.setXAxisValues(sheet.getRange('A2:A4'));
    });
    const [chart] = await workbench.charts('Chart data');
    const cells = (row: number, column: number, rows: number, columns: number) =>
      expect.objectContaining({ range: { row, column, rows, columns } });
    expect(chart).toMatchObject({
      name: 'Margin',
      kind: 'columnClustered',
      title: 'Revenue against cost',
      legend: 'right',
      position: { left: 256, top: 20, width: 256, height: 180 },
      valueAxis: { title: 'Dollars', numberFormat: '$#,##0' },
      series: [
        {
          name: 'Revenue',
          values: cells(1, 1, 3, 1),
          categories: cells(1, 0, 3, 1),
          color: '#0F5F5C',
          kind: null,
          secondaryAxis: false,
        },
        {
          name: 'Cost',
          values: cells(1, 2, 3, 1),
          categories: cells(1, 0, 3, 1),
          color: '#C00000',
          kind: 'line',
          secondaryAxis: true,
        },
        { name: 'Twice', values: cells(1, 1, 3, 1), categories: cells(1, 0, 3, 1), kind: null },
      ],
    });
  });

  test('months across make a series a row, and charts are found by name', async () => {
    const read = await workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Chart data');
      sheet.getRange('A20:D21').values = [
        ['Line', 46053, 46081, 46112],
        ['Active patients', 5, 6, 7],
      ];
      sheet.getRange('B20:D20').numberFormat = [['mmm yy', 'mmm yy', 'mmm yy']];
      const chart = sheet.charts.add('Line', sheet.getRange('A20:D21'), 'Rows');
      chart.load('name,left,width,height,chartType,title/text');
      const found = sheet.charts.getItem('Margin');
      found.load('id,name,title/visible');
      sheet.charts.load('count');
      await context.sync();
      found.title.visible = false;
      chart.left = 10;
      await context.sync();
      chart.delete();
      found.load('title/visible');
      await context.sync();
      return [
        chart.name,
        chart.chartType,
        chart.width,
        chart.height,
        chart.title.text,
        sheet.charts.count,
        found.title.visible,
      ];
    });
    expect(read).toEqual(['Chart 1', 'Line', 360, 216, 'Active patients', 2, false]);
    expect(await workbench.charts('Chart data')).toHaveLength(1);
  });

  test('a chart type that is not drawn says so', async () => {
    await expect(
      workbench.excel(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Chart data');
        sheet.charts.add('Sunburst', sheet.getRange('A1:C4'));
      }),
    ).rejects.toThrow(/^NotImplemented: Workbench: chart type 'Sunburst' is not implemented/);
  });
});

test('settings, properties and comments stay with the workbook', async () => {
  await workbench.excel(async (context) => {
    context.workbook.settings.add('scenario', { name: 'Stretch', months: [1, 2] });
    context.workbook.properties.title = 'Forecast';
    context.workbook.properties.custom.add('pppmVersion', '0.1.0');
    context.workbook.comments.add('Sheet1!A1', 'Source: practice');
  });
  const snapshot = await workbench.save();
  await workbench.excel(async (context) => {
    context.workbook.settings.getItem('scenario').delete();
    context.workbook.properties.title = 'Another';
    context.workbook.worksheets.getItem('Sheet1').comments.getItemAt(0).delete();
  });
  await workbench.load(snapshot);
  const read = await workbench.excel(async (context) => {
    const setting = context.workbook.settings.getItem('scenario');
    setting.load('value');
    const { properties } = context.workbook;
    properties.load('title');
    const custom = properties.custom.getItem('pppmVersion');
    custom.load('value');
    const missing = context.workbook.settings.getItemOrNullObject('Scenario');
    context.workbook.comments.load('items/content');
    await context.sync();
    return [
      setting.value,
      properties.title,
      custom.value,
      missing.isNullObject,
      context.workbook.comments.items.map((comment) => comment.content),
    ];
  });
  expect(read).toEqual([{ name: 'Stretch', months: [1, 2] }, 'Forecast', '0.1.0', true, ['Source: practice']]);
});

test('the selection is where the add-in puts it', async () => {
  const address = await workbench.excel(async (context) => {
    context.workbook.worksheets.getItem('Chart data').getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange();
    selected.load('address');
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load('name');
    await context.sync();
    return [selected.address, active.name];
  });
  expect(address).toEqual(["'Chart data'!B2:C3", 'Chart data']);
});

test('what two ranges have in common may be nothing', async () => {
  const read = await workbench.excel(async (context) => {
    const range = context.workbook.worksheets.getItem('Chart data').getRange('B2:D9');
    const [some, none] = ['C1:F4', 'H1:H4'].map((other) => range.getIntersectionOrNullObject(other));
    some.load('address');
    none.load('isNullObject');
    await context.sync();
    return [some.address, some.isNullObject, none.isNullObject];
  });
  expect(read).toEqual(["'Chart data'!C2:D4", false, true]);
});

test('a table is sorted as in Excel: numbers, texts, truth values, blank cells last', async () => {
  const read = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Sort');
    sheet.getRange('A1:B6').values = [
      ['Name', 'Count'],
      ['b', 2],
      ['', 1],
      ['a', 2],
      ['c', true],
      ['d', ''],
    ];
    const table = sheet.tables.add('A1:B6', true);
    const names = () => table.columns.getItem('Name').getDataBodyRange().load('values');
    table.sort.apply([{ key: 1, ascending: false }, { key: 0 }]);
    const descending = names();
    table.sort.load('fields');
    await context.sync();
    const fields = table.sort.fields.map(({ key, ascending }) => [key, ascending]);
    table.sort.apply([{ key: 0 }]);
    const ascending = names();
    table.sort.clear();
    table.sort.load('fields');
    await context.sync();
    const cleared = table.sort.fields;
    sheet.delete();
    await context.sync();
    return [fields, descending.values.flat(), ascending.values.flat(), cleared];
  });
  expect(read).toEqual([
    [
      [1, false],
      [0, true],
    ],
    ['c', 'a', 'b', '', 'd'],
    ['a', 'b', 'c', 'd', ''],
    [],
  ]);
});

test('a protected sheet refuses what would change it, until it is unprotected with its password', async () => {
  const onLocked = (change: (sheet: Excel.Worksheet) => void) =>
    workbench.excel(async (context, text) => {
      // eslint-disable-next-line no-eval -- in the page of a test
      (0, eval)(text)(context.workbook.worksheets.getItem('Locked'));
      await context.sync();
    }, `(${change.toString()})`);
  await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Locked');
    sheet.getRange('A1:A2').values = [['Name'], [1]];
    sheet.tables.add('A1:A2', true).name = 'tblLocked';
    sheet.protection.protect({ allowSort: true }, 'secret');
    sheet.protection.load('protected');
    await context.sync();
    if (!sheet.protection.protected) throw new Error('It is not protected.');
  });
  for (const change of [
    (sheet: Excel.Worksheet) => void (sheet.getRange('A2').values = [[2]]),
    (sheet: Excel.Worksheet) => sheet.getRange('A2').clear(),
    (sheet: Excel.Worksheet) => void (sheet.getRange('A2').format.font.bold = true),
    (sheet: Excel.Worksheet) => void sheet.tables.getItem('tblLocked').rows.add(undefined, [[3]]),
    (sheet: Excel.Worksheet) => void sheet.tables.add('C1:C2', true),
    (sheet: Excel.Worksheet) => sheet.tables.getItem('tblLocked').delete(),
  ])
    await expect(onLocked(change)).rejects.toThrow(/AccessDenied/);
  await expect(onLocked((sheet) => sheet.protection.unprotect())).rejects.toThrow(/AccessDenied/);
  await expect(onLocked((sheet) => sheet.protection.unprotect('wrong'))).rejects.toThrow(/InvalidArgument/);
  await onLocked((sheet) => sheet.protection.unprotect('secret'));
  await onLocked((sheet) => void (sheet.getRange('A2').values = [[2]]));
  expect((await workbench.cell('Locked!A2')).value).toBe(2);
  await onLocked((sheet) => sheet.delete());
});

test('a sheet is hidden and shown again; one stays in sight, and another is looked at instead of it', async () => {
  const read = await workbench.excel(async (context) => {
    const { worksheets } = context.workbook;
    const hidden = worksheets.add('Hidden one');
    const veryHidden = worksheets.add('Very hidden one');
    hidden.activate();
    hidden.visibility = 'Hidden';
    veryHidden.visibility = Excel.SheetVisibility.veryHidden;
    hidden.load('visibility');
    veryHidden.load('visibility');
    const active = worksheets.getActiveWorksheet();
    active.load('name');
    await context.sync();
    const before = [hidden.visibility, veryHidden.visibility, active.name === 'Hidden one'];
    hidden.visibility = 'Visible';
    veryHidden.visibility = 'Hidden';
    hidden.load('visibility');
    veryHidden.load('visibility');
    await context.sync();
    const after = [hidden.visibility, veryHidden.visibility];
    hidden.delete();
    veryHidden.delete();
    await context.sync();
    return [...before, ...after];
  });
  expect(read).toEqual(['Hidden', 'VeryHidden', false, 'Visible', 'Hidden']);
  await expect(
    workbench.excel(async (context) => {
      const sheet = context.workbook.worksheets.add('Very hidden');
      sheet.visibility = 'VeryHidden';
      sheet.delete();
    }),
  ).rejects.toThrow(/InvalidOperation.*Worksheet\.delete/);
  await expect(
    workbench.excel(async (context) => {
      context.workbook.worksheets.load('items');
      await context.sync();
      for (const sheet of context.workbook.worksheets.items) sheet.visibility = 'Hidden';
    }),
  ).rejects.toThrow(/InvalidOperation/);
});

test('a document has an author, and properties of its own that do not mind the case of their names', async () => {
  const read = await workbench.excel(async (context) => {
    const { properties } = context.workbook;
    properties.author = 'A. Consultant';
    properties.custom.add('As of', 'June 2026');
    properties.load('author');
    const there = properties.custom.getItemOrNullObject('as OF');
    there.load('value');
    await context.sync();
    const before = [properties.author, there.value];
    there.delete();
    const gone = properties.custom.getItemOrNullObject('As of');
    gone.load('value');
    await context.sync();
    return [...before, gone.isNullObject];
  });
  expect(read).toEqual(['A. Consultant', 'June 2026', true]);
});

test('a cell that does not spill has no range that it spills to', async () => {
  const isNull = await workbench.excel(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('AA90').values = [[1]];
    const spill = sheet.getRange('AA90').getSpillingToRangeOrNullObject();
    spill.load('address');
    await context.sync();
    return spill.isNullObject;
  });
  expect(isNull).toBe(true);
});
