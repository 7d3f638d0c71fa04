import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { bookText } from '../../src/build/rate-book/book-text';
import { rateBook } from '../../src/rates/book';
import { codeLife } from '../../src/rates/rate';
import { facts, FACTS } from './facts';

const shipped = readFileSync(join(__dirname, '..', '..', 'src', 'rates', 'book-text.ts'), 'utf8');

describe('The rate book', () => {
  it('is what its script writes from the fact tables', () => {
    expect(bookText(FACTS)).toBe(shipped);
  });

  it('holds every code, locality and factor of the tables', () => {
    const book = rateBook();
    expect(new Set(book.codes.keys())).toEqual(new Set(facts('pfs-rvus').map(({ hcpcs }) => hcpcs)));
    expect(book.localities).toHaveLength(109);
    for (const year of [2024, 2025, 2026])
      expect(new Set(book.localities.map(({ key }) => key))).toEqual(
        new Set(facts(`gpci-${year}`).map(({ state, locality }) => `${state}-${locality}`)),
      );
    expect(book.factors.length + book.proposedFactors.length).toBe(facts('conversion-factors').length);
  });

  it('keeps a proposed factor apart from those in force', () => {
    expect(rateBook().lastDay).toBe('2026-12-31');
    expect(rateBook().proposedFactors.map(({ from, kind, tenThousandths }) => [from, kind, tenThousandths])).toEqual([
      ['2027-01-01', 'non-QP', 328400],
      ['2027-01-01', 'QP', 331700],
    ]);
  });

  it('says where each fact was seen', () => {
    const { factors, schedules, rules, restrictions } = rateBook();
    const sources = [
      ...factors.map(({ source }) => source),
      ...schedules.flatMap(({ relativeValuesSource, gpciSource }) => [relativeValuesSource, gpciSource]),
      ...[...rules.values()].flat().map(({ source }) => source),
      ...restrictions.map(({ source }) => source),
    ];
    for (const { text, confidence } of sources)
      expect(text.length > 4 && confidence.length > 4, `${text}: ${confidence}`).toBe(true);
    // A figure's source is its document; where it was only read says how far it may be trusted.
    for (const { text, confidence } of sources)
      expect(`${text} (${confidence})`).not.toMatch(/github|repositor|\brepos?\b/i);
    for (const { source } of factors) expect(source.text).toMatch(/^CMS.*\d{4}-\d{2}-\d{2}/);
  });

  it('ships nothing from memory as a fact: only as a reading of an unsettled rule that says so', () => {
    const { rules, restrictions } = rateBook();
    expect([...rules.values()].flat().filter(({ source }) => source.confidence.startsWith('memory'))).toEqual([]);
    for (const { source, rule, otherwise } of restrictions.filter(({ source }) =>
      source.confidence.startsWith('memory'),
    )) {
      expect(otherwise, rule).toContain('unverified');
      expect(source.text).toContain('from memory');
    }
    // G0506 and PCM's cap of two add-ons are known from memory only.
    expect(rules.get('G0506')).toBeUndefined();
    expect(rules.get('99427')![0].mostUnits).toBe(Infinity);
    expect(restrictions.some(({ a, b }) => a.includes('99424') && b.includes('99426'))).toBe(false);
  });

  it('has relative values in every published year of a code’s life', () => {
    const { codes, schedules } = rateBook();
    for (const code of codes.values()) {
      const life = codeLife(code);
      const expected = schedules
        .map(({ year }) => year)
        .filter((year) => life.from <= `${year}-12-31` && `${year}-01-01` <= life.to);
      expect(
        code.years.map(({ year }) => year),
        code.code,
      ).toEqual(expected);
    }
  });

  it('adds less than 10 kB gzipped to the worksheet functions', () => {
    expect(gzipSync(shipped, { level: 9 }).length).toBeLessThan(10_000);
  });
});

describe('The script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['conversion-factors.csv', '33.4009', '33.40095', 'no number of 4 decimals'],
    ['gpci-2025.csv', ',AL,00,', ',AL,07,', 'not a locality of every year'],
    ['code-exclusions.csv', '99457,99470,', '99457,99471,', 'No reading of the exclusion 99457 × 99471'],
    ['code-exclusions.csv', /^BHI or CoCM.*\n/m, '', 'No exclusion is called BHI or CoCM × CCM'],
    ['pfs-rvus.csv', 'PPRRVU2025', 'A|B PPRRVU2025', 'should be one value'],
  ])('stops at a fact in %s that it would have to guess at', (file, from, to, message) => {
    cpSync(FACTS, folder, { recursive: true });
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to));
    expect(() => bookText(folder)).toThrow(message);
  });
});
