import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coder } from '../../../src/actuals/reading/coded';
import { readAmounts, readFigures } from '../../../src/actuals/reading/money';
import type { Cell } from '../../../src/tables/reading/cell';
import { cases } from '../../random-cases';

const column = (cells: readonly Cell[]) => {
  const coder = new Coder();
  for (const cell of cells) coder.add(cell);
  return coder.end();
};
const cents = (...cells: readonly Cell[]): number[] => {
  const coded = column(cells);
  const { cents } = readAmounts(coded);
  return Array.from(coded.rows, (code) => (code < 0 ? 0 : cents[code]));
};

describe('An amount', () => {
  it.each([
    ['66', 6_600],
    ['66.5', 6_650],
    ['$1,234.56', 123_456],
    ['1234.56 USD', 123_456],
    ['(1,234.56)', -123_456],
    ['$(5.00)', -500],
    ['-$5', -500],
    ['$-5', -500],
    ['5.00-', -500],
    ['\u22125.00', -500],
    ['.5', 50],
    ['1 234.50', 123_450],
    ["1'234.50", 123_450],
    ['-', 0],
    ['', 0],
    [0.1 + 0.2, 30],
    [1.005, 101],
    ['1.005', NaN],
    [-2.675, -268],
    ['99999999999.99', 9_999_999_999_999],
  ])('%s is %d cents', (cell, expected) => {
    // What alone may be thousands or thousandths is told by another.
    expect(cents(cell)).toEqual([expected]);
  });

  it.each([
    'N/A',
    'n/a',
    '1e3',
    '1.2.3',
    '12,34,56',
    '60%',
    '#REF!',
    'none',
    '(5',
    '--5',
    '(-5)',
    '$',
    '1,23',
    'five',
    '5 6',
    true,
    '0x10',
    '99999999999999.00',
  ])('%s is none beside others', (cell) => {
    expect(cents('1,000.00', cell)[1]).toBeNaN();
  });

  it('has a decimal comma where its column has one', () => {
    expect(cents('1.234,50', '2,5', '1.234', '1.234.567', '12')).toEqual([123_450, 250, 123_400, 123_456_700, 1_200]);
  });

  it('is refused where its column has both', () => {
    expect(readAmounts(column(['1.234,50', '2,5', '1,234.50'])).mixed).toEqual({ codes: [2] });
  });

  it('is refused where it may be thousands or thousandths', () => {
    expect(readAmounts(column(['1.234', '2.500'])).isAmbiguous).toBe(true);
    expect(cents('1.234', '2.50')).toEqual([123, 250]);
  });

  it('counts whose parts of a cent are lost', () => {
    expect(readAmounts(column(['1.2345', '1.2345', '1.20', '45.8600'])).rounded).toBe(2);
  });

  it('comes back from every way of writing it', () => {
    const ways: readonly ((dollars: string, isNegative: boolean) => string)[] = [
      (text, isNegative) => (isNegative ? `(${text})` : text),
      (text, isNegative) => (isNegative ? `-$${text}` : `$${text}`),
      (text, isNegative) => (isNegative ? `${text}-` : `${text} `),
      (text, isNegative) => (isNegative ? '-' : '') + text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')),
    ];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1 }), fc.nat(3), (given, way) => {
        const cells = given.map((value) => {
          const text = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(Math.abs(value) / 100);
          return ways[way](text, value < 0);
        });
        expect(cents(...cells)).toEqual(given);
      }),
      { numRuns: cases(200) },
    );
  });
});

describe('A figure', () => {
  it.each([
    ['1,234', 1234],
    ['9.5', 9.5],
    [12, 12],
    ['$5', NaN],
    ['many', NaN],
    ['1e3', NaN],
  ])('%s is %d', (cell, expected) => {
    expect(Array.from(readFigures(column([cell])))).toEqual([expected]);
  });
});

describe('Amounts of many rows', () => {
  const written = fc
    .tuple(fc.integer({ min: 0, max: 10_000_000_000_000 }), fc.nat(99))
    .map(([dollars, cents]) => `${dollars}.${String(cents).padStart(2, '0')}`);

  it('are the same as they are written plainly and with a dollar sign', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 20 }), (amounts) => {
        expect(cents(...amounts)).toEqual(cents(...amounts.map((amount) => `$${amount}`)));
      }),
      { numRuns: cases(300) },
    );
  });

  it('are refused where a comma stands before the cents of some, however plain the others are', () => {
    const { mixed } = readAmounts(column(['12.50', '13.50', '7,25']));
    expect(mixed).toEqual({ codes: [2] });
    expect(readAmounts(column(['12.50', '7,25', '8,25'])).mixed).toEqual({ codes: [0] });
    // 1.234 is one dollar and some where a plain amount shows that the point stands before the cents.
    expect(cents('12.50', '1.234')).toEqual([1_250, 123]);
  });
});
