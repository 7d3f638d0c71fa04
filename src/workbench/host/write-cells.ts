import type { CellBlock } from './cell-block';
import { notImplemented, wrongArraySize } from './excel-error';
import { readTypedText } from './typed-text';

type Cell = number | string | boolean | null;

/** A block of the range's size, or one value for all its cells. */
export type CellContent = Cell | Cell[][];

/** Puts values or formulas into the cells, reading text as Excel does when it is typed. */
export function writeCells(cells: CellBlock, content: CellContent): void {
  const { area, sheetId, state } = cells;
  if (
    !Array.isArray(content) &&
    typeof content === 'string' &&
    content.startsWith('=') &&
    area.rows * area.columns > 1
  ) {
    throw notImplemented('one formula for a whole range, with its references moved along,');
  }
  const block = Array.isArray(content)
    ? content
    : Array.from({ length: area.rows }, () => new Array<Cell>(area.columns).fill(content));
  if (block.length !== area.rows || block.some((row) => !Array.isArray(row) || row.length !== area.columns))
    throw wrongArraySize();
  // All formats are read first: a grid may keep back what it is to draw until something is read.
  const formats = block.map((row, r) =>
    row.map((cell, c) =>
      typeof cell === 'string' && mayBeRead(cell)
        ? state.grid.readFormat(sheetId, area.row + r, area.column + c).numberFormat
        : undefined,
    ),
  );
  const read = block.map((row, r) =>
    row.map((cell, c) => {
      const format = formats[r][c];
      if (typeof cell !== 'string' || format === '@') return cell;
      const typed = readTypedText(cell);
      if (typed.numberFormat && (!format || format === 'General')) {
        state.grid.format(
          sheetId,
          { row: area.row + r, column: area.column + c, rows: 1, columns: 1 },
          { numberFormat: typed.numberFormat },
        );
      }
      return typed.content;
    }),
  );
  state.grid.write(sheetId, area, read, 'addin');
}

/** Most text is plainly text: its cell's format need not be asked for. */
function mayBeRead(text: string): boolean {
  return /^\s*(['+\-$.\d=]|true$|false$|[a-z]{3,9}[\s-]+\d+$)/i.test(text);
}
