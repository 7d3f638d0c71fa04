/** An aging report beside a monthly summary: days to pay. */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/actuals/measure/measure';
import { priorsOfTables } from '../../../src/actuals/measure/priors-of-tables';
import { readText } from '../../../src/actuals/reading/csv';
import type { Rows } from '../../../src/actuals/rows';

const rowsOf = (text: string): Rows => {
  const { rows, refused } = readText(text);
  if (!rows) throw new Error(String(refused));
  return rows;
};

const aging = rowsOf(
  'Payer,0-30,31-60,61-90,91-120,over 120\nMedicare,"9,000",500,300,150,50\nmedicaid,0,0,0,0,0\nAetna,100,0,0,0,0\n',
);
const summary = rowsOf(
  [
    'Month,Program,Payer,Active,Allowed',
    '2026-01,CCM,Medicare,100,99000',
    '2026-02,CCM,Medicare,100,6000',
    '2026-03,CCM,Medicare,100,7000',
    '2026-04,CCM,Medicare,100,8000',
    '2026-02,RPM,Medicare,100,1000',
    '2026-03,RPM,Medicare,100,1000',
    '2026-04,RPM,Medicare,100,1000',
    '2026-04,CCM,Medicaid,50,4000',
  ].join('\n'),
);

const priors = priorsOfTables(
  [
    ['Program', 'Payer', 'Collected share', 'Days to pay'],
    ['CCM', 'Medicare', 0.8, 20],
    ['CCM', 'Medicaid', 0.8, 20],
    ['RPM', 'Medicare', 1, 20],
  ],
  'average',
);

const daysOf = (rows: readonly Rows[]) => {
  const { drivers, findings } = measure(rows, priors)!;
  const days = drivers.filter(({ driver }) => driver === 'daysToPay');
  return { days: days.map(({ program, payer, measured }) => [program, payer, measured]), findings, drivers: days };
};

describe('An aging report', () => {
  it('gives, with a monthly summary, the days whose revenue is owed, over all programs of the payer', () => {
    const { days, drivers, findings } = daysOf([summary, aging]);
    // 10,000 owed; 24,000 allowed in three months, 8,000 in each, of which CCM collects 80%.
    expect(days).toEqual([
      ['CCM', 'Medicare', 46.875],
      ['CCM', 'Medicaid', 0],
      ['RPM', 'Medicare', 37.5],
    ]);
    expect(drivers.map(({ exposure }) => exposure)).toEqual([3, 1, 3]);
    expect(drivers[0]).toMatchObject({ low: null, high: null, weight: 3 / 23 });
    expect(drivers[0].blended).toBeCloseTo((3 * 46.875 + 20 * 20) / 23, 12);
    expect(findings.map(({ text }) => text).join()).not.toMatch(/aging/);
  });

  it('changes nothing without what was allowed, and beside claims, and that is said', () => {
    const roster = rowsOf(
      'Patient ID,Program,Payer,Enrolled,Disenrolled\nA,CCM,Medicare,2026-01-05,\nB,CCM,Medicare,2026-04-30,\n',
    );
    expect(
      daysOf([roster, aging])
        .findings.map(({ text }) => text)
        .join(),
    ).toMatch(/aging report changes nothing yet/);
    const claims = rowsOf(
      'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status,Decision date\nC1,A,2026-01,CCM,Medicare,66,60,Paid,2026-02-28\n',
    );
    const { days, findings } = daysOf([claims, aging]);
    expect(days).toEqual([['CCM', 'Medicare', 30]]);
    expect(findings.map(({ text }) => text).join()).toMatch(/measured from the claims/);
  });
});
