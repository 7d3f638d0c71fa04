import { describe, expect, it } from 'vitest';
import { cpuTime } from '../tables/cpu-time';
import { call, onPlatform } from '../functions/excel';
import { inOrder, sampleTables } from '../tables/sample-model';

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
