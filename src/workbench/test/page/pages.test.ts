/** How a sheet is divided into pages. Letter at Excel's margins has room for 682 × 912 pixels of the sheet. */
import { expect, test } from 'vitest';
import { emptyDocument, sheetState } from '../../host/document-state';
import { pageSetup } from '../../host/page-setup';
import { footerText } from '../../page/print/footer-text';
import { pagesOf, type PrintedLines } from '../../page/print/pages';

const setup = (pageLayout: Record<string, unknown> = {}) => {
  const document = emptyDocument();
  Object.assign(sheetState(document, 'sheet').pageLayout, pageLayout);
  return pageSetup(document, 'sheet');
};
const lines = (rows: number, columns: number, change: Partial<PrintedLines> = {}): PrintedLines => ({
  rows: { from: 0, to: rows },
  columns: { from: 0, to: columns },
  heights: new Array<number>(rows).fill(20),
  widths: new Array<number>(columns).fill(72),
  ...change,
});
const spans = (all: { from: number; to: number }[]) => all.map(({ from, to }) => `${from}-${to}`);
const downAndOver = ({ pages }: ReturnType<typeof pagesOf>) =>
  pages.map(({ rows, columns }) => spans([rows, columns]).join(' '));

test('a page holds whole rows and columns, as many as have room', () => {
  expect(downAndOver(pagesOf(setup(), lines(45, 9)))).toEqual(['0-45 0-9']);
  expect(downAndOver(pagesOf(setup(), lines(46, 10)))).toEqual(['0-45 0-9', '45-46 0-9', '0-45 9-10', '45-46 9-10']);
});

test('what is larger than a page has one of its own, and what is hidden takes no room', () => {
  expect(downAndOver(pagesOf(setup(), lines(1, 3, { widths: [72, 2000, 72] })))).toEqual([
    '0-1 0-1',
    '0-1 1-2',
    '0-1 2-3',
  ]);
  const hidden = new Array<number>(500).fill(0);
  expect(downAndOver(pagesOf(setup(), lines(500, 1, { heights: hidden })))).toEqual(['0-500 0-1']);
});

test('titles are repeated on the pages after theirs, and take their room', () => {
  const { pages } = pagesOf(setup({ printTitleRows: { row: 0, column: 0, rows: 5, columns: 16384 } }), lines(100, 1));
  expect(spans(pages.map(({ rows }) => rows))).toEqual(['0-45', '45-85', '85-100']);
  expect(pages.map(({ titleRows }) => titleRows?.to ?? null)).toEqual([null, 5, 5]);
});

test('titles outside the area are repeated, too', () => {
  const printTitleColumns = { row: 0, column: 0, rows: 1_048_576, columns: 1 };
  const { pages } = pagesOf(setup({ printTitleColumns }), lines(1, 4, { columns: { from: 2, to: 4 } }));
  expect(pages).toMatchObject([{ columns: { from: 2, to: 4 }, titleColumns: { from: 0, to: 1 } }]);
});

test('a break begins a new page, unless all is fitted to pages', () => {
  const verticalPageBreaks = [3, 6];
  expect(downAndOver(pagesOf(setup({ verticalPageBreaks }), lines(1, 9)))).toEqual(['0-1 0-3', '0-1 3-6', '0-1 6-9']);
  const fitted = setup({ verticalPageBreaks, zoom: { horizontalFitToPages: 1 } });
  expect(downAndOver(pagesOf(fitted, lines(1, 9)))).toEqual(['0-1 0-9']);
});

test('fitting makes smaller by whole percents, never larger', () => {
  expect(pagesOf(setup({ zoom: { horizontalFitToPages: 1 } }), lines(1, 2)).scale).toBe(1);
  const wide = pagesOf(setup({ zoom: { horizontalFitToPages: 1 } }), lines(300, 18));
  expect(wide.scale).toBe(0.52);
  expect(new Set(wide.pages.map(({ columns }) => columns.to))).toEqual(new Set([18]));
  expect(wide.pages.length).toBeGreaterThan(1);
  const both = pagesOf(setup({ zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 } }), lines(300, 18));
  expect(both.pages).toHaveLength(1);
  expect(both.scale).toBe(0.15);
});

test('landscape turns the paper, and a scale makes room', () => {
  const landscape = setup({ orientation: 'Landscape', zoom: { scale: 50 }, leftMargin: 18, rightMargin: 18 });
  expect(landscape.paper).toEqual({ width: 792, height: 612 });
  // 756 × 504 points at half the size are 2016 × 1344 pixels.
  expect(downAndOver(pagesOf(landscape, lines(67, 28)))).toEqual(['0-67 0-28']);
  expect(pagesOf(landscape, lines(68, 29)).pages).toHaveLength(4);
});

test('a footer says page, pages, sheet and file, and leaves codes of fonts out', () => {
  const number = { page: 2, pages: 9, sheet: 'Panel', file: 'Book1.xlsx', now: new Date(2027, 0, 31, 15, 4) };
  expect(footerText('Page &P of &N', number)).toBe('Page 2 of 9');
  expect(footerText('&"Calibri,Bold"&14&A && &F', number)).toBe('Panel & Book1.xlsx');
  expect(footerText('&D &T', number)).toBe('1/31/2027 3:04 PM');
});
