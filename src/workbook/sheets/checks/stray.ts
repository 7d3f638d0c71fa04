/** Filled cells beside and below the tables of inputs, counted in plain Excel: nothing reads them. */
import { COSTS } from '../../../tables/schemas/costs';
import type { TableSchema } from '../../../tables/schemas/column';
import { PANEL } from '../../../tables/schemas/panel';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { HEADER_ROW } from '../../layout/sheet-draft';
import { area, onSheet } from '../../plan/cells';

/** Sheets whose only content below the heading is one table. */
const SHEETS: readonly (readonly [sheet: string, schema: TableSchema])[] = [
  ['Panel', PANEL],
  ['Payer Mix', PAYER_MIX],
  ['Costs', COSTS],
];
/** Rows from the header on, and columns beside the table and its sources, that are looked at. */
const ROWS = 500;
const COLUMNS_BESIDE = 2;

export const strayFormula = SHEETS.map(([sheet, { name, columns }]) => {
  const around = onSheet(sheet, area(HEADER_ROW, 0, ROWS, columns.length + 1 + COLUMNS_BESIDE));
  return `MAX(0,COUNTA(${around})-COUNTA(${name}[#All]))`;
}).join('+');
