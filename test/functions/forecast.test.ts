import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { BLANK, errorOf, onPlatform, PLATFORMS, textOf } from './excel';
import { inOrder, sampleTables, withCell } from '../tables/sample-model';

describe.each(PLATFORMS)('PPPM.FORECAST, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const forecast = (...rest: unknown[]) => excel.call('FORECAST', ...tables, ...rest) as number[][];

  it('gives every line by month', () => {
    const rows = forecast();
    expect(rows).toHaveLength(LINES.length);
    rows.forEach((row) => {
      expect(row).toHaveLength(24);
      expect(row.every(Number.isFinite)).toBe(true);
    });
  });

  it('gives the same figures on every platform', () => {
    expect(forecast('Stretch')).toEqual(onPlatform(0).call('FORECAST', ...tables, 'Stretch'));
  });

  it('adds header, units and totals with labels', () => {
    const rows = forecast(
      BLANK,
      BLANK,
      [['Allowed revenue'], ['Closing patients'], ['Realization rate']],
      true,
    ) as unknown[][];
    const [header, revenue, closing] = rows;
    expect(header.slice(0, 5)).toEqual(['Line', 'Unit', 'Total', 46418, 46446]); // 2027-01-31, 2027-02-28
    expect(revenue.slice(0, 2)).toEqual(['Allowed revenue', '$']);
    expect(revenue[2]).toBeCloseTo(
      (revenue.slice(3) as number[]).reduce((sum, value) => sum + value, 0),
      6,
    );
    expect(closing[2]).toBe(closing[26]);
    expect(rows[3].slice(0, 2)).toEqual(['Realization rate', '%']);
  });

  it('shows the minutes of the care team where they are named, and only there', () => {
    const named = forecast(BLANK, BLANK, [['Minutes available'], ['Minutes used']], true) as unknown[][];
    expect(named.map(([name, unit]) => [name, unit])).toEqual([
      ['Line', 'Unit'],
      ['Minutes available', 'minutes'],
      ['Minutes used', 'minutes'],
    ]);
    const all = forecast(BLANK, BLANK, BLANK, true) as unknown[][];
    expect(all.flat()).not.toContain('Minutes used');
  });

  it('counts months when Settings has no start month', () => {
    const { settings, ...others } = withCell(
      withCell(withCell(sampleTables(), 'panel', 2, 'Launch month', 5), 'costs', 4, 'Starts', 1),
      'changes',
      1,
      'From month',
      7,
    );
    const numbered = {
      ...withCell(withCell({ settings, ...others }, 'costs', 6, 'Starts', 4), 'costs', 6, 'Ends', 24),
    };
    const plain = { ...withCell(withCell(numbered, 'changes', 1, 'To month', 9), 'settings', 1, 'Value', BLANK) };
    const [header, ...rows] = excel.call(
      'FORECAST',
      ...inOrder(plain),
      BLANK,
      BLANK,
      [['Margin']],
      true,
    ) as unknown[][];
    expect(header.slice(3)).toEqual(Array.from({ length: 24 }, (_, t) => t + 1));
    expect(rows[0].slice(3)).toEqual(forecast(BLANK, BLANK, 'Margin')[0]);
  });

  it('finds scenario, program and lines however they are cased and spaced', () => {
    expect(forecast(' conservative ', 'ccm', [['ALLOWED  REVENUE']])).toEqual(
      forecast('Conservative', 'CCM', 'Allowed revenue'),
    );
    expect(forecast('Conservative')).not.toEqual(forecast());
    expect(forecast('Expected')).toEqual(forecast());
  });

  it('leaves a blank row for a blank cell between the lines', () => {
    expect(forecast(BLANK, BLANK, [['Margin'], [BLANK], ['Margin']])[1]).toEqual(Array(24).fill(''));
  });

  it('adds the programs up to the total', () => {
    const [total, ccm, rpm] = [BLANK, 'CCM', 'RPM'].map((program) =>
      forecast('Stretch', program, [['Margin'], ['Cash collected'], ['Care team cost'], ['Closing patients']]),
    );
    total.forEach((row, r) =>
      row.forEach((value, t) =>
        expect(Math.abs(ccm[r][t] + rpm[r][t] - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value))),
      ),
    );
  });

  it.each([
    ['scenario', ['Conservativ'], 'scenario “Conservativ” is not known; did you mean Conservative?'],
    ['program', [BLANK, 'PCM'], 'program “PCM” is not known; did you mean CCM, RPM?'],
    [
      'line',
      [BLANK, BLANK, 'Revenues'],
      'line “Revenues” is not known; did you mean Allowed revenue, Potential revenue, Revenue PPPM?',
    ],
    ['labels', [BLANK, BLANK, BLANK, 'maybe'], 'labels is the text “maybe”; give TRUE or FALSE.'],
    ['line that is TRUE', [BLANK, BLANK, [[true]]], 'lines is TRUE; give one name.'],
    ['scenario of several cells', [[['Expected', 'Stretch']]], 'scenario is a range of several cells; give one name.'],
  ])('refuses an unknown %s', (_, rest, text) => {
    expect(excel.textOf('FORECAST', ...tables, ...rest)).toBe(text);
  });

  it('needs panel, payer mix and costs, and says how to give them', () => {
    expect(excel.textOf('FORECAST', null, null, null)).toBe(
      'Panel is not given; select the whole table with its header row, e.g. tblPanel[#All]. (2 more: see PPPM.CHECKMODEL)',
    );
    expect(excel.textOf('FORECAST', tables[0], BLANK, ...tables.slice(2))).toMatch(
      /^Payer mix is not given; select .*tblPayerMix\[#All\]\./,
    );
  });
});

describe('The error of a forecast', () => {
  it('is the first finding and how many more there are', () => {
    const broken = withCell(withCell(sampleTables(), 'panel', 1, 'Conversion rate', 62), 'costs', 2, 'Amount', 'six');
    const { code, message } = errorOf('FORECAST', ...inOrder(broken).map((range) => onPlatform('').range(range)));
    expect(code).toBe('#VALUE!');
    expect(message).toBe(
      'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%. (1 more: see PPPM.CHECKMODEL)',
    );
  });

  it('refuses lines of a whole column', () => {
    const tables = inOrder(sampleTables()).map((range) => onPlatform('').range(range));
    expect(
      textOf(
        'FORECAST',
        ...tables,
        null,
        null,
        Array.from({ length: 1_048_576 }, () => ['']),
      ),
    ).toBe('lines has 1,048,576 cells; give at most 1,000: the cells with the lines’ names.');
  });
});
