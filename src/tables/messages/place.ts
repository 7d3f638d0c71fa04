import type { TableSchema } from '../schemas/column';

/** What a text is about: a table of the workbook, one of its rows, or a cell. */
export interface Place {
  /** As said to people: Panel, Payer mix, Costs, Changes, Scenarios, Settings. */
  table: string;
  /** Counted from 1 below the header; null when the whole table is meant. */
  row: number | null;
  /** The row's name, to be told beside its number. */
  label?: string;
  /** The column's header; null when no single column is meant. */
  column: string | null;
}

/** A place in a column: of a cell, or of its header. */
export type CellPlace = Place & { column: string };

/** Cells of one row, by the keys of the table's columns. */
export const cellsOf =
  <Key extends string>({ title, header }: TableSchema<Key>, row: number, label: string) =>
  (key: Key): CellPlace => ({ table: title, row, label, column: header[key] });

export const wholeTable = ({ title }: Pick<TableSchema, 'title'>): Place => ({ table: title, row: null, column: null });
