/** Numbers that rounding or a foreign form kept from being read, or that were refused in words that misled. */
import { describe, expect, it } from 'vitest';
import { onPlatform } from '../functions/excel';
import { inOrder, sampleTables, withCell, type Tables } from '../tables/sample-model';

const { call, textOf } = onPlatform('');

const texts = (tables: Tables): unknown[] => call('CHECKMODEL', ...inOrder(tables)).map((row) => row[3] ?? row[0]);
const withRealization = (cell: unknown): Tables => withCell(sampleTables(), 'payerMix', 1, 'Realization rate', cell);
const withAmount = (cell: unknown): Tables => withCell(sampleTables(), 'payerMix', 1, 'Allowed PPPM', cell);

describe('What rounding leaves beside a bound', () => {
  it('is the bound, of arguments', () => {
    expect(call('REVENUE', 100, 1.0000000000000002, 1, 66)).toEqual([[6600]]);
    expect(call('REVENUE', 100, -1e-17, 1, 66)).toEqual([[0]]);
    expect(call('REVENUE', -1e-12, 1, 1, 66)).toEqual([[0]]);
    expect(call('ATTRITION', 100, [[0.1, 0.2, 0.7000000000000001]])).toBeDefined();
  });

  it('is the bound, of cells', () => {
    for (const cell of [1 + 1e-9, 1.0000000000000002, 1]) {
      expect(texts(withRealization(cell))).toEqual(['No findings']);
      expect(call('FORECAST', ...inOrder(withRealization(cell)), '', '', [['Allowed revenue']])).toEqual(
        call('FORECAST', ...inOrder(withRealization(1)), '', '', [['Allowed revenue']]),
      );
    }
    expect(texts(withCell(sampleTables(), 'panel', 2, 'Opening patients', -1e-12))).toEqual(['No findings']);
  });

  it('is the whole number, of months', () => {
    expect(texts(withCell(sampleTables(), 'settings', 2, 'Value', 23.999999999999996))).toEqual(['No findings']);
    expect(texts(withCell(sampleTables(), 'panel', 2, 'Launch month', 5.000000000000001))).toEqual(['No findings']);
    expect(call('LEAKAGE', ...inOrder(sampleTables()), '', '', 1.0000000000000002)).toEqual(
      call('LEAKAGE', ...inOrder(sampleTables())),
    );
  });

  it('is no finding where a planned change pushes a share by it', () => {
    const { changes } = sampleTables();
    const times = [46447, 46507, 'Realization rate', 'CCM', 'Medicaid', '', 'multiply', 1.4285714285714288, ''];
    expect(texts({ ...sampleTables(), changes: [changes[0], times], scenarios: [] })).toEqual(['No findings']);
  });

  it('is no more than 1, of causes that add up', () => {
    let tables = sampleTables();
    for (const [cause, rate] of [
      ['Discharge rate', 0.7],
      ['Disengagement rate', 0.1],
      ['Benefit change rate', 0.1],
      ['Adverse event rate', 0.1000000000001],
      ['Early drop-off rate', ''],
    ] as const)
      tables = withCell(tables, 'panel', 1, cause, rate);
    tables = withCell(tables, 'payerMix', 2, 'Attrition multiplier', '');
    expect(0.7 + 0.1 + 0.1 + 0.1000000000001).toBeGreaterThan(1);
    expect(texts(tables)).toEqual(['No findings']);
  });

  it('is no more than that: what is beyond is shown in full', () => {
    expect(textOf('REVENUE', 100, 1.00000001, 1, 66)).toBe(
      'realizationRate is 1.00000001; give a share from 0 to 1, at most 100%.',
    );
    expect(texts(withRealization(1.0000000011))).toEqual([
      'Payer mix, row 1 (CCM, Medicare), Realization rate is 1.0000000011; give a share from 0 to 1, at most 100%.',
    ]);
    expect(texts(withCell(sampleTables(), 'settings', 2, 'Value', 24.0000001))).toEqual([
      'Settings, row 2 (Months), Value is 24.0000001; give a whole number.',
    ]);
  });
});

describe('A share above 1', () => {
  it.each([
    [1.2, 'at most 100%'],
    [1.49, 'at most 100%'],
    [1.5, 'e.g. 0.015 or 1.5%'],
    [92, 'e.g. 0.92 or 92%'],
  ])('%d hears %s', (value, hint) => {
    expect(textOf('BILLABLE', 100, value)).toMatch(new RegExp(`; give a share from 0 to 1, ${hint}\\.$`));
    expect(texts(withRealization(value))[0]).toMatch(new RegExp(`; give a share from 0 to 1, ${hint}\\.$`));
  });
});

