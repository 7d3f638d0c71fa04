/** Each bar of a tornado beside the forecast of tables in which the cell itself was typed anew. */
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { everyCell, everyDriver } from '../../src/what-if/driver-cells';
import { sensitivity } from '../../src/what-if/sensitivity';
import type { Measure } from '../../src/what-if/measure';
import { handed, sampleTables, type Tables } from '../tables/sample-model';
import { withCells } from './edited-tables';

/** With a team that is planned and brings minutes, so that every driver is read by somebody. */
function withTeam(): Tables {
  const tables = sampleTables();
  tables.costs = tables.costs.map((row, r) => [
    ...row,
    ...(r === 0 ? ['Staffing', 'Units on duty', 'Minutes per unit', 'Productive share'] : ['', '', '', '']),
  ]);
  tables.costs[1].splice(-4, 4, 'as needed', 2, 9600, 0.7);
  tables.payerMix = tables.payerMix.map((row, r) => [
    ...row,
    ...(r === 0
      ? ['Threshold minutes', 'Spread of minutes', 'Consent rate', 'Documentation rate']
      : r === 1
        ? [20, 0.5, 0.98, 0.95]
        : ['', '', '', '']),
  ]);
  tables.payerMix[1][4] = '';
  tables.panel = tables.panel.map((row, r) => [...row, r === 0 ? 'Service minutes' : r === 1 ? 25 : '']);
  return tables;
}

const MARGIN: Measure = { line: 'margin', program: null, month: null };
const SAMPLES = [
  { name: 'The sample', tables: sampleTables() },
  { name: 'The sample with a care team', tables: withTeam() },
];
const MEASURES: Measure[] = [
  MARGIN,
  { line: 'closingPatients', program: 'CCM', month: null },
  { line: 'marginRate', program: null, month: null },
  { line: 'cashCollected', program: 'RPM', month: 9 },
];

const figure = (tables: Tables, scenario: string | null, { line, program, month }: Measure): number => {
  const { totals, series } = forecastOf(handed(tables)).statement(scenario, program);
  return month === null ? totals[line] : series[line][month - 1];
};

describe.each(SAMPLES)('$name', ({ tables }) => {
  const forecast = forecastOf(handed(tables));

  it.each([null, 'Stretch'])('gives for every cell what typing it anew gives, in scenario %s', (scenario) => {
    const model = forecast.model(scenario);
    const cells = everyCell(model);
    for (const measure of MEASURES) {
      const { today, bars } = sensitivity(model, measure, { by: 'share', size: 0.1 }, cells);
      expect(today).toBe(figure(tables, scenario, measure));
      for (const { cells: one, today: before, low, high, atLow, atHigh } of bars) {
        const isShare = one.driver.key === 'shareOfPanel';
        for (const [value, at] of [
          [low!, atLow],
          [high!, atHigh],
        ]) {
          const others = (share: number, row: readonly unknown[]) =>
            isShare && row[0] === one.program ? share * ((1 - value) / (1 - before!)) : share;
          const edited = withCells(tables, one, () => value, others);
          const label = `${one.driver.key} ${one.program} ${one.payer} ${one.item} ${value}`;
          const brute = figure(edited, scenario, measure);
          if (isShare) expect(Math.abs(at - brute), label).toBeLessThanOrEqual(1e-12 * Math.abs(brute));
          else expect(at, label).toBe(brute);
        }
      }
    }
  });

  it('moves every cell that holds a number, by a tenth down and up, or to its bound', () => {
    const model = forecast.model(null);
    const { bars } = sensitivity(model, MARGIN, { by: 'share', size: 0.1 }, everyCell(model));
    const moved = new Set(bars.map(({ cells }) => cells.driver.key));
    for (const key of ['referrals', 'conversionRate', 'launchMonth', 'shareOfPanel', 'daysToPay', 'amount', 'endMonth'])
      expect(moved).toContain(key);
    for (const { cells, today, low, high, isHeld } of bars) {
      if (cells.driver.isMonth) {
        expect(high).toBe(today! + 1);
        expect(low).toBe(Math.max(cells.driver.key === 'endMonth' ? 0 : 1, today! - 1));
      } else if (!isHeld) {
        expect(low).toBe(today! * 0.9);
        expect(high).toBe(today! * 1.1);
      } else expect(low! > today! * 0.9 || high! < today! * 1.1).toBe(true);
    }
  });
});

describe('A tornado', () => {
  const forecast = forecastOf(handed(sampleTables()));
  const model = forecast.model(null);

  it('has a bar for every driver with all its rows, the longest first', () => {
    const { bars } = sensitivity(model, MARGIN, { by: 'share', size: 0.1 }, null);
    expect(bars.length).toBeGreaterThan(15);
    expect(bars.map(({ swing }) => swing)).toEqual(bars.map(({ swing }) => swing).sort((a, b) => b - a));
    const both = bars.find(({ cells }) => cells.driver.key === 'referrals')!;
    const [referrals] = everyDriver(model).filter(({ driver }) => driver.key === 'referrals');
    expect(both.atHigh).toBe(
      figure(
        withCells(sampleTables(), referrals, (before) => before * 1.1),
        null,
        MARGIN,
      ),
    );
    expect(both.low).toBeNull();
  });

  it('moves by points the drivers that are shares, and no others', () => {
    const { bars } = sensitivity(model, MARGIN, { by: 'points', size: 0.03 }, everyCell(model));
    for (const { cells, today, low, isHeld } of bars) {
      expect(cells.driver.upper).toBe(1);
      if (!isHeld) expect(low).toBe(today! - 0.03);
    }
    expect(bars.some(({ cells }) => cells.driver.key === 'realizationRate')).toBe(true);
  });

  it('takes low and high from two scenarios, driver by driver', () => {
    const reach = {
      by: 'scenarios' as const,
      low: forecast.model('Conservative').adjustments,
      high: forecast.model('Stretch').adjustments,
    };
    const { bars } = sensitivity(model, MARGIN, reach, null);
    expect(bars.map(({ cells }) => cells.driver.key).sort()).toEqual([
      'conversionRate',
      'daysToPay',
      'patientsPerUnit',
    ]);
    const only = (row: number) => {
      const tables = sampleTables();
      tables.scenarios = [tables.scenarios[0], tables.scenarios[row]];
      return [figure(tables, 'Conservative', MARGIN), figure(tables, 'Stretch', MARGIN)];
    };
    for (const [key, row] of [
      ['conversionRate', 1],
      ['patientsPerUnit', 2],
      ['daysToPay', 3],
    ] as const) {
      const { atLow, atHigh } = bars.find(({ cells }) => cells.driver.key === key)!;
      expect([atLow, atHigh]).toEqual(only(row));
    }
  });
});
