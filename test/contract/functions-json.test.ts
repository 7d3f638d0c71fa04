import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionFiles } from '../../src/build/function-files';
import { FROZEN_SIGNATURES } from './frozen-signatures';
import { loadFunctions, metadata } from './built-functions';

const root = join(__dirname, '..', '..');
const ids = metadata.functions.map(({ id }) => id);

/** PANEL does not, RPM99457 does: up to three letters and then digits, as far as XFD1048576; R and C style too. */
function readsAsCellAddress(name: string): boolean {
  const [, column, row] = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(name) ?? [];
  if (column) {
    const number = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return number <= 16384 && Number(row) >= 1 && Number(row) <= 1048576;
  }
  return /^(R[0-9]*)?(C[0-9]*)?$/.test(name);
}

describe('functions.json', () => {
  it('describes the functions that the bundle brings, and no others', () => {
    expect([...loadFunctions().keys()].sort()).toEqual([...ids].sort());
  });

  it('describes every source file that declares a function', () => {
    expect(functionFiles(join(root, 'src', 'functions'))).toHaveLength(ids.length);
  });

  it('keeps the ids and the order of arguments that workbooks rely on', () => {
    const signatures = Object.fromEntries(
      metadata.functions.map(({ id, parameters }) => [
        id,
        parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', '),
      ]),
    );
    expect(signatures).toEqual(FROZEN_SIGNATURES);
  });

  it('has no name that reads as a cell address', () => {
    expect(
      ['RPM99457', 'CCM99490', 'G0556', 'R1C1', 'R', 'A1', 'XFD1048576'].filter((name) => !readsAsCellAddress(name)),
    ).toEqual([]);
    expect(['APCM', 'XFE1', 'A1048577', 'RPM'].filter(readsAsCellAddress)).toEqual([]);
    expect(ids.filter(readsAsCellAddress)).toEqual([]);
  });

  it('names no two things alike', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parameters } of metadata.functions)
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
  });

  describe.each(metadata.functions)('$id', ({ id, name, description, helpUrl, parameters, result }) => {
    it('is called as it is named', () => {
      expect(name).toBe(id);
      expect(name).toMatch(/^[A-Z]+$/);
    });

    it('says what it gives and what each argument is', () => {
      expect(description).toMatch(/^[A-Z].{20,254}$/);
      for (const parameter of parameters) expect(parameter.description, parameter.name).toMatch(/^.{10,254}$/);
      expect(result?.dimensionality).toMatch(/^(scalar|matrix)$/);
    });

    it('has its optional arguments last', () => {
      const optional = parameters.map((parameter) => Boolean(parameter.optional));
      expect(optional).toEqual([...optional].sort());
    });

    it('points at a help page of its own', () => {
      expect(helpUrl).toBe(`https://localhost:3000/help/${id}.html`);
      const page = readFileSync(join(root, 'dist', 'help', `${id}.html`), 'utf8');
      for (const parameter of parameters) expect(page).toContain(`<code>${parameter.name}</code>`);
    });

    it('offers only choices that are described', () => {
      for (const { customEnumId, type } of parameters.filter((parameter) => parameter.customEnumId)) {
        const choices = metadata.enums.find((candidate) => candidate.id === customEnumId);
        expect(choices?.type).toBe(type);
        expect(choices?.values.length).toBeGreaterThan(1);
      }
    });
  });

  it('defines each enum once, and none in vain', () => {
    const used = new Set(
      metadata.functions.flatMap(({ parameters }) => parameters.flatMap(({ customEnumId }) => customEnumId ?? [])),
    );
    expect(metadata.enums.map(({ id }) => id).sort()).toEqual([...used].sort());
  });

  it('is listed in the index of the help pages', () => {
    expect(existsSync(join(root, 'dist', 'help', 'index.html'))).toBe(true);
    const index = readFileSync(join(root, 'dist', 'help', 'index.html'), 'utf8');
    expect(ids.filter((id) => !index.includes(`href="${id}.html"`))).toEqual([]);
  });
});
