/** What a workbook of an earlier version lacks of the tables that are built now. */
import type { Column, TableSchema } from '../../tables/schemas/column';
import { columnPosition } from '../excel/column-position';

export interface MissingColumn {
  column: Column;
  /** Its place among the headers that are there, from 0: in the order of the schema, before whatever follows. */
  at: number;
}

export function missingColumns(schema: TableSchema, headers: readonly string[]): MissingColumn[] {
  const placeOf = ({ header }: Column): number => columnPosition(schema, header, headers);
  return schema.columns.flatMap((column, i): MissingColumn[] => {
    if (placeOf(column) >= 0) return [];
    const next = schema.columns.slice(i + 1).find((later) => placeOf(later) >= 0);
    const previous = [...schema.columns.slice(0, i)].reverse().find((earlier) => placeOf(earlier) >= 0);
    return [{ column, at: next ? placeOf(next) : previous ? placeOf(previous) + 1 : headers.length }];
  });
}
