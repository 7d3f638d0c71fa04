/** Text of rows: from a file, or as the clipboard has it. */
import Papa from 'papaparse';
import type { ReadOptions } from './judged';
import { readTable, type Reading } from './read-table';
import { recognize, ROWS_TO_SEARCH } from './recognize';
import { isBlankRow, TableBuilder, type Hints, type Table } from './table';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The first rows of a text that hold something, as a delimiter parts them, and one more. */
export function firstRowsOf(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data }, parser) => {
      if (!isBlankRow(data)) rows.push(data);
      if (rows.length > ROWS_TO_SEARCH) parser.abort();
    },
  });
  return rows;
}

/** What parts the cells of a text: what makes most headers known; where none does, what parts most cells. */
export function delimiterOf(head: string, { mapping, kind }: Hints): Delimiter {
  let best: { delimiter: Delimiter; known: number; cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = firstRowsOf(head, delimiter).slice(0, ROWS_TO_SEARCH);
    const known = recognize(rows, mapping, kind)?.positions.size ?? 0;
    const cells = Math.max(0, ...rows.map(({ length }) => length));
    if (!best || known > best.known || (known === best.known && cells > best.cells)) best = { delimiter, known, cells };
  }
  return best!.delimiter;
}

/** How much of a text is looked at to find its delimiter and headers. */
export const HEAD = 1 << 16;

/** Line ends of all systems are one. */
export const plainText = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

export function tableOfText(given: string, hints: Hints): Table {
  // The last row ends like the others.
  const text = `${plainText(given)}\n`;
  const builder = new TableBuilder(hints, true);
  let row = 0;
  let brokenAt: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text.slice(0, HEAD), hints),
    newline: '\n',
    step: ({ data, errors }, parser) => {
      row++;
      if (errors.some(({ type }) => type === 'Quotes')) {
        brokenAt = row;
        parser.abort();
      } else builder.add(data);
    },
  });
  return builder.end(brokenAt);
}

/** @param text of a file, or of the clipboard */
export const readText = (text: string, options: ReadOptions & Hints = {}): Reading =>
  readTable(tableOfText(text, options), options);
