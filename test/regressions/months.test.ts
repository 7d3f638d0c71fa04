/** Months that were read as others, or not read, without a word. */
import { describe, expect, it } from 'vitest';
import { onPlatform } from '../functions/excel';
import { inOrder, sampleTables, withCell, type Tables } from '../tables/sample-model';

const { call, textOf } = onPlatform('');

const findings = (tables: Tables): unknown[][] => call('CHECKMODEL', ...inOrder(tables));
const withStart = (cell: unknown): Tables => withCell(sampleTables(), 'settings', 1, 'Value', cell);
const withLaunch = (cell: unknown): Tables => withCell(sampleTables(), 'panel', 2, 'Launch month', cell);
const NONE = [['No findings']];

/** Payers priced by codes, whose amounts follow the calendar. */
const byCodes = (start: unknown): Tables => {
  const tables = withStart(start);
  tables.settings.push(['Assumed yearly update', 0.03, '', '']);
  tables.payerMix.forEach((row, r) => row.push(r === 0 ? 'Codes' : r === 1 ? '99490' : ''));
  return withCell(tables, 'payerMix', 1, 'Allowed PPPM', '');
};

describe('202601 for January 2026', () => {
  it.each([
    [202601, '202601'],
    ['202601', '“202601”'],
  ])('is refused as a start month, with what to type and no second finding: %j', (cell, shown) => {
    const text = `Settings, row 1 (Start month): ${shown} looks like January 2026; type 2026-01-01.`;
    expect(findings(byCodes(cell))).toEqual([['Settings', 1, 'Value', text]]);
    expect(textOf('FORECAST', ...inOrder(byCodes(cell)))).toBe(text);
  });

  it('was September 2454, and $20,640,998 a patient', () => {
    expect(findings(byCodes(202601))[0][3]).toBe(
      'Settings, row 1 (Start month): 202601 looks like January 2026; type 2026-01-01.',
    );
  });

  it.each([
    ['190001 is before forecasts, so no month', 190001, 'is 190,001; type a date'],
    ['210012', 210012, ': 210012 looks like December 2100; type 2100-12-01.'],
    ['a thirteenth month', 202613, 'is 202,613; type a date'],
    ['a day', 20270415, ': 20270415 looks like 15 April 2027; type 2027-04-15.'],
    ['a year', 2027, ': 2027 looks like January 2027; type 2027-01-01.'],
    ['a serial of 1989', 32873, 'is 32,873; type a date'],
    ['a serial of 2101', 73416, 'is 73,416; type a date'],
  ])('is refused in every table: %s', (_, cell, text) => {
    for (const tables of [
      withLaunch(cell),
      withCell(sampleTables(), 'costs', 6, 'Starts', cell),
      withCell(sampleTables(), 'changes', 1, 'From month', cell),
      withStart(cell),
    ])
      expect(findings(tables).map((row) => row[3])).toEqual([expect.stringContaining(text)]);
  });

  it('is refused by functions', () => {
    const tables = inOrder(sampleTables());
    expect(textOf('EXPLAIN', 'Margin', 202703, ...tables)).toBe(
      'month: 202703 looks like March 2027; type 2027-03-01.',
    );
    expect(textOf('LEAKAGE', ...tables, '', '', 202703)).toBe('from: 202703 looks like March 2027; type 2027-03-01.');
    expect(textOf('RATE', '99490', '', 202601)).toBe('date: 202601 looks like January 2026; type 2026-01-01.');
    expect(textOf('ALLOWED', '99490', null, '', '202601')).toBe(
      'date: “202601” looks like January 2026; type 2026-01-01.',
    );
  });
});

describe('A day inside a month', () => {
  it('is noted with the month that Excel made a day of', () => {
    const [note] = findings(withStart(46049));
    expect(note[3]).toBe(
      'Note: Settings, row 1 (Start month), Value is 27 January: did you mean January 2027? It counts as January 2026; type 2027-01-01 or 2026-01-01.',
    );
  });

  it('is noted without a guess where its day is no year to come', () => {
    expect(findings(withLaunch(46522))).toEqual([
      [
        'Panel',
        2,
        'Launch month',
        'Note: Panel, row 2 (RPM), Launch month is 15 May, a day inside May 2027, and counts as that month; type 2027-05-01.',
      ],
    ]);
  });

  it('before the start names the month that was meant, once', () => {
    expect(findings(withLaunch(46049 + 120)).map((row) => row[3])).toEqual([
      'Panel, row 2 (RPM), Launch month is 2026-05, before the start month 2027-01; did you mean May 2027? Then type 2027-05-01.',
    ]);
  });

  it.each([46508, 46538, 46538.99])('is none: first and last days of months, %d', (serial) => {
    expect(findings(withLaunch(serial))).toEqual(NONE);
  });
});

describe('A start month that cannot be read', () => {
  it.each([['soon'], [202601], [4], [true]])('is one finding, whatever hangs on it: %j', (cell) => {
    expect(findings(byCodes(cell))).toHaveLength(1);
  });
});

describe('A month as text', () => {
  const margin = call('FORECAST', ...inOrder(sampleTables()), '', '', [['Margin']]);

  it.each([
    'Jan 2027',
    'January 2027',
    'january, 2027',
    'Jan. 2027',
    '2027-01',
    '2027-1-1',
    '2027/01/01',
    '1/1/2027',
    '01/2027',
    'Jan-27',
    'Jan-2027',
    'January 1, 2027',
    '1-Jan-2027',
    '31 January 2027',
    '2027-01-01T00:00:00Z',
    '1/1/2027 12:00 AM',
    ' Jan\u00a02027 ',
  ])('%s is January 2027, for the start and for any other month', (text) => {
    expect(findings(withStart(text))).toEqual(NONE);
    expect(call('FORECAST', ...inOrder(withStart(text)), '', '', [['Margin']])).toEqual(margin);
    const launched = withCell(sampleTables(), 'costs', 4, 'Starts', text);
    expect(call('FORECAST', ...inOrder(launched), '', '', [['Margin']])).toEqual(margin);
    expect(call('LEAKAGE', ...inOrder(sampleTables()), '', '', text, text)).toEqual(
      call('LEAKAGE', ...inOrder(sampleTables()), '', '', 1, 1),
    );
  });

  it.each([
    ['Jan 27', 'January 2027', '2027-01-01'],
    ['27-Jan', 'January 2027', '2027-01-01'],
    ['1/27', 'January 2027', '2027-01-01'],
    ['13/1/2027', '13 January 2027', '2027-01-13'],
    ['1.4.2027', '1 April 2027', '2027-04-01'],
  ])('%s may be two dates, so it is refused with what it looks like', (text, words, typed) => {
    expect(findings(withLaunch(text))).toEqual([
      ['Panel', 2, 'Launch month', `Panel, row 2 (RPM), Launch month: “${text}” looks like ${words}; type ${typed}.`],
    ]);
  });

  it.each(['4/5/2027', 'April 5, 2027'])('%s is 5 April, in US order, and noted', (text) => {
    expect(findings(withLaunch(text))[0][3]).toContain('is 5 April, a day inside April 2027');
  });

  it('is a month of a rate as well, which takes the amount of its last day', () => {
    for (const text of ['Mar 2024', '2024-03', 'March 2024', '3/2024'])
      expect(call('RATE', '99490', '', text)).toEqual(call('RATE', '99490', '', '2024-03-31'));
    expect(call('RATE', '99490', '', '3/8/2024')).toEqual(call('RATE', '99490', '', 45359));
  });
});
