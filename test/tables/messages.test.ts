import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { CHANGES } from '../../src/tables/schemas/changes';
import type { Column } from '../../src/tables/schemas/column';
import { COSTS } from '../../src/tables/schemas/costs';
import { GUARDRAILS } from '../../src/tables/schemas/guardrails';
import * as messages from '../../src/tables/messages/messages';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS } from '../../src/tables/schemas/settings';

const SCHEMAS = [PANEL, PAYER_MIX, COSTS, SETTINGS, SCENARIOS, CHANGES];
const COLUMNS: readonly Column[] = [...SCHEMAS.flatMap(({ columns }) => columns), ...SETTING_COLUMNS];

/** What no message says of itself; what somebody pasted is quoted as it is. */
const INNARDS = /\[object|undefined|NaN|\bInfinity\b|∞/;
/** What people paste into a cell, as long as a cell can hold it. */
const pasted = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
    fc.constantFrom(
      '',
      ' ',
      'CCM',
      '<script>alert(1)</script>',
      '=HYPERLINK("x")',
      '$&',
      '%s',
      'n'.repeat(32_767),
      '🩺'.repeat(300),
      'two\nlines\tand tabs '.repeat(30),
      '1,200',
      '62%',
      '$66',
      '2027-05-01',
    ),
  )
  .filter((text) => !INNARDS.test(text));
const number = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 0.1 + 0.2, 1 / 3, 123456789.987654321),
);
const rowNumber = fc.integer({ min: 1, max: 1_048_576 });
const cell = fc.oneof(
  pasted,
  number,
  fc.boolean(),
  fc.constantFrom(NaN, Infinity, -Infinity, null, undefined, Symbol('many'), { code: '#N/A' }, [1, 2]),
);

/** Words that the program itself puts in: names of arguments, tables, columns, months. */
const OWN: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  total: fc.double({ min: 0, max: 200, noNaN: true }),
  aLength: rowNumber,
  bLength: rowNumber,
  least: fc.double({ min: 0, max: 1, noNaN: true }),
  mean: number,
  likely: fc.constantFrom(null, ...COLUMNS.map(({ header }) => header)),
  what: fc.constantFrom('attritionRate', 'percentOfMedicare', 'Payer mix, row 1000: Program'),
  title: fc.constantFrom(...SCHEMAS.map(({ title }) => title)),
  cell: fc.constantFrom('', ' (cell 1,048,576 of 1,048,576)'),
  row: rowNumber,
  first: rowNumber,
  other: rowNumber,
  index: rowNumber,
  cells: rowNumber,
  rows: rowNumber,
  columns: rowNumber,
  most: rowNumber,
  months: rowNumber,
  more: rowNumber,
  dates: fc.constantFrom(null, '2027-01 to 2036-12'),
  example: fc.constantFrom('a share from 0 to 1, e.g. 0.85 or 85%', 150),
  header: fc.oneof(fc.constantFrom(...COLUMNS.map(({ header }) => header)), pasted),
  line: fc.constantFrom(...LINES.map(({ name }) => name)),
  advice: fc.constantFrom(...GUARDRAILS.map(({ advice }) => advice)),
  crosses: fc.constantFrom('over', 'under'),
  reached: fc.constantFrom('104.0%', '1234.5', '$123456.78'),
  limit: fc.constantFrom('80.0%', '$0.50'),
  driver: fc.constantFrom(...COLUMNS.map(({ header }) => header)),
  given: fc.constantFrom(...COLUMNS.map(({ header }) => header)),
  missing: fc.constantFrom(...COLUMNS.map(({ header }) => header)),
  scope: fc.constantFrom('Program', 'Payer', 'Item'),
  choices: fc.constantFrom(...COLUMNS.filter(({ choices }) => choices.length).map(({ choices }) => choices)),
  settings: fc.constant(SETTING_COLUMNS.map(({ header }) => header)),
  ...Object.fromEntries(
    ['month', 'start', 'launch', 'last', 'from', 'aShape', 'bShape'].map((name) => [
      name,
      fc.constantFrom('2027-01', 'month 120', '1048576 × 16384'),
    ]),
  ),
  a: fc.constant('realizationRate'),
  b: fc.constant('claimSuccessRate'),
  basis: fc.constantFrom('overhead and compliance'),
  staffing: fc.constantFrom('unlimited', 'as needed'),
};
const BY_TYPE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  string: pasted,
  number,
  unknown: cell,
  'number | string': fc.oneof(number, fc.constant('2027-01')),
  'string | null': fc.option(pasted),
  boolean: fc.boolean(),
  'readonly string[]': fc.array(pasted, { maxLength: 12 }),
  Column: fc.constantFrom(...COLUMNS),
};

