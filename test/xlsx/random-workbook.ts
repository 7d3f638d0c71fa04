/** Workbooks of any kind that a file can hold. */
import fc from 'fast-check';
import { NEW_PRINT, type Cell, type Chart, type Format, type Sheet, type Table, type Workbook } from '../../src/xlsx';

const hex = fc.integer({ min: 1, max: 0xffffff }).map((n) => `#${n.toString(16).toUpperCase().padStart(6, '0')}`);
/** Letters that make trouble in XML, in spreadsheets and in Office’s own way to write them. */
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
      fc.constantFrom(
        '_x0041_',
        '_x',
        '&amp;',
        '<',
        '"',
        "'",
        '\n',
        '\t',
        ' ',
        ']]>',
        '=',
        '#N/A',
        '\u0001',
        '\r\n',
        '😀',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const error = fc
  .constantFrom('#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!')
  .map((code) => ({ error: code }));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
);
const value = fc.oneof(number, text, fc.boolean(), error);

const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, held]) => held !== undefined)) as T;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const line = fc.record({ color: hex, style: fc.constantFrom('thin' as const, 'medium', 'double', 'dotted') });
const format: fc.Arbitrary<Format> = fc
  .record({
    numberFormat: maybe(fc.constantFrom('0.00', '#,##0_);(#,##0);"–"_)', 'mmm-yy', '[<36526]"Y"yy;mmm-yy', '0.0%')),
    fill: maybe(hex),
    fontColor: maybe(hex),
    fontName: maybe(fc.constantFrom('Arial', 'Segoe UI')),
    fontSize: maybe(fc.integer({ min: 6, max: 72 }).filter((size) => size !== 11)),
    bold: maybe(fc.constant(true)),
    italic: maybe(fc.constant(true)),
    underline: maybe(fc.constant(true)),
    vertical: maybe(fc.constantFrom('Top' as const, 'Center')),
    horizontal: maybe(fc.constantFrom('Left' as const, 'Center', 'Right')),
    wrap: maybe(fc.constant(true)),
    borders: maybe(
      fc
        .record({ left: maybe(line), right: maybe(line), top: maybe(line), bottom: maybe(line) })
        .map(present)
        .filter((sides) => Object.keys(sides).length > 0),
    ),
  })
  .map(present)
  .filter((drawn) => Object.keys(drawn).length > 0);

const formula = fc.constantFrom(
  '=A1+1',
  '=PPPM.REVENUE(A1,"x")',
  "=SUM('Payer Mix'!$A$1:$A$9)",
  '=A1#',
  '=IFNA(A1,"_x0041_ & <b>")',
  '=SUMPRODUCT((A1:A9>1)*1)',
  '=LET(x,2,x*3)',
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value, format: maybe(format) }).map(present),
  fc.record({ value, formula, format: maybe(format) }).map(present),
  format.map((drawn) => ({ value: null, format: drawn })),
);

const place = fc.record({ row: fc.integer({ min: 20, max: 60 }), column: fc.integer({ min: 0, max: 30 }) });
const area = fc.record({
  row: fc.nat(40),
  column: fc.nat(30),
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 5 }),
});

const title = (long: number) => fc.string({ maxLength: long });
const validation: fc.Arbitrary<Sheet['validations'][number]> = fc
  .tuple(
    fc.record({
      areas: fc.array(area, { minLength: 1, maxLength: 2 }),
      ignoreBlanks: fc.boolean(),
      prompt: maybe(fc.record({ title: title(32), message: title(255) })),
      alert: maybe(
        fc.record({
          title: title(32),
          message: title(255),
          style: fc.constantFrom('Stop' as const, 'Warning', 'Information'),
        }),
      ),
    }),
    fc.constantFrom(
      { kind: 'list' as const, formula1: 'a,"b",c' },
      { kind: 'list' as const, formula1: "='Payer Mix'!$A$1:$A$9" },
      { kind: 'custom' as const, formula1: '=ISNUMBER(A1)' },
      { kind: 'decimal' as const, operator: 'Between' as const, formula1: 0, formula2: 1.5 },
      { kind: 'wholeNumber' as const, operator: 'GreaterThan' as const, formula1: '=A1' },
      { kind: 'date' as const, operator: 'NotEqualTo' as const, formula1: 46_000 },
    ),
  )
  .map(([shown, rule]) => ({ ...present(shown), ...rule }));

