import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/forecast/forecast';
import { cpuTime } from '../tables/cpu-time';
import { call, onPlatform } from '../functions/excel';
import { handed, inOrder, sampleTables } from '../tables/sample-model';

/** New arrays for every call, as Excel hands them over. */
const fresh = () => inOrder(sampleTables()).map((range) => onPlatform('').range(range)) as unknown[][][];
const margin = (tables: unknown[][][], scenario: string | null = null) =>
  call('FORECAST', ...tables, scenario, null, 'Margin')[0] as number[];
const OPENING = 2;

describe('Repeated calls', () => {
  it('give equal answers that are not the same array', () => {
    const first = margin(fresh());
    const second = margin(fresh());
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it('are much quicker than the first one', () => {
    const model = (opening: number) => {
      const tables = fresh();
      tables[0][1][OPENING] = opening;
      return tables;
    };
    const different = Array.from({ length: 200 }, (_, i) => model(1_000 + i));
    const alike = Array.from({ length: 200 }, () => model(900));
    different.slice(0, 50).forEach((tables) => margin(tables));
    expect(cpuTime(() => alike.forEach((tables) => margin(tables)))).toBeLessThan(
      cpuTime(() => different.forEach((tables) => margin(tables))) / 2,
    );
  });

  it('see a changed cell of any of the six tables', () => {
    const before = margin(fresh(), 'Stretch');
    const edits: [table: number, row: number, column: number, value: unknown][] = [
      [0, 1, OPENING, 251],
      [1, 1, 3, 66.14],
      [2, 1, 4, 6501],
      [3, 2, 1, 23],
      [4, 2, 7, 0.5],
      [5, 2, 7, 1.03],
    ];
    for (const [table, row, column, value] of edits) {
      const edited = fresh();
      edited[table][row][column] = value;
      expect(margin(edited, 'Stretch'), `table ${table}`).not.toEqual(before);
    }
    expect(margin(fresh(), 'Stretch')).toEqual(before);
  });

  it('do not mistake an array that was filled anew for its old contents', () => {
    const tables = fresh();
    const before = margin(tables);
    tables[0][1][OPENING] = 500;
    const after = margin(tables);
    expect(after).not.toEqual(before);
    tables[0][1] = tables[0][1].map((cell, c) => (c === OPENING ? 250 : cell));
    expect(margin(tables)).toEqual(before);
  });

  it('do not mistake a row that was added or taken away', () => {
    const tables = fresh();
    const before = margin(tables);
    const [removed] = tables[2].splice(2, 1);
    const without = margin(tables);
    expect(without).not.toEqual(before);
    tables[2].splice(2, 0, removed);
    expect(margin(tables)).toEqual(before);
  });

  it('are not changed by a caller that writes into an answer', () => {
    const tables = fresh();
    const before = [...margin(tables)];
    const answer = call('FORECAST', ...tables, null, null, 'Margin');
    answer[0].fill(0);
    expect(margin(tables)).toEqual(before);
    const findings = call('CHECKMODEL', ...tables);
    findings[0][0] = 'changed';
    expect(call('CHECKMODEL', ...tables)).toEqual([['No findings']]);
  });

  it('keep models apart that take turns', () => {
    const models = Array.from({ length: 7 }, (_, i) => {
      const tables = fresh();
      tables[0][1][OPENING] = 100 * (i + 1);
      return tables;
    });
    const first = models.map((tables) => margin(tables));
    expect(new Set(first.map(String)).size).toBe(7);
    for (let round = 0; round < 3; round++) models.forEach((tables, i) => expect(margin(tables)).toEqual(first[i]));
  });

  it('give a mistake the same text again', () => {
    const tables = fresh();
    tables[0][1][OPENING] = -1;
    const text = () => {
      try {
        return margin(tables);
      } catch (error) {
        return String(error);
      }
    };
    expect(text()).toContain('Opening patients is -1; give 0 or more.');
    expect(text()).toBe(text());
  });
});

describe('A question to a forecast', () => {
  it('is worked out once for a scenario, however it is cased, and again for another', () => {
    const forecast = forecastOf(handed(sampleTables()));
    let worked = 0;
    const ask = (scenario: string | null, ...question: (string | number | null)[]) =>
      forecast.answer(scenario, question, ({ months }) => `${months} months, ${++worked}`);
    expect([ask('Stretch', 'a', 1), ask('stretch', 'a', 1), ask('Stretch', 'a', 1)]).toEqual(
      Array(3).fill('24 months, 1'),
    );
    expect([ask(null, 'a', 1), ask('Stretch', 'a', 2), ask('Stretch', 'a', null)].map(String)).toEqual([
      '24 months, 2',
      '24 months, 3',
      '24 months, 4',
    ]);
    // The oldest of many is forgotten, one asked again is not.
    for (let i = 0; i < 196; i++) ask(null, 'b', i);
    expect(ask(null, 'a', 1)).toBe('24 months, 2');
    ask(null, 'b', 196);
    expect(ask('Stretch', 'a', 1)).toBe(`24 months, ${worked}`);
    expect(ask(null, 'a', 1)).toBe('24 months, 2');
  });

  it('of a scenario that does not exist is refused each time', () => {
    const forecast = forecastOf(handed(sampleTables()));
    for (let i = 0; i < 2; i++) expect(() => forecast.answer('Strech', ['a'], () => 1)).toThrow(/did you mean Stretch/);
  });

  it.each([
    ['LEAKAGE', []],
    ['BREAKEVEN', []],
    ['HIREPLAN', []],
    ['DELAY', [3]],
    ['CHECKMODEL', null],
  ] as const)('by %s is answered from memory where tables are the same', (id, more) => {
    const ask = (tables: unknown[][][]) => call(id, ...tables, ...(more === null ? [] : [...more, 'Stretch']));
    const tables = (opening: number) => {
      const changed = fresh();
      changed[0][1][OPENING] = opening;
      return changed;
    };
    const first = Array.from({ length: 40 }, (_, i) => tables(300 + i));
    first.slice(0, 20).forEach(ask);
    const anew = cpuTime(() => first.slice(20).forEach(ask));
    const again = Array.from({ length: 20 }, () => tables(339));
    expect(cpuTime(() => again.forEach(ask))).toBeLessThan(anew / 2);
    expect(ask(tables(339))).toEqual(ask(first[39]));
  });
});
