/** A program's block on Forecast: its name and number on Panel, then its key lines. */
import { area, fixed, formula, reference, relative } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS, COLORS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import { programLineNames } from '../compare/layout';
import { PROGRAM_LINES, programNameRow } from './layout';

export function drawProgram(sheet: SheetDraft, program: number): void {
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
  sheet.format(area(row, 0, 1, TOTAL_COLUMN + 1), FORMATS.blockName);
  sheet.format(area(row, 1, 1, 2), { bold: false, color: COLORS.muted, numberFormat: NUMBER_FORMATS.whole });
  sheet.format(area(row, FIRST_MONTH_COLUMN), FORMATS.remark);

  const lines = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},${name},${reference(programLineNames)},TRUE)`;
  drawResults(sheet, statementTable(row + 1, PROGRAM_LINES, `IF(${name}="","",${lines})`, FORMATS.quietHeader));
}
