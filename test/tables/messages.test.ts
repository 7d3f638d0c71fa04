import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/engine/model/lines';
import { rateBook } from '../../src/rates/book';
import { billedOnce } from '../../src/rates/billed-once';
import { parseBundle } from '../../src/rates/bundle';
import { bundleFindings } from '../../src/rates/bundle-findings';
import { CHANGES } from '../../src/tables/schemas/changes';
import type { Column } from '../../src/tables/schemas/column';
import { MODELS } from '../../src/contracts/book/find-terms';
import { CONTRACTS } from '../../src/tables/schemas/contracts';
import { COSTS } from '../../src/tables/schemas/costs';
import { OUTCOMES } from '../../src/tables/schemas/outcomes';
import { GUARDRAILS } from '../../src/tables/schemas/guardrails';
import * as argumentMessages from '../../src/tables/messages/arguments';
import * as contractMessages from '../../src/tables/messages/contracts';
import * as estimateMessages from '../../src/tables/messages/estimates';
import * as exportMessages from '../../src/tables/messages/exports';
import * as noteMessages from '../../src/tables/messages/notes';
import * as rateMessages from '../../src/tables/messages/rates';
import * as tableMessages from '../../src/tables/messages/tables';
import * as whatIfMessages from '../../src/tables/messages/what-if';
import type { PatternProblem } from '../../src/tables/reading/payment-pattern';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS } from '../../src/tables/schemas/settings';
import { MEANINGS } from '../../src/tables/schemas/vocabulary';
import { cases } from '../random-cases';

const SCHEMAS = [PANEL, PAYER_MIX, COSTS, SETTINGS, SCENARIOS, CHANGES, CONTRACTS, OUTCOMES];
const COLUMNS: readonly Column[] = [...SCHEMAS.flatMap(({ columns }) => columns), ...SETTING_COLUMNS];

/** The catalogue, by reader. */
const CATALOGUE: Readonly<Record<string, object>> = {
  arguments: argumentMessages,
  estimates: estimateMessages,
  tables: tableMessages,
  notes: noteMessages,
  rates: rateMessages,
  'what-if': whatIfMessages,
  contracts: contractMessages,
  exports: exportMessages,
};

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
  excelName: fc.constantFrom(...SCHEMAS.map(({ name }) => name)),
  cell: fc.constantFrom('', ' (cell 1,048,576 of 1,048,576)'),
  first: rowNumber,
  other: rowNumber,
  index: rowNumber,
  cells: rowNumber,
  row: rowNumber,
  rows: rowNumber,
  lines: rowNumber,
  of: rowNumber,
  columns: rowNumber,
  position: rowNumber,
  advice: fc.constantFrom(...MEANINGS.map(({ advice }) => advice)),
  most: rowNumber,
  months: rowNumber,
  more: rowNumber,
  dates: fc.constantFrom(null, '2027-01 to 2036-12'),
  example: fc.constantFrom('a share from 0 to 1, e.g. 0.85 or 85%', 150),
  header: fc.oneof(fc.constantFrom(...COLUMNS.map(({ header }) => header)), pasted),
  driver: fc.constantFrom(...COLUMNS.map(({ header }) => header)),
  given: fc.constantFrom(...COLUMNS.map(({ header }) => header)),
  choices: fc.constantFrom(...COLUMNS.filter(({ choices }) => choices.length).map(({ choices }) => choices)),
  settings: fc.constant(SETTING_COLUMNS.map(({ header }) => header)),
  lastYear: fc.constant('2026'),
  year: fc.constant('2026'),
  ...Object.fromEntries(
    [
      'month',
      'start',
      'launch',
      'last',
      'from',
      'aShape',
      'bShape',
      'below',
      'above',
      'second',
      'reached',
      'at',
      'lowest',
      'highest',
    ].map((name) => [name, fc.constantFrom('2027-01', 'month 120', '1048576 × 16384')]),
  ),
  told: fc.constantFrom('driver “Amout” is not known; did you mean Amount?', 'it is 3; give 2 or less.'),
  a: fc.constant('realizationRate'),
  b: fc.constant('claimSuccessRate'),
  basis: fc.constantFrom('overhead and compliance'),
  staffing: fc.constantFrom('unlimited', 'as needed'),
};
const month = fc.constantFrom('2027-01', 'month 120');
const scenario = fc.option(pasted);
const isoDate = fc.constantFrom('2023-12-31', '2026-01-01', '2031-06-30');
const code = fc.oneof(pasted, fc.constantFrom(...rateBook().codes.keys()));
const shape = fc.record({ rows: rowNumber, columns: rowNumber });
const STATES = [...new Set(rateBook().localities.map(({ state }) => state))];

