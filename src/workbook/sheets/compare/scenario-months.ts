/** On Compare: a block of months a scenario, from which its totals and charts come. */
import { area, fixed, formula } from '../../plan/cells';
import { FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import type { Book } from '../sheet';
import { SCENARIO_BLOCKS_SECTION, SCENARIO_LINES, scenarioNameRow } from './layout';
import { scenarioLineNames, scenarioName } from './scenarios-side-by-side';

export function drawScenarioMonths(sheet: SheetDraft, book: Book): void {
  sheet.section(SCENARIO_BLOCKS_SECTION, 0, TOTAL_COLUMN + 1, 'Months of each scenario');
  book.scenarios.forEach((_, scenario) => {
    const row = scenarioNameRow(scenario);
    sheet.put(row, 0, [[formula(scenarioName(book, scenario))]]);
    sheet.format(area(row, 0, 1, TOTAL_COLUMN + 1), FORMATS.blockName);
    const lines = `PPPM.FORECAST(${MODEL_ARGUMENTS},${fixed(area(row, 0))},,${scenarioLineNames},TRUE)`;
    drawResults(sheet, statementTable(row + 1, SCENARIO_LINES, lines, FORMATS.quietHeader));
  });
}
