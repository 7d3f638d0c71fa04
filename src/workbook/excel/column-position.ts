/** Where a column stands in a table on a sheet: found by its header or an alias, as the model reads it. */
import type { TableSchema } from '../../tables/schemas/column';
import { headerKey } from '../../tables/reading/header-key';

/** Column of the sheet, from 0, by the column's header; -1 where it is not there. */
export function columnPosition({ columns }: TableSchema, header: string, headers: readonly unknown[]): number {
  const titles = headers.map((title) => headerKey(String(title)));
  const aliases = columns.find((column) => column.header === header)?.aliases ?? [];
  return [header, ...aliases].map((name) => titles.indexOf(headerKey(name))).find((at) => at >= 0) ?? -1;
}
