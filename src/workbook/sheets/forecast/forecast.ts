/** Forecast: the monthly statement of the active scenario in one spilled formula, then a block of key lines a program. */
import { LINES } from '../../../engine/model/lines';
import { area, fixed, formula, onSheet, relative, type Area } from '../../plan/cells';
import { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, FORMATS, NUMBER_FORMATS, TAB_COLORS } from '../../layout/look';
import {
  compareProgramHeader,
  FIRST_MONTH_COLUMN,
  MODEL_ARGUMENTS,
  NAMES,
  PROGRAM_LINES,
  programNameRow,
  programsSection,
  SHEETS,
  SPARE_PROGRAMS,
  STATEMENT_ROW,
  TOTAL_COLUMN,
} from '../../layout/places';
import type { SheetPlan } from '../../plan/plan';
import { drawCapacity } from './capacity';
import { formatLine, formatStatementHeader, MONTHLY_WIDTHS } from '../../layout/statement-table';

/**
 * @param capacityLines where the names of the capacity block's lines are typed
 * @param safeUtilization the limit of utilization, as a formula
 */
export function forecastSheet(
  programs: number,
  months: number,
  capacityLines: Area,
  safeUtilization: string,
): SheetPlan {
  const sheet = new SheetDraft(SHEETS.forecast, TAB_COLORS.results, MONTHLY_WIDTHS);
  sheet.heading(
    SHEETS.forecast,
    'The statement month by month in the active scenario. Each block is one formula: change the inputs, not these cells.',
  );
  sheet.put(3, 0, [['Active scenario', formula(NAMES.scenario)]]);
  sheet.format(area(3, 0, 1, 2), { bold: true }).format(area(3, 1), { align: 'Center' });

  sheet.put(STATEMENT_ROW - 1, 0, [
    ['Total: the sum of a flow, the last month of a balance, the ratio of the totals of a rate.'],
  ]);
  sheet.format(area(STATEMENT_ROW - 1, 0), FORMATS.units);
  sheet.put(STATEMENT_ROW, 0, [[formula(`PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,,TRUE)`)]]);
  formatStatementHeader(sheet, STATEMENT_ROW, FORMATS.header);
  LINES.forEach(({ key }, i) => formatLine(sheet, STATEMENT_ROW + 1 + i, key));

  drawCapacity(sheet, capacityLines, safeUtilization);

  sheet.section(programsSection, 0, TOTAL_COLUMN + 1, 'By program');
  const blocks = programs + SPARE_PROGRAMS;
  for (let program = 0; program < blocks; program++) drawProgram(sheet, program);

  sheet.freeze(STATEMENT_ROW + 1, FIRST_MONTH_COLUMN);
  sheet.print({ titleRows: STATEMENT_ROW + 1, titleColumns: FIRST_MONTH_COLUMN, pagesWide: Math.ceil(months / 12) });
  return sheet.plan();
}

/** Names of the lines shown for each program: typed on Compare. */
export const programLineNames: Area = area(compareProgramHeader + 1, 0, PROGRAM_LINES.length, 1);

function drawProgram(sheet: SheetDraft, program: number): void {
  const row = programNameRow(program);
  const name = fixed(area(row, 0));
  const number = relative(row, TOTAL_COLUMN);
  sheet.put(row, 0, [
    [
      formula(`IFERROR(INDEX(tblPanel[Program],${number})&"","")`),
      'program no.',
      program + 1,
      formula(`IF(${name}="","Room for one more program: add it on Panel and Payer Mix","")`),
    ],
  ]);
  sheet.format(area(row, 0, 1, TOTAL_COLUMN + 1), { bold: true, fill: COLORS.band, color: COLORS.navy });
  sheet.format(area(row, 1, 1, 2), { bold: false, color: COLORS.muted, numberFormat: NUMBER_FORMATS.whole });
  sheet.format(area(row, FIRST_MONTH_COLUMN), { italic: true, color: COLORS.muted });
  const lines = onSheet(SHEETS.compare, programLineNames);
  sheet.put(row + 1, 0, [
    [formula(`IF(${name}="","",PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},${name},${lines},TRUE))`)],
  ]);
  formatStatementHeader(sheet, row + 1, {
    bold: true,
    color: COLORS.muted,
    bottom: { color: COLORS.line, weight: 'Thin' },
  });
  PROGRAM_LINES.forEach((key, i) => formatLine(sheet, row + 2 + i, key));
}
