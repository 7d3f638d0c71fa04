/** docs/contracts.md: its examples are run, its tables are the book. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bandsText, type Bands } from '../../src/contracts/bands';
import { MODELS } from '../../src/contracts/book/find-terms';
import { TERMS } from '../../src/tables/schemas/contract-terms';
import { readFormula, readResult } from '../contract/formula';
import { call } from '../functions/excel';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'contracts.md'), 'utf8');
const formulas = [...page.matchAll(/^(=PPPM\..*) → (.*)$/gm)].map(([, formula, result]) => ({ formula, result }));

describe('The page on contracts', () => {
  it.each(formulas)('works out $formula', ({ formula, result }) => {
    const { name, args } = readFormula(formula, {});
    const [[answer]] = call(name, ...args.map((cells) => cells && cells.map((row) => row.map(({ value }) => value))));
    const expected = readResult(result).cells[0][0].value as number;
    expect(Math.abs((answer as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  });

  it('has examples of all five formulas', () => {
    expect(new Set(formulas.map(({ formula }) => /PPPM\.(\w+)/.exec(formula)![1]))).toEqual(
      new Set(['CAPITATION', 'SHAREDSAVINGS', 'RISKBAND', 'ACCESSPAY', 'CAREFEE']),
    );
  });

  it('lists the models of the book', () => {
    const [, table] = /^\| model \| kind \|.*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(page)!;
    const end = (to: string) => (to === '9999-12-31' ? 'no end' : to);
    expect(table.trim().split('\n')).toEqual(
      MODELS.map(
        ({ name, kind, from, to, scope, risk }) =>
          `| ${name} | ${kind} | ${from ?? '…'} to ${end(to)} | ${scope} | ${risk} |`,
      ),
    );
  });

  it('names both readings of every term on which sources differ', () => {
    const shown = (value: unknown) =>
      Array.isArray(value)
        ? bandsText(value as Bands)
        : typeof value === 'number'
          ? `${Number((value * 100).toPrecision(6))}%`
          : String(value);
    const unsettled = MODELS.flatMap(({ terms }) => terms.filter(({ otherwise }) => otherwise));
    expect(unsettled.length).toBeGreaterThan(4);
    for (const { key, value, otherwise } of unsettled) {
      const header = TERMS.find((term) => term.key === key)!.header;
      const cells = `| ${header} | ${shown(value)} | ${shown(otherwise!.value)} |`;
      expect(page.includes(cells), cells).toBe(true);
      // And why the first one is the default.
      expect(page.slice(page.indexOf(cells) + cells.length).split('\n')[0], cells).toMatch(/^ .{20,} \|$/);
    }
  });
});