const chart: fc.Arbitrary<Chart> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12 }),
  kind: fc.constantFrom(
    'line' as const,
    'columnClustered',
    'columnStacked',
    'barClustered',
    'barStacked',
    'area',
    'areaStacked',
  ),
  title: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
  series: fc.array(
    fc.record({
      name: fc.string({ maxLength: 9 }),
      values: fc.constant("'Payer Mix'!$B$1:$B$9"),
      categories: fc.option(fc.constant("'Payer Mix'!$A$1:$A$9")),
      color: fc.option(hex),
      kind: fc.constant(null),
      isOnSecondAxis: fc.constant(false),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  from: fc.record({ row: fc.nat(20), column: fc.nat(9), down: fc.nat(19), right: fc.nat(50) }),
  to: fc.record({
    row: fc.integer({ min: 21, max: 50 }),
    column: fc.integer({ min: 10, max: 30 }),
    down: fc.nat(19),
    right: fc.nat(50),
  }),
  legend: fc.constantFrom('top' as const, 'bottom', 'left', 'right', null),
  valueAxis: fc.record({ title: fc.constantFrom('Dollars', null), numberFormat: fc.constantFrom('#,##0', null) }),
  categoryAxis: fc.oneof(
    fc.record({
      title: fc.constantFrom('Month', null),
      numberFormat: fc.constantFrom('mmm-yy', null),
      type: fc.constant('DateAxis' as const),
      baseTimeUnit: fc.constantFrom('Days' as const, 'Months', 'Years'),
      tickLabels: fc.constantFrom('Low' as const, 'NextToAxis'),
    }),
    fc.record({
      title: fc.constant(null),
      numberFormat: fc.constant(null),
      type: fc.constantFrom('Automatic' as const, 'TextAxis'),
      tickLabels: fc.constantFrom('Low' as const, 'NextToAxis'),
    }),
  ),
});

const print: fc.Arbitrary<Sheet['print']> = fc
  .record({
    isLandscape: fc.boolean(),
    zoom: fc.constantFrom({ scale: 100 }, { scale: 57 }, { wide: 1, tall: null }, { wide: 2, tall: 3 }),
    isCentered: fc.boolean(),
    hasGridlines: fc.boolean(),
    area: fc.option(fc.oneof(area, fc.constant({ row: 0, column: 0, rows: 1_048_576, columns: 3 }))),
    titleRows: fc.option(fc.record({ first: fc.nat(4), count: fc.integer({ min: 1, max: 5 }) })),
    titleColumns: fc.option(fc.record({ first: fc.nat(4), count: fc.integer({ min: 1, max: 5 }) })),
    columnBreaks: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
    footer: fc.record({
      left: fc.constantFrom('', '&F'),
      center: fc.constantFrom('', '&A <b>'),
      right: fc.constantFrom('', 'Page &P of &N'),
    }),
  })
  .map((set) => ({ ...NEW_PRINT, margins: { ...NEW_PRINT.margins, left: 18 }, ...set }));

/** A table in rows above those of the other cells. */
const table = (number: number): fc.Arbitrary<{ table: Table; titles: string[] }> =>
  fc
    .record({
      titles: fc.uniqueArray(fc.constantFrom('Program', 'Opening patients', "It's [x] #1", 'Two\nlines', 'Codes <&>'), {
        minLength: 1,
        maxLength: 4,
      }),
      rows: fc.integer({ min: 3, max: 9 }),
      hasTotals: fc.boolean(),
      hasBands: fc.boolean(),
      hasFilterButtons: fc.boolean(),
      isCalculated: fc.boolean(),
    })
    .map(({ titles, rows, isCalculated, ...look }) => ({
      titles,
      table: {
        name: `tblNumber${number}`,
        area: { row: 2, column: 1, rows, columns: titles.length },
        style: 'TableStyleLight9',
        ...look,
        calculated: new Map(isCalculated ? [[0, '=[@Codes]&PPPM.PANEL(1)']] : []),
      },
    }));

const sheet = (name: string, number: number): fc.Arbitrary<Sheet> =>
  fc
    .record({
      tabColor: fc.option(hex),
      showGridlines: fc.boolean(),
      placed: fc.array(fc.tuple(place, cell), { maxLength: 25 }),
      headed: fc.option(table(number)),
      columns: fc.uniqueArray(
        fc.tuple(
          fc.nat(20),
          fc.record({ width: fc.integer({ min: 1, max: 400 }), isHidden: maybe(fc.constant(true)) }).map(present),
        ),
        { selector: ([column]) => column, maxLength: 5 },
      ),
      rows: fc.uniqueArray(
        fc.tuple(
          fc.nat(20),
          fc
            .record({
              height: fc.integer({ min: 4, max: 400 }),
              isFitted: maybe(fc.constant(true)),
              isHidden: maybe(fc.constant(true)),
            })
            .map(present),
        ),
        { selector: ([row]) => row, maxLength: 5 },
      ),
      freeze: fc.record({ rows: fc.nat(9), columns: fc.nat(3) }),
      validations: fc.array(validation, { maxLength: 3 }),
      highlights: fc.array(
        fc.record({
          areas: fc.array(area, { minLength: 1, maxLength: 2 }),
          formula: fc.constantFrom('=$A1="x"', '=PPPM.PANEL(1)>2'),
          format: fc.record({ fill: hex, fontColor: hex }),
        }),
        { maxLength: 3 },
      ),
      charts: fc.array(chart, { maxLength: 2 }),
      print,
      notes: fc.uniqueArray(
        fc.record({ row: fc.nat(20), column: fc.nat(9), text: fc.string({ minLength: 1, maxLength: 20 }) }),
        { selector: ({ row, column }) => `${row},${column}`, maxLength: 3 },
      ),
      protection: fc.option(fc.subarray(['formatCells', 'sort', 'autoFilter'])),
    })
    .map(({ placed, headed, columns, rows, ...rest }): Sheet => {
      const cells = new Map<number, Map<number, Cell>>();
      const put = (row: number, column: number, held: Cell) => {
        const line = cells.get(row) ?? new Map<number, Cell>();
        cells.set(row, line.set(column, held));
      };
      for (const [at, held] of placed) put(at.row, at.column, held);
      headed?.titles.forEach((shown, i) => put(2, 1 + i, { value: shown }));
      return {
        ...rest,
        name,
        cells,
        columns: new Map(columns),
        rows: new Map(rows),
        tables: headed ? [headed.table] : [],
      };
    });

export const randomWorkbook: fc.Arbitrary<Workbook> = fc.record({
  sheets: fc.tuple(sheet('Payer Mix', 1), sheet("It's <new> & 2nd", 2)),
  names: fc.subarray([
    { name: 'ActiveScenario', formula: "='Payer Mix'!$C$5", comment: 'The scenario <shown> & "meant".' },
    { name: 'Rates_2', formula: '=PPPM.RATE("99490")', comment: '' },
  ]),
  activeSheet: fc.nat(1),
  addins: fc.constant(['PPPM']),
  customXml: fc.subarray(['<workbook xmlns="urn:pppm-for-excel:workbook">%7B%7D</workbook>', '<a>&lt;</a>']),
  title: fc.constantFrom('', 'Lakeside <&>'),
  customProperties: fc.constantFrom<Workbook['customProperties']>({}, { Version: '1.0.0', Count: 3.5, Checked: true }),
  since1904: fc.boolean(),
});
