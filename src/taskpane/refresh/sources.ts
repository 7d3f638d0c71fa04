/** What the user has given to read: pasted text, a file, or cells of the workbook. It stays where it was given. */
import { readStacked } from '../../actuals/reading/read-cells';
import { readFile, type FileOfRows } from '../../actuals/reading/read-file';
import type { DateOrder } from '../../actuals/reading/dates';
import type { ReadOptions } from '../../actuals/reading/judged';
import type { Kind } from '../../actuals/reading/kinds';
import type { Reading } from '../../actuals/reading/read-table';
import type { Hints } from '../../actuals/reading/table';
import type { SelectedRows } from '../../workbook';

export type Origin = { name: string } & ({ file: FileOfRows } | { cells: SelectedRows['cells'] });

/** What the user says of one source alone. */
export interface Said {
  kind?: Kind;
  dates?: DateOrder;
}

export interface Source {
  /** Counted from 1, in the order in which they came. */
  id: number;
  /** Pasted rows; the file’s name; the cells’ address. */
  name: string;
  said: Said;
  readings: readonly Reading[];
}

export const pastedRows = (text: string): Origin => {
  const bytes = new TextEncoder().encode(text);
  return { name: 'Pasted rows', file: { size: bytes.length, bytes: async (from, to) => bytes.subarray(from, to) } };
};

export const openedFile = (file: File): Origin => ({
  name: file.name,
  file: { size: file.size, bytes: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()) },
});

export const selectedCells = ({ address, cells }: SelectedRows): Origin => ({ name: address, cells });

export const readOrigin = async (
  origin: Origin,
  options: ReadOptions & Hints,
  pause: (share: number) => Promise<void>,
): Promise<readonly Reading[]> =>
  'file' in origin ? [await readFile(origin.file, options, pause)] : readStacked(origin.cells, options);
