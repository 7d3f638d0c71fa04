/** Tables as large as they may be, and larger: what took minutes, and what is said where there is too much. */
import { describe, expect, it } from 'vitest';
import { hirePlan } from '../../src/engine/analysis/hire-plan';
import { forecastOf } from '../../src/forecast/forecast';
import { largest } from '../bench/largest-tables';
import { onPlatform } from '../functions/excel';
import { cpuTime } from '../tables/cpu-time';
import { handed, inOrder, sampleTables, type Tables } from '../tables/sample-model';

const { call, textOf } = onPlatform('');

const withScenarios = (count: number): Tables => {
  const tables = sampleTables();
  const names = Array.from({ length: count }, (_, k) => `Case ${k + 1}`);
  return {
    ...tables,
    scenarios: [
      ['Driver', 'Program', 'Payer', 'Item', 'Change', ...names],
      ['Conversion rate', '', '', '', 'multiply', ...names.map(() => 0.9)],
    ],
  };
};

describe('Scenarios', () => {
  it('are 12 at most', () => {
    expect(call('CHECKMODEL', ...inOrder(withScenarios(12)))).toEqual([['No findings']]);
    expect(call('CHECKMODEL', ...inOrder(withScenarios(13)))).toEqual([
      [
        'Scenarios',
        '',
        '',
        'Scenarios has 13 scenario columns; at most 12 are read. Move others away from the table, and columns that are no scenarios.',
      ],
    ]);
  });
});

describe('A hire plan', () => {
  it('grows with its rows and its items, not with their product', () => {
    const { programs, payers, settings } = forecastOf(handed(sampleTables())).inputs;
    expect([programs.length, payers.length, settings.months]).toEqual([2, 3, 24]);
    const plan = (items: number) => {
      const tables = largest({ programs: 2, items, months: 60 });
      for (const item of tables.costs.slice(1)) item[2] = '';
      const forecast = forecastOf(tables);
      const [model, projection] = [forecast.model(null), forecast.projection(null)];
      projection.byProgram.forEach(({ totals }) => expect(totals).toBeDefined());
      return Math.min(...[1, 2, 3].map(() => cpuTime(() => hirePlan(model, projection, null))));
    };
    plan(1_000);
    // Ten times the items have ten times the rows: a hundredfold if each row looked at each item.
    expect(plan(1_000)).toBeLessThan(40 * Math.max(plan(100), 0.5));
  });

  it('of more than 20,000 rows is refused with what to do', () => {
    const tables = largest({ programs: 2, payers: 1, items: 600, months: 120 });
    for (const [, item] of tables.costs.slice(1).entries()) {
      item.splice(1, 3, 'care team', '', 'per unit');
      item[5] = 1;
    }
    expect(textOf('HIREPLAN', ...inOrder(tables))).toMatch(
      /^The answer would have \d\d,\d{3} rows; at most 20,000 are given\. Name a program, or add up cost items that are alike\.$/,
    );
  });
});

describe('A block of cells', () => {
  it.each([
    ['DEVICEDAYS', 20, '', 16],
    ['ALLOWED', '99490'],
    ['MONTHLYRATE', 0.1],
  ])('is answered by %s up to 200,000: more would take longer than a second', (id, cell, ...others) => {
    const block = (rows: number) => Array.from({ length: rows }, () => Array<unknown>(500).fill(cell));
    expect(textOf(id, block(401), ...others)).toBe(
      'The answer would be 401 rows × 500 columns; at most 200,000 cells are given. Select the filled cells, not whole rows and columns.',
    );
    expect(call(id, block(4), ...others).length).toBe(4);
  });

  it('finds the tier of each volume among ten thousand', () => {
    const tiers = Array.from({ length: 10_000 }, (_, i) => [3 * i + 1, 10 * i]);
    const volumes = [1, 2, 3, 4, 29_997, 29_998, 1e9].map((volume) => [volume]);
    expect(call('STEPCOST', volumes, tiers)).toEqual([[0], [0], [0], [10], [99_980], [99_990], [99_990]]);
    expect(textOf('STEPCOST', 0, tiers)).toContain('first tier');
  });
});

/** As many as the tables allow. */
const asked = (tables: Tables, id: string, ...rest: unknown[]) => textOf(id, ...inOrder(tables), ...rest);

describe('A question that takes many forecasts', () => {
  const all = largest();

  it.each([
    ['SENSITIVITY', ['Margin'], '71', 'Name the drivers that matter'],
    [
      'GRID',
      ['Margin', 'Conversion rate', [[0.1, 0.2]], 'Discharge rate', [Array(10).fill(0.01)]],
      '20',
      'Give fewer values',
    ],
    ['SOLVE', ['Margin', 0, 'Conversion rate'], '321', 'Ask PPPM.GRID about a few values instead'],
    ['SOLVE', ['Margin', 0, 'Launch month'], '121', 'Look between a nearer lowest and highest'],
  ])('is refused by %s at the largest tables, with what to do', (id, rest, forecasts, advice) => {
    expect(asked(all, id, ...rest)).toBe(
      `This takes ${forecasts} forecasts or more of 2,200 rows × 120 months; 18 are made in about a second, and more would hold Excel up. ${advice}, or forecast fewer Months.`,
    );
  });

  it('is refused by BRIDGE where even few orders are too many', () => {
    const differing = (drivers: number): Tables => ({
      ...all,
      scenarios: [
        ['Driver', 'Program', 'Change', 'Case 1', 'Case 2'],
        ...Array.from({ length: drivers }, (_, i) => ['Conversion rate', `Program ${i + 1}`, 'multiply', 0.9, 1.1]),
      ],
    });
    expect(asked(differing(5), 'BRIDGE', 'Margin', 'Case 1', 'Case 2')).toMatch(
      /^This takes 32 forecasts or more .* Give scenarios that differ in fewer drivers, or forecast fewer Months\.$/,
    );
  });

  it('is refused by SIMULATE where it takes longer than a minute', () => {
    const uncertain = [
      ['Driver', 'Low', 'High'],
      ['Conversion rate', 0.4, 0.5],
    ];
    expect(asked(all, 'SIMULATE', uncertain, 'Margin', 2_000)).toBe(
      'trials is 2,000; of tables as large as these, over 120 months, 1,080 are made in about a minute. Give at most so many, or forecast fewer Months.',
    );
  });
});

describe('Pasted rows', () => {
  it.each(['ACTUALS', 'TRIANGLE', 'CALIBRATE'])('are up to 400,000 cells for %s', (id) => {
    const rows = Array.from({ length: 40_001 }, () => Array<unknown>(10).fill(''));
    expect(textOf(id, rows)).toBe(
      'rows has 40,001 rows × 10 columns; at most 400,000 cells are read. Select the filled cells and the columns needed, or open the file on the pane’s page Refresh, which reads millions of rows.',
    );
  });
});
