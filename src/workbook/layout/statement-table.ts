/** The look of monthly sheets: label, unit, total, then the months of a spilled statement. */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { area } from '../plan/cells';
import type { SheetDraft } from './sheet-draft';
import { COLORS, formatOfUnit, NUMBER_FORMATS } from './look';
import { FIRST_MONTH_COLUMN, TOTAL_COLUMN } from './places';
import type { CellFormat } from '../plan/plan';

/** Results that a reader looks for first. */
const SUBTOTALS: ReadonlySet<LineKey> = new Set<LineKey>([
  'closingPatients',
  'activePatients',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
  'cumulativeCash',
]);
/** First lines of the statement's parts, set off by a rule: panel, work, billing, cash, costs, result. */
const PARTS: ReadonlySet<LineKey> = new Set<LineKey>([
  'openingPatients',
  'careTeamUnits',
  'allowedPppm',
  'badDebt',
  'careTeamCost',
  'margin',
  'revenuePppm',
]);

const COLUMNS = FIRST_MONTH_COLUMN + MAX_MONTHS;
export const MONTHLY_WIDTHS: readonly number[] = [34, 16, 16, ...Array.from({ length: MAX_MONTHS }, () => 14)];

/** Header row of a spilled statement: Line, Unit, Total, months. */
export function formatStatementHeader(sheet: SheetDraft, row: number, format: CellFormat): void {
  sheet.format(area(row, 0, 1, COLUMNS), format);
  sheet.format(area(row, TOTAL_COLUMN, 1, COLUMNS - TOTAL_COLUMN), { align: 'Right' });
  sheet.format(area(row, FIRST_MONTH_COLUMN, 1, MAX_MONTHS), { numberFormat: NUMBER_FORMATS.month });
}

/** A line of a spilled statement. */
export function formatLine(sheet: SheetDraft, row: number, key: LineKey): void {
  const { unit } = lineByKey.get(key)!;
  sheet.format(area(row, TOTAL_COLUMN, 1, COLUMNS - TOTAL_COLUMN), { numberFormat: formatOfUnit(unit) });
  sheet.format(area(row, TOTAL_COLUMN), { fill: COLORS.band });
  if (SUBTOTALS.has(key)) sheet.format(area(row, 0, 1, COLUMNS), { bold: true });
  sheet.format(area(row, 1), { color: COLORS.muted, size: 9, bold: false });
  if (PARTS.has(key)) sheet.format(area(row, 0, 1, COLUMNS), { top: { color: COLORS.line, weight: 'Thin' } });
}
