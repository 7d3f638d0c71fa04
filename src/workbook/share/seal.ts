/** A short text that changes with cells: whether what was put there still stands there. */
import { fingerprintOfCells } from '../../forecast/fingerprint';
import { isBlank, type Cell } from '../../tables/reading/cell';

/** Of what a block holds, in its order; blank cells, and rows inserted blank, do not count. */
export const sealOf = (cells: readonly (readonly unknown[])[]): string =>
  fingerprintOfCells([
    cells.map((row) => (row as Cell[]).filter((cell) => !isBlank(cell))).filter(({ length }) => length > 0),
  ]);

export const sealOfCell = (cell: unknown): string => sealOf([[cell]]);
