/** Capacity on Forecast: the care team's units, minutes and utilization, and the limit that utilization should keep. */
import { area, fixed, formula, reference } from '../../plan/cells';
import { COLORS, FORMATS, formatOfUnit } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { monthCells, monthlyColumns, statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import { capacityLineNames } from '../checks/line-names';
import { limitFormula } from '../checks/settings-as-read';
import { CAPACITY_BLOCK, CAPACITY_ROW, capacityRow, headerCell, SAFE_UTILIZATION_ROW } from './layout';

export function drawCapacity(sheet: SheetDraft): void {
  const limit = fixed(area(SAFE_UTILIZATION_ROW, TOTAL_COLUMN));
  const lines = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,${reference(capacityLineNames)},TRUE,${NAMES.stamp})`;
  drawResults(sheet, {
    ...statementTable(CAPACITY_ROW, CAPACITY_BLOCK, lines, FORMATS.quietHeader),
    title: 'Capacity',
    titleColumns: TOTAL_COLUMN + 1,
    rules: [
      {
        column: 'months',
        row: 'utilizationRate',
        when: (cell) => `AND(ISNUMBER(${cell}),ISNUMBER(${limit}),${cell}>${limit})`,
        fill: COLORS.reviewFill,
        color: COLORS.reviewInk,
      },
    ],
  });
  drawResults(sheet, safeUtilization(limitFormula('mostUtilization'), limit));
  sheet.put(SAFE_UTILIZATION_ROW + 1, 0, [
    [
      formula(
        `IF(SUM(${fixed(monthCells(capacityRow('minutesAvailable')))})>0,"Months over the limit are marked.","Months over the limit are marked. Minutes count where Payer Mix gives Threshold minutes and Costs gives Minutes per unit.")`,
      ),
    ],
  ]);
  sheet.format(area(SAFE_UTILIZATION_ROW + 1, 0), FORMATS.units);
}

/** The limit again in each month, beside what it limits. */
const safeUtilization = (limit: string, limitCell: string): ResultTable<string> => ({
  row: SAFE_UTILIZATION_ROW,
  columns: monthlyColumns<string>({
    line: { cell: (name) => name },
    unit: { cell: () => '%', format: { bold: false } },
    total: {
      cell: () => formula(limit),
      numberFormat: formatOfUnit('%'),
      align: 'Right',
      format: { fill: COLORS.band },
    },
    months: {
      cell: (_, { nth }) => formula(`IF(${headerCell(nth)}="","",${limitCell})`),
      numberFormat: formatOfUnit('%'),
    },
  }),
  rows: ['Highest utilization'],
  format: FORMATS.remark,
});