const likely = fc.record({ words: fc.constant('27 September 2027'), typed: isoDate });

const places = fc.record({
  table: fc.constantFrom(...SCHEMAS.map(({ title }) => title)),
  row: rowNumber,
  label: pasted,
  column: fc.oneof(fc.constantFrom(...COLUMNS.map(({ header }) => header)), pasted),
});

const BY_TYPE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Place: places,
  'readonly Place[]': fc.array(places, { minLength: 1, maxLength: 40 }),
  Crossing: fc.record({
    line: fc.constantFrom(...LINES.map(({ name }) => name)),
    scenario,
    month,
    value: fc.constantFrom('104.0%', '1234.5', '$123456.78'),
    side: fc.constantFrom('over', 'under'),
    limit: fc.constantFrom('80.0%', '$0.50'),
    months: rowNumber,
    advice: fc.constantFrom(...GUARDRAILS.map(({ advice }) => advice)),
  }),
  Sought: fc.record({
    driver: fc.oneof(pasted, fc.constant('Allowed PPPM, CCM, Medicare')),
    today: fc.constantFrom('24', '$66.13', '2027-01', 'various'),
    line: fc.oneof(pasted, fc.constant('Margin of CCM in 2027-12')),
    target: fc.constantFrom('$50,000', '62.5%', '−$1,234,567.8'),
  }),
  InMonths: fc.record({ scenario, month, months: rowNumber }),
  PatternProblem: fc.constantFrom(
    ...(['no shares', 'one number', 'a date', 'not a share', 'exceeds one', 'nothing'] satisfies PatternProblem[]),
  ),
  RateProblem: fc.oneof(
    fc.record({ what: fc.constant('unknownCode'), code }),
    fc.record({ what: fc.constant('unknownLocality'), locality: pasted }),
    fc
      .constantFrom(...STATES)
      .map((state) => ({
        what: 'severalLocalities',
        state,
        localities: rateBook().localities.filter((locality) => locality.state === state),
      })),
    fc.record({ what: fc.constantFrom('beforeLife', 'afterLife'), code, date: isoDate, from: isoDate, to: isoDate }),
    fc.record({ what: fc.constantFrom('beforeBook', 'afterBook'), date: isoDate, first: isoDate, last: isoDate }),
    fc.record({ what: fc.constantFrom('contractorPriced', 'noFacilityAmount'), code }),
    fc.record({ what: fc.constant('unreadableBundle'), text: pasted, part: pasted }),
  ),
  ContractProblem: fc.oneof(
    fc.record({
      what: fc.constantFrom('unknownModel', 'wrongKind'),
      model: pasted,
      kind: fc.constant('shared savings'),
      wanted: fc.constant('care fee'),
      models: fc.constant(MODELS.map(({ name }) => name)),
    }),
    fc.record({
      what: fc.constantFrom('notYet', 'ended', 'noTerms'),
      model: fc.constantFrom(...MODELS.map(({ name }) => name)),
      date: isoDate,
      from: isoDate,
      to: isoDate,
      follows: fc.constantFrom(null, ...MODELS.map(({ name }) => name)),
    }),
  ),
  BundleFinding: fc.constantFrom(
    ...['99490 + 99491', '99490 + 98980', '99490 + G0557'].flatMap((text) => bundleFindings(parseBundle(text), null)),
  ),
  'readonly number[]': fc.array(number, { minLength: 2, maxLength: 12 }),
  'Likely | null': fc.option(likely),
  DayInMonth: fc.record({
    day: fc.constantFrom('27 January', '15 September'),
    month: fc.constant('September 2026'),
    typed: isoDate,
    meant: fc.option(likely),
  }),
  BilledOnce: fc.constantFrom(...billedOnce(parseBundle('99453 + G0506 + 99492 + 99495'), null)),
  Shape: shape,
  'Proposal | null': fc.option(
    fc.record({
      year: fc.constant(2027),
      change: fc.double({ min: -1, max: 1, noNaN: true }),
      rule: fc.constant('CMS-1848-P, July 2026'),
    }),
  ),
  string: pasted,
  number,
  unknown: cell,
  'number | string': fc.oneof(number, fc.constant('2027-01')),
  'string | null': fc.option(pasted),
  boolean: fc.boolean(),
  'readonly string[]': fc.array(pasted, { maxLength: 12 }),
  Column: fc.constantFrom(...COLUMNS),
  'readonly Column[]': fc.subarray(
    COLUMNS.filter(({ fallback }) => fallback !== undefined),
    { minLength: 1 },
  ),
};

