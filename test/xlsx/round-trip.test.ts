/** What is written is read again, and is a file by the standard, whatever stands in the workbook. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotInAFile, readXlsx, writeXlsx, type Cell, type Sheet, type Workbook } from '../../src/xlsx';
import { cases } from '../random-cases';
import { faultsOf } from './package-faults';
import { randomWorkbook } from './random-workbook';

/** In an order of its own, which a file does not keep. */
const sorted = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

/** What a reader can know: a namespace only where a formula calls it. */
const readable = (workbook: Workbook) => ({
  ...workbook,
  names: [...workbook.names].sort((a, b) => (a.name < b.name ? -1 : 1)),
  addins: [],
  sheets: workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sorted(sheet.cells).map(([row, columns]) => [row, sorted(columns)]),
    columns: sorted(sheet.columns),
    rows: sorted(sheet.rows),
    protection: sheet.protection && [...sheet.protection].sort(),
  })),
});

describe('A workbook written as .xlsx', () => {
  it('is read as it was, and keeps the rules of the standard', () => {
    fc.assert(
      fc.property(randomWorkbook, (workbook) => {
        const bytes = writeXlsx(workbook);
        expect(faultsOf(bytes)).toEqual([]);
        const read = readXlsx(bytes);
        expect(read.leftOut).toEqual([]);
        expect(readable(read.workbook)).toEqual(readable(workbook));
        expect(writeXlsx({ ...read.workbook, addins: workbook.addins })).toEqual(bytes);
      }),
      { numRuns: cases(100) },
    );
  });
});

const sheet = (cells: [number, number, Cell][] = [], more: Partial<Sheet> = {}): Sheet => ({
  ...readXlsx(writeXlsx(EMPTY)).workbook.sheets[0],
  cells: cells.reduce(
    (map, [row, column, cell]) => map.set(row, (map.get(row) ?? new Map()).set(column, cell)),
    new Map(),
  ),
  ...more,
});

const EMPTY: Workbook = {
  sheets: [
    {
      name: 'Sheet1',
      tabColor: null,
      showGridlines: true,
      cells: new Map(),
      columns: new Map(),
      rows: new Map(),
      freeze: { rows: 0, columns: 0 },
      tables: [],
      validations: [],
      highlights: [],
      charts: [],
      notes: [],
      protection: null,
      print: {
        isLandscape: false,
        margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
        zoom: { scale: 100 },
        isCentered: false,
        hasGridlines: false,
        area: null,
        titleRows: null,
        titleColumns: null,
        columnBreaks: [],
        footer: { left: '', center: '', right: '' },
      },
    },
  ],
  names: [],
  activeSheet: 0,
  addins: [],
  customXml: [],
  title: '',
  customProperties: {},
  since1904: false,
};

const withCell = (cell: Cell): Workbook => ({ ...EMPTY, sheets: [sheet([[0, 0, cell]])] });

describe('Before anything is written, it is refused', () => {
  it.each<[string, Workbook, string]>([
    ['a text too long for a cell', withCell({ value: 'x'.repeat(32_768) }), '32768 characters'],
    ['a formula too long', withCell({ value: 0, formula: `="${'x'.repeat(8_200)}"` }), 'Excel takes 8192'],
    ['a number that is none', withCell({ value: NaN }), 'is NaN'],
    ['a name that is a cell', { ...EMPTY, names: [{ name: 'A1', formula: '=Sheet1!$A$1', comment: '' }] }, 'A1'],
    [
      'a name with a space',
      { ...EMPTY, names: [{ name: 'My name', formula: '=Sheet1!$A$1', comment: '' }] },
      'My name',
    ],
    ['a sheet’s name too long', { ...EMPTY, sheets: [sheet([], { name: 'x'.repeat(32) })] }, '31 characters'],
    ['a sheet’s name with a colon', { ...EMPTY, sheets: [sheet([], { name: 'a:b' })] }, 'a:b'],
    ['one name for two sheets', { ...EMPTY, sheets: [sheet(), sheet([], { name: 'SHEET1' })] }, 'is there twice'],
    [
      'a hint too long',
      {
        ...EMPTY,
        sheets: [
          sheet([], {
            validations: [
              {
                areas: [],
                kind: 'custom',
                formula1: '=TRUE',
                ignoreBlanks: true,
                prompt: { title: '', message: 'x'.repeat(256) },
              },
            ],
          }),
        ],
      },
      'Excel takes 255',
    ],
    [
      'a table with one title twice',
      {
        ...EMPTY,
        sheets: [
          sheet(
            [
              [0, 0, { value: 'Program' }],
              [0, 1, { value: 'program' }],
            ],
            {
              tables: [
                {
                  name: 'tbl',
                  area: { row: 0, column: 0, rows: 2, columns: 2 },
                  style: '',
                  hasTotals: false,
                  hasBands: false,
                  hasFilterButtons: false,
                  calculated: new Map(),
                },
              ],
            },
          ),
        ],
      },
      'title of its own',
    ],
  ])('%s', (_, workbook, text) => {
    expect(() => writeXlsx(workbook)).toThrow(NotInAFile);
    expect(() => writeXlsx(workbook)).toThrow(text);
  });
});
