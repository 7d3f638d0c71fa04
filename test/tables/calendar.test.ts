import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthEndSerial, monthIndexOfSerial, monthStartSerial, monthText } from '../../src/tables/calendar';

describe('Months', () => {
  it('are Excel’s: 2027-01-01 is 46388, 1900-03-01 is 61, 2024 has a 29 February', () => {
    expect(monthStartSerial(2027 * 12)).toBe(46388);
    expect(monthEndSerial(2027 * 12)).toBe(46418);
    expect(monthEndSerial(2024 * 12 + 1) - monthStartSerial(2024 * 12 + 1)).toBe(28);
    expect(monthStartSerial(1900 * 12 + 2)).toBe(61);
    expect(monthText(2027 * 12 + 11)).toBe('2027-12');
  });

  it('hold every day from their first to their last, with or without a time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1930 * 12, max: 9998 * 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (index, part) => {
          const [first, last] = [monthStartSerial(index), monthEndSerial(index)];
          expect(monthStartSerial(index + 1)).toBe(last + 1);
          const day = first + Math.floor((last - first) * part) + part * 0.999;
          expect(monthIndexOfSerial(day)).toBe(index);
        },
      ),
    );
  });
});
