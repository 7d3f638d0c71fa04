/** Columns that Build hid because nobody used them are shown once somebody does. */
import type { ModelTables } from '../../tables/reading/read-model';
import { isBlank } from '../../tables/reading/cell';
import { locate } from '../../tables/reading/locate';
import { isGiven, nameText } from '../../tables/reading/read-table';
import { changeExcel } from './door';
import { TABLE_SCHEMAS } from '../../tables/schemas/model-tables';
import { rangeOf } from './read-tables';

/** A column of a capability in use, as its table has it. */
export interface UsedColumn {
  table: string;
  header: string;
  /** Counted from 0, in the table. */
  position: number;
}

/** Columns of the capabilities, such as minutes, of which any column of any table holds a value. */
export function usedColumns(tables: ModelTables): UsedColumn[] {
  const there = TABLE_SCHEMAS.flatMap((schema) => {
    const range = rangeOf(tables, schema);
    if (!isGiven(range)) return [];
    const positions = locate(schema, range[0].map(nameText), []);
    return schema.columns.flatMap(({ key, header, capability }) => {
      const position = positions.get(key);
      if (!capability || position === undefined) return [];
      const isFilled = range.slice(1).some((cells) => !isBlank(cells[position]));
      return [{ table: schema.name, header, position, capability, isFilled }];
    });
  });
  const inUse = new Set(there.filter(({ isFilled }) => isFilled).map(({ capability }) => capability));
  return there
    .filter(({ capability }) => inUse.has(capability))
    .map(({ table, header, position }) => ({ table, header, position }));
}

/** Shown once: whoever hides them again has them hidden. */
const shown = new Set<string>();

export async function showUsedColumns(columns: readonly UsedColumn[]): Promise<void> {
  const fresh = columns.filter((column) => !shown.has(keyOf(column)));
  if (fresh.length === 0) return;
  await changeExcel(async (context) => {
    const ranges = fresh.map(({ table, position }) => {
      const range = context.workbook.tables.getItem(table).getHeaderRowRange().getColumn(position).getEntireColumn();
      range.load('columnHidden');
      return range;
    });
    await context.sync();
    // What is in sight is not touched: a change would be the last that Undo takes back.
    const hidden = ranges.filter(({ columnHidden }) => columnHidden);
    for (const range of hidden) range.columnHidden = false;
    if (hidden.length > 0) await context.sync();
  });
  for (const column of fresh) shown.add(keyOf(column));
}

const keyOf = ({ table, header }: UsedColumn): string => `${table} ${header}`;
