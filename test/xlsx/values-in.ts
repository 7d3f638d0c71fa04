/** What stands in a file, by sheet, row and column. */
import type { Workbook } from '../../src/xlsx';

export const valuesIn = ({ sheets }: Workbook): Map<string, (string | number | boolean | null)[][]> =>
  new Map(
    sheets.map(({ name, cells }) => {
      const rows: (string | number | boolean | null)[][] = [];
      for (const [r, columns] of cells)
        for (const [c, { value }] of columns)
          (rows[r] ??= [])[c] = typeof value === 'object' && value ? value.error : value;
      return [name, Array.from(rows, (row) => row ?? [])];
    }),
  );
