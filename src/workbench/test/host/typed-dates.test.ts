import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../grid/typed-dates';
import { readTypedText } from '../../host/typed-text';

const JULY_2026 = 46_204;
const read = (text: string) => {
  const date = readTypedDate(text, 2026);
  return date && [new Date((date.serial - 25_569) * 86_400_000).toISOString().slice(0, 10), date.numberFormat];
};

describe('a date typed as Excel reads it', () => {
  it.each([
    ['2026-07', '2026-07-01', 'mmm-yy'],
    ['7/2026', '2026-07-01', 'mmm-yy'],
    ['Jul 2026', '2026-07-01', 'mmm-yy'],
    ['July 2026', '2026-07-01', 'mmm-yy'],
    ['Jul-2026', '2026-07-01', 'mmm-yy'],
    ['2026-07-15', '2026-07-15', 'm/d/yyyy'],
    ['7/15/2026', '2026-07-15', 'm/d/yyyy'],
    ['7/15/26', '2026-07-15', 'm/d/yyyy'],
    ['15-Jul-26', '2026-07-15', 'd-mmm-yy'],
    ['July 15, 2026', '2026-07-15', 'd-mmm-yy'],
  ])('%s is %s', (typed, day, format) => {
    expect(read(typed)).toEqual([day, format]);
  });

  it.each([
    ['Jan-27', '2026-01-27'],
    ['27-Jan', '2026-01-27'],
    ['Jan 27', '2026-01-27'],
    ['1/27', '2026-01-27'],
  ])('%s is a day of this year, %s', (typed, day) => {
    expect(read(typed)).toEqual([day, 'd-mmm']);
  });

  it.each([
    ['Jan-32', '1932-01-01'],
    ['Feb-30', '1930-02-01'],
    ['Jan-99', '1999-01-01'],
  ])('%s cannot be a day, so it is a year, %s', (typed, day) => {
    expect(read(typed)).toEqual([day, 'mmm-yy']);
  });

  it.each(['99490', 'G0556', '2026-13', '2/30/2026', 'Ma 5', 'Mix 12', 'CCM-12', '1-2-3-4', '', '12'])(
    '%s stays what it is',
    (typed) => {
      expect(read(typed)).toBeNull();
    },
  );

  it('is a date wherever text is put into a cell', () => {
    expect(readTypedText('2026-07')).toEqual({ content: JULY_2026, numberFormat: 'mmm-yy' });
  });
});
