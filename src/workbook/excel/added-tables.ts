/** Tables of sheets that not every workbook has, as they stand. */
import type { Range } from '../../tables/reading/read-model';
import { readExcel } from './door';
import { cellsOf } from './read-tables';

/** @returns by name the cells with their header; null where the workbook has no such table */
export const readAddedTables = <Name extends string>(
  names: readonly Name[],
): Promise<Readonly<Record<Name, Range | null>>> =>
  readExcel(async (context) => {
    const ranges = names.map((name) => {
      const range = context.workbook.tables.getItemOrNullObject(name).getRange();
      range.load('values,valueTypes');
      return range;
    });
    await context.sync();
    const cells = ranges.map((range) => (range.isNullObject ? null : cellsOf(range)));
    return Object.fromEntries(names.map((name, i) => [name, cells[i]])) as Record<Name, Range | null>;
  });
