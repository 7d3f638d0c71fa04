import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ALL_LINES,
  ALL_SERIES,
  lineByKey,
  LINES,
  MEASURES,
  RATIOS,
  type CatalogueLine,
} from '../../../src/engine/model/lines';
import { Line } from '../../../src/functions/enums';

const page = readFileSync(join(import.meta.dirname, '../../../docs/model.md'), 'utf8');

/** Rows of the table on the model page that has such a header, cell by cell. */
function tableOf(header: string): string[][] {
  const lines = page.split('\n');
  const first = lines.indexOf(header) + 2;
  expect(first, header).toBeGreaterThan(1);
  const rows = lines.slice(first, lines.indexOf('', first));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const TOTAL = { flow: 'sum', balance: 'last month', rate: 'ratio' };

describe('the catalogue of lines', () => {
  it('is the table of the model page', () => {
    expect(tableOf('| line | unit | total | is |')).toEqual(
      ALL_LINES.map(({ name, unit, kind, words }) => [name, unit, TOTAL[kind], words]),
    );
  });

  it('is what Excel offers for a line', () => {
    expect(Object.values(Line)).toEqual(LINES.map(({ name }) => name));
    expect(Object.keys(Line).map((key) => key[0].toLowerCase() + key.slice(1))).toEqual(LINES.map(({ key }) => key));
  });

  it('makes lines only of lines that there are', () => {
    const keys = new Set<string>(ALL_SERIES.map(({ key }) => key));
    for (const line of ALL_SERIES)
      for (const factor of [...line.factors, ...line.before])
        expect(keys.has(factor), `${line.key}: ${factor}`).toBe(true);
    expect(lineByKey.size).toBe(ALL_SERIES.length);
  });

  it('makes no line of itself in the same month, however far one looks', () => {
    const made = (line: CatalogueLine, path: readonly string[]): void => {
      expect(path).not.toContain(line.key);
      // A rate is a factor of what it divides: the two say one thing in two ways.
      if (line.made === 'as ratio') return;
      for (const factor of line.factors) made(lineByKey.get(factor)!, [...path, line.key]);
    };
    for (const line of lineByKey.values()) made(line, []);
  });

  it('measures what it does not derive, and divides what it calls a rate', () => {
    const derived = ALL_SERIES.filter(({ made }) => made === 'of lines').map(({ key }) => key as string);
    expect([...MEASURES, ...derived, ...RATIOS.map(({ key }) => key)].sort()).toEqual(
      ALL_SERIES.map(({ key }) => key).sort(),
    );
    expect(RATIOS.map(({ key }) => key)).toEqual(LINES.filter(({ kind }) => kind === 'rate').map(({ key }) => key));
  });

  it('says of no input twice that a line depends on it', () => {
    for (const { key, inputs } of ALL_SERIES) expect(new Set(inputs).size, key).toBe(inputs.length);
  });
});
