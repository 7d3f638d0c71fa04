/** What an explanation reads like: its rows, in their order. */
import { describe, expect, it } from 'vitest';
import { call, onPlatform } from '../../functions/excel';
import { inOrder, sampleTables } from '../../tables/sample-model';

/** One program with minutes, a nurse on duty as planned, and coaches hired as needed who serve all programs. */
const team = [
  [
    ['Program', 'Opening patients', 'Referrals per month', 'Conversion rate', 'Service minutes'],
    ['CCM', 100, 40, 0.5, 30],
    ['RPM', 50, 10, 0.5, null],
  ],
  [
    [
      'Program',
      'Payer',
      'Share of panel',
      'Allowed PPPM',
      'Realization rate',
      'Clean claim rate',
      'Threshold minutes',
      'Spread of minutes',
      'Consent rate',
      'Documentation rate',
    ],
    ['CCM', 'Medicare', 1, 60, null, 1, 20, 0.5, 0.95, 0.9],
    ['RPM', 'Medicare', 1, 90, 0.7, 1, null, null, null, null],
  ],
  [
    [
      'Item',
      'Category',
      'Program',
      'Basis',
      'Amount',
      'Patients per unit',
      'Staffing',
      'Units on duty',
      'Minutes per unit',
      'Productive share',
    ],
    ['Nurse', 'care team', 'CCM', 'per unit', 6_500, 150, 'planned', 1, 6_000, 0.5],
    ['Coach', 'care team', null, 'per unit', 4_000, 100, 'as needed', 2, null, null],
  ],
  [
    ['Setting', 'Value'],
    ['Months', 6],
    ['Hire lead time', 1],
    ['Training time', 2],
  ],
];

const explain = (line: string, month: number, program: string | null = null): unknown[][] =>
  call('EXPLAIN', line, month, ...team, null, null, null, null, program);

