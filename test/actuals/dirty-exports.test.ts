import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/actuals/reading/csv';
import type { Reading } from '../../src/actuals/reading/read-table';
import { cases } from '../random-cases';
import { DIRTY_EXPORTS } from './dirty-exports';

/** Rows in are rows used and rows set aside, each with row and reason; money likewise, to the cent. */
export function expectItAddsUp({ account, setAside, refused }: Reading): void {
  expect(account.rowsUsed + account.rowsAside).toBe(account.rowsIn);
  expect(account.byReason.reduce((sum, { rows }) => sum + rows, 0)).toBe(account.rowsAside);
  if (refused === null) expect(setAside).toHaveLength(account.rowsAside);
  for (const money of account.money) expect(money.used + money.aside).toBe(money.in);
  const aside = account.money.reduce((sum, money) => sum + money.aside, 0);
  expect(setAside.reduce((sum, { cents }) => sum + cents, 0)).toBe(aside);
  expect(account.byReason.reduce((sum, { cents }) => sum + cents, 0)).toBe(aside);
}

describe('Dirty exports', () => {
  it('are fifty and more', () => {
    expect(DIRTY_EXPORTS.length).toBeGreaterThanOrEqual(50);
  });

  it.each(DIRTY_EXPORTS)('$what', ({ text, options, kind, used, aside = [], money, blankLines = 0, refused }) => {
    const reading = readText(text, options);
    if (refused) expect(reading.refused).toMatch(refused);
    else expect(reading.refused).toBeNull();
    expect(reading.kind).toBe(kind);
    expect(reading.account.rowsUsed).toBe(used);
    expect(reading.setAside.map(({ row, reason }) => [row, reason])).toEqual(aside);
    expect(reading.account.blankLines).toBe(blankLines);
    if (money)
      expect(Object.fromEntries(reading.account.money.map(({ header, used }) => [header, used]))).toEqual(money);
    expectItAddsUp(reading);
    // Every row with content is accounted for.
    const filled = text.split(/\r?\n/).filter((line) => /[^\s,;\t]/.test(line)).length;
    if (!refused && !/quot/.test(text))
      expect(reading.account.rowsIn).toBe(filled - (/^Claim,Patient,Service/.test(text) ? 2 : 1));
  });

  it('never name a patient or a claim', () => {
    for (const { text, options } of DIRTY_EXPORTS) {
      const { setAside, notes, refused } = readText(text, options);
      const said = [...setAside.map((row) => row.text), ...notes, refused ?? ''].join('\n');
      expect(said).not.toMatch(/\b[PC]\d\b/);
    }
  });

  it('never name a patient whose number slipped into another column', () => {
    const { setAside } = readText(
      'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-25,\nP2,CCM,P1,2026-04-25,\nP1,Medicare,2026-05-25,P2,\n',
      { payers: ['Medicare'] },
    );
    expect(setAside.map(({ row }) => row)).toEqual([3, 4]);
    for (const { text } of setAside) expect(text).not.toMatch(/P[12]/);
  });
});

describe('A roster with dirt in it', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((after) => new Date(Date.UTC(2024, 0, 1 + after)).toISOString().slice(0, 10));
  const clean = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('CCM', 'RPM'),
      fc.constantFrom('Medicare', 'Medicaid'),
      day,
      fc.option(day, { nil: '' }),
    ),
    { minLength: 1, maxLength: 30 },
  );
  const dirt = fc.constantFrom(
    ...[
      '',
      ',,,,',
      'Total,,,,',
      'Patient ID,Program,Payer,Enrolled,Disenrolled',
      'P1,CCM,Medicare,2024-02-30,',
      'P1,CCM,,2024-02-03,',
    ],
    ...[
      'P1,CCM,Medicare,soon,',
      'P1,CCM,Med,icare,2024-02-03,',
      '  , , ,,',
      'page 1 of 2',
      'P1',
      '"x ""y"" z",CCM,Medicare,2024-01-01,',
    ],
  );
  it('loses no row, wherever it lies', () => {
    fc.assert(
      fc.property(clean, fc.array(fc.tuple(fc.nat(), dirt), { maxLength: 10 }), (rows, dirts) => {
        const lines = rows.map(([patient, ...rest]) => [`P${patient}`, ...rest].join(','));
        for (const [at, line] of dirts) lines.splice(at % (lines.length + 1), 0, line);
        const reading = readText(['Patient ID,Program,Payer,Enrolled,Disenrolled', ...lines].join('\n'));
        expectItAddsUp(reading);
        expect(reading.refused).toBeNull();
        const filled = lines.filter((line) => /[^\s,]/.test(line));
        expect(reading.account.rowsIn).toBe(filled.length);
        const told = new Set(reading.setAside.map(({ row }) => row));
        expect(told.size).toBe(reading.setAside.length);
        expect(reading.rows?.kind === 'roster' && reading.rows.enrolled.length).toBe(reading.account.rowsUsed);
      }),
      { numRuns: cases(300) },
    );
  });
});
