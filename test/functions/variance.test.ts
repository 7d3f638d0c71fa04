import { describe, expect, it } from 'vitest';
import { inOrder, sampleTables } from '../tables/sample-model';
import { call, onPlatform, PLATFORMS, textOf } from './excel';

const HEADERS = ['Month', 'Program', 'Payer', 'Active', 'Billable', 'Claims paid', 'Allowed', 'Cost'];
const step = (answer: unknown[][], name: string) => answer.find(([first]) => first === name)!.slice(2) as number[];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const BARS = ['Panel', 'Payer mix', 'Realization', 'Claim success', 'Allowed rate', 'Revenue without claims'];

describe.each(PLATFORMS)('PPPM.VARIANCE, $name', ({ blank }) => {
  const excel = onPlatform(blank);

  it('bridges the forecast that MONTHLY gives to actual months, by program and in total', () => {
    const forecast = excel.call('MONTHLY', ...inOrder(sampleTables()));
    const [headers, ...rows] = forecast;
    const allowed = headers.indexOf('Allowed');
    const [program, payer] = [headers.indexOf('Program'), headers.indexOf('Payer')];
    const isChanged = (row: unknown[]) => row[program] === 'CCM' && row[payer] === 'Medicaid';
    const actual = rows.map((row) =>
      row.map((cell, c) => (c === allowed && isChanged(row) ? Number(cell) * 0.9 : cell)),
    );
    const answer = call('VARIANCE', forecast, [headers, ...actual]);
    expect(answer[0]).toEqual(['Step', 'Unit', 'Total', 'CCM', 'RPM']);
    const lost = -0.1 * sum(rows.filter(isChanged).map((row) => Number(row[allowed])));
    expect(step(answer, 'Allowed rate')[1] / lost).toBeCloseTo(1, 9);
    for (const column of [0, 1, 2]) {
      const difference = step(answer, 'Actual revenue')[column] - step(answer, 'Forecast revenue')[column];
      expect(sum(BARS.map((name) => step(answer, name)[column]))).toBeCloseTo(difference, 6);
    }
  });

  it('lays Cost PMPM allocated and actual beside each other, and leaves it blank without patients', () => {
    const answer = excel.call(
      'VARIANCE',
      [HEADERS, ['2026-01-31', 'CCM', 'Medicare', 100, 80, 76, 5000, 4000]],
      [HEADERS, ['2026-01-01', 'ccm', blank, 110, 88, 80, 5400, 4950]],
    );
    expect(step(answer, 'Cost PMPM allocated')).toEqual([40, 40]);
    expect(step(answer, 'Cost PMPM actual')).toEqual([45, 45]);
    expect(answer.at(-1)![1]).toMatch(/CCM is compared as a whole/);
  });

  it('reads columns by header, and says which months it leaves out', () => {
    const forecast = [HEADERS, ...[1, 2].map((month) => [month, 'CCM', 'Medicare', 100, 80, 76, 5000, 4000])];
    const actual = [[...HEADERS].reverse(), [4000, 5000, 76, 80, 100, 'Medicare', 'CCM', 1]];
    const answer = excel.call('VARIANCE', forecast, actual);
    expect(step(answer, 'Actual revenue')).toEqual([5000, 5000]);
    expect(answer.at(-1)!.slice(0, 2)).toEqual([
      'Note',
      'Only forecast has month 2: left out, until actual has them too.',
    ]);
  });

  it('refuses tables that tell nothing of each other, and figures given twice', () => {
    const month = (of: unknown, payer: unknown = 'Medicare') => [of, 'CCM', payer, 100, 80, 76, 5000, 4000];
    expect(excel.textOf('VARIANCE', [HEADERS, month(1)], [HEADERS, month('2026-01')])).toMatch(
      /forecast has month 1 and actual 2026-01: no month in common/,
    );
    expect(excel.textOf('VARIANCE', [HEADERS, month(1)], [HEADERS, month(1), month(1, blank)])).toMatch(
      /actual gives active of CCM in month 1 both/,
    );
    expect(
      excel.textOf(
        'VARIANCE',
        [HEADERS, month(1)],
        [
          ['Month', 'Active'],
          [1, 5],
        ],
      ),
    ).toMatch(/^actual.*Program/);
    expect(excel.textOf('VARIANCE', [HEADERS, month(1)], [HEADERS, month('soon')])).toMatch(/^actual, row 1.*Month/);
    expect(textOf('VARIANCE', null, [HEADERS, month(1)])).toMatch(/forecast has no rows/);
  });
});
