/** On Forecast: the months as charts take them, see layout/monthly-chart. */
import { formula } from '../../plan/cells';
import { FORMATS, MONTH_AXIS_FORMAT } from '../../layout/look';
import { drawResults } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { monthlyColumns } from '../../layout/statement-table';
import { CHART_MONTHS_ROW, headerCell } from './layout';

export function drawChartMonths(sheet: SheetDraft): void {
  drawResults(sheet, {
    row: CHART_MONTHS_ROW,
    columns: monthlyColumns<string>({
      line: { cell: (name) => name },
      unit: { cell: () => 'month' },
      total: { cell: () => 'for charts', align: 'Right' },
      months: {
        cell: (_, { at, nth }) => {
          const month = headerCell(nth);
          // Months without dates are counted; an axis of dates wants dates all the same.
          const dated = `IF(${headerCell(0)}=1,EOMONTH(1,${month}-1),${month})`;
          const before = nth === 0 ? '""' : at('months', nth - 1);
          return formula(`IF(${month}="",${before},${dated})`);
        },
        numberFormat: MONTH_AXIS_FORMAT,
        align: 'Right',
      },
    }),
    rows: ['Months, as charts take them'],
    format: FORMATS.remark,
  });
}
