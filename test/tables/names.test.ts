import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerKey } from '../../src/tables/reading/header-key';
import { fold, likelySlip, nearestNames } from '../../src/tables/reading/nearest';

describe('A name', () => {
  it('is the same however it is cased, spaced, composed or hyphenated', () => {
    for (const same of ['care  team', ' CARE TEAM ', 'Care\u00a0Team', 'care\nteam', '\ufeffcare team\u200b'])
      expect(fold(same)).toBe('care team');
    expect(fold('Cafe\u0301')).toBe(fold('Café'));
    expect(fold('drop‑off')).toBe(fold('Drop–off'));
  });

  it('stays what it is when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fold(fold(name))).toBe(fold(name));
      }),
    );
  });
});

describe('A header', () => {
  it('is found without its unit', () => {
    for (const same of [
      'Conversion rate',
      'conversion-rate (%)',
      'CONVERSION RATE [share a month]',
      'Conversion_Rate %',
      'Conversion rate ($/patient) ',
    ])
      expect(headerKey(same)).toBe('conversionrate');
  });

  it('keeps a bracket that does not close it', () => {
    expect(headerKey('Rate (a) b')).toBe('rate(a)b');
  });
});

describe('The nearest names', () => {
  const lines = ['Allowed revenue', 'Potential revenue', 'Revenue PPPM', 'Margin', 'Margin rate', 'Bad debt'];

  it('are those a slip away, nearest first', () => {
    expect(nearestNames('Margni', lines)).toEqual(['Margin']);
    expect(nearestNames('bad dept', lines)).toEqual(['Bad debt']);
  });

  it('are those the text is short for', () => {
    expect(nearestNames('revenue', lines)).toEqual(['Allowed revenue', 'Potential revenue', 'Revenue PPPM']);
    expect(nearestNames('Margins', lines)).toEqual(['Margin', 'Margin rate']);
  });

  it('are some names where none is near, and never more than three', () => {
    expect(nearestNames('xyzzy', ['CCM', 'RPM'])).toEqual(['CCM', 'RPM']);
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, names) => {
        const near = nearestNames(name, names);
        expect(near.length).toBeLessThanOrEqual(3);
        expect(near.length > 0).toBe(names.length > 0);
        expect(near.every((candidate) => names.includes(candidate))).toBe(true);
      }),
    );
  });
});

describe('A likely slip', () => {
  it('is a name one or two edits away, not the name itself and not another word', () => {
    expect(likelySlip('Moths', ['Months', 'Start month'])).toBe('Months');
    expect(likelySlip('months', ['Months'])).toBeNull();
    expect(likelySlip('FX', ['QP'])).toBeNull();
    expect(likelySlip('Prepared by', ['Months', 'Billing basis'])).toBeNull();
  });
});
