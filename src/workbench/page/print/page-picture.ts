/** One page as it is printed, at its size on paper. */
import type { CellFormat, Grid } from '../../grid/grid';
import type { PageSetup } from '../../host/page-setup';
import { toPixels } from '../../host/units';
import { element } from '../elements';
import { footerText, type PageNumber } from './footer-text';
import type { PrintedPage, Span } from './pages';
import type { PrintedCell, SheetLook } from './sheet-look';

/** What is drawn, and how what it holds is let go. */
export interface PagePicture {
  page: HTMLElement;
  release(): void;
}

interface Part {
  rows: Span;
  columns: Span;
  left: number;
  top: number;
}

export function drawPage(
  grid: Pick<Grid, 'drawChart'>,
  look: SheetLook,
  setup: PageSetup,
  scale: number,
  printed: PrintedPage,
  number: PageNumber,
): PagePicture {
  const { paper, margins } = setup;
  const titleWidth = printed.titleColumns ? width(look, printed.titleColumns) : 0;
  const titleHeight = printed.titleRows ? height(look, printed.titleRows) : 0;
  const spare =
    toPixels(paper.width - margins.left - margins.right) - (titleWidth + width(look, printed.columns)) * scale;
  const sheet = element('div', { class: 'printed-sheet' });
  place(sheet, {
    left: toPixels(margins.left) + (setup.centersHorizontally ? spare / 2 : 0),
    top: toPixels(margins.top),
  });
  sheet.style.transform = `scale(${scale})`;

  const { rows, columns, titleRows, titleColumns } = printed;
  const titles: Part[] = [];
  if (titleRows && titleColumns) titles.push({ rows: titleRows, columns: titleColumns, left: 0, top: 0 });
  if (titleRows) titles.push({ rows: titleRows, columns, left: titleWidth, top: 0 });
  if (titleColumns) titles.push({ rows, columns: titleColumns, left: 0, top: titleHeight });
  const body: Part = { rows, columns, left: titleWidth, top: titleHeight };
  const drawn = drawPart(look, setup, body);
  const charts = drawCharts(grid, look, body, drawn);
  sheet.append(...titles.map((part) => drawPart(look, setup, part)), drawn);

  const page = element('div', { class: 'printed-page' }, sheet, ...footers(setup, scale, number));
  place(page, { width: toPixels(paper.width), height: toPixels(paper.height) });
  return { page, release: () => charts.forEach((release) => release()) };
}

const width = ({ lefts }: SheetLook, { from, to }: Span) => lefts[to] - lefts[from];
const height = ({ tops }: SheetLook, { from, to }: Span) => tops[to] - tops[from];

function drawPart(look: SheetLook, { hasGridlines }: PageSetup, part: Part): HTMLElement {
  const { tops, lefts, cells, lines } = look;
  const [left, right] = [lefts[part.columns.from], lefts[part.columns.to]];
  const [grounds, texts]: HTMLElement[][] = [[], []];
  for (let row = part.rows.from; row < part.rows.to; row++) {
    const at = { top: tops[row] - tops[part.rows.from], height: lines.heights[row] };
    if (hasGridlines && at.height > 0)
      for (let column = part.columns.from; column < part.columns.to; column++)
        grounds.push(
          place(element('div', { class: 'printed-line' }), {
            ...at,
            left: lefts[column] - left,
            width: lines.widths[column],
          }),
        );
    for (const cell of cells.get(row) ?? []) {
      const isWithin = cell.column >= part.columns.from && cell.column < part.columns.to;
      if (isWithin && (cell.format.fill || cell.format.borders))
        grounds.push(drawGround(cell, { ...at, left: lefts[cell.column] - left, width: lines.widths[cell.column] }));
      if (cell.text && lines.widths[cell.column] > 0 && cell.textLeft < right && cell.textLeft + cell.textWidth > left)
        texts.push(drawText(cell, { ...at, left: cell.textLeft - left, width: cell.textWidth }));
    }
  }
  const drawn = element('div', { class: 'printed-part' }, ...grounds, ...texts);
  return place(drawn, {
    left: part.left,
    top: part.top,
    width: width(look, part.columns),
    height: height(look, part.rows),
  });
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function place<T extends HTMLElement>(drawn: T, box: Partial<Box>): T {
  for (const [side, pixels] of Object.entries(box)) drawn.style.setProperty(side, `${pixels}px`);
  return drawn;
}

function drawGround({ format }: PrintedCell, box: Box): HTMLElement {
  const ground = place(element('div', {}), box);
  if (format.fill) ground.style.background = format.fill;
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const line = format.borders?.[side];
    if (line && line.style !== 'none') ground.style.setProperty(`border-${side}`, borderStyle(line));
  }
  return ground;
}

