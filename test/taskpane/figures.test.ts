import { describe, expect, it } from 'vitest';
import { countText, dollarText, monthName, percentText, plural, shortDollarText } from '../../src/taskpane/figures';

describe('figures', () => {
  it.each([
    [0, '$0'],
    [950.4, '$950'],
    [9_994, '$9,994'],
    [9_996, '$10K'],
    [212_345, '$212K'],
    [999_499, '$999K'],
    [999_500, '$1M'],
    [4_812_345, '$4.81M'],
    [48_123_456, '$48.1M'],
    [1_234_567_890, '$1,230M'],
    [-278_381, '-$278K'],
    [-0.3, '$0'],
  ])('shortens %d dollars to %s', (value, text) => expect(shortDollarText(value)).toBe(text));

  it('writes dollars with the sign in front', () => {
    expect(dollarText(-1_200.5)).toBe('-$1,200');
    expect(dollarText(1_234_567)).toBe('$1,234,567');
    expect(dollarText(-0.4)).toBe('$0');
  });

  it('writes shares as percentages', () =>
    expect([percentText(0.2345), percentText(-0.134), percentText(0)]).toEqual(['23.5%', '-13.4%', '0%']));

  it('counts', () =>
    expect([countText(1_240.4), plural(1, 'sheet'), plural(9, 'sheet')]).toEqual(['1,240', '1 sheet', '9 sheets']));

  it('names months', () => expect([monthName(2027 * 12), monthName(2029 * 12 + 11)]).toEqual(['Jan 2027', 'Dec 2029']));
});
