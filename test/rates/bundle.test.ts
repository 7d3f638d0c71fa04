import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle, type BundleItem } from '../../src/rates/bundle';
import type { RateError } from '../../src/rates/rate-error';

const asPairs = (text: string) => parseBundle(text).map(({ code, units }) => [code, units]);

describe('A bundle', () => {
  it.each<[string, [string, number][]]>([
    ['99490', [['99490', 1]]],
    [
      '99490 + 0.35*99439',
      [
        ['99490', 1],
        ['99439', 0.35],
      ],
    ],
    [
      '99490+.35 × 99439',
      [
        ['99490', 1],
        ['99439', 0.35],
      ],
    ],
    [
      '99439 * 35% + 99490',
      [
        ['99439', 0.35],
        ['99490', 1],
      ],
    ],
    [
      '99490, 99439; G0557',
      [
        ['99490', 1],
        ['99439', 1],
        ['G0557', 1],
      ],
    ],
    [
      '99454\n99457',
      [
        ['99454', 1],
        ['99457', 1],
      ],
    ],
    ['g0557', [['G0557', 1]]],
    ['2*99458 + 0.5 * 99458', [['99458', 2.5]]],
    [' 99490 ', [['99490', 1]]],
    [
      '\u200b99490\u00a0+ 0.35\u00a0×\u00a0９９４３９',
      [
        ['99490', 1],
        ['99439', 0.35],
      ],
    ],
  ])('written %j is read', (text, items) => {
    expect(asPairs(text)).toEqual(items);
  });

  it.each([
    ['99490 + x', 'x'],
    ['99490 +', ''],
    ['', ''],
    ['0.35', '0.35'],
    ['99490*99439', '99490*99439'],
    ['2*3*99490', '2*3*99490'],
    ['99490 - 99439', '99490 - 99439'],
    ['-1*99490', '-1*99490'],
    ['1e3*99490', '1e3*99490'],
    ['99490-25', '99490-25'],
    ['994900', '994900'],
  ])('written %j is refused, naming %j', (text, part) => {
    let error: unknown;
    try {
      parseBundle(text);
    } catch (thrown) {
      error = thrown;
    }
    expect((error as RateError).problem).toEqual({ what: 'unreadableBundle', text, part });
  });

  it('reads back what it is written as, in any order of units and code', () => {
    const item = fc.record({
      code: fc.constantFrom('99490', '99439', 'G0557', '99454'),
      units: fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100),
      before: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ code }) => code, minLength: 1 }), (items) => {
        const text = items
          .map(({ code, units, before }) => (before ? `${units}*${code}` : `${code} * ${units}`))
          .join(' + ');
        expect(parseBundle(text)).toEqual(items.map(({ code, units }): BundleItem => ({ code, units })));
      }),
    );
  });
});
