/** Where the choices of a drop-down stand: =Panel!$A$7:$A$10. */
import { columnName } from './address';
import type { CellRange } from './grid';

const SOURCE = /^=((?:'(?:[^']|'')+'|[^'!]+)!)?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i;

/**
 * As in Excel, choices that are a whole column of a table go on into the rows it gains: the source made longer, or null
 * where it is something else. The table's data and the number of rows that are new below it are given.
 */
export function lengthenedSource(
  source: string,
  ownSheet: string,
  { sheet, data }: { sheet: string; data: CellRange },
  rows: number,
): string | null {
  const [, place, from, first, to, last] = SOURCE.exec(source) ?? [];
  if (from === undefined || sheetOf(place, ownSheet).toLowerCase() !== sheet.toLowerCase()) return null;
  const columns = Array.from({ length: data.columns }, (_, index) => columnName(data.column + index));
  const isWholeColumn = Number(first) === data.row + 1 && Number(last) === data.row + data.rows;
  if (!isWholeColumn || from !== to || !columns.includes(from.toUpperCase())) return null;
  return `=${place ?? ''}$${from}$${first}:$${to}$${Number(last) + rows}`;
}

function sheetOf(place: string | undefined, ownSheet: string): string {
  if (!place) return ownSheet;
  const name = place.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
