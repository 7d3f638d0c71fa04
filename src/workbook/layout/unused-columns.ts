/**
 * Columns of a capability that no row uses, say the minutes of the care team, are hidden until somebody wants them.
 * Functions read hidden columns like any other, so a line above the table names them, and says where one holds a value.
 */
import type { Capability, TableSchema } from '../../tables/schemas/column';
import { area, formula, inQuotes } from '../plan/cells';
import { COLORS, FORMATS } from './look';
import type { InputTable } from './input-table';
import type { SheetDraft } from './sheet-draft';

/** Below the light, above the units. */
const ROW = 3;

/** Positions of the table's columns whose capability no row uses. */
export function unusedColumns({ columns, rows }: Pick<InputTable, 'columns' | 'rows'>): number[] {
  const used = new Set<Capability | ''>(['']);
  for (const { column, key } of columns)
    if (column && rows.some(({ cells }) => (cells[key] ?? null) !== null)) used.add(column.capability);
  return columns.flatMap(({ column }, i) => (column && !used.has(column.capability) ? [i] : []));
}

/** @param column first that scrolls: a text that began in those that stay would be cut where they end */
export function hideUnused(sheet: SheetDraft, table: InputTable, column: number): void {
  const hidden = unusedColumns(table);
  if (hidden.length === 0) return;
  for (const position of hidden) sheet.hide(table.column + position);
  const headers = hidden.map((position) => table.columns[position].header);
  const filled = headers.map((header) => filledFormula(table.schema, header)).join('+');
  sheet.put(ROW, column, [
    [
      formula(
        `IF(${filled}=0,${inQuotes(`Not used: ${headers.join(', ')}. ${WHERE_HIDDEN}`)},` +
          `${inQuotes('In use, ')}&${filled}&IF(${filled}=1,${inQuotes(' cell')},${inQuotes(' cells')})&${inQuotes(` filled: ${headers.join(', ')}. ${WHERE_HIDDEN}`)})`,
      ),
    ],
  ]);
  const place = area(ROW, column);
  sheet.format(place, FORMATS.units);
  sheet.highlight({ area: place, formula: `=${filled}>0`, fill: COLORS.reviewFill, color: COLORS.reviewInk });
}

const WHERE_HIDDEN = 'Where they are hidden: select all cells, right-click a column letter, Unhide.';

/** Cells with something in them below a header, wherever the column stands; a column that is gone holds nothing. */
export const filledFormula = ({ name }: TableSchema, header: string): string =>
  `IFERROR(COUNTA(INDEX(${name}[#All],0,MATCH(${inQuotes(header)},INDEX(${name}[#All],1,0),0)))-1,0)`;
