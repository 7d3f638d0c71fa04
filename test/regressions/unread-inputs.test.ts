/** Inputs that changed nothing, or decided the answer by not being there, under a green light. */
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import type { ModelTables } from '../../src/tables/reading/read-model';
import { planTables } from '../../src/workbook/plan/plan-tables';
import { planWorkbook } from '../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../src/workbook/practice/practice';
import { handed, sampleTables, withCell, type Tables } from '../tables/sample-model';

const sample = sampleTables();
const notes = (tables: Tables) => {
  const { findings } = forecastOf(handed(tables));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return findings.map(({ text }) => text);
};
/** The sample with columns beside its own. */
const beside = (table: keyof Tables, columns: Record<string, readonly unknown[]>): Tables => ({
  ...sample,
  [table]: sample[table].map((row, r) => [
    ...row,
    ...Object.entries(columns).map(([header, values]) => (r === 0 ? header.trim() : (values[r - 1] ?? ''))),
  ]),
});

describe('A column that is not read', () => {
  it.each<[what: string, tables: Tables, notes: string[]]>([
    [
      'DSO is Days to pay',
      beside('payerMix', { DSO: [60, 60, 60] }),
      ['Payer mix, column 12 “DSO” is not read: the days from service to payment are Days to pay on Payer mix.'],
    ],
    [
      'a churn rate is split over the causes',
      beside('panel', { 'Churn rate': [0.06] }),
      [
        'Panel, column 13 “Churn rate” is not read: who leaves is split over Discharge rate, Disengagement rate, Benefit change rate and Adverse event rate on Panel, as monthly shares.',
      ],
    ],
    [
      'months as headers are planned changes',
      beside('panel', { 'Jan-26': [10], 'Feb-26': [11], 'Mar-26': [12] }),
      [
        'Panel has months as headers (Jan-26, Feb-26, Mar-26), which are not read: give the first month’s value in its own column, and each later one as a row of Changes with From month, Driver, set and Value.',
      ],
    ],
    [
      'a denial rate is what is missing of the clean claim rate',
      beside('payerMix', { 'Denial rate': [0.1] }),
      ['Payer mix, column 12 “Denial rate” is not read: Clean claim rate on Payer mix is 1 less the denial rate.'],
    ],
    [
      'FTE are units on duty',
      beside('costs', { FTE: [3] }),
      [
        'Costs, column 11 “FTE” is not read: how many there are is Units on duty on Costs, with Basis per unit and Staffing planned; Amount is for one.',
      ],
    ],
    [
      'leads are referrals',
      beside('panel', { Leads: [40] }),
      [
        'Panel, column 13 “Leads” is not read: patients contacted are Referrals per month on Panel; of them Conversion rate enrolls.',
      ],
    ],
    [
      'a setting is no column',
      beside('payerMix', { Sequestration: [0.02] }),
      ['Payer mix, column 12 “Sequestration” is not read: Sequestration is a setting; give it as a row of Settings.'],
    ],
    [
      'a column of another table',
      beside('panel', { 'Days to pay': [30] }),
      ['Panel, column 13 “Days to pay” is not read: Days to pay is a column of Payer mix; give it there.'],
    ],
    [
      'another name for a column that is there',
      beside('panel', { Referrals: [90] }),
      ['Panel, column 13 “Referrals” is not read: “Referrals per month” is read instead; keep one.'],
    ],
    [
      'a value of which nobody knows what it is',
      beside('changes', { Xyzzy: [9] }),
      [
        'Changes, column 10 “Xyzzy” is not read. If it is an input, give it the header of one; if it is a remark, call it Note.',
      ],
    ],
    [
      'a value in the last row, without a header',
      beside('costs', { ' ': ['', '', '', '', '', '', 7] }),
      [
        'Costs, column 11 holds values but has no header, so it is not read; give it a header, or move it away from the table.',
      ],
    ],
    [
      'a measure beside the settings',
      beside('settings', { 'Value 2028': [1] }),
      [
        'Settings, column 5 “Value 2028” is not read. If it is an input, give it the header of one; if it is a remark, call it Note.',
      ],
    ],
    [
      'a measure among the settings',
      { ...sample, settings: [...sample.settings, ['DSO', 60, '', '']] },
      [
        'Settings, row 5: “DSO” is not a setting and is ignored; the days from service to payment are Days to pay on Payer mix.',
      ],
    ],
    [
      'a measure among the scenarios',
      beside('scenarios', { Churn: [0.3] }),
      [
        'Scenarios, column 10 “Churn” is read as a scenario. If it is none, move it away from the table: who leaves is split over Discharge rate, Disengagement rate, Benefit change rate and Adverse event rate on Panel, as monthly shares.',
      ],
    ],
  ])('is noted: %s', (_what, tables, expected) => expect(notes(tables)).toEqual(expected));

  it.each([
    ['payerMix', ['Days in A/R', 'AR days', 'Payment lag (days)', 'days sales outstanding'], /Days to pay/],
    ['panel', ['Attrition', 'Monthly churn %', 'Cancellation rate', 'Disenrollment'], /Discharge rate, Disengagement/],
    ['payerMix', ['Denials', 'Rejected claims'], /1 less the denial rate/],
    ['costs', ['Headcount', 'Qty', 'Quantity', 'Number of FTEs'], /Units on duty/],
    ['panel', ['Outreach', 'New leads', 'Outreach calls per month', 'Referral volume'], /Referrals per month/],
    ['panel', ['Quit rate', 'Lost to follow-up', 'LTFU', 'Loss of patients', 'Inactive'], /Discharge rate, Disengage/],
    ['payerMix', ['Net days', 'Terms', 'Remittance lag'], /Days to pay/],
    ['payerMix', ['First-pass yield', 'FPR'], /Clean claim rate/],
    ['payerMix', ['Billing code', 'CPT code'], /Codes on Payer mix/],
    ['payerMix', ['Sequestration rate', 'Sequestration %'], /Sequestration is a setting/],
    ['costs', ['Number of nurses', 'No. of staff', 'Employees'], /Units on duty/],
  ] as const)('of %s is known by any word of the field: %j', (table, headers, text) => {
    for (const header of headers) {
      const [note, ...more] = notes(beside(table, { [header]: [0.5] }));
      expect(note, header).toMatch(text);
      expect(more).toEqual([]);
    }
  });

  it.each([
    [['Jan 2026', 'Feb 2026']],
    [['2026-01', '2026-02']],
    [['46023', '46054']],
    [['1/1/2026', '2/1/2026']],
    [['Month 1', 'Month 2']],
    [['M1', 'M2']],
    [['1 ', '2 ']],
    [['202601', '202602']],
    [['Q1 2026', 'Q2 2026']],
    [['janv. 26', 'févr. 26']],
    [['März 2026']],
  ])('is a month, written %j', (headers) => {
    const [note, ...more] = notes(beside('panel', Object.fromEntries(headers.map((header) => [header, [5]]))));
    expect(note).toMatch(/^Panel has months as headers/);
    expect(more).toEqual([]);
  });

  it('says nothing of remarks, of columns without values, and of scenarios by any name', () => {
    const remarks = ['Note', 'Comments', 'Source', 'Owner', 'Unit', 'Why', 'Reason'];
    for (const table of ['panel', 'payerMix', 'costs'] as const)
      expect(notes(beside(table, Object.fromEntries(remarks.map((header) => [header, [5, 'x']]))))).toEqual([]);
    expect(notes(beside('costs', { Vendor: ['Acme'] }))).toEqual([]);
    expect(notes(beside('panel', { 'Churn rate': [0, '', 0] }))).toEqual([]);
    expect(notes(beside('scenarios', { 'Low churn': [0.3], Growth: [0.5], 'FY27 budget': [0.4] }))).toEqual([]);
  });

  it.each(['From month', 'To month', 'Until', 'Effective date'])(
    'is no scenario where it is a time, as nothing that scenarios change begins or ends: %s',
    (header) => {
      expect(notes(beside('scenarios', { [header]: [0.5] }))).toEqual([
        expect.stringMatching(new RegExp(`^Scenarios, column 10 “${header}” is read as a scenario\\. .*Changes`)),
      ]);
      expect(notes(beside('scenarios', { Launch: [0.3], 'Conversion rate': [0.4] }))).toEqual([]);
    },
  );

  it('says what a missing column is called', () => {
    const tables = withCell(sample, 'payerMix', 0, 'Clean claim rate', 'Denial rate');
    expect(forecastOf(handed(tables)).findings.map(({ severity, text }) => [severity, text])).toEqual([
      ['error', expect.stringMatching(/^Payer mix has no column “Clean claim rate”/)],
      [
        'note',
        'Payer mix, column 6 “Denial rate” is not read: Clean claim rate on Payer mix is 1 less the denial rate.',
      ],
    ]);
  });
});

