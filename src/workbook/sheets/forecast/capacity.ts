/** Capacity on Forecast: the care team's units, utilization and, where they count, minutes; and the limit of utilization. */
import { area, columnFixed, fixed, formula, reference } from '../../plan/cells';
import { COLORS, FORMATS, formatOfUnit } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import { capacityLineNames } from '../checks/line-names';
import { limitFormula } from '../checks/settings-as-read';
import { CAPACITY_BLOCK, CAPACITY_ROW, capacityRow, LIMIT_CELL, MINUTE_LINES } from './layout';

export function drawCapacity(sheet: SheetDraft): void {
  const limit = fixed(LIMIT_CELL);
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
  drawLimit(sheet);
  // Blank as long as nobody gives minutes.
  const minutes = area(capacityRow(MINUTE_LINES[0]), TOTAL_COLUMN, MINUTE_LINES.length, 1);
  sheet.format(minutes, { fill: COLORS.white });
  sheet.highlight({
    area: minutes,
    formula: `=${columnFixed(minutes.row, 0)}<>""`,
    fill: COLORS.band,
    color: COLORS.ink,
  });
}

/** In the line of the title. */
function drawLimit(sheet: SheetDraft): void {
  const { row, column } = LIMIT_CELL;
  sheet.put(row, column - 1, [['highest utilization', formula(limitFormula('mostUtilization'))]]);
  sheet.format(area(row, column - 1), FORMATS.unit, { align: 'Right' });
  sheet.format(LIMIT_CELL, FORMATS.remark, { numberFormat: formatOfUnit('%'), align: 'Right' });
  sheet.remark(
    row,
    FIRST_MONTH_COLUMN,
    'Months above it are marked. Minutes are shown once Costs gives Minutes per unit; they count where Payer Mix gives Threshold minutes.',
  );
}
