/** What a formula may hand over that nobody means: slips, wrong kinds, and ends of the range of numbers. */
import fc from 'fast-check';

const WORDS = [
  'CCM',
  'RPM',
  'Medicare',
  'Nurses',
  'Expected',
  'all',
  'zero',
  'Total',
  'TRUE',
  'average',
  'closing',
  'set',
  'add',
  'multiply',
  'per unit',
  'care team',
  'Margin',
  'Allowed revenue',
  'Conversion rate',
  'Launch month',
  'Start month',
  'Months',
  'gamma',
  '99490',
  '99490 + 0.35*99439',
  'AL',
  'NY-01',
  '2026-01',
  '1,200',
  '62%',
  '$66',
  '2027-01-01',
  '=cmd|x',
  '<b>x</b>',
  '__proto__',
  'constructor',
  'toString',
  '(((((',
  '\u00a0',
  '\ufeff',
  '#N/A',
  'n'.repeat(500),
  '🩺',
];
export const cell: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 0.5, 2, 12, 36, 100, 250, 46388, 46023, -1, 1.5, 1e-9) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e308, 5e-324, 2 ** 53, 1e15) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.constantFrom<unknown[]>(null, undefined, '', ' ', true, false, { code: '#DIV/0!' }) },
);
const range = (of: fc.Arbitrary<unknown>, most = 4) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
export const argument: fc.Arbitrary<unknown> = fc.oneof(
  cell,
  range(cell),
  range(fc.double({ min: 0, max: 1, noNaN: true })),
  fc.constantFrom<unknown[]>(null, [], [[]]),
);
