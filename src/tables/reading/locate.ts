/** Where the columns of a table stand: by header, in any order. */
import type { Column, TableSchema } from '../schemas/column';
import { error, type Finding } from '../messages/finding';
import * as messages from '../messages/tables';
import { wholeTable } from '../messages/place';
import { headerKey } from './header-key';

/** The keys a column goes by, its own header first: it wins over an alias, which may be another table's header. */
const columnKeys = new WeakMap<Column, readonly string[]>();
export const keysOf = (column: Column): readonly string[] => {
  let keys = columnKeys.get(column);
  if (!keys) columnKeys.set(column, (keys = [column.header, ...column.aliases].map(headerKey)));
  return keys;
};

/** Where each column stands, by its key; and what is wrong with the headers. */
export function locate(schema: TableSchema, headers: readonly string[], findings: Finding[]): Map<string, number> {
  const positions = new Map<string, number>();
  const keys = headers.map(headerKey);
  for (const column of schema.columns) {
    const at = keysOf(column)
      .map((name) => keys.indexOf(name))
      .find((position) => position >= 0);
    const place = { ...wholeTable(schema), column: column.header };
    if (at === undefined) {
      if (column.required) findings.push(error(place, messages.columnMissing, headers.filter(Boolean)));
    } else if (keys.indexOf(keys[at], at + 1) >= 0) {
      findings.push(error(place, messages.columnTwice, headers[at]));
    } else {
      positions.set(column.key, at);
    }
  }
  return positions;
}