interface Text {
  name: string;
  parameters: { name: string; type: string; arbitrary: fc.Arbitrary<unknown> | undefined }[];
}

/** The catalogue as its source declares it: every exported function and its parameters. */
function catalogue(): Text[] {
  const path = join(__dirname, '..', '..', 'src', 'tables', 'messages', 'messages.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (
      !ts.isVariableStatement(statement) ||
      !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    )
      return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!initializer || !ts.isArrowFunction(initializer)) return [];
      const parameters = initializer.parameters.map((parameter) => {
        const type =
          parameter.type?.getText() ??
          (parameter.initializer && ts.isNumericLiteral(parameter.initializer) ? 'number' : 'string');
        return { name: parameter.name.getText(), type, arbitrary: OWN[parameter.name.getText()] ?? BY_TYPE[type] };
      });
      return [{ name: name.getText(), parameters }];
    });
  });
}

const TEXTS = catalogue();
/** Not sentences: a place, and the text of a bug. */
const PARTS = ['cellOf', 'fit', 'ourFault'];

describe('The catalogue of messages', () => {
  it('is found in its source', () => {
    expect(TEXTS.length).toBeGreaterThan(50);
    const exported = Object.entries(messages)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name);
    expect(exported.filter((name) => name !== 'fit' && !TEXTS.some((text) => text.name === name))).toEqual([]);
    const unknown = TEXTS.flatMap(({ name, parameters }) =>
      parameters
        .filter(({ arbitrary }) => !arbitrary)
        .map((parameter) => `${name}: ${parameter.name}: ${parameter.type}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(TEXTS.filter(({ name }) => !PARTS.includes(name)))(
    '$name fits into 255 characters, keeps its advice and names no innards, whatever it is given',
    ({ name, parameters }) => {
      const text = (messages as unknown as Record<string, (...args: unknown[]) => string>)[name];
      fc.assert(
        fc.property(fc.tuple(...parameters.map(({ arbitrary }) => arbitrary!)), (args) => {
          const message = text(...args);
          expect(message.length).toBeLessThan(255);
          // The end of the sentence is where the advice stands.
          if (name !== 'findingsMore') expect(message).toMatch(/[.?]$/);
          expect(message).not.toMatch(INNARDS);
          expect(message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('keeps the number of further findings behind a long one', () => {
    expect(messages.findingsMore('x'.repeat(254), 12)).toMatch(/^x+… \(12 more: see PPPM\.CHECKMODEL\)$/);
    expect(messages.findingsMore('x'.repeat(254), 12)).toHaveLength(254);
  });
});

describe('Numbers in messages', () => {
  it.each([
    [1200, '1,200'],
    [0.1 + 0.2, '0.3'],
    [1e300, '1E+300'],
    [-5e-324, '-5E-324'],
    [NaN, 'a number too large for Excel'],
    [0.000001, '0.000001'],
    [1234567.891, '1,234,567.9'],
  ])('%d is shown as %s', (value, text) => {
    expect(messages.notTrueOrFalse('x', value)).toBe(`x is ${text}; give TRUE or FALSE.`);
  });

  it.each([
    ['1,200', '1200'],
    ['$66', '66'],
    ['62%', '0.62'],
    [' 1,234,567.5 ', '1234570'],
    ['-3', '-3'],
    ['.5', '0.5'],
    ['12,34', '100'],
    ['1.2.3', '100'],
    ['about 5', '100'],
  ])('“%s” stands for %s', (typed, example) => {
    expect(messages.notANumber('x', typed)).toContain(`give a number, e.g. ${example}.`);
  });
});
