/** Random contents and edits of a small workbook. No formula can read itself: it reads columns to its left, and spills stand between. */
import fc from 'fast-check';
import type { Content, Edit } from './edited-workbook';

const SHEETS = ['Start', 'Rates', 'Checks', 'Log'];

const row = fc.integer({ min: 0, max: 7 });
const sheet = fc.integer({ min: 0, max: 3 });
const prefix = fc.constantFrom('', '', '', ...SHEETS.map((name) => `${name}!`));
const cellOf = (columns: string) =>
  fc.tuple(prefix, fc.constantFrom(...columns), row).map(([on, column, at]) => `${on}${column}${at + 1}`);
const sumOf = (columns: string) =>
  fc
    .tuple(prefix, fc.constantFrom(...columns), row, row)
    .map(([on, column, a, b]) => `SUM(${on}${column}${Math.min(a, b) + 1}:${column}${Math.max(a, b) + 1})`);

const inputs = fc.oneof(
  cellOf('A'),
  sumOf('A'),
  fc.constantFrom(
    'Low',
    'Day',
    'SUM(tblOne[Value])',
    'SUM(tblTwo[Item])',
    'LOOKUP(1,0/(tblOne[Item]>0),tblOne[Value])',
  ),
);
const results = fc.oneof(inputs, cellOf('B'), cellOf('B'), sumOf('B'));
const further = fc.oneof(results, cellOf('C'), sumOf('C'), fc.constant('High'));
const spills = fc.oneof(further, cellOf('F'), sumOf('F'), fc.constantFrom('SUM(F1#)', 'SUM(F5#)', 'SUM(Rates!F1#)'));

/** None gives a blank cell: Univer keeps blank what Excel makes 0, and reads it as either. */
const formula = (read: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(read, read).map(([a, b]) => `=${a}+${b}`) },
    { weight: 2, arbitrary: read.map((a) => `=TEST.DOUBLE(${a})`) },
    read.map((a) => `=IF(ISNUMBER(${a}),MIN(EOMONTH(${a},0),50000),IF(${a}="",7,"no"))`),
    read.map((a) => `=IFERROR(0+${a},-1)`),
  );
const list = further.chain((a) => fc.constantFrom(`=TEST.LIST(${a})`, `=SEQUENCE(1+MOD(N(${a}),3))`));
const constant = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom('', 'text'));

const [A, B, C, D, F, G, I, J] = [0, 1, 2, 3, 5, 6, 8, 9];
const put = (columns: number[], content: fc.Arbitrary<string | number>, rows: fc.Arbitrary<number> = row) =>
  fc.record({ row: rows, column: fc.constantFrom(...columns), content });
const mostly = (formulas: fc.Arbitrary<string>): fc.Arbitrary<string | number> =>
  fc.oneof({ weight: 4, arbitrary: formulas }, constant);

const input = put([A, A, I, J], constant);
export const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: input },
  { weight: 3, arbitrary: put([B], mostly(formula(inputs))) },
  { weight: 3, arbitrary: put([C], mostly(formula(results))) },
  { weight: 3, arbitrary: put([D], mostly(formula(further))) },
  { weight: 3, arbitrary: put([G], formula(spills)) },
  { weight: 2, arbitrary: put([F], mostly(list), fc.constantFrom(0, 4)) },
);

const kind = <K extends Edit['kind']>(name: K) => fc.constant(name);
const sheetName = fc.constantFrom(...SHEETS);
const tableName = fc.constantFrom('tblOne', 'tblTwo');
const rows = fc.integer({ min: 2, max: 4 });
const reference = (columns: string) =>
  cellOf(columns).map((cell) => (cell.includes('!') ? `=${cell}` : `=Start!${cell}`));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: kind('write'), sheet, cells: fc.array(input, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: kind('write'), sheet, cells: fc.array(content, { minLength: 1, maxLength: 6 }) }),
  },
  fc.record({
    kind: kind('name'),
    name: fc.constantFrom('Low', 'Day'),
    formula: fc.option(fc.oneof(reference('A'), fc.constantFrom('=2+Start!A1', '=Start!$A$1:$A$4'))),
  }),
  fc.record({ kind: kind('name'), name: fc.constant('High'), formula: fc.option(reference('C')) }),
  fc.record({ kind: kind('add sheet'), name: sheetName }),
  fc.record({ kind: kind('delete sheet'), sheet }),
  fc.record({ kind: kind('rename sheet'), sheet, name: sheetName }),
  fc.record({ kind: kind('add table'), name: tableName, sheet, row: fc.constantFrom(0, 4), rows }),
  fc.record({ kind: kind('resize table'), name: tableName, rows }),
  fc.record({ kind: kind('delete table'), name: tableName }),
  fc.record({ kind: kind('rename table'), name: tableName, newName: tableName }),
  fc.record({ kind: kind('insert row'), sheet, row }),
  fc.record({ kind: kind('delete row'), sheet, row }),
  fc.record({ kind: kind('calculate by hand'), byHand: fc.boolean() }),
  fc.record({ kind: kind('calculate now'), everything: fc.boolean() }),
  fc.record({ kind: kind('register functions') }),
);

/** Each with the turns of the event loop that go by before it: mostly few, so that what went before is not calculated yet. */
export const edits = fc.array(
  fc.record({
    edit,
    after: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) }, fc.integer({ min: 0, max: 60 })),
  }),
  { minLength: 1, maxLength: 14 },
);
