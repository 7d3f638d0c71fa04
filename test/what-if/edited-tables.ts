/** The tables with the cells of a driver typed anew, as a person would do it by hand. */
import type { Tables } from '../tables/sample-model';
import { driverName, driverTable } from '../../src/tables/schemas/driver-names';
import type { DriverCells } from '../../src/what-if/driver-cells';

const TABLES: Readonly<
  Record<string, { name: keyof Tables; columns: Partial<Record<'program' | 'payer' | 'item', string>> }>
> = {
  Panel: { name: 'panel', columns: { program: 'Program' } },
  'Payer mix': { name: 'payerMix', columns: { program: 'Program', payer: 'Payer' } },
  Costs: { name: 'costs', columns: { program: 'Program', item: 'Item' } },
};

/** A true nothing is typed as a word. */
const typed = (value: number): unknown => (value === 0 ? 'zero' : value);

/** @param value of each cell meant, and @param beside of the other cells of the column, where they have to give way */
export function withCells(
  tables: Tables,
  cells: DriverCells,
  value: (before: number) => number,
  beside: (before: number, row: readonly unknown[]) => number = (before) => before,
): Tables {
  const { name, columns } = TABLES[driverTable(cells.driver.key)];
  const header = driverName(cells.driver.key);
  const [headers, ...rows] = tables[name];
  const hasColumn = headers.includes(header);
  const all = hasColumn ? headers : [...headers, header];
  const at = all.indexOf(header);
  const isMeant = (row: readonly unknown[]) =>
    (['program', 'payer', 'item'] as const).every(
      (part) => cells[part] === null || row[headers.indexOf(columns[part]!)] === cells[part],
    );
  return {
    ...tables,
    [name]: [
      all,
      ...rows.map((row) => {
        const copy = hasColumn ? [...row] : [...row, ''];
        const before = copy[at] as number;
        if (isMeant(row)) copy[at] = typed(value(before));
        else if (typeof before === 'number') copy[at] = typed(beside(before, row));
        return copy;
      }),
    ],
  };
}
