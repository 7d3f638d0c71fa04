/** Which rows and columns stand on which page, as Excel divides a sheet. */
import type { PageSetup } from '../../host/page-setup';

/** From the first to the one before the last. */
export interface Span {
  from: number;
  to: number;
}

export interface PrintedPage {
  rows: Span;
  columns: Span;
  /** Repeated above and left of them; null where they stand among them, or are none. */
  titleRows: Span | null;
  titleColumns: Span | null;
}

/** What is printed, and the pixels of each row and column from the sheet's first on; what is hidden has none. */
export interface PrintedLines {
  rows: Span;
  columns: Span;
  heights: readonly number[];
  widths: readonly number[];
}

export interface Pages {
  /** Of a pixel of the sheet. */
  scale: number;
  pages: PrintedPage[];
}

const PIXELS_A_POINT = 96 / 72;
/** Percent; Excel fits nothing smaller, and makes nothing larger. */
const SMALLEST_FIT = 10;
const LARGEST_FIT = 100;

/** Down first, then over to the right. */
export function pagesOf(setup: PageSetup, lines: PrintedLines): Pages {
  const { zoom } = setup;
  if ('scale' in zoom) return inPages(setup, lines, zoom.scale, setup.columnBreaks);
  for (let percent = LARGEST_FIT; percent > SMALLEST_FIT; percent--) {
    // Excel leaves breaks out of a sheet that is fitted.
    const { wide, tall } = counts(setup, lines, percent);
    if (wide <= (zoom.wide ?? Infinity) && tall <= (zoom.tall ?? Infinity)) return inPages(setup, lines, percent, []);
  }
  return inPages(setup, lines, SMALLEST_FIT, []);
}

function inPages(setup: PageSetup, lines: PrintedLines, percent: number, breaks: readonly number[]): Pages {
  const { down, over, titleRows, titleColumns } = divided(setup, lines, percent, breaks);
  const repeated = (titles: Span | null, part: Span) => (titles && part.from >= titles.to ? titles : null);
  return {
    scale: percent / 100,
    pages: over.flatMap((columns) =>
      down.map((rows) => ({
        rows,
        columns,
        titleRows: repeated(titleRows, rows),
        titleColumns: repeated(titleColumns, columns),
      })),
    ),
  };
}

function counts(setup: PageSetup, lines: PrintedLines, percent: number): { wide: number; tall: number } {
  const { down, over } = divided(setup, lines, percent, []);
  return { wide: over.length, tall: down.length };
}

function divided(setup: PageSetup, lines: PrintedLines, percent: number, breaks: readonly number[]) {
  const { paper, margins } = setup;
  const room = (points: number) => (points * PIXELS_A_POINT * 100) / percent;
  const titleRows = setup.titleRows && { from: setup.titleRows.row, to: setup.titleRows.row + setup.titleRows.rows };
  const titleColumns = setup.titleColumns && {
    from: setup.titleColumns.column,
    to: setup.titleColumns.column + setup.titleColumns.columns,
  };
  const height = room(paper.height - margins.top - margins.bottom);
  const width = room(paper.width - margins.left - margins.right);
  return {
    titleRows,
    titleColumns,
    down: divide(lines.rows, lines.heights, height, titleRows, []),
    over: divide(lines.columns, lines.widths, width, titleColumns, breaks),
  };
}

/** As many as have room beside the titles; one that is larger than the page has a page of its own. */
function divide(
  printed: Span,
  sizes: readonly number[],
  room: number,
  titles: Span | null,
  breaks: readonly number[],
): Span[] {
  const titleSize = titles ? sizes.slice(titles.from, titles.to).reduce((sum, size) => sum + size, 0) : 0;
  const parts: Span[] = [];
  for (let from = printed.from; from < printed.to;) {
    let left = titles && from >= titles.to ? room - titleSize : room;
    let to = from;
    while (to < printed.to && (to === from || (sizes[to] <= left && !breaks.includes(to)))) left -= sizes[to++];
    parts.push({ from, to });
    from = to;
  }
  return parts;
}
