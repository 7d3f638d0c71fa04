import { describe, expect, it } from 'vitest';
import { ALL_LINES } from '../../src/engine/model/lines';
import { BLANK, onPlatform, PLATFORMS } from './excel';
import { inOrder, sampleTables } from '../tables/sample-model';

describe.each(PLATFORMS)('PPPM.EXPLAIN, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const explain = (line: unknown, month: unknown, ...rest: unknown[]) =>
    excel.call('EXPLAIN', line, month, ...tables, ...rest);

  it('starts with the figure of the forecast, for every line and month', () => {
    for (const { name } of ALL_LINES) {
      const [figures] = excel.call('FORECAST', ...tables, 'Conservative', 'CCM', name);
      for (const month of [1, 13, 24])
        expect(explain(name, month, 'Conservative', 'CCM')[0].slice(0, 2)).toEqual([name, figures[month - 1]]);
    }
  });

  it('takes a date for a month', () => {
    expect(explain('Margin', 46550)).toEqual(explain('Margin', 6)); // 2027-06-12
  });

  it('names the rows, planned changes and scenarios behind an input', () => {
    const rows = explain('New patients', 8, 'Stretch', 'RPM').map((row) => row.join(' | '));
    expect(rows).toContainEqual(
      expect.stringContaining('Conversion rate: RPM | 0.6 | % | Panel, row 2, Conversion rate'),
    );
    expect(explain('Referrals', 8, BLANK, 'RPM').map((row) => row.join(' | '))).toContainEqual(
      'Referrals per month: RPM | 45 | patients/month | Panel, row 2, Referrals per month; Changes row 1: multiply 1.5',
    );
    expect(explain('Care team units', 8, 'Stretch', 'CCM').map((row) => row.join(' | '))).toContainEqual(
      'Patients per unit: CCM, Nurses | 180 | patients | Costs, row 1, Patients per unit; Scenarios (Stretch) row 2: multiply 1.2',
    );
  });

  it.each([
    [
      'a month after the last',
      'Margin',
      25,
      'month is 25; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    ],
    [
      'a date before the first',
      'Margin',
      46387,
      'month is 2026-12; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    ],
    [
      'a blank month',
      'Margin',
      BLANK,
      'month is blank or 0; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    ],
    [
      'half a month',
      'Margin',
      1.5,
      'month is 1.5; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    ],
    ['a blank line', BLANK, 1, 'line is blank; give a line of the forecast, e.g. Allowed revenue.'],
    ['an unknown line', 'Margins', 1, 'line “Margins” is not known; did you mean Margin, Margin PPPM, Margin rate?'],
    [
      'text for a month',
      'Margin',
      'soon',
      'month is the text “soon”, not a date; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    ],
  ])('refuses %s', (_, line, month, text) => {
    expect(excel.textOf('EXPLAIN', line, month, ...tables)).toBe(text);
  });
});
