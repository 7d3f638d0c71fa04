/** On Compare: a block of months a scenario, from which its totals and charts come. */
import { area, fixed, formula, reference } from '../../plan/cells';
import { COLORS, FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults } from '../../layout/result-table';
import { places, ROOM } from '../../layout/room';
import type { SheetDraft } from '../../layout/sheet-draft';
import { statementTable, TOTAL_COLUMN } from '../../layout/statement-table';
import { scenarioLineNames } from '../checks/line-names';
import { scenarioNameCell } from '../checks/names-as-read';
import { SCENARIO_BLOCKS_SECTION, SCENARIO_LINES, scenarioNameRow } from './layout';

export function drawScenarioMonths(sheet: SheetDraft): void {
  sheet.section(SCENARIO_BLOCKS_SECTION, 0, TOTAL_COLUMN + 1, 'Months of each scenario');
  for (const scenario of places(ROOM.scenarios)) {
    const row = scenarioNameRow(scenario);
    const name = fixed(area(row, 0));
    sheet.put(row, 0, [[formula(`${scenarioNameCell(scenario)}&""`)]]);
    const band = area(row, 0, 1, TOTAL_COLUMN + 1);
    sheet.format(band, { bold: true, color: COLORS.navy });
    sheet.highlight({ area: band, formula: `=${name}<>""`, fill: COLORS.band, color: COLORS.navy });
    const lines = `PPPM.FORECAST(${MODEL_ARGUMENTS},${name},,${reference(scenarioLineNames)},TRUE,${NAMES.stamp})`;
    drawResults(sheet, statementTable(row + 1, SCENARIO_LINES, `IF(${name}="","",${lines})`, FORMATS.quietHeader));
  }
}
