/** The search that a shared copy is held against sees a text wherever a file can hold it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NEW_PRINT, readXlsx, writeXlsx, type Cell, type Sheet, type Workbook } from '../../src/xlsx';
import { TEMPLATES } from '../../src/template/template';
import { partsHolding } from './parts-holding';

const ID = 'MRN-É-0042';
const built = readXlsx(readFileSync(join(TEMPLATES, 'ccm.xlsx'))).workbook;
const [start] = built.sheets;
const small: Workbook = {
  ...built,
  names: [],
  sheets: [{ ...start, cells: new Map(), tables: [], charts: [], validations: [], highlights: [] }],
};

const withSheet = (change: Partial<Sheet>): Workbook => ({
  ...small,
  sheets: [...small.sheets, { ...small.sheets[0], name: 'Roster', print: NEW_PRINT, ...change }],
});
const cell = (held: Cell) => new Map([[0, new Map([[0, held]])]]);
const at = { row: 0, column: 0, rows: 2, columns: 1 };

it.each<[string, Workbook, RegExp]>([
  ['a cell', withSheet({ cells: cell({ value: ID }) }), /sharedStrings/],
  ['the value of a formula', withSheet({ cells: cell({ value: ID, formula: '=A9' }) }), /worksheets\/sheet/],
  ['a formula', withSheet({ cells: cell({ value: 1, formula: `=MATCH("${ID}",B:B,0)` }) }), /worksheets\/sheet/],
  ['a note', withSheet({ notes: [{ row: 0, column: 0, text: `about ${ID}` }] }), /comments/],
  ['a number format', withSheet({ cells: cell({ value: 1, format: { numberFormat: `"${ID}"0` } }) }), /styles/],
  [
    'a footer',
    withSheet({ print: { ...NEW_PRINT, footer: { left: ID, center: '', right: '' } } }),
    /worksheets\/sheet/,
  ],
  [
    'a choice of cells',
    withSheet({ validations: [{ areas: [at], kind: 'list', formula1: `${ID},other`, ignoreBlanks: true }] }),
    /worksheets\/sheet/,
  ],
  ['the name of a sheet', withSheet({ name: ID }), /xl\/workbook\.xml/],
  ['a name', { ...small, names: [{ name: 'Who', formula: `="${ID}"`, comment: '' }] }, /xl\/workbook\.xml/],
  ['a property', { ...small, customProperties: { patient: ID } }, /docProps\/custom/],
  ['the title', { ...small, title: ID }, /docProps\/core/],
  [
    'what an add-in keeps',
    { ...small, customXml: [`<x xmlns="urn:x">${encodeURIComponent(JSON.stringify({ ID }))}</x>`] },
    /customXml/,
  ],
  [
    'what a chart shows',
    withSheet({
      cells: new Map([
        [0, new Map([[0, { value: 'Who' }]])],
        [1, new Map([[0, { value: ID }]])],
      ]),
      charts: [
        {
          ...start.charts[0],
          series: [{ ...start.charts[0].series[0], values: 'Roster!$B$1:$B$2', categories: 'Roster!$A$1:$A$2' }],
        },
      ],
    }),
    /charts\/chart/,
  ],
])('%s', (_, workbook, part) => {
  const found = partsHolding(writeXlsx(workbook), ID);
  expect(
    found.some((name) => part.test(name)),
    found.join(', '),
  ).toBe(true);
  expect(partsHolding(writeXlsx(small), ID)).toEqual([]);
});
