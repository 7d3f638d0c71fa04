/** Localities as CMS and people write them, which were not found. */
import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { findLocality } from '../../src/rates/locality';
import { call, textOf } from '../functions/excel';

describe('A locality', () => {
  it.each([
    ['ATLANTA, GA', 'GA-01'],
    ['Atlanta, Georgia', 'GA-01'],
    ['Atlanta (GA)', 'GA-01'],
    ['Atlanta GA', 'GA-01'],
    ['GA, Atlanta', 'GA-01'],
    ['GA - Atlanta', 'GA-01'],
    ['ATLANTA*', 'GA-01'],
    ['ALABAMA **', 'AL-00'],
    ['Manhattan*, NY', 'NY-01'],
    ['1021201', 'GA-01'],
    ['10212-01', 'GA-01'],
    ['0111205', 'CA-05'],
    ['111205', 'CA-05'],
    ['HAWAII, GUAM', 'HI-01'],
    ['Seattle, WA', 'WA-02'],
  ])('%s is %s', (typed, key) => {
    expect(findLocality(typed)?.key).toBe(key);
  });

  it('is found by each of CMS’s seven-digit numbers, which are one place each', () => {
    const { localities } = rateBook();
    for (const { contractor, key, state } of localities)
      expect(findLocality(contractor + key.slice(state.length + 1))?.key).toBe(key);
    expect(call('RATE', '99490', 1320201)).toEqual([[74.57]]);
    expect(call('RATE', '99490', 111205)).toEqual(call('RATE', '99490', 'CA-05'));
  });

  it('is not found in another state', () => {
    expect(textOf('RATE', '99490', 'Atlanta, AL')).toMatch(/^locality “Atlanta, AL” is not known; did you mean /);
    expect(textOf('RATE', '99490', '1021299x')).toMatch(/is not known/);
    expect(textOf('RATE', '99490', 'San Jose-Sunnyvale-Santa Clara')).toMatch(/is not known; did you mean SAN JOSE/);
  });
});
