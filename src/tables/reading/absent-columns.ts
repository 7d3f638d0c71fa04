/** Columns that a table leaves out, so that all its rows take what blank means: said once a table. */
import { note, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { wholeTable } from '../messages/place';
import type { Column, TableSchema } from '../schemas/column';
import { locate } from './locate';
import { likelySlip } from './nearest';

/** A table of the model, and its headers. */
export interface Headed {
  schema: TableSchema;
  headers: readonly string[];
}

/** @param matters whether a column that is not there is worth a word */
export function absentColumns(tables: readonly Headed[], matters: (column: Column) => boolean = () => true): Finding[] {
  const located = tables.map(({ schema, headers }) => {
    const wrong: Finding[] = [];
    return { schema, headers, positions: locate(schema, headers, wrong), isReadable: wrong.length === 0 };
  });
  const used = new Set(
    located.flatMap(({ schema, positions }) =>
      schema.columns.filter(({ key }) => positions.has(key)).map(({ capability }) => capability),
    ),
  );
  used.add('');
  return located.flatMap(({ schema, headers, positions, isReadable }) => {
    if (!isReadable) return [];
    const absent = schema.columns.filter(
      (column) =>
        !column.raw &&
        !positions.has(column.key) &&
        used.has(column.capability) &&
        matters(column) &&
        // What is one slip away has its own note.
        !headers.some((typed) => likelySlip(typed, [column.header]) !== null),
    );
    return absent.length ? [note(wholeTable(schema), notes.columnsAbsent, absent)] : [];
  });
}
