/**
 * Table references as plain ones: tblPanel[Opening patients] → Panel!$C$5:$C$8. Excel's whole grammar is read,
 * upper and lower case alike. Only a reference to the formula's own row keeps its form, in the one spelling
 * that Univer's parser knows, because it means another cell in each row.
 */
import { addressOf } from './address';
import type { CellRange } from './grid';

export interface ReferableTable {
  name: string;
  sheetName: string;
  range: CellRange;
  showTotals: boolean;
  /** The texts of the header row. */
  titles: string[];
}

type Section = 'all' | 'data' | 'headers' | 'totals' | 'this row';

const SECTIONS = new Map<string, Section>([
  ['#all', 'all'],
  ['#data', 'data'],
  ['#headers', 'headers'],
  ['#totals', 'totals'],
  ['#this row', 'this row'],
]);

const QUOTED_OR_WORD = /"(?:[^"]|"")*"|'(?:[^']|'')+'!|[A-Za-z_\u0080-\uffff][A-Za-z0-9_.\u0080-\uffff]*/g;
const NO_REFERENCE = '#REF!';

export function withPlainReferences(formula: string, tableNamed: (name: string) => ReferableTable | undefined): string {
  let result = '';
  let done = 0;
  QUOTED_OR_WORD.lastIndex = 0;
  for (let match = QUOTED_OR_WORD.exec(formula); match; match = QUOTED_OR_WORD.exec(formula)) {
    const start = match.index;
    let end = start + match[0].length;
    const next = formula[end];
    const table =
      /["']/.test(match[0][0]) || next === '(' || next === '!' || formula[start - 1] === '!'
        ? undefined
        : tableNamed(match[0]);
    if (table) {
      let inside = '';
      if (next === '[') {
        const close = closingBracket(formula, end);
        if (close < 0) break;
        inside = formula.slice(end + 1, close);
        end = close + 1;
      }
      result += formula.slice(done, start) + plainReference(table, inside);
      done = end;
    } else if (next === '[') {
      end = Math.max(end, closingBracket(formula, end) + 1);
    }
    QUOTED_OR_WORD.lastIndex = end;
  }
  return done === 0 ? formula : result + formula.slice(done);
}

function plainReference(table: ReferableTable, inside: string): string {
  const parts = partsOf(inside);
  const sections = parts
    .filter((part): part is { section: Section } => 'section' in part)
    .map(({ section }) => section);
  const columns = parts.filter((part): part is Columns => 'first' in part);
  if (columns.length > 1) return NO_REFERENCE;
  const [first, last] =
    columns.length === 1
      ? [columnNamed(table, columns[0].first), columnNamed(table, columns[0].last)]
      : [0, table.titles.length - 1];
  if (first < 0 || last < 0) return NO_REFERENCE;
  const [left, right] = [Math.min(first, last), Math.max(first, last)];
  if (sections.includes('this row'))
    return `${table.name}[[#This Row],[${table.titles[left]}]${right > left ? `:[${table.titles[right]}]` : ''}]`;
  const rows = rowsOf(table, sections.length > 0 ? sections : ['data']);
  if (!rows) return NO_REFERENCE;
  const [from, to] = [absolute(table, rows.first, left), absolute(table, rows.last, right)];
  return from === to ? `${sheetPart(table)}${from}` : `${sheetPart(table)}${from}:${to}`;
}

function rowsOf({ range, showTotals }: ReferableTable, sections: Section[]): { first: number; last: number } | null {
  const header = range.row;
  const bottom = range.row + range.rows - 1;
  const lastData = showTotals ? bottom - 1 : bottom;
  let [first, last] = [Infinity, -1];
  const include = (from: number, to: number) => {
    if (to < from) return;
    first = Math.min(first, from);
    last = Math.max(last, to);
  };
  for (const section of sections) {
    if (section === 'all') include(header, bottom);
    if (section === 'data') include(header + 1, lastData);
    if (section === 'headers') include(header, header);
    if (section === 'totals' && showTotals) include(bottom, bottom);
  }
  return last < 0 ? null : { first, last };
}

interface Columns {
  first: string;
  last: string;
}

/** "[#All],[A]:[B]", "@[Two words]", "#Headers" or "Column", taken apart. */
function partsOf(inside: string): ({ section: Section } | Columns)[] {
  const text = inside.trim();
  if (text === '') return [];
  if (text.startsWith('@')) return [{ section: 'this row' }, ...partsOf(text.slice(1))];
  if (!text.startsWith('[')) return [partOf(text, text)];
  const parts: ({ section: Section } | Columns)[] = [];
  let rest = text;
  while (rest.startsWith('[')) {
    const close = closingBracket(rest, 0);
    if (close < 0) break;
    const first = rest.slice(1, close);
    rest = rest.slice(close + 1).trimStart();
    let last = first;
    if (rest.startsWith(':')) {
      rest = rest.slice(1).trimStart();
      const end = closingBracket(rest, 0);
      last = rest.slice(1, end);
      rest = rest.slice(end + 1).trimStart();
    }
    parts.push(partOf(first, last));
    rest = rest.replace(/^\s*,\s*/, '');
  }
  return parts;
}

function partOf(first: string, last: string): { section: Section } | Columns {
  const section = SECTIONS.get(first.trim().replace(/\s+/g, ' ').toLowerCase());
  return section ? { section } : { first: unescaped(first), last: unescaped(last) };
}

/** In a column's name an apostrophe precedes brackets, # and @. */
function unescaped(name: string): string {
  return name.trim().replace(/'(.)/g, '$1');
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "'") at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

function columnNamed(table: ReferableTable, name: string): number {
  const wanted = name.toLowerCase();
  return table.titles.findIndex((title) => title.toLowerCase() === wanted);
}

function sheetPart(table: ReferableTable): string {
  const address = addressOf(table.sheetName, 0, 0);
  return address.slice(0, address.lastIndexOf('!') + 1);
}

function absolute(table: ReferableTable, row: number, column: number): string {
  const address = addressOf('S', row, table.range.column + column).slice(2);
  return address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
