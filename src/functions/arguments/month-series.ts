/** Arguments that hold one number a month, in a row or a column, and answers laid out the same way. */
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import type { NumberGrid } from './number-grid';

/** Months run across, unless the month inputs are a column: then they run down. */
export type Direction = 'across' | 'down';

/** @throws InputError when a series is a block, or when some run across and others down. */
export function directionOf(series: readonly NumberGrid[]): Direction {
  for (const grid of series)
    if (grid.rows > 1 && grid.columns > 1) throw new InputError(messages.severalSeries(grid.name));
  const down = series.find(({ rows }) => rows > 1);
  const across = series.find(({ columns }) => columns > 1);
  if (down && across) throw new InputError(messages.mixedDirections(across.name, down.name));
  return down ? 'down' : 'across';
}

/** Months of the longest series; single numbers hold for any. @throws InputError when lengths differ. */
export function monthsOf(series: readonly NumberGrid[], otherwise: number): number {
  const long = series.filter(({ values }) => values.length > 1);
  for (const grid of long)
    if (grid.values.length !== long[0].values.length)
      throw new InputError(messages.lengthsDiffer(long[0].name, long[0].values.length, grid.name, grid.values.length));
  return long.length ? long[0].values.length : otherwise;
}

/** @throws InputError when a series is neither one number nor one for each month. */
export function requireMonths(series: readonly NumberGrid[], months: number): void {
  for (const grid of series)
    if (grid.values.length > 1 && grid.values.length !== months)
      throw new InputError(messages.lengthsDiffer(grid.name, grid.values.length, 'months', months));
}

export const inMonth = (grid: NumberGrid, month: number): number => grid.values[grid.values.length === 1 ? 0 : month];

/** Rows of a result as Excel spills them: as they are, or turned on their side. */
export function layOut<Cell>(rows: readonly (readonly Cell[])[], direction: Direction): Cell[][] {
  if (direction === 'across') return rows.map((row) => [...row]);
  return rows[0].map((_, month) => rows.map((row) => row[month]));
}
