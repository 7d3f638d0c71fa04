import { describe, expect, test } from 'vitest';
import { placed, type HeaderRows } from '../../../src/workbook/excel/finding-places';

const HEADERS: HeaderRows = new Map([
  ['Panel', { sheet: 'Panel', headerRow: 6 }],
  ['Payer mix', { sheet: 'Payer Mix', headerRow: 6 }],
  ['Changes', { sheet: 'Scenarios', headerRow: 55 }],
  ['Scenarios', { sheet: 'Scenarios', headerRow: 7 }],
]);
const said = (table: string, row: number | null, text: string) =>
  placed({ severity: 'error', table, row, column: null, text }, HEADERS).said;

describe('A finding in the pane', () => {
  test('names the row of the sheet, in its place and in its text', () =>
    expect(
      placed(
        {
          severity: 'error',
          table: 'Panel',
          row: 1,
          column: 'Conversion rate',
          text: 'Panel, row 1 (CCM), Conversion rate is 62.',
        },
        HEADERS,
      ),
    ).toMatchObject({ place: 'Panel, row 7, Conversion rate', said: 'Panel, row 7 (CCM), Conversion rate is 62.' }));

  test('says on which sheet a table stands that has not one of its own', () =>
    expect(placed({ severity: 'note', table: 'Changes', row: 2, column: null, text: '' }, HEADERS).place).toBe(
      'Changes on Scenarios, row 57',
    ));

  test.each([
    ['Payer mix', 'Payer mix, row 17 repeats row 1; keep one row.', 'Payer mix, row 23 repeats row 7; keep one row.'],
    ['Changes', 'Changes, rows 3 and 5 both set Days to pay', 'Changes, rows 58 and 60 both set Days to pay'],
    [
      'Payer mix',
      'Program “RPM” is not known, but named in Payer mix, rows 5 to 8; Changes, row 1; Scenarios, rows 4, 9 and 12.',
      'Program “RPM” is not known, but named in Payer mix, rows 11 to 14; Changes, row 56; Scenarios, rows 11, 16 and 19.',
    ],
    ['Payer mix', 'Payer mix, row 1,000 (A)', 'Payer mix, row 1006 (A)'],
    ['Panel', 'Panel, row 1 (Ward, row 2) repeats “row 3”.', 'Panel, row 7 (Ward, row 2) repeats “row 3”.'],
    ['Changes', 'Changes, rows 1, 3 and 14 more', 'Changes, rows 56, 58 and 14 more'],
    ['Panel', 'Panel has no column “Program”; the first row must hold the headers.', undefined],
    ['Panel', 'Panel has 1,240 rows with content; at most 200 are read.', undefined],
  ])('%s: %s', (table, text, expected) => expect(said(table, 1, text)).toBe(expected ?? text));

  test('keeps its numbers where nobody knows where the table stands', () =>
    expect(said('Costs', 3, 'Costs, row 3 is odd')).toBe('Costs, row 3 is odd'));
});