describe('Numbers of accountants and of other countries', () => {
  it.each([
    ['(66.13)', '-66.13 in accounting form', '0 or more, e.g. 66.13'],
    ['($1,066.13)', '-1066.13 in accounting form', '0 or more, e.g. 1066.13'],
    ['66.13-', '-66.13 in accounting form', '0 or more, e.g. 66.13'],
    ['\u221266.13', '-66.13 with a typographic minus', '0 or more, e.g. 66.13'],
    ['66,13', '66.13 with a decimal comma', 'a number, e.g. 66.13'],
    ['66,13 €', '66.13 with a decimal comma', 'a number, e.g. 66.13'],
    ['1.234,50', '1234.5 with a decimal comma', 'a number, e.g. 1234.5'],
    ['1.234.567', '1234567 with a decimal comma', 'a number, e.g. 1234567'],
    ['1 234,50', '1234.5 with spaces between its digits', 'a number, e.g. 1234.5'],
    ['$ -', '0 in accounting form', 'the word zero if you mean none'],
  ])('“%s” is refused, with the number it stands for', (text, stands, asked) => {
    const [found] = texts(withAmount(text)) as string[];
    expect(found).toContain(`, not a number (${stands}); give ${asked}`);
    expect(found.length).toBeLessThan(255);
  });

  it.each([
    ['(66.13)', '0 or more, e.g. 66.13'],
    ['66,13', 'a number, e.g. 66.13'],
    ['1.234,50', 'a number, e.g. 1234.5'],
  ])('“%s” is refused by functions in the same words', (text, asked) => {
    expect(textOf('REVENUE', 100, 1, 1, text)).toContain(`give ${asked}.`);
  });

  it('are shares as well', () => {
    expect(texts(withRealization('85,5%'))[0]).toContain('give a share from 0 to 1, e.g. 0.855 or 85.5%');
  });
});

describe('Yes and no', () => {
  const withQp = (cell: unknown): Tables => {
    const tables = sampleTables();
    tables.settings.push(['QP', cell, '', '']);
    tables.payerMix.forEach((row, r) => row.push(r === 0 ? 'Codes' : r === 1 ? '99490' : ''));
    return withCell(withCell(tables, 'payerMix', 1, 'Allowed PPPM', ''), 'settings', 1, 'Value', 46204);
  };
  const allowed = (cell: unknown) => call('FORECAST', ...inOrder(withQp(cell)), '', '', [['Allowed revenue']])[0][0];

  it.each(['yes', 'Yes', ' YES ', 'y', true, 'TRUE', 1, '1'])('%j is yes, in settings and arguments', (cell) => {
    expect(allowed(cell)).toBe(allowed('yes'));
    expect(call('RATE', '99490', '', '', '', cell)).toEqual([[66.46]]);
  });

  it.each(['no', 'N', false, 'False', 0, ''])('%j is no', (cell) => {
    expect(allowed(cell)).toBe(allowed('no'));
    expect(call('RATE', '99490', '', '', '', cell)).toEqual([[66.13]]);
  });

  it('differ, and nothing else is either', () => {
    expect(allowed('yes')).not.toBe(allowed('no'));
    expect(textOf('RATE', '99490', '', '', '', 'perhaps')).toBe('qp is the text “perhaps”; give TRUE or FALSE.');
    expect(textOf('FORECAST', ...inOrder(withQp(2)))).toBe('Settings, row 5 (QP), Value is 2; give one of no, yes.');
  });
});

describe('Days by month given to CASH', () => {
  it.each([[[[90, 60, 60]]], [[[90], [60], [60]]], [[[30, 30, 30]]]])('are sent to Changes: %j', (pattern) => {
    expect(textOf('CASH', [[1000, 1000, 1000]], pattern)).toMatch(
      /^pattern is \d+, \d+, \d+: that looks like days by month\. Give one number of days, .* days that change by month go to Changes, as Days to pay\.$/,
    );
  });

  it('are not shares without their percent signs', () => {
    expect(textOf('CASH', [[100]], [[20, 50, 25]])).toBe(
      'pattern is 20 (cell 1 of 3); give a share from 0 to 1, e.g. 0.2 or 20%.',
    );
  });
});

describe('A share that cannot be none', () => {
  it('is not asked for as the word zero, which would be refused in turn', () => {
    const hireAt = (cell: unknown) =>
      texts({ ...sampleTables(), settings: [...sampleTables().settings, ['Hire at utilization', cell]] })[0];
    expect(hireAt('0%')).toContain('give a share from 0.01 to 1');
    expect(hireAt('zero')).toContain('give a share from 0.01 to 1');
    expect(hireAt('0%')).not.toContain('zero');
  });
});
