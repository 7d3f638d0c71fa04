/** Reads a CSV file with a header row. Fields may be quoted; a quote inside quotes is doubled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row by header; every header is there. */
export type CsvRow = Readonly<Record<string, string>>;

export function readCsv(folder: string, name: string): CsvRow[] {
  const [headers, ...rows] = records(readFileSync(join(folder, name), 'utf8'));
  return rows.map((fields, i) => {
    if (fields.length !== headers.length)
      throw new Error(`${name}, row ${i + 2}: ${fields.length} fields under ${headers.length} headers`);
    return Object.fromEntries(headers.map((header, c) => [header, fields[c]]));
  });
}

function records(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (character === '"' && field === '') {
      quoted = true;
    } else if (character === ',' || character === '\n') {
      row.push(field.replace(/\r$/, ''));
      field = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      field += character;
    }
  }
  if (field !== '' || row.length) rows.push([...row, field]);
  return rows;
}
