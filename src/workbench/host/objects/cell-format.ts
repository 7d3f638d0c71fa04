import type { CellFormat } from '../../grid/grid';
import { attributes } from '../properties';
import type { Range } from './range';

/** A property that is part of the format of a range's cells: null where they differ. */
export const cellFormat = attributes<{ range: Range }, CellFormat>(
  ({ range }, key) => range.common(key),
  ({ range: { area, sheetId, state } }, change) => state.grid.format(sheetId, area, change),
);
