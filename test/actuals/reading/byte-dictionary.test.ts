import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary, SLACK, viewOf } from '../../../src/actuals/reading/byte-dictionary';
import { CellPlaces } from '../../../src/actuals/reading/cell-places';
import { Coder, type Coded } from '../../../src/actuals/reading/coded';
import { cases } from '../../random-cases';

/** The cells as one column of a file, some rows of it at a time. */
function fromBytes(texts: readonly string[], rowsAtOnce = 100): Coded {
  const dictionary = new ByteDictionary(10);
  for (let from = 0; from < texts.length; from += rowsAtOnce) {
    const encoded = texts.slice(from, from + rowsAtOnce).map((text) => new TextEncoder().encode(text));
    const cells = new CellPlaces();
    // What lies around a cell is no part of it.
    cells.bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length + 1, 2 * SLACK)).fill(44);
    cells.view = viewOf(cells.bytes);
    cells.stride = 1;
    let at = SLACK;
    for (const bytes of encoded) {
      cells.bytes.set(bytes, at);
      cells.starts[cells.rows] = at;
      cells.ends[cells.rows++] = at + bytes.length;
      at += bytes.length + 1;
    }
    dictionary.add(cells, 0);
  }
  return dictionary.end();
}

function fromTexts(texts: readonly string[]): Coded {
  const coder = new Coder();
  for (const text of texts) coder.add(text);
  return coder.end();
}

const shown = ({ size, cell, rows }: Coded) => ({ cells: Array.from({ length: size }, (_, code) => cell(code)), rows });

function expectSame(texts: readonly string[], rowsAtOnce?: number): void {
  expect(shown(fromBytes(texts, rowsAtOnce))).toEqual(shown(fromTexts(texts)));
}

describe('Cells kept as bytes', () => {
  const number = fc.integer({ min: 0, max: 2_000 });
  /** What numbers of claims and patients look like, and names. */
  const identifier = fc.oneof(
    number.map(String),
    number.map((n) => String(n).padStart(6, '0')),
    number.map((n) => `CLM-2026-${n}`),
    number.map((n) => `7f3d9a2e-0b51-4c7e-9d11-${String(n).padStart(12, '0')}`),
    fc.string({ unit: fc.constantFrom('0', '9', 'P', 'é', '患', '🙂', '\0', ' ', '\u00a0'), maxLength: 14 }),
  );

  it('are those of their texts: identifiers of any length, with zeros before them, in any script', () => {
    fc.assert(
      fc.property(fc.array(identifier, { maxLength: 400 }), fc.integer({ min: 1, max: 90 }), (texts, rowsAtOnce) =>
        expectSame(texts, rowsAtOnce),
      ),
      { numRuns: cases(300) },
    );
  });

  it('are those of their texts where they rise, and when they no longer do', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), fc.array(identifier, { maxLength: 50 }), (numbers, rest) => {
        const rising = numbers.sort((a, b) => a - b).map(String);
        expectSame([...rising, ...rest, ...rising]);
      }),
      { numRuns: cases(300) },
    );
  });

  it.each([
    ['9', '10', '9'],
    ['P009', 'P010', 'P009', '', 'P010'],
    ['a', 'a\0', '\0a', '\0', 'a'],
    ['0', '00', '000', '0'],
    ['123456789012', '1234567890123', '123456789012'],
    ['1234567890123', '1234567890124', '12345678901234', '1234567890123'],
    // What fills up the last word of a long one is no part of it.
    ['1234567890123', '1234567890123\0', '1234567890123\0\0', '1234567890123'],
    ['ÿ', 'a', 'ÿ', 'ÿÿÿÿÿÿ', 'ÿÿÿÿÿÿÿ'],
  ])('are told apart: %j, %j …', (...texts) => expectSame(texts));

  it.each([127, 128, 129, 255, 256, 257, 32_767, 32_768, 32_769, 65_535, 65_536, 70_000])(
    'are as many as there are: %i',
    (size) => {
      const risingOf = (cellOf: (i: number) => string) => Array.from({ length: size }, (_, i) => cellOf(i));
      for (const texts of [
        risingOf((i) => String(i + 1)),
        // Not in order, so that all are looked up, among many that share a slot.
        risingOf((i) => String((i * 7919) % 100_003)),
        risingOf((i) => `${((i * 7919) % 100_003).toString(36)}-2026-07`),
        risingOf((i) => `Line ${(i * 7919) % 100_003} of the claim`),
      ]) {
        const coded = fromBytes([...texts, ...texts], 512);
        expect(coded.size).toBe(size);
        expect(coded.rows.every((code, row) => code === row % size)).toBe(true);
        expect(texts.every((text, code) => coded.cell(code) === text)).toBe(true);
        expect(coded.rows.BYTES_PER_ELEMENT).toBe(size <= 128 ? 1 : size <= 32_768 ? 2 : 4);
      }
    },
  );
});
