/** Cells of a sheet, read as an export. */
import type { Cell } from '../../tables/reading/cell';
import type { ReadOptions } from './judged';
import { isKnownHeader, recognize } from './recognize';
import { readTable, type Reading } from './read-table';
import { TableBuilder, type Hints } from './table';

type Cells = readonly (readonly Cell[])[];

/** @param cells with the header row, and whatever stands above it */
export function readCells(cells: Cells, options: ReadOptions & Hints = {}, rowsBefore = 0): Reading {
  const builder = new TableBuilder(options, false, rowsBefore);
  for (const row of cells) builder.add(row);
  return readTable(builder.end(), options);
}

/** Tables of several kinds below each other, each with its header row: VSTACK(roster, claims). */
export function readStacked(cells: Cells, options: ReadOptions & Hints = {}): Reading[] {
  const starts: number[] = [];
  let kind: string | null = null;
  cells.forEach((row, i) => {
    if (!row.some((cell) => typeof cell === 'string' && isKnownHeader(cell))) return;
    const found = recognize([row], options.mapping, options.kind);
    if (!found || found.missing.length > 0 || found.kind === kind) return;
    if (kind !== null) starts.push(i);
    kind = found.kind;
  });
  return [0, ...starts].map((start, i) => readCells(cells.slice(start, starts[i]), options, start));
}
