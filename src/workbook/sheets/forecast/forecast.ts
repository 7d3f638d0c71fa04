/** Forecast: the monthly statement of the active scenario in one spilled formula, then a block of key lines a program. */
import { LINES } from '../../../engine/model/lines';
import { ACTUALS } from '../../../tables/schemas/actuals';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { area, fixed, formula, reference, rowFixed } from '../../plan/cells';
import { COLORS, FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import { places, ROOM } from '../../layout/room';
import {
  drawPrintArea,
  printedAndNeeded,
  printedColumns,
  printedColumnsFormula,
  yearScale,
} from '../../layout/print-area';
import {
  FIRST_MONTH_COLUMN,
  MONTH_WIDTH,
  MONTHLY_WIDTHS,
  statementTable,
  TOTAL_COLUMN,
} from '../../layout/statement-table';
import { programNames } from '../checks/names-as-read';
import type { Sheet } from '../sheet';
import { drawCapacity } from './capacity';
import { drawChartMonths } from './chart-months';
import {
  FORECAST,
  MONTH_KINDS,
  NOTE_ROW,
  PROGRAM_BLOCK,
  programNameRow,
  PROGRAMS_SECTION,
  STATEMENT_ROW,
} from './layout';
import { drawProgram } from './program-block';

const SCENARIO_ROW = STATEMENT_ROW - 2;

export const forecastSheet: Sheet = {
  name: FORECAST,
  kind: 'results',
  names: [
    {
      name: NAMES.origin,
      comment: 'Scenario, fingerprint and stamp of the inputs that the statement was calculated from.',
      area: () => area(STATEMENT_ROW, 0),
    },
    {
      name: NAMES.forecastPrint,
      comment: 'Cells of Forecast that are printed, and that would have to be.',
      area: () => printedAndNeeded,
    },
  ],
  draw(sheet, book) {
    sheet.heading(FORECAST, 'The statement of the active scenario, month by month', {
      tip: 'Each block is one formula: change the inputs, not these cells.',
      frozenColumns: FIRST_MONTH_COLUMN,
    });
    sheet.put(SCENARIO_ROW, 0, [['Active scenario', formula(NAMES.scenario)]]);
    sheet.format(area(SCENARIO_ROW, 0, 1, 2), FORMATS.label).format(area(SCENARIO_ROW, 1), { align: 'Center' });
    sheet.put(NOTE_ROW, 0, [
      ['Total: the sum of a flow, the last month of a balance, the ratio of the totals of a rate.'],
    ]);
    sheet.format(area(NOTE_ROW, 0), FORMATS.units);

    // Which months are over; nothing while all are forecast.
    sheet.put(NOTE_ROW, FIRST_MONTH_COLUMN, [
      [
        formula(
          `IF(COUNTA(${ACTUALS.name}[${ACTUALS.header.month}])=0,"",PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,"Month kind"))`,
        ),
      ],
    ]);
    sheet.format(MONTH_KINDS, FORMATS.units, { align: 'Right' });
    sheet.highlight({
      area: area(NOTE_ROW, FIRST_MONTH_COLUMN, 1 + LINES.length, MAX_MONTHS),
      formula: `=${rowFixed(NOTE_ROW, FIRST_MONTH_COLUMN)}="actual"`,
      fill: COLORS.band,
      color: COLORS.ink,
    });
    const lines = LINES.map(({ key }) => key);
    const statement = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,,TRUE,${NAMES.stamp})`;
    drawResults(sheet, statementTable(STATEMENT_ROW, lines, statement, FORMATS.header));
    drawCapacity(sheet);
    drawChartMonths(sheet);
    sheet.section(PROGRAMS_SECTION, 0, TOTAL_COLUMN + 1, 'By program');
    places(ROOM.programs).forEach((program) => drawProgram(sheet, program));

    sheet.freeze(STATEMENT_ROW + 1, FIRST_MONTH_COLUMN);
    sheet.print({
      titleRows: STATEMENT_ROW + 1,
      titleColumns: FIRST_MONTH_COLUMN,
      yearScale: yearScale(MONTHLY_WIDTHS, MONTH_WIDTH),
    });
    drawPrintArea(
      sheet,
      area(0, 0, programNameRow(book.programs.length), printedColumns(book.practice.months)),
      `ROW(${fixed(area(programNameRow(0) - 1, 0))})+ROWS(${fixed(area(programNameRow(0), 0, PROGRAM_BLOCK))})*COUNTIF(${reference(programNames)},"?*")`,
      printedColumnsFormula,
    );
  },
};