interface Text {
  reader: string;
  name: string;
  parameters: { name: string; type: string; arbitrary: fc.Arbitrary<unknown> | undefined }[];
}

/** The catalogue as its source declares it: every exported function and its parameters. */
function catalogue(reader: string): Text[] {
  const path = join(__dirname, '..', '..', 'src', 'tables', 'messages', `${reader}.ts`);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts = source.statements.flatMap((statement): [string, ts.NodeArray<ts.ParameterDeclaration>][] => {
    if (!ts.canHaveModifiers(statement)) return [];
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(statement)) return [[statement.name!.getText(), statement.parameters]];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer) ? [[name.getText(), initializer.parameters]] : [],
    );
  });
  return texts.map(([name, parameters]) => ({
    reader,
    name,
    parameters: parameters.map((parameter) => {
      const type =
        parameter.type?.getText() ??
        (parameter.initializer && ts.isNumericLiteral(parameter.initializer) ? 'number' : 'string');
      return { name: parameter.name.getText(), type, arbitrary: OWN[parameter.name.getText()] ?? BY_TYPE[type] };
    }),
  }));
}

const TEXTS = Object.keys(CATALOGUE).flatMap(catalogue);
/** Said for several readers, in words they share. */
const SHARED = ['unknownName'];
/** Not sentences of their own: a place, an error around another text, and the text of a bug. */
const PARTS = ['cellOf', 'rateInputError', 'contractInputError', 'ourFault'];
/** A rule with its source, in a table of findings: as long as it has to be. */
const OF_ANY_LENGTH = ['bundleFinding'];

describe('The catalogue of messages', () => {
  it('is found in its source', () => {
    expect(TEXTS.length).toBeGreaterThan(50);
    const missing = Object.entries(CATALOGUE).flatMap(([reader, texts]) =>
      Object.entries(texts)
        .filter(([, value]) => typeof value === 'function')
        .map(([name]) => name)
        .filter(
          (name) => !SHARED.includes(name) && !TEXTS.some((text) => text.reader === reader && text.name === name),
        ),
    );
    expect(missing).toEqual([]);
    const unknown = TEXTS.flatMap(({ name, parameters }) =>
      parameters
        .filter(({ arbitrary }) => !arbitrary)
        .map((parameter) => `${name}: ${parameter.name}: ${parameter.type}`),
    );
    expect(unknown).toEqual([]);
  });

  it('has a file for each reader and no other', () => {
    const folder = join(__dirname, '..', '..', 'src', 'tables', 'messages');
    const other = ['finding.ts', 'input-error.ts', 'place.ts', 'wording.ts'];
    expect(
      readdirSync(folder)
        .filter((file) => !other.includes(file))
        .sort(),
    ).toEqual(
      Object.keys(CATALOGUE)
        .map((reader) => `${reader}.ts`)
        .sort(),
    );
  });

  it.each(TEXTS.filter(({ name }) => !PARTS.includes(name)))(
    '$reader: $name fits into 255 characters, keeps its advice and names no innards, whatever it is given',
    ({ reader, name, parameters }) => {
      const text = (CATALOGUE[reader] as Record<string, (...args: unknown[]) => string>)[name];
      fc.assert(
        fc.property(fc.tuple(...parameters.map(({ arbitrary }) => arbitrary!)), (args) => {
          const message = text(...args);
          if (!OF_ANY_LENGTH.includes(name)) expect(message.length).toBeLessThan(255);
          // The end of the sentence is where the advice stands.
          if (name !== 'findingsMore') expect(message).toMatch(/[.?]$/);
          expect(message).not.toMatch(INNARDS);
          expect(message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        }),
        { numRuns: cases(60) },
      );
    },
  );

  it('keeps the number of further findings behind a long one', () => {
    expect(argumentMessages.findingsMore('x'.repeat(254), 12)).toMatch(/^x+… \(12 more: see PPPM\.CHECKMODEL\)$/);
    expect(argumentMessages.findingsMore('x'.repeat(254), 12)).toHaveLength(254);
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
    expect(argumentMessages.notTrueOrFalse('x', value)).toBe(`x is ${text}; give TRUE or FALSE.`);
  });

  it.each([
    ['1,200', '1200'],
    ['$66', '66'],
    ['62%', '0.62'],
    [' 1,234,567.5 ', '1234567.5'],
    ['-3', '-3'],
    ['.5', '0.5'],
    ['12,34', '12.34'],
    ['1.2.3', '100'],
    ['about 5', '100'],
  ])('“%s” stands for %s', (typed, example) => {
    expect(argumentMessages.notANumber('x', typed)).toContain(`give a number, e.g. ${example}.`);
  });
});
