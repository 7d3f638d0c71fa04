import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, tableOfText } from '../../../src/actuals/reading/csv';
import { CsvBytes } from '../../../src/actuals/reading/csv-bytes';
import { readTable } from '../../../src/actuals/reading/read-table';
import type { Table } from '../../../src/actuals/reading/table';
import { cases } from '../../random-cases';
import { DIRTY_EXPORTS } from '../dirty-exports';

function tableOfBytes(text: string, pieces: readonly number[], hints = {}): Table {
  const bytes = new TextEncoder().encode(text);
  const reader = new CsvBytes(hints, bytes.length);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = pieces[i % pieces.length];
    reader.push(bytes.subarray(at, at + length));
    at += length;
  }
  return reader.end();
}

/** A table with its cells, however they are kept. */
const shown = ({ columns, label, rowNumbers, ...rest }: Table) => {
  const cells = ({ size, cell, rows }: Table['label']) => ({
    different: Array.from({ length: size }, (_, code) => cell(code)),
    rows: Array.from(rows),
  });
  return {
    ...rest,
    label: cells(label),
    columns: [...columns].map(([key, coded]) => [key, cells(coded)]),
    rowNumbers: Array.from(rowNumbers),
  };
};

describe('A file read as bytes', () => {
  it.each(DIRTY_EXPORTS)('is read like its text: $what', ({ text, options = {} }) => {
    for (const pieces of [[1], [7], [1 << 20]])
      expect(readTable(tableOfBytes(text, pieces, options), options)).toEqual(readText(text, options));
  });

  it.each([
    ['an escaped quotation mark', '\ufeffx,y\n""""'],
    ['a delimiter', '\ufeffx,y\n"""",'],
    ['a cell in quotation marks', '\ufeffx,y\n1,"a"'],
  ])('is not read beyond its end: %s', (_, text) => {
    for (const pieces of [[1], [7], [1 << 20]])
      expect(shown(tableOfBytes(text, pieces))).toEqual(shown(tableOfText(text, {})));
  });

  const cell = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom('P1', 'P2', 'CCM', '2026-07', '2026-07-04', '66.00', 'Paid', '', '0', ' '),
    },
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', ' ', 'a', 'é', '患', '\u00a0', '\u200b', '0', '\0'),
      maxLength: 6,
    }),
  );
  const line = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 12 });
  const file = fc
    .record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      bom: fc.constantFrom('', '\ufeff'),
      header: fc.constantFrom(
        [
          'Claim ID',
          'Patient ID',
          'Service month',
          'Program',
          'Payer',
          'Code',
          'Allowed',
          'Paid',
          'Status',
          'Decision date',
        ],
        ['Ref', 'Patient ID', 'Month', 'Program', 'Minutes'],
        ['x', 'y'],
      ),
      lines: fc.array(line, { maxLength: 60 }),
      hasLastEnd: fc.boolean(),
    })
    .map(({ delimiter, end, bom, header, lines, hasLastEnd }) => {
      const rows = lines.map((cells) =>
        cells
          .map(([text, isQuoted]) =>
            isQuoted || text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
          )
          .join(delimiter),
      );
      return bom + [header.join(delimiter), ...rows].join(end) + (hasLastEnd ? end : '');
    });
  it('is the same table as its text, in pieces of any length', () => {
    fc.assert(
      fc.property(file, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (text, pieces) => {
        expect(shown(tableOfBytes(text, pieces))).toEqual(shown(tableOfText(text, {})));
      }),
      { numRuns: cases(500) },
    );
  });

  it('says in which row quotation marks do not fit, like its text', () => {
    const line = fc.array(fc.constantFrom('P1', '"', 'a"b', '"a"b', '"a" ', '"a"""', 'CCM'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 20 }), (lines, piece) => {
        const text = ['Patient ID,Month,Program,Minutes', ...lines.map((cells) => cells.join(','))].join('\n');
        const [bytes, slow] = [tableOfBytes(text, [piece]), tableOfText(text, {})];
        expect(bytes.brokenAt).toBe(slow.brokenAt);
        expect(Array.from(bytes.rowNumbers)).toEqual(Array.from(slow.rowNumbers));
      }),
      { numRuns: cases(500) },
    );
  });

  it('is read beyond its first rows, with many different cells', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) =>
        `C${i},P${i % 977},2026-0${1 + (i % 9)},CCM,Medicare,99490,${(i * 37) % 9000}.25,"1,0${i % 10}0.50",Paid,2026-10-0${1 + (i % 9)}`,
    );
    const text = `Claim ID,Patient ID,Service month,Program,Payer,Code,Allowed,Paid,Status,Decision date\n${rows.join('\n')}\n`;
    const reading = readTable(tableOfBytes(text, [50_000]));
    expect(reading).toEqual(readText(text));
    expect(reading.account).toMatchObject({ rowsIn: 20_000, rowsUsed: 20_000 });
  });
});
