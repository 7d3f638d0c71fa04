/**
 * A chart's legend in cells beside it. Charts have a series for every program or scenario that there is room for, and
 * Excel's own legend keeps an entry for a series that shows nothing; names in a series would also stay as they were
 * built. These cells are formulas: they name what is there, in the chart's colors.
 */
import { area, formula } from '../plan/cells';
import type { SheetDraft } from './sheet-draft';
import { FORMATS } from './look';

export interface LegendEntry {
  /** The cell with the name; nothing stands there where the place is free. */
  name: string;
  color: string;
}

/** Two columns: the color, and the name. */
export function drawLegend(sheet: SheetDraft, row: number, column: number, entries: readonly LegendEntry[]): void {
  sheet.put(
    row,
    column,
    entries.map(({ name }) => [formula(`IF(${name}="","","■")`), formula(name)]),
  );
  entries.forEach(({ color }, i) => sheet.format(area(row + i, column), { color, align: 'Right' }));
  sheet.format(area(row, column + 1, entries.length), FORMATS.muted);
}
