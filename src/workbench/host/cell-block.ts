import type { CellRange } from '../grid/grid';
import type { HostState } from './host-state';

/** Cells of a sheet, side by side: what a Range stands for. */
export interface CellBlock {
  readonly state: HostState;
  readonly sheetId: string;
  readonly area: CellRange;
}
