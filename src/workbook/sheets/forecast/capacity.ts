/** Capacity on Forecast: the care team's units, minutes and utilization, and the limit that utilization should keep. */
import { lineByKey } from '../../../engine/model/lines';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { area, columnName, fixed, formula, onSheet, type Area, type Content } from '../../plan/cells';
import type { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, formatOfUnit } from '../../layout/look';
import {
  CAPACITY_ROWS,
  capacityHeader,
  capacityRow,
  capacitySection,
  FIRST_MONTH_COLUMN,
  MODEL_ARGUMENTS,
  monthCells,
  NAMES,
  safeUtilizationRow,
  SHEETS,
  STATEMENT_ROW,
  TOTAL_COLUMN,
} from '../../layout/places';
import { formatLine, formatStatementHeader } from '../../layout/statement-table';

export const capacityLineNames = CAPACITY_ROWS.map((key): Content[] => [lineByKey.get(key)!.name]);

/** @param lineNames where the block's line names are typed */
export function drawCapacity(sheet: SheetDraft, lineNames: Area, limit: string): void {
  sheet.section(capacitySection, 0, TOTAL_COLUMN + 1, 'Capacity');
  sheet.put(capacityHeader, 0, [
    [formula(`PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,${onSheet(SHEETS.checks, lineNames)},TRUE)`)],
  ]);
  formatStatementHeader(sheet, capacityHeader, {
    bold: true,
    color: COLORS.muted,
    bottom: { color: COLORS.line, weight: 'Thin' },
  });
  CAPACITY_ROWS.forEach((key) => formatLine(sheet, capacityRow(key), key));

  const limitCell = fixed(area(safeUtilizationRow, TOTAL_COLUMN));
  const months = Array.from({ length: MAX_MONTHS }, (_, t): Content =>
    formula(`IF(${columnName(FIRST_MONTH_COLUMN + t)}$${STATEMENT_ROW + 1}="","",${limitCell})`),
  );
  sheet.put(safeUtilizationRow, 0, [['Highest utilization', '%', formula(limit), ...months]]);
  formatLine(sheet, safeUtilizationRow, 'utilizationRate');
  sheet.format(area(safeUtilizationRow, 0, 1, FIRST_MONTH_COLUMN + MAX_MONTHS), { italic: true, color: COLORS.muted });
  sheet.format(area(safeUtilizationRow, TOTAL_COLUMN), { numberFormat: formatOfUnit('%'), align: 'Right' });
  sheet.put(safeUtilizationRow + 1, 0, [
    [
      formula(
        `IF(SUM(${fixed(monthCells(capacityRow('minutesAvailable')))})>0,"Months over the limit are marked.","Months over the limit are marked. Minutes count where Payer Mix gives Threshold minutes and Costs gives Minutes per unit.")`,
      ),
    ],
  ]);
  sheet.format(area(safeUtilizationRow + 1, 0), { italic: true, color: COLORS.muted, size: 9 });

  const first = `${columnName(FIRST_MONTH_COLUMN)}$${capacityRow('utilizationRate') + 1}`;
  sheet.highlight({
    area: monthCells(capacityRow('utilizationRate')),
    formula: `=AND(ISNUMBER(${first}),ISNUMBER(${limitCell}),${first}>${limitCell})`,
    fill: COLORS.reviewFill,
    color: COLORS.reviewInk,
  });
}
