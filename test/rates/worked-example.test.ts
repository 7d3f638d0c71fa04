import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rate } from '../../src/rates/rate';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'rates.md'), 'utf8');

/** The cells of the worked example's row. */
const row = (name: string): string[] => {
  const line = page.split('\n').find((text) => text.startsWith(`| ${name} |`));
  if (!line) throw new Error(`docs/rates.md has no row ${name}`);
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
};

describe('The worked example of docs/rates.md', () => {
  const found = rate({ code: '99490', locality: 'NY-01', date: '2026-05-31', setting: 'nonfacility', qp: false });

  it.each([
    ['work', 'work'],
    ['practice expense', 'practiceExpense'],
    ['malpractice', 'malpractice'],
  ] as const)('has the %s part of the book', (name, part) => {
    const [rvu, gpci, product] = row(name);
    expect([rvu, gpci]).toEqual([found.rvus[part].toFixed(2), found.gpcis[part].toFixed(3)]);
    expect((Number(rvu) * Number(gpci)).toFixed(5)).toBe(product);
  });

  it('adds up, is multiplied by the factor and rounded to the cent', () => {
    const sum = ['work', 'practice expense', 'malpractice'].reduce((total, name) => total + Number(row(name)[2]), 0);
    expect(sum.toFixed(5)).toBe(row('sum')[2]);
    const [, factor, product] = row('× conversion factor');
    expect(factor).toBe(String(found.factor));
    expect((Number(row('sum')[2]) * Number(factor)).toFixed(9)).toBe(product);
    expect(found.unrounded.toFixed(9)).toBe(product);
    expect(row('amount')[2]).toBe(`$${found.amount.toFixed(2)}`);
  });

  it('prints the national amount that the book gives', () => {
    const national = rate({ code: '99490', locality: '', date: null, setting: 'nonfacility', qp: false });
    expect(page).toContain(`1.98 × 33.4009 = ${national.unrounded}, so $${national.amount.toFixed(2)}`);
  });
});
