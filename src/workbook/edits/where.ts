/** Where rows of tables stand, in words, with the row numbers of their sheets. */
import { fold } from '../../tables/reading/nearest';
import type { TableNow } from './tables-now';

/** Panel; Payer Mix; Changes on Scenarios: the sheet's name, and the table's where they differ. */
export const tableName = ({ schema, sheet }: Pick<TableNow, 'schema' | 'sheet'>): string =>
  fold(schema.title) === fold(sheet) ? sheet : `${schema.title} on ${sheet}`;

/** “row 11”, “rows 23 to 26”, “rows 9, 12 and 15” */
export function rowsText({ headerRow }: Pick<TableNow, 'headerRow'>, rows: readonly number[]): string {
  const onSheet = rows.map((row) => headerRow + 1 + row);
  const [first, last] = [onSheet[0], onSheet[onSheet.length - 1]];
  if (rows.length === 1) return `row ${first}`;
  if (last - first === rows.length - 1) return `rows ${first} to ${last}`;
  return `rows ${onSheet.slice(0, -1).join(', ')} and ${last}`;
}

export const rowsOf = (table: TableNow, rows: readonly number[]): string =>
  `${tableName(table)}, ${rowsText(table, rows)}`;
