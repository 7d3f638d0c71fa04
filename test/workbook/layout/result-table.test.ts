import { describe, expect, test } from 'vitest';
import { COLORS, FORMATS } from '../../../src/workbook/layout/look';
import { blankRows, drawResults, placeResults, type ResultTable } from '../../../src/workbook/layout/result-table';
import { SheetDraft } from '../../../src/workbook/layout/sheet-draft';
import { area, formula, plain } from '../../../src/workbook/plan/cells';
import type { CellFormat, SheetPlan } from '../../../src/workbook/plan/plan';
import { contentAt } from '../plan/planned-cells';

interface Fruit {
  name: string;
  prices: readonly number[];
  format: string;
  isSum?: true;
}

const FRUITS: readonly Fruit[] = [
  { name: 'Apples', prices: [1, 2], format: '0' },
  { name: 'Pears', prices: [3, 4], format: '0' },
  { name: 'Both', prices: [4, 6], format: '0.0', isSum: true },
];

const table: ResultTable<Fruit> = {
  row: 10,
  column: 1,
  title: 'Fruits',
  header: FORMATS.header,
  columns: [
    { key: 'name', header: 'Fruit', width: 20, cell: ({ name }) => name },
    {
      key: 'price',
      header: ({ nth }) => `Year ${nth + 1}`,
      unit: '$',
      times: 2,
      width: 12,
      align: 'Right',
      numberFormat: ({ format }) => format,
      cell: ({ prices }, { nth }) => prices[nth],
    },
    { key: 'verdict', header: 'Verdict', light: true, cell: (_, { at }) => formula(`IF(${at('price', 1)}>0,"OK")`) },
  ],
  rows: FRUITS,
  ruled: true,
  isTotal: ({ isSum }) => isSum ?? false,
};

const drawn = <Row>(of: ResultTable<Row>): SheetPlan => {
  const sheet = new SheetDraft('Sheet', '#000000');
  drawResults(sheet, of);
  return sheet.plan();
};

/** Formats of a cell as they lie over each other. */
const formatAt = ({ formats }: SheetPlan, row: number, column: number): CellFormat =>
  Object.assign(
    {},
    ...formats
      .filter(
        ({ area: at }) =>
          row >= at.row && row < at.row + at.rows && column >= at.column && column < at.column + at.columns,
      )
      .map(({ format }) => format),
  ) as CellFormat;

describe('a table of results', () => {
  const plan = drawn(table);

  test('stands with title and units above its header, and rows below', () => {
    const column = (at: number) => [8, 9, 10, 11, 12, 13].map((row) => contentAt(plan, row, at));
    expect(column(1)).toEqual(['Fruits', null, 'Fruit', 'Apples', 'Pears', 'Both']);
    expect(column(2)).toEqual([null, '$', 'Year 1', 1, 3, 4]);
    expect(column(3)).toEqual([null, null, 'Year 2', 2, 4, 6]);
  });

  test('makes formulas from the cells of its own row', () =>
    expect([11, 13].map((row) => contentAt(plan, row, 4))).toEqual([
      formula('IF(D12>0,"OK")'),
      formula('IF(D14>0,"OK")'),
    ]));

  test('gives header and rows of a column one alignment, and each row its number format', () => {
    for (const row of [10, 11, 13]) expect(formatAt(plan, row, 3).align).toBe('Right');
    expect([11, 12, 13].map((row) => formatAt(plan, row, 2).numberFormat)).toEqual(['0', '0', '0.0']);
    expect(formatAt(plan, 10, 2).numberFormat).toBeUndefined();
  });

  test('makes totals bold and draws a line below each row', () => {
    expect([11, 12, 13].map((row) => formatAt(plan, row, 1).bold ?? false)).toEqual([false, false, true]);
    for (const row of [11, 13]) expect(formatAt(plan, row, 4).bottom?.weight).toBe('Thin');
  });

  test('paints verdicts by the word in their own cell', () =>
    expect(plan.highlights).toContainEqual({
      area: area(11, 4, 3),
      formula: '=$E12="REVIEW"',
      fill: COLORS.reviewFill,
      color: COLORS.reviewInk,
    }));

  test('widens its columns, but never narrows those of another table', () => {
    const sheet = new SheetDraft('Sheet', '#000000').widths([5, 5, 14]);
    drawResults(sheet, table);
    expect(sheet.plan().widths).toEqual([5, 20, 14, 12]);
  });

  test('says where its cells are', () => {
    const placed = placeResults(table);
    expect(plain(placed.area)).toBe('B11:E14');
    expect(plain(placed.body)).toBe('B12:E14');
    expect(plain(placed.header('price'))).toBe('C11:D11');
    expect(plain(placed.data('verdict'))).toBe('E12:E14');
    expect(plain(placed.cell('name', FRUITS[1]))).toBe('B13');
    expect(() => placed.data('weight')).toThrow('no column of results is called weight');
  });
});

describe('a table that a formula spills', () => {
  const spilled: ResultTable<null> = {
    row: 4,
    header: FORMATS.band,
    columns: [{ key: 'what' }, { key: 'amount', align: 'Right', numberFormat: '0.00' }],
    rows: blankRows(3),
    spill: 'PPPM.TEST(A1)',
  };

  test('has one content, in its first cell, and formats for what comes', () => {
    const plan = drawn(spilled);
    expect(plan.blocks).toEqual([{ row: 4, column: 0, contents: [[formula('PPPM.TEST(A1)')]] }]);
    expect(formatAt(plan, 7, 1)).toEqual({ align: 'Right', numberFormat: '0.00' });
    expect(formatAt(plan, 4, 0)).toEqual(FORMATS.band);
  });

  test('may spill below a header of its own, column by column', () => {
    const plan = drawn({ ...spilled, spill: undefined, columns: [{ key: 'what', header: 'What', spill: 'B1#' }] });
    expect([4, 5].map((row) => contentAt(plan, row, 0))).toEqual(['What', formula('B1#')]);
  });
});

describe('a rule', () => {
  const ruled = (row?: Fruit) =>
    drawn({
      ...table,
      rules: [{ column: 'price', row, when: (cell) => `${cell}>9`, fill: '#111111', color: '#222222' }],
    })
      .highlights.filter(({ fill }) => fill === '#111111')
      .map(({ area: at, formula: when }) => [plain(at), when]);

  test('runs over all rows of its column', () => expect(ruled()).toEqual([['C12:D14', '=C12>9']]));
  test('or along one row, which it keeps', () => expect(ruled(FRUITS[2])).toEqual([['C14:D14', '=C$14>9']]));
});
