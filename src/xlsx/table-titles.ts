/** The titles of a table’s columns: the texts of its header. */
import type { Sheet, Table } from './workbook';

export const columnTitles = ({ cells }: Pick<Sheet, 'cells'>, { area }: Pick<Table, 'area'>): string[] =>
  Array.from({ length: area.columns }, (_, i) => {
    const value = cells.get(area.row)?.get(area.column + i)?.value ?? '';
    return typeof value === 'object' ? '' : String(value);
  });