describe('The built workbook', () => {
  const built = planTables(planWorkbook(SAMPLE_PRACTICE));
  const texts = (tables: ModelTables) => forecastOf(tables).findings.map(({ text }) => text);

  it('has no findings', () => expect(texts(built)).toEqual([]));

  it('does not turn $2.65M into $3.62M in silence when Disengagement rate is renamed', () => {
    const [headers, ...rows] = built.panel!;
    const panel = [headers.map((header) => (header === 'Disengagement rate' ? 'Churn rate' : header)), ...rows];
    expect(texts({ ...built, panel })).toEqual([
      'Panel, column 8 “Churn rate” is not read: who leaves is split over Discharge rate, Disengagement rate, Benefit change rate and Adverse event rate on Panel, as monthly shares.',
      'Panel has no Disengagement rate (nobody); what stands in brackets is taken. Add a column if you mean otherwise.',
    ]);
  });
});

describe('What is not given', () => {
  const cell = (table: keyof Tables, row: number, header: string, value: unknown, tables = sample) =>
    withCell(tables, table, row, header, value);

  it('and lets nobody leave a program, is noted', () => {
    const rates = ['Discharge rate', 'Disengagement rate', 'Early drop-off rate'];
    const nobody = rates.reduce((tables, header) => cell('panel', 2, header, '', tables), sample);
    expect(notes(nobody)).toEqual([
      'Panel, row 2 (RPM): nobody leaves in any month, as all rates of leaving are blank or 0; give Disengagement rate or others, or the word zero if you mean none.',
    ]);
    expect(notes(cell('panel', 2, 'Discharge rate', 'zero', nobody))).toEqual([]);
    const later = [...sample.changes, [6, '', 'Discharge rate', 'RPM', '', '', 'set', 0.02, '']];
    expect(notes({ ...nobody, changes: later })).toEqual([]);
    const scenarios = [sample.scenarios[0], ['Discharge rate', 'RPM', '', '', 'set', 0.02, '', 0.01, '']];
    expect(notes({ ...nobody, scenarios })).toEqual([
      expect.stringMatching(/^Panel, row 2 \(RPM\): nobody leaves in any month, scenario Expected,/),
    ]);
  });

  it('and brings cash at once, is noted', () => {
    const atOnce = cell('payerMix', 1, 'Days to pay', '');
    expect(notes({ ...atOnce, scenarios: [] })).toEqual([
      'Payer mix, row 1 (CCM, Medicare): Days to pay is blank or 0 in all months, so cash comes at once; give days, e.g. 30, or the word zero.',
    ]);
    expect(notes({ ...cell('payerMix', 1, 'Days to pay', 'zero'), scenarios: [] })).toEqual([]);
  });

  it('and gives care for nothing, is noted', () => {
    const costs = sample.costs.filter(([item]) => item !== 'Volunteers');
    expect(notes({ ...sample, costs })).toEqual([
      'Panel, row 2 (RPM) has patients but no care-team cost in any month; add its care team to Costs, with Amount zero if it costs nothing.',
    ]);
  });

  it('as a whole column, is told with what is taken instead', () => {
    const panel = sample.panel.map((row) => row.slice(0, -1));
    expect(notes({ ...sample, panel })).toEqual([
      'Panel has no Launch month (from the start); what stands in brackets is taken. Add a column if you mean otherwise.',
    ]);
  });
});