describe('an explanation', () => {
  // 3,000 minutes for 110 patients, spread as a gamma distribution of shape 4: e^−x (1 + x + x²÷2 + x³÷6) at x = 4 × 20 ÷ 27.27.
  it('of realization from minutes names threshold, spread, consent, documentation and mean minutes', () => {
    expect(explain('Realization rate', 1, 'CCM').map(([name, value, unit]) => [name, value, unit])).toEqual([
      ['Realization rate', expect.closeTo(0.56615, 5), '%'],
      ['Billable patients', expect.closeTo(62.28, 2), 'patients'],
      ['Active patients', 110, 'patients'],
      ['Active patients: CCM, Medicare', 110, 'patients'],
      ['Realization rate: CCM, Medicare', expect.closeTo(0.56615, 5), '%'],
      ['Consent rate: CCM, Medicare', 0.95, '%'],
      ['Documentation rate: CCM, Medicare', 0.9, '%'],
      ['Share who reach the threshold: CCM, Medicare', expect.closeTo(0.66216, 5), '%'],
      ['Threshold minutes: CCM, Medicare', 20, 'minutes'],
      ['Spread of minutes: CCM, Medicare', 0.5, '×'],
      ['Minutes distribution', 'gamma', 'choice'],
      ['Mean minutes', expect.closeTo(27.2727, 4), 'minutes/patient/month'],
      ['Service minutes: CCM', 30, 'minutes/patient/month'],
      ['Minutes available', 3_000, 'minutes'],
    ]);
  });

  it('of the care team’s cost names who is on duty, who was hired, and why', () => {
    const rows = explain('Care team cost', 4);
    expect(rows.map(([name, value]) => [name, value])).toEqual([
      ['Care team cost', 18_500],
      ['Care team cost: CCM', expect.any(Number)],
      ['Care team cost: RPM', expect.any(Number)],
      ['Care team cost: Coach', 12_000],
      ['Amount: Coach', 4_000],
      ['Units: Coach', 3],
      ['Units on duty: Coach', 2],
      ['Minimum units: Coach', 0],
      ['Hired for month 4: Coach', 1],
      ['Active patients, month 2', 187.5],
      ['Units, month 2: Coach', 2],
      ['Ordered before, month 2: Coach', 0],
      ['Patients per unit, month 2: Coach', 100],
      ['Hire at utilization', 0.9],
      ['Hire lead time', 1],
      ['Care team cost: CCM, Nurse', 6_500],
      ['Amount: CCM, Nurse', 6_500],
      ['Units: CCM, Nurse', 1],
      ['Units on duty: CCM, Nurse', 1],
      ['Minimum units: CCM, Nurse', 0],
    ]);
  });

  it('of new patients names what limits them first', () => {
    const rows = explain('New patients', 4, 'CCM');
    expect(rows.slice(0, 8).map(([name, value]) => [name, value])).toEqual([
      ['New patients', 10],
      ['Demand', expect.any(Number)],
      ['Eligible patients left', 'no limit'],
      ['Enrollment limit: CCM', 'no limit'],
      ['Free places', 10],
      ['Free places: All programs', expect.any(Number)],
      ['Would enroll', 10],
      ['Would enroll: RPM', expect.any(Number)],
    ]);
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Places: CCM, Nurse',
        'Effective units: Coach',
        'Joined in month 4: Coach',
        'Training time',
      ]),
    );
  });

  it('tells a program’s part of what all programs share', () => {
    const rows = explain('Care team cost', 1, 'RPM');
    expect(rows.map(([name]) => name)).toEqual([
      'Care team cost',
      'Care team cost: Coach',
      'Amount: Coach',
      'Units: Coach',
      'Units on duty: Coach',
      'Minimum units: Coach',
      'Share of items of all programs',
      'Active patients',
      'Active patients: All programs',
    ]);
  });

  it('of cash names the months it was earned in first, then payer by payer', () => {
    const tables = inOrder(sampleTables()).map((range) => onPlatform(null).range(range));
    const rows = call('EXPLAIN', 'Cash collected', 6, ...tables, null, 'CCM');
    expect(rows.slice(1, 5).map(([name, , , where]) => [name, where])).toEqual([
      ['Cash of month 4', 'Allowed revenue of month 4 that is collected in month 6'],
      ['Cash of month 5', 'Allowed revenue of month 5 that is collected in month 6'],
      ['Cash of month 6', 'Allowed revenue of month 6 that is collected in month 6'],
      [
        'Cash of month 4: CCM, Medicaid',
        'Allowed revenue × Collected share × 50%, the part paid after 2 months: Days to pay ÷ 30 is 1.5 months',
      ],
    ]);
  });

  it('says that programs add up, and what each brings', () => {
    const rows = explain('Allowed revenue', 1);
    expect(rows[0][3]).toMatch(/; the programs add up$/);
    expect(rows.slice(1, 7).map(([name]) => name)).toEqual([
      'Active patients',
      'Realization rate',
      'Claim success rate',
      'Allowed PPPM',
      'Allowed revenue: CCM',
      'Allowed revenue: RPM',
    ]);
    expect(explain('Realization rate', 1)[0][3]).not.toMatch(/add up/);
  });

  it('tells items of one name apart by their rows', () => {
    const [panel, mix, [header, nurse], settings] = team;
    const rows = call('EXPLAIN', 'Care team cost', 1, panel, mix, [header, nurse, nurse], settings);
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Care team cost: CCM, Nurse (row 1)', 'Care team cost: CCM, Nurse (row 2)']),
    );
  });

  it('says where an input is held at its bound', () => {
    const [panel, mix, costs, settings] = team;
    const changes = [
      ['From month', 'Driver', 'Program', 'Change', 'Value'],
      [2, 'Conversion rate', 'CCM', 'add', 0.8],
    ];
    const conversion = (month: number) =>
      call('EXPLAIN', 'New patients', month, panel, mix, costs, settings, null, changes, null, null, 'CCM').find(
        ([name]) => name === 'Conversion rate: CCM',
      );
    expect(conversion(1)).toEqual(['Conversion rate: CCM', 0.5, '%', 'Panel, row 1, Conversion rate']);
    expect(conversion(2)).toEqual([
      'Conversion rate: CCM',
      1,
      '%',
      'Panel, row 1, Conversion rate; Changes row 1: add 0.8; held at its bound',
    ]);
  });

  it('of a program that is yet to start says when it does', () => {
    const [[header, ccm, rpm], ...others] = team;
    const panel = [
      [...header, 'Launch month'],
      [...ccm, null],
      [...rpm, 5],
    ];
    expect(call('EXPLAIN', 'New patients', 2, panel, ...others, null, null, null, null, 'RPM')).toEqual([
      ['New patients', 0, 'patients', expect.any(String)],
      ['Launch month: RPM', 5, 'month number', 'Panel, row 2, Launch month'],
    ]);
  });
});
