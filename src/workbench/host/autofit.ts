import type { Range } from './objects/range';
import { intersect } from './address';

const PADDING = 14;
const NARROWEST = 24;

/** Makes columns as wide as their longest text, measured as the screen draws it. */
export function autofitColumns(range: Range): void {
  const { area, sheetId, state } = range;
  const used = state.grid.usedRange(sheetId);
  const cells = used && intersect(used, area);
  if (!cells) return;
  const pen = document.createElement('canvas').getContext('2d')!;
  const texts = state.grid.readTexts(sheetId, cells);
  for (let c = 0; c < cells.columns; c++) {
    let widest = 0;
    for (let r = 0; r < cells.rows; r++) {
      if (!texts[r][c]) continue;
      const format = state.grid.readFormat(sheetId, cells.row + r, cells.column + c);
      pen.font = `${format.bold ? 'bold ' : ''}${format.fontSize ?? 11}pt ${format.fontName ?? 'Calibri, Carlito, sans-serif'}`;
      widest = Math.max(widest, pen.measureText(texts[r][c]).width);
    }
    if (widest > 0)
      state.grid.setColumnWidth(sheetId, cells.column + c, 1, Math.max(NARROWEST, Math.ceil(widest) + PADDING));
  }
}
