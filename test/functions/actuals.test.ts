/** ACTUALS and TRIANGLE: pasted rows as months. */
import { describe, expect, it } from 'vitest';
import { monthEndSerial } from '../../src/tables/calendar';
import { BLANK, onPlatform, PLATFORMS } from './excel';

const end = (year: number, month: number): number => monthEndSerial(year * 12 + month - 1);

describe.each(PLATFORMS)('Actuals from pasted rows, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const roster = [
    ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled'],
    [1001, 'CCM', 'Medicare', end(2026, 3) + 10, BLANK],
    [1002, 'CCM', 'Medicare', end(2026, 3) + 20, end(2026, 4) + 5],
    ['Total', BLANK, BLANK, BLANK, BLANK],
    [BLANK, BLANK, BLANK, BLANK, BLANK],
    [1003, 'CCM', 'Medicare', '31 April 2026', BLANK],
  ];
  const claims = [
    ['Claim ID', 'Patient ID', 'Service month', 'Program', 'Payer', 'Allowed', 'Paid', 'Status', 'Decision date'],
    ['C1', 1001, end(2026, 4), 'CCM', 'Medicare', 66, 52.8, 'Paid', end(2026, 4)],
    ['C2', 1002, end(2026, 4), 'CCM', 'Medicare', 66, BLANK, 'Denied', end(2026, 5)],
    ['C3', 1001, end(2026, 5), 'CCM', 'Medicare', 66, 50, 'Paid', end(2026, 5)],
  ];

  it('are months by program and payer, with what is not told left blank', () => {
    const [header, ...rows] = excel.call('ACTUALS', claims);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(column('Month')).toEqual([end(2026, 4), end(2026, 5)]);
    expect(column('Billable')).toEqual([2, 1]);
    expect(column('Claims paid')).toEqual([1, 1]);
    expect(column('Allowed')).toEqual([66, 66]);
    expect(column('Cash')).toEqual([52.8, 50]);
    expect(column('Opening')).toEqual(['', '']);
    expect(column('Note')).toEqual(['', '']);
  });

  it('join tables that are stacked, and say how many rows were set aside', () => {
    const wide = roster.map((row) => [...row, BLANK, BLANK, BLANK, BLANK]);
    const [header, ...rows] = excel.call('ACTUALS', [...wide, ...claims]);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(column('Closing')).toEqual([2, 1]);
    expect(column('Active')).toEqual([1, 1.5]);
    expect(column('Cash')).toEqual([52.8, 50]);
    expect(column('Note')[0]).toMatch(/^2 of 7 rows were set aside; PPPM\.ACTUALS with TRUE/);
    const report = excel.call('ACTUALS', [...wide, ...claims], BLANK, BLANK, true);
    expect(report.map(([row, reason]) => [row, reason])).toEqual([
      ['Row', 'Reason'],
      [4, 'total of other rows'],
      [6, 'impossible date'],
    ]);
  });

  it('are told up to a day, in a billing basis', () => {
    const [header, ...rows] = excel.call('ACTUALS', roster, '2026-05-30', 'closing');
    expect(rows.map((row) => [row[0], row[header.indexOf('Active')]])).toEqual([[end(2026, 4), 2]]);
  });

  it('are refused with what to do', () => {
    expect(
      excel.textOf('ACTUALS', [
        ['Payer', 'Current', '31-60', '61-90', '91-120', 'Over 120'],
        ['Medicare', 5, 4, 3, 2, 1],
      ]),
    ).toMatch(/^An aging report tells what payers owe, and no month/);
    expect(
      excel.textOf('ACTUALS', [
        ['a', 'b'],
        [1, 2],
      ]),
    ).toMatch(/^No row of these holds the headers/);
    expect(excel.textOf('ACTUALS', roster, 'soon')).toMatch(/^asOf/);
    expect(excel.textOf('TRIANGLE', roster)).toMatch(/^These rows are read as a roster; a triangle is made of claims/);
    expect(
      excel.textOf(
        'TRIANGLE',
        claims.map((row) => row.slice(0, 8)),
      ),
    ).toMatch(/^No claim has a decision date/);
  });

  it('make triangles of running totals, empty beyond the as-of month', () => {
    const [april, may] = [end(2026, 4), end(2026, 5)];
    expect(excel.call('TRIANGLE', claims)).toEqual([
      ['Service month', 0, 1],
      [april, 52.8, 52.8],
      [may, 50, ''],
    ]);
    expect(excel.call('TRIANGLE', claims, 'Allowed')).toEqual([
      ['Service month', 0, 1],
      [april, 66, 132],
      [may, 66, ''],
    ]);
    expect(excel.call('TRIANGLE', claims, 'Claims')).toEqual([
      ['Service month', 0, 1],
      [april, 1, 2],
      [may, 1, ''],
    ]);
    expect(excel.call('TRIANGLE', claims, 'Claims', '2026-04-30')).toEqual([
      ['Service month', 0],
      [april, 1],
    ]);
  });
});
