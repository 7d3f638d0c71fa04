/** A sheet that is one input table: Panel, Payer Mix, Costs. */
import { pagesWide } from './print-area';
import type { Column, TableSchema } from '../../tables/schemas/column';
import type { InputRow } from '../practice/sample-tables';
import { drawTable, schemaColumns, sourceColumn, type InputTable } from './input-table';
import { HEADER_ROW, type SheetDraft } from './sheet-draft';
import { SOURCE_WIDTH } from './source-text';
import { hideUnused, unusedColumns } from './unused-columns';

export const onlyTable = (schema: TableSchema, rows: readonly InputRow[], lists?: InputTable['lists']): InputTable => ({
  schema,
  columns: [...schemaColumns(schema), sourceColumn],
  rows,
  row: HEADER_ROW,
  column: 0,
  lists,
});

/** Room for the longest word of a header, for the unit, and for a text of some length. */
const NARROW = 16;
const TEXT = 26;
const widthOf = ({ header, unit, type }: Column): number =>
  Math.max(type === 'text' ? TEXT : NARROW, unit.length, ...header.split(' ').map((word) => word.length + 5));

/**
 * @param purpose in short, and how to use the sheet
 * @param firstWidths of columns that names and choices stand in; the others are as wide as their headers ask for
 */
export function drawInputSheet(
  sheet: SheetDraft,
  [purpose, tip]: readonly [string, string],
  table: InputTable,
  firstWidths: readonly number[],
  frozenColumns: number,
): void {
  const widths = [...firstWidths, ...table.schema.columns.slice(firstWidths.length).map(widthOf), SOURCE_WIDTH];
  sheet.widths(widths);
  sheet.heading(sheet.name, purpose, { tip, frozenColumns });
  drawTable(sheet, table);
  hideUnused(sheet, table, frozenColumns);
  sheet.freeze(HEADER_ROW + 1, frozenColumns);
  const hidden = unusedColumns(table);
  const shown = widths.filter((_, column) => !hidden.includes(column));
  sheet.print({ titleRows: HEADER_ROW + 1, titleColumns: frozenColumns, pagesWide: pagesWide(shown, frozenColumns) });
}
