/** How a sheet is printed: what was set through Office.js, and Excel's own values for the rest. */
import type { CellRange } from '../grid/grid';
import { sheetState, type DocumentState } from './document-state';

/** Lengths are in points, and what is not set through Office.js is Excel's: Letter, and its normal margins. */
export interface PageSetup {
  paper: { width: number; height: number };
  margins: { left: number; right: number; top: number; bottom: number; footer: number };
  /** A percentage, or into how many pages side by side and one below the other all must fit; null is as many as it takes. */
  zoom: { scale: number } | { wide: number | null; tall: number | null };
  centersHorizontally: boolean;
  hasGridlines: boolean;
  area: CellRange | null;
  titleRows: CellRange | null;
  titleColumns: CellRange | null;
  /** Columns that begin a new page. */
  columnBreaks: readonly number[];
  /** With Excel's codes: Page &P of &N. */
  footer: { left: string; center: string; right: string };
}

const LETTER = { width: 612, height: 792 };
const NORMAL_MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, footer: 21.6 };

interface Kept {
  orientation?: 'Portrait' | 'Landscape';
  zoom?: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  leftMargin?: number;
  rightMargin?: number;
  centerHorizontally?: boolean;
  printGridlines?: boolean;
  printArea?: CellRange;
  printTitleRows?: CellRange;
  printTitleColumns?: CellRange;
  verticalPageBreaks?: number[];
}

export function pageSetup(document: DocumentState, sheetId: string): PageSetup {
  const { pageLayout, headerFooter } = sheetState(document, sheetId);
  const kept = pageLayout as Kept;
  const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = kept.zoom ?? {};
  return {
    paper: kept.orientation === 'Landscape' ? { width: LETTER.height, height: LETTER.width } : LETTER,
    margins: {
      ...NORMAL_MARGINS,
      left: kept.leftMargin ?? NORMAL_MARGINS.left,
      right: kept.rightMargin ?? NORMAL_MARGINS.right,
    },
    zoom: wide || tall ? { wide: wide ?? null, tall: tall ?? null } : { scale: scale ?? 100 },
    centersHorizontally: kept.centerHorizontally ?? false,
    hasGridlines: kept.printGridlines ?? false,
    area: kept.printArea ?? null,
    titleRows: kept.printTitleRows ?? null,
    titleColumns: kept.printTitleColumns ?? null,
    columnBreaks: kept.verticalPageBreaks ?? [],
    footer: {
      left: headerFooter['leftFooter'] ?? '',
      center: headerFooter['centerFooter'] ?? '',
      right: headerFooter['rightFooter'] ?? '',
    },
  };
}
