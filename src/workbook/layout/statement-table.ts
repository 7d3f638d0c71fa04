/** A statement on a sheet: label, unit, total, then the months, the same columns on every monthly sheet. */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { area, type Area } from '../plan/cells';
import { FORMATS, formatOfUnit, NUMBER_FORMATS, COLORS } from './look';
import type { ResultColumn, ResultTable } from './result-table';

export const TOTAL_COLUMN = 2;
export const FIRST_MONTH_COLUMN = 3;

/** Room for the longest forecast, so that a longer horizon needs no new formula. */
export const monthCells = (row: number, firstMonth = 0, months = MAX_MONTHS - firstMonth): Area =>
  area(row, FIRST_MONTH_COLUMN + firstMonth, 1, months);

/** Results that a reader looks for first. */
export const SUBTOTALS: ReadonlySet<LineKey> = new Set<LineKey>([
  'closingPatients',
  'activePatients',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
  'cumulativeCash',
]);
/** First lines of the statement's parts: panel, work, billing, cash, costs, result. */
export const PARTS: ReadonlySet<LineKey> = new Set<LineKey>([
  'openingPatients',
  'careTeamUnits',
  'allowedPppm',
  'badDebt',
  'careTeamCost',
  'margin',
  'revenuePppm',
]);

/** Of line, unit and total, and of a month. */
export const MONTHLY_WIDTHS = [34, 16, 16] as const;
export const MONTH_WIDTH = 14;

type MonthlyKey = 'line' | 'unit' | 'total' | 'months';

/** The columns of a monthly table, each with what the table adds to it. */
export const monthlyColumns = <Row>(
  more: Record<MonthlyKey, Omit<ResultColumn<Row>, 'key' | 'width' | 'times'>>,
): ResultColumn<Row>[] => [
  { key: 'line', width: MONTHLY_WIDTHS[0], ...more.line },
  { key: 'unit', width: MONTHLY_WIDTHS[1], ...more.unit, format: { ...FORMATS.unit, ...more.unit.format } },
  { key: 'total', width: MONTHLY_WIDTHS[2], ...more.total },
  { key: 'months', width: MONTH_WIDTH, times: MAX_MONTHS, ...more.months },
];

const numberFormat = (key: LineKey): string => formatOfUnit(lineByKey.get(key)!.unit);

/** The columns as PPPM.FORECAST spills them. */
export const statementColumns = (): ResultColumn<LineKey>[] =>
  monthlyColumns<LineKey>({
    line: {},
    unit: { format: { bold: false } },
    total: { numberFormat, format: { fill: COLORS.band }, headerFormat: { align: 'Right' } },
    months: { numberFormat, headerFormat: { align: 'Right', numberFormat: NUMBER_FORMATS.month } },
  });

/** Lines that one call of PPPM.FORECAST spills, header included. */
export const statementTable = (
  row: number,
  lines: readonly LineKey[],
  spill: string,
  header: ResultTable<LineKey>['header'],
): ResultTable<LineKey> => ({
  row,
  header,
  columns: statementColumns(),
  rows: lines,
  spill,
  isTotal: (key) => SUBTOTALS.has(key),
  startsPart: (key) => PARTS.has(key),
});
