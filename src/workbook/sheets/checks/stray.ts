/** Filled cells beside and below the tables of inputs, counted in plain Excel: nothing reads them. The pane names them. */
import { COSTS } from '../../../tables/schemas/costs';
import type { TableSchema } from '../../../tables/schemas/column';
import { CHANGES } from '../../../tables/schemas/changes';
import { PANEL } from '../../../tables/schemas/panel';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../../tables/schemas/scenarios';
import { SETTINGS } from '../../../tables/schemas/settings';
import { HEADER_ROW } from '../../layout/sheet-draft';
import { area, onSheet } from '../../plan/cells';

/** The tables of the sheet Scenarios, from above; each has its title and its units in the rows above its header. Formulas hold no number but 1. */
const SCENARIOS_SHEET = 'Scenarios';
const STACKED: readonly TableSchema[] = [SCENARIOS, SETTINGS, CHANGES];
const ABOVE = 2;

/** Sheets whose only content below the heading is one table. */
const SHEETS: readonly (readonly [sheet: string, schema: TableSchema])[] = [
  ['Panel', PANEL],
  ['Payer Mix', PAYER_MIX],
  ['Costs', COSTS],
];
/** Rows from the header on, and columns beside the table and its sources, that are looked at. */
const ROWS = 500;
const COLUMNS_BESIDE = 2;
/** Of Scenarios, whose widest table gains a column with each scenario. */
const STACKED_COLUMNS = 16;

const besideOneTable = SHEETS.map(([sheet, { name, columns }]) => {
  const around = onSheet(sheet, area(HEADER_ROW, 0, ROWS, columns.length + 1 + COLUMNS_BESIDE));
  return `MAX(0,COUNTA(${around})-COUNTA(${name}[#All]))`;
});

/** Below each table, down to the title of the next. */
const belowStacked = STACKED.map(({ name }, i) => {
  const cells = onSheet(SCENARIOS_SHEET, area(HEADER_ROW, 0, ROWS, STACKED_COLUMNS));
  const next = STACKED[i + 1];
  const until = next ? `*(ROW(${cells})<MIN(ROW(${next.name}[#All]))${'-1'.repeat(ABOVE)})` : '';
  return `SUMPRODUCT((ROW(${cells})>=MIN(ROW(${name}[#All]))+ROWS(${name}[#All]))${until}*NOT(ISBLANK(${cells})))`;
});

export const strayFormula = [...besideOneTable, ...belowStacked].join('+');
