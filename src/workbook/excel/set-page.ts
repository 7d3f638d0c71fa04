/** How a sheet is printed as it is built, and its print area as it is needed later. */
import { columnName, plain } from '../plan/cells';
import type { SheetPlan } from '../plan/plan';
import { MARGIN, yearBreaks } from '../layout/print-area';

export function setPage(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { titleRows, titleColumns, area, columns, yearScale, pagesWide } = print;
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.leftMargin = MARGIN;
  pageLayout.rightMargin = MARGIN;
  // Excel leaves page breaks out of a sheet that is fitted to pages.
  pageLayout.zoom = yearScale ? { scale: yearScale } : { horizontalFitToPages: pagesWide };
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  if (titleColumns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnName(titleColumns - 1)}`);
  if (columns) pageLayout.setPrintArea(`A:${columnName(columns - 1)}`);
  if (area) setPrintArea(sheet, plain(area), yearScale ? area.columns : 0);
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.leftFooter = '&F';
  footer.centerFooter = '&A';
  footer.rightFooter = 'Page &P of &N';
}

/** @param columns of a sheet of months, which has a page a year; 0 for any other */
export function setPrintArea(sheet: Excel.Worksheet, cells: string, columns: number): void {
  sheet.pageLayout.setPrintArea(cells);
  if (columns === 0) return;
  sheet.verticalPageBreaks.removePageBreaks();
  for (const column of yearBreaks(columns)) sheet.verticalPageBreaks.add(`${columnName(column)}1`);
}
