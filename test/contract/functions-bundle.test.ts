import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../src/tables/schemas/changes';
import type { Column } from '../../src/tables/schemas/column';
import { COSTS } from '../../src/tables/schemas/costs';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { SETTING_COLUMNS } from '../../src/tables/schemas/settings';
import { bundle, call, CellError, loadFunctions } from './built-functions';

describe('functions.js', () => {
  it('runs where there is nothing but CustomFunctions', () => {
    expect(call(loadFunctions(), 'REVENUE', [[[100]], [[0.8]], [[0.95]], [[66]]])[0][0]).toBeCloseTo(5016, 9);
  });

  it('touches no screen, network, clock or Office when it is loaded and called', () => {
    const touched: string[] = [];
    const trap = (name: string) =>
      new Proxy(function () {}, {
        get: (_, property) => (touched.push(`${name}.${String(property)}`), undefined),
        apply: () => touched.push(`${name}()`),
        construct: () => (touched.push(`new ${name}`), {}),
      });
    const names = [
      'window',
      'self',
      'document',
      'navigator',
      'localStorage',
      'fetch',
      'XMLHttpRequest',
      'setTimeout',
      'Office',
      'Excel',
      'OfficeExtension',
      'require',
      'process',
    ];
    const functions = loadFunctions(Object.fromEntries(names.map((name) => [name, trap(name)])));
    call(functions, 'PANEL', [[[100]], [[10]], [[0.03]], [[24]]]);
    expect(touched).toEqual([]);
  });

  it('names no global of the page', () => {
    for (const name of ['window', 'document', 'Office', 'self', 'globalThis.fetch', 'importScripts', 'require']) {
      expect(bundle, name).not.toMatch(new RegExp(`(^|[^\\w$."'])${name.replace('.', '\\.')}\\s*[.(\\[]`));
    }
  });

  it('evaluates no text as code', () => {
    expect(bundle).not.toMatch(/\beval\s*\(|\bnew Function\b/);
  });

  it('carries no notes of columns and settings, which only the sheets show', () => {
    const columns: readonly Column[] = [PANEL, PAYER_MIX, COSTS, CHANGES, SCENARIOS].flatMap((table) => table.columns);
    const notes = [...columns, ...SETTING_COLUMNS].map(({ note }) => note).filter((note) => note.length > 20);
    expect(notes.length).toBeGreaterThan(50);
    expect(notes.filter((note) => bundle.includes(note.slice(0, 40)))).toEqual([]);
  });

  it('is under 60 kB gzipped, data apart: the rate book, and the words of the field and of totals rows', () => {
    const source = join(__dirname, '..', '..', 'src');
    const size = (...files: string[]) =>
      gzipSync(Buffer.concat(files.map((file) => readFileSync(join(source, file))))).length;
    const book = size('rates/book-text.ts');
    const words = size('tables/schemas/vocabulary.ts', 'tables/schemas/roll-up-words.ts');
    expect(gzipSync(bundle).length - book - words).toBeLessThan(60_000);
    expect(book).toBeLessThan(10_000);
    expect(words).toBeLessThan(6_000);
  });

  it('leaves no global behind', () => {
    expect(bundle.trim()).toMatch(/^\/\*![^*]*\*\/\s*\(\(\)=>\{.*\}\)\(\);?$/s);
  });

  it('refuses 92 for a share with a text that says what to give', () => {
    let error: unknown;
    try {
      call(loadFunctions(), 'REVENUE', [[[100]], [[0.8]], [[92]], [[66]]]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CellError);
    expect((error as CellError).code).toBe('#VALUE!');
    expect((error as CellError).message).toMatch(/^claimSuccessRate is 92.*0\.92 or 92%/);
  });
});