function borderStyle({ style, color }: NonNullable<NonNullable<CellFormat['borders']>['top']>): string {
  if (style === 'double') return `3px double ${color}`;
  return `${style === 'medium' ? 2 : 1}px ${style === 'dotted' ? 'dotted' : 'solid'} ${color}`;
}

const VERTICAL = { Top: 'flex-start', Center: 'center', Bottom: 'flex-end' };
const INDENT = 9;

function drawText({ format, text, align }: PrintedCell, box: Box): HTMLElement {
  const drawn = place(element('div', { class: 'printed-text' }, element('span', {}, text)), box);
  const { style } = drawn;
  style.textAlign = align;
  style.justifyContent = align === 'left' ? 'flex-start' : align === 'right' ? 'flex-end' : 'center';
  style.alignItems = VERTICAL[format.vertical ?? 'Bottom'];
  if (format.wrap) style.whiteSpace = 'pre-wrap';
  if (format.indent)
    style.setProperty(align === 'right' ? 'padding-right' : 'padding-left', `${2 + format.indent * INDENT}px`);
  if (format.fontName) style.fontFamily = `"${format.fontName}", Carlito, Arial, sans-serif`;
  if (format.fontSize) style.fontSize = `${format.fontSize}pt`;
  if (format.fontColor) style.color = format.fontColor;
  if (format.bold) style.fontWeight = 'bold';
  if (format.italic) style.fontStyle = 'italic';
  if (format.underline) style.textDecoration = 'underline';
  return drawn;
}

/** Excel repeats titles without the charts that stand over them. */
function drawCharts(grid: Pick<Grid, 'drawChart'>, look: SheetLook, part: Part, into: HTMLElement): (() => void)[] {
  const [left, right] = [look.lefts[part.columns.from], look.lefts[part.columns.to]];
  const [top, bottom] = [look.tops[part.rows.from], look.tops[part.rows.to]];
  return look.charts
    .filter(
      ({ position: at }) => at.left < right && at.left + at.width > left && at.top < bottom && at.top + at.height > top,
    )
    .map(({ id, name, position }) => {
      const canvas = element('canvas', {});
      const frame = element('div', { class: 'printed-chart', 'data-chart': name }, element('div', {}, canvas));
      into.append(place(frame, { ...position, left: position.left - left, top: position.top - top }));
      return grid.drawChart(id, canvas);
    });
}

/** As large as the sheet, since Excel scales them with it. */
function footers({ footer, margins }: PageSetup, scale: number, number: PageNumber): HTMLElement[] {
  return (['left', 'center', 'right'] as const)
    .filter((side) => footer[side] !== '')
    .map((side) => {
      const drawn = element('div', { class: `printed-footer ${side}` }, footerText(footer[side], number));
      drawn.style.fontSize = `${11 * scale}pt`;
      drawn.style.bottom = `${toPixels(margins.footer)}px`;
      drawn.style.left = `${toPixels(margins.left)}px`;
      drawn.style.right = `${toPixels(margins.right)}px`;
      return drawn;
    });
}
