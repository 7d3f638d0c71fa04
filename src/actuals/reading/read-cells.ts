/** Cells of a sheet, read as an export. */
import type { Cell } from '../../tables/reading/cell';
import type { ReadOptions } from './judged';
import { readTable, type Reading } from './read-table';
import { TableBuilder, type Hints } from './table';

/** @param cells with the header row, and whatever stands above it */
export function readCells(cells: readonly (readonly Cell[])[], options: ReadOptions & Hints = {}): Reading {
  const builder = new TableBuilder(options, false);
  for (const row of cells) builder.add(row);
  return readTable(builder.end(), options);
}
