/** Compare: the scenarios side by side, the programs side by side, what is lost and what it takes, and the months of each scenario. */
import { area, fixed } from '../../plan/cells';
import { FORMATS } from '../../layout/look';
import { NAMES } from '../../layout/names';
import {
  drawPrintArea,
  printedAndNeeded,
  printedColumns,
  printedColumnsFormula,
  printedRows,
  printedRowsFormula,
  yearScale,
} from '../../layout/print-area';
import { MONTH_WIDTH, MONTHLY_WIDTHS } from '../../layout/statement-table';
import { STARTING_SCENARIO } from '../../practice/sample-tables';
import { scenarioChoice } from '../scenarios';
import type { Sheet } from '../sheet';
import { drawBreakEven } from './break-even';
import { drawHires, hiresArea, ROLE_WIDTH } from './hires';
import { COMPARE, FROZEN_COLUMNS, SCENARIOS_ROW } from './layout';
import { drawLeakage } from './leakage';
import { drawPrograms } from './programs';
import { drawScenarioMonths } from './scenario-months';
import { drawScenarios } from './scenarios-side-by-side';

/** Cell that names the scenario the others are measured against. */
const BASE_SCENARIO = area(3, 1);
/** Counted for the print area: the list may spill further than it is formatted. */
const MOST_HIRES = 1000;
const FROZEN_ROWS = SCENARIOS_ROW - 1;

export const compareSheet: Sheet = {
  name: COMPARE,
  kind: 'results',
  names: [
    {
      name: NAMES.baseScenario,
      comment: 'The scenario that Compare measures the others against.',
      area: () => BASE_SCENARIO,
    },
    {
      name: NAMES.hires,
      comment: 'Month, role, program, staffing, units on duty and needed, next unit, margins.',
      area: () => hiresArea,
    },
    {
      name: NAMES.comparePrint,
      comment: 'Cells of Compare that are printed, and that would have to be.',
      area: () => printedAndNeeded,
    },
  ],
  draw(sheet, book) {
    sheet.heading(COMPARE, 'Scenarios and programs side by side', {
      tip: 'Where the result comes from, and what it depends on.',
      frozenColumns: FROZEN_COLUMNS,
    });
    sheet.put(BASE_SCENARIO.row, 0, [['Compared with', STARTING_SCENARIO]]);
    sheet
      .format(area(BASE_SCENARIO.row, 0), FORMATS.label)
      .format(BASE_SCENARIO, FORMATS.input, { bold: true, align: 'Center' });
    sheet.validate(
      scenarioChoice(BASE_SCENARIO, 'Compared with', 'The scenario that the others are measured against.'),
    );

    drawScenarios(sheet);
    drawPrograms(sheet);
    drawLeakage(sheet);
    drawBreakEven(sheet);
    drawScenarioMonths(sheet);
    drawHires(sheet);

    sheet.freeze(FROZEN_ROWS, FROZEN_COLUMNS);
    const [line, , total] = MONTHLY_WIDTHS;
    sheet.print({
      titleRows: FROZEN_ROWS,
      titleColumns: FROZEN_COLUMNS,
      yearScale: yearScale([line, ROLE_WIDTH, total], MONTH_WIDTH),
    });
    // The hires stand last, as many as there are.
    const hires = `COUNT(${fixed({ ...hiresArea, rows: MOST_HIRES, columns: 1 })})`;
    drawPrintArea(
      sheet,
      area(0, 0, printedRows(hiresArea), printedColumns(book.practice.months)),
      printedRowsFormula(hiresArea, hires),
      printedColumnsFormula,
    );
  },
};
