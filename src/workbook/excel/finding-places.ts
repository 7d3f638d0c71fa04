/** Findings count rows below a table's header; people look for the numbers that the sheets show. */
import type { Finding } from '../../tables/messages/finding';
import { TABLE_SCHEMAS } from '../../tables/schemas/model-tables';
import { tableName } from '../edits/where';

export interface PlacedFinding extends Finding {
  /** “Panel, row 7, Conversion rate” */
  place: string;
  /** The text with the rows of the sheets in it, to be read by people. */
  said: string;
}

/** Where tables stand, by their titles: the sheet, and the header's row on it. */
export type HeaderRows = ReadonlyMap<string, { sheet: string; headerRow: number }>;

export function placed(finding: Finding, headerRows: HeaderRows): PlacedFinding {
  const { table, row, column, text } = finding;
  const at = headerRows.get(table);
  const schema = TABLE_SCHEMAS.find(({ title }) => title === table);
  const where = at && schema ? tableName({ schema, sheet: at.sheet }) : table;
  const rowText = row === null ? '' : `row ${at ? at.headerRow + row : row}`;
  return {
    ...finding,
    place: [where, rowText, column ?? ''].filter(Boolean).join(', '),
    said: withSheetRows(text, table, headerRows),
  };
}

const TITLES = TABLE_SCHEMAS.map(({ title }) => title).join('|');
/** What people call things stands in quotes or brackets, and is left alone; the rest names rows of a table, or of the finding's own. */
const NUMBER = '\\d+(?:,\\d{3})*';
const ROWS = `${NUMBER}(?:(?: to | and |, )${NUMBER}(?![\\d,]*\\d| more))*`;
const PARTS = new RegExp(
  `“[^”]*”|\\([^)]*\\)|(?<title>${TITLES}), rows? (?<rows>${ROWS})|\\brow (?<own>${NUMBER})`,
  'g',
);

function withSheetRows(text: string, table: string, headerRows: HeaderRows): string {
  return text.replace(PARTS, (match: string, ...groups: unknown[]) => {
    const { title, rows, own } = groups[groups.length - 1] as { title?: string; rows?: string; own?: string };
    const at = headerRows.get(title ?? table);
    if (!at) return match;
    const shift = (numbers: string) =>
      numbers.replace(/\d+(?:,\d{3})*/g, (number) => String(at.headerRow + Number(number.replaceAll(',', ''))));
    if (rows !== undefined) return match.slice(0, match.length - rows.length) + shift(rows);
    return own === undefined ? match : match.slice(0, match.length - own.length) + shift(own);
  });
}
