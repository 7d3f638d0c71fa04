import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRows } from '../../../src/workbook/share/match-rows';
import { cases } from '../../random-cases';

const row = (own: string, others: string[], at: number | null = null) => ({ own, others, at });
const now = (own: string, others: string[], isTaken = false) => ({ own, others, isTaken });

describe('rows of a table', () => {
  it('are known again after they were sorted, though one of their cells was changed', () =>
    expect(
      matchRows(
        [row('5', ['a', 'x'], 0), row('5', ['b', 'x'], 1), row('7', ['c', 'y'], 2)],
        [now('7', ['c', 'y']), now('5', ['b', 'CHANGED']), now('5', ['a', 'x'])],
      ),
    ).toEqual([2, 1, 0]));

  it('that are alike stay where they were', () =>
    expect(
      matchRows([row('5', ['a'], 0), row('5', ['a'], 2)], [now('5', ['a']), now('5', ['a']), now('5', ['a'])]),
    ).toEqual([0, 2]));

  it('whose value was typed over, or that have a formula again, are not found', () =>
    expect(matchRows([row('5', ['a']), row('6', ['b'])], [now('9', ['a']), now('6', ['b'], true)])).toEqual([
      null,
      null,
    ]));

  it('that tell themselves apart are found in any order', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 8 })
          .chain((names) =>
            fc.tuple(
              fc.constant(names),
              fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length }),
            ),
          ),
        ([names, shuffled]) => {
          const places = matchRows(
            names.map((name, at) => row('0', [name], at)),
            shuffled.map((name) => now('0', [name])),
          );
          expect(places).toEqual(names.map((name) => shuffled.indexOf(name)));
        },
      ),
      { numRuns: cases(1000) },
    );
  });
});
