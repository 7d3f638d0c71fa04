/** A program's block on Forecast: its name and number among the programs that are read, then its key lines. */
import { area, fixed, formula, reference, relative } from '../../plan/cells';
import { COLORS, FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import { programLineNames } from '../checks/line-names';
import { programNames } from '../checks/names-as-read';
import { PROGRAM_LINES, programNameRow } from './layout';

export function drawProgram(sheet: SheetDraft, program: number): void {
  const row = programNameRow(program);
  const name = fixed(area(row, 0));
  const isNext = [`${name}=""`, ...(program > 0 ? [`${fixed(area(programNameRow(program - 1), 0))}<>""`] : [])];
  sheet.put(row, 0, [
    [
      formula(`INDEX(${reference(programNames)},${relative(row, TOTAL_COLUMN)})&""`),
      'program no.',
      program + 1,
      formula(`IF(AND(${isNext.join(',')}),"Room for one more program: add it on Panel and Payer Mix","")`),
    ],
  ]);
  const band = area(row, 0, 1, TOTAL_COLUMN + 1);
  sheet.format(band, { bold: true, color: COLORS.navy });
  sheet.format(area(row, 1, 1, 2), { bold: false, color: COLORS.muted, numberFormat: NUMBER_FORMATS.whole });
  sheet.format(area(row, FIRST_MONTH_COLUMN), FORMATS.remark);
  sheet.highlight({ area: band, formula: `=${name}<>""`, fill: COLORS.band, color: COLORS.navy });

  const lines = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},${name},${reference(programLineNames)},TRUE,${NAMES.stamp})`;
  drawResults(sheet, statementTable(row + 1, PROGRAM_LINES, `IF(${name}="","",${lines})`, FORMATS.quietHeader));
}
