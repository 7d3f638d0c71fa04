/** PPPM.ROI on a table as people type it. */
import { describe, expect, it } from 'vitest';
import { BLANK, call, onPlatform, PLATFORMS, textOf } from './excel';

const HEADERS = [
  'Domain',
  'Measure',
  'Program',
  'Stakeholder',
  'Patients',
  'Baseline',
  'Expected',
  'Evidence low',
  'Evidence high',
  'Unit value',
  'Attributable share',
  'Design',
  'Source',
];
const _ = BLANK;
const TABLE = [
  HEADERS,
  [
    'avoidable utilization',
    'Hospital stays',
    'RPM',
    _,
    200,
    0.5,
    0.44,
    0.47,
    0.4,
    11700,
    0.5,
    'randomized',
    'wjgnet.com, 38 trials',
  ],
  ['avoidable utilization', 'Medicare cost', 'CCM', _, 500, 12000, 11112, _, _, 1, 1, 'comparison', 'Mathematica 2017'],
  ['avoidable utilization', 'Medicare cost', 'CCM', _, 500, 12000, 12000, _, _, 1, 1, 'randomized', 'PMC5134141'],
  ['engagement', 'Measures completed', _, 'patient', 700, 0.48, 0.8, 0.75, 0.85, _, 1, 'comparison', 'PMC12634202'],
  ['revenue performance', 'Clean claims', _, 'practice', 700, 0.8, 0.85, _, _, 1000, 1, _, 'own claims'],
];
const excel = onPlatform('');
const find = (answer: unknown[][], section: string, name: string) =>
  answer.find(([kind, called]) => kind === section && called === name)!;
const figures = (answer: unknown[][], section: string, name: string) =>
  find(answer, section, name).slice(2, 5) as number[];

describe('PPPM.ROI', () => {
  const answer = excel.call('ROI', TABLE, 40_000, 10_000);

  it('values each domain and stakeholder at three ends of the evidence', () => {
    const stays = [0.03, 0.06, 0.1].map((fewer) => fewer * 200 * 11700 * 0.5);
    figures(answer, 'Measure', 'Hospital stays, RPM').forEach((value, i) => expect(value).toBeCloseTo(stays[i], 6));
    figures(answer, 'Domain', 'avoidable utilization').forEach((value, i) =>
      expect(value).toBeCloseTo(stays[i] + [0, 0, 444_000][i], 6),
    );
    expect(figures(answer, 'Domain', 'engagement')).toEqual([0, 0, 0]);
    figures(answer, 'Stakeholder', 'practice').forEach((value, i) =>
      expect(value).toBeCloseTo([0, 35_000, 35_000][i], 6),
    );
  });

  it('counts the low end unless it is told otherwise, and says so', () => {
    expect(answer[0]).toEqual(['Section', 'Name', 'Low, counted', 'Expected', 'High', 'Unit', 'Remark']);
    expect(find(answer, 'Composite', 'Value')[6]).toBe('the low end of the evidence counts');
    expect(excel.call('ROI', TABLE, _, _, 'Expected')[0].slice(2, 5)).toEqual(['Low', 'Expected, counted', 'High']);
  });

  it('shows randomized evidence that found nothing beside evidence that found savings', () => {
    const evidence = answer.filter(([section, name]) => section === 'Evidence' && name === 'Medicare cost, CCM');
    expect(evidence.map((row) => row[6])).toEqual([
      'comparison: Mathematica 2017',
      'randomized, found no effect: PMC5134141',
    ]);
    expect(figures(answer, 'Measure', 'Medicare cost, CCM')).toEqual([0, 0, 444_000]);
  });

  it('shows a measure without a unit value as a trend', () => {
    const trend = find(answer, 'Trend', 'Measures completed');
    expect(trend[5]).toBe('a patient and year');
    expect(trend[6]).toMatch(/^no unit value: a trend, not dollars/);
    expect(trend[3] as number).toBeCloseTo(0.32, 12);
  });

  it('returns value on cost, of all and of the practice alone, and when the start is paid back', () => {
    const [low, expected] = figures(answer, 'Composite', 'Value');
    expect(figures(answer, 'Composite', 'Return')[0]).toBeCloseTo((low - 40_000) / 40_000, 12);
    expect(figures(answer, 'Practice', 'Return of the practice')[1]).toBeCloseTo(-0.125, 12);
    expect(figures(answer, 'Composite', 'Payback')).toEqual([
      'never',
      expect.closeTo(10_000 / ((expected - 40_000) / 12), 9),
      expect.any(Number),
    ]);
    expect(excel.call('ROI', TABLE).some(([, name]) => name === 'Return')).toBe(false);
  });

  it('turns the order of its results around where low and high evidence are swapped', () => {
    const [low, high] = ['Evidence low', 'Evidence high'].map((header) => HEADERS.indexOf(header));
    const one = TABLE.slice(0, 2);
    const swapped = one.map((row, i) =>
      row.map((cell, c) => (i === 0 ? cell : c === low ? row[high] : c === high ? row[low] : cell)),
    );
    const value = (table: unknown[][]) => figures(excel.call('ROI', table), 'Composite', 'Value');
    const [asIs, turned] = [value(one), value(swapped)];
    expect(asIs[0]).toBeLessThan(asIs[2]);
    expect(turned).toEqual([...asIs].reverse());
  });

  it('says which columns it lacks, and what is taken for them', () => {
    const without = TABLE.map((row) => row.filter((_, c) => !['Evidence low', 'Design'].includes(HEADERS[c])));
    const notes = (table: unknown[][]) =>
      excel
        .call('ROI', table)
        .filter(([section]) => section === 'Note')
        .map(([, text]) => text);
    expect(notes(without)).toEqual([
      'Outcomes has no Better (as usual in its domain), Evidence low (the baseline, no effect), Design (before and after, the weakest); what stands in brackets is taken. Add a column if you mean otherwise.',
    ]);
    expect(notes(TABLE.map((row, i) => [...row, i ? '' : 'Better']))).toEqual([]);
  });

  it('says which cell is missing or cannot be read', () => {
    const with_ = (header: string, value: unknown) =>
      TABLE.map((row, i) => row.map((cell, c) => (i === 1 && HEADERS[c] === header ? value : cell)));
    expect(excel.textOf('ROI', with_('Attributable share', _))).toMatch(/Attributable share is blank or 0/);
    expect(figures(excel.call('ROI', with_('Attributable share', 'zero')), 'Measure', 'Hospital stays, RPM')).toEqual([
      0, 0, 0,
    ]);
    expect(excel.textOf('ROI', with_('Source', _))).toMatch(/row 1 .*Source is blank/);
    expect(excel.textOf('ROI', with_('Domain', 'costs'))).toMatch(/give one of clinical outcomes/);
    expect(textOf('ROI', null)).toMatch(/^Outcomes is not given/);
    expect(textOf('ROI', [HEADERS])).toMatch(/header but no rows/);
  });
});

describe.each(PLATFORMS)('Blank cells of Outcomes, $name', ({ blank }) => {
  it('are not given', () => {
    expect(onPlatform(blank).call('ROI', TABLE, 40_000)).toEqual(excel.call('ROI', TABLE, 40_000));
    expect(call('ROI', onPlatform(blank).range(TABLE))).toEqual(excel.call('ROI', TABLE));
  });
});
