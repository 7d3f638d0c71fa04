/**
 * The months of a chart on a sheet that knows the others by their names alone: those of a statement's header on the sheet
 * itself, the last one repeated where the forecast has ended, and months that are only counted as dates of their own.
 */
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { area, fixed, formula } from '../plan/cells';
import { FORMATS, MONTH_AXIS_FORMAT } from './look';
import type { SheetDraft } from './sheet-draft';
import { FIRST_MONTH_COLUMN, monthCells } from './statement-table';

/** @param row theirs, and @param headerRow of the statement */
export function drawChartMonths(sheet: SheetDraft, row: number, headerRow: number): void {
  const header = (month: number): string => fixed(area(headerRow, FIRST_MONTH_COLUMN + month));
  const own = (month: number): string => fixed(area(row, FIRST_MONTH_COLUMN + month));
  sheet.put(row, 0, [
    [
      'Months, as charts take them',
      'month',
      'for charts',
      ...Array.from({ length: MAX_MONTHS }, (_, month) => {
        const dated = `IF(${header(0)}=1,EOMONTH(1,${header(month)}-1),${header(month)})`;
        return formula(`IF(${header(month)}="",${month === 0 ? '""' : own(month - 1)},${dated})`);
      }),
    ],
  ]);
  sheet.format(area(row, 0, 1, FIRST_MONTH_COLUMN + MAX_MONTHS), FORMATS.remark);
  sheet.format(monthCells(row), { numberFormat: MONTH_AXIS_FORMAT, align: 'Right' });
}
