import { describe, expect, it } from 'vitest';
import { TAYLOR_ASHE, triangle } from '../actuals/fixtures/triangles';
import { call, onPlatform, PLATFORMS, textOf } from './excel';

const column = (answer: unknown[][], header: string, from = 1) => {
  const at = answer[0].indexOf(header);
  return answer.slice(from).map((row) => row[at]);
};

describe('PPPM.COMPLETE', () => {
  const cells = triangle('taylor-ashe');

  it('gives each row its ultimate, what is still to come and its error, and the factors beside', () => {
    const answer = call('COMPLETE', cells);
    expect(column(answer, 'Still to come').map((value) => Math.round(value as number))).toEqual([
      ...TAYLOR_ASHE.toCome,
      TAYLOR_ASHE.total.toCome,
    ]);
    expect(Math.round(column(answer, 'Standard error').at(-1) as number)).toBe(TAYLOR_ASHE.total.error);
    expect(
      column(answer, 'Factor')
        .slice(0, 9)
        .map((value) => Number((value as number).toFixed(4))),
    ).toEqual(TAYLOR_ASHE.factors);
    expect(column(answer, 'Delay').slice(0, 3)).toEqual(['0 to 1', '1 to 2', '2 to 3']);
  });

  it.each(PLATFORMS)('takes blanks for what is not observed, $name', ({ blank }) => {
    const ragged = cells.map((row, i) => row.map((amount, k) => (i + k > 9 ? blank : amount)));
    expect(onPlatform(blank).call('COMPLETE', ragged)).toEqual(call('COMPLETE', cells));
  });

  it('says where amounts stand below no header, where blanks are not 0', () => {
    for (const { blank } of PLATFORMS.filter((platform) => platform.blank !== 0)) {
      const { textOf: said } = onPlatform(blank);
      const headed = [
        ['Month', 0, blank, 1],
        ['a', 100, 5, 50],
        ['b', 110, '', ''],
      ];
      expect(said('COMPLETE', headed)).toBe(
        'triangle has amounts in its column 3, which has no header; take them away, or give the column the delay that it is of.',
      );
    }
  });

  it('reads delays by their headers and keeps the names of the rows', () => {
    const named = [
      ['Service month', 1, 0, '2'],
      [46023, 150, 100, 165],
      [46054, 176, 110, ''],
      [46082, '', 120, ''],
    ];
    const plain = [
      [100, 150, 165],
      [110, 176, 0],
      [120, 0, 0],
    ];
    const [answer, expected] = [call('COMPLETE', named), call('COMPLETE', plain)];
    expect(column(answer, 'Ultimate')).toEqual(column(expected, 'Ultimate'));
    expect(column(answer, 'Service month')).toEqual([46023, 46054, 46082, 'Total']);
  });

  it('refuses headers that are no delays, months out of order, and columns it would not read', () => {
    expect(
      textOf('COMPLETE', [
        ['Month', 'Jan', 'Feb'],
        ['2026-01', 1, 2],
      ]),
    ).toMatch(/no delays/);
    expect(
      textOf('COMPLETE', [
        ['Month', 0, 2],
        ['2026-01', 1, 2],
      ]),
    ).toMatch(/no column of delay 1/);
    expect(
      textOf('COMPLETE', [
        ['Month', 0, 1, 'Claims'],
        ['2026-01', 1, 2, 9],
      ]),
    ).toMatch(/“Claims”.*no delay/);
    expect(
      textOf('COMPLETE', [
        ['Month', 0, 1],
        ['2026-01', 1, 2],
        ['2026-03', 1, ''],
      ]),
    ).toMatch(/2026-03 follows 2026-01/);
  });

  it('says in each row what was left out, and what is not known', () => {
    const answer = call('COMPLETE', [
      [100, 150, 165, 170],
      [110, 0, 180, 0],
      [0, 0, 0, 0],
    ]);
    expect(column(answer, 'Note')[1]).toMatch(/delay 1.*left out/);
    expect(column(answer, 'Note')[2]).toMatch(/Nothing yet/);
    expect(column(answer, 'Note on the factor')[0]).toMatch(/One row only/);
  });

  it('completes by an exposure, with or without a header above it', () => {
    const young = [
      [80, 100],
      [10, 0],
    ];
    const answer = call('COMPLETE', young, [['Submitted'], [100], [100]]);
    expect(column(answer, 'Ultimate')[1]).toBeCloseTo(10 + 0.2 * 100 * (110 / 180), 12);
    expect(answer).toEqual(call('COMPLETE', young, [[100, 100]]));
    expect(column(answer, 'Note')[1]).toMatch(/Completed by its exposure/);
    expect(textOf('COMPLETE', young, [[100], [100], [100]])).toMatch(/exposure has 3 cells and triangle 2 rows/);
  });
});
