/** Columns that a table leaves out, so that all its rows take what blank means: said once a table. */
import { note, type Finding } from '../messages/finding';
import * as notes from '../messages/notes';
import { wholeTable } from '../messages/place';
import type { TableSchema } from '../schemas/column';
import { locate } from './locate';
import { likelySlip } from './nearest';

/** A table of the model, and its headers. */
export interface Headed {
  schema: TableSchema;
  headers: readonly string[];
}

export function absentColumns(tables: readonly Headed[]): Finding[] {
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
      ({ key, header, raw, capability }) =>
        !raw &&
        !positions.has(key) &&
        used.has(capability) &&
        // What is one slip away has its own note.
        !headers.some((typed) => likelySlip(typed, [header]) !== null),
    );
    return absent.length ? [note(wholeTable(schema), notes.columnsAbsent, absent)] : [];
  });
}
