/** Data beside or below a table: pasted rows that it did not grow over, an orphan row or column. Nothing reads them. */
import { note } from '../../tables/messages/finding';
import * as notes from '../../tables/messages/notes';
import { wholeTable } from '../../tables/messages/place';
import type { TableSchema } from '../../tables/schemas/column';
import { area, onSheet, plain, type Area } from '../plan/cells';
import { placed, type HeaderRows, type PlacedFinding } from './finding-places';
import { TABLE_SCHEMAS } from '../../tables/schemas/model-tables';
import type { CellPlace } from './insert-amount';

/** A finding outside every table, with the cells it is about. */
export interface StrayFinding extends PlacedFinding {
  at: CellPlace;
}

export interface TableOnSheet {
  schema: TableSchema;
  sheetId: string;
  sheetName: string;
  area: Area;
  /** What the sheet holds, and the first cell of it. */
  used: { row: number; column: number; values: readonly (readonly unknown[])[] };
}

/** Title and units, which belong to the table below them. */
const ABOVE = 2;
/** Columns beside a table that may be meant for it; further away are remarks. */
const BESIDE = 2;

/** Loaded with the next sync. */
export function loadTablesOnSheets(context: Excel.RequestContext): () => TableOnSheet[] {
  const loaded = TABLE_SCHEMAS.map((schema) => {
    const table = context.workbook.tables.getItemOrNullObject(schema.name);
    const range = table.getRange();
    const used = table.worksheet.getUsedRange(true);
    table.load('worksheet/id,worksheet/name');
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    used.load('rowIndex,columnIndex,values');
    return { schema, table, range, used };
  });
  return () =>
    loaded.map(({ schema, table, range, used }) => ({
      schema,
      sheetId: table.worksheet.id,
      sheetName: table.worksheet.name,
      area: area(range.rowIndex, range.columnIndex, range.rowCount, range.columnCount),
      used: { row: used.rowIndex, column: used.columnIndex, values: used.values as unknown[][] },
    }));
}

/** Where the tables stand, by their titles. */
export const headerRowsOf = (tables: readonly TableOnSheet[]): HeaderRows =>
  new Map(
    tables.map(({ schema, sheetName, area: { row } }) => [schema.title, { sheet: sheetName, headerRow: row + 1 }]),
  );

export const strayFindings = (tables: readonly TableOnSheet[]): StrayFinding[] =>
  tables.flatMap((table) => {
    const neighbors = tables.filter((other) => other !== table && other.sheetId === table.sheetId);
    return [
      ...found(table, below(table, neighbors), notes.dataBelow),
      ...found(table, beside(table, neighbors), notes.dataBeside),
    ];
  });

/** Down to the next table's title, as wide as the table and what may be meant for it. */
function below({ area: own }: TableOnSheet, neighbors: readonly TableOnSheet[]): Area {
  const bottom = own.row + own.rows;
  const next = neighbors.map(({ area: other }) => other.row - ABOVE).filter((row) => row >= bottom);
  return area(bottom, own.column, Math.max(0, Math.min(...next, Infinity) - bottom), own.columns + BESIDE);
}

function beside({ area: own }: TableOnSheet, neighbors: readonly TableOnSheet[]): Area {
  const right = own.column + own.columns;
  const next = neighbors
    .filter(({ area: { row, rows } }) => row - ABOVE < own.row + own.rows && row + rows > own.row)
    .map(({ area: other }) => other.column)
    .filter((column) => column >= right);
  return area(own.row, right, own.rows, Math.max(0, Math.min(right + BESIDE, ...next) - right));
}

function found(
  { schema, sheetId, sheetName, used }: TableOnSheet,
  where: Area,
  text: typeof notes.dataBelow,
): StrayFinding[] {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  used.values.forEach((cells, r) =>
    cells.forEach((cell, c) => {
      const [row, column] = [used.row + r, used.column + c];
      if (cell === '' || !isWithin(where, row, column)) return;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }),
  );
  if (bottom < 0) return [];
  const cells = area(top, left, bottom - top + 1, right - left + 1);
  const address = onSheet(sheetName, cells).replaceAll('$', '');
  const finding = placed(note(wholeTable(schema), text, address), new Map());
  return [{ ...finding, at: { sheetId, cell: plain(cells), address } }];
}

const isWithin = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;
