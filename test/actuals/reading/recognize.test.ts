import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, KINDS } from '../../../src/actuals/reading/kinds';
import { readCells } from '../../../src/actuals/reading/read-cells';
import { mappingKey, recognize } from '../../../src/actuals/reading/recognize';
import { cases } from '../../random-cases';

describe('Headers', () => {
  it.each(KINDS)('of the kind %s each name one column', (kind) => {
    const names = COLUMNS[kind].flatMap(({ header, synonyms }) => [header, ...synonyms].map(mappingKey));
    const twice = names.filter((name, i) => names.indexOf(name) !== i);
    // “0-30” and “0 – 30” are one name.
    const columnsOf = (name: string) =>
      COLUMNS[kind].filter(({ header, synonyms }) => [header, ...synonyms].some((known) => mappingKey(known) === name));
    expect(twice.filter((name) => columnsOf(name).length > 1)).toEqual([]);
    expect(names).not.toContain('');
  });

  it('tell the kind, in any order, in any of their names, however they are cased and spaced', () => {
    const named = fc
      .constantFrom(...KINDS)
      .chain((kind) =>
        fc
          .tuple(
            ...COLUMNS[kind].map(({ header, synonyms }) =>
              fc
                .tuple(
                  fc.constantFrom(header, ...synonyms),
                  fc.constantFrom('as it is', 'upper', 'underscores', 'wide'),
                )
                .map(([name, way]) =>
                  way === 'upper'
                    ? name.toUpperCase()
                    : way === 'underscores'
                      ? name.replaceAll(' ', '_')
                      : way === 'wide'
                        ? ` ${name.replaceAll(' ', '  ')} `
                        : name,
                ),
            ),
          )
          .chain((headers) =>
            fc
              .shuffledSubarray(headers, { minLength: headers.length })
              .map((shuffled) => ({ kind, headers, shuffled })),
          ),
      );
    fc.assert(
      fc.property(named, ({ kind, headers, shuffled }) => {
        const found = recognize([shuffled]);
        expect(found?.kind).toBe(kind);
        expect(found?.missing).toEqual([]);
        COLUMNS[kind].forEach(({ key }, i) => {
          expect(shuffled[found!.positions.get(key)!]).toBe(headers[i]);
        });
      }),
      { numRuns: cases(300) },
    );
  });

  it('that are not known are named, and read once they are said', () => {
    const cells = [
      ['Month', 'Program', 'Heads', 'Weather'],
      ['2026-07', 'CCM', 100, 'sunny'],
    ];
    const before = readCells(
      [...cells.map((row) => [...row.slice(0, 2), 5, ...row.slice(2)])].map((row, i) =>
        i ? row : ['Month', 'Program', 'Active', 'Heads', 'Weather'],
      ),
    );
    expect(before.notes).toEqual(['Not read: Heads, Weather. If one of them is needed, say what it is.']);
    const after = readCells(cells, { mapping: { heads: 'Closing', Weather: '' } });
    expect(after.columns).toEqual([
      { header: 'Month', column: 'Month' },
      { header: 'Program', column: 'Program' },
      { header: 'Heads', column: 'Closing' },
      { header: 'Weather', column: null },
    ]);
    expect(after.rows?.kind === 'summary' && Array.from(after.rows.figures.closing)).toEqual([100]);
  });

  it('that stand twice are refused, and a better name goes before another', () => {
    expect(readCells([['Month', 'Program', 'Active', 'Active']]).refused).toMatch(/^The header “Active” stands twice/);
    const found = recognize([['Patient ID', 'MRN', 'Program', 'Start date', 'Enrolled', 'Disenrolled', 'Payer']]);
    expect([found!.positions.get('patient'), found!.positions.get('enrolled')]).toEqual([0, 4]);
  });

  it('are asked for where there are none, without quoting anybody', () => {
    const { refused } = readCells([['P1', 'Jane Roe', '2026-07-01']]);
    expect(refused).toMatch(/^No row of these holds the headers/);
    expect(refused).not.toMatch(/Roe|P1/);
    expect(readCells([]).refused).toMatch(/^There are no rows to read/);
  });
});

describe('Cells of a sheet', () => {
  it('are read as Excel hands them over: dates as numbers, blanks as 0, empty text or nothing', () => {
    for (const blank of [0, '', null]) {
      const { rows, account } = readCells([
        ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'],
        [1001, 'CCM', 'Medicare', 46207, blank],
        [1002, 'CCM', 'Medicare', 46208, 46300],
        [blank, blank, blank, blank, blank],
      ]);
      expect(account).toMatchObject({ rowsIn: 2, rowsUsed: 2, blankLines: 0 });
      if (rows?.kind !== 'roster') throw new Error('no roster');
      expect(rows.patients.names).toEqual(['1001', '1002']);
      expect(Array.from(rows.enrolled)).toEqual([20_638, 20_639]);
    }
  });
});
