import { describe, expect, test } from 'vitest';
import { formula } from '../../../src/workbook/plan/cells';
import { typed } from '../../../src/workbook/excel/typed';

describe('a content as it is typed into a cell', () => {
  test('a formula is a formula', () => expect(typed(formula('SUM(A1:A2)'))).toBe('=SUM(A1:A2)'));
  test('numbers and truth values stay', () => expect([typed(0.62), typed(0), typed(true)]).toEqual([0.62, 0, true]));
  test('nothing is nothing', () => expect(typed(null)).toBe(''));

  test.each(['=1+1', '=HYPERLINK("http://x","y")', '+Health', '-5', '- a dash', '@Blue', "'Quoted"])(
    '%s, which Excel would calculate or cut, is text',
    (text) => expect(typed(text)).toBe(`'${text}`),
  );

  test.each([
    '007',
    '12',
    '1.5',
    '50%',
    '$66',
    '1,000',
    '(5)',
    '2027-01-01',
    '1/2',
    '12:30',
    '1e5',
    'May 5',
    'Jan-27',
    '3 March',
    'TRUE',
    'false',
    '#N/A',
    '#REF!',
  ])('%s, which Excel would read as a number, a date, a truth value or an error, is text', (text) =>
    expect(typed(text)).toBe(`'${text}`),
  );

  test.each([
    'Lakeside Primary Care',
    'Medicare',
    '1  Type your panel',
    '3M Health',
    'Mayo Clinic',
    'Marchand & Sons',
    'per unit',
    '$/patient/month',
    'Decision',
    'True North',
  ])('%s needs nothing', (text) => expect(typed(text)).toBe(text));
});
