/** LEAKAGE, BREAKEVEN, DELAY and HIREPLAN as a workbook calls them: layout, arguments, texts. */
import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform, PLATFORMS } from './excel';
import { inOrder, sampleTables, withCell, type Tables } from '../tables/sample-model';

/** Where these functions take scenario and program, and what DELAY asks on the way. */
const FUNCTIONS = ['LEAKAGE', 'BREAKEVEN', 'DELAY', 'HIREPLAN'] as const;
const asked = (id: string, tables: unknown[], ...rest: unknown[]) =>
  [id, ...tables, ...(id === 'DELAY' ? [3] : []), ...rest] as [string, ...unknown[]];

/** A team that is planned, on the sheet's own columns. */
const planned = (units: number): Tables => {
  const tables = sampleTables();
  tables.costs = tables.costs.map((row, r) => [
    ...row,
    ...(r === 0 ? ['Staffing', 'Units on duty'] : r === 1 ? ['planned', units] : [BLANK, BLANK]),
  ]);
  return tables;
};

describe.each(PLATFORMS)('The functions of the plan, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const tables = inOrder(sampleTables());
  const lines = (name: string, ...rest: unknown[]) =>
    excel.call('FORECAST', ...tables, BLANK, BLANK, name, ...rest)[0] as number[];

  it.each(FUNCTIONS)('%s gives a table under one row of headings, without holes', (id) => {
    const answer = excel.call(...asked(id, tables));
    for (const row of answer) {
      expect(row).toHaveLength(answer[0].length);
      for (const cell of row) expect(typeof cell === 'string' || Number.isFinite(cell)).toBe(true);
    }
    expect(answer[0].every((heading) => typeof heading === 'string' && heading !== '')).toBe(true);
  });

  it.each(FUNCTIONS)('%s finds scenario and program however they are cased, and refuses what is not there', (id) => {
    expect(excel.call(...asked(id, tables, ' STRETCH ', 'ccm'))).toEqual(
      excel.call(...asked(id, tables, 'Stretch', 'CCM')),
    );
    expect(excel.call(...asked(id, tables, 'Stretch'))).not.toEqual(excel.call(...asked(id, tables)));
    expect(excel.textOf(...asked(id, tables, 'Strech'))).toBe('scenario “Strech” is not known; did you mean Stretch?');
    expect(excel.textOf(...asked(id, tables, BLANK, 'PCM'))).toBe('program “PCM” is not known; did you mean CCM, RPM?');
  });

  it.each(FUNCTIONS)('%s shows the first finding of spoilt tables', (id) => {
    expect(excel.textOf(...asked(id, inOrder(withCell(sampleTables(), 'panel', 1, 'Conversion rate', 62))))).toBe(
      'Panel, row 1 (CCM), Conversion rate is 62; give a share from 0 to 1, e.g. 0.62 or 62%.',
    );
  });

  it('LEAKAGE of all months ties to the lines of the forecast', () => {
    const answer = excel.call('LEAKAGE', ...tables);
    const dollars = Object.fromEntries(answer.map(([step, , value]) => [step, value])) as Record<string, number>;
    const sum = (name: string) => lines(name).reduce((total, value) => total + value, 0);
    expect(Object.keys(dollars)).toEqual([
      'Step',
      'Eligible',
      'Enrolled',
      'Billable',
      'Claimed',
      'Paid',
      'Collected',
      'Cash collected',
      'Cash still to come',
    ]);
    expect(dollars.Enrolled).toBeCloseTo(sum('Potential revenue'), 6);
    expect(dollars.Paid).toBeCloseTo(sum('Allowed revenue'), 6);
    expect(dollars['Cash collected']).toBeCloseTo(sum('Cash collected'), 6);
    expect(dollars['Cash still to come']).toBeCloseTo(lines('Receivable')[23], 6);
    expect(dollars['Cash collected'] + dollars['Cash still to come']).toBe(dollars.Collected);
    answer.slice(2, 7).forEach(([, patients, value, lost, lostDollars, kept], i) => {
      const [, before, dollarsBefore] = answer[i + 1] as number[];
      expect(lost).toBe(before - (patients as number));
      expect(lostDollars).toBe(dollarsBefore - (value as number));
      expect(kept).toBe((patients as number) / before);
    });
  });

  it('LEAKAGE takes months as numbers and as dates', () => {
    expect(excel.call('LEAKAGE', ...tables, BLANK, BLANK, 46446, 46476)).toEqual(
      excel.call('LEAKAGE', ...tables, BLANK, BLANK, 2, 3),
    ); // 2027-02-28, 2027-03-30
    expect(excel.call('LEAKAGE', ...tables, BLANK, BLANK, BLANK, BLANK)).toEqual(
      excel.call('LEAKAGE', ...tables, BLANK, BLANK, 1, 24),
    );
    expect(excel.textOf('LEAKAGE', ...tables, BLANK, BLANK, 25)).toBe(
      'from is 25; give a month number from 1 to 24 or a date from 2027-01 to 2028-12.',
    );
    expect(excel.textOf('LEAKAGE', ...tables, BLANK, BLANK, 3, 2)).toBe(
      'to is 2027-02, before from, which is 2027-03; give the same month or a later one.',
    );
  });

  it('says of a month that is none which months there are', () => {
    const months = 'give a month number from 1 to 24 or a date from 2027-01 to 2028-12.';
    expect(excel.textOf('LEAKAGE', ...tables, BLANK, BLANK, 'May')).toBe(
      `from is the text “May”, not a date; ${months}`,
    );
    expect(excel.textOf('LEAKAGE', ...tables, BLANK, BLANK, BLANK, [[1, 2]])).toBe(
      `to is a range of several cells; ${months}`,
    );
    expect(excel.textOf('DELAY', ...tables, '2027-05')).toBe(
      'months is the text “2027-05”; give a whole number from 0 to 120.',
    );
    expect(excel.textOf('DELAY', ...tables, '3')).toBe(
      'months is the text “3”, not a number; give a whole number from 0 to 120.',
    );
  });

  it('BREAKEVEN says in words what does not happen', () => {
    const dear = inOrder(withCell(sampleTables(), 'costs', 1, 'Amount', 60_000));
    const [, ...rows] = excel.call('BREAKEVEN', ...dear);
    expect(rows.map(([, value]) => value).filter((value) => value === 0)).toEqual([]);
    expect(
      rows.map(([figure, value, , month]) => [figure, typeof value === 'string' ? value : 'a number', month]),
    ).toEqual([
      ['Break-even panel', 'no panel in reach', 47118],
      ['Lasting break-even panel', 'no panel in reach', 47118], // 2028-12-31
      ['Break-even month', 'not within 24 months', ''],
      ['Lasting break-even month', 'not within 24 months', ''],
      ['Peak funding', 'a number', 47118],
      ['Payback month', 'not within 24 months', ''],
    ]);
    const { panel, payerMix, costs, settings, changes } = sampleTables();
    const free = [panel, payerMix, costs.slice(0, 1), settings, BLANK, changes];
    expect(
      excel
        .call('BREAKEVEN', ...free)
        .slice(1)
        .map(([, value]) => value),
    ).toEqual(['any panel', 'any panel', 1, 1, 'none needed', 'none needed']);
  });

  it('BREAKEVEN has no words for figures that are none', () => {
    const vast = withCell(
      withCell(sampleTables(), 'panel', 1, 'Opening patients', 1e300),
      'payerMix',
      1,
      'Allowed PPPM',
      1e300,
    );
    expect(excel.textOf('BREAKEVEN', ...inOrder(withCell(vast, 'panel', 1, 'Eligible patients', BLANK)))).toMatch(
      /^The answer is too large to show/,
    );
  });

  it('DELAY of no months loses nothing, and wants whole months', () => {
    for (const none of [0, BLANK])
      expect(
        excel
          .call('DELAY', ...tables, none)
          .slice(1)
          .flatMap((row) => row.slice(4)),
      ).toEqual(Array(18).fill(0));
    expect(excel.textOf('DELAY', ...tables, 1.5)).toBe('months is 1.5; give a whole number from 0 to 120.');
    expect(excel.textOf('DELAY', ...tables, -1)).toBe('months is -1; give a whole number from 0 to 120.');
  });

  it('DELAY as planned is the forecast, and what is lost is lost for good or comes later', () => {
    const rows = excel.call('DELAY', ...tables, 3, BLANK, 'RPM').slice(1) as [string, string, ...number[]][];
    for (const [line, , asPlanned, delayed, lost, forGood, later] of rows) {
      expect(asPlanned).toBeCloseTo(
        lines(line).reduce((total, value) => total + value, 0),
        5,
      );
      expect(lost).toBe(asPlanned - delayed);
      expect(forGood + later).toBeCloseTo(lost, 6);
    }
    expect(rows.find(([line]) => line === 'Allowed revenue')![4]).toBeGreaterThan(0);
  });

  it('HIREPLAN says who is missing, and that there is nobody to hire', () => {
    const rows = excel.call('HIREPLAN', ...inOrder(planned(1)), BLANK, 'CCM');
    expect(rows[0]).toEqual([
      'Month',
      'Role',
      'Program',
      'Staffing',
      'Units on duty',
      'Units needed',
      'Next unit pays at (patients)',
      'Margin before ($)',
      'Margin after ($)',
    ]);
    expect(rows[1].slice(0, 6)).toEqual([46418, 'Nurses', 'CCM', 'planned', 1, 2]);
    expect(rows[1][7]).toBe('');
    expect(excel.call('HIREPLAN', ...tables, BLANK, 'RPM')).toEqual([
      ['Nobody to hire: no care-team item on Costs for RPM is bought by the unit'],
    ]);
    expect(
      excel.call(
        'HIREPLAN',
        ...inOrder({ ...sampleTables(), scenarios: [], costs: sampleTables().costs.filter((_, r) => r !== 1) }),
      ),
    ).toEqual([['Nobody to hire: no care-team item on Costs is bought by the unit']]);
    expect(excel.call('HIREPLAN', ...inOrder(withCell(sampleTables(), 'costs', 1, 'Starts', 25)))).toEqual([
      ['Nobody to hire: Nurses is not charged in the months of the forecast; see Starts and Ends on Costs'],
    ]);
  });
});
